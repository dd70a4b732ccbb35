"""The budget: program > kegiatan > sub kegiatan, pagu murni and perubahan, realisasi per triwulan.

Only sub kegiatan carry money. Kegiatan, program and total are sums made by queries/3_anggaran.sql and have no
way in, so a tree that does not close cannot be recorded. Money is whole rupiah.
"""

from lakip.anggaran.baca import pohon, total
from lakip.anggaran.isi import SIFAT, TINGKAT_NAMA, TINGKAT_PK, Asal, Kaitan, Kode
from lakip.anggaran.kaitan import check_links, links, pendukung, save_sasaran_program
from lakip.anggaran.simpan import save_anggaran, save_nomenklatur, save_realisasi_anggaran

__all__ = [
    "SIFAT", "TINGKAT_NAMA", "TINGKAT_PK", "Asal", "Kaitan", "Kode", "check_links", "links", "pendukung", "pohon",
    "save_anggaran", "save_nomenklatur", "save_realisasi_anggaran", "save_sasaran_program", "total",
]  # fmt: skip
