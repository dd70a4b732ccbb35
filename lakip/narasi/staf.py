"""An official's own text for a section: kept with the periode, with the figures beneath it as they were.

It holds figures by reference only. The newest version counts; going back to the generated text is a version too.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.narasi import rujukan
from lakip.narasi.angka_ketik import typed
from lakip.narasi.isi import KOLOM, UMUM
from lakip.narasi.rujukan import Daftar, Rujukan
from lakip.store import Store, Transaction

KARTU = {"indikator": "indikator_tahun", "sasaran": "sasaran_tahun"}  # where the kode of a section stands
BATAS = 20_000  # characters; the longest section of the example has a quarter of it


@dataclass(frozen=True)
class Tulisan:
    """The newest version of one section. `angka`: what each reference said; `otomatis`: hash of the generated text."""

    kunci: str
    versi: int
    teks: str | None
    angka: Mapping[str, str]
    otomatis: str
    oleh: str
    pada: datetime


def written(store: Store | Transaction, unit: str, tahun: int, kode: str) -> dict[str, Tulisan]:
    """By section; those that went back to the generated text are there too, with teks None."""
    found = {}
    for row in store.read("naskah_terbaru", unit=unit, tahun=tahun, periode=kode).iter_rows(named=True):
        dasar = json.loads(row["dasar"])
        found[row["kunci"]] = Tulisan(
            row["kunci"], row["versi"], row["teks"], dasar["angka"], dasar["otomatis"], row["oleh_nama"], row["pada"]
        )
    return found


def fingerprint(mentah: Sequence[str]) -> str:
    """Of a generated text with its references: it moves when another sentence plan applies."""
    return hashlib.sha256("\n\n".join(mentah).encode()).hexdigest()


def moved(one: Tulisan, mentah: Sequence[str], daftar: Daftar) -> tuple[str, ...]:
    """What is not as it was when the text was saved, a line each."""
    lines = []
    for nama, before in one.angka.items():
        now = daftar.get(nama)
        if now is None:
            lines.append(f"{nama}: {before}, kini tidak ada lagi")
        elif now.teks != before:
            lines.append(f"{_whose(now)}: {before} menjadi {now.teks}")
    if not lines and one.otomatis != fingerprint(mentah):
        lines.append("Keterangan atau keadaan data di bawah bagian ini berubah; bandingkan dengan teks otomatisnya")
    return tuple(lines)


def questions(teks: str, mentah: Sequence[str]) -> list[str]:
    """Numbers typed by hand that the generated text does not have either; to be asked about before saving."""
    return typed(teks, mentah)


def check(teks: str, daftar: Daftar) -> None:
    """Raises UserError for an empty or endless text, and for references that the record does not know, by name."""
    if not teks.strip():
        raise UserError("Naskah masih kosong. Tulis isinya, atau tekan “Kembali ke teks otomatis”.")
    if len(teks) > BATAS:
        raise UserError(f"Naskah ini {len(teks)} huruf; paling banyak {BATAS}. Ringkaslah, lalu simpan lagi.")
    if unknown := list(dict.fromkeys(n for n in rujukan.names(teks) if n not in daftar)):
        told = ", ".join("{" + n + "}" for n in unknown)
        raise UserError(f"Rujukan {told} tidak dikenal. Pilih dari daftar rujukan di samping naskah, atau hapus.")
    if any(sign in rujukan.RUJUKAN.sub("", teks) for sign in "{}"):
        raise UserError("Ada kurung kurawal yang tidak berpasangan. Rujukan ditulis seperti {IK-01.capaian}.")


def save(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, kode: str, kunci: str, teks: str,
    mentah: Sequence[str], daftar: Daftar, *, versi: int = 0, yakin: bool = False,
) -> int:  # fmt: skip
    """Keep a text for one section; returns its version.

    Args:
        mentah: the generated text of the section, with references.
        versi: the version that was on the screen, 0 for none.
        yakin: numbers typed by hand are meant so.

    Raises:
        AccessError: the section is another bagian's, or about the whole office; see `may`.
        UserError: see `check`; a section that no report has; numbers typed by hand that nobody affirmed; somebody
            else saved meanwhile; the report is approved already.
    """
    _require(store, pengguna, unit, tahun, kunci)
    teks = clean(teks)
    check(teks, daftar)
    if not yakin and (numbers := questions(teks, mentah)):
        raise UserError(
            f"Angka {', '.join(numbers)} diketik langsung, sehingga tidak ikut berubah bila datanya dibetulkan. Ganti "
            "dengan rujukan, atau nyatakan bahwa angka itu memang bukan angka kinerja."
        )
    angka = _figures([teks, *mentah], daftar)
    return _write(store, pengguna, (unit, tahun, kode, kunci), teks, angka, mentah, versi)


def revert(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, kode: str, kunci: str,
    mentah: Sequence[str], *, versi: int = 0,
) -> int:  # fmt: skip
    """Let the generated text stand again."""
    _require(store, pengguna, unit, tahun, kunci)
    return _write(store, pengguna, (unit, tahun, kode, kunci), None, {}, mentah, versi)


def may(store: Store, pengguna: Pengguna, unit: str, tahun: int, kunci: str) -> bool:
    """A bagian may write about its own indikator; the rest of a report is the Kasubbag's.

    Whose an indikator is, its card says. Raises UserError for a section that no report has.
    """
    bagian = _bagian(store, unit, tahun, kunci)
    return pengguna.may(Izin.UNGGAH, unit, bagian) if bagian else pengguna.may(Izin.REKAP, unit)


def clean(teks: str) -> str:
    """Paragraphs with one empty line between them, each on one line; rows of a table ("a | b") keep theirs."""
    parts = (_lines(p) for p in teks.replace("\r\n", "\n").split("\n\n"))
    return "\n\n".join(p for p in parts if p)


# ---------------------------------------------------------------- inside


def _require(store: Store, pengguna: Pengguna, unit: str, tahun: int, kunci: str) -> None:
    bagian = _bagian(store, unit, tahun, kunci)
    pengguna.require(Izin.UNGGAH if bagian else Izin.REKAP, unit, bagian)


def _bagian(store: Store, unit: str, tahun: int, kunci: str) -> str | None:
    """Whose indikator a section is about; None when it is about the whole office."""
    if kunci in UMUM:
        return None
    jenis, _, kode = kunci.partition(":")
    known = store.read(KARTU[jenis], unit=unit, tahun=tahun).to_dicts() if jenis in KARTU else []
    card = next((row for row in known if row["kode"] == kode), None)
    if card is None:
        raise UserError(f"Bagian naskah “{kunci}” tidak ada pada laporan tahun {tahun}. Pilih bagian dari daftarnya.")
    return str(card["bagian"]) if jenis == "indikator" else None


def _lines(part: str) -> str:
    lines = [" ".join(line.split()) for line in part.split("\n")]
    return ("\n" if any(KOLOM in line for line in lines) else " ").join(line for line in lines if line)


def _whose(one: Rujukan) -> str:
    return f"{one.tentang}, {one.arti}" if one.tentang else one.arti


def _figures(texts: Iterable[str], daftar: Daftar) -> dict[str, str]:
    return {n: daftar[n].teks for text in texts for n in rujukan.names(text) if n in daftar}


def _write(
    store: Store, pengguna: Pengguna, key: tuple[str, int, str, str], teks: str | None, angka: Mapping[str, str],
    mentah: Sequence[str], versi: int,
) -> int:  # fmt: skip
    unit, tahun, kode, kunci = key
    with store.transaction() as tx:
        now = written(tx, unit, tahun, kode).get(kunci)
        if (now.versi if now else 0) != versi:
            raise UserError("Naskah ini sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu ulangi.")
        row = {"unit": unit, "tahun": tahun, "periode": kode, "kunci": kunci, "versi": versi + 1, "teks": teks}
        dasar = json.dumps({"angka": dict(angka), "otomatis": fingerprint(mentah)}, ensure_ascii=False)
        tx.insert("naskah", [{**row, "dasar": dasar, "oleh": pengguna.akun, "pada": periode.now()}])
        act = "menulis naskah laporan" if teks is not None else "mengembalikan naskah otomatis"
        told = {"huruf": len(teks)} if teks is not None else {}
        jejak.write(tx, pengguna.akun, act, f"naskah:{tahun}/{kode}/{kunci}", unit=unit, versi=versi + 1, **told)
    return versi + 1
