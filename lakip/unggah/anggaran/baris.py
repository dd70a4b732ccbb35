"""One row of a budget table: which columns it has, and the rupiah in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from lakip.anggaran import KOLOM_NAMA
from lakip.formatting import angka
from lakip.periode import TRIWULAN
from lakip.unggah.berkas.lembar import Sel, alamat
from lakip.unggah.tabel.angka import Bacaan, read_cell, whole_rupiah
from lakip.unggah.tabel.peta import Bidang, Kolom
from lakip.unggah.tabel.ragu import Soal, doubts
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

UANG = ("pagu_murni", "pagu_perubahan", "target", "realisasi")


def bidang(tahun: int) -> tuple[Bidang, ...]:
    """What a table of the budget is looked through for: each figure of each quarter."""
    money = Bidang("", "", angka=True, unsur="keuangan", tahun=tahun)
    pagu = [
        replace(money, nama=f"pagu_{versi}", label=KOLOM_NAMA[f"pagu_{versi}"], apa=("pagu",), versi=versi)
        for versi in ("murni", "perubahan")
    ]
    quarterly = [
        replace(
            money,
            nama=f"{what}_tw{n}",
            label=KOLOM_NAMA[f"{what}_tw{n}"],
            apa=apa,
            triwulan=n,
            sebut_triwulan=True,
            mungkin=("serapan",) if what == "realisasi" else (),
        )
        for what, apa in (("target", ("kas", "target")), ("realisasi", ("realisasi",)))
        for n in TRIWULAN
    ]
    return (
        Bidang("kode", "Kode", ("kode",)), Bidang("uraian", "Uraian", ("uraian", "nama")),
        Bidang("tingkat", "Tingkat", ("jenjang",)), *pagu, *quarterly,
    )  # fmt: skip


SATUAN = "rupiah"
DICATAT = frozenset({"cara_tulis"})


@dataclass(frozen=True)
class Sebaris:
    """The texts of one row, and what was read in each of its money cells (empty cells are absent)."""

    lembar: str
    nomor: int
    kode: str
    uraian: str
    sel: Mapping[str, Sel]
    alamat: Mapping[str, str]
    bacaan: Mapping[str, Bacaan]
    ragu: Mapping[str, Sequence[Soal]] = field(default_factory=dict)
    tertutup: bool = False

    @classmethod
    def of(cls, tabel: Tabel, kolom: Mapping[str, Kolom], nomor: int) -> "Sebaris":
        cells = {name: tabel.sel(nomor, column.nomor) for name, column in kolom.items()}
        places = {name: alamat(nomor, column.nomor) for name, column in kolom.items()}
        there = {name: sel for name, sel in cells.items() if sel is not None}
        texts = {"kode": there["kode"].tampil.strip() if "kode" in there else ""}
        texts["uraian"] = there["uraian"].teks if "uraian" in there else ""
        money = {name: read_cell(sel, SATUAN) for name, sel in there.items() if name in KOLOM_NAMA}
        read = {name: one for name, one in money.items() if one.kode != "kosong"}
        doubtful = {
            n: soal for n, one in kolom.items() if n in KOLOM_NAMA and (soal := doubts(tabel, nomor, one.nomor))
        }
        closed = nomor in tabel.lembar.tertutup
        return cls(tabel.lembar.nama, nomor, texts["kode"], texts["uraian"], there, places, read, doubtful, closed)

    @property
    def place(self) -> str:
        """The cell that stands for the whole row."""
        return self.alamat.get("kode" if self.kode else "uraian") or next(iter(self.alamat.values()))

    @property
    def is_heading(self) -> bool:
        """A row that only numbers the columns."""
        texts = [t for t in (self.kode, self.uraian) if t]
        small = (one.nilai is not None and abs(one.nilai) < 100 for one in self.bacaan.values())
        return bool(texts) and all(re.fullmatch(r"[(\[]?\d{1,2}[)\]]?", t) for t in texts) and all(small)

    def value(self, kolom: str, berisi: bool) -> int | None:
        """The whole rupiah in a cell; None when it says nothing. `berisi`: the column holds a figure, so “-” is 0."""
        one = self.bacaan.get(kolom)
        if one is None:
            return None
        if one.kode == "nihil" or (one.kode == "strip" and berisi):
            return 0
        whole = whole_rupiah(one).nilai
        return None if whole is None else int(whole)

    def answered(self, jawaban: Mapping[tuple[str, str, str], str]) -> "Sebaris":
        """With the cells that were asked about read as answered."""
        read = dict(self.bacaan)
        for kolom, one in self.bacaan.items():
            said = jawaban.get((self.lembar, self.alamat[kolom], one.kode))
            chosen = [p for p in one.pilihan if angka(p) == said]
            if chosen:
                read[kolom] = Bacaan(chosen[0])
        return replace(self, bacaan=read)

    def questions(self, kode: str) -> list[Temuan]:
        """What cannot be read as it stands."""
        found = [t for kolom, one in self.bacaan.items() if (t := self._question(kode, kolom, one)) is not None]
        found += [
            self.tell(tingkat, kolom, rule, f"{kode}, {KOLOM_NAMA[kolom]}: {pesan}", kode)
            for kolom, soal in self.ragu.items()
            for tingkat, rule, pesan in soal
        ]
        if self.tertutup and self.bacaan:
            pesan = f"{kode}: barisnya tersembunyi di lembar. Pakai bila memang dimaksud, atau tinggalkan barisnya."
            found.append(self.tell(Tingkat.TANYA, "kode", "baris_tertutup", pesan, kode))
        return found

    def tell(self, tingkat: Tingkat, kolom: str, rule: str, pesan: str, kode: str = "", *pilihan: str) -> Temuan:
        """A finding on one cell of this row; on the row where it has no such cell."""
        return Temuan(tingkat, self.lembar, self.alamat.get(kolom) or self.place, rule, pesan, kode or None, pilihan)

    def _question(self, kode: str, kolom: str, one: Bacaan) -> Temuan | None:
        name = f"{kode or self.uraian[:60]}, {KOLOM_NAMA[kolom]}"
        one = whole_rupiah(one)
        if one.kode in ("ambigu", "persen_tanya"):
            whole = [angka(p) for p in one.pilihan]
            tingkat = Tingkat.TANYA if whole else Tingkat.SALAH
            return self.tell(tingkat, kolom, one.kode, f"{name}: {one.pesan}", kode, *whole)
        if one.kode in DICATAT:
            return self.tell(Tingkat.CATATAN, kolom, one.kode, f"{name}: {one.pesan}", kode)
        if one.kode == "tidak_tersedia":
            pesan = f"{name}: “{self.sel[kolom].teks[:40]}” dianggap belum diisi, bukan 0."
            return self.tell(Tingkat.CATATAN, kolom, "belum_diisi", pesan, kode)
        if one.kode not in ("", "nihil", "strip"):
            return self.tell(Tingkat.SALAH, kolom, one.kode, f"{name}: {one.pesan}", kode)
        return None
