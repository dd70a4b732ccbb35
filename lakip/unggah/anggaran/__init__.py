"""The upload of the budget."""

from lakip.unggah.anggaran.baca import Hasil, read, save
from lakip.unggah.hasil import Perubahan, leave_out

__all__ = ["Hasil", "Perubahan", "leave_out", "read", "save"]
