"""The page Periode: where a run stands, whose turn it is, what must be done before, and the lock."""

from decimal import Decimal

import pytest
from kasus import add_meeting
from layar import SANDI, add_person, button, checked, screen, texts, ways
from streamlit.testing.v1 import AppTest
from unggahan import TAHUN, UNIT, new_office

from lakip import akses, alur, kiriman, rekap
from lakip.akses import Peran
from lakip.alur import Keadaan
from lakip.indikator import Keadaan as Isi
from lakip.periode import now
from lakip.realisasi import Realisasi
from lakip.store import Store

PAGE = "periode.py"


@pytest.fixture
def store() -> Store:
    store = new_office()
    for name, peran in (("kasubbag", Peran.KASUBBAG), ("sekcam", Peran.SEKCAM), ("camat", Peran.CAMAT)):
        add_person(store, UNIT, name, peran)
    add_person(store, UNIT, "staf", Peran.STAF, "PEM")
    return store


def page(store: Store, name: str, periode: str = "TW1") -> AppTest:
    return screen(store, name, PAGE, tahun=TAHUN, periode=periode)


def put(store: Store, keadaan: Keadaan) -> None:
    row = {"unit": UNIT, "tahun": TAHUN, "periode": "TW1", "nomor": 1, "keadaan": keadaan.value, "oleh": "sekcam"}
    with store.transaction() as tx:
        tx.insert("alur", [row | {"pada": now()}])


def standing(store: Store) -> Keadaan | None:
    return alur.standing(store, UNIT, TAHUN, "TW1").keadaan


def test_the_kasubbag_opens_a_triwulan_that_has_its_plan(store: Store) -> None:
    at = page(store, "kasubbag")
    assert "Periode ini belum dibuka" in texts(at)
    checked(button(at, "Buka periode").click().run())
    assert standing(store) is Keadaan.DIBUKA
    said = texts(page(store, "kasubbag"))
    assert "Dibuka oleh Kasubbag" in said
    assert "belum lengkap" in said


def test_others_read_whose_turn_it_is(store: Store) -> None:
    at = page(store, "staf")
    assert "Menunggu Kasubbag" in at.info[0].value
    assert not at.button


def test_a_semester_says_which_triwulan_it_waits_for_and_offers_no_button(store: Store) -> None:
    at = page(store, "kasubbag", "SM1")
    assert "Triwulan I Tahun 2026 belum disahkan" in texts(at)
    assert "Triwulan II Tahun 2026 belum disahkan" in texts(at)
    assert not at.button
    assert "periode=TW1" in ways(at)["Buka periode itu"] or "periode=TW2" in ways(at)["Buka periode itu"]


def test_the_sekcam_returns_with_a_reason(store: Store) -> None:
    put(store, Keadaan.DRAF)
    at = page(store, "sekcam")
    checked(button(at, "Kembalikan").click().run())
    assert standing(store) is Keadaan.DRAF
    at.text_area[0].set_value("Kendala belum dijelaskan.")
    checked(button(at, "Kembalikan").click().run())
    assert standing(store) is Keadaan.DIBUKA
    assert "Kendala belum dijelaskan." in texts(page(store, "kasubbag"))


@pytest.fixture
def complete(store: Store) -> Store:
    """Every figure of TW I typed and confirmed, its draft made, presented."""
    cards = rekap.acuan(store, UNIT, TAHUN, 1)
    new = [
        Realisasi(k, Isi.TERISI, pembilang=Decimal(1), penyebut=Decimal(1))
        if "pembilang" in str(c.isian)
        else Realisasi(k, Isi.TERISI, Decimal(1))
        for k, c in cards.items()
    ]
    rekap.save_realisasi(store, akses.system(UNIT), UNIT, TAHUN, 1, rekap.changes(cards, 1, new))
    kiriman.confirm_all(store, akses.system(UNIT), UNIT, TAHUN, 1)
    row = {"id": "d1", "unit": UNIT, "jenis": "laporan_triwulan", "tahun": TAHUN, "periode": "TW1", "versi": 1}
    with store.transaction() as tx:
        tx.insert("laporan", [row | {"potret": "p", "sha256": "s", "oleh": "kasubbag", "pada": now()}])
    add_meeting(store, tahun=TAHUN, unit=UNIT)
    put(store, Keadaan.DISOSIALISASIKAN)
    return store


def test_the_camat_approves_with_a_note_and_the_password(complete: Store) -> None:
    at = page(complete, "camat")
    next(a for a in at.text_area if a.key == "catatan sahkan").set_value("Disahkan sesuai hasil rapat.")
    next(i for i in at.text_input if i.key == "sandi sahkan").set_value("keliru")
    at = button(at, "Sahkan").click().run()
    assert "kata sandi keliru" in texts(at)
    next(i for i in at.text_input if i.key == "sandi sahkan").set_value(SANDI)
    checked(button(at, "Sahkan").click().run())
    assert standing(complete) is Keadaan.DISAHKAN
    assert "Angka sama dengan yang disahkan" in texts(page(complete, "camat"))
