"""The kop of every paper: the emblem of the office, whose office it is, and where it is found."""

from dataclasses import dataclass, replace

from docx.image.image import Image

from lakip import pengaturan
from lakip.export.word import Gambar
from lakip.pengaturan import Identitas
from lakip.store import Store

KEPALA = (1.9, 1.9)  # cm: as high and as wide as an emblem may be beside the words
KECIL = (1.5, 1.9)
SAMPUL = (3.0, 6.0)


@dataclass(frozen=True)
class Kop:
    """As printed. `lambang`: one picture, or none; `alamat`: empty where the settings have none."""

    lambang: tuple[Gambar, ...]
    pemerintah: str
    kantor: str
    alamat: str


def of(store: Store, unit: str, ruang: tuple[float, float] = KEPALA) -> Kop:
    """What the settings say now."""
    return replace(plain(pengaturan.identity(store, unit)), lambang=_emblem(pengaturan.lambang(store, unit), ruang))


def plain(identitas: Identitas) -> Kop:
    """The words alone."""
    pemerintah, kantor, alamat = identitas.kop
    return Kop((), pemerintah, kantor, (alamat or "").strip())


def with_emblem(store: Store, unit: str, kop: Kop, sidik: str) -> Kop:
    """For a cover, under the emblem that the office had when its figures were frozen; "" is none."""
    content = pengaturan.lambang(store, unit, sidik) if sidik else None
    return replace(kop, lambang=_emblem(content, SAMPUL))


# ---------------------------------------------------------------- inside


def _emblem(content: bytes | None, ruang: tuple[float, float]) -> tuple[Gambar, ...]:
    if content is None:
        return ()
    picture = Image.from_blob(content)
    tinggi, lebar = ruang
    return (Gambar(content, min(tinggi * picture.px_width / picture.px_height, lebar), "Lambang daerah"),)
