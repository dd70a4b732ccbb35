"""The papers of the SOP as LibreOffice prints them."""

from datetime import date

import kantor_sop
import naskah
import pytest
import test_sosialisasi
from cetak import read, squeezed, to_pdf

from lakip.export import disposisi as naskah_disposisi
from lakip.export import sop_form
from lakip.export import sosialisasi as naskah_rapat
from lakip.sop import disposisi, foto
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


def test_the_papers_of_a_sosialisasi_are_complete_and_carry_the_photo(tmp_path):
    store = kantor_sop.office()
    one = test_sosialisasi.held(store)
    test_sosialisasi.direction(store, one)
    foto.add(store, kantor_sop.KASUBBAG, kantor_sop.UNIT, one, "a.png", test_sosialisasi.png(800, 600, 160), "Suasana")
    printed = {
        jenis: read(
            to_pdf(tmp_path, f"{jenis}.docx", naskah_rapat.build(store, kantor_sop.STAF, kantor_sop.UNIT, jenis, one))
        )
        for jenis in naskah_rapat.NAMA
    }
    assert [len(pages) for pages in printed.values()] == [1, 1, 2]
    assert "Senin, 13 April 2026" in printed["undangan"][0]
    assert "Tidak hadir" in printed["daftar_hadir"][0]
    notes = " ".join(" ".join(printed["notulen"]).split())
    for said in ("Camat membuka rapat.", "Perbaiki data desa", "IRWAN, S.IP.", "Fajar", "D. Dokumentasi", "Suasana"):
        assert said in notes
