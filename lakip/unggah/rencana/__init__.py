"""The upload of a Rencana Aksi."""

from lakip.unggah.rencana.baca import Hasil, Perubahan, leave_out, read, save

__all__ = ["Hasil", "Perubahan", "leave_out", "read", "save"]
