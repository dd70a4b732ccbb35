"""The upload of what stands in a Renstra, Renja, RKT or IKU."""

from lakip.unggah.dokumen.baca import HasilIsi, contents_form, leave_out, read, save

__all__ = ["HasilIsi", "contents_form", "leave_out", "read", "save"]
