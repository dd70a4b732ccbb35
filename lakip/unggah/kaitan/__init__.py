"""The upload of the links between sasaran and budget."""

from lakip.unggah.kaitan.baca import HasilKaitan, kaitan_form, leave_out, read, save

__all__ = ["HasilKaitan", "kaitan_form", "leave_out", "read", "save"]
