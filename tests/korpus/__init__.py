"""Workbooks in the layouts of offices, each with its exact reading: kinds K1..K17 of wrong readings, and good ones."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from buku_kantor import Buku

from lakip.dokumen import Dokumen

KOLOM, BERKAS = "kolom", "berkas"


@dataclass(frozen=True)
class Kasus:
    """One workbook.

    Attributes:
        jenis: K1..K17, or "baik".
        langsung: everything right is read with one confirmation, and nothing holds.
        tanya: what has to be asked: KOLOM (the heading of the right column, of a rival, or the title), BERKAS (as a
            whole), or the kode of rows; the right figures of the other rows are read.
        belanja: the spending of triwulan I is on record.
    """

    jenis: str
    nama: str
    make: Callable[[], Buku]
    langsung: bool = False
    tanya: str | frozenset[str] = frozenset()
    untuk: str = "realisasi"
    triwulan: int = 2
    belanja: bool = False
    dokumen: Dokumen | None = None
    terbaca: bool = True  # a person could give every right figure by answering
    boleh_ditolak: bool = False  # a refusal of the whole file is right, too
    content: Callable[[Buku], bytes] = Buku.simpan
    berkas: str = "berkas.xlsx"

    @property
    def id(self) -> str:
        return f"{self.jenis} {self.nama.replace('_', ' ')}"


SEMUA: list[Kasus] = []


def kasus(
    jenis: str, *, tanya: str | Iterable[str] = (), **more: object
) -> Callable[[Callable[[], Buku]], Callable[[], Buku]]:
    """Add a workbook under the name of the function that makes it."""

    def add(make: Callable[[], Buku]) -> Callable[[], Buku]:
        asked = (
            tanya
            if isinstance(tanya, str) and tanya in (KOLOM, BERKAS)
            else frozenset([tanya] if isinstance(tanya, str) else tanya)
        )
        SEMUA.append(Kasus(jenis, make.__name__, make, tanya=asked, **more))  # type: ignore[arg-type]
        return make

    return add
