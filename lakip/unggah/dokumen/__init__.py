"""The upload of what stands in a Renstra, Renja, RKT or IKU."""

from lakip.unggah.dokumen.baca import read, save
from lakip.unggah.dokumen.formulir import contents_form
from lakip.unggah.dokumen.hasil import HasilIsi
from lakip.unggah.hasil import leave_out

__all__ = ["HasilIsi", "contents_form", "leave_out", "read", "save"]
