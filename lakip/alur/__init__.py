"""Stage 7: the run of a periode, from opening to the Camat's approval, and the lock that follows.

    dibuka -> direkap -> draf -> diperiksa -> disosialisasikan -> disahkan
       ^_________|_________|________|___________________|  (dikembalikan)   |
       ^____________________________________________________________________|  (dibuka kembali)

A run is opened per TW1..TW4, SM1, SM2, TH. Each step of it is a row of table alur; the newest is where it stands.
What is disahkan is frozen in a potret and closed at the data level (queries/kunci/), whatever way somebody comes.
"""

from lakip.alur.jalan import BELUM, SESUDAH, Kedudukan, history, locks, move, possible, standing, year
from lakip.alur.langkah import KEADAAN_NAMA, LANGKAH, PERIODE_ALUR, Keadaan, Langkah, passed
from lakip.alur.syarat import JENIS_DRAF, Kurang, missing

__all__ = [
    "BELUM", "JENIS_DRAF", "KEADAAN_NAMA", "LANGKAH", "PERIODE_ALUR", "SESUDAH", "Keadaan", "Kedudukan", "Kurang",
    "Langkah", "history", "locks", "missing", "move", "passed", "possible", "standing", "year",
]  # fmt: skip
