"""One workbook saved by LibreOffice in each format: the same cells, with the same that lies beneath."""

import io
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from lakip.unggah.berkas.buku import read_workbook
from lakip.unggah.berkas.lembar import Lembar

pytestmark = pytest.mark.documents
FORMAT = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "xls": "xls:MS Excel 97", "ods": "ods"}


def workbook() -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("Data")
    above, struck = book.add_format({"font_script": 1}), book.add_format({"font_strikeout": True})
    sheet.write_row("B3", ["Kode", "Realisasi"])
    for row, (code, value) in enumerate(
        (("0.00", 1.1), ("0.0%", 0.955), ("#,##0,", 1_500_000), ("#,##0.00", 1234.5)), 3
    ):
        sheet.write(row, 2, value, book.add_format({"num_format": code}))
    sheet.write_row("B8", ["A-12", 3], struck)
    sheet.set_row(7, None, None, {"hidden": True})
    sheet.write_rich_string("C9", "9", above, "1")
    sheet.write_rich_string("C10", struck, "110", " 120")
    sheet.write_formula("C11", "=C4+1", None, 2.1)
    sheet.write_datetime("D4", datetime(2026, 3, 31), book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write("D6", "a\nb")
    sheet.write_comment("D6", "catatan")
    sheet.merge_range("B15:D16", "gabung")
    sheet.write("E4", "lama")
    sheet.set_column("E:F", None, None, {"hidden": True})
    book.add_worksheet("Sembunyi").hide()
    book.close()
    return buffer.getvalue()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("format")
    source = folder / "buku.xlsx"
    source.write_bytes(workbook())
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "LibreOffice Calc belum terpasang"
    found = {}
    for suffix, kind in FORMAT.items():
        target = folder / suffix
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(target), str(source)]
        subprocess.run(command, capture_output=True, timeout=120, check=True)
        found[suffix] = Path(target, f"buku.{suffix}").read_bytes()
    return found


@pytest.mark.parametrize("suffix", FORMAT)
def test_each_format_tells_the_same(saved: dict[str, bytes], suffix: str) -> None:
    sheets = read_workbook(saved[suffix], "x")
    data = sheets[0]
    assert [(s.nama, s.keadaan) for s in sheets] == [("Data", "visible"), ("Sembunyi", "hidden")]
    assert (data.asal, list(data.gabungan), data.tertutup, data.kolom_tertutup) == (
        suffix,
        [(15, 2, 16, 4)],
        {8},
        {5, 6},
    )
    assert {s.alamat: (s.nilai, s.tampil) for s in data if s.baris < 8} == {
        "B3": ("Kode", "Kode"), "C3": ("Realisasi", "Realisasi"), "C4": (1.1, "1.10"),
        "D4": (datetime(2026, 3, 31), "31/03/2026"), "E4": ("lama", "lama"), "C5": (0.955, "95.5%"),
        "C6": (1_500_000, "1500000"), "D6": ("a\nb", "a\nb"), "C7": (1234.5, "1,234.50"),
    }  # fmt: skip
    assert [s.alamat for s in data if s.skala_format] == ["C6"]
    assert beneath(data) == {
        "B8": ("", "", True),
        "C8": ("", "", True),
        "C9": ("1", "", False),
        "C10": ("", "110", False),
    }
    assert [(s.alamat, s.nilai) for s in data if s.rumus] == [("C11", 2.1)]


def beneath(data: Lembar) -> dict[str, tuple[str, str, bool]]:
    told = {s.alamat: (s.catatan_kaki, s.tercoret, s.coret) for s in data}
    return {place: what for place, what in told.items() if what != ("", "", False)}
