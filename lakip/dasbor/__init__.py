"""What leadership sees first: the verdict, four tiles, the Camat's indikator, what needs a decision, who is awaited.

`read` gathers it for everybody, once for a state of the record; `keputusan` says what of it waits for one person.
`tindakan` settles it. The figures are rollup's, the words ready to show, and nothing missing is ever counted as good,
or as 0.
"""

from lakip.dasbor import tindakan
from lakip.dasbor.baca import opening, overall, read, run_of
from lakip.dasbor.baris import by_urgency, camat_level, frame, tanda
from lakip.dasbor.isi import Baris, Dasbor, Keputusan, KirimanBagian, Lalu, Petak, Rata, Tanda, Tertahan, Ubin
from lakip.dasbor.kelengkapan import completeness
from lakip.dasbor.keputusan import keputusan
from lakip.dasbor.perhatian import Hal, Tindak
from lakip.dasbor.perkembangan import Perkembangan, developments

__all__ = [
    "Baris", "Dasbor", "Hal", "Keputusan", "KirimanBagian", "Lalu", "Perkembangan", "Petak", "Rata", "Tanda",
    "Tertahan", "Tindak", "Ubin", "by_urgency", "camat_level", "completeness", "developments", "frame", "keputusan",
    "opening", "overall", "read", "run_of", "tanda", "tindakan",
]  # fmt: skip
