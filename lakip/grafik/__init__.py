"""Charts, one specification for screen and Word. Knows Altair, and nothing of Streamlit.

Every chart carries its own text alternative (`alt_text`). Figures are printed by lakip.formatting from the
exact decimals; what Vega draws is cast once, in `dasar.data`. Words and colours of the kategori come in as data.
"""

from lakip.grafik.capaian import bullet, matriks
from lakip.grafik.dasar import GELAP, LEBAR, PILIH, TERANG, Chart, Palet, alt_text, to_png, unchecked
from lakip.grafik.kepatuhan import PATUH, kepatuhan
from lakip.grafik.layar import spec
from lakip.grafik.lengkap import KELENGKAPAN, kelengkapan
from lakip.grafik.papan import papan
from lakip.grafik.perjalanan import jalur, langkah, tren
from lakip.grafik.uang import serapan

__all__ = [
    "GELAP", "KELENGKAPAN", "LEBAR", "PATUH", "PILIH", "TERANG", "Chart", "Palet", "alt_text", "bullet", "jalur",
    "kelengkapan", "kepatuhan", "langkah", "matriks", "papan", "serapan", "spec", "to_png", "tren",
    "unchecked",
]  # fmt: skip
