"""Laporan: what is missing is listed before a draft is made, and every draft made stays on record."""

import datetime as dt

import pytest
from kasus import UNIT, office
from layar import add_person, button, checked, finished, screen, texts
from streamlit.testing.v1 import AppTest

from lakip import akses, pengaturan
from lakip.akses import Peran
from lakip.pengaturan import Pejabat
from lakip.periode import today
from lakip.store import Store

PAGE = "6_laporan.py"


@pytest.fixture
def store() -> Store:
    store = office("jumlah", target="10 10 10 10", realisasi="9 10? – –")
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    add_person(store, UNIT, "camat", Peran.CAMAT)
    holder = Pejabat(
        "Camat Uji", Peran.CAMAT, "Dra. Uji, M.Si.", "19700101 199001 2 001", mulai=dt.date(2026, 1, 1),
        selesai=today() + dt.timedelta(days=30),
    )  # fmt: skip
    pengaturan.add_pejabat(store, akses.system(UNIT), UNIT, holder)
    return store


def laporan(store: Store, periode: str = "TW2", name: str = "kasubbag") -> AppTest:
    return screen(store, name, PAGE, tahun=2026, periode=periode)


def test_what_is_missing_is_listed_with_whose_it_is(store: Store) -> None:
    said = texts(laporan(store))
    assert "hal belum lengkap" in said
    assert "[I1](/kartu?indikator=I1&tahun=2026&periode=TW2) **Indikator I1**" in said
    assert "Seksi Uji" in said
    assert "Ditandatangani Dra. Uji, M.Si., Camat Uji." in said


def test_the_signing_date_decides_who_signs(store: Store) -> None:
    at = laporan(store)
    at = checked(at.date_input[0].set_value(today() + dt.timedelta(days=31)).run())
    assert "Tidak ada Camat yang menjabat pada tanggal itu" in at.warning[0].value


def test_a_draft_is_made_offered_and_recorded(store: Store) -> None:
    at = finished(button(laporan(store), "Susun draf Word").click().run())
    assert "Unduh draf Word" in [b.label for b in at.get("download_button")]
    assert "Triwulan II | 1 | Kasubbag" in texts(at)
    rows = store.read("dasbor_laporan", unit=UNIT, tahun=2026, jenis=["laporan_triwulan"])
    assert rows.select("periode", "versi", "oleh_nama").rows() == [("TW2", 1, "Kasubbag")]


def test_an_admin_has_no_reports(store: Store) -> None:
    at = laporan(store, name="admin")
    assert "tidak berhak menyusun draf laporan" in at.warning[0].value
    assert not at.button


def test_a_year_without_indikator_says_what_to_do(store: Store) -> None:
    at = screen(store, "camat", PAGE, tahun=2019, periode="TW1")
    assert at.title[0].value == "Laporan"


def test_the_periode_decides_which_report_is_offered(store: Store) -> None:
    heads = {kode: laporan(store, kode).subheader[0].value for kode in ("TW2", "SM1", "TH")}
    assert heads == {
        "TW2": "Laporan Kinerja Triwulan: Triwulan II Tahun 2026",
        "SM1": "Laporan Kinerja Semester: Semester I Tahun 2026",
        "TH": "Laporan Kinerja Tahunan (LKjIP): Tahun 2026",
    }


def test_a_semester_report_with_gaps_stays_a_draft_and_leads_to_its_text(store: Store) -> None:
    at = laporan(store, "SM1")
    assert "belum dapat dijadikan final" in at.warning[0].value
    links = [link.label for link in at.get("page_link")]
    assert any(label.startswith("Naskah laporan: ") and "bagian" in label for label in links)
    assert "Pra-periksa laporan" in links
    at = finished(button(at, "Susun draf Word").click().run())
    assert "Semester I | 1 | Kasubbag" in texts(at)
