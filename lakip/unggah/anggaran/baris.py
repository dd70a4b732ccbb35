"""One row of a budget table: which columns it has, and the rupiah in them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lakip.anggaran import KOLOM_NAMA
from lakip.periode import ROMAWI, TRIWULAN
from lakip.unggah.tabel.angka import Bacaan, read_cell, whole_rupiah
from lakip.unggah.tabel.calon import Calon, choices, question
from lakip.unggah.tabel.peta import Bidang, Kolom, Peta
from lakip.unggah.tabel.tabel import Tabel
from lakip.unggah.tabel.waktu import Waktu
from lakip.validasi import Temuan, Tingkat

TAK_MENAHAN_JUMLAH = frozenset(
    ("rumus_kosong", "sel_gabungan", "dicoret", "sebagian_dicoret", "catatan_kaki", "baris_tertutup")
)
NOMOR = re.compile(r"[(\[]?\d{1,2}[)\]]?")


def bidang(tahun: int, tabel: Tabel) -> tuple[Bidang, ...]:
    """What a table of the budget is looked through for: each figure of each quarter."""
    money = Bidang("", "", angka=True, unsur="keuangan", tahun=tahun)
    target = replace(money, nama="target", label="Target keuangan", apa=("kas", "target"))
    realisasi = replace(money, nama="realisasi", label="Realisasi", apa=("realisasi",), mungkin=("serapan",))
    figures = [replace(money, nama=f"pagu_{versi}", apa=("pagu",), versi=versi) for versi in ("murni", "perubahan")]
    for one in (target, realisasi):
        quarterly = (replace(one, nama=f"{one.nama}_tw{n}", triwulan=n, sebut_triwulan=True) for n in TRIWULAN)
        figures += [one] if _says_quarters(tabel) else quarterly
    by_row = "Uang TW {n}, menurut barisnya" if "apa" in tabel.label.values() else ""
    labels = {one.nama: by_row.format(n=ROMAWI[one.triwulan]) for one in figures if one.triwulan and by_row}
    labels = {**KOLOM_NAMA, **labels}
    return (
        Bidang("kode", "Kode", ("kode",)), Bidang("uraian", "Uraian", ("uraian", "nama")),
        Bidang("tingkat", "Tingkat", ("jenjang",)),
        *(replace(one, label=labels.get(one.nama, f"{one.label}, menurut triwulan barisnya")) for one in figures),
    )  # fmt: skip


def of_row(peta: Peta, nomor: int) -> dict[str, Kolom]:
    """The columns of a row: where it says of what or of which quarter it is, that is what they hold in it.

    A pagu of a quarter is not recorded, nor a figure of no quarter.
    """
    said, found = peta.tabel.makna_baris(nomor), {}
    for name, one in peta.kolom.items():
        what, _, quarter = name.partition("_tw")
        if what not in ("target", "realisasi"):
            found[name] = one
            continue
        what = said.apa if said.apa is not None and one.makna.apa is None else what
        when = said.waktu if not quarter else Waktu()
        to_date = when.triwulan and (one.makna.waktu.sd or when.sd or len(when.triwulan) > 1)
        kolom = f"{what}_tw{quarter or when.sampai}"
        if kolom in KOLOM_NAMA and said.apa in (None, what):
            found[kolom] = replace(one, sd=one.sd or bool(to_date))
    return found


def to_date(tabel: Tabel) -> bool:
    """Whether a title speaks of more than one quarter alone."""
    titled = tabel.konteks.waktu
    return bool(titled.sd or titled.semester or titled.bulan or len(titled.triwulan) > 1)


def _says_quarters(tabel: Tabel) -> bool:
    """Whether the rows say of which quarter their figures are, and no heading or title does."""
    headings = [m for m in tabel.blok.makna.values() if m.apa in ("kas", "target", "realisasi")]
    headed = any(m.waktu.triwulan or m.waktu.semester or m.waktu.bulan or m.waktu.ini or m.setahun for m in headings)
    named = any(tabel.makna_baris(n).waktu.triwulan for n in tabel.baris_data)
    return named and not headed and not to_date(tabel) and not tabel.per_bulan


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

    def questions(self, kode: str, dicatat: bool) -> list[Temuan]:
        """What cannot be read as it stands. Sums are not recorded: what is only doubtful about one holds nothing."""
        return [t for t in self._questions(kode) if dicatat or t.kode not in TAK_MENAHAN_JUMLAH]

    def _questions(self, kode: str) -> Iterator[Temuan]:
        for name, one in self.bacaan.items():
            about = f"{kode or self.uraian[:60]}, {KOLOM_NAMA[name]}"
            if one.kode == "tidak_tersedia":
                pesan = f"{about}: “{self.sel[name].teks[:40]}” dianggap belum diisi, bukan 0."
                yield self.temuan(Tingkat.CATATAN, name, "belum_diisi", pesan, kode)
            elif tingkat := question(one):
                yield self.temuan(tingkat, name, one.kode, f"{about}: {one.pesan}", kode, [*choices(one)])
        for name in (n for n in self.kolom if n in KOLOM_NAMA):
            for tingkat, rule, pesan in self.doubts(name):
                yield self.temuan(tingkat, name, rule, f"{kode}, {KOLOM_NAMA[name]}: {pesan}", kode)
        if self.tertutup and self.bacaan:
            pesan = f"{kode}: barisnya tersembunyi di lembar. Pakai bila memang dimaksud, atau tinggalkan barisnya."
            yield self.temuan(Tingkat.TANYA, "kode", "baris_tertutup", pesan, kode)
