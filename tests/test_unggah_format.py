"""Every format of an office's workbook comes in by its content, with the same cells at the same addresses."""

import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from berkas_format import (
    ATAS,
    BIASA,
    CORET,
    MAKRO,
    OLE,
    PERSEN,
    RUPIAH,
    TERCORET,
    angka,
    baris_tertutup,
    compound,
    gabungan,
    kata,
    kaya,
    kolom_tertutup,
    komentar,
    ods,
    ods_of,
    record,
    rumus,
    stream,
    text,
    xls,
    xls_of,
    xlsm,
)
from berkas_jahat import pack
from openpyxl.styles import PatternFill

from lakip.errors import UserError
from lakip.unggah.berkas import JENIS, bukti
from lakip.unggah.berkas.buku import PINTU, TEMPELAN, read_pasted, read_workbook, remarks
from lakip.unggah.berkas.lembar import Lembar, Nilai
from lakip.unggah.berkas.salinan import copy_name, marked_copy
from lakip.validasi import Temuan, Tingkat

KASUS = Path(__file__).parents[2] / "shared" / "kasus"
ADA_KASUS = pytest.mark.skipif(not KASUS.exists(), reason="the workbooks of real offices are not beside this folder")
TABEL = [[], [None, "Kode", "Realisasi"], [None, "A-01", 9.5], [], [None, "A-02", 12]]
"""Begins at B2 and leaves row 4 empty."""


def xlsx(rows: list[list[object]]) -> bytes:
    wb = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            wb.active.cell(number, column).value = value
    buffer = io.BytesIO()
    wb.save(buffer)
    return buffer.getvalue()


def cells(content: bytes, nama: str = "x") -> dict[str, Nilai]:
    (sheet,) = read_workbook(content, nama)
    return {sel.alamat: sel.nilai for sel in sheet}


def first(content: bytes) -> Lembar:
    return read_workbook(content, "x")[0]


FORMAT = {"xlsx": xlsx, "ods": ods, "xls": xls}


# ---------------------------------------------------------------- by content, at the same address


@pytest.mark.parametrize("asal", FORMAT)
@pytest.mark.parametrize("nama", ["rekap.xlsx", "rekap.xls", "rekap.csv", "rekap"])
def test_a_table_is_read_at_its_place_whatever_its_name(asal: str, nama: str) -> None:
    content = FORMAT[asal](TABEL)
    assert cells(content, nama) == {"B2": "Kode", "C2": "Realisasi", "B3": "A-01", "C3": 9.5, "B5": "A-02", "C5": 12}
    assert first(content).asal == asal
    assert first(content).tahu_format


def test_the_door_takes_what_the_list_names() -> None:
    assert PINTU.jenis == tuple(f".{one}" for one in JENIS)


def test_a_web_page_by_the_name_of_a_workbook_is_refused_as_what_it_is() -> None:
    """Applications of the government give HTML the name of an Excel file."""
    for page in ("<html><table><tr><td>1;2</td></tr></table></html>", "\ufeff \n<?xml version='1.0'?><Workbook/>"):
        with pytest.raises(UserError, match=r"“lra\.xls” berupa halaman web atau XML"):
            read_workbook(page.encode(), "lra.xls")


# ---------------------------------------------------------------- .xlsm


def test_macros_are_said_and_not_read() -> None:
    (sheet,) = found = read_workbook(xlsm(), "rekap.xlsm")
    assert (sheet.asal, sheet.makro, [s.nilai for s in sheet]) == ("xlsm", True, [7])
    assert remarks(found) == ("Berkas berisi makro; makronya tidak dijalankan dan tidak ikut dibaca.",)
    assert remarks(read_workbook(xlsx(TABEL), "x")) == ()


def test_macros_that_a_file_hides_are_refused() -> None:
    hidden = xlsm(main="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
    for content in (hidden, xlsm(xl__macrosheets__sheet1__xml="<x/>"), xlsm(xl__embeddings__setup="MZ program")):
        with pytest.raises(UserError, match=r"makro|program"):
            read_workbook(content, "rekap.xlsm")


def test_other_doors_stay_shut_for_macros_and_old_files() -> None:
    for content, said in (
        (xlsm(), "berisi makro"),
        (xls(TABEL), "Office lama"),
        (ods(TABEL), "bukan"),
        (b"a;b\n1;2", "bukan"),
    ):
        with pytest.raises(UserError, match=said):
            bukti.accept("bukti", content)


# ---------------------------------------------------------------- .xls


def old(records: bytes, *texts: bytes, **more: object) -> Lembar:
    return read_workbook(xls_of(stream({"Data": records}, texts), **more), "x.xls")[0]  # type: ignore[arg-type]


def test_xls_tells_formats_and_errors() -> None:
    sheet = old(
        angka(0, 0, 1234.5, RUPIAH)
        + angka(0, 1, 0.955, PERSEN)
        + record(0x0205, b"\0\0\x02\0\0\0\x07\x01")
        + angka(1, 0, 3.0)
    )
    assert [(s.alamat, s.tampil, s.persen, s.galat) for s in sheet] == [
        ("A1", "1,234.50", False, False),
        ("B1", "95.5%", True, False),
        ("C1", "#DIV/0!", False, True),
        ("A2", "3", False, False),
    ]
    assert type(sheet.sel(2, 1).nilai) is int


def test_xls_tells_footnotes_and_what_is_struck_through() -> None:
    sheet = old(
        kata(0, 0, 0) + kata(1, 0, 1) + kata(2, 0, 2, TERCORET) + angka(3, 0, 3, TERCORET),
        kaya("91", (1, ATAS)), kaya("110 120", (0, CORET), (3, BIASA)), text("A-12"),
    )  # fmt: skip
    assert [(s.nilai, s.catatan_kaki, s.tercoret, s.coret) for s in sheet] == [
        ("9", "1", "", False), (" 120", "", "110", False), ("A-12", "", "", True), (3, "", "", True),
    ]  # fmt: skip


def test_xls_tells_what_is_hidden_and_merged() -> None:
    sheet = old(
        kolom_tertutup(1, 2) + baris_tertutup(1) + angka(0, 0, 1) + angka(1, 0, 2) + gabungan((2, 3, 1, 4)),
    )
    assert (sheet.kolom_tertutup, sheet.tertutup, sheet.gabungan) == ({2, 3}, {2}, [(3, 2, 4, 5)])
    book = stream({"A": angka(0, 0, 1), "B": angka(0, 0, 2), "C": angka(0, 0, 3)}, states=(0, 1, 2))
    assert [(s.nama, s.keadaan) for s in read_workbook(xls_of(book), "x")] == [
        ("A", "visible"), ("B", "hidden"), ("C", "veryHidden"),
    ]  # fmt: skip


def test_xls_tells_the_notes_of_its_cells() -> None:
    sheet = old(angka(0, 0, 7) + angka(1, 0, 8) + komentar(1, 0, "angka\nsementara"))
    assert dict(sheet.komentar) == {(2, 1): "angka sementara"}


def test_xls_tells_formulas_and_whether_anybody_calculated_them() -> None:
    records = rumus(0, 0, 0.0) + rumus(1, 0, 7.5) + angka(2, 0, 0)
    assert [(s.nilai, s.rumus, s.tanpa_nilai) for s in old(records)] == [
        (0, True, False), (7.5, True, False), (0, False, False),
    ]  # fmt: skip
    assert [(s.nilai, s.tanpa_nilai) for s in old(records, ringkasan=False)] == [(None, True), (7.5, False), (0, False)]


def test_xls_says_that_it_has_macros() -> None:
    content = xls_of(stream({"Data": angka(0, 0, 7)}), _VBA_PROJECT=b"x")
    assert len(remarks(read_workbook(content, "x.xls"))) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (xls_of(stream({"Data": b""}, before=record(0x002F, b"\0\0" + b"x" * 4))), "berkata sandi"),
        (compound({"EncryptedPackage": b"x"}), "berkata sandi"),
        (compound({"WordDocument": b"x"}), "bukan buku kerja"),
        (OLE + b"\0" * 600, "rusak"),
        (xls(TABEL)[:1500], "rusak"),
    ],
)
def test_old_files_that_cannot_be_read_say_why(content: bytes, said: str) -> None:
    with pytest.raises(UserError, match=rf"“lama\.xls” .*{said}.* unggah kembali\."):
        read_workbook(content, "lama.xls")


# ---------------------------------------------------------------- .ods


def sheet_of(rows: str, styles: str = "", columns: str = "", **more: str) -> Lembar:
    return first(ods_of(f'<table:table table:name="Data">{columns}{rows}</table:table>', styles, **more))


def number(value: object, more: str = "", kind: str = "float") -> str:
    return f'<table:table-cell office:value-type="{kind}" office:value="{value}" {more}><text:p>x</text:p></table:table-cell>'


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def words(inner: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}>{inner}</table:table-cell>'


ANGKA_ODS = (
    '<number:number-style style:name="N1"><number:number number:decimal-places="2" number:min-integer-digits="1"/></number:number-style>'
    '<number:number-style style:name="N2"><number:number number:decimal-places="0" number:grouping="true" number:display-factor="1000"/></number:number-style>'
    '<number:percentage-style style:name="N3"><number:number number:decimal-places="1"/><number:text>%</number:text></number:percentage-style>'
    '<number:number-style style:name="N4P0"><number:number number:decimal-places="2" number:grouping="true"/></number:number-style>'
    '<number:number-style style:name="N4"><number:text>-</number:text><number:number number:decimal-places="0"/><style:map style:condition="value()&gt;=0" style:apply-style-name="N4P0"/></number:number-style>'
)
GAYA_ODS = "".join(
    f'<style:style style:name="c{n}" style:family="table-cell" style:data-style-name="N{n}"/>' for n in range(1, 5)
) + (
    '<style:style style:name="coret" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="anak" style:family="table-cell" style:parent-style-name="coret"/>'
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-type="single"/></style:style>'
    '<style:style style:name="t1" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def test_ods_tells_number_formats_in_the_spelling_of_excel() -> None:
    cell = [number(v, f'table:style-name="c{n}"') for n, v in ((1, 1.1), (2, 1500000), (3, 0.955), (4, 1234.5))]
    sheet = sheet_of(row(*cell, number(7)), ANGKA_ODS + GAYA_ODS)
    assert [(s.format, s.tampil, s.skala_format, s.persen) for s in sheet] == [
        ("0.00", "1.10", 0, False),
        ("#,##0,", "1500000", 1000, False),
        ("0.0%", "95.5%", 0, True),
        ("#,##0.00", "1,234.50", 0, False),
        ("General", "7", 0, False),
    ]


def test_ods_tells_footnotes_and_what_is_struck_through() -> None:
    sheet = sheet_of(
        row(words('<text:p>9<text:span text:style-name="T1">1</text:span></text:p>'))
        + row(words('<text:p><text:span text:style-name="T2">110</text:span> 120</text:p>'))
        + row(words("<text:p>A-12</text:p>", 'table:style-name="anak"'), number(3, 'table:style-name="coret"'))
        + row(words('<text:p>luas m<text:span text:style-name="T1">2</text:span></text:p>')),
        GAYA_ODS,
    )
    assert [(s.nilai, s.catatan_kaki, s.tercoret, s.coret) for s in sheet] == [
        ("9", "1", "", False), (" 120", "", "110", False), ("A-12", "", "", True), (3, "", "", True),
        ("luas m2", "", "", False),
    ]  # fmt: skip


def test_ods_counts_repeated_rows_and_columns() -> None:
    sheet = sheet_of(
        row(more='table:number-rows-repeated="3"')
        + row('<table:table-cell table:number-columns-repeated="2"/>', number(1, 'table:number-columns-repeated="2"'))
        + row(number(5), more='table:number-rows-repeated="2"')
        + row('<table:table-cell table:number-columns-repeated="16384"/>', more='table:number-rows-repeated="1048569"')
        + row(number(9))
    )
    assert {s.alamat: s.nilai for s in sheet} == {"C4": 1, "D4": 1, "A5": 5, "A6": 5, "A1048576": 9}


def test_ods_tells_what_is_hidden_and_merged() -> None:
    columns = (
        '<table:table-column/><table:table-column-group><table:table-column table:number-columns-repeated="2" '
        'table:visibility="collapse"/></table:table-column-group><table:table-column table:visibility="filter"/>'
    )
    sheet = sheet_of(
        row(number(1), more='table:visibility="filter"') + row(number(2), more='table:visibility="collapse"')
        + row(number(3, 'table:number-columns-spanned="4" table:number-rows-spanned="2"'), "<table:covered-table-cell/>"),
        columns=columns,
    )  # fmt: skip
    assert (sheet.kolom_tertutup, sheet.tertutup, sheet.gabungan) == ({2, 3, 4}, {1, 2}, [(3, 1, 4, 4)])
    both = '<table:table table:name="A"/><table:table table:name="B" table:style-name="t1"/>'
    assert [(s.nama, s.keadaan) for s in read_workbook(ods_of(both, GAYA_ODS), "x")] == [
        ("A", "visible"),
        ("B", "hidden"),
    ]


def test_ods_takes_the_style_of_its_column_or_row_where_a_cell_has_none() -> None:
    columns = '<table:table-column table:default-cell-style-name="c1"/>'
    sheet = sheet_of(
        row(number(1.1)) + row(number(1.1), more='table:default-cell-style-name="c3"'), ANGKA_ODS + GAYA_ODS, columns
    )
    assert [s.format for s in sheet] == ["0.00", "0.0%"]


def test_ods_keeps_types_formulas_and_errors_apart() -> None:
    sheet = sheet_of(
        row(
            '<table:table-cell office:value-type="date" office:date-value="2026-03-31"><text:p>31/03/26</text:p></table:table-cell>',
            '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>',
            number(7, 'table:formula="of:=1+6"'),
            '<table:table-cell table:formula="of:=1+6"/>',
            words("<text:p>#DIV/0!</text:p>", 'table:formula="of:=1/0" calcext:value-type="error"'),
            number("1E3", kind="currency"),
        )
    )
    assert [s.nilai for s in sheet] == [datetime(2026, 3, 31), True, 7, None, "#DIV/0!", 1000]
    assert [(s.rumus, s.tanpa_nilai, s.galat) for s in sheet][2:5] == [
        (True, False, False), (True, True, False), (True, False, True),
    ]  # fmt: skip


def test_ods_leaves_notes_and_drawings_out_of_the_text() -> None:
    sheet = sheet_of(row(words(
        "<office:annotation><text:p>catatan</text:p></office:annotation><text:p>dua<text:s text:c='2'/>kata</text:p>"
        "<text:p>baris<text:line-break/>baru</text:p><draw:frame><draw:text-box><text:p>kotak</text:p></draw:text-box></draw:frame>"
    )))  # fmt: skip
    assert [s.nilai for s in sheet] == ["dua  kata\nbaris\nbaru"]


def test_ods_tells_the_notes_of_its_cells() -> None:
    note = (
        "<office:annotation><dc:creator>Budi</dc:creator><dc:date>2026-07-01</dc:date><text:p>angka</text:p>"
        "<text:p>sementara</text:p></office:annotation>"
    )
    sheet = sheet_of(row(number(7, "").replace("<text:p>", f"{note}<text:p>"), number(8)))
    assert (dict(sheet.komentar), [s.nilai for s in sheet]) == ({(1, 1): "angka sementara"}, [7, 8])


def test_ods_says_that_it_has_macros() -> None:
    found = read_workbook(ods(TABEL, Basic__Standard__Modul1_xml="<x/>"), "x.ods")
    assert len(remarks(found)) == 1
    assert remarks(read_workbook(ods(TABEL), "x.ods")) == ()


# ---------------------------------------------------------------- .csv and paste


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_csv_is_read_with_each_mark_and_in_each_letters(mark: str, code: str, end: str) -> None:
    text = f'"KINERJA – é"{mark}{end}{end}Kode{mark}"Nama{end}panjang"{end}A-01{mark}"9,5"{end}'
    found = {place: value.replace("\r\n", "\n") for place, value in cells(text.encode(code), "tw2.csv").items()}
    assert found == {"A1": "KINERJA – é", "A3": "Kode", "B3": "Nama\npanjang", "A4": "A-01", "B4": "9,5"}


def test_csv_cells_are_text_and_its_sheet_is_called_as_the_file() -> None:
    (sheet,) = found = read_workbook(b"Kode;Realisasi\nA-01;1.234\n;=1+1", "C:\\Data\\tw2 final.csv")
    assert (sheet.nama, sheet.asal, sheet.tahu_format) == ("tw2 final", "csv", False)
    assert [s.nilai for s in sheet] == ["Kode", "Realisasi", "A-01", "1.234", "=1+1"]
    assert not any(s.rumus for s in sheet)
    assert "berkas .csv" in remarks(found)[0]


def test_csv_by_excel_may_name_its_mark() -> None:
    assert cells(b"sep=,\r\na,b;c\r\n1,2;3\r\n") == {"A1": "a", "B1": "b;c", "A2": "1", "B2": "2;3"}


def test_decimal_commas_do_not_make_columns() -> None:
    """A mark that fits every row beats the comma of figures."""
    assert cells(b"Kode;Target;Realisasi\nA-01;1,5;2,5\nA-02;3,5;4,5") == {
        "A1": "Kode", "B1": "Target", "C1": "Realisasi", "A2": "A-01", "B2": "1,5", "C2": "2,5", "A3": "A-02", "B3": "3,5",
        "C3": "4,5",
    }  # fmt: skip


def test_commas_that_part_columns_and_figures_are_refused() -> None:
    with pytest.raises(UserError, match="baris 1 berisi 3 kolom, baris 3 berisi 4"):
        read_workbook(b"Kode,Target,Realisasi\nA-01,9,8\nA-02,9,7,5\n", "tw2.csv")


def test_a_pasted_table_is_a_sheet() -> None:
    (sheet,) = found = read_pasted(
        'Kode\t"Nama\r\npanjang"\tRealisasi\r\n\t\t\r\nA-01\tKata ""asli""\t9,5\r\n'.replace('""', "")
    )
    assert (sheet.nama, sheet.asal, sheet.tahu_format) == (TEMPELAN, "tempelan", False)
    assert {s.alamat: s.nilai for s in sheet} == {
        "A1": "Kode", "B1": "Nama\npanjang", "C1": "Realisasi", "A3": "A-01", "B3": "Kata asli", "C3": "9,5",
    }  # fmt: skip
    assert "tabel tempelan" in remarks(found)[0]


def test_a_pasted_table_is_read_again_from_its_bytes() -> None:
    pasted = "Kode;x\tNilai, y\nA-01\t9,5"
    (again,) = read_workbook(pasted.encode(), TEMPELAN)
    assert list(again) == list(read_pasted(pasted)[0])


def test_an_inch_mark_does_not_swallow_the_rows_below() -> None:
    assert [s.nilai for s in read_pasted('"3 inci\tA\n4\tB')[0]] == ['"3 inci', "A", "4", "B"]


def test_an_empty_paste_says_what_to_do() -> None:
    with pytest.raises(UserError, match="Kotaknya kosong"):
        read_pasted(" \t \n")


# ---------------------------------------------------------------- the marked copy


@pytest.mark.parametrize(
    ("content", "nama", "lembar"),
    [
        (xlsx(TABEL), "x.xlsx", "Sheet"), (xls(TABEL), "x.xls", "Data"), (ods(TABEL), "x.ods", "Data"),
        (b"\n;Kode;Realisasi\n;A-01;9,5\n;;\n;A-02;12", "x.csv", "x"), (b"\n\tKode\tRealisasi\n\tA-01\t9,5", TEMPELAN, TEMPELAN),
    ],
)  # fmt: skip
def test_the_marked_copy_is_an_xlsx_for_every_format(content: bytes, nama: str, lembar: str) -> None:
    temuan = [Temuan(Tingkat.SALAH, lembar, "C3", "x", "A-01: contoh.")]
    wb = openpyxl.load_workbook(io.BytesIO(marked_copy(content, nama, temuan)))
    assert wb.sheetnames == ["Temuan", lembar]
    assert (wb[lembar]["B2"].value, wb[lembar]["C3"].comment.text) == ("Kode", "Temuan Lakip:\nA-01: contoh.")
    assert wb[lembar]["C3"].fill == PatternFill("solid", start_color="FFD6D1")
    assert str(wb[lembar]["C3"].value).replace(",", ".") == "9.5"


def test_the_marked_copy_of_an_xlsm_brings_no_macros_back() -> None:
    content = marked_copy(xlsm(), "x.xlsm", [])
    assert b"vbaProject" not in content
    assert MAKRO.encode() not in content
    assert read_workbook(content, "x.xlsx")[1].sel(1, 1).nilai == 7


def test_the_marked_copy_keeps_what_shows_and_what_lies_beneath() -> None:
    records = (
        kolom_tertutup(5, 5) + baris_tertutup(2) + gabungan((5, 6, 0, 1)) + kata(0, 0, 0) + kata(1, 0, 1)
        + angka(2, 0, 0.955, PERSEN) + angka(3, 0, 3, TERCORET) + angka(5, 0, 1)
    )  # fmt: skip
    before = old(records, kaya("91", (1, ATAS)), kaya("110 120", (0, CORET), (3, BIASA)))
    content = xls_of(stream({"Data": records}, [kaya("91", (1, ATAS)), kaya("110 120", (0, CORET), (3, BIASA))]))
    after = read_workbook(marked_copy(content, "x.xls", []), "x.xlsx")[1]
    assert list(after) == list(before)
    assert (after.tertutup, after.kolom_tertutup, after.gabungan) == (
        before.tertutup,
        before.kolom_tertutup,
        before.gabungan,
    )


def test_names_of_sheets_that_excel_does_not_take_are_changed_and_still_marked() -> None:
    long = "Realisasi Triwulan II Tahun 2026 / Kecamatan"
    tables = "".join(f'<table:table table:name="{long} {n}">{row(number(1))}</table:table>' for n in "AB")
    temuan = [Temuan(Tingkat.SALAH, f"{long} B", "A1", "x", "contoh")]
    wb = openpyxl.load_workbook(io.BytesIO(marked_copy(ods_of(tables), "x.ods", temuan)))
    assert [len(name) <= 31 for name in wb.sheetnames] == [True] * 3
    assert [sheet["A1"].comment is not None for sheet in wb.worksheets[1:]] == [False, True]


def test_the_copy_is_called_after_the_file() -> None:
    assert [copy_name(n) for n in ("rekap.xls", "a.b.ods", TEMPELAN)] == [
        "periksa_rekap.xlsx",
        "periksa_a.b.xlsx",
        "periksa_Tempelan.xlsx",
    ]


# ---------------------------------------------------------------- workbooks of real offices


@ADA_KASUS
@pytest.mark.parametrize("nama", ["F02.xls", "F03.ods", "F04.csv"])
def test_the_same_table_of_an_office_in_three_formats(nama: str) -> None:
    sheet = read_workbook((KASUS / nama).read_bytes(), nama)[0]
    assert len(list(sheet)) == 73
    assert [s.teks for s in sheet.baris[5].values()] == [
        "No",
        "Kode",
        "Indikator Kinerja",
        "Satuan",
        "Target",
        "Realisasi",
    ]
    assert [s.teks for s in sheet.baris[6].values()] == [
        "1",
        "A-01",
        "Indeks Kepuasan Masyarakat",
        "indeks",
        "84",
        "84.25",
    ]


def test_a_package_of_something_else_is_no_workbook() -> None:
    with pytest.raises(UserError, match="bukan buku kerja"):
        read_workbook(pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "x.ods")
