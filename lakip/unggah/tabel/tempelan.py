"""Rows copied out of Excel and pasted into a text box: which cell of a grid each text is meant for.

Reads no number: the texts go into the grid as they are, and are read there. What has no place is told, never left out
silently; what could be meant for two places is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lakip.errors import UserError
from lakip.unggah.berkas.pisah import split_tabs
from lakip.unggah.tabel.angka import read_text

Tempat = tuple[str, str]  # kode of the row, key of the column
Baris = list[str]


@dataclass(frozen=True)
class Tempelan:
    """`isi`: the text for each cell, blank ones left out. `pesan`: what was left out or read as 0, and why."""

    isi: dict[Tempat, str] = field(default_factory=dict)
    pesan: tuple[str, ...] = ()


def place(teks: str, kode: Sequence[str], kolom: Sequence[str], mulai: Tempat) -> Tempelan:
    """Where the pasted rows belong, in rupiah.

    Rows that carry a kode of the grid go to it, whatever their order; their figures stand behind the kode, after the
    uraian if there is one. Without any kode they go down from `mulai`, as when pasting into a sheet.

    Raises UserError when there is nothing in it, or more rows or columns than the grid has from there on.
    """
    rows = _rows(teks)
    if not any(any(row) for row in rows):
        raise UserError("Kotaknya kosong. Salin selnya di Excel, lalu tempel di sini (Ctrl+V).")
    columns = kolom[kolom.index(mulai[1]) :]
    coded = [(n, row, at) for n, row in enumerate(rows, 1) if (at := _code_at(row, kode)) is not None]
    if coded:
        found, told = _by_code(coded, columns), _uncoded(rows, {n for n, _, _ in coded})
    else:
        found, told = _from(rows, kode[kode.index(mulai[0]) :], columns), ()
    return _dashes(found, told)


# ---------------------------------------------------------------- inside


def _rows(teks: str) -> list[Baris]:
    """Cells by row, each on one line."""
    flat = [[" ".join(cell.split()) for cell in row] for row in split_tabs(teks)]
    while flat and not any(flat[-1]):
        flat.pop()
    return flat


def _code_at(row: Baris, kode: Sequence[str]) -> int | None:
    return next((n for n, cell in enumerate(row) if cell in kode), None)


def _by_code(coded: Sequence[tuple[int, Baris, int]], columns: Sequence[str]) -> dict[Tempat, str]:
    behind = [(n, row[at], row[at + 1 :]) for n, row, at in coded]
    if all(len(cells) > 1 and _is_words(cells[0]) for _, _, cells in behind):
        behind = [(n, kode, cells[1:]) for n, kode, cells in behind]
    found: dict[Tempat, str] = {}
    seen: dict[str, int] = {}
    for n, kode, cells in behind:
        if kode in seen:
            raise UserError(
                f"Kode {kode} ada pada baris {seen[kode]} dan {n} tempelan. Sisakan satu, lalu tempel lagi."
            )
        seen[kode] = n
        found |= _cells(n, kode, cells, columns)
    return found


def _is_words(cell: str) -> bool:
    """Whether it is an uraian: something with letters that is no figure, nor a word for one."""
    return any(c.isalpha() for c in cell) and read_text(cell, "rupiah").kode == "bukan_angka"


def _cells(n: int, kode: str, cells: Baris, columns: Sequence[str]) -> dict[Tempat, str]:
    width = max((number for number, cell in enumerate(cells, 1) if cell), default=0)
    if width > len(columns):
        raise UserError(
            f"Baris {n} tempelan berisi {width} kolom angka, sedangkan tabel punya {len(columns)} kolom mulai dari "
            "kolom yang dipilih. Salin kolom angkanya saja (boleh dengan kolom kode di depannya)."
        )
    return {(kode, name): cell for name, cell in zip(columns, cells, strict=False) if cell}


def _uncoded(rows: Sequence[Baris], coded: set[int]) -> tuple[str, ...]:
    rest = [f"{n} (“{_begin(row)}”)" for n, row in enumerate(rows, 1) if n not in coded and any(row)]
    if not rest:
        return ()
    return (f"Tidak diisikan, karena tidak memuat kode sub kegiatan di tabel: baris {', '.join(rest)}.",)


def _begin(row: Baris) -> str:
    first = next(cell for cell in row if cell)
    return first if len(first) <= 30 else first[:29] + "…"


def _from(rows: Sequence[Baris], kode: Sequence[str], columns: Sequence[str]) -> dict[Tempat, str]:
    if len(rows) > len(kode):
        raise UserError(
            f"Tempelan berisi {len(rows)} baris, sedangkan tabel punya {len(kode)} baris mulai dari baris yang "
            "dipilih. Salin baris yang sesuai saja, atau sertakan kolom kodenya."
        )
    if any(_is_words(cell) for cell in rows[0]):
        raise UserError(
            f"Baris pertama tempelan, “{_begin(rows[0])}”, bukan angka. Salin angkanya saja tanpa judul dan uraian, "
            "atau sertakan kolom kodenya."
        )
    return {
        place: text for n, row in enumerate(rows, 1) for place, text in _cells(n, kode[n - 1], row, columns).items()
    }


def _dashes(found: dict[Tempat, str], told: tuple[str, ...]) -> Tempelan:
    """The rule of a file: “-” is 0 in a column that holds another figure."""
    kinds = {place: read_text(text, "rupiah") for place, text in found.items()}
    filled = {kolom for (_, kolom), one in kinds.items() if one.nilai is not None}
    zero = [place for place, one in kinds.items() if one.kode == "strip" and place[1] in filled]
    if zero:
        told = (*told, f"Tanda “-” pada {len(zero)} sel dibaca 0, karena kolomnya memuat angka lain.")
    return Tempelan(found | dict.fromkeys(zero, "0"), told)
