"""The worked cases of the two rules, on the way a figure really takes: plan and quarters uploaded, confirmed, read."""

import io
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from lakip import akses, pengaturan
from lakip.__main__ import main
from lakip.pengaturan import Awal
from lakip.store import Store

# kode | metode | rumus | annual target | target TW1..4 | realisasi TW1..4 | capaian SM1, TH | the same without TW2
# "s" behind a figure: sementara.
KASUS = """
K-01 | jumlah       | positif         | 100 | 10 20 30 40   | 10 20 30 40           | 100 100       | 33.33s 80s
K-02 | jumlah       | negatif_selisih | 12  | 3 3 3 3       | 3 10 3 3              | -16.67 41.67  | belum_lengkap belum_lengkap
K-03 | kumulatif    | positif         | 100 | 25 50 75 100  | 25 50 75 100          | 100 100       | 50s 100
K-04 | kumulatif    | negatif_selisih | 12  | 3 6 9 12      | 3 13 16 19            | -16.67 41.67  | belum_lengkap 41.67
K-05 | posisi_akhir | positif         | 80  | 80 80 80 80   | 90 60 85 85           | 75 106.25     | 112.5s 106.25
K-06 | rata_rata    | positif         | 75  | 60 70 80 90   | 60 70 80 90           | 100 100       | 92.31s 102.22s
K-07 | rata_rata    | positif         | 80  | 80 80 80 80   | 80 40 80 80           | 75 87.5       | 100s 100s
K-08 | rasio        | positif         | 80  | 80 80 80 80   | 8/10 45/90 9/10 8/10  | 66.25 72.92   | 100s 104.17s
"""
BARIS = [[part.strip() for part in line.split("|")] for line in KASUS.strip().splitlines()]
SANDI = ("--sandi", "rahasia-kuat")

Kantor = Callable[..., str]


def book(path: Path, rows: list[list[object]]) -> Path:
    wb = openpyxl.Workbook()
    for row in rows:
        wb.active.append(row)
    wb.save(path)
    return path


@pytest.fixture
def kantor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Kantor:
    """An office set up from the command line, with the plan of the worked cases uploaded."""

    def command(*words: object) -> str:
        capsys.readouterr()
        code = main([*map(str, words), "--data", str(tmp_path / "data")])
        said = capsys.readouterr()
        assert code == 0, said.out + said.err
        return said.out

    command("akun", "tambah", "budi", *SANDI)
    with closing(Store(tmp_path / "data")) as store:
        (kantor,) = pengaturan.units(store)
        pengaturan.set_awal(
            store, akses.system(kantor.unit), kantor.unit, Awal(2026, 1), "Seluruh tahun dicatat di sini"
        )
    command("akun", "tambah", "siti", "--peran", "kasubbag", "--bagian", "REN", *SANDI)
    command("akun", "tambah", "rina", "--peran", "kasubbag", "--bagian", "REN", *SANDI)
    head = ["Kode", "Sasaran", "Indikator", "Satuan", "Metode", "Rumus", "Penanggung Jawab", "Target Tahunan"]
    head += [f"Target TW {n}" for n in ("I", "II", "III", "IV")]
    rows: list[list[object]] = [
        [kode, "Sasaran", f"Indikator {kode}", "poin", metode, rumus, "REN", float(th), *map(float, tw.split())]
        for kode, metode, rumus, th, tw, *_ in BARIS
    ]
    plan = book(tmp_path / "rencana.xlsx", [head, *rows])
    said = command("unggah", plan, "--jenis", "rencana", "--tahun", 2026, "--sebagai", "siti", "--setuju")
    assert "8 baris dibaca, 0 dilewati, 0 ditahan" in said
    return command


def upload(kantor: Kantor, folder: Path, triwulan: int) -> None:
    """Type one quarter into the system's own form, upload it and confirm it."""
    form = folder / f"tw{triwulan}.xlsx"
    kantor("formulir", "realisasi", "--tahun", 2026, "--triwulan", triwulan, "--bagian", "REN", "--ke", form)
    wb = openpyxl.load_workbook(io.BytesIO(form.read_bytes()))
    sheet = wb.worksheets[0]
    head = {str(c.value).split(" ")[0]: c.column for row in sheet.iter_rows(max_row=6) for c in row if c.value}
    words = {row[0]: row[5].split()[triwulan - 1] for row in BARIS}
    for number in range(7, sheet.max_row + 1):
        word = words.get(sheet.cell(number, head["Kode"]).value, "")
        names = ("Pembilang", "Penyebut") if "/" in word else ("Realisasi",)
        for name, text in zip(names, filter(None, word.split("/")), strict=False):
            sheet.cell(number, head[name]).value = text
    wb.save(form)
    words_ = ("--jenis", "realisasi", "--tahun", 2026, "--triwulan", triwulan, "--sebagai", "siti")
    assert "8 baris dibaca, 0 dilewati, 0 ditahan" in kantor("unggah", form, *words_)
    kantor("benarkan", "--tahun", 2026, "--triwulan", triwulan, "--sebagai", "rina")


def said(kantor: Kantor, periode: str) -> dict[str, str]:
    rows = json.loads(kantor("capaian", "--tahun", 2026, "--periode", periode, "--per", "2027-01-01", "--json"))
    assert all(row["kategori"] is None for row in rows if row["sementara"])
    return {row["kode"]: row["alasan"] or f"{row['capaian_persen']:g}{'s' if row['sementara'] else ''}" for row in rows}


@pytest.mark.parametrize(("quarters", "column"), [((1, 2, 3, 4), 6), ((1, 3, 4), 7)], ids=["full", "without TW2"])
def test_the_worked_cases_hold_from_the_typed_cell_to_the_printed_percentage(
    kantor: Kantor, tmp_path: Path, quarters: tuple[int, ...], column: int
) -> None:
    for triwulan in quarters:
        upload(kantor, tmp_path, triwulan)
    for number, periode in enumerate(("SM1", "TH")):
        assert said(kantor, periode) == {row[0]: row[column].split()[number] for row in BARIS}
