"""The page Cadangan, as an admin uses it."""

from pathlib import Path

import pytest
from kasus import UNIT
from layar import SANDI, add_person, button, checked, screen, texts
from streamlit.testing.v1 import AppTest
from test_cadangan import folder_of, office

from lakip import akun, cadangan
from lakip.akses import Peran
from lakip.cadangan import Jenis, tanda
from lakip.store import Store


@pytest.fixture
def store() -> Store:
    store = office()
    akun.add(store, None, "admin", "Siti Aminah", SANDI, UNIT, Peran.ADMIN)
    return store


def page(store: Store) -> AppTest:
    return screen(store, "admin", "cadangan.py")


def finished(at: AppTest, store: Store) -> AppTest:
    kerja = cadangan.find(store)
    assert kerja is not None
    kerja.hasil.result(60)
    return checked(at.run())


def test_a_press_makes_one_and_it_can_be_tried_and_carried_away(store: Store) -> None:
    at = page(store)
    assert "Belum ada cadangan" in texts(at)
    at = finished(checked(button(at, "Cadangkan sekarang").click().run()), store)
    (made,) = cadangan.listed(folder_of(store) / "cadangan")
    said = texts(at)
    assert f"Cadangan {made.path.name} selesai dan terbaca kembali" in said
    assert "Atas permintaan" in said
    assert "belum diuji" in said
    at = checked(button(at, "Uji cadangan").click().run())
    said = texts(at)
    assert "pulih dalam" in said
    assert f"perbuatan nomor {cadangan.check(made.path).nomor}" in said


def test_the_hour_and_the_second_folder_are_kept_or_refused_in_words(store: Store, tmp_path: Path) -> None:
    at = page(store)
    at.text_input[0].input("usb")
    at = checked(button(at, "Simpan").click().run())
    assert "Tulis letak lengkap folder kedua" in texts(at)
    at = page(store)
    at.text_input[0].input(str(tmp_path))
    at.selectbox[0].select(18)
    checked(button(at, "Simpan").click().run())
    assert cadangan.in_force(store) == cadangan.Setelan(18, tmp_path)


def test_what_went_wrong_is_told_on_the_page_and_on_the_tasks(store: Store) -> None:
    tanda.remember(folder_of(store), masalah=["Berkas asli “tw1.xlsx” tidak ada di arsip."])
    assert "tw1.xlsx" in texts(page(store))
    said = texts(screen(store, "admin", "tugas.py"))
    assert "tw1.xlsx" in said


def test_only_an_admin_sees_it(store: Store) -> None:
    add_person(store, UNIT, "camat", Peran.CAMAT)
    cadangan.run(store, Jenis.MANUAL)
    assert "tidak berhak mengelola akun dan cadangan" in texts(screen(store, "camat", "cadangan.py"))
