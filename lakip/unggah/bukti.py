"""The file of a bukti dukung: judged by what is in it, never by its name; nothing in it is unfolded or drawn."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from lakip.errors import UserError
from lakip.unggah.aliran import RUSAK, Arsip, TooLargeError
from lakip.unggah.berkas import MAKS_UKURAN, OLE, display_name

MAKS_MB = MAKS_UKURAN // 2**20
DITERIMA = "Yang diterima: PDF, Word (.docx), Excel (.xlsx), PNG, atau JPEG; tanpa makro dan tanpa kata sandi."
AKHIRAN = (".pdf", ".docx", ".xlsx", ".png", ".jpg")
UTAMA = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx"}
MAKRO = ("vbaproject.bin", "vbadata.xml")
PROGRAM = (".exe", ".dll", ".com", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".js", ".jar", ".msi", ".lnk", ".hta")
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
SPASI_AWAL = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True)
class Berkas:
    """An accepted file; `nama` ends with `suffix`, whatever it was called when it came."""

    nama: str
    suffix: str
    sha256: str
    ukuran: int


def accept(nama_berkas: str, content: bytes) -> Berkas:
    """Raises UserError when the file is empty, too large, torn, with macros, or none of those accepted."""
    nama = display_name(nama_berkas)
    if not content:
        raise UserError(f"Berkas “{nama}” kosong. Pilih berkas yang berisi.")
    if len(content) > MAKS_UKURAN:
        raise UserError(
            f"Berkas “{nama}” lebih dari {MAKS_MB} MB. Kecilkan hasil pindaiannya (misalnya 150 dpi), lalu unggah lagi."
        )
    suffix = _kind(content, nama)
    return Berkas(_named(nama, suffix), suffix, hashlib.sha256(content).hexdigest(), len(content))


def _named(nama: str, suffix: str) -> str:
    """The name with the suffix that its content deserves."""
    path = PurePath(nama)
    known = path.suffix.lower() in (*AKHIRAN, ".jpeg")
    return (path.stem if known else path.name) + suffix


def _kind(content: bytes, nama: str) -> str:
    whole = True
    if content.lstrip(SPASI_AWAL).startswith(b"%PDF-"):
        suffix, whole = ".pdf", b"%%EOF" in content[-2048:]
    elif content.startswith(PNG):
        suffix, whole = ".png", b"IEND" in content[-64:]
    elif content.startswith(JPEG):
        suffix, whole = ".jpg", b"\xff\xd9" in content[len(JPEG) :]  # phones put more behind the end of the picture
    elif content.startswith(b"PK"):
        suffix = _office(content, nama)
    elif content.startswith(OLE):
        raise UserError(f"Berkas “{nama}” berformat Office lama atau berkata sandi. Simpan ulang dahulu. {DITERIMA}")
    else:
        raise UserError(f"Berkas “{nama}” bukan dokumen yang dikenal. {DITERIMA}")
    if not whole:
        raise UserError(f"Berkas “{nama}” terpotong: akhirnya tidak ada. Simpan atau pindai ulang, lalu unggah lagi.")
    return suffix


def _office(content: bytes, nama: str) -> str:
    try:
        names = Arsip(content).names
    except (TooLargeError, *RUSAK) as error:
        raise UserError(f"Berkas “{nama}” rusak atau terlalu besar untuk dibaca. {DITERIMA}") from error
    suffix = next((s for part, s in UTAMA.items() if part in names), None)
    if suffix is None:
        raise UserError(f"Berkas “{nama}” bukan dokumen yang dikenal. {DITERIMA}")
    if any(name.endswith(MAKRO) or name.startswith("xl/macrosheets/") for name in names):
        raise UserError(f"Berkas “{nama}” berisi makro. Simpan sebagai PDF, .docx, atau .xlsx tanpa makro.")
    if any(name.endswith(PROGRAM) for name in names):
        raise UserError(f"Berkas “{nama}” menyimpan program di dalamnya. Keluarkan dahulu, atau simpan sebagai PDF.")
    return suffix
