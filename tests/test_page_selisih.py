"""The page Selisih antar dokumen, and the tab Dokumen of Acuan, as each peran sees them."""

import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from contoh_siap import loaded
from kasus import TAHUN, UNIT, add_indikator, new_office
from layar import add_person, button, checked, screen, texts, ways
from salinan import once
from streamlit.testing.v1 import AppTest

from lakip import akun, dokumen, pembanding
from lakip.akses import Peran, system
from lakip.dokumen import BarisDokumen, Dokumen
from lakip.errors import AccessError
from lakip.export import selisih_excel
from lakip.store import Store
from lakip.ui import session
from lakip.unggah import dokumen as unggah_isi
from lakip.unggah import pembanding as unggah_pembanding

PAGE = "selisih.py"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SISTEM = system(UNIT)
RKT = Dokumen("rkt", TAHUN, "5/RKT", date(2026, 1, 5))


@pytest.fixture
def contoh() -> Store:
    return loaded()[0]


@once
def office() -> Store:
    """I1 of the PK, an RKT that says another target, and two people."""
    store = new_office()
    add_indikator(store, "I1", "posisi_akhir", target="– – – 80")
    one = dokumen.register(store, SISTEM, UNIT, RKT)
    dokumen.save_contents(store, SISTEM, UNIT, one, [BarisDokumen("Indikator I1", "I1", "%", {2026: Decimal(75)})])
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    add_person(store, UNIT, "peninjau", Peran.PENINJAU)
    return store


@pytest.fixture
def store() -> Iterator[Store]:
    yield office()
    session.use_store(None)


def tab() -> None:
    """The tab by itself, among the pages that it leads to."""
    import streamlit as st  # noqa: PLC0415

    from lakip.akses import Izin  # noqa: PLC0415
    from lakip.ui import menu, panel_dokumen, session  # noqa: PLC0415
    from lakip.ui.halaman import HALAMAN  # noqa: PLC0415

    st.navigation([st.Page(h.path, url_path=h.url) for h in HALAMAN], position="hidden")
    pengguna = session.require(Izin.LIHAT)
    session.say_saved()
    try:
        panel_dokumen.page(pengguna, 2026)
    except Exception as error:
        menu.tell(error)


def opened(store: Store, name: str) -> AppTest:
    session.use_store(store)
    at = AppTest.from_function(tab, default_timeout=60)
    at.user = {"sid": akun.sid(akun.open_session(store, name))}
    return checked(at.run())


# ---------------------------------------------------------------- the page


@pytest.mark.parametrize("name", ["camat", "sekcam", "kasubbag", "kasi", "staf", "peninjau"])
def test_whoever_may_look_reads_the_contradictions(contoh: Store, name: str) -> None:
    at = screen(contoh, name, PAGE, tahun=2026)
    assert at.title[0].value == "Selisih antar dokumen"
    said = texts(at)
    assert "6 selisih antar dokumen, 1 di antaranya hanya beda penulisan" in said
    assert "Belum dibandingkan: Renja (belum terdaftar)" in said
    assert "“kejadian”" in said
    assert "“kasus”" in said
    assert "sel C10" in said
    assert [b.label for b in at.get("download_button")] == ["Unduh Excel"]


def test_a_shifted_year_stands_first_in_its_own_sentence(contoh: Store) -> None:
    at = screen(contoh, "camat", PAGE, tahun=2025)
    first = next(m.value for m in at.markdown if "Target bergeser" in m.value)
    assert "tampak bergeser satu tahun" in first


def test_the_kinds_can_be_picked(contoh: Store) -> None:
    at = screen(contoh, "camat", PAGE, tahun=2026)
    at.button_group(key="jenis_selisih").set_value(["satuan"])
    said = texts(checked(at.run()))
    assert "IK-08" in said
    assert "IK-07" not in said


def test_documents_that_agree_and_a_year_without_documents_say_so(store: Store) -> None:
    one = dokumen.version(store, UNIT, "rkt", TAHUN, 1)
    dokumen.save_contents(store, SISTEM, UNIT, one, [BarisDokumen("Indikator I1", "I1", "%", {2026: Decimal(80)})])
    assert "Tidak ada selisih" in texts(screen(store, "peninjau", PAGE, tahun=2026))
    empty = new_office()
    add_person(empty, UNIT, "peninjau", Peran.PENINJAU)
    assert "Belum ada dua dokumen" in texts(screen(empty, "peninjau", PAGE, tahun=2026))


def test_the_workbook_says_what_the_page_says(contoh: Store) -> None:
    content = selisih_excel.build(contoh, SISTEM, UNIT, 2026)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    rows = [row for row in cells if str(row[0]).isdecimal()]
    assert [row[1:4] for row in rows] == [[s.kode, s.indikator, s.apa] for s in dokumen.selisih(contoh, UNIT, 2026)]
    with pytest.raises(AccessError):
        selisih_excel.build(contoh, SISTEM, "lain", 2026)


# ---------------------------------------------------------------- the tab


def test_who_only_looks_sees_the_register_and_may_download(contoh: Store) -> None:
    at = opened(contoh, "peninjau")
    said = texts(at)
    assert "Renstra 2024–2028 | 000.7/01/RENSTRA-CONTOH/2023 | 20 November 2023 | ya | 10 indikator" in said
    assert "Belum terdaftar untuk tahun 2026: Renja." in said
    assert not at.get("file_uploader")
    assert ways(at)["Buka selisih antar dokumen"] == "tahun=2026&periode=TH"
    assert "Unduh berkas" in [b.label for b in at.get("download_button")]


def test_a_document_is_registered_with_its_file(store: Store) -> None:
    at = opened(store, "kasubbag")
    at.selectbox(key="daftar_jenis").select("renja")
    checked(at.run())
    at.text_input(key="daftar_nomor renja 2026 0").set_value("9/RENJA")
    at.date_input(key="daftar_tanggal renja 2026 0").set_value(date(2025, 12, 1))
    at.file_uploader(key="daftar_berkas renja 2026 0").upload("renja.pdf", b"%PDF-1.7\n%%EOF", "application/pdf")
    button(at, "Daftarkan dokumen").click()
    checked(at.run())
    assert at.success[0].value == "Renja 2026 versi 1 terdaftar."
    assert dokumen.versions(store, UNIT, "renja", TAHUN)[0]["nama_berkas"] == "renja.pdf"


def test_a_document_without_number_is_refused_in_a_sentence(store: Store) -> None:
    at = opened(store, "kasubbag")
    at.selectbox(key="daftar_jenis").select("renja")
    checked(at.run())
    button(at, "Daftarkan dokumen").click()
    assert "Nomor dan tanggal Renja 2026 harus diisi" in checked(at.run()).error[0].value


def test_a_correction_begins_with_what_is_registered(store: Store) -> None:
    at = opened(store, "kasubbag")
    at.selectbox(key="daftar_jenis").select("rkt")
    at.run()
    at.selectbox(key="daftar_sebagai rkt 2026").select(1)
    checked(at.run())
    field = at.text_input(key="daftar_nomor rkt 2026 1")
    assert field.value == "5/RKT"
    field.set_value("6/RKT")
    button(at, "Daftarkan dokumen").click()
    checked(at.run())
    right = dokumen.in_force(store, UNIT, "rkt", TAHUN)
    assert (right.versi, right.nomor, right.membetulkan) == (2, "6/RKT", 1)
    assert len(dokumen.contents(store, UNIT, right)) == 1


def test_an_uploaded_content_shows_what_changes_and_is_saved(store: Store) -> None:
    one = dokumen.in_force(store, UNIT, "rkt", TAHUN)
    book = openpyxl.load_workbook(io.BytesIO(unggah_isi.contents_form(store, UNIT, one)))
    book.worksheets[0]["D6"] = 80
    buffer = io.BytesIO()
    book.save(buffer)
    at = opened(store, "kasubbag")
    at.file_uploader(key="berkas_isi rkt 2026 1").upload("rkt.xlsx", buffer.getvalue(), XLSX)
    checked(at.run())
    assert "I1 | Target 2026 | 75 | **80**" in texts(at)
    button(at, "Simpan 1 perubahan").click()
    checked(at.run())
    assert dokumen.selisih(store, UNIT, TAHUN) == ()


def test_one_row_is_corrected_added_and_taken_out_on_screen(store: Store) -> None:
    at = opened(store, "kasubbag")
    at.text_input(key="isi_2026 rkt 2026 0 v1").set_value("80,5")
    button(at, "Simpan baris ini").click()
    checked(at.run())
    at.selectbox(key="baris rkt 2026 1").select(-1)
    checked(at.run())
    at.text_input(key="isi_nama rkt 2026 -1 v1").set_value("Lembaga aktif")
    at.text_input(key="isi_2026 rkt 2026 -1 v1").set_value("12")
    button(at, "Simpan baris ini").click()
    checked(at.run())
    rows = dokumen.contents(store, UNIT, dokumen.in_force(store, UNIT, "rkt", TAHUN))
    assert [(r.nama, r.target[2026]) for r in rows] == [("Indikator I1", Decimal("80.5")), ("Lembaga aktif", 12)]
    at.selectbox(key="baris rkt 2026 1").select(1)
    checked(at.run())
    at.checkbox(key="isi_hapus rkt 2026 1 v1").check()
    button(at, "Simpan baris ini").click()
    checked(at.run())
    assert len(dokumen.contents(store, UNIT, dokumen.in_force(store, UNIT, "rkt", TAHUN))) == 1


def test_a_comparison_figure_is_typed_with_its_source_or_refused(store: Store) -> None:
    at = opened(store, "kasubbag")
    at.text_input(key="banding_angka 2026 I1 kabupaten").set_value("82,5")
    button(at, "Simpan angka ini").click()
    assert "belum bersumber" in checked(at.run()).error[0].value
    at.text_input(key="banding_sumber 2026 I1 kabupaten").set_value("LKjIP Kabupaten 2026")
    button(at, "Simpan angka ini").click()
    checked(at.run())
    assert "| Kabupaten | 82,50 | LKjIP Kabupaten 2026" in texts(at)


def test_comparison_figures_come_in_by_form(store: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(unggah_pembanding.pembanding_form(store, UNIT, TAHUN)))
    book.worksheets[0]["H6"], book.worksheets[0]["I6"] = 90, "BPS 2026"
    buffer = io.BytesIO()
    book.save(buffer)
    at = opened(store, "kasubbag")
    at.file_uploader(key="berkas_pembanding 2026").upload("pembanding.xlsx", buffer.getvalue(), XLSX)
    checked(at.run())
    button(at, "Simpan 1 perubahan").click()
    checked(at.run())
    assert pembanding.recorded(store, UNIT, TAHUN)["I1", "nasional"].sumber == "BPS 2026"


def test_the_card_shows_renstra_and_comparison(contoh: Store) -> None:
    def card() -> None:
        from lakip.akses import Izin  # noqa: PLC0415
        from lakip.ui import panel_dokumen, session  # noqa: PLC0415

        session.require(Izin.LIHAT)
        panel_dokumen.on_card("IK-01", 2026)

    session.use_store(contoh)
    at = AppTest.from_function(card, default_timeout=60)
    at.user = {"sid": akun.sid(akun.open_session(contoh, "camat"))}
    said = texts(checked(at.run()))
    assert "Target Renstra 2026: **86,00 indeks**" in said
    assert "Target Renstra 2028 (tahun akhir): **88,00 indeks**" in said
    assert "Kabupaten 2026: **84,60 indeks**" in said


def test_the_tab_of_documents_counts_the_contradictions_and_leads_to_them(store: Store) -> None:
    at = opened(store, "peninjau")
    assert any("1 selisih antar dokumen pada tahun 2026" in w.value for w in at.warning)
    assert "Buka selisih antar dokumen" in ways(at)
