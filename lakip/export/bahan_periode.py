"""What a report of a semester or a year is made of: that of a triwulan, earlier periods, and the narrative."""

from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from lakip import anggaran, narasi, pengaturan, rencana, rollup
from lakip.akses import Peran
from lakip.errors import UserError
from lakip.export import bahan, pengesahan
from lakip.export.bahan import Bahan
from lakip.narasi import Naskah
from lakip.periode import PERIODE
from lakip.sop import dasar_hukum
from lakip.store import Store, one_moment


@dataclass(frozen=True)
class BahanPeriode(Bahan):
    """All of one unit, tahun and periode of several triwulan.

    capaian: rollup.capaian of every triwulan up to the last, of the periode, and to date. riwayat: the same of earlier
    periods, with a column tahun. naskah: by kunci.
    """

    riwayat: pl.DataFrame
    naskah: dict[str, Naskah]

    def quarter(self, triwulan: int) -> "BahanPeriode":
        """The same material, seen as that of one of its triwulan."""
        return replace(self, periode=PERIODE[f"TW{triwulan}"])

    def before(self, tahun: int, periode: str) -> pl.DataFrame:
        """Capaian of an earlier periode; empty when there is none."""
        return self.riwayat.filter((pl.col("tahun") == tahun) & (pl.col("periode") == periode))

    def text(self, kunci: str) -> tuple[str, ...]:
        """The paragraphs of one section of the narrative; none where it has nothing to say."""
        part = self.naskah.get(kunci)
        return part.paragraf if part else ()


@one_moment()
def gather(store: Store, unit: str, tahun: int, kode: str, per: date, hari: date | None) -> BahanPeriode:
    """Out of the record that `pengesahan.record` names.

    Raises UserError for a periode that is not SM1, SM2 or TH, for what that refuses, and when the tahun has no
    indikator.
    """
    if kode not in ("SM1", "SM2", "TH"):
        raise UserError(f"Laporan ini disusun untuk SM1, SM2, atau TH, bukan “{kode}”.")
    saat = store.saat
    store, per, tanggal = pengesahan.record(store, unit, tahun, kode, per, hari)
    periode = PERIODE[kode]
    last = periode.triwulan[-1]
    capaian = rollup.sampai(store, unit, tahun, kode, per)
    if capaian.is_empty():
        raise UserError(f"Tahun {tahun} belum mempunyai indikator. Isi dahulu di halaman Rencana dan indikator.")
    pk = store.read("laporan_pk", unit=unit, tahun=tahun, triwulan=last)
    return BahanPeriode(
        identitas=pengaturan.identity(store, unit),
        berlaku=pengaturan.in_force(store, unit, tahun),
        bagian=pengaturan.bagian(store, unit),
        camat=pengaturan.pejabat_in_office(store, unit, Peran.CAMAT, tanggal),
        tahun=tahun,
        periode=periode,
        per=per,
        tanggal=tanggal,
        pk=None if pk.is_empty() else pk.row(0, named=True),
        rencana=rencana.acuan(store, unit, tahun, last),
        target=store.read("laporan_target", unit=unit, tahun=tahun, triwulan=last),
        capaian=capaian,
        rata=rollup.rata_rata(store, unit, tahun, kode, per),
        realisasi=store.read("realisasi_tahun", unit=unit, tahun=tahun).filter(pl.col("triwulan") <= last),
        pohon=anggaran.pohon(store, unit, tahun, last),
        sumber_anggaran=store.read("laporan_sumber_anggaran", unit=unit, tahun=tahun, triwulan=last),
        riwayat=_history(store, unit, _earlier(tahun, kode), capaian),
        paraf=bahan.initials(store, unit, tanggal),
        kepala_bagian=bahan.heads(store, unit, tanggal),
        pengesahan=pengesahan.of(store, unit, tahun, kode, per),
        keadaan=saat,
        dasar_hukum=dasar_hukum.of(store, unit),
        lambang=pengaturan.sidik_lambang(store, unit),
        sebelum_awal=pengaturan.missed(store, unit, tahun),
        naskah=_narrative(store, unit, tahun, kode, per),
    )


# ---------------------------------------------------------------- inside


def _earlier(tahun: int, kode: str) -> list[tuple[int, str]]:
    """What a periode is compared with: a semester with the one before it and with itself a year ago, a year with
    the four before it (PermenPAN-RB 53/2014: "beberapa tahun terakhir")."""
    if kode == "TH":
        return [(tahun - n, kode) for n in (4, 3, 2, 1)]
    before = (tahun - 1, "SM2") if kode == "SM1" else (tahun, "SM1")
    return [(tahun - 1, kode), before]


def _history(store: Store, unit: str, periods: list[tuple[int, str]], like: pl.DataFrame) -> pl.DataFrame:
    """Nothing of an earlier periode depends on today: all its quarters are due when it has ended."""
    frames = [like.clear().with_columns(tahun=pl.lit(0, pl.Int64))]
    for tahun, kode in periods:
        rows = rollup.capaian(store, unit, tahun, kode, PERIODE[kode].ends(tahun))
        frames.append(rows.with_columns(tahun=pl.lit(tahun, pl.Int64)))
    return pl.concat(frames, how="vertical_relaxed")


def _narrative(store: Store, unit: str, tahun: int, kode: str, per: date) -> dict[str, Naskah]:
    """The sections that the report of this periode prints."""
    whole = narasi.lengkap(store, unit, tahun, kode, per)
    return {part.kunci: part for part in whole.dicetak()}
