"""The page Sosialisasi: everybody reads, three peran record, the holder of a direction closes it, and the projector."""

from typing import Any

import pytest
from kantor_sop import ADMIN, SANDI, TAHUN, UNIT, office
from layar import button, checked, example, screen, texts, ways
from salinan import once
from streamlit.testing.v1 import AppTest
from test_sosialisasi import SENIN, direction, held, plan, png

from lakip import akun
from lakip.akses import Peran
from lakip.sop import arahan, foto, sosialisasi
from lakip.store import Store

PAGE = "sosialisasi.py"


@pytest.fixture
@once
def store() -> Store:
    store = office()
    for name, peran, bagian in (
        ("camat", Peran.CAMAT, None), ("kasubbag", Peran.KASUBBAG, "REN"), ("kasi", Peran.KASI, "PEM"),
    ):  # fmt: skip
        akun.add(store, ADMIN, name, name.title(), SANDI, UNIT, peran, bagian, mulai=SENIN)
    return store


def opened(store: Store, name: str, periode: str = "TW1", **query: Any) -> AppTest:
    return screen(store, name, PAGE, tahun=TAHUN, periode=periode, **query)


def labels(at: AppTest) -> list[str]:
    return [b.label for b in at.button]


def field(at: AppTest, kind: str, label: str) -> Any:
    return next(w for w in at.get(kind) if w.label.startswith(label))


@pytest.mark.parametrize("name", ["staf", "kasi", "kasubbag", "sekcam", "camat", "admin", "peninjau"])
def test_everybody_reads_what_was_held_and_directed(name: str) -> None:
    at = screen(example(), name, PAGE, tahun=2026, periode="TW2")
    assert [t.value for t in at.title] == ["Sosialisasi"]
    said = texts(at)
    assert "✓ Dilaksanakan" in said
    assert "Tindak lanjuti pengaduan yang belum selesai" in said
    assert "Jadwal loket ketiga berlaku sejak Mei 2026" in said  # from TW I, done
    assert [b.label for b in at.get("download_button")] == ["Undangan", "Daftar hadir", "Notulen"]
    assert ("Simpan undangan" in labels(at)) is (name in ("kasubbag", "sekcam", "camat"))


def test_the_kasubbag_invites(store: Store) -> None:
    at = opened(store, "kasubbag")
    field(at, "text_area", "Tamu lain").set_value("Ahmad; Kepala Desa Inan")
    at = checked(button(at, "Simpan undangan").click().run())
    one = sosialisasi.meetings(store, UNIT, TAHUN)[0]
    assert (one.periode, one.keadaan) == ("TW1", "diundang")
    assert one.peserta[-1].jabatan == "Kepala Desa Inan"
    assert "○ Diundang" in texts(at)


def test_the_kasubbag_records_how_it_went(store: Store) -> None:
    sosialisasi.invite(store, ADMIN, UNIT, plan(store))
    at = opened(store, "kasubbag")
    field(at, "text_input", "Notulis").set_value("Fajar")
    field(at, "text_area", "Notulen").set_value("Draf dibahas.")
    at.multiselect("hadir_TW1_1").set_value([0, 1])
    at = checked(button(at, "Simpan pelaksanaan").click().run())
    one = sosialisasi.held(store, UNIT, TAHUN, "TW1")
    assert one is not None
    assert [p.hadir for p in one.peserta] == [True, True, False, False, False, False]
    assert "2 dari 6 hadir" in texts(at)


def test_minutes_that_are_missing_are_asked_for(store: Store) -> None:
    sosialisasi.invite(store, ADMIN, UNIT, plan(store))
    at = button(opened(store, "kasubbag"), "Simpan pelaksanaan").click().run()
    assert "Notulen belum lengkap" in at.error[0].value


def test_an_invitation_is_called_off_with_its_reason(store: Store) -> None:
    sosialisasi.invite(store, ADMIN, UNIT, plan(store))
    at = opened(store, "camat")
    field(at, "text_input", "Alasan pembatalan").set_value("Dinas luar")
    at = checked(button(at, "Batalkan undangan").click().run())
    assert "✕ Dibatalkan" in texts(at)
    assert "Simpan pelaksanaan" not in labels(at)


def test_a_photo_is_attached(store: Store) -> None:
    one = held(store)
    at = opened(store, "kasubbag")
    at.file_uploader[0].upload("rapat.png", png(), "image/png")
    checked(button(at, "Lampirkan foto").click().run())
    assert [f.nama_berkas for f in foto.photos(store, UNIT, one)] == ["rapat.png"]


def test_the_camat_directs_and_the_holder_answers_next_quarter(store: Store) -> None:
    one = held(store)
    at = opened(store, "camat")
    field(at, "text_input", "Arahan").set_value("Perbaiki data desa")
    pejabat = field(at, "selectbox", "Pelaksana")
    pejabat.set_value(next(o for o in pejabat.options if "Kasi Pemerintahan" in o))
    checked(button(at, "Catat arahan").click().run())
    at = opened(store, "kasi", "TW2")
    assert "Tindak lanjut arahan sebelumnya" in texts(at)
    field(at, "text_input", "Yang sudah dikerjakan").set_value("Sudah diperbaiki")
    checked(button(at, "Tandai selesai").click().run())
    assert [r["catatan"] for r in arahan.given(store, UNIT, one)] == ["Sudah diperbaiki"]


def test_who_holds_no_direction_closes_none(store: Store) -> None:
    direction(store, held(store))
    assert labels(opened(store, "staf")) == []


def test_what_is_shown_is_the_view_for_a_projector_of_its_periode_and_the_old_address_leads_there(store: Store) -> None:
    direction(store, held(store))
    way = ways(opened(store, "camat", "TW2"))["Layar"]
    assert way == "tahun=2026&periode=TW2&layar=1"
    at = opened(store, "camat", "TW2", layar=1)
    said = "".join(h.proto.body for h in at.get("html"))
    assert "<h1>Kinerja Triwulan II Tahun 2026</h1>" in said
    assert "Indeks Kepuasan Masyarakat" in said
    assert "○ Perbaiki data desa" in said
    assert "Tutup tampilan layar" in ways(at)
    assert not at.button


def test_a_periode_without_any_says_who_makes_the_first() -> None:
    assert "Belum ada sosialisasi tentang Semester II Tahun 2026. Kasubbag, Sekcam, atau Camat" in texts(
        screen(example(), "staf", PAGE, tahun=2026, periode="SM2")
    )
