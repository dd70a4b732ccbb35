"""The plan: sasaran, indikator cards, and their targets per PK version.

Nothing recorded is edited: a change is a new version, and what did not change gets none. A clerk's mistake is a
`TemuanRencana`; saving refuses while a `salah` is left.
"""

from lakip.rencana.baca import acuan, history, indikator, pk_versions, sasaran, targets
from lakip.rencana.isi import (
    JENJANG_NAMA,
    PERIODE_TARGET,
    Indikator,
    PkVersion,
    Rencana,
    Sasaran,
    Target,
    TemuanRencana,
    Tersimpan,
)
from lakip.rencana.periksa import check_card, check_in_force, check_kept, check_targets, complete, merge
from lakip.rencana.simpan import save, save_indikator, save_sasaran, save_target_set

__all__ = [
    "JENJANG_NAMA", "PERIODE_TARGET", "Indikator", "PkVersion", "Rencana", "Sasaran", "Target", "TemuanRencana",
    "Tersimpan", "acuan", "check_card", "check_in_force", "check_kept", "check_targets", "complete", "history",
    "indikator", "merge", "pk_versions", "sasaran", "save", "save_indikator", "save_sasaran", "save_target_set",
    "targets",
]  # fmt: skip
