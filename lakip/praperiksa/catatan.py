"""What the checks look at: the record of one unit, tahun and periode, each part read when first asked for."""

from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from lakip import alur, anggaran, bukti, dokumen, kiriman, narasi, pembanding, pengaturan, rencana, rollup
from lakip.dokumen import Selisih
from lakip.narasi import Naskah
from lakip.periode import PERIODE, TRIWULAN, Periode
from lakip.sop import arahan, dispensasi, langkah, sosialisasi
from lakip.sop.dispensasi import Pengiriman
from lakip.sop.langkah import Sop
from lakip.sop.sosialisasi import Sosialisasi
from lakip.store import Store

Row = dict[str, Any]


class Catatan:
    """Rows are dicts of the queries behind each module."""

    def __init__(self, store: Store, unit: str, tahun: int, periode: str, per: date) -> None:
        self.store, self.unit, self.tahun, self.per = store, unit, tahun, per
        self.periode: Periode = PERIODE[periode]

    @property
    def kode(self) -> str:
        return self.periode.kode

    @property
    def triwulan(self) -> int:
        """The last quarter of the periode."""
        return self.periode.triwulan[-1]

    @cached_property
    def capaian(self) -> list[Row]:
        """Of the periode, one per indikator."""
        return rollup.capaian(self.store, self.unit, self.tahun, self.kode, self.per).to_dicts()

    @cached_property
    def kartu(self) -> list[Row]:
        return rencana.acuan(self.store, self.unit, self.tahun, self.triwulan).to_dicts()

    @cached_property
    def utama(self) -> list[Row]:
        """The cards of the sasaran of the Camat."""
        return [k for k in self.kartu if k["jenjang"] == "camat"]

    @cached_property
    def dokumen(self) -> dict[str, Row]:
        """Those that count in the tahun, by jenis."""
        rows = dokumen.listed(self.store, self.unit, self.tahun, self.triwulan).to_dicts()
        return {r["jenis"]: r for r in rows if r["berlaku"]}

    @cached_property
    def perbedaan(self) -> tuple[Selisih, ...]:
        """Contradictions between documents, those that the report explains."""
        return dokumen.differences(dokumen.selisih(self.store, self.unit, self.tahun))

    @cached_property
    def realisasi(self) -> list[Row]:
        """What was saved for the quarters of the periode."""
        rows = self.store.read("realisasi_tahun", unit=self.unit, tahun=self.tahun)
        return rows.filter(pl.col("triwulan").is_in(self.periode.triwulan)).to_dicts()

    @cached_property
    def kiriman(self) -> list[Row]:
        rows = kiriman.completeness(self.store, self.unit, self.tahun)
        return rows.filter(pl.col("triwulan").is_in(self.periode.triwulan)).to_dicts()

    @cached_property
    def pengiriman(self) -> dict[tuple[str, int], Pengiriman]:
        """How each bagian kept to the day of each triwulan of the tahun."""
        sent = dispensasi.deliveries(self.store, self.unit, self.tahun, self.per)
        return {(d.bagian, d.triwulan): d for d in sent}

    @cached_property
    def tanpa_bukti(self) -> list[Row]:
        rows = bukti.missing(self.store, self.unit, self.tahun)
        return rows.filter(pl.col("triwulan").is_in(self.periode.triwulan)).to_dicts()

    @cached_property
    def total(self) -> Row | None:
        return anggaran.total(self.store, self.unit, self.tahun, self.triwulan)

    @cached_property
    def per_sasaran(self) -> list[Row]:
        return anggaran.per_sasaran(self.store, self.unit, self.tahun, self.triwulan).to_dicts()

    @cached_property
    def renstra(self) -> dict[str, Row]:
        return {r["kode"]: r for r in dokumen.target_renstra(self.store, self.unit, self.tahun).to_dicts()}

    @cached_property
    def pembanding(self) -> list[Row]:
        rows = pembanding.pembanding(self.store, self.unit, self.tahun)
        return rows.filter(pl.col("nilai").is_not_null()).to_dicts()

    @cached_property
    def bagian(self) -> dict[str, str]:
        return {b.bagian: b.nama for b in pengaturan.bagian(self.store, self.unit)}

    @cached_property
    def sosialisasi(self) -> Sosialisasi | None:
        return sosialisasi.held(self.store, self.unit, self.tahun, self.kode)

    @cached_property
    def arahan(self) -> list[Row]:
        """Directions that this periode has to answer for."""
        return [dict(row) for row in arahan.follow_ups(self.store, self.unit, self.tahun, self.kode)]

    @cached_property
    def sop(self) -> Sop:
        return langkah.current(self.store, self.unit)

    @cached_property
    def naskah(self) -> dict[str, Naskah]:
        """The sections that the report of the periode prints; a triwulan has none."""
        if len(self.periode.triwulan) == 1:
            return {}
        whole = narasi.lengkap(self.store, self.unit, self.tahun, self.kode, self.per)
        return {part.kunci: part for part in whole.dicetak()}

    @cached_property
    def final(self) -> bool:
        """A final report of the periode was made."""
        rows = self.store.read(
            "dasbor_laporan", unit=self.unit, tahun=self.tahun, jenis=list(alur.JENIS_DRAF[self.kode])
        ).filter(pl.col("periode") == self.kode)
        return bool(rows["final"].any())

    @cached_property
    def alur(self) -> dict[str, str]:
        rows = self.store.read("alur_tahun", unit=self.unit, tahun=self.tahun)
        return dict(rows.select("periode", "keadaan").iter_rows())

    def years_before(self) -> list[int]:
        """Earlier tahun, the nearest first, with a realisasi of the same periode; no gap between them."""
        found = []
        for tahun in range(self.tahun - 1, self.tahun - 1 - len(TRIWULAN), -1):
            rows = rollup.capaian(self.store, self.unit, tahun, self.kode, self.per)
            if rows["realisasi"].null_count() == rows.height:
                break
            found.append(tahun)
        return found
