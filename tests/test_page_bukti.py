"""The page Bukti dukung as each peran sees it, and the ways that lead to it."""

from collections.abc import Iterator
from datetime import date

import pytest
from kasus import TAHUN, UNIT, add_indikator, new_office
from layar import add_person, button, checked, screen, texts, ways
from salinan import once

from lakip import bukti
from lakip.akses import Peran, system
from lakip.bukti import Bukti
from lakip.store import Store
from lakip.ui import session

PAGE, TW1 = "bukti.py", {"tahun": TAHUN, "periode": "TW1"}
PDF = b"%PDF-1.7\n%%EOF\n"
PERAN = {
    "staf": (Peran.STAF, "PEM"), "kasi": (Peran.KASI, "PEM"), "kasubbag": (Peran.KASUBBAG, None),
    "lain": (Peran.STAF, "YAN"), "sekcam": (Peran.SEKCAM, None), "camat": (Peran.CAMAT, None),
    "peninjau": (Peran.PENINJAU, None),
}  # fmt: skip


@once
def office() -> Store:
    """Two figures of TW1, the first with a bukti, and everybody."""
    store = new_office()
    with store.transaction() as tx:
        tx.insert("bagian", [{"unit": UNIT, "bagian": "YAN", "nama": "Seksi Lain", "jenis": "seksi", "urutan": 2}])
    for kode in ("I1", "I2"):
        add_indikator(store, kode, "jumlah", target="10 20 30 40", realisasi="10 – – –")
    for name, (peran, bagian) in PERAN.items():
        add_person(store, UNIT, name, peran, bagian)
    one = Bukti("Laporan <b>survei</b>", date(2026, 4, 7), "9/SKM", "sampel 30", "terbit seminggu sesudahnya")
    bukti.add(store, system(UNIT), UNIT, "I1", TAHUN, 1, one, "skm.pdf", PDF)
    return store


@pytest.fixture
def store() -> Iterator[Store]:
    yield office()
    session.use_store(None)


@pytest.mark.parametrize("name", list(PERAN))
def test_everybody_reads_what_is_there_and_what_is_missing(store: Store, name: str) -> None:
    at = screen(store, name, PAGE, **TW1, bagian="semua")
    said = texts(at)
    assert "1 dari 2 angka seluruh kantor belum berbukti." in said
    assert "Seksi Uji | [I2](/kartu?indikator=I2&tahun=2026&periode=TW1) | Indikator I2 | ✓ dibenarkan" in said
    assert "Laporan <b>survei</b>" in said
    assert "diterima dengan alasan: terbit seminggu sesudahnya" in said
    assert [b.label for b in at.get("download_button")] == ["Unduh daftar (Excel)", "Unduh berkas"]


@pytest.mark.parametrize("name", list(PERAN))
def test_only_the_bagian_itself_and_the_kasubbag_may_change(store: Store, name: str) -> None:
    at = screen(store, name, PAGE, **TW1, bagian="semua")
    labels = {b.label for b in at.button}
    assert ({"Simpan bukti", "Keluarkan bukti ini"} <= labels) == (name in ("staf", "kasi", "kasubbag"))
    assert bool(at.get("file_uploader")) == (name in ("staf", "kasi", "kasubbag"))


def test_a_staf_begins_with_the_own_bagian(store: Store) -> None:
    assert screen(store, "staf", PAGE, **TW1).selectbox(key="pilih_bagian").value == "PEM"
    assert "Tidak ada yang kurang di sini." in texts(screen(store, "lain", PAGE, **TW1))


def test_a_document_is_added_and_the_form_is_empty_again(store: Store) -> None:
    at = screen(store, "staf", PAGE, **TW1)
    at.selectbox(key="bukti_indikator").select("I2")
    checked(at.run())
    key = f"I2 {TAHUN} 1 v0"
    at.file_uploader(key=f"bukti_berkas {key}").upload("skm.pdf", PDF, "application/pdf")
    at.text_input(key=f"bukti_nama {key}").set_value("Laporan survei")
    button(at, "Simpan bukti").click()
    checked(at.run())
    assert at.success[0].value == "Bukti I2 tersimpan. Berkas yang sama juga menjadi bukti I1 TW1."
    assert "Semua angka (2) sudah berbukti." in texts(at)
    assert at.text_input(key=f"bukti_nama I2 {TAHUN} 1 v1").value == ""


def test_a_date_outside_is_said_before_it_is_sent_and_asks_its_reason(store: Store) -> None:
    at = screen(store, "staf", PAGE, **TW1)
    key = f"I1 {TAHUN} 1 v1"
    at.date_input(key=f"bukti_tanggal {key}").set_value(date(2026, 4, 7))
    assert "Tanggal dokumen 7 April 2026 di luar Triwulan I Tahun 2026" in texts(checked(at.run()))
    at.file_uploader(key=f"bukti_berkas {key}").upload("a.pdf", PDF + b"\n", "application/pdf")
    at.text_input(key=f"bukti_nama {key}").set_value("Lampiran")
    button(at, "Simpan bukti").click()
    assert "tulis alasannya" in checked(at.run()).error[0].value
    assert at.text_input(key=f"bukti_nama {key}").value == "Lampiran"
    at.text_input(key=f"bukti_alasan {key}").set_value("terbit kemudian")
    button(at, "Simpan bukti").click()
    checked(at.run())
    assert bukti.listed(store, UNIT, TAHUN, 1).height == 2


def test_without_a_file_or_with_a_program_nothing_is_saved(store: Store) -> None:
    at = screen(store, "staf", PAGE, **TW1)
    button(at, "Simpan bukti").click()
    assert checked(at.run()).error[0].value == "Pilih berkasnya dahulu."
    key = f"I1 {TAHUN} 1 v1"
    at.file_uploader(key=f"bukti_berkas {key}").upload("a.pdf", b"MZ program", "application/pdf")
    at.text_input(key=f"bukti_nama {key}").set_value("Lampiran")
    button(at, "Simpan bukti").click()
    assert "bukan dokumen yang dikenal" in checked(at.run()).error[0].value
    assert bukti.listed(store, UNIT, TAHUN, 1).height == 1


def test_a_bukti_is_taken_out_with_a_reason_and_still_told(store: Store) -> None:
    at = screen(store, "kasi", PAGE, **TW1)
    button(at, "Keluarkan bukti ini").click()
    assert "dengan alasan" in checked(at.run()).error[0].value
    at.text_input(key=f"keluar I1 {TAHUN} 1 1").set_value("salah berkas")
    button(at, "Keluarkan bukti ini").click()
    checked(at.run())
    assert "I1 Laporan <b>survei</b>: salah berkas (Kasi, " in texts(at)


def test_a_triwulan_without_figures_says_so(store: Store) -> None:
    at = screen(store, "peninjau", PAGE, tahun=TAHUN, periode="TW4")
    assert "Belum ada angka terisi pada Triwulan IV Tahun 2026" in texts(at)


@pytest.mark.parametrize(
    ("page", "label"),
    [
        ("7_alur.py", "Bukti dukung (belum berbukti: 1 angka seluruh kantor)"),
        ("1_unggah.py", "Bukti dukung (belum berbukti: 1 angka seluruh kantor)"),
        ("kartu.py", "Buka Bukti dukung"),
    ],
)
def test_other_pages_lead_here(store: Store, page: str, label: str) -> None:
    at = screen(store, "kasubbag", page, **TW1)
    assert ways(at)[label].startswith("tahun=2026&periode=TW1")


def test_the_card_names_its_bukti(store: Store) -> None:
    at = screen(store, "camat", "kartu.py", **TW1, indikator="I1")
    assert "- TW I: Laporan <b>survei</b>, 7 April 2026" in texts(at)
