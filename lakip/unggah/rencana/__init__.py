"""The upload of a Rencana Aksi."""

from lakip.unggah.hasil import Perubahan, leave_out
from lakip.unggah.rencana.baca import Hasil, read, save

__all__ = ["Hasil", "Perubahan", "leave_out", "read", "save"]
