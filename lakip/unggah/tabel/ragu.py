"""What a cell shows that makes its figure doubtful, whatever it is a figure of."""

import re

from lakip.unggah.tabel import kosakata, makna
from lakip.unggah.tabel.kata import is_sum
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Tingkat

Soal = tuple[Tingkat, str, str]
"""(tingkat, kode, sentence after "Sel F12: ")"""


def doubts(tabel: Tabel, baris: int, kolom: int) -> list[Soal]:
    """What has to be said about the figure of one cell; empty when it says plainly what it is."""
    sel = tabel.lembar.sel(baris, kolom)
    if (shared := _shared(tabel, baris, kolom)) is not None:
        pesan = (
            f"selnya digabung menjadi satu ({shared}) di atas beberapa kolom atau baris, sehingga tidak jelas "
            "angka itu milik yang mana. Pisahkan selnya dan isi masing-masing, betulkan di sini, atau tinggalkan."
        )
        return [(Tingkat.SALAH, "sel_gabungan", pesan)]
    if sel is None:
        return []
    found = _of_row(tabel, baris, kolom)
    if (note := tabel.lembar.komentar.get((baris, kolom))) and _figure(tabel, baris, kolom):
        found.append(_noted(note, sel.teks))
    if sel.coret:
        found.append((Tingkat.TANYA, "dicoret", f"“{sel.teks}” dicoret. Pakai bila tetap berlaku, atau tinggalkan."))
    if sel.tercoret:
        pesan = f"sebagian isinya dicoret (“{sel.tercoret}”), dan yang dibaca “{sel.teks}”. Pakai bila itu yang benar."
        found.append((Tingkat.TANYA, "sebagian_dicoret", pesan))
    if sel.catatan_kaki:
        pesan = f"“{sel.catatan_kaki}” di atas garis tampaknya tanda catatan kaki. Pakai bila angkanya {sel.teks}."
        found.append((Tingkat.TANYA, "catatan_kaki", pesan))
    if sel.skala_format:
        pesan = (
            f"formatnya menunjukkan angka dibagi {sel.skala_format:,}".replace(",", ".")
            + f" (tampak “{sel.tampil}”). Pakai bila angka penuhnya {sel.teks}."
        )
        found.append((Tingkat.TANYA, "format_skala", pesan))
    return found


def _noted(note: str, teks: str) -> Soal:
    """A note that is pinned to it is shown; one that casts doubt on the figure, or gives another, is asked about."""
    number = re.search(r"\d", re.sub(r"\b20\d\d\b", "", note))
    if number or {*makna.plain(note).split()} & kosakata.MERAGUKAN or makna.one(note).waktu.berkala:
        return (
            Tingkat.TANYA,
            "komentar",
            f"selnya berkomentar “{note}”. Pakai bila angkanya tetap {teks}, atau betulkan.",
        )
    return Tingkat.CATATAN, "komentar", f"selnya berkomentar “{note}”."


def _of_row(tabel: Tabel, baris: int, kolom: int) -> list[Soal]:
    """That the row says of its figure that it runs from January, or that the rows below go on with it."""
    found: list[Soal] = []
    if tabel.formulir or not _figure(tabel, baris, kolom):
        return found
    if note := tabel.sampai_baris(baris):
        pesan = f"barisnya menyebut “{note[:60]}”, yang mungkin berarti angkanya sejak Januari. Pakai bila bukan."
        found.append((Tingkat.TANYA, "baris_sampai", pesan))
    if other := tabel.waktu_lain(baris):
        pesan = f"barisnya menyebut “{other[0]}”, sedangkan baris lain “{other[1]}”. Pakai bila angkanya benar."
        found.append((Tingkat.TANYA, "baris_waktu_lain", pesan))
    below = tabel.rincian(baris, kolom)
    if below is not None and not any(is_sum(sel.teks) for sel in tabel.lembar.baris[below].values()):
        pesan = (
            f"baris di bawahnya (baris {below}) juga berisi angka tanpa kode dan nama, sehingga angka ini mungkin "
            "hanya sebagian. Pakai bila angka ini keseluruhannya."
        )
        found.append((Tingkat.TANYA, "baris_dirinci", pesan))
    return found


def _figure(tabel: Tabel, baris: int, kolom: int) -> bool:
    sel = tabel.lembar.sel(baris, kolom)
    return sel is not None and kolom not in tabel.pengenal and any(c.isdigit() for c in sel.teks)


def _rows(tabel: Tabel, top: int, bottom: int) -> int:
    """How many rows of the table, each with more than that one cell, a merge covers."""
    return sum(1 for n in tabel.baris_data if top <= n <= bottom and len(tabel.lembar.baris[n]) > 1)


def _shared(tabel: Tabel, baris: int, kolom: int) -> str | None:
    """What stands in a cell that was merged over several columns."""
    for top, left, bottom, right in tabel.lembar.gabungan_di.get(baris, ()):
        if left <= kolom <= right and (right > left or _rows(tabel, top, bottom) > 1):
            sel = tabel.lembar.sel(top, left)
            if sel is not None and any(c.isdigit() for c in sel.teks):
                return f"“{sel.teks}” di {sel.alamat}"
    return None
