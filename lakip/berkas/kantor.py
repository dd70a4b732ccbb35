"""What an Office file may not hold: macros, programs, objects that nobody can look into, what is fetched from outside.

An ordinary link of a workbook to another file on the same computer is let in: offices live by them, and it waits for
a click. What reaches out of the computer the moment a file is opened is not.
"""

import posixpath
import re

from lakip.berkas.aliran import Arsip
from lakip.berkas.pintu import DitolakError, Sebab

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UTAMA = ("word/document.xml", "xl/workbook.xml")
# A main part may be called otherwise; what the package says it is begins with.
SEBUTAN = {"workbook": ".xlsx", "document": ".docx"}
MAKRO_BAGIAN = ("vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin")
MAKRO_FOLDER = re.compile(r"(^|/)(intl)?macrosheets/")
MAKRO_JENIS = re.compile(r"macroenabled|macrosheet|vbaproject|vbadata", re.IGNORECASE)
LEMBAR_MAKRO = re.compile(r"macrosheet", re.IGNORECASE)
BUKU_BERMAKRO = "application/vnd.ms-excel.sheet.macroenabled.main+xml"
VBA = "xl/vbaproject.bin"
PROGRAM = (
    ".exe", ".dll", ".com", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".jar", ".msi",
    ".lnk", ".hta", ".pif", ".cpl", ".reg", ".sh", ".iso", ".xll", ".chm", ".scf", ".url",
)  # fmt: skip
AWAL_PROGRAM = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe")
OBJEK = re.compile(r"(^|/)activex/|(^|/)oleobject[^/]*$")
TERTANAM = "/embeddings/"
BERSARANG = (".xlsx", ".docx", ".pptx")  # the figures behind a chart, as Word and Excel keep them
JAUH = re.compile(r"^(?!file:)[a-z][a-z0-9+.-]{1,}:|^[\\/]{2}|^file:(//[^/]|/{4,}|[\\/]*\\\\)", re.IGNORECASE)
HURUF = re.compile(r"^[a-z]:", re.IGNORECASE)  # C:\Data\rekap.xlsx
LUAR_LANGSUNG = ("ddelink", "olelink")


def kind(arsip: Arsip) -> str:
    """ ".docx", ".xlsx", or ".xlsm" when it says so itself. Raises DitolakError for any other package."""
    _, found = main_part(arsip)
    if not found:
        raise DitolakError(Sebab.BUKAN)
    return ".xlsm" if found == ".xlsx" and BUKU_BERMAKRO in _types(arsip, "xl/workbook.xml") else found


def main_part(arsip: Arsip) -> tuple[str, str]:
    """The part that a document or workbook begins with, and its suffix; both empty when it is neither."""
    found = [part for part in UTAMA if part in arsip]

    def start(tag: str, attrs: dict[str, str]) -> None:
        if tag == "Relationship" and attrs.get("Type", "").endswith("/officeDocument"):
            found.append(attrs.get("Target", "").lstrip("/").lower())

    if not found and "_rels/.rels" in arsip:
        arsip.parse("_rels/.rels", start)
    parts = [part for part in found if part in arsip and part.endswith(".xml")]
    said = ((p, suffix) for p in parts for word, suffix in SEBUTAN.items() if word in posixpath.basename(p))
    return next(said, ("", ""))


def check(arsip: Arsip, *, dalam: bool = False, makro: bool = False) -> None:
    """Raises DitolakError with what it holds.

    Args:
        dalam: it is itself embedded, and may embed no more.
        makro: it openly brings VBA along, which is let lie; a sheet of macros is not.
    """
    names = arsip.names
    found = {name for name in names if name.endswith(MAKRO_BAGIAN)} if not makro else set()
    said = LEMBAR_MAKRO if makro else MAKRO_JENIS
    if found or any(MAKRO_FOLDER.search(name) for name in names) or any(map(said.search, _types(arsip))):
        raise DitolakError(Sebab.MAKRO)
    if any(name.endswith(PROGRAM) for name in names):
        raise DitolakError(Sebab.PROGRAM)
    if any(OBJEK.search(name) for name in names):
        raise DitolakError(Sebab.OBJEK)
    for name in sorted(names):
        _check_start(arsip, name, makro=makro)
        if name.endswith(".rels"):
            _check_links(arsip, name, makro=makro)
        elif "externallinks/" in name and name.endswith(".xml"):
            _check_outside(arsip, name)
        elif TERTANAM in f"/{name}":
            _check_embedded(arsip, name, dalam=dalam)


# ---------------------------------------------------------------- inside


def _types(arsip: Arsip, part: str = "") -> list[str]:
    """What its parts are, or one of them is, in lower case. A part may be called anything; its content type may not."""
    found: list[str] = []

    def start(_tag: str, attrs: dict[str, str]) -> None:
        if not part or attrs.get("PartName", "").lstrip("/").lower() == part:
            found.append(attrs.get("ContentType", "").lower())

    if "[content_types].xml" in arsip:
        arsip.parse("[content_types].xml", start)
    return found


def _check_start(arsip: Arsip, name: str, *, makro: bool = False) -> None:
    """By its first bytes: a program or an old Office file stays one under the name of a picture."""
    begins = arsip.head(name, len(OLE))
    if begins.startswith(AWAL_PROGRAM):
        raise DitolakError(Sebab.PROGRAM)
    if begins.startswith(OLE) and not (makro and name == VBA):
        raise DitolakError(Sebab.OBJEK)


def _check_links(arsip: Arsip, name: str, *, makro: bool) -> None:
    def start(tag: str, attrs: dict[str, str]) -> None:
        jenis = attrs.get("Type", "").rpartition("/")[2].lower()
        if tag != "Relationship":
            return
        if jenis in ("xlmacrosheet", "xlintlmacrosheet") or (jenis == "vbaproject" and not makro):
            raise DitolakError(Sebab.MAKRO)
        if jenis in ("oleobject", "activexcontrolbinary"):
            raise DitolakError(Sebab.OBJEK)
        outside = attrs.get("TargetMode", "").lower() == "external"
        if outside and jenis != "hyperlink" and _is_far(attrs.get("Target", "")):
            raise DitolakError(Sebab.TAUTAN)

    arsip.parse(name, start)


def _is_far(target: str) -> bool:
    """Whether it names another computer."""
    said = target.strip().replace("%5C", "\\").replace("%5c", "\\")
    return not HURUF.match(said) and bool(JAUH.match(said))


def _check_outside(arsip: Arsip, name: str) -> None:
    def start(tag: str, _attrs: dict[str, str]) -> None:
        if tag.lower() in LUAR_LANGSUNG:
            raise DitolakError(Sebab.TAUTAN)

    arsip.parse(name, start)


def _check_embedded(arsip: Arsip, name: str, *, dalam: bool) -> None:
    if dalam or not name.endswith(BERSARANG):
        raise DitolakError(Sebab.OBJEK)
    check(Arsip(arsip.read(name)), dalam=True)
