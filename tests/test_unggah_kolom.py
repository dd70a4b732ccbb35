"""Which column is what: headings taken apart, found below titles and over merged cells."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip.unggah.berkas.buku import read_workbook
from lakip.unggah.tabel.kolom import Judul, Tabel, find_table, find_tahun, find_triwulan, heading, is_to_date, plain

KAMUS = {
    "kode": ("kode",),
    "indikator": ("indikator", "indikator kinerja"),
    "target": ("target",),
    "realisasi": ("realisasi", "realisasi kinerja"),
    "pembilang": ("pembilang", "pembilang (x)"),
}
WAJIB = (frozenset({"kode", "indikator"}), frozenset({"realisasi", "target"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Realisasi", Judul("realisasi", None, False, None)),
        ("Realisasi TW II", Judul("realisasi", 2, False, None)),
        ("REALISASI\nTRIWULAN 2", Judul("realisasi", 2, False, None)),
        ("Realisasi (Tribulan IV)", Judul("realisasi", 4, False, None)),
        ("Realisasi s.d. TW II", Judul("realisasi", 2, True, None)),
        ("Realisasi s/d TW.III", Judul("realisasi", 3, True, None)),
        ("Realisasi sd Tw 1", Judul("realisasi", 1, True, None)),
        ("Realisasi Sampai Dengan Triwulan ke-3", Judul("realisasi", 3, True, None)),
        ("Realisasi TW I-II", Judul("realisasi", 2, True, None)),
        ("Realisasi TW I s.d. TW II", Judul("realisasi", 2, True, None)),
        ("Realisasi Triwulan I - IV TW II", Judul("realisasi", 2, False, None)),
        ("Realisasi Kinerja TW-I Tahun 2026", Judul("realisasi kinerja", 1, False, 2026)),
        ("Target 2025", Judul("target", None, False, 2025)),
        ("Pembilang (X)", Judul("pembilang x", None, False, None)),
        ("Indikator Kinerja *)", Judul("indikator kinerja", None, False, None)),
    ],
)
def test_a_heading_says_what_which_quarter_and_whether_to_date(text: str, expected: Judul) -> None:
    assert heading(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PENGUKURAN KINERJA TRIWULAN II TAHUN 2026", (2,)),
        ("TRIBULAN IV", (4,)),
        ("tw i dan ii", (1, 2)),
        ("Triwulan I - IV", (1, 2, 3, 4)),
        ("Triwulan I s.d. III", (1, 2, 3)),
        ("twitter, two, kota tw", ()),
        ("Tahunan", ()),
    ],
)
def test_quarters_are_found_in_titles(text: str, expected: tuple[int, ...]) -> None:
    assert find_triwulan(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("REALISASI S.D. TRIWULAN II", True),
        ("Triwulan I - IV", True),
        ("Periode Januari s.d. Juni 2026", True),
        ("Periode 1 Januari - 30 September 2026", True),
        ("Keadaan s.d. Juni 2026", True),
        ("LAPORAN KINERJA SEMESTER I TAHUN 2026", True),
        ("Semester I, Triwulan II", False),
        ("Periode April s.d. Juni 2026", False),
        ("Periode Januari - Maret 2026", False),
        ("Triwulan II (1 April - 30 Juni 2026)", False),
        ("PENGUKURAN KINERJA TRIWULAN II TAHUN 2026", False),
    ],
)
def test_a_title_that_runs_on_from_january_makes_its_figures_totals(title: str, expected: bool) -> None:
    assert is_to_date(title) is expected


def test_years_are_found_in_titles_and_codes_are_not_years() -> None:
    assert find_tahun("Tahun Anggaran 2026 dan 2027") == (2026, 2027)
    assert find_tahun("7.01.01.2023x 12026") == ()


def table(rows: list[list[object]], merge: str = "", sheet: str = "Data") -> Tabel | None:
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = sheet
    for row in rows:
        ws.append(row)
    if merge:
        ws.merge_cells(merge)
    buffer = io.BytesIO()
    wb.save(buffer)
    return find_table(read_workbook(buffer.getvalue(), "x.xlsx")[0], KAMUS, WAJIB)


def columns(found: Tabel | None) -> dict[int, tuple[str, int | None]]:
    assert found is not None
    return {k.nomor: (k.kunci, k.triwulan) for k in found.kolom}


def test_the_heading_is_found_below_titles_and_blank_rows() -> None:
    found = table(
        [["PENGUKURAN KINERJA TW II"], [], ["Tahun 2026"], [None, "Kode", "Realisasi", "Catatan"], [None, "A", 1]]
    )
    assert columns(found) == {2: ("kode", None), 3: ("realisasi", None)}
    assert (found.baris_judul, found.baris_akhir, list(found.baris_data)) == (4, 4, [5])
    assert (found.triwulan, found.tahun) == ({2}, {2026})
    assert found.tak_dikenal == {4: "Catatan"}


GROUPED = [["Kode", "Target", None, "Realisasi", None], [None, "TW I", "TW II", "TW I", "TW II"], ["A", 1, 2, 3, 4]]
QUARTERS = {1: ("kode", None), 2: ("target", 1), 3: ("target", 2), 4: ("realisasi", 1), 5: ("realisasi", 2)}


@pytest.mark.parametrize("merge", ["B1:C1", ""])
def test_a_group_name_over_its_quarters_belongs_to_each(merge: str) -> None:
    found = table(GROUPED, merge)
    assert columns(found) == QUARTERS
    assert list(found.baris_data) == [3]
    assert found.find("realisasi", 2).nomor == 5
    assert found.find("realisasi", 3) is None


def test_a_sheet_without_the_needed_columns_has_no_table() -> None:
    assert table([["Kode", "Nama"], ["A", "B"]]) is None
    assert table([["Realisasi"], [5]]) is None


def test_a_heading_deep_in_the_sheet_is_not_sought() -> None:
    assert table([["x"]] * 80 + [["Kode", "Realisasi"]]) is None


def test_one_heading_twice_keeps_the_first_and_shows_the_other() -> None:
    found = table([["Kode", "Realisasi", "Realisasi"], ["A", 1, 2]])
    assert columns(found) == {1: ("kode", None), 2: ("realisasi", None)}
    assert found.tak_dikenal == {3: "Realisasi"}


def test_years_tell_columns_of_one_name_apart() -> None:
    found = table([["Indikator", "Realisasi", None], [None, 2025, 2026], ["A", 1, 2]], "B1:C1")
    assert [(k.kunci, k.tahun) for k in found.kolom] == [("indikator", None), ("realisasi", 2025), ("realisasi", 2026)]


@given(st.text(max_size=200))
def test_no_heading_crashes(text: str) -> None:
    heading(text)
    assert plain(plain(text)) == plain(text)
