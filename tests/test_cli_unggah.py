"""A workbook of the office's own from the command line: shown first, agreed to, answered with a peta, remembered."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from contoh_siap import copied
from test_cli import typed

from lakip import rekap
from lakip.pengaturan import IDENTITAS_BAWAAN
from lakip.store import Store

UNIT = IDENTITAS_BAWAAN.unit
Run = Callable[..., tuple[int, str, str]]
JUDUL = ("No", "Kode", "Indikator Kinerja", "Satuan", "Realisasi TW IV", "Paraf Kepala")
IKM = (1, "IK-01", "Indeks Kepuasan Masyarakat", "indeks")
GANGGUAN = (2, "IK-08", "Jumlah gangguan ketenteraman dan ketertiban umum", "kejadian")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture
def run(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Upload the workbook in this folder as the Kasubbag; exit code, stdout, stderr."""
    words = ("unggah", tmp_path / "rekap.xlsx", "--jenis", "realisasi", "--tahun", 2026, "--sebagai", "kasubbag")
    return lambda *more, triwulan=4: typed(folder, capsys, *words, "--triwulan", triwulan, *more)


def book(tmp_path: Path, *rows: Sequence[object], judul: Sequence[object] = JUDUL) -> None:
    """A recap as a seksi keeps it: the headings in row 4 of the sheet “Rekap”, the rows from 5 on."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Rekap"
    for row in (["REKAP KINERJA"], ["Tahun 2026"], [], judul, *rows):
        sheet.append(list(row))
    made.save(tmp_path / "rekap.xlsx")


def peta(tmp_path: Path, **said: object) -> Path:
    path = tmp_path / "peta.json"
    path.write_text(json.dumps(said), encoding="utf-8")
    return path


def recorded(folder: Path, kode: str) -> object:
    store = Store(folder)
    try:
        saved = rekap.acuan(store, UNIT, 2026, 4)[kode].tercatat.get(4)
        return saved and saved.isi.nilai
    finally:
        store.close()


def test_an_unknown_shape_is_shown_column_by_column_and_nothing_is_saved(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    book(tmp_path, (*IKM, "85,5", ""))
    code, out, err = run()
    assert code == 1
    assert "Bacaan lembar Rekap, judul kolom di baris 4 (belum disetujui):" in out
    assert "  E4    “Realisasi TW IV”: dipakai sebagai Realisasi Triwulan IV. Misalnya “85,5” dibaca 85,5" in out
    assert "“Paraf Kepala”: tidak dipahami (judulnya tidak dikenal)" in out
    assert "tambahkan --setuju" in err
    assert recorded(folder, "IK-01") is None


def test_what_is_understood_is_agreed_to_saved_and_remembered(run: Run, folder: Path, tmp_path: Path) -> None:
    book(tmp_path, (*IKM, "85,5", ""))
    code, out, _ = run("--setuju")
    assert (code, "1 realisasi Triwulan IV Tahun 2026 tersimpan" in out) == (0, True)
    assert "Bacaannya diingat sebagai “rekap.xlsx (" in out
    assert recorded(folder, "IK-01") == pytest.approx(85.5)
    again = run("--setuju")[1]
    assert "Lembar Rekap: dikenali dari bacaan “rekap.xlsx (" in again
    assert "Bacaannya diingat" not in again, "the same shape is kept once"


def test_what_holds_is_listed_with_its_cell_and_left_out_until_nothing_does(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    book(tmp_path, (*IKM, "85,5", ""), (*GANGGUAN, "satu", ""))
    code, _, err = run("--setuju")
    assert code == 1
    assert "Menahan: Rekap!E6 bukan_angka (jawabannya: tinggalkan)" in err
    assert run("--setuju", "--tinggalkan")[0] == 0
    assert (recorded(folder, "IK-01"), recorded(folder, "IK-08")) == (pytest.approx(85.5), None)


def test_leaving_out_rows_never_leaves_out_the_question_how_they_were_read(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    book(tmp_path, (*IKM, "85,5", ""))
    code, _, err = run("--tinggalkan")
    assert (code, "tambahkan --setuju" in err) == (1, True)
    assert recorded(folder, "IK-01") is None


def test_a_peta_gives_the_meaning_of_a_column_and_what_a_cell_should_say(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    judul = ("No", "Kode", "Indikator Kinerja", "Satuan", "Capaian TW IV", "Paraf")
    book(tmp_path, (*IKM, "85,5", ""), (*GANGGUAN, "satu", ""), judul=judul)
    code, out, err = run("--setuju")
    assert (code, "“Capaian TW IV”: ditanyakan sebagai Realisasi Triwulan IV" in out) == (1, True)
    assert "Menahan: Rekap!E4 arti (jawabannya: realisasi, tidak dipakai)" in err
    said = peta(tmp_path, arti={"Rekap!E4": "Realisasi Triwulan IV"}, isi={"Rekap!E6": "1"})
    code, out, err = run("--peta", said, "--setuju")
    assert code == 0, out + err
    assert (recorded(folder, "IK-01"), recorded(folder, "IK-08")) == (pytest.approx(85.5), 1)


def test_a_remembered_reading_is_applied_by_name(run: Run, folder: Path, tmp_path: Path) -> None:
    judul = ("No", "Kode", "Indikator Kinerja", "Satuan", "Capaian TW IV", "Paraf")
    book(tmp_path, (*IKM, "85,5", ""), judul=judul)
    assert run("--peta", peta(tmp_path, arti={"Rekap!E4": "realisasi"}), "--setuju")[0] == 0
    store = Store(folder)
    (nama,) = store.read("profil_semua", unit=UNIT)["nama"]
    store.close()
    book(tmp_path, (*IKM, "86", ""), judul=judul)
    assert run("--profil", nama)[0] == 0
    assert recorded(folder, "IK-01") == 86
    code, _, err = run("--profil", "Lain")
    assert (code, f"Profil “Lain” tidak ada. Yang ada: “{nama}”" in err) == (1, True)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"kolom": {}}, "kunci “kolom” tidak dikenal; yang dikenal: arti, isi, jawaban"),
        ({"arti": {"Rekap": "realisasi"}}, "“Rekap” pada “arti” bukan sel"),
        ({"arti": {"Rekap!Z4": "realisasi"}}, "“Rekap!Z4” bukan sel judul kolom pada berkas ini. Yang ada: Rekap!A4"),
        ({"arti": {"Rekap!E4": "upah"}}, "kolom Rekap!E4 tidak dapat berarti “upah”. Pilihannya: kode"),
        ({"isi": {"Rekap!E5": 85}}, "isi “Rekap!E5” harus teks"),
        ({"jawaban": {"Rekap!E5 ambigu": "85"}}, "tidak ada temuan “Rekap!E5 ambigu” pada berkas ini"),
        ({"jawaban": {"Rekap!E6 bukan_angka": "1"}}, "“1” bukan jawaban atas Rekap!E6 bukan_angka. Pilihannya: tinggalkan"),
        ([], "susunannya lain"),
    ],
)  # fmt: skip
def test_what_a_peta_says_in_vain_is_refused_in_words(run: Run, tmp_path: Path, said: object, told: str) -> None:
    book(tmp_path, (*IKM, "85,5", ""), (*GANGGUAN, "satu", ""))
    path = tmp_path / "peta.json"
    path.write_text(json.dumps(said), encoding="utf-8")
    code, _, err = run("--peta", path)
    assert code == 1
    assert told in err


def test_a_peta_that_is_no_json_is_refused_with_the_form_it_has(run: Run, tmp_path: Path) -> None:
    book(tmp_path, (*IKM, "85,5", ""))
    path = tmp_path / "peta.json"
    path.write_text("arti: E4", encoding="utf-8")
    code, _, err = run("--peta", path)
    assert (code, "Peta “peta.json”: bukan JSON" in err, '{"arti": {"TW II!G7": "realisasi"}' in err) == (1, True, True)
