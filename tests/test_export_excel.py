"""Workbooks: figures are numbers, words are words, and nothing a person typed becomes a formula."""

import io
from decimal import Decimal

import naskah
import openpyxl
import pytest

from lakip import rollup
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.export import excel, rekap_excel
from lakip.export.excel import Kolom, Lembar
from lakip.export.kop import Kop
from lakip.formatting import half_up

KOP = Kop((), "PEMERINTAH DAERAH KABUPATEN BALANGAN", "KECAMATAN PARINGIN SELATAN", "")


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def rekap(periode="TW2", store=None):
    store = store or naskah.kept()
    return opened(rekap_excel.build(store, naskah.PENINJAU, naskah.UNIT, naskah.TAHUN, periode, naskah.PER))


def table(sheet):
    """The rows of the table as dictionaries of cells by head."""
    rows = list(sheet.iter_rows())
    head = next(n for n, row in enumerate(rows) if row[1].value == "Kode")
    names = [cell.value for cell in rows[head]]
    body = [dict(zip(names, row, strict=True)) for row in rows[head + 1 :]]
    return {cells["Kode"].value: cells for cells in body if cells["Kode"].value}


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x.id", "007"])
def test_what_a_person_typed_stays_text(typed):
    sheet = opened(excel.write([Lembar("A", ["Judul"], [Kolom("B", "b", 9)], [{"b": typed}])], "x", "y", KOP))["A"]
    cell = next(c for row in sheet.iter_rows() for c in row if c.value == typed)
    assert (cell.data_type, cell.hyperlink) == ("s", None)


def test_missing_is_an_empty_cell_and_zero_is_zero():
    kolom = [Kolom("B", "b", 9, "angka", desimal=2), Kolom("C", "c", 9, "angka", desimal=2)]
    sheet = opened(excel.write([Lembar("A", ["Judul"], kolom, [{"b": None, "c": Decimal(0)}])], "x", "y", KOP))["A"]
    assert [cell.value for cell in list(sheet.iter_rows())[-1]] == [None, 0]


def test_every_figure_of_the_recap_is_the_figure_of_the_record():
    store = naskah.kept()
    cells = table(rekap(store=store)["Rekap"])
    for row in rollup.capaian(store, naskah.UNIT, naskah.TAHUN, "TW2", naskah.PER).iter_rows(named=True):
        for head, name in {
            "Target tahun": "target_tahun",
            "Target periode": "target",
            "Realisasi periode": "realisasi",
            "Capaian (%)": "capaian_persen",
            "Realisasi s.d. periode": "realisasi_sd",
            "Kemajuan terhadap target tahun (%)": "kemajuan_persen",
            "Terisi": "terisi",
            "Berlaku": "berlaku",
        }.items():
            shown, meant = cells[row["kode"]][head].value, row[name]
            assert (shown is None) == (meant is None), (row["kode"], head)
            if meant is not None:
                assert isinstance(shown, int | float)
                assert half_up(Decimal(repr(shown)), 6) == half_up(Decimal(meant), 6)


def test_formats_follow_the_decimals_of_the_indikator():
    cells = table(rekap()["Rekap"])
    assert cells["IK-01"]["Realisasi periode"].number_format == "#,##0.00"
    assert cells["IK-04"]["Realisasi periode"].number_format == "#,##0"
    assert cells["IK-04"]["Capaian (%)"].number_format == "#,##0.00"


def test_a_row_without_figure_says_why():
    cells = table(rekap()["Rekap"])
    words = {kode: cells[kode]["Kategori atau keadaan"].value for kode in cells}
    assert words["IK-06"] == "belum diisi"
    assert words["IK-08"] == "tidak tersedia"
    assert words["IK-09"] == "belum dibenarkan"
    assert words["IK-05"].endswith("Sangat Rendah")
    notes = " ".join(str(c.value) for row in rekap()["Rekap"].iter_rows() for c in row if c.value)
    assert "belum diisi: triwulannya sudah berakhir" in notes


def test_averages_are_printed_twice_with_what_they_rest_on():
    rows = [[c.value for c in row] for row in rekap()["Rata-rata"].iter_rows()]
    last = next(row for row in rows if row[0] == "Seluruh indikator kinerja Camat")
    ikm, aduan, desa, dokumen = Decimal(7950) / 80, Decimal(8125) / 90, Decimal(1300) / 12, Decimal(100) / 3
    assert last[1] == "4 dari 6 indikator"
    assert last[2] == pytest.approx(float((ikm + aduan + desa + dokumen) / 4))
    assert last[3] == pytest.approx(float((ikm + aduan + 100 + dokumen) / 4))


def test_example_data_say_so_on_every_sheet_and_page():
    for sheet in rekap():
        assert sheet["A1"].value == "DATA CONTOH"
        assert sheet.oddFooter.left.text == "DATA CONTOH"
    assert rekap(store=naskah.office(contoh=False))["Rekap"]["A1"].value == "PEMERINTAH DAERAH KABUPATEN BALANGAN"


def test_the_sheet_prints_on_a4_with_its_head_repeated():
    sheet = rekap()["Rekap"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.freeze_panes == "D9"
    assert sheet.print_title_rows == "$8:$8"


@pytest.mark.parametrize("periode", ["TW1", "SM1", "TH", "SD2"])
def test_any_periode_can_be_had(periode):
    assert len(table(rekap(periode)["Rekap"])) == 9


def test_unknown_periode_and_strangers_are_refused():
    with pytest.raises(UserError, match="TW9"):
        rekap("TW9")
    stranger = Pengguna("x", "X", (Tugas(Peran.CAMAT, "63.11.01"),))
    with pytest.raises(AccessError):
        rekap_excel.build(naskah.kept(), stranger, naskah.UNIT, naskah.TAHUN, "TW2", naskah.PER)
