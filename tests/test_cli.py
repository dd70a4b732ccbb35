"""The command line, as an administrator types it."""

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import kantor_sop
import openpyxl
import polars
import pytest
from conftest import ROOT
from contoh_siap import copied
from docx import Document

from lakip.__main__ import main
from lakip.perintah.cetak import CAPAIAN
from lakip.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example years."""
    return copied(tmp_path_factory.mktemp("contoh"))


@pytest.fixture
def run(example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command over a copy of the example; exit code, stdout, stderr."""
    folder = shutil.copytree(example, tmp_path / "data")
    return lambda *words: typed(folder, capsys, *words)


@pytest.fixture
def small(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The same over a small office."""
    store = kantor_sop.office()
    store.close()
    folder = shutil.copytree(store.folder, tmp_path / "data")
    return lambda *words: typed(folder, capsys, *words)


@pytest.fixture
def fresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return lambda *words: typed(tmp_path / "baru", capsys, *words)


def typed(folder: Path, capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(["--data", str(folder), *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def fill(form: Path, values: dict[str, object]) -> Path:
    """Type a realisasi per kode into a downloaded form, as a clerk would."""
    workbook = openpyxl.load_workbook(form)
    sheet = workbook.worksheets[0]
    header = next(row for row in sheet.iter_rows() if any(c.value == "Kode" for c in row))
    columns = {str(c.value).split("\n")[0]: c.column for c in header if c.value}
    kode, realisasi = columns["Kode"], next(n for name, n in columns.items() if name.startswith("Realisasi"))
    for row in range(header[0].row + 1, sheet.max_row + 1):
        if (found := sheet.cell(row, kode).value) in values:
            sheet.cell(row, realisasi).value = values[found]
    workbook.save(form)
    return form


def capaian(run: Run, tahun: int, periode: str, *more: str) -> dict[str, dict[str, object]]:
    code, out, _ = run("capaian", "--tahun", tahun, "--periode", periode, "--json", *more)
    assert code == 0
    return {row["kode"]: row for row in json.loads(out)}


def test_a_quarter_travels_from_form_to_capaian(run: Run, tmp_path: Path) -> None:
    form = tmp_path / "tw4.xlsx"
    assert run("formulir", "realisasi", "--tahun", 2026, "--triwulan", 4, "--bagian", "YAN", "--ke", form)[0] == 0
    fill(form, {"IK-01": "87,5"})
    words = ("unggah", form, "--jenis", "realisasi", "--tahun", 2026, "--triwulan", 4, "--sebagai", "staf")
    code, out, _ = run(*words)
    assert (code, "1 baris dibaca" in out, "belum diisi" in out) == (0, True, True)
    before = capaian(run, 2026, "TW4")["IK-01"]
    assert (before["realisasi"], before["sementara"], before["kategori"]) == (87.5, True, None)
    assert run("benarkan", "--tahun", 2026, "--triwulan", 4, "--bagian", "YAN", "--sebagai", "kasi")[0] == 0
    after = capaian(run, 2026, "TW4")["IK-01"]
    assert (after["sementara"], after["kategori"], after["dibenarkan"]) == (False, "Sangat Tinggi", 1)
    code, out, _ = run(*words)
    assert (code, "tidak ada angka yang berubah" in out) == (0, True)


def test_a_mistake_is_a_temuan_with_its_cell_and_nothing_is_saved(run: Run, tmp_path: Path) -> None:
    form = tmp_path / "tw4.xlsx"
    run("formulir", "realisasi", "--tahun", 2026, "--triwulan", 4, "--bagian", "YAN", "--ke", form)
    fill(form, {"IK-01": "87,5o", "IK-10": "2,4"})
    words = ("unggah", form, "--jenis", "realisasi", "--tahun", 2026, "--triwulan", 4, "--sebagai", "staf")
    code, out, err = run(*words)
    assert (code, "87,5o" in out, "1 ditahan" in out, "Tidak ada yang disimpan" in err) == (1, True, True, True)
    assert capaian(run, 2026, "TW4")["IK-10"]["terisi"] == 0
    assert run(*words, "--tinggalkan")[0] == 0
    found = capaian(run, 2026, "TW4")
    assert (found["IK-10"]["terisi"], found["IK-01"]["terisi"]) == (1, 0)


def test_the_wrong_quarter_is_refused_by_name(run: Run, tmp_path: Path) -> None:
    form = tmp_path / "tw4.xlsx"
    run("formulir", "realisasi", "--tahun", 2026, "--triwulan", 4, "--bagian", "YAN", "--ke", form)
    fill(form, {"IK-01": 80})
    code, out, err = run("unggah", form, "--jenis", "realisasi", "--tahun", 2026, "--triwulan", 3, "--sebagai", "staf")
    assert (code, "Triwulan IV" in out, err) == (1, True, "Tidak ada yang disimpan.\n"), "leaving rows out cannot help"


def test_rows_passed_over_for_one_reason_are_told_in_one_line(run: Run, tmp_path: Path) -> None:
    form = tmp_path / "tw4.xlsx"
    run("formulir", "realisasi", "--tahun", 2026, "--triwulan", 4, "--ke", form)
    words = ("unggah", form, "--jenis", "realisasi", "--tahun", 2026, "--triwulan", 4, "--sebagai", "kasubbag")
    code, out, _ = run(*words)
    many = int(out.split(" dibaca, ")[1].split(" dilewati")[0])
    told = [line for line in out.splitlines() if line.startswith("Dilewati: lembar Realisasi, baris 7-")]
    assert (code, len(told), many > 10, told[0].endswith(": belum diisi.")) == (0, 1, True, True)


@pytest.mark.parametrize("peran", ["admin", "sekcam", "camat", "peninjau", "kasi.pem"])
def test_who_may_not_upload_for_a_bagian_is_told_so_on_the_command_line(run: Run, tmp_path: Path, peran: str) -> None:
    form = tmp_path / "tw4.xlsx"
    run("formulir", "realisasi", "--tahun", 2026, "--triwulan", 4, "--bagian", "YAN", "--ke", form)
    fill(form, {"IK-01": 80})
    code, out, err = run("unggah", form, "--jenis", "realisasi", "--tahun", 2026, "--triwulan", 4, "--sebagai", peran)
    assert (code, "tidak berhak mengunggah" in out + err) == (1, True)
    assert capaian(run, 2026, "TW4")["IK-01"]["terisi"] == 0


def test_capaian_as_json_has_exactly_the_promised_keys(run: Run) -> None:
    rows = capaian(run, 2025, "TH")
    assert all(tuple(row) == CAPAIAN for row in rows.values())
    assert len(rows) >= 12


def test_the_date_decides_only_words(run: Run) -> None:
    early, late = (capaian(run, 2026, "TW4", "--per", day) for day in ("2026-01-01", "2027-01-01"))
    words = {"alasan", "jatuh_tempo"}
    for kode, row in early.items():
        assert {k: v for k, v in row.items() if k not in words} == {
            k: v for k, v in late[kode].items() if k not in words
        }
    assert (early["IK-01"]["alasan"], late["IK-01"]["alasan"]) == ("belum_waktunya", "belum_diisi")


def test_the_report_comes_out_as_word(small: Run, tmp_path: Path) -> None:
    target = tmp_path / "laporan.docx"
    assert small("laporan", "triwulan", "--tahun", 2026, "--periode", "TW1", "--ke", target)[0] == 0
    assert "DATA CONTOH" in "\n".join(p.text for p in Document(str(target)).paragraphs)


@pytest.mark.parametrize(
    ("jenis", "pilihan", "judul"),
    [("semester", ("--tahun", 2026, "--periode", "SM1"), "SEMESTER I"), ("tahunan", ("--tahun", 2026), "TAHUN 2026")],
)
def test_the_larger_reports_come_out_as_word(
    small: Run, tmp_path: Path, jenis: str, pilihan: tuple[object, ...], judul: str
) -> None:
    target = tmp_path / "laporan.docx"
    code, said, _ = small("laporan", jenis, *pilihan, "--ke", target)
    assert code == 0, said
    assert judul in "\n".join(p.text for p in Document(str(target)).paragraphs[:12])


@pytest.mark.parametrize("word", ["rapor", "raport"])  # the second as scripts of an office may still have it
def test_the_rapor_comes_out_under_its_name_and_its_former_one(run: Run, tmp_path: Path, word: str) -> None:
    target = tmp_path / "rapor.docx"
    about = ("--tahun", 2025, "--triwulan", 4, "--bagian", "PEM", "--ke", target)
    assert run("laporan", word, *about)[0] == 0
    assert "RAPOR KINERJA TRIWULAN IV TAHUN 2025" in [p.text for p in Document(str(target)).paragraphs]


def test_the_former_name_of_the_rapor_is_not_offered(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["laporan", "--help"])
    said = capsys.readouterr().out
    assert ("rapor" in said, "raport" in said) == (True, False)


def test_the_backup_unpacked_into_a_new_folder_gives_the_same_figures(run: Run, tmp_path: Path) -> None:
    form, target, restored = tmp_path / "tw4.xlsx", tmp_path / "cadangan.zip", tmp_path / "pulih"
    run("formulir", "realisasi", "--tahun", 2026, "--triwulan", 4, "--bagian", "YAN", "--ke", form)
    fill(form, {"IK-01": 80})
    run("unggah", form, "--jenis", "realisasi", "--tahun", 2026, "--triwulan", 4, "--sebagai", "staf")
    (tmp_path / "data" / "arsip" / "x.abc.tmp").write_bytes(b"what a crash left")
    assert run("cadangkan", "--ke", target)[0] == 0
    with zipfile.ZipFile(target) as bundle:
        names = bundle.namelist()
        bundle.extractall(restored)
    about = {"BACA-SAYA.txt", "SHA256SUMS", "manifes.json"}
    assert {n.split("/")[0] for n in names} == {"lakip.duckdb", "lakip.jangkar", "parquet", "csv", "arsip"} | about
    assert not [n for n in names if n.endswith(".tmp")]
    assert (
        restored / "arsip" / f"{hashlib.sha256(form.read_bytes()).hexdigest()}.xlsx"
    ).read_bytes() == form.read_bytes()
    words = ("capaian", "--tahun", 2026, "--periode", "TH", "--json")
    assert run(*words, "--data", restored)[1] == run(*words)[1]


def test_a_backup_is_shown_before_it_is_brought_back_and_what_was_there_is_kept(run: Run, tmp_path: Path) -> None:
    target, data = tmp_path / "cadangan.zip", tmp_path / "data"
    assert run("cadangkan", "--ke", target)[0] == 0
    run("akun", "nonaktif", "camat")
    words = ("capaian", "--tahun", 2026, "--periode", "SM1", "--json")
    figures = run(*words)[1]
    code, said, err = run("pulihkan", target)
    assert (code, "--ya" in err) == (1, True)
    assert "Kantor:              Kecamatan Paringin Selatan" in said
    assert "Tahun:               2024, 2025, 2026" in said
    assert {p.name for p in data.iterdir() if p.is_dir()} == {"arsip", "cadangan"}
    code, said, _ = run("pulihkan", target, "--ya")
    kept = next(data.glob("disimpan-*"))
    assert (code, str(kept) in said) == (0, True)
    assert run(*words)[1] == run(*words, "--data", kept)[1] == figures
    assert run("periksa")[0] == 0
    assert run("akun", "nonaktif", "camat")[0] == 0  # it is active again, as in the backup


def test_what_is_missing_ends_the_command_with_1_and_the_backup_is_there(run: Run, tmp_path: Path) -> None:
    gone = next(p for p in (tmp_path / "data" / "arsip").iterdir() if p.suffix == ".xlsx")
    gone.unlink()
    code, said, err = run("cadangkan")
    assert (code, "tidak ada di arsip" in err, "terbaca kembali" in said) == (1, True, True)
    (made,) = (tmp_path / "data" / "cadangan").glob("lakip_*_manual_*_kurang.zip")
    assert "Kurang:" in run("pulihkan", made)[1]


def test_each_table_of_the_backup_is_a_parquet_file_of_its_own(run: Run, tmp_path: Path) -> None:
    run("cadangkan", "--ke", tmp_path / "cadangan.zip")
    with zipfile.ZipFile(tmp_path / "cadangan.zip") as bundle:
        targets = polars.read_parquet(bundle.read("parquet/target.parquet"))
        assert {"unit", "realisasi", "jejak", "migrasi"} <= {Path(n).stem for n in bundle.namelist()}
    assert targets.filter(polars.col("indikator") == "IK-01", polars.col("tahun") == 2026).height == 5


def test_a_fresh_folder_begins_with_the_first_admin(fresh: Run, tmp_path: Path) -> None:
    code, _, err = fresh("capaian", "--tahun", 2026, "--periode", "TW1")
    assert (code, "akun tambah" in err) == (1, True)
    assert fresh("akun", "tambah", "budi", "--nama", "Budi", "--sandi", "rahasia-kuat")[0] == 0
    assert fresh("akun", "tambah", "siti", "--peran", "kasubbag", "--sandi", "rahasia-kuat")[0] == 0
    form = tmp_path / "rencana.xlsx"
    assert fresh("formulir", "rencana", "--tahun", 2026, "--ke", form)[0] == 0
    assert openpyxl.load_workbook(form).worksheets
    assert fresh("akun", "sandi", "siti", "--sandi", "rahasia-baru")[0] == 0
    assert "tanpa jeda dan tanpa faktor kedua" in fresh("akun", "bebaskan", "siti")[1]
    assert fresh("akun", "nonaktif", "siti")[0] == 0
    code, _, err = fresh("unggah", form, "--jenis", "rencana", "--tahun", 2026, "--sebagai", "siti")
    assert (code, "tidak aktif" in err) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("akun", "tambah", "budi", "--sandi", "pendek"), "sandi"),
        (("akun", "tambah", "budi", "--peran", "camat", "--sandi", "rahasia-kuat"), "admin"),
        (("formulir", "realisasi", "--tahun", "2026", "--ke", "x.xlsx"), "kantor"),
        (("unggah", "tidak-ada.xlsx", "--jenis", "realisasi", "--tahun", "2026", "--sebagai", "x"), "kantor"),
    ],
)
def test_what_fails_says_so_in_one_sentence(fresh: Run, words: tuple[str, ...], said: str) -> None:
    code, _, err = fresh(*words)
    assert (code, said in err, "Traceback" in err, err.strip().count("\n")) == (1, True, False, 0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Belum disebut: PERINTAH."),
        (("hapus",), "PERINTAH: “hapus” tidak dikenal."),
        (("capaian", "--tahun", "2026"), "Belum disebut: --periode."),
        (("capaian", "--tahun", "2026", "--periode", "TW5"), "“TW5” tidak dikenal. Pilihannya: TW1,"),
        (("capaian", "--tahun", "2026", "--periode"), "--periode belum diisi."),
        (("capaian", "--tahun", "2026", "--periode", "TW1", "--jso"), "Tidak dikenal: --jso."),
        (("capaian", "--tahun", "2026", "--periode", "TW1", "--json=ya"), "--json tidak memerlukan isi"),
        (("capaian", "--tahun", "99999999999", "--periode", "TW1"), "“99999999999” bukan tahun."),
        (("capaian", "--tahun", "2_026", "--periode", "TW1"), "“2_026” bukan tahun."),
        (("capaian", "--tahun", "2026", "--periode", "TW1", "--per", "31-12-2026"), "“31-12-2026” bukan tanggal."),
        (("benarkan", "--tahun", "2026", "--triwulan", "dua", "--sebagai", "x"), "--triwulan: “dua” bukan angka."),
        (("pulihkan", "tidak-ada.zip"), "tidak-ada.zip” tidak ada."),
        (("pulihkan", __file__), "bukan cadangan Lakip"),
        (("cadangkan", "--ke", "."), "--ke: “.” adalah folder."),
        (("cadangkan", "--ke", "tidak/ada/c.zip"), "folder “tidak/ada” tidak ada."),
    ],
)
def test_words_that_do_not_fit_are_said_in_one_sentence(fresh: Run, words: tuple[str, ...], said: str) -> None:
    code, out, err = fresh(*words)
    assert (code, out, said in err, "usage" in err, err.strip().count("\n")) == (1, "", True, False, 0), err


@pytest.mark.parametrize(
    "words", [("formulir", "realisasi"), ("benarkan",), ("unggah", __file__, "--jenis", "realisasi")]
)
def test_an_unknown_bagian_is_refused_with_those_that_are_there(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    more = ("--ke", tmp_path / "x.xlsx") if words[0] == "formulir" else ("--sebagai", "kasubbag")
    code, _, err = run(*words, "--tahun", 2026, "--triwulan", 4, "--bagian", "ZZZ", *more)
    assert (code, "Bagian “ZZZ” tidak ada. Bagian yang ada: REN," in err) == (1, True)


def test_a_folder_that_holds_no_record_of_ours_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lakip.duckdb").write_text("bukan basis data")
    assert main(["--data", str(tmp_path), "capaian", "--tahun", "2026", "--periode", "TW1"]) == 1
    assert "lakip.duckdb tidak dapat dibuka" in capsys.readouterr().err
    assert main(["--data", str(tmp_path / "lakip.duckdb"), "contoh"]) == 1
    assert "bukan folder" in capsys.readouterr().err


def test_a_file_of_gigabytes_is_refused_without_being_read_whole(run: Run, tmp_path: Path) -> None:
    huge = tmp_path / "besar.xlsx"
    with huge.open("wb") as stream:
        stream.truncate(40 * 2**30)
    code, _, err = run("unggah", huge, "--jenis", "rencana", "--tahun", 2026, "--sebagai", "kasubbag")
    assert (code, "batasnya, 10 MB" in err) == (1, True)


def test_help_is_in_indonesian(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["unggah", "--help"])
    said = capsys.readouterr().out
    assert ("Pemakaian:" in said, "usage" in said, "optional" in said) == (True, False, False)


def test_a_missing_file_is_named(run: Run) -> None:
    code, _, err = run("unggah", "hilang.xlsx", "--jenis", "rencana", "--tahun", 2026, "--sebagai", "kasubbag")
    assert (code, err) == (1, "Berkas “hilang.xlsx” tidak ada. Periksa letak dan namanya.\n")


def test_rights_hold_on_the_command_line_too(run: Run) -> None:
    code, _, err = run("benarkan", "--tahun", 2026, "--triwulan", 3, "--sebagai", "staf.umum")
    assert (code, "tidak berhak" in err) == (1, True)


def test_a_command_says_when_the_application_holds_the_database(tmp_path: Path) -> None:
    store = Store(tmp_path)
    command = [sys.executable, "-m", "lakip", "--data", str(tmp_path), "capaian", "--tahun", "2026", "--periode", "TW1"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    store.close()
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.strip().startswith("Basis data sedang dipegang aplikasi Lakip")


def test_a_form_is_a_workbook_that_opens(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "form.xlsx"
    run("formulir", "realisasi", "--tahun", 2026, "--triwulan", 1, "--ke", target)
    assert openpyxl.load_workbook(BytesIO(target.read_bytes())).worksheets[0].protection.sheet
