"""What every form of ours holds beside its cells: dropdowns that Excel shows whole, and an identity nobody need trust.

And the other way round: what is put into a column of a form is complained of in that very cell.
"""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import range_boundaries
from salinan import once
from test_unggah_sejak import with_document
from unggahan import KASUBBAG, TAHUN, UNIT, read, row, save, upload

from lakip import anggaran, dokumen, pengaturan
from lakip.akses import system
from lakip.dokumen import Dokumen
from lakip.pengaturan import Bagian
from lakip.rencana import DASAR_UBAH
from lakip.store import Store
from lakip.unggah import anggaran as budget
from lakip.unggah import dokumen as isi
from lakip.unggah import kaitan, pembanding
from lakip.unggah import rencana as plan
from lakip.unggah.anggaran.formulir import anggaran_form
from lakip.unggah.formulir.identitas import META
from lakip.unggah.realisasi.formulir import realisasi_form
from lakip.unggah.rencana.formulir import DASAR_PENDEK, rencana_form

SUB = "7.01.01.2.01.0001"
Baca = Callable[[Store, bytes], Any]


@once
def office() -> Store:
    """With something of every kind, and with more bagian than 255 letters can name."""
    store = with_document()
    upload(store, row("IK-04", 15))
    for n in range(30):
        pengaturan.add_bagian(
            store, system(UNIT), UNIT, Bagian(f"KELURAHAN{n:02}", f"Kelurahan {n}", "kelurahan", 3 + n)
        )
    nodes = [*anggaran.bawaan(), anggaran.Kode(SUB, "sub_kegiatan", "Penyusunan Dokumen")]
    anggaran.save_nomenklatur(store, KASUBBAG, UNIT, "uji", nodes)
    anggaran.save_anggaran(store, KASUBBAG, UNIT, TAHUN, "murni", "uji", {SUB: 15})
    anggaran.save_sasaran_program(store, KASUBBAG, UNIT, TAHUN, [anggaran.Kaitan("S1", "7.01.01")])
    dokumen.register(store, KASUBBAG, UNIT, Dokumen("iku", TAHUN, "1/iku", date(TAHUN, 1, 5)))
    return store


def of_document(store: Store, jenis: str) -> Dokumen:
    return dokumen.in_force(store, UNIT, jenis, TAHUN)


# How each form is written, and read.
FORMS: dict[str, tuple[Callable[[Store], bytes], Baca]] = {
    "realisasi": (lambda s: realisasi_form(s, UNIT, TAHUN, 2), read),
    "realisasi satu bagian": (lambda s: realisasi_form(s, UNIT, TAHUN, 2, "PEM"), read),
    "rencana": (
        lambda s: rencana_form(s, UNIT, TAHUN),
        lambda s, c: plan.read(s, KASUBBAG, c, "f.xlsx", UNIT, TAHUN),
    ),
    "anggaran": (
        lambda s: anggaran_form(s, UNIT, TAHUN),
        lambda s, c: budget.read(s, KASUBBAG, c, "f.xlsx", UNIT, TAHUN),
    ),
    "rkt": (
        lambda s: isi.contents_form(s, UNIT, of_document(s, "rkt")),
        lambda s, c: isi.read(s, KASUBBAG, c, "f.xlsx", UNIT, of_document(s, "rkt")),
    ),
    "iku": (
        lambda s: isi.contents_form(s, UNIT, of_document(s, "iku")),
        lambda s, c: isi.read(s, KASUBBAG, c, "f.xlsx", UNIT, of_document(s, "iku")),
    ),
    "pembanding": (
        lambda s: pembanding.pembanding_form(s, UNIT, TAHUN),
        lambda s, c: pembanding.read(s, KASUBBAG, c, "f.xlsx", UNIT, TAHUN),
    ),
    "kaitan": (
        lambda s: kaitan.kaitan_form(s, UNIT, TAHUN),
        lambda s, c: kaitan.read(s, KASUBBAG, c, "f.xlsx", UNIT, TAHUN),
    ),
}


@pytest.fixture(scope="module")
def store() -> Store:
    return office()


@cache
def form(jenis: str) -> bytes:
    return FORMS[jenis][0](office())


def put(jenis: str, sheet: int | str = 0, **cells: Any) -> bytes:
    """The form with some cells typed over."""
    wb = openpyxl.load_workbook(io.BytesIO(form(jenis)))
    page = wb.worksheets[sheet] if isinstance(sheet, int) else wb[sheet]
    for place, value in cells.items():
        page[place] = value
    return save(wb)


# ---------------------------------------------------------------- dropdowns


def choices(jenis: str) -> list[tuple[str, list[str]]]:
    """Each dropdown of a form: its first cell, and what it offers."""
    wb = openpyxl.load_workbook(io.BytesIO(form(jenis)))
    found = []
    for sheet in wb.worksheets:
        for one in sheet.data_validations.dataValidation:
            if one.type == "list":
                first = str(one.sqref).split(":")[0].split()[0]
                assert not one.formula1.startswith('"'), f"{jenis} {first}: a list in the cell is cut at its commas"
                name, area = re.fullmatch(r"(\w+)!(.+)", one.formula1).groups()
                assert wb[name].sheet_state == "veryHidden"
                left, top, right, bottom = range_boundaries(area)
                assert left == right
                found.append((first, [wb[name].cell(n, left).value for n in range(top, bottom + 1)]))
    return found


@pytest.mark.parametrize("jenis", FORMS)
def test_no_dropdown_of_a_form_stands_in_the_cell_itself(jenis: str) -> None:
    """Excel cuts such a list at every comma, and refuses it beyond 255 letters."""
    for _, words in choices(jenis):
        assert words
        assert None not in words
        assert len({*words}) == len(words)


def test_the_commonest_reason_of_a_perubahan_is_offered_whole_and_read() -> None:
    """It holds commas."""
    by_cell = dict(choices("rencana"))
    assert by_cell["C9"] == list(DASAR_PENDEK.values())
    assert "Perubahan strategi, program, atau anggaran" in by_cell["C9"]
    assert len(",".join(by_cell["T12"])) > 255
    for kode, words in DASAR_PENDEK.items():
        top = {"C4": "baru (perubahan)", "C5": "2/PK", "C7": "III", "C8": "APBD Perubahan", "C9": words}
        hasil = FORMS["rencana"][1](office(), put("rencana", **top))
        assert (hasil.menahan, hasil.rencana.pk.dasar_ubah) == ((), kode)
    assert DASAR_PENDEK.keys() == DASAR_UBAH.keys()


@pytest.mark.parametrize("jenis", ["realisasi", "rencana", "iku"])
def test_every_word_that_a_dropdown_offers_is_understood(jenis: str, store: Store) -> None:
    for cell, words in choices(jenis):
        for word in words:
            found = FORMS[jenis][1](store, put(jenis, **{cell: word})).temuan
            unknown = (f"“{word[:40]}” bukan", "tidak dikenal")
            assert [t.pesan for t in found if t.sel == cell and any(said in t.pesan for said in unknown)] == []


# ---------------------------------------------------------------- a finding names its own cell

LONG = "x" * 4001
# Form, what is typed, and the cell that the complaint names (the others only make the row count).
WRONG = [
    ("realisasi", {"B9": "XX"}, "B9"),
    ("realisasi", {"C9": "Indeks kepuasan layanan publik", "G9": 16}, "C9"),
    ("realisasi", {"D9": "%", "G9": 16}, "D9"),
    ("realisasi", {"E9": 99, "G9": 16}, "E9"),
    ("realisasi", {"G9": "abc"}, "G9"),
    ("realisasi", {"G9": -5}, "G9"),
    ("realisasi", {"G9": None}, "G9"),
    ("realisasi", {"H10": "abc", "I10": 15}, "H10"),
    ("realisasi", {"H10": 6, "I10": "abc"}, "I10"),
    ("realisasi", {"H10": 6}, "I10"),
    ("realisasi", {"I10": 15}, "H10"),
    ("realisasi", {"H10": 6, "I10": 0}, "I10"),
    ("realisasi", {"H10": 16, "I10": 15}, "H10"),
    ("realisasi", {"G10": 40}, "G10"),
    ("realisasi", {"L10": "Blangko ada"}, "H10"),
    ("realisasi", {"J9": "Entah"}, "J9"),
    ("realisasi", {"J9": "Nihil"}, "J9"),
    ("realisasi", {"G9": None, "J9": "Tidak tersedia"}, "K9"),
    *(("realisasi", {f"{column}9": LONG}, f"{column}9") for column in "KLMN"),
    ("realisasi", {"O9": "abc"}, "O9"),
    ("realisasi", {"O9": TAHUN + 1}, "O9"),
    ("rencana", {"A15": "T9"}, "A15"),
    ("rencana", {"A15": "T1", "B15": "x" * 1001}, "B15"),
    ("rencana", {"C15": "Bupati"}, "C15"),
    ("rencana", {"D15": "S99", "E15": None}, "D15"),
    ("rencana", {"E15": "x" * 1001}, "E15"),
    ("rencana", {"F15": "S99"}, "F15"),
    ("rencana", {"F15": "S1"}, "F15"),
    ("rencana", {"G15": "9.99", "D15": None, "E15": None}, "G15"),
    ("rencana", {"H15": None, "I15": "Indikator lain"}, "H15"),
    ("rencana", {"I15": "x" * 501}, "I15"),
    ("rencana", {"J15": LONG}, "J15"),
    ("rencana", {"K15": LONG}, "K15"),
    ("rencana", {"L15": "x" * 61}, "L15"),
    ("rencana", {"M15": "Entah"}, "M15"),
    ("rencana", {"M15": "Persen"}, "M15"),
    ("rencana", {"N15": "Entah"}, "N15"),
    ("rencana", {"N15": "Pembilang dan penyebut"}, "N15"),
    ("rencana", {"O15": "Entah"}, "O15"),
    ("rencana", {"O17": "Rasio (jumlah pembilang : jumlah penyebut)"}, "O17"),
    ("rencana", {"P15": "Entah"}, "P15"),
    ("rencana", {"P12": "Entah"}, "P12"),
    ("rencana", {"Q15": 9}, "Q15"),
    *(("rencana", {f"{column}15": LONG}, f"{column}15") for column in ("R", "S", "U", "V", "W", "X", "Y", "AH")),
    ("rencana", {"T15": "ZZZ"}, "T15"),
    ("rencana", {"Z15": "banyak"}, "Z15"),
    ("rencana", {"Z15": "=A1&B1"}, "Z15"),
    ("rencana", {"AA15": 1800}, "AA15"),
    ("rencana", {"AB15": "Mungkin"}, "AB15"),
    ("rencana", {"AC15": 999}, "AC15"),
    *(("rencana", {f"{column}15": "x"}, f"{column}15") for column in ("AC", "AD", "AE", "AF", "AG")),
    ("rencana", {"AE18": 900}, "AE18"),  # IK-07, a kumulatif: 1.000, 900, 3.000, 4.000
    ("rencana", {"AF13": 80}, "AF13"),  # IK-02, a rasio of 90
    ("rencana", {"AE14": 70}, "AG14"),  # IK-03, once a tahun: the second quarter is the one too many
    ("rencana", {"C6": "kemarin"}, "C6"),
    ("rencana", {"C9": "Entah"}, "C9"),
    ("anggaran", {"A8": "9.99"}, "A8"),
    ("anggaran", {"B8": "Pengadaan Kapal Selam", "E8": 9}, "B8"),
    *(("anggaran", {f"{column}8": "abc"}, f"{column}8") for column in "DEFGHIJKLM"),
    *(("anggaran", {f"{column}8": -9}, f"{column}8") for column in "DEFGHIJ"),
    ("rkt", {"A6": "IK-01", "B6": "Persentase pengaduan selesai"}, "A6"),
    ("rkt", {"B6": None}, "B6"),
    ("rkt", {"D6": "abc"}, "D6"),
    ("rkt", {"D6": "5%"}, "D6"),
    ("iku", {"B6": None}, "B6"),
    ("pembanding", {"A6": "XX", "D6": 5, "E6": "LKjIP"}, "A6"),
    ("pembanding", {"A6": None, "B6": "Entah", "D6": 5, "E6": "LKjIP"}, "B6"),
    *(("pembanding", {f"{n}6": "abc", f"{s}6": "LKjIP"}, f"{n}6") for n, s in ("DE", "FG", "HI")),
    *(("pembanding", {f"{n}6": 5}, f"{s}6") for n, s in ("DE", "FG", "HI")),
    *(("pembanding", {f"{s}6": "LKjIP"}, f"{n}6") for n, s in ("DE", "FG", "HI")),
    ("kaitan", {"A6": "S9"}, "A6"),
    ("kaitan", {"A6": None, "B6": "Entah"}, "B6"),
    ("kaitan", {"D6": "9.99"}, "D6"),
    ("kaitan", {"D6": None, "E6": "Entah"}, "E6"),
    ("kaitan", {"D6": "7.01.01.2.01"}, "D6"),
    ("kaitan", {"F6": "abc"}, "F6"),
    ("kaitan", {"F6": 120}, "F6"),
    ("kaitan", {"F6": 90}, "F6"),
]


@pytest.mark.parametrize(("jenis", "cells", "named"), WRONG)
def test_a_finding_names_the_cell_that_holds_what_it_is_about(
    jenis: str, cells: dict[str, Any], named: str, store: Store
) -> None:
    hasil = FORMS[jenis][1](store, put(jenis, **cells))
    told = hasil.menahan or hasil.temuan
    assert {t.sel for t in told} == {named}, [str(t) for t in told]


@pytest.mark.parametrize(("column", "name"), [("I", "Indikator"), ("L", "Satuan"), ("O", "Metode"), ("P", "Rumus")])
def test_what_a_new_card_lacks_is_told_at_the_empty_cell(column: str, name: str, store: Store) -> None:
    """It was told at the kode: H19 for a Rumus that belongs into P19."""
    whole = {
        "D": "S1", "H": "IK-99", "I": "Kegiatan gotong royong", "L": "kegiatan", "T": "PEM", "AC": 4, "AG": 4,
        "O": "Tahunan (diukur sekali setahun)", "P": "Makin tinggi makin baik: R / T",
    }  # fmt: skip
    cells = {f"{c}19": value for c, value in whole.items()}
    assert FORMS["rencana"][1](store, put("rencana", **cells)).menahan == ()
    (found,) = FORMS["rencana"][1](store, put("rencana", **{**cells, f"{column}19": None})).menahan
    assert (found.sel, f"isi “{name}”" in found.pesan) == (f"{column}19", True)


def test_what_a_new_pk_lacks_is_told_at_the_empty_cell(store: Store) -> None:
    hasil = FORMS["rencana"][1](store, put("rencana", C4="baru (perubahan)", C5="2/PK", C7=None))
    assert [(t.sel, t.kode) for t in hasil.menahan] == [("C7", "pk_mulai"), ("C8", "pk_alasan"), ("C9", "pk_dasar")]


# ---------------------------------------------------------------- the hidden sheet

JUNK = [
    "9" * 5000, None, "NaN", "inf", "-1", -1, "1e3", "²", "١٢", datetime(2026, 1, 2), True, 1.5, "x" * 5000, "abc",
]  # fmt: skip
TEKS = ("unit", "bagian", "untuk", "terbit")
ANGKA = ("skema", "tahun", "triwulan", "seen")


def identity(jenis: str) -> dict[str, str]:
    """{word of the hidden sheet: its cell}."""
    sheet = openpyxl.load_workbook(io.BytesIO(form(jenis)))[META]
    return {str(c[0].value): c[1].coordinate for c in sheet.iter_rows(max_col=2) if c[0].value not in ("sel", "baris")}


@pytest.mark.parametrize("jenis", [jenis for jenis in FORMS if jenis != "realisasi satu bagian"])
def test_an_identity_that_cannot_be_read_is_said_in_words(jenis: str, store: Store) -> None:
    for word, cell in identity(jenis).items():
        for value in JUNK if word in ANGKA else JUNK[:2]:
            hasil = FORMS[jenis][1](store, put(jenis, META, **{cell: value}))
            if word in TEKS:  # a short word is another unit or bagian, which is refused by its name
                assert all(len(t.pesan) < 600 for t in hasil.temuan), word
                continue
            said = [t.pesan for t in hasil.temuan]
            assert hasil.ditolak, (word, value)
            assert len(said) == 1
            assert said[0].startswith("Identitas formulir ini tidak terbaca"), (word, str(value)[:20], said)
            assert "Unduh formulir baru" in said[0]


def test_a_number_of_four_hundred_digits_is_no_damage_to_the_file(store: Store) -> None:
    """Excel writes no such cell; what does, must not make the file seem broken."""
    content, huge = put("realisasi", META, B4=7654321), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(huge, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v>7654321</v>", b"<v>" + b"9" * 401 + b"</v>"))
    (found,) = FORMS["realisasi"][1](store, huge.getvalue()).temuan
    assert found.kode == "identitas_rusak"


UNDUH = "Unduh formulir dari sistem ini, isi, lalu unggah kembali."
NOT_THIS = [
    ("unit", "63.11.01", "unit_lain", f"untuk unit 63.11.01, sedangkan yang dipakai unit {UNIT}. {UNDUH}"),
    ("contoh", "0", "data_contoh", f"untuk data sebenarnya, sedangkan yang dipakai data contoh. {UNDUH}"),
    ("skema", "99", "versi_formulir", f"dibuat oleh versi lain dari sistem ini. {UNDUH}"),
]


@pytest.mark.parametrize("jenis", FORMS)
def test_a_form_of_another_unit_version_or_data_is_refused_in_the_same_words(jenis: str, store: Store) -> None:
    for word, value, kode, said in NOT_THIS:
        hasil = FORMS[jenis][1](store, put(jenis, META, **{identity(jenis)[word]: value}))
        assert (hasil.ditolak, [(t.kode, t.pesan) for t in hasil.temuan]) == (True, [(kode, f"Formulir ini {said}")])


def test_a_form_of_another_kind_is_refused_in_the_same_words(store: Store) -> None:
    kinds = {
        "realisasi": "realisasi", "rencana": "Rencana Aksi", "anggaran": "anggaran", "iku": "isi dokumen",
        "pembanding": "pembanding", "kaitan": "kaitan sasaran dengan anggaran",
    }  # fmt: skip
    for one, ours in kinds.items():
        for other, theirs in kinds.items():
            if one == other:
                continue
            (found,) = FORMS[one][1](store, form(other)).temuan
            assert (found.kode, found.pesan) == (
                "jenis_lain",
                f"Berkas ini formulir {theirs}, bukan formulir {ours}. "
                f"Unggah sebagai formulir {theirs}, atau unduh dan isi formulir {ours}.",
            )


def test_everything_that_differs_is_said_at_once(store: Store) -> None:
    cells = {"unit": "63.11.01", "tahun": str(TAHUN - 1), "triwulan": "3"}
    found = FORMS["realisasi"][1](store, put("realisasi", META, **{identity("realisasi")[n]: cells[n] for n in cells}))
    assert [t.kode for t in found.temuan] == ["unit_lain", "tahun_lain", "triwulan_lain"]


@pytest.mark.parametrize("jenis", FORMS)
def test_the_help_of_a_form_is_printed_whole(jenis: str) -> None:
    """Its long lines ran off the page."""
    sheet = openpyxl.load_workbook(io.BytesIO(form(jenis)))["Petunjuk"]
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.protection.sheet) == (True, True)
    for number in range(2, sheet.max_row + 1):
        text, height = str(sheet.cell(number, 1).value), sheet.row_dimensions[number].height or 15
        assert sheet.cell(number, 1).alignment.wrap_text
        assert height >= 12.75 * len(text) / 115  # as many letters of Arial 10 as the column holds


@pytest.mark.parametrize("jenis", FORMS)
def test_junk_in_what_the_cells_were_issued_with_stops_nothing(jenis: str, store: Store) -> None:
    """At worst a cell counts as changed; what is recorded is the same."""
    wb = openpyxl.load_workbook(io.BytesIO(form(jenis)))
    rows = [r for r in wb[META].iter_rows() if r[0].value == "sel"]
    for number, cells in enumerate(rows):
        cells[3].value = JUNK[number % len(JUNK)]
    assert FORMS[jenis][1](store, save(wb)).perubahan == FORMS[jenis][1](store, form(jenis)).perubahan
