"""The example office: three years of Kecamatan Paringin Selatan, with invented people and figures.

`isi` reads data/contoh/*.csv, `kejadian` lays its events out in time, `masa_lalu` lets them be recorded on
the day they happened. Every figure goes through the functions that the screens use, in one transaction.
"""

from lakip.contoh.isi import SANDI
from lakip.contoh.muat import load

__all__ = ["SANDI", "load"]
