"""How the tables of a file were read, as a person is shown it before anything is saved: column by column.

What is decided about a column is an answer like any other (see `hasil.Jawaban`):

    (lembar, heading cell of the column, ARTI)   the bidang that it holds, or TIDAK_DIPAKAI
    (lembar, cell of the table, PEMBACAAN)       "pakai" once a person said that the whole reading is right
    (lembar, any cell, ISI)                      what stands there instead of what was written
"""

from dataclasses import dataclass
from enum import StrEnum

ARTI, PEMBACAAN, ISI = "arti", "pembacaan", "isi"
TIDAK_DIPAKAI, TINGGALKAN = "tidak dipakai", "tinggalkan"


class Guna(StrEnum):
    """What becomes of a column."""

    DIPAKAI = "dipakai"
    TIDAK_DIPAKAI = "tidak dipakai"  # understood, and not for this upload
    DITANYAKAN = "ditanyakan"  # it may be meant, and a person has to say so
    TIDAK_DIPAHAMI = "tidak dipahami"


@dataclass(frozen=True)
class BacaanKolom:
    """One column.

    Attributes:
        nomor, sel: its number, and the lowest cell of its heading ("G7"), where questions about it stand.
        judul: the whole heading, from above: "REALISASI › TRIWULAN II › Rp".
        bidang: what it is read as, or would be; None: nothing of this upload.
        sebab: why it is asked about, or not read; empty for a column that is used.
        contoh: up to three of its cells: what was written, and what that was read as.
    """

    nomor: int
    sel: str
    judul: str
    guna: Guna
    bidang: str | None = None
    sebab: str = ""
    contoh: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class BacaanTabel:
    """One table of a file.

    Attributes:
        lembar, sel: its sheet, and the cell where the question stands whether it was read rightly.
        baris_judul, baris_akhir: the rows of its headings.
        kolom: from the left.
        pilihan: every bidang that a column may be given, with its name for a menu.
        disetujui: a person vouched for it, or it is a form of ours.
        formulir: it is a form of ours.
    """

    lembar: str
    sel: str
    baris_judul: int
    baris_akhir: int
    kolom: tuple[BacaanKolom, ...]
    pilihan: tuple[tuple[str, str], ...]
    disetujui: bool = False
    formulir: bool = False

    @property
    def paham(self) -> bool:
        """Nothing in it waits for an answer about a column."""
        return all(one.guna is not Guna.DITANYAKAN for one in self.kolom)
