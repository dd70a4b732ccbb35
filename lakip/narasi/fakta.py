"""Every figure and fact that sentences speak of, read once. Writes no sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from lakip import anggaran, dokumen, pembanding, pengaturan, rencana, rollup
from lakip.akses import Peran
from lakip.dokumen import Selisih
from lakip.errors import UserError
from lakip.pengaturan import Bagian, Berlaku, Identitas, Pejabat
from lakip.periode import PERIODE, Periode
from lakip.sop import arahan
from lakip.store import Store

Row = Mapping[str, Any]
LAMPAU = 2  # with the tahun itself: three years, as the LKE asks (domain.md 2.8, T3.4)
PERIODE_NASKAH = ("TW1", "TW2", "TW3", "TW4", "SM1", "SM2", "TH")


@dataclass(frozen=True)
class Fakta:
    """One unit, tahun and periode, as of `per`. Rows are dicts of the queries that are named.

    kini: read/capaian.sql by kode, in the order of the office. lampau: the same of earlier tahun, same periode.
    sebelum: the same of the periode before in this tahun. rata: read/rata_rata.sql by sasaran, None for all;
    rata_lampau: of the tahun before. lain: read/naskah_angka.sql by kode. ucapan: read/naskah_penjelasan.sql by
    kode, of the quarters of the periode. banding: read/pembanding_tahun.sql by kode. selisih: dokumen.differences, and
    tak_dibandingkan what was not compared; of a whole tahun only.
    """

    identitas: Identitas
    berlaku: Berlaku
    bagian: tuple[Bagian, ...]
    camat: Pejabat | None
    tahun: int
    periode: Periode
    per: date
    kartu: Mapping[str, Row]
    kini: Mapping[str, Row]
    lampau: Mapping[int, Mapping[str, Row]]
    sebelum: Mapping[str, Row]
    rata: Mapping[str | None, Row]
    rata_lampau: Mapping[str | None, Row]
    lain: Mapping[str, Row]
    ucapan: Mapping[str, tuple[Row, ...]]
    banding: Mapping[str, tuple[Row, ...]]
    sasaran: Mapping[str, Row]
    tujuan: tuple[Row, ...]
    pk: Row | None
    dokumen: tuple[Row, ...]
    pohon: Mapping[str, Row]
    total: Row | None
    program: Mapping[str, Row]
    uang: Mapping[str, Row]
    kaitan: Mapping[str, tuple[str, ...]]
    arahan: tuple[Row, ...]
    selisih: tuple[Selisih, ...]
    tak_dibandingkan: tuple[str, ...]

    @property
    def unit(self) -> str:
        return self.identitas.unit

    @property
    def triwulan(self) -> int:
        return self.periode.triwulan[-1]

    def waktu(self, tahun: int | None = None) -> str:
        """The periode inside a sentence: "Semester I Tahun 2026", "tahun 2026"."""
        year = tahun or self.tahun
        return f"tahun {year}" if self.periode.kode == "TH" else self.periode.label(year)

    @property
    def sampai(self) -> str:
        """Where a sentence speaks of money since January."""
        return f"Pada {self.waktu()}" if self.periode.kode == "TH" else f"Sampai dengan {self.waktu()}"

    def dari(self, sasaran: str) -> tuple[Row, ...]:
        """The indikator of one sasaran."""
        return tuple(r for r in self.kini.values() if r["sasaran"] == sasaran)

    def utama(self) -> tuple[Row, ...]:
        """The indikator of the Camat, which the report answers for."""
        return tuple(r for r in self.kini.values() if r["jenjang"] == "camat")

    def lalu(self, kode: str) -> Row | None:
        """The same indikator in the same periode of the tahun before, as far as it has a figure."""
        row = self.lampau.get(self.tahun - 1, {}).get(kode)
        return None if row is None or row["realisasi"] is None else row

    def awal(self, kode: str) -> Row | None:
        """The condition that its card begins with, as a row of a whole tahun without target: it stands in for years
        that hold no figure. None where there is none, where it is of a later time, and for a part of a tahun."""
        card, now = self.kartu[kode], self.kini[kode]
        tahun = card["baseline_tahun"]
        if self.periode.kode != "TH" or card["baseline"] is None or (tahun is not None and tahun >= self.tahun):
            return None
        if any(rows[kode]["realisasi"] is not None for rows in self.lampau.values() if kode in rows):
            return None
        return {**now, "realisasi": card["baseline"], "target": None, "capaian_persen": None, "baseline_tahun": tahun}

    def nama_bagian(self, kode: str) -> str:
        return next((b.nama for b in self.bagian if b.bagian == kode), kode)


def gather(store: Store, unit: str, tahun: int, periode: str, per: date) -> Fakta:
    """Raises UserError for a periode that has no report, and when the tahun has no indikator."""
    if periode not in PERIODE_NASKAH:
        raise UserError(f"Naskah laporan tidak disusun untuk “{periode}”. Pilih: {', '.join(PERIODE_NASKAH)}.")
    masa = PERIODE[periode]
    triwulan = masa.triwulan[-1]
    kini = _by(rollup.one(store, unit, tahun, periode, per))
    if not kini:
        raise UserError(f"Tahun {tahun} belum mempunyai indikator. Isi dahulu di halaman Rencana dan indikator.")
    pohon = anggaran.pohon(store, unit, tahun, triwulan).to_dicts()
    pk = store.read("laporan_pk", unit=unit, tahun=tahun, triwulan=triwulan).to_dicts()
    known = pengaturan.years(store, unit, per)
    before = _before(periode)
    return Fakta(
        identitas=pengaturan.identity(store, unit),
        berlaku=pengaturan.in_force(store, unit, tahun),
        bagian=pengaturan.bagian(store, unit),
        camat=pengaturan.pejabat_in_office(store, unit, Peran.CAMAT, max(per, masa.ends(tahun))),
        tahun=tahun,
        periode=masa,
        per=per,
        kartu=_by(rencana.acuan(store, unit, tahun, triwulan)),
        kini=kini,
        lampau={
            t: _by(rollup.capaian(store, unit, t, periode, masa.ends(t)))
            for t in range(tahun - LAMPAU, tahun)
            if t in known
        },
        sebelum=_by(rollup.capaian(store, unit, tahun, before, per)) if before else {},
        rata=_by(rollup.rata_rata(store, unit, tahun, periode, per), "sasaran"),
        rata_lampau=_by(rollup.rata_rata(store, unit, tahun - 1, periode, per), "sasaran"),
        lain=_by(store.read("naskah_angka", unit=unit, tahun=tahun, periode=periode, per=per)),
        ucapan=_said(store, unit, tahun, masa),
        banding=_compared(store, unit, tahun),
        sasaran=_by(store.read("sasaran_tahun", unit=unit, tahun=tahun)),
        tujuan=tuple(store.read("tujuan_tahun", unit=unit, tahun=tahun).to_dicts()),
        pk=pk[0] if pk else None,
        dokumen=tuple(r for r in dokumen.listed(store, unit, tahun, triwulan).to_dicts() if r["berlaku"]),
        pohon={r["kode"]: r for r in pohon if r["kode"]},
        total=next((r for r in pohon if r["jenjang"] == "total"), None),
        program=_by(anggaran.per_program(store, unit, tahun, triwulan)),
        uang=_by(anggaran.per_sasaran(store, unit, tahun, triwulan), "sasaran"),
        kaitan=_links(store, unit, tahun),
        arahan=tuple(arahan.follow_ups(store, unit, tahun, periode)),
        selisih=dokumen.differences(dokumen.selisih(store, unit, tahun)) if periode == "TH" else (),
        tak_dibandingkan=dokumen.uncompared(store, unit, tahun) if periode == "TH" else (),
    )


# ---------------------------------------------------------------- inside


def _by(frame: pl.DataFrame, key: str = "kode") -> dict[Any, Row]:
    return {row[key]: row for row in frame.to_dicts()}


def _before(periode: str) -> str | None:
    """The periode of the same kind before this one in its tahun."""
    if periode == "TH" or periode.endswith("1"):
        return None
    return f"{periode[:-1]}{int(periode[-1]) - 1}"


def _said(store: Store, unit: str, tahun: int, masa: Periode) -> dict[str, tuple[Row, ...]]:
    rows = store.read("naskah_penjelasan", unit=unit, tahun=tahun).to_dicts()
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        if row["triwulan"] in masa.triwulan:
            found[row["indikator"]] = (*found.get(row["indikator"], ()), row)
    return found


def _compared(store: Store, unit: str, tahun: int) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in pembanding.pembanding(store, unit, tahun).to_dicts():
        found[row["indikator"]] = (*found.get(row["indikator"], ()), row)
    return found


def _links(store: Store, unit: str, tahun: int) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in anggaran.links(store, unit, tahun):
        found[one.sasaran] = (*found.get(one.sasaran, ()), one.kode)
    return found
