"""Gathering the dashboard: once for a state of the record, whoever looks."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl

from lakip import anggaran, kiriman, pengaturan, rollup
from lakip.alur import JENIS_DRAF, PERIODE_ALUR
from lakip.dasbor import baris, kelengkapan, perhatian, ubin
from lakip.dasbor.isi import Dasbor, Lalu, Rata
from lakip.dasbor.perhatian import Bahan
from lakip.jawaban import Ingatan
from lakip.keadaan import day as keadaan_pada
from lakip.keadaan import of_periode
from lakip.narasi.putusan import Putusan, putusan
from lakip.periode import PERIODE, TRIWULAN, before
from lakip.sop import arahan, dispensasi, kalender
from lakip.store import Store, one_moment

DIINGAT = 24  # of one store; each some 100 KB
_ingatan: Ingatan[Dasbor] = Ingatan(DIINGAT)


def read(store: Store, unit: str, tahun: int, periode: str, per: date) -> Dasbor:
    """Everything the dashboard tells of one periode, its figures as approved once they are. Raises UserError for an
    unknown periode."""
    key = store.version, unit, tahun, periode, per  # the version from before reading: what is kept is never older
    return _ingatan.of(store, key, lambda: _gather(store, unit, tahun, periode, per))


def opening(store: Store, unit: str, per: date) -> tuple[int, str]:
    """The tahun and periode a screen opens with: up to the newest quarter that has ended and has data.

    Without any data, up to the one that is being collected.
    """
    rows = store.read("dasbor_awal", unit=unit, per=per)
    tahun, triwulan = pengaturan.collecting(store, unit, per) if rows.is_empty() else rows.row(0)
    return tahun, f"SD{triwulan}"


def run_of(periode: str) -> str:
    """The run that a periode of a screen is decided by: of SDn, its last triwulan."""
    return periode if periode in PERIODE_ALUR else f"TW{PERIODE[periode].triwulan[-1]}"


def overall(rata: pl.DataFrame, periode: str) -> Rata:
    """The row of the whole office out of read/rata_rata.sql; nothing of nothing when it has no indikator."""
    whole = rata.filter(pl.col("sasaran").is_null() & (pl.col("periode") == periode))
    if whole.is_empty():
        return Rata(None, None, None, 0, 0, None)
    row = whole.row(0, named=True)
    return Rata(**{name: row[name] for name in Rata.__dataclass_fields__})


# ---------------------------------------------------------------- inside


@one_moment()
def _gather(store: Store, unit: str, tahun: int, periode: str, per: date) -> Dasbor:
    last = PERIODE[rollup.check_periode(periode)].triwulan[-1]
    then, earlier = of_periode(store, unit, tahun, periode), before(periode)
    path = [f"{'TW' if periode[:2] in ('TW', 'SM') else 'SD'}{n}" for n in range(1, last + 1)]
    codes = [*(f"{kind}{n}" for kind in ("TW", "SD") for n in TRIWULAN), periode, *([earlier] if earlier else ())]
    every, rata = _figures(store, then, unit, tahun, periode, list(dict.fromkeys(codes)), per)
    indikator = every.filter(pl.col("periode") == periode)
    triwulan = every.filter(pl.col("periode").str.starts_with("TW"))
    sent, deliveries = kiriman.completeness(store, unit, tahun), dispensasi.deliveries(store, unit, tahun, per)
    realisasi = then.read("realisasi_tahun", unit=unit, tahun=tahun)
    ended = [n for n in TRIWULAN[:last] if PERIODE[f"TW{n}"].ends(tahun) <= per] or [1]
    total = anggaran.total(then, unit, tahun, ended[-1])
    rows = baris.rows(indikator, triwulan, periode)
    utama = tuple(b for b in rows if b.jenjang == "camat")
    now, lalu = overall(rata, periode), Lalu(earlier, overall(rata, earlier)) if earlier else None
    averages = [(p, overall(rata, p).dengan_batas) for p in path[: ended[-1]]]
    late = dispensasi.late(deliveries, periode)
    bahan = Bahan(
        tahun=tahun,
        periode=periode,
        indikator=indikator,
        laju=_pace(then, unit, tahun, last, per),
        ucapan=perhatian.narratives(realisasi, triwulan, periode),
        terlambat=late,
        kosong={(p.bagian, p.triwulan): kelengkapan.missing(triwulan, p) for p in late},
        sent=sent.filter(pl.col("triwulan").is_in(PERIODE[periode].triwulan)),
        arahan=_directions(store, unit, tahun, per),
        sejak={b.kode: baris.missing_since(b) for b in rows},
        nama={b.bagian: b.nama for b in pengaturan.bagian(store, unit)},
    )
    laporan = _report(store, unit, tahun, run_of(periode))
    return Dasbor(
        unit=unit,
        tahun=tahun,
        periode=periode,
        per=keadaan_pada(then, per),
        putusan=_verdict(store, then, indikator, now, lalu, unit, tahun, periode, per),
        ubin=ubin.tiles(now, lalu, averages, utama, total, ubin.sending(indikator, deliveries, periode, laporan)),
        baris=rows,
        bagian=kelengkapan.states(sent, deliveries, last),
        perhatian=perhatian.matters(bahan),
        rata=now,
        lalu=lalu,
        indikator=indikator,
        triwulan=triwulan,
        sampai=every.filter(pl.col("periode").str.starts_with("SD")),
        kelengkapan=kelengkapan.completeness(sent, deliveries, tahun, per),
        deliveries=deliveries,
        terlambat=late,
        anggaran=total,
        laporan=laporan,
        terbaru=realisasi["pada"].max(),  # type: ignore[arg-type]
    )


def _figures(
    store: Store, then: Store, unit: str, tahun: int, shown: str, codes: Sequence[str], per: date
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """read/capaian.sql and read/rata_rata.sql of the periode shown, out of `then`, and of the others as they stand."""
    others = [c for c in codes if c != shown]
    asked = [(then, [shown]), (store, others)] if then is not store else [(store, [shown, *others])]
    every = [rollup.capaian(one, unit, tahun, some, per) for one, some in asked]
    rata = [rollup.rata_rata(one, unit, tahun, some, per) for one, some in asked]
    return pl.concat(every), pl.concat(rata)


def _verdict(
    store: Store, then: Store, indikator: pl.DataFrame, now: Rata, lalu: Lalu | None, unit: str, tahun: int,
    periode: str, per: date,
) -> Putusan:  # fmt: skip
    rows = baris.camat_level(indikator).to_dicts()
    if lalu is None:
        return putusan(rows, now.dengan_batas, None, ({}, {}))
    both = [
        record.read("dasbor_terhitung", unit=unit, tahun=tahun, periode=[code], per=per).select("kode", "nilai").rows()
        for record, code in ((store, lalu.periode), (then, periode))
    ]
    name = perhatian.sebutan_periode(lalu.periode)
    return putusan(rows, now.dengan_batas, (name, lalu.rata.dengan_batas), (dict(both[0]), dict(both[1])))


def _pace(then: Store, unit: str, tahun: int, triwulan: int, per: date) -> dict[str, dict[str, Any]]:
    rows = then.read("dasbor_laju", unit=unit, tahun=tahun, triwulan=triwulan, per=per)
    return {r["kode"]: r for r in rows.iter_rows(named=True)}


def _directions(store: Store, unit: str, tahun: int, per: date) -> list[tuple[dict[str, Any], str]]:
    """Open directions about the tahun, each with how far past its day it is, "" while it is not."""
    work = kalender.load(store, unit)
    return [
        (dict(a), f"lewat {dispensasi.days(work.working_days(a['tenggat'], per))}" if per > a["tenggat"] else "")
        for a in arahan.open_due(store, unit, tahun)
    ]


def _report(store: Store, unit: str, tahun: int, run: str) -> str:
    """Where the report of a run is, in words."""
    made = store.read("dasbor_laporan", unit=unit, tahun=tahun, jenis=list(JENIS_DRAF[run])).filter(periode=run)
    if made.is_empty():
        return "draf belum ada"
    newest = made.row(0, named=True)
    return f"final versi {newest['versi']}" if newest["final"] else f"draf versi {newest['versi']}"
