"""The narrative of a report: deterministic sentences from the record, and officials' own text in their place.

Facts (fakta) are read once; sentence plans (pola) are declared; a figure is put in by reference (rujukan) and marked
with its code (lakip.sumber), so that no sentence can hold a number that the record does not.
"""

from lakip.narasi.isi import DATA, STAF, Alinea, Celah, Naskah
from lakip.narasi.susunan import susun

__all__ = ["DATA", "STAF", "Alinea", "Celah", "Naskah", "susun"]
