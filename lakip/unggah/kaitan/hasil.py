"""What one uploaded file of links between sasaran and budget came to."""

from dataclasses import dataclass
from typing import ClassVar

from lakip.anggaran import Kaitan
from lakip.unggah.hasil import Hasil


@dataclass(frozen=True, kw_only=True)
class HasilKaitan(Hasil):
    """`kaitan`: the links of the whole tahun as they would be; `dilihat`: as they were when the file was judged."""

    TANPA_ISI: ClassVar[str] = "Tidak ada porsi yang diisi."

    kaitan: tuple[Kaitan, ...] = ()
    dilihat: tuple[Kaitan, ...] = ()
