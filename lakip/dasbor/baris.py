"""Each indikator as one row: realisasi and target in their own satuan, the mark, the quarters."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from lakip import sebutan
from lakip.dasbor.isi import Baris, Tanda
from lakip.formatting import KOSONG, persen
from lakip.indikator import ALASAN_NAMA
from lakip.narasi.arah import Hasil, hasil, is_judged
from lakip.narasi.putusan import figures
from lakip.periode import PERIODE, ROMAWI, TRIWULAN

Row = Mapping[str, Any]
URUTAN = (Tanda.KURANG, Tanda.TERCAPAI, Tanda.MENUNGGU, Tanda.NANTI, Tanda.TANPA)


def tanda(row: Row) -> Tanda:
    """Of a row of read/capaian.sql. A miss is one whatever its kategori is called; what is not judged is neither."""
    if is_judged(row):
        return Tanda.KURANG if hasil(row) is Hasil.KURANG else Tanda.TERCAPAI
    if row["alasan"] == "belum_waktunya":
        return Tanda.NANTI
    if row["alasan"] in ("tanpa_target", "tidak_tersedia", "penyebut_nol"):
        return Tanda.TANPA
    return Tanda.MENUNGGU


def camat_level(indikator: pl.DataFrame) -> pl.DataFrame:
    """Those the overall figure counts: lower levels are the same work counted again (design 4.3)."""
    return indikator.filter(pl.col("jenjang") == "camat")


def rows(indikator: pl.DataFrame, triwulan: pl.DataFrame, periode: str) -> tuple[Baris, ...]:
    """`indikator`: read/capaian.sql of the periode; `triwulan`: of TW1..TW4."""
    quarters = {(r["kode"], r["periode"]): r for r in triwulan.iter_rows(named=True)}
    return tuple(_row(r, quarters, periode) for r in indikator.iter_rows(named=True))


def by_urgency(found: Iterable[Baris]) -> list[Baris]:
    """Misses first, the worst on top; then the reached; at the end what is not judged."""
    return sorted(
        found, key=lambda b: (URUTAN.index(b.tanda), b.capaian_persen if b.tanda is Tanda.KURANG else 0)
    )  # fmt: skip


def missing_since(row: Baris) -> str:
    """ "Di bawah target sejak TW II.", of a row whose last triwulan misses; else empty."""
    first = next((n for n in range(len(row.triwulan), 0, -1) if row.triwulan[n - 1] is not Tanda.KURANG), 0) + 1
    return f"Di bawah target sejak TW {ROMAWI[first]}." if first <= len(row.triwulan) else ""


def tally(found: Sequence[Baris]) -> dict[Tanda, int]:
    """How many stand so, in the order of Tanda; only those that there are."""
    return {t: n for t in Tanda if (n := sum(b.tanda is t for b in found))}


def frame(found: Sequence[tuple[str, Baris]]) -> pl.DataFrame:
    """The columns that grafik.papan draws, from rows each with the heading it stands under."""
    tone = {Tanda.TERCAPAI: "baik", Tanda.KURANG: "buruk"}
    marks = {f"tw{n}": [_ikon(b, n) for _, b in found] for n in TRIWULAN}
    columns: dict[str, list[Any]] = {
        "kode": [b.kode for _, b in found],
        "judul": [judul for judul, _ in found],
        "nama": [b.nama for _, b in found],
        "pendek": [b.pendek for _, b in found],
        "beside": [f"{b.realisasi} / {b.target}" for _, b in found],
        "capaian_persen": [b.capaian_persen for _, b in found],
        "ikon": [b.tanda.ikon for _, b in found],
        "kata": [b.kata for _, b in found],
        "nada": [tone.get(b.tanda, "kosong") for _, b in found],
    }
    texts = {name: pl.String for name in (*columns, *marks) if name != "capaian_persen"}
    return pl.DataFrame(columns | marks, schema=texts | {"capaian_persen": pl.Decimal(38, 10)})


# ---------------------------------------------------------------- inside


def _ikon(row: Baris, triwulan: int) -> str | None:
    mark = row.triwulan[triwulan - 1] if triwulan <= len(row.triwulan) else None
    return None if mark is None else mark.ikon


def _row(row: Row, quarters: Mapping[tuple[str, str], Row], periode: str) -> Baris:
    mark, (got, want), ended = tanda(row), figures(row), TRIWULAN[: PERIODE[periode].triwulan[-1]]
    coming = _coming(row["kode"], quarters, periode) if mark is Tanda.NANTI else None
    if row["target"] is None:
        want = KOSONG if coming is None else "akhir tahun" if coming == 4 else f"TW {ROMAWI[coming]}"
    return Baris(
        kode=row["kode"],
        nama=row["nama"],
        pendek=sebutan.indikator(row["nama"]),
        sasaran=row["sasaran_uraian"],
        jenjang=row["jenjang"],
        bagian=row["bagian"],
        realisasi=got,
        target=want,
        capaian_persen=row["capaian_persen"],
        tanda=mark,
        kata=_word(row, mark, coming),
        triwulan=tuple(_quarter(quarters.get((row["kode"], f"TW{n}"))) for n in ended),
    )


def _word(row: Row, mark: Tanda, coming: int | None) -> str:
    if mark in (Tanda.TERCAPAI, Tanda.KURANG):
        return persen(row["capaian_persen"])
    if coming is not None:
        return f"TW {ROMAWI[coming]}"
    if row["capaian_persen"] is None:
        return ALASAN_NAMA[row["alasan"]]
    if row["lengkap"]:
        return "belum dibenarkan"
    return f"sementara {row['terisi']}/{row['berlaku']} TW"


def _coming(kode: str, quarters: Mapping[tuple[str, str], Row], periode: str) -> int | None:
    """The first triwulan after the periode in which it is measured."""
    last = PERIODE[periode].triwulan[-1]
    return next((n for n in TRIWULAN if n > last and quarters[kode, f"TW{n}"]["berlaku"]), None)


def _quarter(row: Row | None) -> Tanda | None:
    return None if row is None or (mark := tanda(row)) is Tanda.NANTI else mark
