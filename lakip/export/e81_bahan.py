"""What Formulir E.81 is made of: targets, realisasi and money of one tahun, and of the Renstra years before it.

Figures come from rollup, anggaran and dokumen; only what the form adds up over years is added up here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import polars as pl

from lakip import anggaran, pengaturan, rencana, rollup
from lakip.akses import Peran
from lakip.anggaran import Kaitan
from lakip.errors import UserError
from lakip.export import pengesahan
from lakip.indikator import Metode, Rumus
from lakip.pengaturan import Identitas, Pejabat
from lakip.periode import TRIWULAN
from lakip.store import Store, one_moment

Row = Mapping[str, Any]


@dataclass(frozen=True)
class BahanE81:
    """All of one unit and tahun up to a triwulan.

    kartu: read/acuan. capaian: rollup.capaian of TW1..TW4, SD1..SD4 and TH, by (periode, kode). renstra:
    read/target_renstra, by kode. menuju: kemajuan_renstra of read/naskah_angka. lalu: TH realisasi of each
    earlier Renstra tahun, by kode; None where a card had none. pohon_lalu: realisasi of the same years by kode
    of the tree. target_rupiah: target keuangan by triwulan and kode. keadaan: as Bahan.keadaan.
    """

    identitas: Identitas
    camat: Pejabat | None
    tahun: int
    triwulan: int
    per: date
    tanggal: date
    keadaan: datetime | None
    kartu: tuple[Row, ...]
    capaian: Mapping[tuple[str, str], Row]
    renstra: Mapping[str, Row]
    menuju: Mapping[str, Decimal | None]
    lalu: Mapping[str, tuple[Decimal | None, ...]]
    pohon: tuple[Row, ...]
    pohon_lalu: Mapping[str | None, int]
    target_rupiah: Mapping[tuple[int, str | None], int | None]
    kaitan: tuple[Kaitan, ...]
    sasaran: tuple[Row, ...]
    rata: Mapping[str, Row]
    rata_camat: Row | None
    cerita: tuple[Row, ...]

    @property
    def periode(self) -> str:
        """What "Realisasi Renja" is read from: the whole tahun at Triwulan IV, else to date."""
        return "TH" if self.triwulan == TRIWULAN[-1] else f"SD{self.triwulan}"

    def at(self, periode: str, kode: str) -> Row:
        return self.capaian[periode, kode]

    def percent(self, kode: str) -> Decimal | None:
        """Capaian of the tahun; before its end how far the annual target is, for makin tinggi makin baik only."""
        row = self.at(self.periode, kode)
        column = "capaian_persen" if self.periode == "TH" else "kemajuan_persen"  # null for other rumus
        found: Decimal | None = row[column]
        return found

    def before(self, kode: str) -> Decimal | None:
        """Realisasi of the Renstra up to the tahun before: the sum where quarters are summed, else the last."""
        years = self.lalu.get(kode, ())
        if not years:
            return None
        if self._is_sum(kode):
            filled = [y for y in years if y is not None]
            return sum(filled, Decimal(0)) if len(filled) == len(years) else None
        return years[-1]

    def since(self, kode: str) -> Decimal | None:
        """Realisasi of the Renstra up to and with this tahun."""
        kini: Decimal | None = self.at(self.periode, kode)["realisasi"]
        if kini is None or not self._is_sum(kode) or not self.lalu.get(kode):
            return kini
        lalu = self.before(kode)
        return None if lalu is None else lalu + kini

    def progress(self, kode: str) -> Decimal | None:
        """Column 15: column 14 against the Renstra target of its last tahun, by the rumus; sums only where positif."""
        if not self._is_sum(kode):
            return self.menuju.get(kode)
        target: Decimal | None = (self.renstra.get(kode) or {}).get("target_akhir")
        since = self.since(kode)
        if not target or since is None or self.at(self.periode, kode)["rumus"] != Rumus.POSITIF:
            return None
        return 100 * since / target

    def _is_sum(self, kode: str) -> bool:
        return bool(self.at("TH", kode)["metode"] == Metode.JUMLAH)


@one_moment()
def gather(store: Store, unit: str, tahun: int, triwulan: int, per: date, hari: date | None) -> BahanE81:
    """Out of the record that `pengesahan.record` names for the triwulan.

    Raises UserError for what that refuses, and when the tahun has neither indikator nor pagu.
    """
    saat = store.saat
    store, per, tanggal = pengesahan.record(store, unit, tahun, f"TW{triwulan}", per, hari)
    codes = [*(f"TW{n}" for n in TRIWULAN), *(f"SD{n}" for n in TRIWULAN), "TH"]
    rows = rollup.capaian(store, unit, tahun, codes, per).to_dicts()
    tree = anggaran.pohon(store, unit, tahun, triwulan).to_dicts()
    if not rows and not tree:
        raise UserError(f"Tahun {tahun} belum mempunyai indikator maupun pagu. Isi dahulu di Rencana dan indikator.")
    renstra = {r["kode"]: r for r in store.read("target_renstra", unit=unit, tahun=tahun).iter_rows(named=True)}
    years = range(min((r["tahun_awal"] for r in renstra.values()), default=tahun), tahun)
    periode = "TH" if triwulan == TRIWULAN[-1] else f"SD{triwulan}"
    whole = rollup.rata_rata(store, unit, tahun, periode, per)
    towards = store.read("naskah_angka", unit=unit, tahun=tahun, periode=periode, per=per)
    foot = store.read("e81_rata", unit=unit, tahun=tahun, triwulan=triwulan, per=per)
    told = store.read("realisasi_tahun", unit=unit, tahun=tahun).filter(pl.col("triwulan") == triwulan)
    return BahanE81(
        identitas=pengaturan.identity(store, unit),
        camat=pengaturan.pejabat_in_office(store, unit, Peran.CAMAT, tanggal),
        tahun=tahun,
        triwulan=triwulan,
        per=per,
        tanggal=tanggal,
        keadaan=saat,
        kartu=tuple(rencana.acuan(store, unit, tahun, triwulan).iter_rows(named=True)),
        capaian={(r["periode"], r["kode"]): r for r in rows},
        renstra=renstra,
        menuju=dict(towards.select("kode", "kemajuan_renstra").iter_rows()),
        lalu=_earlier(store, unit, years, per),
        pohon=tuple(tree),
        pohon_lalu=_spent_earlier(store, unit, years),
        target_rupiah=_planned(store, unit, tahun, triwulan),
        kaitan=anggaran.links(store, unit, tahun),
        sasaran=tuple(store.read("sasaran_tahun", unit=unit, tahun=tahun).iter_rows(named=True)),
        rata={r["jenis"]: r for r in foot.iter_rows(named=True)},
        rata_camat=next((r for r in whole.iter_rows(named=True) if r["sasaran"] is None), None),
        cerita=tuple(told.iter_rows(named=True)),
    )


def _earlier(store: Store, unit: str, years: range, per: date) -> dict[str, tuple[Decimal | None, ...]]:
    found: dict[str, tuple[Decimal | None, ...]] = {}
    for tahun in years:
        for row in rollup.capaian(store, unit, tahun, "TH", per).iter_rows(named=True):
            found[row["kode"]] = (*found.get(row["kode"], ()), row["realisasi"])
    return found


def _spent_earlier(store: Store, unit: str, years: range) -> dict[str | None, int]:
    found: dict[str | None, int] = {}
    for tahun in years:
        for row in anggaran.pohon(store, unit, tahun).iter_rows(named=True):
            if row["realisasi_sd_rupiah"] is not None:
                found[row["kode"]] = found.get(row["kode"], 0) + row["realisasi_sd_rupiah"]
    return found


def _planned(store: Store, unit: str, tahun: int, triwulan: int) -> dict[tuple[int, str | None], int | None]:
    rows = store.read("e81_target", unit=unit, tahun=tahun, triwulan=triwulan).iter_rows(named=True)
    return {(r["triwulan"], r["kode"]): r["target_rupiah"] for r in rows}
