"""What a person changed on one of our forms, held against what the record has become since the form was issued.

One rule for every kind of form. A cell that stands as it was issued is untouched: it says nothing, so that an old form
never puts an old figure back. Any other cell is a change; where the record was changed meanwhile as well, it is asked
about, with both values. Cells are compared as text (see `identitas.text`): as issued, as the record would issue them
now, and as they stand in the file.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from lakip.formatting import angka, rupiah, waktu
from lakip.store import Store
from lakip.unggah.formulir.identitas import Kunci
from lakip.unggah.formulir.tulis import ANGKA, RUPIAH, Kolom
from lakip.unggah.hasil import BIARKAN, PAKAI, Jawaban
from lakip.validasi import Temuan, Tingkat

BERUBAH, DIBIARKAN = "berubah_sejak_formulir", "dibiarkan"
KOSONG = "kosong"
PANJANG = 120
MAKS_ANGKA = 30

Pengubah = Mapping[Kunci, tuple[str, datetime]]


class Tempat(NamedTuple):
    """Where a cell stands and what it is called: (lembar, sel), the heading, and the kode it is about."""

    lembar: str
    sel: str
    nama: str
    kode: str


class Putusan(NamedTuple):
    """`pakai`: what the file says counts; else the record stays as it is."""

    pakai: bool
    temuan: tuple[Temuan, ...] = ()


class SejakFormulir:
    """One form against the record. Of an office's own workbook every cell counts."""

    def __init__(
        self,
        terbit: Mapping[Kunci, str] | None,
        kini: Mapping[Kunci, str],
        pengubah: Pengubah,
        jawaban: Jawaban,
        show: Callable[[str, str], str] = lambda bidang, text: text,
    ) -> None:
        """`terbit`: None for an office's own workbook. `show`: a cell of a field as a person reads it."""
        self.terbit, self.kini, self.pengubah, self.jawaban, self._show = terbit, kini, pengubah, jawaban, show
        self._touched: set[Kunci] = set()
        self._told: set[Kunci] = set()

    def beside(self, kini: Mapping[Kunci, str], pengubah: Pengubah) -> "SejakFormulir":
        """The same form held against another part of the record; what is touched there is touched here."""
        other = SejakFormulir(self.terbit, kini, pengubah, self.jawaban, self._show)
        other._touched = self._touched
        return other

    @property
    def tahu(self) -> bool:
        """Whether the file is a form that says what its cells were issued with."""
        return self.terbit is not None

    @property
    def utuh(self) -> bool:
        """Whether a form came back without a cell changed."""
        return self.tahu and not self._touched

    def issued(self, kunci: Kunci) -> str:
        return (self.terbit or {}).get(kunci, "")

    def touched(self, kunci: Kunci, said: str) -> bool:
        found = not self.tahu or said != self.issued(kunci)
        if found:
            self._touched.add(kunci)
        return found

    def moved(self, kunci: Kunci) -> bool:
        """Whether the record was changed since the form was issued."""
        return self.tahu and self.kini.get(kunci, "") != self.issued(kunci)

    def judge(self, tempat: Tempat, kunci: Kunci, said: str) -> Putusan:
        """One cell."""
        if not self.touched(kunci, said):
            return Putusan(False, self.left_alone(tempat, kunci))
        if not self.moved(kunci) or said == self.kini.get(kunci, ""):
            return Putusan(True)
        show = [self._shown(kunci[1], one) for one in (self.issued(kunci), self.kini.get(kunci, ""), said)]
        return self.ask(tempat, kunci, *show)

    def ask(self, tempat: Tempat, kunci: Kunci, lama: str, kini: str, berkas: str) -> Putusan:
        """The question about a cell that two people changed; the answer, once given, is the verdict."""
        pesan = (
            f"{tempat.kode}: {tempat.nama} diubah sejak formulir ini diunduh{self._who(kunci)}, dari {lama} menjadi "
            f"{kini}; di berkas ini {berkas}. Pakai isi berkas ini, atau biarkan yang tercatat."
        )
        asked = Temuan(Tingkat.TANYA, tempat.lembar, tempat.sel, BERUBAH, pesan, tempat.kode or None, (PAKAI, BIARKAN))
        return Putusan(self.jawaban.get(asked.kunci) != BIARKAN, (asked,))

    def left_alone(self, tempat: Tempat, kunci: Kunci) -> tuple[Temuan, ...]:
        """That the record of an untouched cell was changed: a remark, once however often the form repeats the cell."""
        if not self.moved(kunci) or kunci in self._told:
            return ()
        now = self._shown(kunci[1], self.kini.get(kunci, ""))
        return (self.remark(tempat, kunci, now),)

    def remark(self, tempat: Tempat, kunci: Kunci, kini: str) -> Temuan:
        self._told.add(kunci)
        pesan = (
            f"{tempat.kode}: {tempat.nama} diubah sejak formulir ini diunduh{self._who(kunci)}, menjadi {kini}; sel "
            "ini tidak Anda ubah, maka dibiarkan."
        )
        return Temuan(Tingkat.CATATAN, tempat.lembar, tempat.sel, DIBIARKAN, pesan, tempat.kode or None)

    def _who(self, kunci: Kunci) -> str:
        found = self.pengubah.get(kunci) or self.pengubah.get((kunci[0], ""))
        return f" oleh {found[0]}, {waktu(found[1])}" if found else ""

    def _shown(self, bidang: str, text: str) -> str:
        shown = " ".join(self._show(bidang, text).split()) if text else KOSONG
        return shown if len(shown) <= PANJANG else f"{shown[: PANJANG - 1]}…"


def shower(kolom: Iterable[Kolom]) -> Callable[[str, str], str]:
    """How a cell of these columns is shown to a person: a number as that is written; any other text as it stands."""
    isi = {one.kunci: one.isi for one in kolom if one.isi in (ANGKA, RUPIAH)}

    def show(bidang: str, text: str) -> str:
        figure = text.isascii() and len(text) < MAKS_ANGKA and text.removeprefix("-").replace(".", "", 1).isdecimal()
        if not figure or bidang not in isi:
            return text
        return angka(Decimal(text)) if isi[bidang] == ANGKA else rupiah(int(Decimal(text)))

    return show


def changers(store: Store, unit: str, tahun: int, jenis: str) -> Pengubah:
    """Who last changed each thing that a form of this jenis is filled with, and when."""
    rows = store.read("formulir_pengubah", unit=unit, tahun=tahun, jenis=jenis).iter_rows(named=True)
    return {(r["kunci"], r["bidang"]): (r["oleh"], r["pada"]) for r in rows}
