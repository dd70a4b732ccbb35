"""The command line for administrators and scripts: python -m lakip <perintah>.

Says what went wrong in one sentence and exits with 1. Needs the database for itself: when the
application holds it, that is the sentence. Whoever runs this owns the data folder already, so
`--sebagai` says in whose name, and with whose rights, a thing is done; without it the program acts itself.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from lakip import cadangan
from lakip.akses import Peran
from lakip.alur import PERIODE_ALUR
from lakip.errors import UserError
from lakip.perintah import buku_kerja, dokumen, kantor, keluaran, masukan, peta
from lakip.perintah.pengurai import Pengurai, explain, tahun, tanggal, target
from lakip.periode import PERIODE, TRIWULAN
from lakip.praperiksa import PERIODE_LAPORAN
from lakip.salinan import FILE_NAME
from lakip.store import Store
from lakip.utuh import mulai

DATA = Path(__file__).resolve().parent.parent / "data"
# They may begin a record; any other was given a wrong folder.
PEMULA = (kantor.load_example, kantor.add_account, kantor.bring_back)
TAK_ADA = (
    "Tidak ada catatan kantor di folder {}. Periksa --data; catatan baru dimulai dengan “akun tambah” atau “contoh”."
)
LAMA = {("laporan", "raport"): "rapor"}  # scripts of an office may still say it so


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 when it did what it says, 1 with a sentence on stderr otherwise."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not be UTF-8
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        wanted = parser().parse_args(_renamed(sys.argv[1:] if argv is None else argv))
        _check_there(wanted)
        if wanted.run is kantor.bring_back:  # needs the folder, and the record closed
            return int(wanted.run(wanted))
        with closing(Store(wanted.data, cadangan.before_change)) as store:
            told = mulai.begin(store)
            for sentence in told if wanted.run is not kantor.check else ():  # that one tells all of it
                print(sentence, file=sys.stderr)
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
    ke, kind = ("--ke", {"type": target, "required": True, "metavar": "BERKAS"}), {"choices": masukan.JENIS}
    who = ("--sebagai", {"metavar": "AKUN"})
    who_must = ("--sebagai", {"metavar": "AKUN", "required": True})
    per = ("--per", {"type": tanggal, "metavar": "TANGGAL", "help": "jatuh tempo menurut tanggal ini"})
    which = ("--periode", {"choices": tuple(PERIODE), "required": True})
    sandi = ("--sandi", {"help": "tanpa ini, ditanyakan"})
    name, berkas = ("akun", {"metavar": "AKUN"}), ("berkas", {"type": Path})

    add(commands, "contoh", kantor.load_example, "memuat data contoh ke folder yang kosong")
    add(
        commands, "formulir", masukan.form, "menulis formulir Excel", ("jenis", kind), year, optional_tw, one_bagian, ke
    )
    add(
        commands, "unggah", masukan.upload, "membaca buku kerja dan menyimpannya", berkas,
        ("--jenis", {**kind, "required": True}), year, optional_tw, one_bagian, who_must,
        ("--setuju", {"action": "store_true", "help": "setujui bacaan yang seluruhnya dipahami"}),
        ("--peta", {"type": Path, "metavar": "BERKAS.json", "help": f"arti kolom, isi sel, jawaban: {peta.BENTUK}"}),
        ("--profil", {"metavar": "NAMA", "help": "pakai bacaan yang pernah disetujui dan diingat"}),
        ("--tinggalkan", {"action": "store_true", "help": "tinggalkan setiap baris yang masih ditahan"}),
    )  # fmt: skip
    add(commands, "benarkan", masukan.confirm, "membenarkan kiriman", year, triwulan, one_bagian, who_must)
    saat = ("--keadaan", {"metavar": "SAAT", "help": "catatan sampai saat itu, misalnya “2026-04-10 14:00” WITA"})
    add(
        commands, "capaian", keluaran.show_capaian, "menampilkan capaian satu periode", year, which, per, saat,
        ("--json", {"action": "store_true"}),
    )  # fmt: skip
    reports = commands.add_parser("laporan", help="menyusun draf Word").add_subparsers(required=True, metavar="JENIS")
    signed, finished = (
        ("--tanggal", {"type": tanggal, "help": "tanggal tanda tangan"}),
        ("--final", {"action": "store_true", "help": "tolak bila masih draf: belum disahkan atau belum lengkap"}),
    )
    for jenis, made, parts in (
        ("Triwulan", keluaran.triwulanan, tuple(f"TW{n}" for n in TRIWULAN)),
        ("Semester", keluaran.semester, ("SM1", "SM2")),
    ):
        of = ("--periode", {"choices": parts, "required": True})
        add(reports, jenis.lower(), made, f"Laporan Kinerja {jenis}", year, of, ke, per, saat, signed, finished, who)
    add(
        reports, "tahunan", keluaran.tahunan, "Laporan Kinerja Tahunan (LKjIP)", year, ke, per, saat, signed, finished,
        who,
    )  # fmt: skip
    runs = ("--periode", {"choices": PERIODE_ALUR, "required": True})
    add(reports, "log-sop", keluaran.log, "Log pelaksanaan SOP satu periode", year, runs, ke, who)
    of_pk = ("--versi", {"type": int, "metavar": "N", "help": "versi PK; tanpa ini, yang terakhir"})
    office = ("--jabatan", {"default": "camat", "help": "camat, sekcam, kode bagian, atau semua (berkas zip)"})
    add(reports, "pk", keluaran.pk, "Perjanjian Kinerja satu jabatan", year, office, of_pk, ke, who)
    for jenis, nama, more in (
        ("renaksi", "Rencana Aksi", (of_pk, one_bagian)), ("iku", "Indikator Kinerja Utama", ()),
        ("rkt", "Rencana Kinerja Tahunan", ()),
    ):  # fmt: skip
        add(reports, jenis, partial(_table, jenis), nama, year, *more, ke, signed, who)
    add(reports, "rekap", buku_kerja.rekap, "rekap capaian satu periode (Excel)", year, which, ke, per, saat, who)
    add(reports, "e81", buku_kerja.formulir_e81, "Formulir E.81 (Excel)", year, triwulan, ke, per, saat, signed, who)
    add(
        reports, "rapor", buku_kerja.rapor_kinerja, "rapor kinerja triwulanan per bagian", year, triwulan,
        one_bagian, ke, per, saat, signed, who,
    )  # fmt: skip
    of_report = ("--periode", {"choices": PERIODE_LAPORAN, "required": True})
    add(reports, "pra-periksa", buku_kerja.pra_periksa, "memeriksa kelengkapan laporan", year, of_report, per)
    add(reports, "pdf", buku_kerja.ubah_pdf, "mengubah draf menjadi PDF", ("berkas", {"type": Path}), ke)
    add(
        reports, "ulang", keluaran.ulang, "laporan yang pernah disusun, sekali lagi dari potretnya",
        ("--potret", {"required": True, "metavar": "ID", "help": "tercetak pada halaman terakhir laporan"}), ke, who,
    )  # fmt: skip
    accounts = commands.add_parser("akun", help="mengelola akun").add_subparsers(required=True, metavar="TINDAKAN")
    add(
        accounts, "tambah", kantor.add_account, "menambah akun; yang pertama menjadi admin", name, ("--nama", {}),
        ("--peran", {"choices": [p.value for p in Peran]}), one_bagian, sandi, who,
    )  # fmt: skip
    add(accounts, "sandi", kantor.set_password, "mengganti kata sandi", name, sandi, who)
    for command, act, about in (
        ("nonaktif", kantor.disable, "menonaktifkan akun"),
        ("bebaskan", kantor.release, "menghapus faktor kedua dan jeda masuk sebuah akun"),
    ):
        add(accounts, command, act, about, name, who)
    anywhere, sure = (
        ("--ke", {"type": target, "metavar": "BERKAS", "help": "tanpa ini, ke folder cadangan dari folder data"}),
        ("--ya", {"action": "store_true", "help": "pulihkan; keadaan sekarang disimpan di sampingnya"}),
    )
    for command, check, about, options in (
        ("cadangkan", kantor.back_up, "menulis cadangan lengkap ke satu berkas zip", (anywhere,)),
        ("pulihkan", kantor.bring_back, "memulihkan cadangan; tanpa --ya hanya memperlihatkannya", (berkas, sure)),
        ("periksa-dokumen", dokumen.check, "membandingkan laporan Word dengan potretnya dan basis data", (berkas, who)),
        ("periksa", kantor.check, "memeriksa apakah catatan dan arsip masih seperti ditulis", ()),
        (
            "nyatakan",
            kantor.settle,
            "menyelesaikan temuan sebagai admin: jam benar, atau catatan dilanjutkan",
            (("apa", {"choices": ("jam", "catatan")}), ("--alasan", {"required": True}), who),
        ),
    ):
        add(commands, command, check, about, *options)
    return top


def _check_there(wanted: argparse.Namespace) -> None:
    """Raises UserError when a record is asked for where there is none: a folder named wrongly is not made."""
    if wanted.run not in PEMULA and not (wanted.data / FILE_NAME).exists():
        raise UserError(TAK_ADA.format(wanted.data))
    wanted.data.mkdir(parents=True, exist_ok=True)


def _renamed(words: list[str]) -> list[str]:
    return [LAMA.get((before, word), word) for before, word in pairwise(["", *words])]


def _table(jenis: str, store: Store, wanted: argparse.Namespace) -> None:
    keluaran.tabel(store, jenis, wanted)


if __name__ == "__main__":
    sys.exit(main())
