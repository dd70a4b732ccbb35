"""An OpenDocument spreadsheet: whether it is one, and what it may not hold. Its macros are let lie."""

from lakip.berkas import kantor
from lakip.berkas.aliran import Arsip
from lakip.berkas.pintu import DitolakError, Sebab

JENIS = b"application/vnd.oasis.opendocument.spreadsheet"
ISI, DAFTAR = "content.xml", "meta-inf/manifest.xml"
MAKRO_FOLDER = ("basic/", "scripts/")
MAKRO_DAFTAR = ("script-lb.xml", "script-lc.xml")  # of libraries that may be empty


def is_spreadsheet(arsip: Arsip) -> bool:
    return "mimetype" in arsip and ISI in arsip and arsip.head("mimetype", 100).strip().startswith(JENIS)


def has_macros(arsip: Arsip) -> bool:
    return any(name.startswith(MAKRO_FOLDER) and not name.endswith((*MAKRO_DAFTAR, "/")) for name in arsip.names)


def check(arsip: Arsip) -> None:
    """Raises DitolakError with what it holds."""
    if DAFTAR in arsip and _is_locked(arsip):
        raise DitolakError(Sebab.TERKUNCI)
    for name in sorted(arsip.names):
        begins = arsip.head(name, len(kantor.OLE))
        if name.endswith(kantor.PROGRAM) or begins.startswith(kantor.AWAL_PROGRAM):
            raise DitolakError(Sebab.PROGRAM)
        if begins.startswith(kantor.OLE):
            raise DitolakError(Sebab.OBJEK)


def _is_locked(arsip: Arsip) -> bool:
    found = False

    def start(tag: str, _attrs: dict[str, str]) -> None:
        nonlocal found
        found = found or tag == "encryption-data"

    arsip.parse(DAFTAR, start)
    return found
