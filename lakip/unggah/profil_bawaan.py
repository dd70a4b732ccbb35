"""Readings that come with the program: forms that every office of the Republic fills, or is given to fill, as data.

Headings as `tabel.bacaan` writes them, whole and from above; what is not named is not used.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bawaan:
    """`arti` has (heading, bidang) of each column that is used."""

    jenis: str
    nama: str
    arti: tuple[tuple[str, str], ...]


BAWAAN: tuple[Bawaan, ...] = ()
