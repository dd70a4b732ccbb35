"""The analyses per sasaran of the annual report: the narrative beside its pictures."""

from functools import partial

import polars as pl

from lakip import grafik
from lakip.export import gambar
from lakip.export.bahan_tahunan import BahanTahunan
from lakip.export.baris_tahunan import Analisis, AnalisisIndikator, AnalisisSasaran
from lakip.export.word import Gambar
from lakip.narasi import Naskah


def per_sasaran(bahan: BahanTahunan) -> tuple[AnalisisSasaran, ...]:
    """Each sasaran of the Camat with its seven analyses and a picture of its indikator, each with its own."""
    utama = bahan.utama
    found: list[AnalisisSasaran] = []
    for kode in dict.fromkeys(utama.kini["sasaran"].drop_nulls()):
        rows = utama.kini.filter(pl.col("sasaran") == kode)
        found.append(
            AnalisisSasaran(
                judul=f"Sasaran {len(found) + 1}: {bahan.nama_sasaran(kode)}",
                uraian=bahan.nama_sasaran(kode),
                analisis=analyses(bahan.naskah.get(f"sasaran:{kode}")),
                gambar=(gambar.picture(partial(grafik.bullet, rows, bahan.berlaku.kategori)),),
                indikator=tuple(_indikator(utama, r) for r in rows.iter_rows(named=True)),
            )
        )
    return tuple(found)


def analyses(part: Naskah | None) -> tuple[Analisis, ...]:
    """The paragraphs of a section, each with what it analyses."""
    if part is None:
        return ()
    names = part.judul_paragraf or ("",) * len(part.paragraf)
    return tuple(Analisis(judul, teks) for judul, teks in zip(names, part.paragraf, strict=True))


def _indikator(bahan: BahanTahunan, row: dict[str, object]) -> AnalisisIndikator:
    kode = str(row["kode"])
    return AnalisisIndikator(
        f"{kode} {row['nama']}", analyses(bahan.naskah.get(f"indikator:{kode}")), _trend(bahan, kode)
    )


def _trend(bahan: BahanTahunan, kode: str) -> tuple[Gambar, ...]:
    """The tahun so far; nothing to draw of a single one."""
    years = bahan.riwayat.filter(pl.col("kode") == kode)
    if years.is_empty():
        return ()
    now = bahan.kini.filter(pl.col("kode") == kode).with_columns(tahun=pl.lit(bahan.tahun, pl.Int64))
    rows = pl.concat([years, now.select(years.columns)], how="vertical_relaxed")
    return (gambar.picture(partial(grafik.tren, rows)),)
