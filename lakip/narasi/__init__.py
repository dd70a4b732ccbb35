"""The narrative of a report: deterministic sentences from the record, and officials' own text in their place.

Facts (fakta) are read once; sentence plans (pola, pola_kantor) are declared; a figure is put in by reference (rujukan)
and marked with its code (lakip.sumber), so that no sentence can hold a number that the record does not.
"""

from lakip.narasi.fakta import PERIODE_NASKAH
from lakip.narasi.isi import DATA, STAF, Alinea, Celah, Naskah
from lakip.narasi.perbedaan import explanations, sentences
from lakip.narasi.rujukan import Rujukan, names, resolve
from lakip.narasi.staf import Tulisan, check, may, questions, revert, save
from lakip.narasi.susunan import Susunan, gaps, lengkap, susun

__all__ = [
    "DATA", "PERIODE_NASKAH", "STAF", "Alinea", "Celah", "Naskah", "Rujukan", "Susunan", "Tulisan", "check",
    "explanations", "gaps", "lengkap", "may", "names", "questions", "resolve", "revert", "save", "sentences", "susun",
]  # fmt: skip
