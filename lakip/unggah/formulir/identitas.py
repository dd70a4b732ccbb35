"""The hidden sheets of our own forms: what a form is for, what each of its cells was issued with, and its choices.

Whoever opens them by force can write anything there, so that nothing in them is taken on trust: `fault` says why an
identity cannot be read, before anybody turns a word of it into a number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lakip.unggah.berkas.lembar import Lembar, Sel, alamat
from lakip.unggah.tabel.angka import exact

META, PILIHAN = "_meta", "_pilihan"
FORMULIR = {
    "rencana": "Rencana Aksi", "realisasi": "realisasi", "anggaran": "anggaran", "isi_dokumen": "isi dokumen",
    "pembanding": "pembanding", "kaitan": "kaitan sasaran dengan anggaran",
}  # fmt: skip
BILANGAN = {"realisasi": ("skema", "tahun", "triwulan"), "isi_dokumen": ("skema", "tahun", "seen")}
DICATAT = "terbit"  # says that the cells a form was issued with follow, even where there are none
TERBIT = ("sel", "angka")  # "angka" in the first forms of the budget
MAKS_HURUF = 100
BELUM_DIHITUNG = "= (belum dihitung)"  # a formula without its result, which is not the same as nothing

Kunci = tuple[str, str]
"""What a row is about, and one of its fields."""


@dataclass(frozen=True)
class Identitas:
    """What the hidden sheet says. `told`: word by word; `baris`: what it says of each row; `terbit`: what each cell was
    issued with, None in a form of before this was kept."""

    told: Mapping[str, str]
    baris: Mapping[str, Sequence[str]]
    terbit: Mapping[Kunci, str] | None


def read(lembar: Sequence[Lembar]) -> Identitas | None:
    """None for an office's own workbook, even one that has a sheet of that name."""
    sheet = next((one for one in lembar if one.nama == META), None)
    if sheet is None:
        return None
    rows = [(*(said(cells.get(c)) for c in range(1, 6)),) for cells in sheet.baris.values()]
    told = {row[0]: row[1] for row in rows if row[0] not in ("baris", *TERBIT)}
    if not told.keys() & {"jenis", "skema", "unit"}:
        return None
    issued = {(row[1], row[2]): row[3] for row in rows if row[0] in TERBIT}
    return Identitas(told, {row[1]: row for row in rows if row[0] == "baris"}, issued or _none_issued(told))


def fault(lembar: Sequence[Lembar]) -> str | None:
    """Why the identity of a form cannot be read, and what to do; None when it can, or when the file is no form."""
    found = read(lembar)
    if found is None:
        return None
    told, jenis = found.told, found.told.get("jenis", "")
    numbers = BILANGAN.get(jenis, ("skema", "tahun"))
    checks = {
        "jenis": jenis in FORMULIR,
        **{name: is_number(told.get(name, "")) for name in numbers},
        "unit": 0 < len(told.get("unit", "")) <= MAKS_HURUF,
        "contoh": told.get("contoh") in ("0", "1"),
        **{name: len(told.get(name, "")) <= MAKS_HURUF for name in ("bagian", "untuk")},
        "baris": jenis != "realisasi" or all(_is_card(row) for row in found.baris.values()),
    }
    wrong = [name for name, right in checks.items() if not right]
    if not wrong:
        return None
    return (
        f"Identitas formulir ini tidak terbaca, karena lembar tersembunyinya berubah atau rusak (bagian “{wrong[0]}”). "
        "Unduh formulir baru dari sistem ini, salin isian Anda ke dalamnya, lalu unggah kembali."
    )


def is_number(teks: str) -> bool:
    """Whether a hidden cell holds a number as a form writes it; anything else was put there by hand."""
    return teks.isascii() and teks.isdecimal() and len(teks) < 10


def write(
    book: Any, told: Mapping[str, object], terbit: Mapping[Kunci, str], baris: Iterable[Sequence[str]] = ()
) -> None:
    """The hidden sheet as `read` takes it."""
    rows = [*((name, str(value)) for name, value in told.items()), *(("baris", *row) for row in baris)]
    rows += [(DICATAT, "1"), *(("sel", *key, text) for key, text in terbit.items() if text)]
    sheet = book.add_worksheet(META)
    for number, texts in enumerate(rows):
        for column, text in enumerate(texts):
            sheet.write_string(number, column, text)
    sheet.very_hidden()


class Pilihan:
    """The dropdowns of one form, each over a range of a hidden sheet: a list written into the cell itself is cut at
    every comma, and at 255 letters."""

    def __init__(self, book: Any) -> None:
        self._sheet = book.add_worksheet(PILIHAN)
        self._sheet.very_hidden()
        self._columns = 0

    def offer(self, sheet: Any, cells: tuple[int, int, int, int], words: Iterable[str], **told: str) -> None:
        """Offer these words in the cells (first row, first column, last row, last column, counted from 0)."""
        listed = list(words)
        self._columns += 1
        for row, word in enumerate(listed):
            self._sheet.write_string(row, self._columns - 1, word)
        first, last = (alamat(row, self._columns) for row in (1, max(len(listed), 1)))
        source = f"={PILIHAN}!{_fixed(first)}:{_fixed(last)}"
        shown = {"error_title": "Pilihan", "error_message": "Pilih salah satu dari daftar."}
        sheet.data_validation(*cells, {"validate": "list", "source": source, **shown, **told})


def said(sel: Sel | None) -> str:
    """What stands in a cell, for comparison: each line of a text on its own, one space between words."""
    if sel is None:
        return ""
    if sel.tanpa_nilai:
        return BELUM_DIHITUNG
    return text(sel.nilai) if isinstance(sel.nilai, str) else sel.teks


def text(nilai: object) -> str:
    """The same of what a form writes. A number as it is read back: a workbook keeps fifteen digits of it."""
    match nilai:
        case None:
            return ""
        case int() | float() | Decimal():
            return _number(nilai)
        case _:
            return "\n".join(" ".join(line.split()) for line in str(nilai).splitlines()).strip()


# ---------------------------------------------------------------- inside


def _number(nilai: int | float | Decimal) -> str:
    written = f"{nilai:.16G}" if isinstance(nilai, float) else f"{float(nilai):.16G}"
    try:
        kept: int | float = int(written)
    except ValueError:
        kept = float(written)
    number = exact(kept)
    return written if number is None else f"{number.normalize() + 0:f}"


def _none_issued(told: Mapping[str, str]) -> Mapping[Kunci, str] | None:
    """A form that was issued blank says so; one of before this was kept says nothing."""
    return {} if DICATAT in told else None


def _is_card(row: Sequence[str]) -> bool:
    isian, _, versi = row[2].rpartition("|")
    return bool(isian) and is_number(versi)


def _fixed(place: str) -> str:
    letters = place.rstrip("0123456789")
    return f"${letters}${place[len(letters) :]}"
