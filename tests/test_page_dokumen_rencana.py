"""Dokumen perencanaan on the page Laporan: what each document lacks, who signs it, and the way to take it along."""

import datetime as dt
from typing import Any

import naskah
import pytest
from layar import add_person, button, checked, example, screen, texts
from streamlit.testing.v1 import AppTest

from lakip.akses import Peran
from lakip.export import jabatan

PAGE = "6_laporan.py"
UNIT = "63.11.07"


def laporan(name: str = "kasubbag", **query: Any) -> AppTest:
    return screen(example(), name, PAGE, **{"tahun": 2025, "periode": "TW2", **query})


def chooser(at: AppTest, label: str) -> Any:
    return next(s for s in at.selectbox if s.label == label)


def downloads(at: AppTest) -> list[str]:
    return [b.label for b in at.get("download_button") if b.label.startswith("Unduh ")]


@pytest.mark.parametrize("name", ["staf", "kasi", "kasubbag", "sekcam", "camat", "peninjau"])
def test_everyone_who_reads_reports_takes_the_documents_along(name: str) -> None:
    at = laporan(name)
    assert [tab.label for tab in at.tabs] == ["Laporan kinerja", "Rapor dan Excel", "Dokumen perencanaan"]
    assert "Unduh Perjanjian Kinerja" in downloads(at)


def test_an_admin_has_no_documents() -> None:
    at = laporan("admin")
    assert "tidak berhak menyusun draf laporan" in at.warning[0].value
    assert not at.selectbox


def test_the_newest_pk_is_offered_first_and_says_who_signs_it() -> None:
    at = laporan()
    assert chooser(at, "Versi Perjanjian Kinerja").value == "2"
    assert "Ditandatangani 11 Agustus 2025 oleh NOVITA ANGGRAENI" in texts(at)
    assert "(Bupati Balangan)" in texts(at)


def test_the_murni_is_signed_by_the_camat_of_its_day() -> None:
    at = laporan(pk="1")
    assert "Ditandatangani 13 Januari 2025 oleh H. SYARIF RAHMADI" in texts(at)


def test_every_jabatan_of_the_office_can_be_picked_and_all_at_once() -> None:
    at = laporan()
    offered = chooser(at, "Jabatan").options
    assert len(offered) == len(jabatan.of_office(example(), UNIT)) + 1
    at = checked(chooser(at, "Jabatan").select("semua").run())
    assert "Unduh semua (zip)" in downloads(at)


def test_what_all_jabatan_lack_is_said_once_and_the_rest_by_jabatan() -> None:
    store = naskah.office()
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    said = texts(screen(store, "kasubbag", PAGE, tahun=2026, periode="TW2", jabatan="semua"))
    assert said.count("Lambang daerah") == 1
    assert "Lurah Batu Piring: Anggaran** Belum ada sub kegiatan" in said
    assert "**Kepala Seksi Pemerintahan** Pejabat yang menjabat pada 12 Januari 2026" in said


@pytest.mark.parametrize(
    ("jenis", "label"),
    [
        ("renaksi", "Unduh Rencana Aksi"),
        ("iku", "Unduh Indikator Kinerja Utama (IKU)"),
        ("rkt", "Unduh Rencana Kinerja Tahunan (RKT)"),
    ],
)
def test_the_other_documents_are_signed_on_the_day_that_is_picked(jenis: str, label: str) -> None:
    at = laporan(dokumen=jenis)
    assert label in downloads(at)
    day = next(d for d in at.date_input if d.key and d.key.startswith(f"tanggal_{jenis}"))
    at = checked(day.set_value(dt.date(2025, 7, 7)).run())
    assert "Ditandatangani 7 Juli 2025 oleh DAHLIA PURNAMASARI, S.STP. (Plt. Camat Paringin Selatan)." in texts(at)


def test_a_rencana_aksi_can_be_narrowed_to_one_bagian() -> None:
    at = laporan(dokumen="renaksi")
    at = checked(chooser(at, "Bagian").select("PMD").run())
    assert "Unduh Rencana Aksi" in downloads(at)


def test_another_tahun_has_versions_of_its_own() -> None:
    at = laporan(pk="2")
    at = checked(chooser(at, "Tahun").select(2026).run())
    assert chooser(at, "Versi Perjanjian Kinerja").value == "1"


def test_what_a_document_lacks_is_listed_before_it_is_taken_along() -> None:
    at = laporan(dokumen="rkt")
    at = checked(next(d for d in at.date_input if "rkt" in (d.key or "")).set_value(dt.date(2021, 1, 4)).run())
    assert "Pejabat yang menjabat pada 4 Januari 2021 belum dicatat." in texts(at)
    assert "hal belum lengkap" in texts(at)


def test_the_quarterly_report_stays_where_it_was() -> None:
    assert button(laporan(), "Susun laporan final")  # of 2025, which the Camat approved
