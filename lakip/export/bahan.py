"""What a report of one triwulan is made of: every figure and fact, read once. Formats nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

import polars as pl

from lakip import anggaran, pengaturan, rencana, rollup
from lakip.akses import Peran
from lakip.errors import UserError
from lakip.export import pengesahan
from lakip.export.pengesahan import Pengesahan
from lakip.pengaturan import Bagian, Berlaku, Identitas, Kategori, Pejabat
from lakip.periode import PERIODE, Periode
from lakip.sop import dasar_hukum
from lakip.store import Store, one_moment

Row = Mapping[str, Any]
PERENCANAAN = "REN"


@dataclass(frozen=True)
class Bahan:
    """All of one unit, tahun and triwulan, as of `per`; signed on `tanggal`.

    capaian: rollup.capaian of TW1..TWn and SDn. rata: rollup.rata_rata of TWn. realisasi: read/realisasi_tahun
    up to TWn. rencana: read/acuan. target: read/laporan_target. pohon: anggaran.pohon. paraf: by jabatan, who looks it
    over before the Camat signs. kepala_bagian: by bagian. pengesahan: None until the Camat approved the periode.
    keadaan: the past moment of the record that it was asked for; None: what the periode is told from now.
    dasar_hukum, lambang (its SHA-256): none in a potret of before they were kept. sebelum_awal: so many triwulan of the
    tahun lie before the office began.
    """

    identitas: Identitas
    berlaku: Berlaku
    bagian: tuple[Bagian, ...]
    camat: Pejabat | None
    tahun: int
    periode: Periode
    per: date
    tanggal: date
    pk: Row | None
    rencana: pl.DataFrame
    target: pl.DataFrame
    capaian: pl.DataFrame
    rata: pl.DataFrame
    realisasi: pl.DataFrame
    pohon: pl.DataFrame
    sumber_anggaran: pl.DataFrame
    paraf: dict[str, Pejabat | None] = field(default_factory=dict, kw_only=True)
    kepala_bagian: dict[str, Pejabat | None] = field(default_factory=dict, kw_only=True)
    pengesahan: Pengesahan | None = field(default=None, kw_only=True)
    keadaan: datetime | None = field(default=None, kw_only=True)
    dasar_hukum: tuple[str, ...] = field(default=(), kw_only=True)
    lambang: str = field(default="", kw_only=True)
    sebelum_awal: int = field(default=0, kw_only=True)

    @property
    def triwulan(self) -> int:
        return self.periode.triwulan[-1]

    @property
    def kini(self) -> pl.DataFrame:
        """Capaian of this triwulan, one row per indikator."""
        return self.of(self.periode.kode)

    def of(self, periode: str) -> pl.DataFrame:
        return self.capaian.filter(pl.col("periode") == periode)

    def figure(self, kode: str, triwulan: int) -> Row | None:
        """What was saved for one indikator in one triwulan."""
        return self._saved.get((kode, triwulan))

    @cached_property
    def _saved(self) -> dict[tuple[str, int], Row]:
        """Asked some three hundred times for one report, of which filtering a frame each time would be a third."""
        return {(r["indikator"], r["triwulan"]): r for r in self.realisasi.iter_rows(named=True)}

    def kategori(self, nama: str | None) -> Kategori | None:
        return next((k for k in self.berlaku.kategori if k.nama == nama), None)

    def nama_bagian(self, kode: str) -> str:
        return next((b.nama for b in self.bagian if b.bagian == kode), kode)


@one_moment()
def gather(store: Store, unit: str, tahun: int, periode: str, per: date, hari: date | None) -> Bahan:
    """Out of the record that `pengesahan.record` names.

    Raises UserError for a periode that is not TW1..TW4, for what that refuses, and when the tahun has no indikator.
    """
    if periode not in ("TW1", "TW2", "TW3", "TW4"):
        raise UserError(f"Laporan triwulan disusun untuk TW1, TW2, TW3, atau TW4, bukan “{periode}”.")
    saat = store.saat
    store, per, tanggal = pengesahan.record(store, unit, tahun, periode, per, hari)
    triwulan = PERIODE[periode].triwulan[-1]
    capaian = rollup.sampai(store, unit, tahun, periode, per)
    if capaian.is_empty():
        raise UserError(f"Tahun {tahun} belum mempunyai indikator. Isi dahulu di halaman Rencana dan indikator.")
    pk = store.read("laporan_pk", unit=unit, tahun=tahun, triwulan=triwulan)
    return Bahan(
        identitas=pengaturan.identity(store, unit),
        berlaku=pengaturan.in_force(store, unit, tahun),
        bagian=pengaturan.bagian(store, unit),
        camat=pengaturan.pejabat_in_office(store, unit, Peran.CAMAT, tanggal),
        tahun=tahun,
        periode=PERIODE[periode],
        per=per,
        tanggal=tanggal,
        pk=None if pk.is_empty() else pk.row(0, named=True),
        rencana=rencana.acuan(store, unit, tahun, triwulan),
        target=store.read("laporan_target", unit=unit, tahun=tahun, triwulan=triwulan),
        capaian=capaian,
        rata=rollup.rata_rata(store, unit, tahun, periode, per),
        realisasi=store.read("realisasi_tahun", unit=unit, tahun=tahun).filter(pl.col("triwulan") <= triwulan),
        pohon=anggaran.pohon(store, unit, tahun, triwulan),
        sumber_anggaran=store.read("laporan_sumber_anggaran", unit=unit, tahun=tahun, triwulan=triwulan),
        paraf=initials(store, unit, tanggal),
        kepala_bagian=heads(store, unit, tanggal),
        pengesahan=pengesahan.of(store, unit, tahun, periode, per),
        keadaan=saat,
        dasar_hukum=dasar_hukum.of(store, unit),
        lambang=pengaturan.sidik_lambang(store, unit),
        sebelum_awal=pengaturan.missed(store, unit, tahun),
    )


def initials(store: Store, unit: str, hari: date) -> dict[str, Pejabat | None]:
    """Sekcam, then the Kasubbag who composes it."""
    subbag = next((b for b in pengaturan.bagian(store, unit) if b.bagian == PERENCANAAN), None)
    found = {"Sekretaris Kecamatan": pengaturan.pejabat_in_office(store, unit, Peran.SEKCAM, hari)}
    if subbag:
        who = pengaturan.pejabat_in_office(store, unit, Peran.KASUBBAG, hari, subbag.bagian)
        found[f"Kepala {subbag.nama}"] = who
    return found


def heads(store: Store, unit: str, hari: date) -> dict[str, Pejabat | None]:
    """Whoever answers for each bagian on that day."""
    return {
        b.bagian: pengaturan.pejabat_in_office(
            store, unit, Peran.KASUBBAG if b.jenis == "subbag" else Peran.KASI, hari, b.bagian
        )
        for b in pengaturan.bagian(store, unit)
    }
