"""The judge of files that come in. Nothing is opened with the program it was made for, drawn or run."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lakip.berkas import kantor, lama, pdf, teks, terbuka
from lakip.berkas.aliran import RUSAK, Arsip, TooLargeError
from lakip.berkas.pintu import DitolakError, Pintu, Sebab

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
SPASI_AWAL = b"\xef\xbb\xbf \t\r\n"
# What a door that does not take it says of it, beyond that it is none of its kinds.
SEBUTAN = {".xls": Sebab.LAMA, ".xlsm": Sebab.MAKRO}
TAK_DIKENAL = ".bin"


@dataclass(frozen=True)
class Isi:
    """What a file is: its kind as a suffix, and of an Office file its parts."""

    suffix: str
    arsip: Arsip | None = None

    @property
    def parts(self) -> Arsip:
        """Of a kind that is a zip."""
        assert self.arsip is not None, f"{self.suffix} is no zip"
        return self.arsip


@contextmanager
def refusing(pintu: Pintu, nama: str) -> Iterator[None]:
    """Whatever is wrong with a file that is opened inside is said in the words of the door. Raises UserError."""
    try:
        yield
    except DitolakError as refused:
        raise pintu.refusal(refused.sebab, nama) from refused
    except TooLargeError as error:
        raise pintu.refusal(Sebab.BENGKAK, nama) from error
    except RUSAK as error:
        raise pintu.refusal(Sebab.RUSAK, nama) from error


def judge(pintu: Pintu, content: bytes, nama: str) -> Isi:
    """What the content is. Raises UserError, in the words of the door, when it may not come in there."""
    with refusing(pintu, nama):
        return _checked(pintu, content)


def suffix(content: bytes) -> str:
    """The suffix that a file which was let in deserves, whatever it is called. ".bin" for anything else."""
    try:
        found = _kind(content)
    except (DitolakError, TooLargeError, *RUSAK):
        return TAK_DIKENAL
    return found.suffix if found is not None else (".csv" if teks.decode(content) is not None else TAK_DIKENAL)


# ---------------------------------------------------------------- inside


def _checked(pintu: Pintu, content: bytes) -> Isi:
    if not content:
        raise DitolakError(Sebab.KOSONG)
    if len(content) > pintu.maks:
        raise DitolakError(Sebab.BESAR)
    if content.startswith(kantor.OLE) and ".xls" not in pintu.jenis:
        raise DitolakError(Sebab.LAMA)
    found = _kind(content)
    if found is None and ".csv" in pintu.jenis:
        teks.check(content)
        found = Isi(".csv")
    if found is None or found.suffix not in pintu.jenis:
        raise DitolakError(SEBUTAN.get(found.suffix, Sebab.BUKAN) if found else Sebab.BUKAN)
    if found.suffix == ".ods" and found.arsip is not None:
        terbuka.check(found.arsip)
    elif found.arsip is not None:
        kantor.check(found.arsip, makro=found.suffix == ".xlsm")
    elif found.suffix == ".pdf":
        pdf.check(content)
    return found


def _kind(content: bytes) -> Isi | None:
    """None for a text, and for what nobody knows."""
    whole, found = True, None
    if content.lstrip(SPASI_AWAL).startswith(b"%PDF-"):
        found, whole = Isi(".pdf"), b"%%EOF" in content[-2048:]
    elif content.startswith(PNG):
        found, whole = Isi(".png"), b"IEND" in content[-64:]
    elif content.startswith(JPEG):
        found, whole = Isi(".jpg"), b"\xff\xd9" in content[len(JPEG) :]  # phones put more behind the end of it
    elif content.startswith(b"PK"):
        arsip = Arsip(content)
        found = Isi(".ods" if terbuka.is_spreadsheet(arsip) else kantor.kind(arsip), arsip)
    elif content.startswith(kantor.OLE):
        found = Isi(lama.kind(content))
    if not whole:
        raise DitolakError(Sebab.TERPOTONG)
    return found
