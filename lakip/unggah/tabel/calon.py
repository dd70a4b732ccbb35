"""One row of a table: its cells by what their columns hold, and what is to be said about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol, Self, TypeVar

from lakip.formatting import angka
from lakip.unggah.berkas.lembar import Sel, alamat
from lakip.unggah.tabel.angka import STRIP, Bacaan
from lakip.unggah.tabel.kata import is_sum, plain
from lakip.unggah.tabel.peta import Jawaban, Kolom
from lakip.unggah.tabel.ragu import Soal, doubts
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

MAKS_PILIHAN = 90  # letters of a choice
JUDUL = ("kode", "no", "indikator", "indikator kinerja")
TAK_BERNILAI = STRIP | {""}
TERSURAT = ("", "kosong", "nihil", "strip", "tidak_tersedia")  # what a cell may say of a figure without a question


class Bernama(Protocol):
    @property
    def kode(self) -> str: ...
    @property
    def nama(self) -> str: ...


P = TypeVar("P", bound=Bernama)


@dataclass(frozen=True)
class Calon:
    """The cells of one row by field, and the place of each field, also where the cell is empty. `dibiarkan`: targets
    that the record keeps, whatever their cells say."""

    tabel: Tabel
    nomor: int
    kolom: Mapping[str, Kolom]
    sel: Mapping[str, Sel]
    alamat: Mapping[str, str]
    jawaban: Jawaban = field(default_factory=dict)
    dibiarkan: frozenset[str] = frozenset()

    @classmethod
    def of(cls, tabel: Tabel, kolom: Mapping[str, Kolom], nomor: int, jawaban: Jawaban) -> Self:
        cells = {name: tabel.sel(nomor, column.nomor) for name, column in kolom.items()}
        places = {name: alamat(nomor, column.nomor) for name, column in kolom.items()}
        return cls(tabel, nomor, kolom, {n: s for n, s in cells.items() if s is not None}, places, jawaban)

    @property
    def lembar(self) -> str:
        return self.tabel.lembar.nama

    @property
    def tertutup(self) -> bool:
        """Whether the row is hidden or filtered away."""
        return self.nomor in self.tabel.lembar.tertutup

    @property
    def place(self) -> str:
        """The cell that stands for the whole row."""
        return self.alamat.get("kode") or self.alamat.get("nama") or next(iter(self.alamat.values()), f"A{self.nomor}")

    @property
    def texts(self) -> list[str]:
        """From the left."""
        return [sel.teks for sel in sorted(self.sel.values(), key=lambda sel: sel.kolom)]

    @property
    def furniture(self) -> str | None:
        """What a row is that the table carries for its reader: headings once more, "(1) (2) (3)", a sum."""
        kode, nama, no = (self.text(name) for name in ("kode", "nama", "no"))
        numbers = [int(t) for t in (text.strip("()") for text in self.texts) if t.isdecimal()]
        first, many = numbers[0] if numbers else 0, len(self.texts)
        if plain(kode).startswith("kode ") or plain(kode) in JUDUL or plain(nama) in JUDUL:
            return "judul kolom yang berulang"
        counts = many > 2 and numbers == [*range(first, first + many)]
        if counts or (nama and not any(c.isalpha() for c in kode + nama)):
            return "baris nomor kolom"
        return "baris jumlah atau rata-rata" if is_sum(nama or kode or no) else None

    @property
    def nothing(self) -> str:
        """That the row says nothing of an indikator, as a person would find it again."""
        shown = " ".join(self.texts)[:60]
        return f"bukan baris indikator: “{shown}”" if shown else "di luar kolom tabel"

    def text(self, name: str) -> str:
        """As typed, one space between words; a dash is nothing."""
        text = self.sel[name].teks if name in self.sel else ""
        return "" if text in TAK_BERNILAI else text

    def lines(self, name: str) -> str:
        """As `text`, but each line of the cell on its own."""
        sel = self.sel.get(name)
        parts = str(sel.nilai).splitlines() if sel is not None else []
        return "\n".join(filter(None, (" ".join(part.split()) for part in parts)))

    def doubts(self, name: str) -> Sequence[Soal]:
        """What makes the figure of a field doubtful, whatever it is a figure of."""
        return doubts(self.tabel, self.nomor, self.kolom[name].nomor) if name in self.kolom else ()

    def answer(self, name: str, kode: str) -> str:
        """What a person said to the temuan of that kode about a field."""
        return self.jawaban.get((self.lembar, self.alamat.get(name) or self.place, kode), "")

    def temuan(
        self, tingkat: Tingkat, name: str, rule: str, pesan: str, kode: str | None = None, pilihan: Sequence[str] = ()
    ) -> Temuan:
        """A finding at the cell of a field; at that of the row where it has no such cell."""
        sel = self.alamat.get(name) or self.place
        return Temuan(tingkat, self.lembar, sel, rule, pesan, kode or None, tuple(pilihan))

    def choose(
        self, name: str, rule: str, pesan: str, those: Iterable[P], kode: str | None = None
    ) -> tuple[P | None, Temuan]:
        """Which of those was answered, and the question which one is meant; without any, what the row says is wrong."""
        offered = {f"{one.kode} {one.nama}"[:MAKS_PILIHAN]: one for one in those}
        asked = self.temuan(Tingkat.TANYA if offered else Tingkat.SALAH, name, rule, pesan, kode, [*offered])
        return offered.get(self.answer(name, rule)), asked


def question(found: Bacaan) -> Tingkat | None:
    """How much what was read of a figure has to be told; None: not at all."""
    if found.kode in TERSURAT:
        return None
    return Tingkat.TANYA if found.pilihan else Tingkat.CATATAN if found.kode == "cara_tulis" else Tingkat.SALAH


def choices(found: Bacaan) -> dict[str, Decimal]:
    """What a figure with two meanings may be, by what is offered for it."""
    return {angka(one): one for one in found.pilihan}
