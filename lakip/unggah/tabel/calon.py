"""One row of a table: its cells by what their columns hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lakip.unggah.berkas.lembar import Sel, alamat
from lakip.unggah.tabel.angka import STRIP
from lakip.unggah.tabel.peta import Kolom
from lakip.unggah.tabel.ragu import Soal, doubts
from lakip.unggah.tabel.tabel import Tabel

TAK_BERNILAI = STRIP | {""}


@dataclass(frozen=True)
class Calon:
    """The cells of one row by field, and the place of each field, also where the cell is empty. `dibiarkan`: targets
    that the record keeps, whatever their cells say."""

    lembar: str
    nomor: int
    sel: Mapping[str, Sel]
    alamat: Mapping[str, str]
    dibiarkan: frozenset[str] = frozenset()
    ragu: Mapping[str, Sequence[Soal]] = field(default_factory=dict)

    @classmethod
    def of(cls, tabel: Tabel, kolom: Mapping[str, Kolom], nomor: int) -> "Calon":
        cells = {name: tabel.sel(nomor, column.nomor) for name, column in kolom.items()}
        places = {name: alamat(nomor, column.nomor) for name, column in kolom.items()}
        found = {n: soal for n, one in kolom.items() if (soal := doubts(tabel, nomor, one.nomor))}
        return cls(tabel.lembar.nama, nomor, {n: s for n, s in cells.items() if s is not None}, places, ragu=found)

    def text(self, name: str) -> str:
        """As typed, one space between words; a dash is nothing."""
        text = self.sel[name].teks if name in self.sel else ""
        return "" if text in TAK_BERNILAI else text

    def lines(self, name: str) -> str:
        """As `text`, but each line of the cell on its own."""
        sel = self.sel.get(name)
        parts = str(sel.nilai).splitlines() if sel is not None else []
        return "\n".join(filter(None, (" ".join(part.split()) for part in parts)))

    @property
    def place(self) -> str:
        """The cell that stands for the whole row."""
        return self.alamat.get("kode") or self.alamat.get("nama") or f"A{self.nomor}"
