"""The papers of the SOP as LibreOffice prints them."""

from datetime import date

import kantor_sop
import naskah
import pytest
from cetak import read, squeezed, to_pdf

from lakip.export import disposisi as naskah_disposisi
from lakip.export import sop_form
from lakip.sop import disposisi
from lakip.sop.disposisi import Disposisi

pytestmark = pytest.mark.documents


def test_the_sop_form_has_its_identity_its_steps_and_its_questions_on_a_page_each(tmp_path):
    content = sop_form.build(naskah.office(), naskah.PENGGUNA, naskah.UNIT)
    identity, steps, questions = read(to_pdf(tmp_path, "sop.docx", content))
    assert "Kualifikasi Pelaksana" in identity
    assert squeezed("Menyusun 2 (dua) laporan semesteran menjadi laporan kinerja tahunan") in squeezed(steps)
    assert "bukan bagian dari dokumen" in questions


def test_a_lembar_disposisi_fits_one_page_with_its_signature(tmp_path):
    store = kantor_sop.office()
    order = Disposisi(
        date(2026, 4, 6), kantor_sop.camat(store).id, "Pengumpulan data", "Kumpulkan data", 2026, "TW1", "sekcam"
    )
    key = disposisi.issue(store, kantor_sop.CAMAT, kantor_sop.UNIT, order)
    content = naskah_disposisi.build(store, kantor_sop.STAF, kantor_sop.UNIT, *key)
    (page,) = read(to_pdf(tmp_path, "disposisi.docx", content))
    for said in (
        "LEMBAR DISPOSISI",
        "001/2026",
        "Perjanjian Kinerja Tahun 2026",
        "AMINAH, S.Sos.",
        "segera dikembalikan",
    ):
        assert said in page
