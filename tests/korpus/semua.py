"""All of them, in the order of their kinds."""

from korpus import SEMUA as TERDAFTAR
from korpus import baik, belanja, judul_kinerja, rencana_lain, sel_kinerja

__all__ = ["SEMUA", "baik", "belanja", "judul_kinerja", "rencana_lain", "sel_kinerja"]

SEMUA = sorted(TERDAFTAR, key=lambda one: int(one.jenis.removeprefix("K")) if one.jenis != "baik" else 0)
