"""The upload of the links between sasaran and budget."""

from lakip.unggah.hasil import leave_out
from lakip.unggah.kaitan.baca import HasilKaitan, read, save
from lakip.unggah.kaitan.formulir import kaitan_form

__all__ = ["HasilKaitan", "kaitan_form", "leave_out", "read", "save"]
