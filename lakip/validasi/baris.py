"""One row under examination: what it says, and what the record says of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lakip.formatting import angka
from lakip.indikator import Keadaan, Metode
from lakip.periode import ROMAWI
from lakip.realisasi import Acuan, Realisasi, Tercatat
from lakip.satuan import is_percent
from lakip.validasi.temuan import Temuan, Tingkat


@dataclass(frozen=True)
class Baris:
    """One row under examination.

    Attributes:
        sel: the cell of each field that has one (kode, indikator, satuan, target, nilai, ...).
        sd: fields whose heading says "s.d.".
        bagian: the only bagian this upload is for, or None.
        boleh: whether the uploader may upload for the indikator's bagian.
        cap, versi: what the form was made for, and the recorded version it was filled from (0: none);
            None without a form.
        nama, satuan, target: as the file prints them; None where it does not.
        tertutup: whether the row is hidden or filtered away in the file.
    """

    isi: Realisasi
    acuan: Acuan
    triwulan: int
    lembar: str = ""
    sel: Mapping[str, str] = field(default_factory=dict)
    sd: frozenset[str] = frozenset()
    bagian: str | None = None
    boleh: bool = True
    cap: tuple[str, str, str] | None = None
    versi: int | None = None
    nama: str | None = None
    satuan: str | None = None
    target: Decimal | None = None
    tertutup: bool = False

    def temuan(self, tingkat: Tingkat, bidang: str, kode: str, pesan: str, pilihan: tuple[str, ...] = ()) -> Temuan:
        """A finding on one field of this row; on its kode where the field has no cell.

        The figure of a pair stands in its pembilang, unless somebody wrote the result as well.
        """
        bidang = "pembilang" if bidang == "nilai" and self.pasangan and self.n is None else bidang
        sel = self.sel.get(bidang) or self.sel.get("kode", "")
        return Temuan(tingkat, self.lembar, sel, kode, f"{self.acuan.kode}: {pesan}", self.acuan.kode, pilihan)

    @property
    def tw(self) -> str:
        return f"Triwulan {ROMAWI[self.triwulan]}"

    @property
    def n(self) -> Decimal | None:
        return self.isi.nilai

    @property
    def x(self) -> Decimal | None:
        return self.isi.pembilang

    @property
    def y(self) -> Decimal | None:
        return self.isi.penyebut

    @property
    def pasangan(self) -> bool:
        return self.acuan.berpasangan

    @property
    def terisi(self) -> bool:
        return self.isi.keadaan is Keadaan.TERISI

    @property
    def nihil(self) -> bool:
        return self.isi.keadaan is Keadaan.NIHIL

    @property
    def tidak_tersedia(self) -> bool:
        return self.isi.keadaan is Keadaan.TIDAK_TERSEDIA

    @property
    def persen(self) -> bool:
        return is_percent(self.acuan.satuan)

    @property
    def hasil(self) -> Decimal | None:
        """The figure in the satuan: the value, or a hundred times the pair."""
        if not self.pasangan:
            return self.n
        return 100 * self.x / self.y if self.x is not None and self.y else None

    @property
    def sebelumnya(self) -> list[Decimal]:
        """The figures recorded in earlier quarters of the tahun."""
        saved = (self.acuan.tercatat[q].isi for q in range(1, self.triwulan) if q in self.acuan.tercatat)
        found = (replace(self, isi=isi).hasil for isi in saved)
        return [one for one in found if one is not None]

    @property
    def pembanding(self) -> str:
        """What a figure is held against for its size."""
        past = self.sebelumnya
        if past and max(past) > 0:
            return f"yang tercatat pada triwulan sebelumnya ({angka(max(past))})"
        return f"targetnya ({angka(self.acuan.target)})"

    @property
    def seratus_kali(self) -> Decimal | None:
        return None if self.n is None else 100 * self.n

    @property
    def kini(self) -> Tercatat | None:
        return self.acuan.tercatat.get(self.triwulan)

    @property
    def total(self) -> Decimal | None:
        """Of a filled kumulatif: the number that may not fall."""
        return self.acuan.total(self.isi) if self.terisi and self.acuan.metode is Metode.KUMULATIF else None

    @property
    def lalu(self) -> Decimal | None:
        """The last total recorded in an earlier quarter."""
        return self._other(q for q in (3, 2, 1) if q < self.triwulan)

    @property
    def nanti(self) -> Decimal | None:
        """The first total recorded in a later quarter."""
        return self._other(q for q in (2, 3, 4) if q > self.triwulan)

    def _other(self, quarters: Iterable[int]) -> Decimal | None:
        saved = (self.acuan.tercatat.get(q) for q in quarters)
        return next((t for t in (self.acuan.total(s.isi) for s in saved if s) if t is not None), None)

    @property
    def tambahan(self) -> str:
        """What a total "s.d." of a jumlah leaves for this quarter, when every earlier quarter is recorded."""
        before = [self.acuan.tercatat.get(q) for q in range(1, self.triwulan)]
        if self.acuan.metode is not Metode.JUMLAH or self.n is None or not all(before):
            return ""
        known = sum((t.isi.nilai for t in before if t and t.isi.nilai is not None), Decimal(0))
        return f" Menurut catatan triwulan sebelumnya, tambahannya {angka(self.n - known)}."

    @property
    def yang_diisi(self) -> str:
        what = {Metode.JUMLAH: "tambahan", Metode.RASIO: "pembilang dan penyebut"}.get(self.acuan.metode, "nilai")
        return f"{what} {self.tw} saja"
