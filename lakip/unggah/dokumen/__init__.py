"""The upload of what stands in a Renstra, Renja, RKT or IKU."""

from lakip.unggah.dokumen.baca import HasilIsi, read, save
from lakip.unggah.dokumen.formulir import contents_form
from lakip.unggah.hasil import leave_out

__all__ = ["HasilIsi", "contents_form", "leave_out", "read", "save"]
