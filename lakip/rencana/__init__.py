"""The plan: sasaran, indikator cards, and their targets per PK version.

Nothing recorded is edited: a change is a new version, and what did not change gets none. A clerk's mistake is a
`TemuanRencana`; saving refuses while a `salah` is left.
"""

from lakip.rencana.baca import acuan, codes, history, indikator, pk_versions, sasaran, targets, tujuan
from lakip.rencana.isi import (
    DASAR_UBAH,
    JENJANG_NAMA,
    PANGKAT,
    PERIODE_TARGET,
    Indikator,
    PilihanRumus,
    PkVersion,
    Rencana,
    Sasaran,
    Target,
    TemuanRencana,
    Tersimpan,
    Tujuan,
)
from lakip.rencana.periksa import (
    check_card,
    check_in_force,
    check_kept,
    check_targets,
    complete,
    merge,
    missing_parts,
)
from lakip.rencana.pohon import check_codes, check_names, check_new_names, check_tree
from lakip.rencana.rumus import BATAS, choices, choose_rumus, chosen, compare_cap, compare_rumus
from lakip.rencana.simpan import objections, save, save_indikator, save_sasaran, save_target_set, save_tujuan
from lakip.rencana.tahun_baru import Lanjutan, carry_over, compare_targets, compare_years

__all__ = [
    "BATAS",
    "DASAR_UBAH",
    "JENJANG_NAMA",
    "PANGKAT",
    "PERIODE_TARGET",
    "Indikator",
    "Lanjutan",
    "PilihanRumus",
    "PkVersion",
    "Rencana",
    "Sasaran",
    "Target",
    "TemuanRencana",
    "Tersimpan",
    "Tujuan",
    "acuan",
    "carry_over",
    "check_card",
    "check_codes",
    "check_in_force",
    "check_kept",
    "check_names",
    "check_new_names",
    "check_targets",
    "check_tree",
    "choices",
    "choose_rumus",
    "chosen",
    "codes",
    "compare_cap",
    "compare_rumus",
    "compare_targets",
    "compare_years",
    "complete",
    "history",
    "indikator",
    "merge",
    "missing_parts",
    "objections",
    "pk_versions",
    "sasaran",
    "save",
    "save_indikator",
    "save_sasaran",
    "save_target_set",
    "save_tujuan",
    "targets",
    "tujuan",
]  # fmt: skip
