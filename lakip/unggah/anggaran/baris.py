"""One row of a budget table: which columns it has, and the rupiah in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lakip.anggaran import KOLOM_NAMA
from lakip.periode import TRIWULAN
from lakip.unggah.tabel.angka import Bacaan, read_cell, whole_rupiah
from lakip.unggah.tabel.calon import Calon, choices
from lakip.unggah.tabel.peta import Bidang

NOMOR = re.compile(r"[(\[]?\d{1,2}[)\]]?")


def bidang(tahun: int) -> tuple[Bidang, ...]:
    """What a table of the budget is looked through for: each figure of each quarter."""
    money = Bidang("", "", angka=True, unsur="keuangan", tahun=tahun)
    target = replace(money, nama="target", apa=("kas", "target"), sebut_triwulan=True)
    realisasi = replace(money, nama="realisasi", apa=("realisasi",), mungkin=("serapan",), sebut_triwulan=True)
    figures = [
        *(replace(money, nama=f"pagu_{versi}", apa=("pagu",), versi=versi) for versi in ("murni", "perubahan")),
        *(replace(one, nama=f"{one.nama}_tw{n}", triwulan=n) for one in (target, realisasi) for n in TRIWULAN),
    ]
    return (
        Bidang("kode", "Kode", ("kode",)), Bidang("uraian", "Uraian", ("uraian", "nama")),
        Bidang("tingkat", "Tingkat", ("jenjang",)), *(replace(one, label=KOLOM_NAMA[one.nama]) for one in figures),
    )  # fmt: skip


@dataclass(frozen=True)
class Sebaris(Calon):
    @cached_property
    def kode(self) -> str:
        return self.sel["kode"].tampil.strip() if "kode" in self.sel else ""

    @cached_property
    def uraian(self) -> str:
        return self.sel["uraian"].teks if "uraian" in self.sel else ""

    @cached_property
    def bacaan(self) -> Mapping[str, Bacaan]:
        """What was read in each of its money cells, as answered; cells without anything are absent."""
        money = {name: read_cell(sel, "rupiah") for name, sel in self.sel.items() if name in KOLOM_NAMA}
        return {name: self._answered(name, whole_rupiah(one)) for name, one in money.items() if one.kode != "kosong"}

    def _answered(self, name: str, one: Bacaan) -> Bacaan:
        said = choices(one).get(self.answer(name, one.kode))
        return one if said is None else Bacaan(said)

    @property
    def place(self) -> str:
        """The cell that stands for the whole row."""
        return self.alamat.get("kode" if self.kode else "uraian") or next(iter(self.alamat.values()))

    @property
    def is_heading(self) -> bool:
        """A row that only numbers the columns."""
        texts = [t for t in (self.kode, self.uraian) if t]
        small = (one.nilai is not None and abs(one.nilai) < 100 for one in self.bacaan.values())
        return bool(texts) and all(NOMOR.fullmatch(t) for t in texts) and all(small)

    def value(self, kolom: str, berisi: bool) -> int | None:
        """The whole rupiah in a cell; None when it says nothing. `berisi`: the column holds a figure, so “-” is 0."""
        one = self.bacaan.get(kolom)
        if one is None:
            return None
        if one.kode == "nihil" or (one.kode == "strip" and berisi):
            return 0
        return None if one.nilai is None else int(one.nilai)
