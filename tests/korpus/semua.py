"""All of them, in the order of their kinds."""

from korpus import SEMUA as TERDAFTAR
from korpus import (
    baik,
    baris,
    belanja,
    belanja_baris,
    belanja_sel,
    judul,
    kelompok,
    lawan,
    lawan_judul,
    lawan_lain,
    lawan_milik,
    lawan_rencana,
    lawan_sel,
    lawan_uang,
    lawan_ujung,
    rencana_lain,
    sel,
)

MODUL = (
    baik,
    kelompok,
    judul,
    sel,
    baris,
    belanja,
    belanja_baris,
    belanja_sel,
    rencana_lain,
    lawan,
    lawan_judul,
    lawan_uang,
    lawan_milik,
    lawan_ujung,
    lawan_rencana,
    lawan_sel,
    lawan_lain,
)  # each adds its own
SEMUA = sorted(TERDAFTAR, key=lambda one: int(one.jenis.removeprefix("K")) if one.jenis != "baik" else 0)
