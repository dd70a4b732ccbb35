"""The budget: program > kegiatan > sub kegiatan, pagu murni and perubahan, target keuangan and realisasi per triwulan.

Only sub kegiatan carry money, each rupiah once. Kegiatan, program and total are sums made by queries/3_anggaran.sql
and have no way in, so a tree that does not close cannot be recorded. Money is whole rupiah.
"""

from lakip.anggaran.baca import (
    ALASAN_NAMA,
    edition,
    figures,
    lacks_dppa,
    nodes,
    per_program,
    per_sasaran,
    pohon,
    record,
    recorded,
    total,
)
from lakip.anggaran.isi import (
    KOLOM,
    KOLOM_NAMA,
    PAGU,
    REALISASI,
    SIFAT,
    TARGET,
    TINGKAT_NAMA,
    TINGKAT_PK,
    Anggaran,
    Angka,
    Kaitan,
    Kode,
    Kunci,
    TemuanAnggaran,
    TemuanKaitan,
    Tersimpan,
)
from lakip.anggaran.kaitan import check_links, faults, links, pendukung, save_sasaran_program
from lakip.anggaran.nomenklatur import BAWAAN, KETERANGAN, bawaan
from lakip.anggaran.periksa import check, pagu
from lakip.anggaran.simpan import save, save_anggaran, save_nomenklatur, save_realisasi_anggaran

__all__ = [
    "ALASAN_NAMA", "BAWAAN", "KETERANGAN", "KOLOM", "KOLOM_NAMA", "PAGU", "REALISASI", "SIFAT", "TARGET",
    "TINGKAT_NAMA", "TINGKAT_PK", "Anggaran", "Angka", "Kaitan", "Kode", "Kunci", "TemuanAnggaran", "TemuanKaitan",
    "Tersimpan", "bawaan", "check", "check_links", "edition", "faults", "figures", "lacks_dppa", "links", "nodes",
    "pagu", "pendukung", "per_program", "per_sasaran", "pohon", "record", "recorded", "save", "save_anggaran",
    "save_nomenklatur", "save_realisasi_anggaran", "save_sasaran_program", "total",
]  # fmt: skip
