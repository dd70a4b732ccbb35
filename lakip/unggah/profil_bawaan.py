"""Readings that come with the program: forms that offices of the Republic are given to fill, as data.

A table is one of these forms when every word of `tanda` stands in one of its headings; what the headings leave open is
settled by `tidak_dipakai`. All else the reader understands by itself. Words as `profil_judul.erased` writes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lakip.unggah.profil_judul import erased


@dataclass(frozen=True)
class Bawaan:
    """`tidak_dipakai`: beginnings of headings of columns that are not for the upload."""

    nama: str
    jenis: tuple[str, ...]
    tanda: tuple[str, ...]
    tidak_dipakai: tuple[str, ...] = ()

    def fits(self, judul: Sequence[str]) -> bool:
        """Whether a table with these headings is this form."""
        heads = [erased(one) for one in judul]
        return all(any(word in head for head in heads) for word in self.tanda)

    def unused(self, judul: str) -> bool:
        return erased(judul).startswith(self.tidak_dipakai)


BAWAAN = (
    # Permendagri 86/2017, Formulir E.81: the column after the quarters holds the sum of them, and names no time itself.
    Bawaan(
        "Formulir E.81 (Permendagri 86/2017)",
        ("realisasi", "anggaran"),
        ("target renstra", "triwulan", "tingkat capaian", "› k", "› rp"),
        ("target renstra", "realisasi capaian kinerja dan anggaran renja"),
    ),
    Bawaan(
        "Pengukuran kinerja triwulan, dengan pembilang dan penyebut",
        ("realisasi",),
        ("indikator kinerja", "realisasi s.d. tw", "pembilang (x)", "penyebut (y)"),
    ),
    Bawaan(
        "Realisasi kinerja pada triwulan (e-SAKIP)",
        ("realisasi", "anggaran"),
        ("urusan/program/kegiatan/sub kegiatan", "realisasi kinerja pada triwulan › i › rp"),
    ),
)
