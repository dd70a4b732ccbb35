"""The upload of realisasi: its vocabulary, its rules, its save."""

from lakip.unggah.realisasi.baca import PAKAI, TINGGALKAN, Dilewati, Hasil, Jawaban, leave_out, read, save

__all__ = ["PAKAI", "TINGGALKAN", "Dilewati", "Hasil", "Jawaban", "leave_out", "read", "save"]
