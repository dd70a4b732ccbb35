"""What people are told of a periode: one A4 page, a message to paste, its dates for a calendar. Nothing is sent.

`isi` gathers and prints the page, `pesan` says the same as a message, `simpan` keeps them with the periode, `kerja`
makes them in the background after a step that concerns others.
"""

from lakip.export.ringkasan.isi import KIND, Ringkasan, build, draft, file_name
from lakip.export.ringkasan.simpan import DIMINTA, SEBAB, Tersimpan, listed, make

__all__ = ["DIMINTA", "KIND", "SEBAB", "Ringkasan", "Tersimpan", "build", "draft", "file_name", "listed", "make"]
