"""The marked copy: every temuan at its cell, a linked list in front, nothing else touched."""

import io

import openpyxl
import pytest
from berkas_jahat import JAHAT
from unggahan import TAHUN, UNIT, book, new_office, read, row, save

from lakip.errors import UserError
from lakip.unggah.berkas.salinan import marked_copy
from lakip.unggah.realisasi.formulir import realisasi_form
from lakip.validasi import Temuan, Tingkat


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_wrong_cells_are_coloured_commented_and_listed_with_links() -> None:
    content = book(row("IK-01", "85,5o"), row("IK-04", 15), row("IK-99", 3))
    hasil = read(new_office(), content)
    wb = opened(marked_copy(content, "berkas.xlsx", hasil.temuan))
    assert wb.sheetnames == ["Temuan", "Data"]
    assert "bukan angka" in wb["Data"]["D4"].comment.text
    assert wb["Data"]["A6"].fill.start_color.rgb.endswith("FFD6D1")
    assert wb["Data"]["D5"].comment is None
    listed = [[c.value for c in line] for line in wb["Temuan"].iter_rows(min_row=2)]
    assert [line[:4] for line in listed] == [
        [1, "Perlu diperbaiki", "Data", "D4"],
        [2, "Perlu diperbaiki", "Data", "A6"],
    ]
    assert wb["Temuan"]["D2"].hyperlink.location or wb["Temuan"]["D2"].hyperlink.target == "#'Data'!D4"


def test_no_other_cell_changes() -> None:
    store = new_office()
    wb = opened(realisasi_form(store, UNIT, TAHUN, 2))
    wb["Realisasi"]["G7"] = "85,5o"
    wb["Realisasi"]["G9"] = "=10+5"
    content = save(wb)
    before, after = opened(content), opened(marked_copy(content, "x.xlsx", read(store, content).temuan))
    for sheet in before.worksheets:
        theirs = after[sheet.title]
        assert theirs.sheet_state == sheet.sheet_state
        assert theirs.protection.sheet == sheet.protection.sheet
        for line in sheet.iter_rows():
            for cell in line:
                other = theirs[cell.coordinate]
                assert (other.value, other.number_format, other.protection.locked) == (
                    cell.value,
                    cell.number_format,
                    cell.protection.locked,
                )
    assert len(after["Realisasi"].data_validations.dataValidation) == 5


def test_a_temuan_in_a_merge_marks_the_cell_that_shows() -> None:
    wb = opened(book(row("IK-04", 15)))
    wb["Data"].merge_cells("D4:E5")
    temuan = [Temuan(Tingkat.TANYA, "Data", "E5", "x", "IK-04: contoh.")]
    assert "contoh" in opened(marked_copy(save(wb), "x.xlsx", temuan))["Data"]["D4"].comment.text


def test_a_sheet_that_is_called_temuan_already_keeps_its_name() -> None:
    content = book(row("IK-04", 15), sheet="Temuan")
    assert opened(marked_copy(content, "x.xlsx", [])).sheetnames == ["Temuan 2", "Temuan"]


def test_a_message_that_begins_like_a_formula_stays_text() -> None:
    temuan = [Temuan(Tingkat.CATATAN, "", "", "x", "=HYPERLINK(1)")]
    assert opened(marked_copy(book(row("IK-04", 1)), "x.xlsx", temuan))["Temuan"]["E2"].data_type == "s"


@pytest.mark.parametrize("name", ["merges_bomb", "empty_rows", "ole", "not_a_zip", "billion_laughs", "largest_allowed"])
def test_what_is_too_large_or_broken_is_refused_with_a_way_out(name: str) -> None:
    with pytest.raises(UserError, match=r"x\.xlsx.*(Pakai daftar temuan|unggah kembali)"):
        marked_copy(JAHAT[name][0](), "x.xlsx", [])


def test_one_merge_over_the_whole_sheet_is_refused() -> None:
    """openpyxl would make a cell for each of its seventeen thousand million places."""
    wb = opened(book(row("IK-04", 1)))
    wb["Data"].merged_cells.add("A10:XFD1048576")
    with pytest.raises(UserError, match="Salinan bertanda"):
        marked_copy(save(wb), "x.xlsx", [])
