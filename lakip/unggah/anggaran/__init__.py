"""The upload of the budget."""

from lakip.unggah.anggaran.baca import Hasil, read, save
from lakip.unggah.hasil import leave_out

__all__ = ["Hasil", "leave_out", "read", "save"]
