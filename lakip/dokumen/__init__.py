"""Planning documents beside PK and Rencana Aksi: their register, what stands in them, and where they contradict.

Nothing registered or entered is edited: a correction is a new version.
"""

from lakip.dokumen.baca import (
    cards,
    contents,
    contents_version,
    file,
    in_force,
    listed,
    target_renstra,
    version,
    versions,
)
from lakip.dokumen.isi import BERENTANG, BERISI, DIDAFTAR, JENIS_NAMA, BarisDokumen, Dokumen, Selisih
from lakip.dokumen.selisih import APA, DIBANDINGKAN, LEMAH, differences, selisih, title, uncompared
from lakip.dokumen.simpan import checked, register, save_contents

__all__ = [
    "APA", "BERENTANG", "BERISI", "DIBANDINGKAN", "DIDAFTAR", "JENIS_NAMA", "LEMAH", "BarisDokumen", "Dokumen",
    "Selisih", "cards", "checked", "contents", "contents_version", "differences", "file", "in_force", "listed",
    "register", "save_contents", "selisih", "target_renstra", "title", "uncompared", "version", "versions",
]  # fmt: skip
