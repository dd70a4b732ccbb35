"""The upload of a Rencana Aksi."""

from lakip.unggah.hasil import leave_out
from lakip.unggah.rencana.baca import Hasil, read, save

__all__ = ["Hasil", "leave_out", "read", "save"]
