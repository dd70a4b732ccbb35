"""Stage 2: the rules, one line each, that turn a mistake in a realisasi into a temuan.

A temuan is data: it says where, what, and the way out. Knows neither files nor the record; `unggah` reads
the one, `rekap` the other, and both hand their facts over as a `Baris`.
"""

from lakip.validasi.aturan import ATURAN, MAKS_TEKS, PALING_LAMA, Aturan, check, nearest
from lakip.validasi.baris import Baris
from lakip.validasi.temuan import Temuan, Tingkat

__all__ = ["ATURAN", "MAKS_TEKS", "PALING_LAMA", "Aturan", "Baris", "Temuan", "Tingkat", "check", "nearest"]
