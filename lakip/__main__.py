"""The command line for administrators and scripts: python -m lakip <perintah>.

Says what went wrong in one sentence and exits with 1. Needs the database for itself: when the
application holds it, that is the sentence. Whoever runs this owns the data folder already, so
`--sebagai` says in whose name, and with whose rights, a thing is done; without it the program acts itself.
"""

import argparse
import contextlib
import getpass
import json
import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from lakip import akses, akun, cetak, contoh, kiriman, pengaturan, periode, rollup
from lakip.akses import Pengguna, Peran
from lakip.errors import UserError
from lakip.export import laporan_triwulan
from lakip.pengurai import Pengurai, explain, tahun, tanggal, target
from lakip.periode import PERIODE, TRIWULAN
from lakip.store import Store
from lakip.unggah import formulir, formulir_rencana, realisasi, rencana
from lakip.unggah.berkas import MAKS_UKURAN

DATA = Path(__file__).resolve().parent.parent / "data"


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 when it did what it says, 1 with a sentence on stderr otherwise."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not be UTF-8
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        wanted = parser().parse_args(argv)
        wanted.data.mkdir(parents=True, exist_ok=True)
        with closing(Store(wanted.data)) as store:
            return int(wanted.run(store, wanted) or 0)
    except UserError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:  # the reader of our output has gone, as in “| head”
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123
    except OSError as error:
        print(explain(error), file=sys.stderr)
    except KeyboardInterrupt:
        print("Dihentikan.", file=sys.stderr)
    return 1


# ---------------------------------------------------------------- the commands


def load_example(store: Store, _: argparse.Namespace) -> None:
    for name, nama, peran, sandi in contoh.load(store):
        print(f"{name:<16} {peran:<28} {nama:<36} kata sandi: {sandi}")
    print("Data contoh dimuat: tiga tahun Kecamatan Paringin Selatan, dengan pejabat dan angka rekaan.")


def form(store: Store, wanted: argparse.Namespace) -> None:
    unit = _unit(store)
    if wanted.jenis == "rencana":
        content = formulir_rencana.rencana_form(store, unit, wanted.tahun)
    else:
        content = formulir.realisasi_form(store, unit, wanted.tahun, _triwulan(wanted), _bagian(store, unit, wanted))
    _write(wanted.ke, content)


def upload(store: Store, wanted: argparse.Namespace) -> int:
    """Print rows read, skipped, held and every temuan; save only when nothing is held."""
    unit, pengguna = _unit(store), akun.find(store, wanted.sebagai)
    content, nama = _read(wanted.berkas), wanted.berkas.name
    if wanted.jenis == "rencana":
        return _finish(
            lambda jawaban: rencana.read(store, pengguna, content, nama, unit, wanted.tahun, jawaban=jawaban),
            lambda hasil: rencana.save(store, pengguna, hasil).pesan,
            rencana.leave_out, wanted,
        )  # fmt: skip
    triwulan, bagian = _triwulan(wanted), _bagian(store, unit, wanted)
    return _finish(
        lambda jawaban: realisasi.read(store, pengguna, content, nama, unit, wanted.tahun, triwulan, bagian, jawaban),
        lambda hasil: realisasi.save(store, pengguna, hasil).pesan,
        realisasi.leave_out, wanted,
    )  # fmt: skip


def _finish(
    read: Callable[[Any], Any], save: Callable[[Any], str], leave_out: Callable[[Any], Any], wanted: argparse.Namespace
) -> int:
    hasil = read(None)
    if wanted.tinggalkan and hasil.menahan and not hasil.ditolak:
        hasil = read(leave_out(hasil))
    for line in cetak.upload_lines(hasil):
        print(line)
    if hasil.menahan:
        print(cetak.why_not(hasil), file=sys.stderr)
        return 1
    if hasil.siap:
        print(save(hasil))
    return 0


def confirm(store: Store, wanted: argparse.Namespace) -> None:
    unit, pengguna = _unit(store), akun.find(store, wanted.sebagai)
    bagian = _bagian(store, unit, wanted)
    done = kiriman.confirm_all(store, pengguna, unit, wanted.tahun, wanted.triwulan, bagian)
    for one, many in done.items():
        print(f"{one}: {many} angka dibenarkan.")


def show_capaian(store: Store, wanted: argparse.Namespace) -> None:
    unit = _unit(store)
    per = wanted.per or periode.today()
    rows = rollup.capaian(store, unit, wanted.tahun, wanted.periode, per).to_dicts()
    if not rows:
        raise UserError(f"Tidak ada indikator pada Tahun {wanted.tahun}. Unggah Rencana Aksi tahun itu lebih dahulu.")
    if wanted.json:
        print(json.dumps([cetak.as_json(row) for row in rows], ensure_ascii=False, indent=2))
        return
    print(PERIODE[wanted.periode].label(wanted.tahun))
    averages = rollup.rata_rata(store, unit, wanted.tahun, wanted.periode, per).to_dicts()
    for line in cetak.capaian_lines(rows, averages):
        print(line)


def report(store: Store, wanted: argparse.Namespace) -> None:
    unit = _unit(store)
    pengguna = akun.find(store, wanted.sebagai) if wanted.sebagai else akses.system(unit)
    per = wanted.per or periode.today()
    content = laporan_triwulan.build(
        store, pengguna, unit, wanted.tahun, wanted.periode, per, wanted.tanggal or per,
        lambda step: print(f"{step} ...", file=sys.stderr),
    )  # fmt: skip
    _write(wanted.ke, content)


def add_account(store: Store, wanted: argparse.Namespace) -> None:
    """The first account of a fresh folder is an admin, and brings the office of the SOP with it."""
    first = akun.is_empty(store)
    peran = Peran(wanted.peran or (Peran.ADMIN if first else Peran.STAF))
    nama, sandi = wanted.nama or wanted.akun, _sandi(wanted)
    akun.check_new(wanted.akun, nama, sandi, peran, wanted.bagian)
    if first:
        akun.check_first(peran)
    if not pengaturan.units(store):
        _set_up(store)
    unit = _unit(store)
    oleh = None if first else _actor(store, wanted, unit)
    akun.add(store, oleh, wanted.akun, nama, sandi, unit, peran, _bagian(store, unit, wanted))
    print(f"Akun “{wanted.akun}” ditambah dengan peran {akses.PERAN_NAMA[peran]}.")


def set_password(store: Store, wanted: argparse.Namespace) -> None:
    akun.set_sandi(store, _actor(store, wanted, _unit(store)), wanted.akun, _sandi(wanted))
    print(f"Kata sandi akun “{wanted.akun}” diganti; sesinya yang terbuka diakhiri.")


def disable(store: Store, wanted: argparse.Namespace) -> None:
    akun.set_active(store, _actor(store, wanted, _unit(store)), wanted.akun, aktif=False)
    print(f"Akun “{wanted.akun}” dinonaktifkan.")


def back_up(store: Store, wanted: argparse.Namespace) -> None:
    store.back_up(wanted.ke)
    print(f"Cadangan ditulis ke {wanted.ke}: basis data, berkas asli, dan salinan Parquet.")


# ---------------------------------------------------------------- what they share


def _unit(store: Store) -> str:
    known = pengaturan.units(store)
    if not known:
        raise UserError(
            "Belum ada kantor di folder data ini. Tambah admin pertama dengan “akun tambah”, atau muat data contoh."
        )
    return known[0].unit


def _set_up(store: Store) -> None:
    identity = pengaturan.IDENTITAS_BAWAAN
    officials = (pengaturan.CAMAT_BAWAAN,)
    pengaturan.set_up_office(store, akses.system(identity.unit), identity, pengaturan.BAGIAN_BAWAAN, officials)


def _actor(store: Store, wanted: argparse.Namespace, unit: str) -> Pengguna:
    return akun.find(store, wanted.sebagai) if wanted.sebagai else akses.system(unit)


def _sandi(wanted: argparse.Namespace) -> str:
    if wanted.sandi is not None:
        return str(wanted.sandi)
    return getpass.getpass("Kata sandi: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")


def _triwulan(wanted: argparse.Namespace) -> int:
    if wanted.triwulan is None:
        raise UserError("Sebutkan triwulannya, misalnya --triwulan 1.")
    return int(wanted.triwulan)


def _bagian(store: Store, unit: str, wanted: argparse.Namespace) -> str | None:
    known = [b.bagian for b in pengaturan.bagian(store, unit)]
    if wanted.bagian and wanted.bagian not in known:
        raise UserError(f"Bagian “{wanted.bagian}” tidak ada. Bagian yang ada: {', '.join(known)}.")
    return str(wanted.bagian) if wanted.bagian else None


def _read(path: Path) -> bytes:
    """No more than tells that a file is too large."""
    with path.open("rb") as stream:
        return stream.read(MAKS_UKURAN + 1)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    print(f"Ditulis: {path}")


def parser() -> argparse.ArgumentParser:
    """The commands and their options, declared once; the README lists them."""
    top = Pengurai(prog="python -m lakip", description="Pengumpulan data kinerja dan LAKIP kecamatan.")
    folder: dict[str, Any] = {"type": Path, "metavar": "FOLDER", "help": "folder data (bawaan: data/)"}
    top.add_argument("--data", default=DATA, **folder)
    commands = top.add_subparsers(required=True, metavar="PERINTAH")

    def add(to: Any, name: str, run: Callable[..., Any], about: str, *options: tuple[str, dict[str, Any]]) -> None:
        made = to.add_parser(name, help=about, description=about)
        for flag, how in (*options, ("--data", {"default": argparse.SUPPRESS, **folder})):
            made.add_argument(flag, **how)
        made.set_defaults(run=run)

    year = ("--tahun", {"type": tahun, "required": True, "metavar": "T"})
    optional_tw = ("--triwulan", {"type": int, "choices": TRIWULAN})
    triwulan = ("--triwulan", {"type": int, "choices": TRIWULAN, "required": True})
    one_bagian = ("--bagian", {"metavar": "B", "help": "kode bagian, misalnya PEM"})
    ke = ("--ke", {"type": target, "required": True, "metavar": "BERKAS"})
    kind = {"choices": ("rencana", "realisasi")}
    who = ("--sebagai", {"metavar": "AKUN"})
    who_must = ("--sebagai", {"metavar": "AKUN", "required": True})
    per = ("--per", {"type": tanggal, "metavar": "TANGGAL", "help": "jatuh tempo menurut tanggal ini"})
    which = ("--periode", {"choices": tuple(PERIODE), "required": True})
    sandi = ("--sandi", {"help": "tanpa ini, ditanyakan"})
    name = ("akun", {"metavar": "AKUN"})

    add(commands, "contoh", load_example, "memuat data contoh ke folder yang kosong")
    add(commands, "formulir", form, "menulis formulir Excel", ("jenis", kind), year, optional_tw, one_bagian, ke)
    add(
        commands, "unggah", upload, "membaca buku kerja dan menyimpannya", ("berkas", {"type": Path}),
        ("--jenis", {**kind, "required": True}), year, optional_tw, one_bagian, who_must,
        ("--tinggalkan", {"action": "store_true", "help": "tinggalkan baris yang ditahan"}),
    )  # fmt: skip
    add(commands, "benarkan", confirm, "membenarkan kiriman", year, triwulan, one_bagian, who_must)
    add(
        commands, "capaian", show_capaian, "menampilkan capaian satu periode", year, which, per,
        ("--json", {"action": "store_true"}),
    )  # fmt: skip
    reports = commands.add_parser("laporan", help="menyusun draf Word").add_subparsers(required=True, metavar="JENIS")
    quarters = ("--periode", {"choices": tuple(f"TW{n}" for n in TRIWULAN), "required": True})
    signed = ("--tanggal", {"type": tanggal, "help": "tanggal tanda tangan"})
    add(reports, "triwulan", report, "Laporan Kinerja Triwulan", year, quarters, ke, per, signed, who)
    accounts = commands.add_parser("akun", help="mengelola akun").add_subparsers(required=True, metavar="TINDAKAN")
    add(
        accounts, "tambah", add_account, "menambah akun; yang pertama menjadi admin", name, ("--nama", {}),
        ("--peran", {"choices": [p.value for p in Peran]}), one_bagian, sandi, who,
    )  # fmt: skip
    add(accounts, "sandi", set_password, "mengganti kata sandi", name, sandi, who)
    add(accounts, "nonaktif", disable, "menonaktifkan akun", name, who)
    add(commands, "cadangkan", back_up, "menulis cadangan lengkap ke satu berkas zip", ke)
    return top


if __name__ == "__main__":
    sys.exit(main())
