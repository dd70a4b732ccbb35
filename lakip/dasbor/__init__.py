"""What leadership sees first: the verdict, four tiles, the Camat's indikator, what needs a decision, who is awaited.

`read` gathers it for everybody, once for a state of the record; `keputusan` says what of it waits for one person.
Gathers only: the figures are rollup's, the words ready to show, and nothing missing is ever counted as good, or as 0.
"""

from lakip.dasbor.baca import opening, read
from lakip.dasbor.baris import by_urgency, tanda
from lakip.dasbor.isi import Baris, Dasbor, Keputusan, KirimanBagian, Lalu, Petak, Rata, Tanda, Tertahan, Ubin
from lakip.dasbor.kelengkapan import completeness
from lakip.dasbor.keputusan import keputusan
from lakip.dasbor.perhatian import Hal, Tindak

__all__ = [
    "Baris", "Dasbor", "Hal", "Keputusan", "KirimanBagian", "Lalu", "Petak", "Rata", "Tanda", "Tertahan", "Tindak",
    "Ubin", "by_urgency", "completeness", "keputusan", "opening", "read", "tanda",
]  # fmt: skip
