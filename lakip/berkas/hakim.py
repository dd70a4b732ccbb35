"""The judge of files that come in. Nothing is opened with the program it was made for, drawn or run."""

from dataclasses import dataclass

from lakip.berkas import kantor, pdf
from lakip.berkas.aliran import RUSAK, Arsip, TooLargeError
from lakip.berkas.pintu import DitolakError, Pintu, Sebab

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
SPASI_AWAL = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True)
class Isi:
    """What a file is: its kind as a suffix, and of an Office file its parts."""

    suffix: str
    arsip: Arsip | None = None


def judge(pintu: Pintu, content: bytes, nama: str) -> Isi:
    """What the content is. Raises UserError, in the words of the door, when it may not come in there."""
    try:
        return _checked(pintu, content)
    except DitolakError as refused:
        raise pintu.refusal(refused.sebab, nama) from refused
    except TooLargeError as error:
        raise pintu.refusal(Sebab.BENGKAK, nama) from error
    except RUSAK as error:
        raise pintu.refusal(Sebab.RUSAK, nama) from error


# ---------------------------------------------------------------- inside


def _checked(pintu: Pintu, content: bytes) -> Isi:
    if not content:
        raise DitolakError(Sebab.KOSONG)
    if len(content) > pintu.maks:
        raise DitolakError(Sebab.BESAR)
    found = _kind(content)
    if found.suffix not in pintu.jenis:
        raise DitolakError(Sebab.BUKAN)
    if found.arsip is not None:
        kantor.check(found.arsip)
    elif found.suffix == ".pdf":
        pdf.check(content)
    return found


def _kind(content: bytes) -> Isi:
    whole, found = True, None
    if content.lstrip(SPASI_AWAL).startswith(b"%PDF-"):
        found, whole = Isi(".pdf"), b"%%EOF" in content[-2048:]
    elif content.startswith(PNG):
        found, whole = Isi(".png"), b"IEND" in content[-64:]
    elif content.startswith(JPEG):
        found, whole = Isi(".jpg"), b"\xff\xd9" in content[len(JPEG) :]  # phones put more behind the end of it
    elif content.startswith(b"PK"):
        arsip = Arsip(content)
        found = Isi(kantor.kind(arsip), arsip)
    elif content.startswith(kantor.OLE):
        raise DitolakError(Sebab.LAMA)
    if found is None:
        raise DitolakError(Sebab.BUKAN)
    if not whole:
        raise DitolakError(Sebab.TERPOTONG)
    return found
