"""The budget as a workbook: the same figures as on screen, with the reason where there is none."""

import io

import openpyxl
from contoh_siap import loaded

from lakip import anggaran
from lakip.akses import system
from lakip.export import anggaran_excel
from lakip.pengaturan import IDENTITAS_BAWAAN

UNIT = IDENTITAS_BAWAAN.unit


def test_the_workbook_holds_the_tree_the_programs_and_the_sasaran() -> None:
    store, _ = loaded()
    content = anggaran_excel.build(store, system(UNIT), UNIT, 2025, 2)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Anggaran", "Per Program", "Per Sasaran"]
    values = {tuple(c.value for c in row) for row in book["Anggaran"].iter_rows()}
    total = anggaran.total(store, UNIT, 2025, 2)
    assert total is not None
    assert any({"Jumlah", total["pagu_murni_rupiah"], total["realisasi_sd_rupiah"]} <= {*row} for row in values)
    said = {c.value for row in book["Per Sasaran"].iter_rows() for c in row}
    assert {"DATA CONTOH", "dinilai pada akhir tahun"} <= said
