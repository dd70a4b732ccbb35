"""Pengaturan: the register with its Bupati, the bagian, the emblem; only an admin may."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from layar import add_person, button, checked, screen, texts
from salinan import empty, once
from streamlit.testing.v1 import AppTest

from lakip import akses, pengaturan
from lakip.akses import Peran
from lakip.pengaturan import ATASAN
from lakip.store import Store

PAGE = "8_pengaturan.py"
UNIT = pengaturan.IDENTITAS_BAWAAN.unit
LAMBANG = Path(__file__).parents[1] / "data" / "contoh" / "lambang.png"


@pytest.fixture
@once
def store() -> Store:
    store = empty()
    people = [pengaturan.CAMAT_BAWAAN]
    pengaturan.set_up_office(store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, people)
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    return store


def pengaturan_page(store: Store, name: str = "admin") -> AppTest:
    return screen(store, name, PAGE)


def field(at: AppTest, kind: str, label: str) -> Any:
    return next(w for w in getattr(at, kind) if w.label == label)


def test_a_fresh_office_is_told_that_its_bupati_is_missing(store: Store) -> None:
    assert "Bupati belum tercatat" in texts(pengaturan_page(store))


def test_a_bupati_is_recorded_without_an_account(store: Store) -> None:
    at = pengaturan_page(store)
    field(at, "selectbox", "Tingkat jabatan").select(ATASAN)
    field(at, "selectbox", "Jabatan seperti tercetak").select("Bupati Balangan")
    field(at, "text_input", "Nama dengan gelar").input("H. BUPATI, S.E.")
    field(at, "date_input", "Mulai menjabat").set_value(dt.date(2025, 2, 20))
    at = checked(button(at, "Simpan pejabat").click().run())
    found = pengaturan.pejabat_in_office(store, UNIT, ATASAN, dt.date(2026, 1, 1))
    assert found is not None
    assert (found.jabatan, found.nama, found.nip) == ("Bupati Balangan", "H. BUPATI, S.E.", None)
    assert "Bupati belum tercatat" not in texts(at)


def test_a_second_camat_of_the_same_day_is_refused_in_words(store: Store) -> None:
    at = pengaturan_page(store)
    field(at, "text_input", "Nama dengan gelar").input("Lain")
    field(at, "date_input", "Mulai menjabat").set_value(dt.date(2020, 1, 1))
    at = checked(button(at, "Simpan pejabat").click().run())
    assert "sudah dijabat RENNY YUDISTHESIA" in at.error[0].value
    assert len(pengaturan.pejabat(store, UNIT)) == 1


def test_a_bagian_is_added_and_renamed(store: Store) -> None:
    at = pengaturan_page(store)
    field(at, "text_input", "Kode").input("eko")
    field(at, "text_input", "Nama").input("Seksi Ekonomi")
    at = checked(button(at, "Tambah bagian").click().run())
    assert pengaturan.bagian(store, UNIT)[-1].nama == "Seksi Ekonomi"
    field(at, "text_input", "Nama baru").input("Subbagian Perencanaan")
    at = checked(button(at, "Ubah nama").click().run())
    assert pengaturan.bagian(store, UNIT)[0].nama == "Subbagian Perencanaan"


def test_a_code_that_is_taken_is_refused_by_name(store: Store) -> None:
    at = pengaturan_page(store)
    field(at, "text_input", "Kode").input("PEM")
    field(at, "text_input", "Nama").input("Seksi Lain")
    at = checked(button(at, "Tambah bagian").click().run())
    assert "Kode bagian PEM sudah dipakai Seksi Pemerintahan" in at.error[0].value


def test_the_emblem_is_uploaded_and_shown(store: Store) -> None:
    at = pengaturan_page(store)
    assert "Belum ada. Unggah gambarnya di bawah." in texts(at)
    field(at, "file_uploader", "Gambar lambang (PNG atau JPEG)").upload(
        "lambang.png", LAMBANG.read_bytes(), "image/png"
    )
    at = checked(button(at, "Simpan lambang").click().run())
    assert pengaturan.lambang(store, UNIT) == LAMBANG.read_bytes()
    assert "Belum ada. Unggah gambarnya di bawah." not in texts(at)


def test_nobody_but_an_admin_sees_the_page(store: Store) -> None:
    at = pengaturan_page(store, "kasubbag")
    assert "tidak berhak mengubah pengaturan dan pejabat" in at.warning[0].value
    assert not at.button


def test_the_scale_is_changed_on_the_screen_from_a_tahun_on(store: Store) -> None:
    at = pengaturan_page(store)
    for n, (nama, batas) in enumerate([("Baik", "87,5"), ("Cukup", "60"), ("Kurang", ""), ("", ""), ("", "")]):
        at.text_input(key=f"skala_nama_{n}").set_value(nama)
        at.text_input(key=f"skala_batas_{n}").set_value(batas)
    at.number_input(key="skala_mulai").set_value(2027)
    at.text_input(key="alasan_skala").set_value("Peraturan Bupati 12/2026")
    at = next(b for b in at.button if b.label == "Simpan skala").click().run()
    assert "2027 | Baik di atas 87,5, Cukup di atas 60, Kurang" in texts(at)
    assert pengaturan.in_force(store, UNIT, 2027).kategori[0].di_atas == Decimal("87.5")


def test_accounts_show_the_name_of_their_bagian(store: Store) -> None:
    add_person(store, UNIT, "staf", Peran.STAF, "PEM")
    assert "staf | Staf | Staf | Seksi Pemerintahan | " in texts(pengaturan_page(store))
