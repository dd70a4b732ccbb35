"""The form: filled with what is known, locked where nobody types, and read back as it was written."""

import io
from typing import Any

import openpyxl
import pytest
from unggahan import BY, KASUBBAG, PEM, STAF, TAHUN, UNIT, book, codes, new_office, read, recorded, row, save, upload

from lakip.errors import UserError
from lakip.store import Store
from lakip.unggah import realisasi
from lakip.unggah.berkas.buku import read_workbook
from lakip.unggah.formulir import identitas
from lakip.unggah.realisasi.formulir import issued_card, realisasi_form


@pytest.fixture
def store() -> Store:
    return new_office()


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def rows(content: bytes) -> list[list[Any]]:
    """Kode, target, realisasi, pembilang, penyebut, keadaan of each row."""
    sheet = opened(content)["Realisasi"]
    return [
        [sheet.cell(n, c).value for c in (2, 5, 7, 8, 9, 10)]
        for n in range(7, sheet.max_row + 1)
        if sheet.cell(n, 2).value
    ]


def filled(content: bytes, **cells: Any) -> bytes:
    wb = opened(content)
    for address, value in cells.items():
        wb["Realisasi"][address] = value
    return save(wb)


def test_it_lists_what_is_due_with_target_and_recorded_figures(store: Store) -> None:
    upload(
        store, row("IK-04", 15), row("IK-05", None, 6, 15), row("IK-06", None, keadaan="Tidak tersedia", alasan="Belum")
    )
    assert rows(realisasi_form(store, UNIT, TAHUN, 2)) == [
        ["IK-01", 84, None, None, None, None],
        ["IK-02", 90, None, None, None, None],
        ["IK-04", 20, 15, None, None, "Terisi"],
        ["IK-05", 40, None, 6, 15, "Terisi"],
        ["IK-06", 80, None, None, None, "Tidak tersedia"],
        ["IK-07", 2000, None, None, None, None],
    ]


def test_an_indikator_that_is_not_due_is_named_below_and_not_asked(store: Store) -> None:
    sheet = opened(realisasi_form(store, UNIT, TAHUN, 2))["Realisasi"]
    below = [sheet.cell(n, 1).value for n in range(13, sheet.max_row + 1) if sheet.cell(n, 1).value]
    assert below == ["Tidak diisi pada TW II, karena tidak bertarget:", "IK-03  Nilai AKIP kecamatan"]


def test_a_form_of_one_bagian_holds_only_its_own(store: Store) -> None:
    content = realisasi_form(store, UNIT, TAHUN, 2, PEM.bagian)
    assert [r[0] for r in rows(content)] == ["IK-04", "IK-05", "IK-06", "IK-07"]
    assert opened(content)["Realisasi"]["A3"].value == "Seksi Pemerintahan"


def test_where_nothing_is_due_there_is_no_form(store: Store) -> None:
    with pytest.raises(UserError, match="Tidak ada indikator bagian XYZ"):
        realisasi_form(store, UNIT, TAHUN, 2, "XYZ")


def test_only_the_cells_to_fill_in_are_open(store: Store) -> None:
    sheet = opened(realisasi_form(store, UNIT, TAHUN, 2))["Realisasi"]
    assert sheet.protection.sheet
    open_cells = {c.coordinate for line in sheet["A6:N9"] for c in line if not c.protection.locked}
    assert open_cells == {f"{c}7" for c in "GJKLMN"} | {f"{c}8" for c in "HIJKLMN"} | {f"{c}9" for c in "GJKLMN"}


def test_dropdown_and_decimal_checks_are_there(store: Store) -> None:
    checks = opened(realisasi_form(store, UNIT, TAHUN, 2))["Realisasi"].data_validations.dataValidation
    assert sorted((str(v.sqref), v.type) for v in checks) == [
        ("G7:G12", "decimal"),
        ("H7:H12", "decimal"),
        ("I7:I12", "decimal"),
        ("J7:J12", "list"),
        ("O7:O12", "whole"),
    ]


def test_it_says_in_words_what_each_metode_wants(store: Store) -> None:
    upload(store, row("IK-07", 900), triwulan=1)
    sheet = opened(realisasi_form(store, UNIT, TAHUN, 2))["Realisasi"]
    said = {sheet.cell(n, 2).value: sheet.cell(n, 6).value for n in range(7, 13)}
    assert said["IK-04"] == "Isi tambahan TW II saja."
    assert said["IK-07"] == "Isi total sejak Januari sampai akhir TW II. Tercatat s.d. TW I: 900."
    assert said["IK-02"].startswith("Isi X dan Y TW II saja.")


def test_example_data_is_marked_on_the_form(store: Store) -> None:
    assert "DATA CONTOH" in opened(realisasi_form(store, UNIT, TAHUN, 2))["Realisasi"]["A4"].value


def test_identity_is_hidden_in_the_form(store: Store) -> None:
    upload(store, row("IK-04", 15))
    content = realisasi_form(store, UNIT, TAHUN, 2, "PEM")
    assert opened(content)["_meta"].sheet_state == "veryHidden"
    meta = identitas.read(read_workbook(content, "x"))
    assert (meta.unit, meta.tahun, meta.triwulan, meta.bagian) == (UNIT, TAHUN, 2, "PEM")
    assert issued_card(meta, "IK-04") == (("nilai", "jumlah", "dokumen"), 1)
    assert issued_card(meta, "IK-05") == (("pembilang_penyebut", "kumulatif", "%"), 0)


def test_a_text_that_looks_like_a_formula_stays_text(store: Store) -> None:
    upload(store, row("IK-04", 15))
    head = ["Kode", "Realisasi TW II", "Tindak Lanjut"]
    hasil = read(store, book(["IK-04", 15, "'=1+1"], head=head))
    realisasi.save(store, KASUBBAG, hasil)
    store_text = recorded(store, "IK-04")["tindak_lanjut"]
    sheet = opened(realisasi_form(store, UNIT, TAHUN, 2))["Realisasi"]
    assert sheet["N9"].value == store_text
    assert sheet["N9"].data_type == "s"


def test_filled_in_and_uploaded_it_is_read_without_a_question(store: Store) -> None:
    content = filled(
        realisasi_form(store, UNIT, TAHUN, 2, "PEM"), G7=15, H8=6, I8=15, G9=0.8, G10="1.500", M7="Blangko habis"
    )
    wb = opened(content)
    wb["Realisasi"]["G9"].number_format = "0%"
    hasil = read(store, save(wb), pengguna=STAF)
    assert codes(hasil) == []
    assert (hasil.dibaca, hasil.ditahan, hasil.bagian) == (4, 0, "PEM")
    assert [d.alasan.split(":")[0] for d in hasil.dilewati] == []
    realisasi.save(store, STAF, hasil)
    assert [recorded(store, k)["nilai"] for k in ("IK-04", "IK-06", "IK-07")] == [15, 80, 1500]
    assert recorded(store, "IK-04")["faktor_penghambat"] == "Blangko habis"
    assert (recorded(store, "IK-05")["lembar"], recorded(store, "IK-05")["sel"]) == ("Realisasi", "H8")


@pytest.mark.parametrize(
    ("more", "kode", "said"),
    [
        ({"triwulan": 3}, "triwulan_lain", "untuk Triwulan II, sedangkan yang dipilih Triwulan III"),
        ({"tahun": 2027}, "tahun_lain", "untuk Tahun 2026, sedangkan yang dipilih Tahun 2027"),
        ({"bagian": "YAN"}, "bagian_lain", "untuk bagian PEM, sedangkan yang dipilih bagian YAN"),
    ],
)
def test_a_form_for_something_else_is_refused_by_name(store: Store, more: dict[str, Any], kode: str, said: str) -> None:
    hasil = read(store, filled(realisasi_form(store, UNIT, TAHUN, 2, "PEM"), G7=15), **more)
    assert ([t.kode for t in hasil.temuan], hasil.ditolak) == ([kode], True)
    assert said in hasil.temuan[0].pesan


@pytest.mark.parametrize(
    ("cell", "value", "kode"),
    [("B3", "63.11.01", "unit_lain"), ("B2", "99", "versi_formulir"), ("B7", "0", "data_contoh")],
)
def test_a_form_of_another_unit_or_version_is_refused(store: Store, cell: str, value: str, kode: str) -> None:
    wb = opened(realisasi_form(store, UNIT, TAHUN, 2))
    wb["_meta"][cell] = value
    hasil = read(store, save(wb))
    assert ([t.kode for t in hasil.temuan], hasil.ditolak) == ([kode], True)
    assert "Unduh formulir" in hasil.temuan[0].pesan


def test_a_card_that_changed_since_the_form_asks_for_a_new_form(store: Store) -> None:
    content = filled(realisasi_form(store, UNIT, TAHUN, 2), G9=15)
    with store.transaction() as tx:
        card = {
            "unit": UNIT,
            "kode": "IK-04",
            "versi": 2,
            "mulai_tahun": 2020,
            "sasaran": "S1",
            "bagian": "PEM",
            "nama": "Jumlah dokumen kependudukan terbit",
            "satuan": "dokumen",
            "isian": "nilai",
            "metode": "kumulatif",
            "rumus": "positif",
            "desimal": 0,
            "iku": True,
            "urutan": 4,
            **BY,
        }
        tx.insert("indikator", [card])
    assert codes(read(store, content)) == [("B9", "kartu_berubah")]


def test_rows_may_be_sorted_and_deleted(store: Store) -> None:
    wb = opened(realisasi_form(store, UNIT, TAHUN, 2, "PEM"))
    sheet = wb["Realisasi"]
    sheet["G7"] = 15
    sheet.delete_rows(8, 2)
    sheet.move_range("A7:N7", rows=10)
    hasil = read(store, save(wb))
    assert [(i.kode, i.nilai) for i in hasil.isi] == [("IK-04", 15)]
    assert hasil.sel["IK-04"] == ("Realisasi", "G17")
