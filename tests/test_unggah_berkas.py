"""Safe reading: exact cells, and nothing a file contains may stop the server or take its memory."""

import contextlib
import io
from datetime import datetime

import openpyxl
import pytest
from berkas_jahat import JAHAT, pack, workbook
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lakip.errors import UserError
from lakip.unggah.berkas.buku import display_name, read_workbook
from lakip.unggah.berkas.lembar import Lembar, Sel


@pytest.mark.parametrize("name", ["ole", "not_a_zip", "macro", "truncated", "empty", "too_large"])
def test_each_refusal_names_the_file_and_the_way_out(name: str) -> None:
    with pytest.raises(UserError) as refused:
        read_workbook(JAHAT[name][0](), "C:\\Dokumen\\laporan.xlsx")
    assert "“laporan.xlsx”" in str(refused.value)
    assert "unggah kembali" in str(refused.value)
    assert "Dokumen" not in str(refused.value)


def test_a_name_that_cannot_be_printed_is_made_short_and_clean() -> None:
    assert display_name("../../etc/pas\nswd\u202e.xlsx") == "passwd.xlsx"
    assert len(display_name("x" * 500)) == 120
    assert display_name("") == "tanpa nama"


def as_bytes(wb: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    wb.save(buffer)
    return buffer.getvalue()


def one_sheet(**cells: object) -> Lembar:
    wb = openpyxl.Workbook()
    for address, value in cells.items():
        wb.active[address] = value
    return read_workbook(as_bytes(wb), "x.xlsx")[0]


def test_cells_keep_their_addresses_over_blank_rows_and_columns() -> None:
    """Field 6.2 item 9: row numbers went wrong when blank rows were removed first."""
    sheet = one_sheet(C5="Kode", E9=1.5, A20="akhir")
    assert [sel.alamat for sel in sheet] == ["C5", "E9", "A20"]
    assert sheet.sel(9, 5) == Sel(9, 5, 1.5)
    assert sheet.sel(10, 5) is None


def test_sheets_come_in_the_order_of_their_tabs() -> None:
    """Field 6.2 item 10: sheets were taken by file name."""
    wb = openpyxl.Workbook()
    wb.active.title = "Z"
    wb.create_sheet("A").sheet_state = "hidden"
    wb.create_sheet("M").sheet_state = "veryHidden"
    wb.move_sheet("M", -2)
    found = read_workbook(as_bytes(wb), "x.xlsx")
    assert [(s.nama, s.keadaan) for s in found] == [("M", "veryHidden"), ("Z", "visible"), ("A", "hidden")]


def test_types_and_formats_are_those_of_the_cell() -> None:
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.append([1, 1.5, "teks", True, datetime(2026, 3, 31), "  ", None, "a\nb", "'95,5"])
    ws["B1"].number_format = "0.0%"
    ws["A1"].number_format = '0" %"'
    row = read_workbook(as_bytes(wb), "x.xlsx")[0].baris[1]
    assert [s.nilai for s in row.values()] == [1, 1.5, "teks", True, datetime(2026, 3, 31), "a\nb", "'95,5"]
    assert row[2].persen
    assert not row[1].persen, "a quoted % shows a sign but does not multiply"
    assert row[8].teks == "a b"


def test_cached_formula_none_is_seen_and_not_taken_for_empty() -> None:
    """Field 6.2 item 36: a formula without kept result came out as nothing."""
    row = '<c><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    cells = read_workbook(workbook(f"<row>{row}</row>"), "x.xlsx")[0]
    one, blank, error = (cells.sel(1, n) for n in (1, 2, 3))
    assert (one.nilai, one.rumus, one.tanpa_nilai) == (2, True, False)
    assert (blank.nilai, blank.tanpa_nilai) == ("", False)
    assert (error.nilai, error.galat) == ("#DIV/0!", True)
    assert one_sheet(A1="=1+1").sel(1, 1).tanpa_nilai


def test_merged_ranges_are_known() -> None:
    wb = openpyxl.Workbook()
    wb.active["B3"] = "TARGET"
    wb.active.merge_cells("B3:E4")
    assert read_workbook(as_bytes(wb), "x.xlsx")[0].gabungan == [(3, 2, 4, 5)]


def test_what_other_programs_write_is_read_too() -> None:
    """No cell references, a namespace prefix, rich text, inline text, a backslash in a part's name."""
    sheet = '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>halo</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    strings = "<sst><si><r><t>dua </t></r><r><t>kata</t></r><rPh><t>x</t></rPh></si></sst>"
    assert [
        s.nilai
        for s in read_workbook(workbook("<worksheet" + sheet[12:].replace("x:", ""), sharedStrings=strings), "x")[0]
    ] == ["halo", 7]
    from_strings = read_workbook(workbook('<row><c t="s"><v>0</v></c></row>', sharedStrings=strings), "x")[0]
    assert [s.nilai for s in from_strings] == ["dua kata"]
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    prefixed = {
        "xl\\workbook.xml": f'<x:workbook xmlns:x="u" xmlns:r="{rel}"><x:sheets><x:sheet name="A" r:id="r1"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": f'<R><Relationship Id="r1" Type="{rel}/worksheet" Target="/xl/w.xml"/></R>',
        "xl/w.xml": sheet,
    }
    assert [s.nilai for s in read_workbook(pack(prefixed), "x")[0]] == ["halo", 7]


def test_every_cell_equals_what_openpyxl_reads() -> None:
    wb = openpyxl.Workbook()
    ws = wb.active
    for r in range(1, 60):
        ws.append(
            [
                r,
                r / 7,
                f"teks {r} & <b>",
                None,
                r % 2 == 0,
                datetime(2026, 1, 1 + r % 28, 10, 30),
                f"  {r}\u00a0",
                "é漢字",
            ]
        )
    content = as_bytes(wb)
    theirs = openpyxl.load_workbook(io.BytesIO(content), data_only=True).active
    expected = {
        c.coordinate: (c.value, c.number_format) for row in theirs.iter_rows() for c in row if c.value is not None
    }
    assert {s.alamat: (s.nilai, s.format) for s in read_workbook(content, "x")[0]} == expected


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_never_crashes(data: st.DataObject) -> None:
    content = bytearray(
        workbook('<row><c t="s"><v>0</v></c><c><v>1</v></c></row>' * 3, sharedStrings="<sst><si><t>x</t></si></sst>")
    )
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(UserError):
        read_workbook(bytes(content), "x.xlsx")
