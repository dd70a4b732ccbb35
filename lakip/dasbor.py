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
from lakip.formatting import angka, half_up, persen
from lakip.indikator import ALASAN_NAMA
from lakip.pengaturan import Kategori
from lakip.periode import PERIODE, ROMAWI, TRIWULAN, current_triwulan
from lakip.store import Store

PERHATIAN_MAKSIMUM = 5
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
class Perhatian:
    """One thing that asks for a decision; texts are ready to show."""

    jenis: str  # meleset, dikembalikan, terlambat
    judul: str
    isi: str
    bagian: str
    kode: str | None = None  # the indikator whose card tells more


@dataclass(frozen=True)
class Dasbor:
    """The state of one unit in one periode, as of the day `per`.

    indikator: columns of read/capaian.sql and `keadaan`; one row per indikator.
    triwulan: columns of read/capaian.sql for TW1..TW4; one row per indikator and triwulan.
    kelengkapan: columns of read/kiriman_kelengkapan.sql with its keadaan as `kiriman`, and terlambat, and keadaan
        as grafik.kelengkapan names them; one row per bagian with indikator and triwulan.
    terlambat: columns kode, nama, bagian, bagian_nama, triwulan; one row per figure that is due and missing.
    perhatian: at most five; `perhatian_lain` says how many more there are.
    anggaran: the total row of read/anggaran_pohon.sql up to the end of the periode; None without pagu.
    """

    unit: str
    tahun: int
    periode: str
    per: date
    rata: Rata
    hitungan: tuple[Hitungan, ...]
    perhatian: tuple[Perhatian, ...]
    perhatian_lain: int
    indikator: pl.DataFrame
    triwulan: pl.DataFrame
    kelengkapan: pl.DataFrame
    terlambat: pl.DataFrame
    anggaran: dict[str, Any] | None
    terbaru: datetime | None

    @property
    def terisi(self) -> tuple[int, int]:
        """Settled and berlaku figures of the periode."""
        return _sum(self.indikator, "terisi"), _sum(self.indikator, "berlaku")

    @property
    def dibenarkan(self) -> int:
        return _sum(self.indikator, "dibenarkan")


def read(store: Store, unit: str, tahun: int, periode: str, per: date) -> Dasbor:
    """Everything the dashboard tells of one periode. Raises UserError for an unknown periode."""
    quarters = [f"TW{n}" for n in TRIWULAN]
    every = rollup.capaian(store, unit, tahun, [*quarters, periode], per)
    names = {b.bagian: b.nama for b in pengaturan.bagian(store, unit)}
    realisasi = store.read("realisasi_tahun", unit=unit, tahun=tahun)
    sent = kiriman.completeness(store, unit, tahun)
    indikator = every.filter(pl.col("periode") == periode).with_columns(keadaan=keadaan())
    per_triwulan = every.filter(pl.col("periode").is_in(quarters))
    terlambat = late(per_triwulan, names)
    items = attention(indikator, narratives(realisasi, periode), terlambat, sent, names)
    return Dasbor(
        unit=unit,
        tahun=tahun,
        periode=periode,
        per=per,
        rata=overall(rollup.rata_rata(store, unit, tahun, periode, per)),
        hitungan=counts(camat_level(indikator), pengaturan.in_force(store, unit, tahun).kategori),
        perhatian=shortlist(items),
        perhatian_lain=len(items) - len(shortlist(items)),
        indikator=indikator,
        triwulan=per_triwulan,
        kelengkapan=completeness(sent, terlambat, tahun, per),
        terlambat=terlambat,
        anggaran=anggaran.total(store, unit, tahun, PERIODE[periode].triwulan[-1]),
        terbaru=realisasi["pada"].max(),  # type: ignore[arg-type]
    )


def version(store: Store) -> int:
    """The number of the newest act: it grows whenever anything is saved."""
    return int(store.read("jejak_terakhir")["nomor"].item())


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


def overall(rata: pl.DataFrame) -> Rata:
    """The row of the whole office out of read/rata_rata.sql; nothing of nothing when it has no indikator."""
    whole = rata.filter(pl.col("sasaran").is_null())
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


def completeness(kiriman: pl.DataFrame, terlambat: pl.DataFrame, tahun: int, per: date) -> pl.DataFrame:
    """See Dasbor.kelengkapan, over read/kiriman_kelengkapan.sql. A bagian that measures nothing in a triwulan
    has berlaku 0 there."""
    ended = [n for n in TRIWULAN if PERIODE[f"TW{n}"].ends(tahun) <= per]
    late = terlambat.group_by("bagian", "triwulan").len("terlambat")
    grid = (
        kiriman.select("bagian", "bagian_nama")
        .unique(maintain_order=True)
        .join(pl.DataFrame({"triwulan": TRIWULAN}, schema={"triwulan": pl.Int32}), how="cross")
    )
    return (
        grid.join(kiriman.drop("bagian_nama"), on=["bagian", "triwulan"], how="left", maintain_order="left")
        .join(late, on=["bagian", "triwulan"], how="left", maintain_order="left")
        .rename({"keadaan": "kiriman"})
        .with_columns(pl.col("berlaku", "terisi", "dibenarkan", "terlambat").fill_null(0).cast(pl.Int64))
        .with_columns(keadaan=_fill_state(pl.col("triwulan").is_in(ended)))
    )


def late(per_triwulan: pl.DataFrame, names: dict[str, str]) -> pl.DataFrame:
    """See Dasbor.terlambat: oldest quarter first."""
    return (
        per_triwulan.filter(pl.col("jatuh_tempo") > pl.col("terisi"))
        .with_columns(triwulan=_quarter(), bagian_nama=_named(names))
        .sort("triwulan", maintain_order=True)
        .select("kode", "nama", "bagian", "bagian_nama", "triwulan")
    )


def narratives(realisasi: pl.DataFrame, periode: str) -> dict[str, dict[str, str | None]]:
    """Per indikator, the faktor and tindak lanjut of the newest quarter of the periode that was saved."""
    words = ("faktor_pendukung", "faktor_penghambat", "tindak_lanjut")
    saved = realisasi.filter(pl.col("triwulan").is_in(PERIODE[periode].triwulan)).sort("triwulan")
    return {row["indikator"]: {w: row[w] for w in words} for row in saved.iter_rows(named=True)}


def attention(
    indikator: pl.DataFrame,
    narasi: dict[str, dict[str, str | None]],
    terlambat: pl.DataFrame,
    sent: pl.DataFrame,
    names: dict[str, str],
) -> tuple[Perhatian, ...]:
    """What needs a decision: misses worst first, then returned kiriman, then late fills per bagian."""
    return (*_misses(indikator, narasi, names), *_returned(sent), *_late_fills(terlambat))


def shortlist(items: Sequence[Perhatian]) -> tuple[Perhatian, ...]:
    """At most five. Two places are kept for what is no miss, so that gaps never hide behind bad figures."""
    misses = [i for i in items if i.jenis == "meleset"]
    others = [i for i in items if i.jenis != "meleset"]
    room = PERHATIAN_MAKSIMUM - min(2, len(others))
    chosen = misses[:room]
    return (*chosen, *others[: PERHATIAN_MAKSIMUM - len(chosen)])


# ---------------------------------------------------------------- inside


def _misses(
    indikator: pl.DataFrame, narasi: dict[str, dict[str, str | None]], names: dict[str, str]
) -> list[Perhatian]:
    """Every complete periode below 100,00 %. An unconfirmed one is told too, with that word: a miss is not hidden."""
    rows = indikator.filter(pl.col("lengkap") & pl.col("capaian_persen").is_not_null()).sort("capaian_persen")
    return [
        _miss(row, narasi.get(row["kode"], {}), names)
        for row in rows.iter_rows(named=True)
        if half_up(row["capaian_persen"], 2) < 100
    ]


def _miss(row: dict[str, object], narasi: dict[str, str | None], names: dict[str, str]) -> Perhatian:
    desimal, satuan = row["desimal"], row["satuan"]
    figures = f"realisasi {angka(row['realisasi'], desimal)} dari target {angka(row['target'], desimal)} {satuan}"  # type: ignore[arg-type]
    draft = " (belum dibenarkan)" if row["sementara"] else ""
    words = (
        f"Hambatan: {narasi.get('faktor_penghambat') or 'belum diisi'}.",
        f"Tindak lanjut: {narasi.get('tindak_lanjut') or 'belum diisi'}.",
    )
    return Perhatian(
        jenis="meleset",
        judul=f"{persen(row['capaian_persen'])}{draft} · {row['nama']}",  # type: ignore[arg-type]
        isi=f"{figures[0].upper()}{figures[1:]}. {' '.join(w.replace('..', '.') for w in words)}",
        bagian=names.get(str(row["bagian"]), str(row["bagian"])),
        kode=str(row["kode"]),
    )


def _returned(sent: pl.DataFrame) -> list[Perhatian]:
    return [
        Perhatian(
            jenis="dikembalikan",
            judul=f"Kiriman Triwulan {ROMAWI[row['triwulan']]} dikembalikan",
            isi=f"Alasan: {row['alasan'] or 'tidak ditulis'}",
            bagian=row["bagian_nama"] or row["bagian"],
        )
        for row in sent.filter(pl.col("keadaan") == "dikembalikan").iter_rows(named=True)
    ]


def _late_fills(terlambat: pl.DataFrame) -> list[Perhatian]:
    """One item per bagian, whoever lacks most first."""
    groups = terlambat.group_by("bagian_nama", maintain_order=True).agg(
        pl.len(), pl.col("triwulan").unique().sort(), pl.col("kode")
    )
    return [
        Perhatian(
            jenis="terlambat",
            judul=f"{row['len']} angka belum diisi",
            isi=f"Triwulan {', '.join(ROMAWI[n] for n in row['triwulan'])}: {', '.join(dict.fromkeys(row['kode']))}.",
            bagian=row["bagian_nama"],
        )
        for row in groups.sort("len", descending=True, maintain_order=True).iter_rows(named=True)
    ]


def _fill_state(ended: pl.Expr) -> pl.Expr:
    """How far a bagian is with a triwulan: what was decided about it goes before how much is filled."""
    berlaku, terisi = pl.col("berlaku"), pl.col("terisi")
    return (
        pl.when(berlaku == 0)
        .then(pl.lit("tidak_diukur"))
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


def _quarter() -> pl.Expr:
    return pl.col("periode").str.tail(1).cast(pl.Int32)


def _named(names: dict[str, str]) -> pl.Expr:
    return pl.col("bagian").replace(names)


def _sum(frame: pl.DataFrame, column: str) -> int:
    return int(frame[column].sum() or 0)
