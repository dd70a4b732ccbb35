"""Rows as printed sum to the Jumlah as printed: every table with one, of every paper and workbook of the example."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import openpyxl
import pytest
from contoh_siap import gathered, loaded
from docx import Document
from tulisan import tables

from lakip import anggaran
from lakip.akses import system
from lakip.contoh.isi import UNIT
from lakip.export import (
    anggaran_excel,
    dukungan,
    e81,
    laporan_semester,
    laporan_tahunan,
    laporan_triwulan,
    perjanjian_kinerja,
    word,
)
from lakip.export.laporan import Jenis

TAHUN, SISTEM = (2024, 2025, 2026), system(UNIT)
Cells = Sequence[Sequence[str]]
KODE = re.compile(r"7\.01\.\d{2}(?:\.\d\.\d{2}(?:\.\d{4})?)?(?= |$)")
LEVEL = {7: 1, 12: 2, 17: 3}  # how long a kode of each level is


@cache
def shown(kind: Jenis[Any], tahun: int, periode: str) -> list[Cells]:
    """The tables of a report, without its pictures and the page numbers of its contents."""
    isi = kind.compose(gathered(tahun, periode), 1)
    drawn = [f.name for f in fields(isi) if f.name.startswith("gambar") or f.name == "analisis"]
    return tables(Document(io.BytesIO(word.render(kind.templat, replace(isi, **dict.fromkeys(drawn, ()))))))


def number(teks: str) -> Decimal | None:
    """A whole figure of a cell; None for a dash and for words."""
    plain = teks.replace("\u00a0", " ").removeprefix("Rp ").strip()
    return Decimal(plain.replace(".", "").replace(",", ".")) if re.fullmatch(r"-?[\d.]+(?:,\d+)?", plain) else None


def of_sums(head: Sequence[str]) -> list[int]:
    """The columns that add up: money and parts of a whole, no ratios."""
    return [
        n for n, said in enumerate(head) if n and not re.search(r"Serapan|Program|Keterangan|Sasaran|Kode|No\.", said)
    ]


def sums(cells: Cells) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Of each column of a table with a Jumlah: its name, what the rows make, what is printed."""
    last = next((row for row in cells if row[0].strip() == "Jumlah" or row[1].strip() == "Jumlah"), None)
    last = last or next((row for row in cells if len(row) > 2 and row[2].strip() == "Jumlah"), None)
    if last is None:
        return
    rows = [row for row in cells[1:] if row is not last]
    coded = [row for row in rows if any(KODE.match(c) for c in row[:2])]
    top = [r for r in coded if _level(r) == 1] if coded else rows
    for column in of_sums(cells[0]):
        whole = number(last[column])
        if whole is not None:
            yield cells[0][column], sum((number(r[column]) or Decimal(0) for r in top), Decimal(0)), whole


def _level(row: Sequence[str]) -> int:
    return LEVEL[len(next(found[0] for c in row[:2] if (found := KODE.match(c))))]


def checked(found: Sequence[Cells]) -> int:
    """How many columns add up. Fails where one does not."""
    every = [one for cells in found for one in sums(cells)]
    assert [(name, rows, whole) for name, rows, whole in every if rows != whole] == []
    return len(every)


@pytest.mark.parametrize("tahun", TAHUN)
def test_every_jumlah_of_the_annual_report_is_the_sum_of_its_rows(tahun: int) -> None:
    found = shown(laporan_tahunan.KIND, tahun, "TH")
    goals = next(t for t in found if t[0][:4] == ["No.", "Sasaran", "Program", "Anggaran (Rp)"])
    assert [name for name, _, _ in sums(goals)] == ["Anggaran (Rp)", "Bagian (%)", "Realisasi (Rp)"]
    assert goals[-1][4] == "100,00"
    # Tabel 3.11, L1.2 and 3.10, whose TW IV of 2026 is not there yet.
    assert checked(found) == 3 + 2 + (7 if tahun == 2026 else 8)


@pytest.mark.parametrize(
    ("kind", "periode", "columns"), [(laporan_triwulan.KIND, "TW2", 4), (laporan_semester.KIND, "SM1", 6)]
)
@pytest.mark.parametrize("tahun", TAHUN)
def test_every_jumlah_of_a_report_within_the_year_is_the_sum_of_its_rows(
    kind: Jenis[Any], periode: str, columns: int, tahun: int
) -> None:
    assert checked(shown(kind, tahun, periode)) >= columns


@pytest.mark.parametrize("tahun", TAHUN)
def test_the_jumlah_of_every_perjanjian_kinerja_is_the_sum_of_its_rows(tahun: int) -> None:
    for isi in perjanjian_kinerja.drafts(loaded()[0], UNIT, tahun).values():
        found = tables(Document(io.BytesIO(word.render(perjanjian_kinerja.TEMPLATE, isi))))
        rows = next(t for t in found if t[0][1] == "Anggaran")
        whole = next(number(r[1]) for r in rows if r[0].strip() == "Jumlah")
        assert whole == sum(number(r[1]) or 0 for r in rows[1:] if r[2].strip() == "APBD")


def test_the_realisasi_of_two_halves_of_a_program_make_it_again() -> None:
    """2024: S1 and S2 share 7.01.01 by half, of which an odd number of rupiah was spent; S1 has the odd one."""
    goals = next(t for t in shown(laporan_tahunan.KIND, 2024, "TH") if t[0][:3] == ["No.", "Sasaran", "Program"])
    assert [row[5] for row in goals[1:]] == [
        "1.378.116.688", "1.289.783.812", "612.914.750", "82.394.250", "3.363.209.500",
    ]  # fmt: skip


@pytest.mark.parametrize("tahun", TAHUN)
def test_the_rencana_aksi_divides_each_node_into_parts_that_make_it_again(tahun: int) -> None:
    store, _ = loaded()
    whole = {r["kode"]: r for r in anggaran.pohon(store, UNIT, tahun).to_dicts()}
    parts: dict[str, list[dukungan.Dukungan]] = {}
    for nodes in dukungan.of_sasaran(store, UNIT, tahun, "berlaku").values():
        for node in nodes:
            parts.setdefault(node.kode, []).append(node)
    assert any(len(found) > 1 for found in parts.values())
    for kode, found in parts.items():
        assert sum(n.pagu or 0 for n in found) == whole[kode]["pagu_rupiah"], kode
        assert sum(nilai or 0 for n in found for nilai in n.tw) == whole[kode]["target_sd_rupiah"], kode
        assert all(sum(nilai or 0 for nilai in n.tw) == n.pagu for n in found), kode


# ---------------------------------------------------------------- workbooks


def rows_of(content: bytes, name: str) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(content), data_only=True)[name].iter_rows(values_only=True))


@pytest.mark.parametrize("tahun", TAHUN)
def test_the_workbook_of_the_budget_adds_up(tahun: int) -> None:
    content = anggaran_excel.build(loaded()[0], SISTEM, UNIT, tahun, 4)
    tree = rows_of(content, "Anggaran")
    total = next(r for r in tree if r[1] == "Jumlah")
    programs = [r for r in tree if re.fullmatch(r"7\.01\.\d{2}", str(r[0] or ""))]
    for column in (2, 4, 5, 6):
        assert sum(r[column] or 0 for r in programs) == (total[column] or 0), column
    goals = [r for r in rows_of(content, "Per Sasaran") if r[2] == "Camat"]
    for column, of in ((3, "pagu_rupiah"), (4, "realisasi_sd_rupiah")):
        whole = anggaran.total(loaded()[0], UNIT, tahun)
        assert whole is not None
        assert all(isinstance(r[column], int) for r in goals)
        assert sum(r[column] for r in goals) == whole[of]


@pytest.mark.parametrize("tahun", TAHUN)
def test_the_form_e81_adds_up(tahun: int) -> None:
    hari = date(tahun + 1, 1, 31)
    rows = rows_of(e81.build(loaded()[0], SISTEM, UNIT, tahun, 4, hari, hari), "E.81")
    total = next(row for row in rows if row[2] == "JUMLAH")
    programs = [row for row in rows if re.match(r"7\.01\.\d{2} ", str(row[2] or ""))]
    assert programs
    for column in (8, 10, 12, 14, 16, 18, 20):
        assert (total[column] or 0) == sum(row[column] or 0 for row in programs), column
