"""The semester report: two triwulan, proved against each other, beside earlier semesters."""

import dataclasses
import io
import zipfile
from decimal import Decimal
from functools import cache

import contoh_siap
import polars as pl
import pytest
import templat_uji
import test_golden as golden
from contoh_siap import PER, fresh, loaded
from docx import Document
from docx.oxml.ns import qn

from lakip import akses
from lakip.contoh.isi import UNIT
from lakip.errors import UserError
from lakip.export import (
    bahan_periode,
    baris,
    baris_periode,
    beku,
    catatan,
    daftar,
    laporan,
    laporan_semester,
    lipat,
    tabel_periode,
    word,
)
from lakip.export.laporan_semester import LaporanSemester
from lakip.formatting import angka
from lakip.sumber import polos

ADMIN = akses.system(UNIT)


def gathered(tahun=2025, kode="SM1"):
    return contoh_siap.gathered(tahun, kode)


@cache
def document(tahun=2025, kode="SM1"):
    isi = laporan_semester.compose(gathered(tahun, kode), 1)
    content = daftar.fill(word.render(laporan_semester.TEMPLATE, isi))
    return Document(io.BytesIO(content))


def rows_of(document, *head):
    return templat_uji.rows_of(document, list(head))


def main_table(tahun, kode):
    semester = f"Target Sem. {'I' if kode == 'SM1' else 'II'}"
    head = ("No.", "Sasaran", "Indikator kinerja", "Satuan", "Target tahun", semester)
    return rows_of(document(tahun, kode), *head)[2:]


# ---------------------------------------------------------------- the template


def test_the_template_uses_exactly_the_fields_of_the_dataclass():
    assert word.variables(laporan_semester.TEMPLATE) == {f.name for f in dataclasses.fields(LaporanSemester)}


def test_the_template_uses_every_field_of_every_row():
    nested = (baris.BarisRencana, baris_periode.BarisSemester)
    assert templat_uji.row_fields(laporan_semester.TEMPLATE) == templat_uji.declared(LaporanSemester, nested)


def test_the_shipped_template_is_what_the_script_builds():
    assert templat_uji.is_shipped("laporan_semester")


# ---------------------------------------------------------------- figures


@pytest.mark.parametrize(("tahun", "kode"), [(2024, "SM1"), (2024, "SM2"), (2025, "SM1"), (2025, "SM2"), (2026, "SM1")])
def test_every_figure_of_the_main_table_is_the_sum_worked_out_by_hand(tahun, kode):
    by_hand = {r[0]: r for r in golden.rows(golden.CAPAIAN[tahun, kode])}
    printed = {row[2][:5]: row for row in main_table(tahun, kode)}
    cards = {r["kode"]: r for r in gathered(tahun, kode).kini.iter_rows(named=True)}
    assert printed.keys() == by_hand.keys()
    for name, (_, target, realisasi, answer, label, counts, *_rest) in by_hand.items():
        row, desimal = printed[name], cards[name]["desimal"]
        if answer == "-":
            assert (row[8], row[9]) == ("–", "–")
            continue
        assert row[5] == shown(golden.worth(target), desimal), name
        assert row[8] == shown(golden.worth(realisasi), desimal), name
        assert row[9] == answer.split(" = ")[1].replace(".", ","), name
        assert (label in row[11]) == (label != "-"), (name, row[11], counts)


def shown(value, desimal):
    """A fraction as it is printed: half-up at so many decimals."""
    scaled = abs(value) * 10**desimal
    whole = int(scaled) + (scaled - int(scaled) >= golden.Fraction(1, 2))
    return angka(Decimal(whole).scaleb(-desimal), desimal)


@pytest.mark.parametrize(("tahun", "kode"), [(2024, "SM1"), (2024, "SM2"), (2025, "SM1"), (2025, "SM2"), (2026, "SM1")])
def test_every_figure_agrees_with_its_quarters(tahun, kode):
    rows = tabel_periode.reconciliation(gathered(tahun, kode))
    assert len(rows) > 20
    assert tabel_periode.differs(rows) == []
    assert {polos(r.selisih) for r in rows} == {"0"}


def test_the_reconciliation_shows_the_sum_it_proves():
    rows = {r.uraian[:5]: r for r in tabel_periode.reconciliation(gathered())}
    assert polos(rows["IK-02"].hitungan) == "100 × (23 + 18) / (25 + 24)"
    assert polos(rows["IK-02"].laporan) == polos(rows["IK-02"].lipatan) == "83,67"
    assert polos(rows["IK-11"].hitungan) == "340 + 310"
    money = rows["Reali"]
    assert polos(money.laporan) == polos(money.lipatan) == "1.619.541.500"


def test_a_figure_that_is_not_what_its_quarters_make_is_called_by_its_name():
    bahan = gathered()
    wrong = bahan.capaian.with_columns(
        realisasi=pl.when((pl.col("kode") == "IK-11") & (pl.col("periode") == "SM1"))
        .then(pl.lit(651).cast(bahan.capaian.schema["realisasi"]))
        .otherwise(pl.col("realisasi"))
    )
    report = laporan_semester.compose(dataclasses.replace(bahan, capaian=wrong), 1)
    assert "1 (satu) angka tidak sama" in polos(report.kalimat_rekonsiliasi)
    assert polos(next(r for r in report.rekonsiliasi if r.uraian.startswith("IK-11")).selisih) == "1"
    assert "tidak boleh" not in report.kalimat_rekonsiliasi  # that is no sentence for a reader: it is held back
    (gap,) = [row for row in report.kurang if "hasil hitung ulang" in row.keterangan]
    assert (gap.hal[:5], gap.keterangan.split(" dari")[0]) == ("IK-11", "Angka Semester I Tahun 2025 berselisih 1")
    assert report.tanda_draf


@pytest.mark.parametrize(
    ("metode", "isian", "quarters", "made"),
    [
        ("jumlah", "nilai", [("terisi", 2), ("nihil", 0)], 2),
        ("kumulatif", "nilai", [("terisi", 3), ("tidak_tersedia", None)], 3),
        ("rata_rata", "nilai", [("terisi", 80), ("terisi", 91)], Decimal("85.5")),
        ("rata_rata", "nilai", [("terisi", 80), ("tidak_tersedia", None)], 80),
        ("rasio", "pembilang_penyebut", [("terisi", (8, 10)), ("terisi", (45, 90))], 53),
        ("rasio", "pembilang_penyebut", [("nihil", (0, 0))], None),
        ("jumlah", "nilai", [("tidak_tersedia", None)], None),
    ],
)
def test_quarters_fold_as_the_rule_says(metode, isian, quarters, made):
    rows = []
    for keadaan, value in quarters:
        pair = value if isinstance(value, tuple) else (0, 0)
        nilai = None if isinstance(value, tuple) else value
        rows.append({"keadaan": keadaan, "nilai": nilai, "pembilang": pair[0], "penyebut": pair[1]})
    assert lipat.fold(metode, isian, rows) == made


def test_the_semester_stands_beside_the_one_before_and_a_year_ago():
    rows = {row[1][:5]: row for row in rows_of(document(2025, "SM2"), "No.", "Indikator kinerja")[1:]}
    # 2024 SM2 102,05; 2025 SM1 100,29; 2025 SM2 102,47
    assert rows["IK-01"][4] == "102,05"
    assert rows["IK-01"][8] == "102,47"
    assert rows["IK-01"][9] == "naik 0,42"
    assert rows["IK-07"][9:] == ["–", "–"]  # measured in TW I only


def test_the_money_of_the_semester_is_that_of_its_quarters():
    total = rows_of(document(), "Program / kegiatan / sub kegiatan")[-1]
    first, second, both, to_date = (int(cell.replace(".", "")) for cell in total[2:6])
    assert first + second == both == to_date == 1_619_541_500


# ---------------------------------------------------------------- words, paper


def test_what_is_missing_of_each_quarter_and_of_the_text_is_listed():
    gaps = laporan_semester.compose(gathered(2026, "SM1"), 1).kurang
    assert any(row.hal.startswith("IK-14") and "Triwulan" in row.keterangan for row in gaps)
    assert [row.nomor for row in gaps] == [f"{n}." for n in range(1, len(gaps) + 1)]


def test_captions_number_themselves_and_the_lists_name_every_one():
    found = document()
    captions = [p.text for p in found.paragraphs if p.style.name == "Caption"]
    assert [c.split()[1] for c in captions if c.startswith("Tabel")] == [
        "1.1", "2.1", *(f"3.{n}" for n in range(1, 11)), "L.1", "L.2", "L.3", "L.4",
    ]  # fmt: skip
    links = ["".join(t.text or "" for t in link.iter(qn("w:t"))) for link in found.element.body.iter(qn("w:hyperlink"))]
    for caption in captions:
        assert any(link.startswith(caption) for link in links), caption
    marks = {m.get(qn("w:name")) for m in found.element.body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in found.element.body.iter(qn("w:hyperlink"))} <= marks


def test_sentences_name_the_tables_that_are_meant():
    report = laporan_semester.compose(gathered(), 1)
    captions = {p.text.split()[1]: p.text for p in document().paragraphs if p.text.startswith("Tabel ")}
    assert "Tabel 3.9" in report.kalimat_pagu
    assert "Anggaran" in captions["3.9"]
    assert "Capaian Kinerja" in captions["3.3"]
    assert "Belum Lengkap" in captions["3.10"]


def test_only_a_semester_is_reported_by_semester():
    with pytest.raises(UserError, match="SM1 atau SM2"):
        laporan_semester.gather(loaded()[0], UNIT, 2025, "TH", PER, None)
    with pytest.raises(UserError, match="belum mempunyai indikator"):
        laporan_semester.gather(loaded()[0], UNIT, 2019, "SM1", PER, None)


def test_the_figures_come_back_from_what_was_frozen():
    bahan = gathered()
    again = beku.cairkan(beku.bekukan(bahan), bahan_periode.BahanPeriode)
    assert beku.bekukan(again) == beku.bekukan(bahan)
    assert laporan.figures(laporan_semester.compose(again, 1)) == laporan.figures(laporan_semester.compose(bahan, 1))


def test_making_one_records_it(tmp_path):
    store = fresh(tmp_path)
    content = laporan_semester.build(store, ADMIN, UNIT, 2025, "SM1", PER)
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    newest = store.read("dasbor_laporan", unit=UNIT, tahun=2025, jenis=[laporan_semester.JENIS]).row(0, named=True)
    # Version 1 is what the example's Camat approved.
    assert (newest["periode"], newest["versi"], newest["sha256"]) == ("SM1", 2, catatan.sidik(content))
    store.close()
