"""One door to every document of the plan, for the command line: which one, of whom, by which PK version."""

from datetime import date

from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.export import perjanjian_kinerja, tabel_rencana
from lakip.export.jabatan import TINGKAT
from lakip.store import Store

JENIS = ("pk", *tabel_rencana.NAMA)
SEMUA = "semua"
JABATAN = (*TINGKAT, SEMUA)


def make(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    jenis: str,
    tahun: int,
    jabatan: str | None = None,
    bagian: str | None = None,
    versi: int | None = None,
    hari: date | None = None,
) -> bytes:
    """The .docx; for every jabatan at once (`semua`) a zip of them.

    Args:
        jenis: one of JENIS.
        jabatan: of a PK, one of JABATAN; None: that of the bagian, or the Camat.
        bagian: whose PK (Kasubbag, Kasi, Lurah), or what a Rencana Aksi is narrowed to.
        hari: the signing date of Rencana Aksi, IKU and RKT; a PK is signed on its own date.

    Raises:
        AccessError: without Izin.LAPORAN.
        UserError: what does not go together, or does not exist.
    """
    if jenis != "pk":
        if jabatan is not None:
            raise UserError(f"Jabatan hanya disebut untuk Perjanjian Kinerja, bukan untuk {tabel_rencana.NAMA[jenis]}.")
        return tabel_rencana.build(store, pengguna, unit, jenis, tahun, versi, bagian, hari)
    if jabatan == SEMUA:
        return perjanjian_kinerja.build_all(store, pengguna, unit, tahun, versi)
    whole_office = jabatan in TINGKAT and TINGKAT[jabatan].jenis_bagian is None
    if jabatan is not None and whole_office == (bagian is not None):
        raise UserError(
            f"Perjanjian Kinerja {jabatan.capitalize()} tidak memakai bagian. Hilangkan bagiannya."
            if whole_office
            else f"Sebutkan bagian yang dipimpin {jabatan.capitalize()} itu, misalnya --bagian PEM."
        )
    return perjanjian_kinerja.build(store, pengguna, unit, tahun, bagian or jabatan or "camat", versi)
