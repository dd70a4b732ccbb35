"""The command line for the plan behind the figures: its workbooks, its Word documents, the check of the record."""

import json
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from belakang import behind
from docx import Document
from test_cli import Run, example, run  # noqa: F401  the fixtures: one folder with the example, one run over its copy

from lakip.__main__ import main
from lakip.store import Store


@pytest.mark.parametrize("jenis", ["anggaran", "pembanding", "renstra", "rkt", "iku"])
def test_a_form_handed_back_untouched_changes_nothing(run: Run, jenis: str, tmp_path: Path) -> None:  # noqa: F811
    form = tmp_path / f"{jenis}.xlsx"
    assert run("formulir", jenis, "--tahun", 2026, "--ke", form)[0] == 0
    code, out, err = run("unggah", form, "--jenis", jenis, "--tahun", 2026, "--sebagai", "kasubbag")
    assert (code, err) == (0, "")
    assert "tidak ada angka yang berubah" in out


def test_a_changed_realisasi_of_a_sub_kegiatan_is_saved_once(run: Run, tmp_path: Path) -> None:  # noqa: F811
    form = tmp_path / "anggaran.xlsx"
    assert run("formulir", "anggaran", "--tahun", 2026, "--ke", form)[0] == 0
    workbook = openpyxl.load_workbook(form)
    sheet = workbook.worksheets[0]
    row = next(r for r in sheet.iter_rows() if r[0].value == "7.01.01.2.01.0001")
    filled = [c for c in row if isinstance(c.value, int)]
    filled[-1].value += 1000
    workbook.save(form)
    code, out, _ = run("unggah", form, "--jenis", "anggaran", "--tahun", 2026, "--sebagai", "kasubbag")
    assert (code, "tersimpan" in out, "tidak ada angka yang berubah" in out) == (0, True, False)
    code, out, _ = run("unggah", form, "--jenis", "anggaran", "--tahun", 2026, "--sebagai", "kasubbag")
    assert (code, "tidak ada angka yang berubah" in out) == (0, True)


def test_a_document_that_is_not_registered_is_asked_for_by_name(run: Run, tmp_path: Path) -> None:  # noqa: F811
    code, _, err = run("formulir", "renja", "--tahun", 2031, "--ke", tmp_path / "x.xlsx")
    assert (code, "belum terdaftar" in err) == (1, True)


def test_a_staf_may_not_upload_the_plan(run: Run, tmp_path: Path) -> None:  # noqa: F811
    form = tmp_path / "anggaran.xlsx"
    run("formulir", "anggaran", "--tahun", 2026, "--ke", form)
    code, _, err = run("unggah", form, "--jenis", "anggaran", "--tahun", 2026, "--sebagai", "staf")
    assert (code, "tidak berhak" in err) == (1, True)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("pk", "--jabatan", "camat"), "PERJANJIAN KINERJA"),
        (("pk", "--jabatan", "YAN"), "PERJANJIAN KINERJA"),
        (("renaksi",), "RENCANA AKSI"),
        (("iku",), "INDIKATOR KINERJA UTAMA"),
        (("rkt",), "RENCANA KINERJA TAHUNAN"),
    ],
)
def test_each_document_of_the_plan_is_written(run: Run, words: tuple[str, ...], title: str, tmp_path: Path) -> None:  # noqa: F811
    target = tmp_path / "x.docx"
    code, out, _ = run("laporan", *words, "--tahun", 2026, "--ke", target)
    assert (code, out.startswith("Ditulis")) == (0, True)
    assert title in "\n".join(p.text for p in Document(str(target)).paragraphs).upper()


def test_all_perjanjian_kinerja_come_in_one_zip(run: Run, tmp_path: Path) -> None:  # noqa: F811
    target = tmp_path / "pk.zip"
    assert run("laporan", "pk", "--tahun", 2026, "--jabatan", "semua", "--ke", target)[0] == 0
    with zipfile.ZipFile(target) as bundle:
        assert len(bundle.namelist()) == 10  # Camat, Sekcam, two Kasubbag, five Kasi, one Lurah


@pytest.mark.parametrize(
    "words", [("pk", "--jabatan", "bupati"), ("pk", "--versi", "9"), ("renaksi", "--bagian", "XX")]
)
def test_what_is_not_there_is_named(run: Run, words: tuple[str, ...], tmp_path: Path) -> None:  # noqa: F811
    code, _, err = run("laporan", *words, "--tahun", 2026, "--ke", tmp_path / "x.docx")
    assert (code, "Traceback" in err, err.count("\n")) == (1, False, 1)


def test_periksa_says_whether_the_record_is_whole(example: Path, tmp_path: Path, capsys) -> None:  # noqa: F811
    folder = shutil.copytree(example, tmp_path / "data")
    assert main(["--data", str(folder), "periksa"]) == 0
    assert "Utuh" in capsys.readouterr().out
    store = Store(folder)
    behind(store, "update jejak set oleh = 'orang lain' where nomor = 7")
    store.close()
    original = next((folder / "arsip").iterdir())
    original.write_bytes(b"lain")
    assert main(["--data", str(folder), "periksa"]) == 1
    said = capsys.readouterr().err
    assert "Jejak nomor 7" in said
    assert "di arsip berubah" in said


def test_capaian_still_prints_json_beside_output_indikator(run: Run) -> None:  # noqa: F811
    code, out, _ = run("capaian", "--tahun", 2026, "--periode", "SD3", "--json")
    assert code == 0
    assert {row["kode"] for row in json.loads(out)} >= {"IK-01", "IK-18"}
