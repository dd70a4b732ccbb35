"""The page SOP: everybody reads it, the admin revises it and keeps the calendar."""

from datetime import date

import pytest
from layar import add_person, button, checked, example, screen, texts
from naskah import UNIT, office
from salinan import once
from streamlit.testing.v1 import AppTest

from lakip.akses import Peran
from lakip.sop import kalender, langkah, pertanyaan
from lakip.store import Store

PAGE = "sop.py"


@pytest.fixture
@once
def store() -> Store:
    store = office()
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    return store


@pytest.mark.parametrize("akun", ["staf", "kasi", "kasubbag", "sekcam", "camat", "peninjau"])
def test_everybody_reads_the_steps_and_only_the_admin_changes_them(akun: str) -> None:
    at = screen(example(), akun, PAGE, tahun=2026)
    assert [t.value for t in at.title] == ["SOP dan kalender kerja"]
    said = texts(at)
    assert "Merekap laporan kinerja triwulan | Staf/JF → Kasi (keputusan) → Kasubbag" in said
    assert "15 menit" in said
    assert "Unduh formulir SOP (Word)" in [b.label for b in at.get("download_button")]
    assert not at.button


def test_the_misprints_are_asked_about() -> None:
    said = texts(screen(example(), "camat", PAGE))
    assert f"{len(pertanyaan.PERTANYAAN)} dari {len(pertanyaan.PERTANYAAN)} belum dijawab" in said
    assert "“PARINGIT SELATAN”" in said


def test_the_calendar_tells_hours_and_holidays() -> None:
    said = texts(screen(example(), "staf", PAGE, tahun=2026))
    assert "Jumat | 07.30 | 11.30 sampai 13.00 | 16.30 | 7 jam 30 menit" in said
    assert "Senin, 17 Agustus 2026 | Hari Kemerdekaan Republik Indonesia | Libur nasional" in said
    assert "Perpres 21 Tahun 2023" in said


def edit_step(at: AppTest, row: int, **cells: str) -> None:
    """A row of the grid of steps, edited in the browser."""
    key = next(str(e.proto.id).split("-", 2)[-1] for e in at.get("dataframe") if "sop_langkah" in e.proto.id)
    at.session_state[key] = {"edited_rows": {row: cells}, "added_rows": [], "deleted_rows": []}


@pytest.mark.parametrize(
    ("text", "said"),
    [("1,5", "“1,5” harus bilangan bulat mulai dari 1"), ("satu jam", "bukan angka"), ("", "belum diisi")],
)
def test_a_time_that_is_no_whole_number_is_refused_in_words(store: Store, text: str, said: str) -> None:
    """The number column made 15 minutes of 1,5."""
    at = screen(store, "admin", PAGE)
    next(t for t in at.text_input if t.label.startswith("Alasan perubahan")).set_value("Evaluasi 2026")
    edit_step(at, 7, jumlah=text)
    at = button(at, "Simpan sebagai versi baru").click().run()
    assert at.error[0].value.startswith("Langkah 8, Waktu: ")
    assert said in at.error[0].value
    assert langkah.current(store, UNIT).versi == 1


def test_the_admin_makes_a_revision(store: Store) -> None:
    at = screen(store, "admin", PAGE)
    next(t for t in at.text_input if t.label == "Nomor SOP").set_value("000.8.3/12/2026")
    next(t for t in at.text_input if t.label.startswith("Alasan perubahan")).set_value("Evaluasi 2026")
    edit_step(at, 7, jumlah="60")
    at = checked(button(at, "Simpan sebagai versi baru").click().run())
    saved = langkah.current(store, UNIT)
    assert (saved.versi, saved.nomor) == (2, "000.8.3/12/2026")
    assert saved.step(8).baku.kata == "1 jam"
    assert saved.step(2) == langkah.BAWAAN.step(2)
    assert "Versi 2" in texts(at)


def test_a_revision_without_a_reason_is_told(store: Store) -> None:
    at = screen(store, "admin", PAGE)
    next(t for t in at.text_input if t.label == "Nomor SOP").set_value("1")
    at = button(at, "Simpan sebagai versi baru").click().run()
    assert "harus beralasan" in at.error[0].value
    assert langkah.current(store, UNIT) == langkah.BAWAAN


def test_the_admin_answers_a_question(store: Store) -> None:
    at = screen(store, "admin", PAGE)
    next(t for t in at.text_input if t.label == "Jawaban kantor").set_value("000.8.3/12/2026")
    at = checked(button(at, "Simpan jawaban").click().run())
    assert pertanyaan.questions(store, UNIT)[0].jawaban == "000.8.3/12/2026"
    assert "✓ dijawab" in texts(at)


def test_the_admin_keeps_the_calendar(store: Store) -> None:
    at = screen(store, "admin", PAGE, tahun=2026)
    at = checked(button(at, "Catat daftar nasional 2026").click().run())
    assert kalender.is_filled(store, UNIT, 2026)
    next(t for t in at.text_input if t.label == "Nama hari libur").set_value("Hari Jadi Balangan")
    next(t for t in at.text_input if t.label == "Dasar (wajib)" and t.placeholder.startswith("nomor")).set_value("SE 1")
    at.date_input(key="libur_2026").set_value(date(2026, 4, 8))
    at = checked(button(at, "Simpan hari libur").click().run())
    assert kalender.load(store, UNIT).why_off(date(2026, 4, 8)) == "Hari Jadi Balangan"


def test_the_admin_sets_other_hours(store: Store) -> None:
    at = screen(store, "admin", PAGE)
    reason = next(t for t in at.text_input if "Ramadan" in t.placeholder)
    reason.set_value("SE Ramadan")
    checked(button(at, "Simpan jam kerja").click().run())
    assert len(kalender.hours(store, UNIT)) == 1
