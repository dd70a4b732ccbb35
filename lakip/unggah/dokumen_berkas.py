"""The file of a planning document: a PDF, .docx or .xlsx by its content, archived beside its registration."""

import hashlib
import uuid
from pathlib import PurePath

from lakip import dokumen, periode
from lakip.akses import Izin, Pengguna
from lakip.dokumen import Dokumen
from lakip.errors import UserError
from lakip.store import Store
from lakip.unggah.aliran import RUSAK, Arsip, TooLargeError
from lakip.unggah.berkas import MAKS_UKURAN, display_name

UNGGAHAN = "dokumen"
MAKS_MB = MAKS_UKURAN // 2**20
DITERIMA = "Yang diterima: PDF, Word (.docx), atau Excel (.xlsx) tanpa makro dan tanpa kata sandi."
BAGIAN = {"word/document.xml": ".docx", "xl/workbook.xml": ".xlsx"}


def register(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    wanted: Dokumen,
    nama_berkas: str | None = None,
    content: bytes | None = None,
) -> Dokumen:
    """Register a document with its file; see `dokumen.register`. Without one only its particulars are recorded.

    Raises UserError when the file is none of those accepted, empty or too large.
    """
    pengguna.require(Izin.RENCANA, unit)
    if nama_berkas is None or content is None:
        return dokumen.register(store, pengguna, unit, wanted)
    dokumen.checked(wanted)
    nama = display_name(nama_berkas)
    suffix = file_type(content, nama)
    if PurePath(nama).suffix.lower() != suffix:
        raise UserError(f"Nama berkas “{nama}” tidak sesuai isinya ({suffix}). Ganti akhiran namanya. {DITERIMA}")
    row = {
        "id": uuid.uuid4().hex, "unit": unit, "jenis": UNGGAHAN, "tahun": wanted.tahun,
        "nama_berkas": nama.removesuffix(PurePath(nama).suffix) + suffix, "sha256": hashlib.sha256(content).hexdigest(),
        "ukuran": len(content), "dibaca": 0, "dilewati": 0, "ditahan": 0, "oleh": pengguna.akun, "pada": periode.now(),
    }  # fmt: skip
    store.archive(str(row["sha256"]), suffix, content)
    return dokumen.register(store, pengguna, unit, wanted, row)


def file_type(content: bytes, nama: str) -> str:
    """ ".pdf", ".docx" or ".xlsx", told by what is in it, whatever its name says."""
    if not content:
        raise UserError(f"Berkas “{nama}” kosong. Pilih berkas yang berisi.")
    if len(content) > MAKS_UKURAN:
        raise UserError(
            f"Berkas “{nama}” lebih dari {MAKS_MB} MB. Kecilkan hasil pindaiannya (misalnya 150 dpi), lalu unggah lagi."
        )
    if not content.startswith(b"PK") and b"%PDF-" in content[:1024] and b"%%EOF" in content[-2048:]:
        return ".pdf"
    try:
        names = Arsip(content).names if content.startswith(b"PK") else frozenset()
    except (TooLargeError, *RUSAK) as error:
        raise UserError(f"Berkas “{nama}” rusak atau terlalu besar untuk dibaca. {DITERIMA}") from error
    found = next((suffix for part, suffix in BAGIAN.items() if part in names), None)
    if found is None or any(name.endswith("vbaproject.bin") for name in names):
        raise UserError(f"Berkas “{nama}” bukan dokumen yang dikenal. {DITERIMA}")
    return found
