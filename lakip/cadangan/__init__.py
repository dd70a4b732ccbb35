"""Backups: one file that brings an office back. Made by itself, read back before it counts, kept by a rule.

`susun` writes one and `baca` reads it back; `umur` says which may go and `jadwal` when the next is due, both without
looking at a clock; `kerja` does all of it for a record and remembers what went wrong; `pulih` brings one back.
"""

from lakip.cadangan.baca import check
from lakip.cadangan.isi import Cadangan, Jenis, Manifes, listed
from lakip.cadangan.kerja import Kerja, before_change, by_hand, find, note_restored, run, start, take, try_out
from lakip.cadangan.pulih import drill, prepare, restore
from lakip.cadangan.setelan import Setelan, in_force, set_setting
from lakip.cadangan.susun import Hasil, write
from lakip.cadangan.tanda import problems

__all__ = [
    "Cadangan", "Hasil", "Jenis", "Kerja", "Manifes", "Setelan", "before_change", "by_hand", "check", "drill", "find",
    "in_force", "listed", "note_restored", "prepare", "problems", "restore", "run", "set_setting", "start",
    "take", "try_out", "write",
]  # fmt: skip
