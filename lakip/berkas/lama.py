"""An Office file of before 2007, or one behind a password: which of them, by the names of its streams."""

from lakip.berkas.pintu import DitolakError, Sebab

ENTRI = 128  # a name begins each entry of the directory, and the entries lie at multiples of their length
BUKU = ("Workbook", "Book")
SANDI = "EncryptedPackage"
BUKAN_BUKU = ("WordDocument", "PowerPoint Document")
VBA = "_VBA_PROJECT"
RINGKASAN = "\x05SummaryInformation"


def kind(content: bytes) -> str:
    """ ".xls". Raises DitolakError for a file behind a password, of another program, or torn."""
    if has(content, SANDI):
        raise DitolakError(Sebab.TERKUNCI)
    if any(has(content, name) for name in BUKAN_BUKU):
        raise DitolakError(Sebab.LAMA)
    if not any(has(content, name) for name in BUKU):
        raise DitolakError(Sebab.RUSAK)
    return ".xls"


def has(content: bytes, name: str) -> bool:
    """Whether it holds a stream, or a folder of streams, of that name."""
    wanted = (name + "\0").encode("utf-16-le")
    where = content.find(wanted)
    while where >= 0 and where % ENTRI:
        where = content.find(wanted, where + 1)
    return where >= 0
