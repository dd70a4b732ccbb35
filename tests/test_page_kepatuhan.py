"""The page Kepatuhan and the log of a run, for an office with known events and for one with none."""

from datetime import date
from io import BytesIO

import kantor_sop
import openpyxl
import pytest
import test_sosialisasi
import tulisan
from kantor_sop import TAHUN, UNIT
from layar import add_person, button, checked, screen, texts
from salinan import once
from test_waktu import alur, at, meeting, sent

from lakip import grafik, periode
from lakip.akses import Peran
from lakip.alur import waktu, waktu_patuh
from lakip.errors import UserError
from lakip.export import kepatuhan_excel, log_sop
from lakip.sop import dispensasi
from lakip.store import Store

KINI = at(30, 16)


@pytest.fixture
@once
def store() -> Store:
    store = kantor_sop.office()
    add_person(store, UNIT, "peninjau", Peran.PENINJAU)
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    return store


@pytest.fixture
def done(store: Store) -> Store:
    """TW I: collected in 10 minutes, recapped in 45, presented in 55."""
    alur(store, "dibuka", at(6, 8))
    sent(store, at(6, 8, 10))
    alur(store, "direkap", at(6, 8, 55))
    meeting(store, at(17, 9, 5), at(17, 10))
    return store


def test_a_step_over_the_tahun_is_counted_from_what_has_ended(done: Store) -> None:
    alur(done, "dibuka", at(6, 8), "SM1")
    alur(done, "direkap", at(7, 9), "SM1")
    by_step = {p.nomor: p for p in waktu_patuh.steps(waktu.year(done, UNIT, TAHUN, KINI))}
    assert [(by_step[n].selesai, by_step[n].tepat, by_step[n].terlama) for n in (1, 2, 3, 4, 5)] == [
        (1, 1, 10), (1, 0, 45), (0, 0, None), (1, 1, 55), (1, 1, 1),
    ]  # fmt: skip


def test_the_chart_says_each_cell_in_words(done: Store) -> None:
    rows = waktu.year(done, UNIT, TAHUN, KINI)
    said = grafik.alt_text(grafik.kepatuhan(waktu_patuh.frame(rows, ("TW",))))
    assert "langkah 1 TW I: 10 menit sesuai (baku mutu 15 menit)" in said
    assert "langkah 2 TW I: 45 menit melebihi (baku mutu 30 menit)" in said
    assert "langkah 4 TW II: belum mulai (baku mutu 1 jam)" in said


def test_every_reader_sees_compliance_even_before_anything_happened(store: Store) -> None:
    at_page = screen(store, "peninjau", "kepatuhan.py", tahun=TAHUN)
    assert at_page.title[0].value == "Kepatuhan SOP"
    assert "Belum ada angka yang diubah" in texts(at_page)


def test_the_calendar_has_cut_offs_and_open_directions(store: Store) -> None:
    one = test_sosialisasi.held(store)
    test_sosialisasi.direction(store, one)
    page = screen(store, "peninjau", "kepatuhan.py", tahun=TAHUN)
    shown = page.table[-1].value.to_string()
    assert "Batas pengumpulan data Triwulan IV" in shown
    assert "Tenggat arahan kepada IRWAN" in shown


def test_the_kasubbag_gives_a_dispensation_on_the_page_periode(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(periode, "today", lambda: date(TAHUN, 10, 8))
    page = screen(store, "kasubbag", "periode.py", tahun=TAHUN, periode="TW3")
    page.text_area[-1].set_value("Banjir di empat desa")
    checked(button(page, "Beri dispensasi").click().run())
    given = [d for d in dispensasi.deliveries(store, UNIT, TAHUN, date(TAHUN, 10, 8)) if d.alasan]
    assert [(d.batas, d.pemberi) for d in given] == [(date(TAHUN, 10, 11), "Kasubbag")]
    shown = screen(store, "peninjau", "periode.py", tahun=TAHUN, periode="TW3")
    assert "Banjir di empat desa" in "".join(t.value.to_string() for t in shown.table)


def test_a_reader_is_offered_no_dispensation(store: Store) -> None:
    page = screen(store, "peninjau", "periode.py", tahun=TAHUN, periode="TW1")
    assert [b.label for b in page.button] == []


def words(content: bytes) -> str:
    return tulisan.words(tulisan.opened(content).element.body)


def test_the_log_tells_the_steps_the_meeting_and_what_they_answer(done: Store) -> None:
    said = words(log_sop.build(done, kantor_sop.PENINJAU, UNIT, TAHUN, "TW1", KINI))
    for text in (
        "SOP PENGUMPULAN DATA KINERJA TRIWULAN I TAHUN 2026", "BKUR001.3", "BKUR002.7", "CLAP003.1", "45 menit",
        "Selesai, melebihi baku mutu", "17 April 2026 09.05 WITA", "Direkap", "DAHLIA, S.STP.",
        "Langkah 3 belum tercatat selesai", "Belum ada disposisi untuk periode ini.",
    ):  # fmt: skip
        assert text in said, text


def test_the_log_of_a_run_without_events_says_so(store: Store) -> None:
    said = words(log_sop.build(store, kantor_sop.PENINJAU, UNIT, TAHUN, "SM2", KINI))
    assert "belum dilaksanakan" in said
    assert "Belum ada keputusan yang tercatat" in said
    assert "Pengiriman data" not in said  # a semester collects nothing itself
    assert "C. Lembar Disposisi" in said
    with pytest.raises(UserError, match="SD2"):
        log_sop.draft(store, UNIT, TAHUN, "SD2", KINI)


def test_the_workbook_has_every_step_and_every_kiriman(done: Store) -> None:
    book = openpyxl.load_workbook(BytesIO(kepatuhan_excel.build(done, kantor_sop.PENINJAU, UNIT, TAHUN, KINI)))
    cells = [[str(c.value) for c in row] for row in book["Langkah"].iter_rows()]
    assert sum(row[0].startswith(("Triwulan", "Semester", "Tahunan")) and row[1].isdigit() for row in cells) == 23
    assert any("45 menit" in row for row in cells)
    assert "tepat waktu" in str([[c.value for c in row] for row in book["Kiriman"].iter_rows()])
