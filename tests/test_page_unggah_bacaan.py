"""A workbook that is not ours on screen: shown as it was read, confirmed once, corrected in place, remembered."""

from typing import Any

import pytest
from layar import add_person, button, checked, screen, texts
from salinan import once
from streamlit.testing.v1 import AppTest
from unggahan import TAHUN, UNIT, new_office, recorded

from lakip import kartu, rekap
from lakip.akses import Peran
from lakip.store import Store
from lakip.ui.widgets import XLSX
from lakip.unggah import profil
from lakip.unggah.dilewati import summed
from lakip.unggah.hasil import Dilewati

PAGE = "1_unggah.py"
BENAR = "Apakah tabel ini dibaca dengan benar?"
JUDUL = ("Kode", "Indikator Kinerja", "Capaian TW II", "Paraf Kepala")


@pytest.fixture
@once
def store() -> Store:
    store = new_office()
    add_person(store, UNIT, "staf", Peran.STAF, "PEM")
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    return store


def workbook(*rows: tuple[object, ...], judul: tuple[str, ...] = JUDUL) -> bytes:
    import io  # noqa: PLC0415

    import openpyxl  # noqa: PLC0415

    made, buffer = openpyxl.Workbook(), io.BytesIO()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Rekap"
    for row in (("REKAP KINERJA",), ("Tahun 2026",), judul, *rows):
        sheet.append(row)
    made.save(buffer)
    return buffer.getvalue()


IK_04 = ("IK-04", "Jumlah dokumen kependudukan terbit")
IK_07 = ("IK-07", "Warga mengikuti penyuluhan")


def chosen(store: Store, content: bytes, periode: str = "TW2") -> AppTest:
    at = screen(store, "staf", PAGE, tahun=TAHUN, periode=periode)
    return checked(at.file_uploader[0].upload("rekap.xlsx", content, XLSX).run())


def menu(at: AppTest, letter: str) -> Any:
    return next(s for s in at.selectbox if s.label == f"Arti kolom {letter}")


def vouch(at: AppTest, said: str = "pakai") -> AppTest:
    return checked(next(c for c in at.segmented_control if c.label == BENAR).set_value(said).run())


def saving(at: AppTest) -> list[str]:
    return [b.label for b in at.button if b.label.startswith("Simpan") and b.label.endswith("angka")]


def test_each_column_is_shown_with_its_heading_its_meaning_and_how_it_was_read(store: Store) -> None:
    at = chosen(
        store, workbook((*IK_04, "18,0"), judul=("Kode", "Indikator Kinerja", "Realisasi TW II", "Paraf Kepala"))
    )
    said = texts(at)
    assert "Lembar “Rekap”: judul kolom di baris 3" in said
    assert [menu(at, letter).value for letter in "ABCD"] == ["kode", "indikator", "realisasi", None]
    assert "18,0 → **18" in said
    assert "tidak dipahami" in said
    assert list(at.dataframe[0].value.columns) == ["A", "B", "C", "D"]
    assert list(at.dataframe[0].value.index) == ["3", "4"]
    assert (saving(at), recorded(store, "IK-04")) == ([], None), (
        "nothing is saved before somebody says that it is right"
    )
    assert "Bacaan ini benar" in at.info[-1].value


def test_a_column_in_doubt_is_given_its_meaning_and_remembered_with_it(store: Store) -> None:
    at = chosen(store, workbook((*IK_04, 18)))
    assert menu(at, "C").value is None
    assert "ditanyakan" in at.info[-1].value
    at = vouch(checked(menu(at, "C").select("realisasi").run()))
    next(t for t in at.text_input if t.label.startswith("Ingat bacaan")).set_value("Rekap seksi")
    at = checked(button(at, "Simpan 1 angka").click().run())
    assert "Bacaannya diingat sebagai “Rekap seksi”." in at.success[0].value
    assert recorded(store, "IK-04")["nilai"] == 18
    # The next quarter: the same decision, about the quarter that is wanted, and one click.
    later = workbook((*IK_07, 2500), judul=("Kode", "Indikator Kinerja", "Capaian TW III", "Paraf Kepala"))
    at = chosen(store, later, "TW3")
    assert menu(at, "C").value == "realisasi"
    assert "Dikenali dari bacaan yang diingat: **Rekap seksi**" in texts(at)
    at = checked(button(vouch(at), "Simpan 1 angka").click().run())
    assert rekap.acuan(store, UNIT, TAHUN, 3)["IK-07"].tercatat[3].isi.nilai == 2500
    assert len(profil.all_of(store, UNIT)) == 1


def test_a_meaning_changed_asks_anew_whether_the_reading_is_right(store: Store) -> None:
    at = vouch(checked(menu(chosen(store, workbook((*IK_04, 18))), "C").select("realisasi").run()))
    assert saving(at) == ["Simpan 1 angka"]
    at = checked(menu(at, "C").select("tidak dipakai").run())
    assert saving(at) == []


def test_a_held_cell_is_corrected_in_place_and_its_card_says_so(store: Store) -> None:
    judul = ("Kode", "Indikator Kinerja", "Realisasi TW II", "Paraf")
    at = vouch(chosen(store, workbook((*IK_04, "18o"), judul=judul)))
    assert "“18o” bukan angka" in texts(at)
    field = next(t for t in at.text_input if t.label == "Betulkan di sini isi sel C4")
    at = checked(field.set_value("delapan").run())
    assert "Sesudah dibetulkan menjadi “delapan”: IK-04: “delapan” bukan angka" in texts(at)
    at = checked(next(t for t in at.text_input if t.label == "Betulkan di sini isi sel C4").set_value("18").run())
    checked(button(at, "Simpan 1 angka").click().run())
    assert recorded(store, "IK-04")["nilai"] == 18
    (row,) = rekap.history(store, UNIT, "IK-04").to_dicts()
    assert "lembar “Rekap”, sel C4, dibetulkan di layar, tertulis: “18o”; diunggah" in kartu.origin(row)


def test_leaving_out_the_rest_says_what_still_holds(store: Store) -> None:
    at = chosen(store, workbook((*IK_04, "x"), (*IK_07, "y")))
    assert not [c for c in at.checkbox if c.label.startswith("Tinggalkan semua")], "a column in doubt comes first"
    at = vouch(checked(menu(at, "C").select("realisasi").run()))
    at = checked(next(c for c in at.checkbox if c.label.startswith("Tinggalkan semua")).check().run())
    assert "0 ditahan" in texts(at)


def test_rows_copied_out_of_excel_are_read_like_a_file(store: Store) -> None:
    at = screen(store, "staf", PAGE, tahun=TAHUN, periode="TW2")
    text = "Kode\tIndikator Kinerja\tRealisasi TW II\nIK-04\tJumlah dokumen kependudukan terbit\t18\n"
    next(t for t in at.text_area if t.label == "Tempelan: Berkas realisasi").set_value(text)
    at = vouch(checked(button(at, "Baca tempelan").click().run()))
    checked(button(at, "Simpan 1 angka").click().run())
    assert recorded(store, "IK-04")["nilai"] == 18


def test_who_plans_sees_renames_and_removes_what_is_remembered(store: Store) -> None:
    at = vouch(checked(menu(chosen(store, workbook((*IK_04, 18))), "C").select("realisasi").run()))
    checked(button(at, "Simpan 1 angka").click().run())
    at = screen(store, "kasubbag", "0_acuan.py", tab="Bacaan berkas", tahun=TAHUN)
    assert "Realisasi kinerja | Seksi" in texts(at).replace("\u00a0", " ")
    at.text_input(key="nama profil 1 v1").set_value("Rekap PEM").run()
    at = checked(button(at, "Simpan nama").click().run())
    assert [p.nama for p in profil.all_of(store, UNIT)] == ["Rekap PEM"]
    at.checkbox(key="hapus profil 1 2").check().run()
    at = checked(button(at, "Hapus profil ini").click().run())
    assert "Belum ada. Bacaan pertama" in texts(at)


def test_rows_of_other_quarters_are_summed_to_one_line(store: Store) -> None:
    """Two indikator, a row for each quarter: the rows of TW I, III and IV are passed over."""
    judul = ("Kode", "Indikator Kinerja", "Triwulan", "Realisasi")
    rows = [(*one, name, n) for one in (IK_04, IK_07) for n, name in enumerate(("I", "II", "III", "IV"), 1)]
    said = texts(chosen(store, workbook(*rows, judul=judul)))
    assert "Lembar “Rekap”, baris 4, 6-8, 10-11 (6 baris): baris Triwulan I, III, IV]" in said


def test_many_rows_passed_over_are_told_by_where_they_begin_and_end() -> None:
    def told(*rows: int) -> list[str]:
        return [rows for _, rows, _ in summed([Dilewati("Rekap", n, "baris jumlah") for n in rows])]

    assert told(9) == ["baris 9"]
    assert told(9, 10, 11, 24) == ["baris 9-11, 24 (4 baris)"]
    assert told(9, 13, 17, 21, 25) == ["5 baris di antara baris 9 dan 25"]
