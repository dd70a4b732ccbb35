"""The papers of the SOP as LibreOffice prints them."""

import naskah
import pytest
from cetak import read, squeezed, to_pdf

from lakip.export import sop_form

pytestmark = pytest.mark.documents


def test_the_sop_form_has_its_identity_its_steps_and_its_questions_on_a_page_each(tmp_path):
    content = sop_form.build(naskah.office(), naskah.PENGGUNA, naskah.UNIT)
    identity, steps, questions = read(to_pdf(tmp_path, "sop.docx", content))
    assert "Kualifikasi Pelaksana" in identity
    assert squeezed("Menyusun 2 (dua) laporan semesteran menjadi laporan kinerja tahunan") in squeezed(steps)
    assert "bukan bagian dari dokumen" in questions
