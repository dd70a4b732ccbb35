"""The upload of comparison figures."""

from lakip.unggah.hasil import leave_out
from lakip.unggah.pembanding.baca import HasilPembanding, read, save
from lakip.unggah.pembanding.formulir import pembanding_form

__all__ = ["HasilPembanding", "leave_out", "pembanding_form", "read", "save"]
