"""What a cell tells: the value that counts, how it shows, and what lies beneath it."""

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from berkas_jahat import RELS, SHEET, WORKBOOK, pack, workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from lakip.unggah.berkas.buku import read_workbook
from lakip.unggah.berkas.lembar import Lembar, Sel
from lakip.unggah.berkas.penggal import Penggal, Tulisan, resolve
from lakip.unggah.berkas.salinan import marked_copy
from lakip.validasi import Temuan, Tingkat

KASUS = Path(__file__).parents[2] / "shared" / "kasus"
ADA_KASUS = pytest.mark.skipif(not KASUS.exists(), reason="the workbooks of real offices are not beside this folder")
ATAS, CORET = InlineFont(vertAlign="superscript"), InlineFont(strike=True)


def first(wb: openpyxl.Workbook) -> Lembar:
    buffer = io.BytesIO()
    wb.save(buffer)
    return read_workbook(buffer.getvalue(), "x.xlsx")[0]


def kasus(nama: str) -> Lembar:
    return read_workbook((KASUS / nama).read_bytes(), nama)[0]


# ---------------------------------------------------------------- runs


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([Penggal("9"), Penggal("1", atas=True)], Tulisan("9", "1")),
        ([Penggal("1.520"), Penggal("2", atas=True)], Tulisan("1.520", "2")),
        ([Penggal("Realisasi"), Penggal("1)", atas=True), Penggal(" TW II")], Tulisan("Realisasi TW II", "1)")),
        ([Penggal("luas (m"), Penggal("2", atas=True), Penggal(")")], Tulisan("luas (m2)")),
        ([Penggal("km"), Penggal("3", atas=True)], Tulisan("km3")),
        ([Penggal("m"), Penggal("1", atas=True)], Tulisan("m", "1")),
        ([Penggal("7", atas=True)], Tulisan("7")),
        ([Penggal("12", coret=True), Penggal(" 15")], Tulisan(" 15", "", "12")),
        ([Penggal("12", coret=True), Penggal(" ")], Tulisan("12", "", "", coret=True)),
        ([Penggal("9", coret=True), Penggal("1", True, True)], Tulisan("9", "1", "", coret=True)),
    ],
)  # fmt: skip
def test_a_text_in_runs_is_what_counts_of_it(runs: list[Penggal], expected: Tulisan) -> None:
    assert resolve(runs) == expected


def test_a_run_without_properties_is_struck_through_with_its_cell() -> None:
    runs = [Penggal("12"), Penggal(" 15", coret=False)]
    assert resolve(runs, coret=True) == Tulisan(" 15", "", "12")
    assert resolve(runs) == Tulisan("12 15")


@pytest.mark.parametrize("shared", [False, True])
def test_a_footnote_is_no_digit_whether_the_text_is_shared_or_inline(shared: bool) -> None:
    """K7: 9 with footnote 1 was recorded as 91."""
    wb = openpyxl.Workbook()
    wb.active["A1"] = CellRichText("9", TextBlock(ATAS, "1"))
    wb.active["A2"] = CellRichText(TextBlock(CORET, "110"), " 120")
    wb.active["A3"] = CellRichText(TextBlock(CORET, "110"))
    sheet = first(wb) if not shared else shared_runs()
    assert [(s.nilai, s.catatan_kaki, s.tercoret, s.coret) for s in sheet] == [
        ("9", "1", "", False),
        (" 120", "", "110", False),
        ("110", "", "", True),
    ]


def shared_runs() -> Lembar:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet()
    above, struck = book.add_format({"font_script": 1}), book.add_format({"font_strikeout": True})
    sheet.write_rich_string(0, 0, "9", above, "1")
    sheet.write_rich_string(1, 0, struck, "110", " 120")
    sheet.write_rich_string(2, 0, struck, "1", struck, "10")
    book.close()
    return read_workbook(buffer.getvalue(), "x.xlsx")[0]


def test_a_struck_through_row_is_struck_through_in_all_its_cells() -> None:
    wb = openpyxl.Workbook()
    for column, value in enumerate(("A-12", "Jumlah peserta", 3), 1):
        wb.active.cell(1, column, value).font = Font(strike=True)
        wb.active.cell(2, column, value).font = Font(strike=False, bold=True)
    sheet = first(wb)
    assert [all(s.coret for s in row.values()) for row in sheet.baris.values()] == [True, False]


# ---------------------------------------------------------------- formulas


def calculated(**calc: str) -> Lembar:
    attrs = "".join(f' {name}="{value}"' for name, value in calc.items())
    row = '<c><f>1</f><v>0</v></c><c t="str"><f>1</f><v></v></c><c><f>1</f><v>7</v></c><c><v>0</v></c><c t="b"><f>1</f><v>0</v></c>'
    book = (
        '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        f'<sheet name="A" r:id="rId1"/></sheets><calcPr calcId="191029"{attrs}/></workbook>'
    )
    return read_workbook(workbook(f"<row>{row}</row>", workbook=book), "x.xlsx")[0]


def test_the_zero_of_a_program_that_never_calculates_is_no_result() -> None:
    """K6: XlsxWriter and PhpSpreadsheet leave 0 behind each formula and ask Excel to calculate on opening."""
    for asked in ({"fullCalcOnLoad": "1"}, {"fullCalcOnLoad": "true"}, {"calcCompleted": "0"}):
        sheet = calculated(**asked)
        assert [s.tanpa_nilai for s in sheet] == [True, True, False, False, False]
        assert [s.nilai for s in sheet] == [None, None, 7, 0, False]


def test_the_zero_of_a_program_that_calculates_is_zero() -> None:
    for asked in ({}, {"fullCalcOnLoad": "0"}, {"calcCompleted": "1"}):
        assert [s.nilai for s in calculated(**asked)] == [0, "", 7, 0, False]


# ---------------------------------------------------------------- hidden


def test_hidden_rows_and_columns_are_told() -> None:
    sheet = (
        '<worksheet><cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5" width="0"/><col min="6" max="6" '
        'width="9"/></cols><sheetData><row r="1" hidden="1"><c r="B1"><v>1</v></c></row><row r="2" ht="0"><c><v>2</v></c></row>'
        '<row r="3"><c><v>3</v></c></row><row r="4" hidden="1"/></sheetData></worksheet>'
    )
    found = read_workbook(workbook(sheet), "x.xlsx")[0]
    assert found.kolom_tertutup == {2, 3, 5}
    assert found.tertutup == {1, 2}


# ---------------------------------------------------------------- as shown


@pytest.mark.parametrize(
    ("nilai", "code", "shown"),
    [
        (1.1, "0.00", "1.10"), (1.1, "General", "1.1"), (1.1, "@", "1.1"), (7.0, "General", "7"), (12, "0", "12"),
        (0.125, "0.00", "0.13"), (2.675, "0.00", "2.68"), (1234.5, "#,##0.00", "1,234.50"), (1234567, "#,##0", "1,234,567"),
        (0.955, "0%", "96%"), (0.955, "0.0%", "95.5%"), (-3, "0.0", "-3.0"), (1234, '"Rp" #,##0', "1,234"),
        (1234, "#,##0_);(#,##0)", "1,234"), (0.1 + 0.2, "General", "0.3"), (1500000, "#,##0,", "1500000"),
        ("A-01\nbaru", "@", "A-01\nbaru"), (True, "General", "TRUE"), (None, "General", ""), (1e300, "0.00", "1e+300"),
        (float("inf"), "0", "inf"), (float("nan"), "General", "nan"),
        (datetime(2026, 3, 31), "dd/mm/yyyy", "31/03/2026"), (3, "[>1]0.0;0", "3.0"),
        (3, ";;;", ""),
    ],
)  # fmt: skip
def test_a_number_shows_as_its_format_says(nilai: object, code: str, shown: str) -> None:
    assert Sel(1, 1, nilai, code).tampil == shown  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "scale"),
    [("#,##0,", 1000), ("0.0,,", 1_000_000), ('#,##0,"ribu"', 1000), ("#,##0", 0), ("#,##0.00", 0), ("0_,", 0), ('0","', 0),
     ("General", 0), ("#,##0,;(#,##0,)", 1000)],
)  # fmt: skip
def test_a_format_that_shows_thousands_of_it_is_told(code: str, scale: int) -> None:
    assert Sel(1, 1, 1_500_000, code).skala_format == scale


# ---------------------------------------------------------------- workbooks of real offices


@ADA_KASUS
def test_footnotes_of_an_office() -> None:
    marked = {s.alamat: (s.nilai, s.catatan_kaki) for s in kasus("R35.xlsx") if s.catatan_kaki}
    assert sorted(marked.values()) == [("1520", "2"), ("9", "1")]


@ADA_KASUS
def test_a_cancelled_row_of_an_office() -> None:
    sheet = kasus("F29.xlsx")
    struck = {s.baris for s in sheet if s.coret}
    assert [[s.teks for s in sheet.baris[n].values()][1] for n in struck] == ["A-12"]


@ADA_KASUS
@pytest.mark.parametrize(("nama", "kosong"), [("R33.xlsx", 10), ("B20.xlsx", 6)])
def test_formulas_that_nobody_calculated_in_an_office(nama: str, kosong: int) -> None:
    cells = [s for s in kasus(nama) if s.rumus]
    assert len(cells) >= kosong
    assert all(s.tanpa_nilai for s in cells)


@ADA_KASUS
def test_a_hidden_column_and_a_hidden_row_of_an_office() -> None:
    assert kasus("R15.xlsx").kolom_tertutup == {6}
    sheet = kasus("R16.xlsx")
    assert [[s.teks for s in sheet.baris[n].values()][1] for n in sheet.tertutup] == ["A-12"]


# ---------------------------------------------------------------- notes pinned to cells

UTAS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
LAMA = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def pinned(*, utas: str = "", lama: str = "") -> dict[tuple[int, int], str]:
    """What is kept of the notes of a sheet: `lama` as every Excel writes them, `utas` as threads."""
    parts = {"xl/comments1.xml": lama, "xl/threadedComments/t1.xml": utas}
    rels = ((LAMA, "../comments1.xml"), (UTAS, "../threadedComments/t1.xml"))
    told = "".join(f'<Relationship Id="r{n}" Type="{t}" Target="{p}"/>' for n, (t, p) in enumerate(rels))
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = f"<Relationships>{told}</Relationships>"
    parts |= {"xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELS, "xl/worksheets/sheet1.xml": SHEET % ""}
    content = pack({name: part for name, part in parts.items() if part})
    return dict(read_workbook(content, "x.xlsx")[0].komentar)


def test_a_note_is_kept_on_one_line_and_short() -> None:
    long = "sangat " * 50
    lama = (
        '<comments><authors><author>Budi</author></authors><commentList><comment ref="A1" authorId="0"><text>'
        "<r><t>Budi:</t></r><r><t>\nangka sementara</t></r></text></comment>"
        f'<comment ref="B2" authorId="0"><text><t>{long}</t></text></comment></commentList></comments>'
    )
    found = pinned(lama=lama)
    assert found[1, 1] == "Budi: angka sementara"
    assert (len(found[2, 2]), found[2, 2][-1]) == (200, "…")


def test_a_thread_takes_the_place_of_what_older_programs_are_shown() -> None:
    lama = (
        '<comments><commentList><comment ref="A1"><text><t>[Threaded comment] Your version</t></text></comment>'
        "</commentList></comments>"
    )
    utas = (
        '<ThreadedComments><threadedComment ref="A1" id="1"><text>revisi?</text></threadedComment>'
        '<threadedComment ref="A1" id="2" parentId="1"><text>sudah benar</text></threadedComment></ThreadedComments>'
    )
    assert pinned(lama=lama, utas=utas) == {(1, 1): "revisi? / sudah benar"}


def test_what_the_program_wrote_into_a_marked_copy_is_no_note_of_a_person() -> None:
    wb = openpyxl.Workbook()
    wb["Sheet"]["A1"], wb["Sheet"]["A2"] = 7, 8
    buffer = io.BytesIO()
    wb["Sheet"]["A2"].comment = Comment("belum final", "Budi")
    wb.save(buffer)
    marks = [Temuan(Tingkat.SALAH, "Sheet", sel, "x", "periksa 9") for sel in ("A1", "A2")]
    again = marked_copy(marked_copy(buffer.getvalue(), "x.xlsx", marks), "x.xlsx", marks)
    assert dict(read_workbook(again, "x.xlsx")[-1].komentar) == {(2, 1): "belum final"}
