"""The upload of the budget."""

from lakip.unggah.anggaran.baca import read, save
from lakip.unggah.anggaran.hasil import Hasil
from lakip.unggah.hasil import leave_out

__all__ = ["Hasil", "leave_out", "read", "save"]
