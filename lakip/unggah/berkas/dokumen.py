"""The file of a planning document: a PDF, .docx or .xlsx by its content, archived beside its registration."""

from pathlib import PurePath

from lakip import dokumen
from lakip.akses import Izin, Pengguna
from lakip.berkas import Pintu, hakim
from lakip.berkas.pintu import display_name
from lakip.berkas.unggahan import row as unggahan_row
from lakip.dokumen import Dokumen
from lakip.errors import UserError
from lakip.store import Store

UNGGAHAN = "dokumen"
DITERIMA = "Yang diterima: PDF, Word (.docx), atau Excel (.xlsx) tanpa makro dan tanpa kata sandi."
PINTU = Pintu((".pdf", ".docx", ".xlsx"), DITERIMA)
MAKS_MB = PINTU.maks_mb


def register(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    wanted: Dokumen,
    nama_berkas: str | None = None,
    content: bytes | None = None,
) -> Dokumen:
    """Register a document with its file; see `dokumen.register`. Without one only its particulars are recorded.

    Raises UserError when the judge turns the file away, or its name says another kind.
    """
    pengguna.require(Izin.RENCANA, unit)
    if nama_berkas is None or content is None:
        return dokumen.register(store, pengguna, unit, wanted)
    dokumen.checked(wanted)
    nama = display_name(nama_berkas)
    suffix = hakim.judge(PINTU, content, nama).suffix
    if PurePath(nama).suffix.lower() != suffix:
        raise UserError(f"Nama berkas “{nama}” tidak sesuai isinya ({suffix}). Ganti akhiran namanya. {DITERIMA}")
    said = nama.removesuffix(PurePath(nama).suffix) + suffix
    row = unggahan_row(pengguna.akun, unit, UNGGAHAN, wanted.tahun, said, content)
    store.archive(str(row["sha256"]), suffix, content)
    return dokumen.register(store, pengguna, unit, wanted, row)
