"""Before a report is final: what PermenPAN-RB 53/2014 and the LKE (PermenPAN-RB 88/2021) ask, held against the record.

Each requirement is a row of `daftar.SYARAT`; each answer says terpenuhi, kurang or tidak dapat diperiksa, on what
evidence, and on which page it is mended.
"""

from lakip.praperiksa.daftar import SYARAT
from lakip.praperiksa.isi import KATA, PERIODE_LAPORAN, Butir, Hasil, Jawaban, Syarat
from lakip.praperiksa.jalankan import check, summary

__all__ = ["KATA", "PERIODE_LAPORAN", "SYARAT", "Butir", "Hasil", "Jawaban", "Syarat", "check", "summary"]
