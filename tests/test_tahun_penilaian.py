"""The tahun that a figure assesses: an LHE for 2025 comes out in 2026, and stands in the report of 2026."""

import io
from typing import Any

import openpyxl
import pytest
from contoh_siap import loaded
from unggahan import KASUBBAG, TAHUN, UNIT, book, codes, new_office, read, recorded

from lakip import rekap
from lakip.export import bahan as bahan_triwulan
from lakip.export import bahan_periode, kalimat, tabel
from lakip.indikator import Keadaan
from lakip.periode import PERIODE
from lakip.realisasi import Realisasi
from lakip.store import Store
from lakip.sumber import polos
from lakip.unggah import realisasi
from lakip.unggah.realisasi.formulir import realisasi_form

HEAD = ["Kode", "Realisasi TW IV", "Tahun Penilaian"]


@pytest.fixture
def store() -> Store:
    return new_office()


def uploaded(store: Store, *row: Any) -> realisasi.Hasil:
    hasil = read(store, book(list(row), head=HEAD), triwulan=4)
    realisasi.save(store, KASUBBAG, hasil)
    return hasil


def year(store: Store) -> int | None:
    row = recorded(store, "IK-03", 4)
    return row["tahun_penilaian"] if row else None


def test_it_comes_in_with_the_figure_and_stays_when_not_mentioned(store: Store) -> None:
    uploaded(store, "IK-03", 71, 2025)
    assert year(store) == 2025
    uploaded(store, "IK-03", 72, None)
    assert year(store) == 2025


def test_a_year_alone_is_a_change_that_is_shown(store: Store) -> None:
    uploaded(store, "IK-03", 71, None)
    hasil = read(store, book(["IK-03", 71, 2025], head=HEAD), triwulan=4)
    assert [p.bidang for p in hasil.perubahan] == [("tahun_penilaian",)]


@pytest.mark.parametrize(
    ("typed", "kode"), [("lalu", "bukan_tahun"), ("24", "bukan_tahun"), (2027, "tahun_penilaian_nanti")]
)
def test_what_is_no_tahun_is_found_at_its_cell(store: Store, typed: Any, kode: str) -> None:
    hasil = read(store, book(["IK-03", 71, typed], head=HEAD), triwulan=4)
    assert (codes(hasil), hasil.ditahan) == ([("C4", kode)], 1)


def test_the_form_brings_it_back(store: Store) -> None:
    uploaded(store, "IK-03", 71, 2025)
    content = realisasi_form(store, UNIT, TAHUN, 4)
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Realisasi"]
    rows = {sheet.cell(n, 2).value: sheet.cell(n, 15).value for n in range(7, sheet.max_row + 1)}
    assert (sheet["O6"].value, rows["IK-03"]) == ("Tahun Penilaian", 2025)
    assert read(store, content, triwulan=4).perubahan == ()


def test_an_empty_box_on_screen_clears_it(store: Store) -> None:
    uploaded(store, "IK-03", 71, 2025)
    figure = Realisasi("IK-03", Keadaan.TERISI, rekap.acuan(store, UNIT, TAHUN, 4)["IK-03"].tercatat[4].isi.nilai)
    rekap.type_realisasi(store, KASUBBAG, UNIT, TAHUN, 4, figure, 1)
    assert year(store) == 2025
    done = rekap.type_realisasi(store, KASUBBAG, UNIT, TAHUN, 4, Realisasi(**{**vars(figure), "tahun_penilaian": 0}), 1)
    assert (done.simpanan.tersimpan if done.simpanan else 0, year(store)) == (1, None)


def test_without_a_figure_there_is_nothing_to_assess(store: Store) -> None:
    uploaded(store, "IK-03", 71, 2025)
    gone = Realisasi("IK-03", Keadaan.TIDAK_TERSEDIA, alasan="LHE belum terbit")
    rekap.type_realisasi(store, KASUBBAG, UNIT, TAHUN, 4, gone, 1)
    assert year(store) is None


def test_a_report_says_it_below_its_table_and_in_the_list_of_sources() -> None:
    store, _ = loaded()
    said = "nilai hasil evaluasi tahun 2024"
    end = PERIODE["TW4"].ends(2025)
    for one in (
        bahan_triwulan.gather(store, UNIT, 2025, "TW4", end, end),
        bahan_periode.gather(store, UNIT, 2025, "TH", end, end),
    ):
        assert f"Realisasi IK-03 adalah {said}." in kalimat.catatan_capaian(one)
        assert [polos(r.nilai) for r in tabel.sumber_realisasi(one) if said in r.nilai] == [f"73,10 ({said})"]
    assert rekap.assessments(store, UNIT, 2025, (1, 2, 3, 4)) == [f"IK-03 TW IV: {said}."]
    assert rekap.assessments(store, UNIT, 2025, (1, 2)) == []
