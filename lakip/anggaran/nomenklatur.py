"""The codes that come with the program: program and kegiatan of urusan 7.01 Kecamatan, to begin with.

They were read from a published e-SAKIP (domain.md 1.5), not from a Kepmendagri, and the edition's name says so.
Sub kegiatan are the office's own: they come in with its DPA.
"""

import csv
from functools import cache
from pathlib import Path

from lakip.anggaran.isi import Kode

BAWAAN = "bawaan 7.01"
KETERANGAN = (
    "Program dan kegiatan urusan 7.01 Kecamatan bawaan aplikasi. Cocokkan dengan DPA kantor dan Kepmendagri "
    "nomenklatur yang berlaku; sub kegiatan diisi dari DPA."
)


@cache
def bawaan() -> tuple[Kode, ...]:
    """Programs and kegiatan in the order of their codes."""
    with (Path(__file__).parent / "nomenklatur_7_01.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Kode(r["kode"], r["jenjang"], r["nama"]) for r in csv.DictReader(file))
