"""The pictures of a report, each with its text alternative."""

import math
from collections.abc import Callable, Sequence
from functools import cache, partial

import polars as pl

from lakip import grafik
from lakip.export.bahan import Bahan
from lakip.export.word import Gambar

LEBAR = 15.5  # cm between the margins
BARIS = 19  # so that one picture and its caption fit a page


def bullets(bahan: Bahan) -> tuple[Gambar, ...]:
    """Capaian per indikator of the periode."""
    kini = bahan.kini
    return tuple(
        picture(partial(grafik.bullet, kini.filter(pl.col("kode").is_in(kode)), bahan.berlaku.kategori))
        for kode in spread(kini["kode"].to_list())
    )


def matrices(bahan: Bahan, periode: Sequence[str]) -> tuple[Gambar, ...]:
    """Capaian per indikator over these periods."""
    rows = bahan.capaian.filter(pl.col("periode").is_in(list(periode)))
    return tuple(
        picture(partial(grafik.matriks, rows.filter(pl.col("kode").is_in(kode)), bahan.berlaku.kategori))
        for kode in spread(bahan.kini["kode"].to_list())
    )


def budget(bahan: Bahan) -> tuple[Gambar, ...]:
    """Realisasi inside the pagu, per program."""
    programs = bahan.pohon.filter(pl.col("jenjang") == "program")
    return () if programs.is_empty() else (picture(partial(grafik.serapan, programs)),)


def picture(draw: Callable[[], grafik.Chart]) -> Gambar:
    """Drawn once, when it is printed: a report that is only compared or kept costs no drawing."""
    chart = cache(partial(grafik.unchecked, draw))
    return Gambar(lambda: grafik.to_png(chart()), LEBAR, lambda: grafik.alt_text(chart()))


def spread(kode: list[str]) -> list[list[str]]:
    """The indikator of each picture, as even as can be."""
    if not kode:
        return []
    size = math.ceil(len(kode) / math.ceil(len(kode) / BARIS))
    return [kode[i : i + size] for i in range(0, len(kode), size)]
