"""The upload of comparison figures."""

from lakip.unggah.pembanding.baca import HasilPembanding, leave_out, pembanding_form, read, save

__all__ = ["HasilPembanding", "leave_out", "pembanding_form", "read", "save"]
