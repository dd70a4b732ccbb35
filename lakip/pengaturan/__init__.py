"""Who the office is, who holds office in it, and its dated settings.

A setting is a row with the tahun it counts from; the newest row at or before a tahun is in force in it.
The rules (queries/0_aturan.sql) read tables pengaturan and kategori themselves; here are their names,
defaults, and the only ways to change them.
"""

from lakip.pengaturan.isi import (
    ATASAN,
    BAGIAN_BAWAAN,
    CAMAT_BAWAAN,
    IDENTITAS_BAWAAN,
    JENIS_BAGIAN,
    KATEGORI,
    MULAI_TAHUN,
    SETELAN,
    Bagian,
    Berlaku,
    Identitas,
    Kategori,
    Kedudukan,
    Pejabat,
    Setelan,
)
from lakip.pengaturan.kantor import (
    add_bagian,
    bagian,
    identity,
    kasubbag_pelaporan,
    rename_bagian,
    set_identity,
    set_up_office,
    units,
)
from lakip.pengaturan.lambang_kantor import lambang, set_lambang, sidik_lambang
from lakip.pengaturan.register import (
    KEDUDUKAN_NAMA,
    add_pejabat,
    end_pejabat,
    parse_kedudukan,
    pejabat,
    pejabat_in_office,
)
from lakip.pengaturan.setelan import history, in_force, set_setting, wants_second_factor, years
from lakip.pengaturan.skala import scale, scales, set_kategori
from lakip.pengaturan.triwulan_awal import Awal, awal, collecting, history_awal, is_before, missed, running, set_awal

__all__ = [
    "ATASAN", "BAGIAN_BAWAAN", "CAMAT_BAWAAN", "IDENTITAS_BAWAAN", "JENIS_BAGIAN", "KATEGORI", "KEDUDUKAN_NAMA",
    "MULAI_TAHUN", "SETELAN", "Awal", "Bagian", "Berlaku", "Identitas", "Kategori", "Kedudukan", "Pejabat", "Setelan",
    "add_bagian", "add_pejabat", "awal", "bagian", "collecting", "end_pejabat", "history", "history_awal", "identity",
    "in_force", "is_before", "kasubbag_pelaporan", "lambang", "missed", "parse_kedudukan", "pejabat",
    "pejabat_in_office", "rename_bagian", "running", "scale", "scales", "set_awal", "set_identity", "set_kategori",
    "set_lambang", "set_setting", "set_up_office", "sidik_lambang", "units", "wants_second_factor", "years",
]  # fmt: skip
