"""Write lakip/export/templates/*.docx anew. An office edits its own copy in Word.

Run after changing the wording or the tables in templat/: python scripts/build_templates.py
"""

from pathlib import Path

from templat.laporan_semester import laporan_semester
from templat.laporan_tahunan import laporan_tahunan
from templat.laporan_triwulan import laporan_triwulan
from templat.lembar_disposisi import lembar_disposisi
from templat.log_sop import log_sop
from templat.perjanjian_kinerja import perjanjian_kinerja
from templat.rapor import rapor
from templat.ringkasan import ringkasan
from templat.sop_form import sop_form
from templat.sosialisasi import daftar_hadir, notulen, undangan
from templat.tabel_rencana import tabel_rencana

TARGET = Path(__file__).parents[1] / "lakip" / "export" / "templates"
TEMPLATES = (
    daftar_hadir, laporan_semester, laporan_tahunan, laporan_triwulan, lembar_disposisi, log_sop, notulen,
    perjanjian_kinerja, rapor, ringkasan, sop_form, tabel_rencana, undangan,
)  # fmt: skip

if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for build in TEMPLATES:
        build().doc.save(TARGET / f"{build.__name__}.docx")
