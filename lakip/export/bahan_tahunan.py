"""What the annual report is made of: that of a periode, the plan behind it, and what the year is held against."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

import polars as pl

from lakip import anggaran, dokumen, pembanding, rencana
from lakip.dokumen import BarisDokumen, Dokumen, Selisih
from lakip.errors import UserError
from lakip.export import bahan_periode, bahan_rencana, dukungan, isi_rencana, isi_rkt, pengesahan
from lakip.export.bahan_periode import BahanPeriode
from lakip.export.dukungan import Dukungan
from lakip.export.isi_rencana import Isi
from lakip.rencana import PkVersion
from lakip.store import Store, one_moment


@dataclass(frozen=True)
class BahanTahunan(BahanPeriode):
    """All of one unit and tahun.

    renstra: read/target_renstra; renstra_isi: the Renstra in force line by line. pembanding: read/pembanding_tahun.
    per_sasaran, per_program: of anggaran, for the whole tahun. dukungan: by sasaran, what of the budget serves it.
    target_pk: read/pk_target of every PK version, with a column versi. kemajuan: read/naskah_angka.
    selisih: dokumen.differences; none in a potret of before they were printed.
    """

    tujuan: pl.DataFrame
    renstra: pl.DataFrame
    renstra_dokumen: Dokumen | None
    renstra_isi: tuple[BarisDokumen, ...]
    kemajuan: pl.DataFrame
    pembanding: pl.DataFrame
    per_sasaran: pl.DataFrame
    per_program: pl.DataFrame
    dukungan: tuple[Dukungan, ...]
    pk_versi: tuple[PkVersion, ...]
    target_pk: pl.DataFrame
    iku: Isi
    rkt: Isi
    selisih: tuple[Selisih, ...] = ()

    @property
    def utama(self) -> "BahanTahunan":
        """The same of the Camat's indikator only, on which Bab III is written: lower levels and outputs are the same
        work counted again, and stand in the appendix. An office without any on that level reports them all."""
        kept = self.kini.filter(pl.col("jenjang") == "camat")["kode"].to_list()
        if not kept:
            return self
        return replace(
            self,
            capaian=self.capaian.filter(pl.col("kode").is_in(kept)),
            riwayat=self.riwayat.filter(pl.col("kode").is_in(kept)),
            rencana=self.rencana.filter(pl.col("kode").is_in(kept)),
            rata=self.rata.filter((pl.col("jenjang") == "camat") | pl.col("sasaran").is_null()),
        )

    def nama_sasaran(self, kode: str) -> str:
        rows = self.per_sasaran.filter(pl.col("sasaran") == kode)
        return kode if rows.is_empty() else str(rows["uraian"][0])


@one_moment()
def gather(store: Store, unit: str, tahun: int, kode: str, per: date, hari: date | None) -> BahanTahunan:
    """Raises UserError for a periode that is not TH, and when the tahun has no indikator."""
    if kode != "TH":
        raise UserError(f"Laporan tahunan disusun untuk TH, bukan “{kode}”.")
    base = bahan_periode.gather(store, unit, tahun, kode, per, hari)
    store, per, _ = pengesahan.record(store, unit, tahun, kode, per, hari)
    plan = bahan_rencana.gather(store, unit, tahun)
    versions = tuple(rencana.pk_versions(store, unit, tahun))
    renstra = _document(store, unit, "renstra", tahun)
    rkt = _document(store, unit, "rkt", tahun)
    return BahanTahunan(
        **{field.name: getattr(base, field.name) for field in fields(base)},
        tujuan=store.read("tujuan_tahun", unit=unit, tahun=tahun),
        renstra=dokumen.target_renstra(store, unit, tahun),
        renstra_dokumen=renstra,
        renstra_isi=_contents(store, unit, renstra),
        kemajuan=store.read("naskah_angka", unit=unit, tahun=tahun, periode=kode, per=per),
        pembanding=pembanding.pembanding(store, unit, tahun),
        per_sasaran=anggaran.per_sasaran(store, unit, tahun),
        per_program=anggaran.per_program(store, unit, tahun),
        dukungan=tuple(n for nodes in dukungan.of_sasaran(store, unit, tahun, "berlaku").values() for n in nodes),
        pk_versi=versions,
        target_pk=_targets(store, unit, tahun, versions),
        iku=isi_rencana.iku(plan),
        rkt=isi_rkt.rkt(store, plan, _contents(store, unit, rkt)),
        selisih=dokumen.differences(dokumen.selisih(store, unit, tahun)),
    )


def _document(store: Store, unit: str, jenis: str, tahun: int) -> Dokumen | None:
    """None: not registered, which the list of what is missing says."""
    try:
        return dokumen.in_force(store, unit, jenis, tahun)
    except UserError:
        return None


def _contents(store: Store, unit: str, found: Dokumen | None) -> tuple[BarisDokumen, ...]:
    return dokumen.contents(store, unit, found) if found else ()


def _targets(store: Store, unit: str, tahun: int, versions: Sequence[PkVersion]) -> pl.DataFrame:
    frames = [
        store.read("pk_target", unit=unit, tahun=tahun, pk=pk.versi or 0).with_columns(versi=pl.lit(pk.versi, pl.Int64))
        for pk in versions
    ]
    empty = store.read("pk_target", unit=unit, tahun=tahun, pk=0).with_columns(versi=pl.lit(0, pl.Int64)).clear()
    return pl.concat([empty, *frames])
