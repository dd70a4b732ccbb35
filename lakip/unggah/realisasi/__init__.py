"""The upload of realisasi: its vocabulary, its rules, its save."""

from lakip.unggah.hasil import PAKAI, TINGGALKAN, Dilewati, Jawaban, leave_out
from lakip.unggah.realisasi.baca import Hasil, read, save

__all__ = ["PAKAI", "TINGGALKAN", "Dilewati", "Hasil", "Jawaban", "leave_out", "read", "save"]
