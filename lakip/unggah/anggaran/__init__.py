"""The upload of the budget."""

from lakip.unggah.anggaran.baca import Hasil, Perubahan, leave_out, read, save

__all__ = ["Hasil", "Perubahan", "leave_out", "read", "save"]
