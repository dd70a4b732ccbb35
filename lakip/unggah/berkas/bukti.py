"""The file of a bukti dukung: judged by what is in it, never by its name; nothing in it is unfolded or drawn."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from lakip.berkas import Pintu, hakim
from lakip.berkas.pintu import display_name

DITERIMA = "Yang diterima: PDF, Word (.docx), Excel (.xlsx), PNG, atau JPEG; tanpa makro dan tanpa kata sandi."
AKHIRAN = (".pdf", ".docx", ".xlsx", ".png", ".jpg")
PINTU = Pintu(AKHIRAN, DITERIMA)
MAKS_UKURAN, MAKS_MB = PINTU.maks, PINTU.maks_mb


@dataclass(frozen=True)
class Berkas:
    """An accepted file; `nama` ends with `suffix`, whatever it was called when it came."""

    nama: str
    suffix: str
    sha256: str
    ukuran: int


def accept(nama_berkas: str, content: bytes) -> Berkas:
    """Raises UserError when the judge turns it away."""
    nama = display_name(nama_berkas)
    suffix = hakim.judge(PINTU, content, nama).suffix
    return Berkas(_named(nama, suffix), suffix, hashlib.sha256(content).hexdigest(), len(content))


def _named(nama: str, suffix: str) -> str:
    """The name with the suffix that its content deserves."""
    path = PurePath(nama)
    known = path.suffix.lower() in (*AKHIRAN, ".jpeg")
    return (path.stem if known else path.name) + suffix
