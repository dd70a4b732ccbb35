"""What leadership sees first: headline figures, counts, what needs a decision, what is missing.

Gathers; the figures themselves come from rollup. Knows nothing of screens and charts. Nothing missing is
ever counted as good, or as 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import polars as pl

from lakip import anggaran, kiriman, pengaturan, rollup
from lakip.indikator import ALASAN_NAMA
from lakip.keadaan import day as keadaan_pada
from lakip.keadaan import of_periode
from lakip.pengaturan import Kategori
from lakip.perhatian import Perhatian, Perubahan, attention, changed, narratives, shortlist
from lakip.periode import PERIODE, TRIWULAN, before, current_triwulan
from lakip.sop import dispensasi
from lakip.sop.dispensasi import Pengiriman
from lakip.store import Store

ABU = "#6b7280"
SEMENTARA = "sementara"
# What is not judged yet, in the order a reader meets it: the word, its icon.
BELUM_DINILAI = {SEMENTARA: "◌", "belum_lengkap": "◌", "belum_diisi": "!", "belum_waktunya": "…",
                 "tidak_tersedia": "×", "penyebut_nol": "×", "tanpa_target": "–"}  # fmt: skip


@dataclass(frozen=True)
class Rata:
    """An average, printed twice: as it is, and with each capaian cut at `batas` (None: no cap is set)."""

    tanpa_batas: Decimal | None
    dengan_batas: Decimal | None
    batas: Decimal | None
    dihitung: int
    jumlah: int
    kategori: str | None

    @property
    def dasar(self) -> str:
        """What the average rests on: "10 dari 12 indikator"."""
        return f"{self.dihitung} dari {self.jumlah} indikator"


@dataclass(frozen=True)
class Hitungan:
    """How many indikator stand so. `dinilai` False: grey, because nothing can be said of them yet."""

    nama: str
    ikon: str
    warna: str
    jumlah: int
    dinilai: bool


@dataclass(frozen=True)
class Lalu:
    """The periode of the same kind just before: its average, and the Camat's indikator judged otherwise since."""

    periode: str
    rata: Rata
    berubah: tuple[Perubahan, ...]


@dataclass(frozen=True)
class Dasbor:
    """The state of one unit in one periode, as of the day `per`, which for an approved one is that of its approval.

    indikator: columns of read/capaian.sql and `keadaan`; one row per indikator.
    triwulan: columns of read/capaian.sql for TW1..TW4; one row per indikator and triwulan.
    kelengkapan: columns of read/kiriman_kelengkapan.sql with its keadaan as `kiriman`, and terlambat, and keadaan
        as grafik.kelengkapan names them; one row per bagian with indikator and triwulan.
    terlambat: the kiriman of the periode that are late, by triwulan.
    perhatian: at most five; perhatian_lain: the others.
    anggaran: the total row of read/anggaran_pohon.sql up to the end of the periode; None without pagu.
    """

    unit: str
    tahun: int
    periode: str
    per: date
    rata: Rata
    hitungan: tuple[Hitungan, ...]
    perhatian: tuple[Perhatian, ...]
    perhatian_lain: tuple[Perhatian, ...]
    indikator: pl.DataFrame
    triwulan: pl.DataFrame
    kelengkapan: pl.DataFrame
    terlambat: tuple[Pengiriman, ...]
    anggaran: dict[str, Any] | None
    terbaru: datetime | None
    lalu: Lalu | None = None

    @property
    def terisi(self) -> tuple[int, int]:
        """Settled and berlaku figures of the periode."""
        return _sum(self.indikator, "terisi"), _sum(self.indikator, "berlaku")

    @property
    def dibenarkan(self) -> int:
        return _sum(self.indikator, "dibenarkan")


def read(store: Store, unit: str, tahun: int, periode: str, per: date) -> Dasbor:
    """Everything the dashboard tells of one periode, its figures as approved once they are. Raises UserError for an
    unknown periode."""
    quarters = [f"TW{n}" for n in TRIWULAN]
    asked = [p for p in (periode, before(rollup.check_periode(periode))) if p]
    then = of_periode(store, unit, tahun, periode)
    others = [p for p in dict.fromkeys([*quarters, *asked]) if p != periode]
    every, rata = _figures(store, then, unit, tahun, periode, others, per)
    skala = pengaturan.in_force(store, unit, tahun).kategori
    names = {b.bagian: b.nama for b in pengaturan.bagian(store, unit)}
    realisasi = then.read("realisasi_tahun", unit=unit, tahun=tahun)
    sent = kiriman.completeness(store, unit, tahun)
    indikator = every.filter(pl.col("periode") == periode).with_columns(keadaan=keadaan())
    per_triwulan = every.filter(pl.col("periode").is_in(quarters))
    deliveries = dispensasi.deliveries(store, unit, tahun, per)
    terlambat = dispensasi.late(deliveries, periode)
    empty = {(p.bagian, p.triwulan): missing(per_triwulan, p) for p in terlambat}
    shown = sent.filter(pl.col("triwulan").is_in(PERIODE[periode].triwulan))
    items = attention(indikator, narratives(realisasi, periode), terlambat, empty, shown, names)
    return Dasbor(
        unit=unit,
        tahun=tahun,
        periode=periode,
        per=keadaan_pada(then, per),
        rata=overall(rata, periode),
        hitungan=counts(camat_level(indikator), skala),
        perhatian=(first := shortlist(items)),
        perhatian_lain=tuple(i for i in items if i not in first),
        indikator=indikator,
        triwulan=per_triwulan,
        kelengkapan=completeness(sent, deliveries, tahun, per),
        terlambat=terlambat,
        anggaran=anggaran.total(then, unit, tahun, PERIODE[periode].triwulan[-1]),
        terbaru=realisasi["pada"].max(),  # type: ignore[arg-type]
        lalu=_earlier(every, rata, asked, skala),
    )


def opening(store: Store, unit: str, per: date) -> tuple[int, str]:
    """The tahun and periode a screen opens with: up to the newest quarter that has ended and has data.

    Without any data, up to the last quarter that has ended.
    """
    rows = store.read("dasbor_awal", unit=unit, per=per)
    tahun, triwulan = current_triwulan(per) if rows.is_empty() else rows.row(0)
    return tahun, f"SD{triwulan}"


# ---------------------------------------------------------------- the parts, pure


def keadaan() -> pl.Expr:
    """How an indikator stands: its kategori, "sementara", or the code of its alasan. Over read/capaian.sql."""
    return (
        pl.when(pl.col("kategori").is_not_null())
        .then(pl.col("kategori"))
        .when(pl.col("capaian_persen").is_not_null())
        .then(pl.lit(SEMENTARA))
        .otherwise(pl.col("alasan"))
    )


def camat_level(indikator: pl.DataFrame) -> pl.DataFrame:
    """Those the overall figure counts: lower levels are the same work counted again (design 4.3)."""
    return indikator.filter(pl.col("jenjang") == "camat")


def overall(rata: pl.DataFrame, periode: str) -> Rata:
    """The row of the whole office out of read/rata_rata.sql; nothing of nothing when it has no indikator."""
    whole = rata.filter(pl.col("sasaran").is_null() & (pl.col("periode") == periode))
    if whole.is_empty():
        return Rata(None, None, None, 0, 0, None)
    row = whole.row(0, named=True)
    return Rata(**{name: row[name] for name in Rata.__dataclass_fields__})


def counts(indikator: pl.DataFrame, skala: Sequence[Kategori]) -> tuple[Hitungan, ...]:
    """Each indikator once: every kategori of the scale, best first, then what is not judged, where there is any."""
    tally = dict(indikator.group_by("keadaan").len().iter_rows())
    judged = (Hitungan(k.nama, k.ikon, k.warna, tally.pop(k.nama, 0), True) for k in skala)
    grey = (
        Hitungan(ALASAN_NAMA.get(kode, kode), ikon, ABU, tally[kode], False)
        for kode, ikon in BELUM_DINILAI.items()
        if kode in tally
    )
    return (*judged, *grey)


def completeness(kiriman: pl.DataFrame, sent: Sequence[Pengiriman], tahun: int, per: date) -> pl.DataFrame:
    """See Dasbor.kelengkapan, over read/kiriman_kelengkapan.sql. A bagian that measures nothing in a triwulan
    has berlaku 0 there."""
    ended = [n for n in TRIWULAN if PERIODE[f"TW{n}"].ends(tahun) <= per]
    late = [(p.bagian, p.triwulan, True) for p in sent if p.is_late]
    schema = {"bagian": pl.String, "triwulan": pl.Int32, "terlambat": pl.Boolean}
    grid = (
        kiriman.select("bagian", "bagian_nama")
        .unique(maintain_order=True)
        .join(pl.DataFrame({"triwulan": TRIWULAN}, schema={"triwulan": pl.Int32}), how="cross")
    )
    return (
        grid.join(kiriman.drop("bagian_nama"), on=["bagian", "triwulan"], how="left", maintain_order="left")
        .join(pl.DataFrame(late, schema, orient="row"), on=["bagian", "triwulan"], how="left", maintain_order="left")
        .rename({"keadaan": "kiriman"})
        .with_columns(pl.col("berlaku", "terisi", "dibenarkan").fill_null(0).cast(pl.Int64))
        .with_columns(pl.col("terlambat").fill_null(False))
        .with_columns(keadaan=_fill_state(pl.col("triwulan").is_in(ended)))
    )


def missing(per_triwulan: pl.DataFrame, sent: Pengiriman) -> list[str]:
    """The kode of the figures that a kiriman lacks."""
    own = per_triwulan.filter(bagian=sent.bagian, periode=f"TW{sent.triwulan}")
    return own.filter(pl.col("berlaku") > pl.col("terisi"))["kode"].to_list()


# ---------------------------------------------------------------- inside


def _figures(
    store: Store, then: Store, unit: str, tahun: int, shown: str, others: Sequence[str], per: date
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """read/capaian.sql and read/rata_rata.sql of the periode shown, out of `then`, and of the others as they stand."""
    asked = [(then, [shown]), (store, list(others))] if then is not store else [(store, [shown, *others])]
    every = [rollup.capaian(one, unit, tahun, codes, per) for one, codes in asked if codes]
    rata = [rollup.rata_rata(one, unit, tahun, codes, per) for one, codes in asked if codes]
    return pl.concat(every), pl.concat(rata)


def _earlier(every: pl.DataFrame, rata: pl.DataFrame, asked: Sequence[str], skala: Sequence[Kategori]) -> Lalu | None:
    """See Dasbor.lalu; `asked`: the periode shown, and the one before where the year has one."""
    if len(asked) == 1:
        return None
    now, then = (camat_level(every.filter(pl.col("periode") == p)) for p in asked)
    return Lalu(asked[1], overall(rata, asked[1]), changed(now, then, skala))


def _fill_state(ended: pl.Expr) -> pl.Expr:
    """How far a bagian is with a triwulan: what was decided about it goes before how much is filled."""
    berlaku, terisi = pl.col("berlaku"), pl.col("terisi")
    return (
        pl.when(berlaku == 0)
        .then(pl.lit("tidak_diukur"))
        .when(pl.col("terlambat"))
        .then(pl.lit("terlambat"))
        .when(pl.col("kiriman") == "dikembalikan")
        .then(pl.lit("dikembalikan"))
        .when((terisi == berlaku) & (pl.col("dibenarkan") == berlaku))
        .then(pl.lit("dibenarkan"))
        .when((terisi == berlaku) & (pl.col("kiriman") == "diajukan"))
        .then(pl.lit("diajukan"))
        .when(terisi == berlaku)
        .then(pl.lit("lengkap"))
        .when(terisi > 0)
        .then(pl.lit("sebagian"))
        .when(~ended)
        .then(pl.lit("belum_waktunya"))
        .otherwise(pl.lit("kosong"))
    )


def _sum(frame: pl.DataFrame, column: str) -> int:
    return int(frame[column].sum() or 0)
