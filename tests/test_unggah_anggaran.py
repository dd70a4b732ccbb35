"""An upload of the budget: the form and the office's own workbook, what holds it, and what closes to the rupiah."""

import io
from collections.abc import Callable
from datetime import date

import ciputat
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from salinan import empty, once

from lakip import anggaran, pengaturan
from lakip.akses import Pengguna, Peran, Tugas, system
from lakip.anggaran import Anggaran, Kode
from lakip.errors import AccessError, UserError
from lakip.pengaturan import Identitas
from lakip.store import Store
from lakip.unggah import anggaran as unggah
from lakip.unggah.anggaran.baca import Hasil
from lakip.unggah.anggaran.formulir import anggaran_form
from lakip.unggah.hasil import vouched
from lakip.unggah.realisasi import PAKAI, TINGGALKAN
from lakip.unggah.rencana.formulir import rencana_form
from lakip.unggah.tabel import bacaan

UNIT, TAHUN = "36.74.04", 2023
SYSTEM = system(UNIT)
CIPUTAT = Identitas(UNIT, "Kecamatan Ciputat", "Kota Tangerang Selatan", "Jalan Contoh 1", "Ciputat", True)
SUBS = [k.kode for k in ciputat.kode() if k.jenjang == "sub_kegiatan"]
SUB1, SUB2 = SUBS[0], SUBS[1]
PAGU = 20_000_000_000
Change = Callable[[Worksheet], None]
Jawaban = dict[tuple[str, str, str], str]


@once
def office(kode: tuple[Kode, ...] = ()) -> Store:
    store = empty()
    pengaturan.set_up_office(store, SYSTEM, CIPUTAT, pengaturan.BAGIAN_BAWAAN, [])
    if kode:
        anggaran.save_nomenklatur(store, SYSTEM, UNIT, "uji", list(kode))
        anggaran.save_anggaran(store, SYSTEM, UNIT, TAHUN, "murni", "uji", dict.fromkeys(SUBS, PAGU))
    return store


@pytest.fixture
def store() -> Store:
    return office(tuple(ciputat.kode()))


def read(store: Store, content: bytes, jawaban: Jawaban | None = None, tahun: int = TAHUN) -> Hasil:
    return vouched(lambda j: unggah.read(store, SYSTEM, content, "realisasi.xlsx", UNIT, tahun, j), jawaban)


def nearest(hasil: Hasil) -> Jawaban:
    return {t.kunci: t.pilihan[0] for t in hasil.menahan if t.pilihan}


def published(store: Store, change: Change | None = None) -> Hasil:
    """The workbook, with its one misspelt name answered."""
    content = ciputat.workbook(change)
    return read(store, content, nearest(read(store, content)))


def put(cell: str, value: object) -> Change:
    def change(sheet: Worksheet) -> None:
        sheet[cell] = value

    return change


def rules(hasil: Hasil) -> list[tuple[str, str]]:
    return [(t.sel, t.kode) for t in hasil.menahan]


# ---------------------------------------------------------------- the office's own workbook


def test_the_published_workbook_closes_to_the_rupiah(store: Store) -> None:
    hasil = published(store)
    assert hasil.menahan == ()
    assert unggah.save(store, SYSTEM, hasil).tersimpan == 2 * len(SUBS)
    rows = {r["kode"]: r for r in anggaran.pohon(store, UNIT, TAHUN, 2).to_dicts()}
    codes = {k.nama: k.kode for k in ciputat.kode()}
    for level, nama, _, tw1, tw2 in ciputat.rows():
        kode = None if level == "U" else codes.get(ciputat.official(nama))
        if level != "-":
            assert (rows[kode]["tw1_rupiah"], rows[kode]["tw2_rupiah"]) == (ciputat.rupiah(tw1), ciputat.rupiah(tw2))
    assert rows[None]["realisasi_sd_rupiah"] == 4_504_316_352 + 8_393_024_418


def test_every_row_is_read_skipped_or_held(store: Store) -> None:
    hasil = read(store, ciputat.workbook())
    assert (hasil.dibaca, len(hasil.dilewati), hasil.ditahan) == (47, 1, 1)
    assert hasil.dibaca + len(hasil.dilewati) + hasil.ditahan == len(ciputat.rows())
    assert hasil.dilewati[0].alasan == "tanpa kode dan uraian"
    roles = {one.judul: one.guna for one in hasil.bacaan[0].kolom}
    assert roles["REALISASI KINERJA PADA TRIWULAN › I › K"] is bacaan.Guna.TIDAK_DIPAKAI, (
        "a figure of kinerja is no money"
    )
    assert roles["REALISASI KINERJA PADA TRIWULAN › I › Rp"] is bacaan.Guna.DIPAKAI


def test_a_dash_is_nil_only_in_a_column_that_holds_figures(store: Store) -> None:
    def change(sheet: Worksheet) -> None:
        for row in range(7, 56):
            if sheet[f"G{row}"].value is not None:
                sheet[f"G{row}"], sheet[f"I{row}"] = "-", "-"

    hasil = published(store, change)
    told = {t.sel: t.pesan for t in hasil.temuan if t.kode == "strip"}
    assert list(told) == ["G7", "I7", "E12"]
    assert "Realisasi TW II: 48 sel “-” dianggap belum diisi" in told["G7"]
    assert "Realisasi TW I: 16 sel “-” dibaca 0" in told["E12"]
    unggah.save(store, SYSTEM, hasil)
    saved = anggaran.recorded(store, UNIT, TAHUN)
    assert saved[SUB2, "realisasi_tw1"] == 0
    assert (SUB2, "realisasi_tw2") not in saved


def test_a_misspelt_name_is_asked_with_the_nearest(store: Store) -> None:
    hasil = read(store, ciputat.workbook())
    (asked,) = hasil.menahan
    assert (asked.sel, asked.kode) == ("B20", "nama_tak_dikenal")
    assert asked.pilihan[0].startswith("7.01.01.2.02.0002 Pelaksanaan Penatausahaan")
    assert hasil.siap is False


def test_a_name_that_nothing_resembles_is_never_guessed(store: Store) -> None:
    hasil = published(store, put("B11", "Pengadaan Kapal Selam"))
    assert rules(hasil) == [("B11", "nama_tak_dikenal")]
    assert hasil.menahan[0].pilihan == ()


def test_a_name_under_two_parents_is_the_one_below_the_row_above() -> None:
    twin = Kode("7.01.02.2.03.0009", "sub_kegiatan", "Penyusunan Dokumen Perencanaan Perangkat Daerah")
    store = office((*ciputat.kode(), twin))
    hasil = published(store)
    assert hasil.menahan == ()
    assert (SUB1, "realisasi_tw1") in hasil.anggaran.angka
    assert (twin.kode, "realisasi_tw1") not in hasil.anggaran.angka


def test_a_name_under_two_parents_alone_is_asked() -> None:
    twin = Kode("7.01.02.2.03.0009", "sub_kegiatan", "Penyusunan Dokumen Perencanaan Perangkat Daerah")
    store = office((*ciputat.kode(), twin))
    book = openpyxl.Workbook()
    book.active.append(["Uraian", "Realisasi TW I"])  # type: ignore[union-attr]
    book.active.append([twin.nama, 5])  # type: ignore[union-attr]
    hasil = read(store, saved_bytes(book))
    assert rules(hasil) == [("A2", "nama_ganda")]
    assert [p.split()[0] for p in hasil.menahan[0].pilihan] == [SUB1, twin.kode]


def test_one_changed_child_is_one_temuan_with_the_exact_difference(store: Store) -> None:
    hasil = published(store, put("E11", "12.097.401"))
    (found,) = hasil.menahan
    assert (found.sel, found.kode) == ("E10", "induk_selisih")
    assert "tertulis Rp 24.215.320, sedangkan jumlah rinciannya Rp 24.215.321; selisih Rp 1 (kurang)" in found.pesan
    with pytest.raises(UserError, match="masih menahan"):
        unggah.save(store, SYSTEM, hasil)


def test_a_sum_left_out_shows_what_it_hid_one_level_up(store: Store) -> None:
    content = ciputat.workbook(put("E11", "12.097.401"))
    jawaban = nearest(read(store, content))
    cells = []
    while held := read(store, content, jawaban).menahan:
        cells += [t.sel for t in held]
        jawaban |= {t.kunci: TINGGALKAN for t in held}
    assert cells == ["E10", "E8", "E7"]
    hasil = read(store, content, jawaban)
    unggah.save(store, SYSTEM, hasil)
    assert anggaran.recorded(store, UNIT, TAHUN)[SUB1, "realisasi_tw1"] == 12_097_401


def test_a_printed_total_that_does_not_close_is_told(store: Store) -> None:
    hasil = published(store, put("G7", "8.393.024.000"))
    assert rules(hasil) == [("G7", "induk_selisih")]
    assert "Jumlah seluruhnya" in hasil.menahan[0].pesan
    assert "selisih Rp 418" in hasil.menahan[0].pesan


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("12.097.400,50", "pecahan_rupiah"),
        ("12,097,400.50", "pecahan_rupiah"),
        ("dua belas juta", "bukan_angka"),
        ("12,097", "ambigu"),
        ("85%", "satuan_salah"),
    ],
)
def test_what_is_no_whole_rupiah_is_held_in_its_cell(store: Store, value: object, rule: str) -> None:
    assert ("E11", rule) in rules(read(store, ciputat.workbook(put("E11", value))))


def test_over_pagu_and_a_negative_total_are_told_and_a_correction_is_noted(store: Store) -> None:
    anggaran.save_anggaran(store, SYSTEM, UNIT, TAHUN, "perubahan", "uji", {SUB1: 21_000_000})
    held = published(store).menahan
    assert [(t.sel, t.kode) for t in held] == [("G11", "aturan_realisasi_tw2")]
    assert "melebihi pagu Rp 21.000.000 sebesar Rp 427.000" in held[0].pesan

    def correct(sheet: Worksheet) -> None:
        sheet["G11"], sheet["G10"] = "(97.400)", "24.383.100"
        sheet["G8"], sheet["G7"] = "5.377.342.078", "8.383.597.418"

    hasil = published(store, correct)
    assert hasil.menahan == ()
    assert [t.sel for t in hasil.temuan if "dicatat sebagai koreksi" in t.pesan] == ["G11"]


def test_a_correction_beyond_what_was_spent_is_held(store: Store) -> None:
    def correct(sheet: Worksheet) -> None:
        sheet["E11"], sheet["E10"] = "-1", "12.116.919"
        sheet["E8"], sheet["E7"] = "3.791.918.851", "4.492.217.951"

    held = published(store, correct).menahan
    assert any("Koreksi tidak boleh melebihi" in t.pesan for t in held)


def test_a_code_in_two_places_names_both(store: Store) -> None:
    hasil = published(store, put("B12", "Penyusunan Dokumen Perencanaan Perangkat Daerah"))
    assert rules(hasil) == [("B11", "kode_ganda"), ("B12", "kode_ganda")]
    assert "(B11 dan B12)" in hasil.menahan[0].pesan


def test_what_is_wrong_elsewhere_is_told_beside_a_held_row(store: Store) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B12"], sheet["E13"] = "Penyusunan Dokumen Perencanaan Perangkat Daerah", "-1"

    assert [kode for _, kode in rules(published(store, change))] == ["kode_ganda", "kode_ganda", "aturan_realisasi_tw1"]


def test_another_year_or_office_is_refused_by_name(store: Store) -> None:
    other = read(store, ciputat.workbook(), tahun=2024)
    assert (other.ditolak, other.temuan[0].kode) == (True, "tahun_lain")
    assert "untuk Tahun 2023, sedangkan yang dipilih Tahun 2024" in other.temuan[0].pesan
    named = read(store, ciputat.workbook(put("B7", "KECAMATAN PAMULANG")))
    assert (named.ditolak, named.temuan[0].kode) == (True, "unit_lain")
    assert "Kecamatan Pamulang" in named.temuan[0].pesan


@pytest.mark.parametrize("cell", ["A3", "E6"])
def test_thousands_of_rupiah_are_not_taken_for_rupiah(store: Store, cell: str) -> None:
    hasil = read(store, ciputat.workbook(put(cell, "Rp (dalam ribuan rupiah)")))
    assert (hasil.ditolak, hasil.temuan[0].kode) == (True, "satuan_lain")
    assert "dalam ribuan rupiah" in hasil.temuan[0].pesan


def test_the_same_file_again_changes_nothing_and_says_so(store: Store) -> None:
    unggah.save(store, SYSTEM, published(store))
    again = published(store)
    assert again.perubahan == ()
    assert "tidak ada angka yang berubah" in again.ringkasan
    assert unggah.save(store, SYSTEM, again).unggahan is None


def test_old_stands_beside_new(store: Store) -> None:
    unggah.save(store, SYSTEM, published(store))

    def change(sheet: Worksheet) -> None:
        sheet["G55"] = "255.237.801"
        sheet["G54"], sheet["G53"], sheet["G7"] = "255.237.801", "255.237.801", "8.393.024.419"

    (one,) = published(store, change).perubahan
    assert (one.kode, one.bidang, one.lama, one.baru) == (
        SUBS[-1],
        "Realisasi TW II",
        "Rp 255.237.800",
        "Rp 255.237.801",
    )


def test_what_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    hasil = published(store)
    anggaran.save_realisasi_anggaran(store, SYSTEM, UNIT, TAHUN, 1, {SUB1: 1})
    with pytest.raises(UserError, match="diubah orang lain"):
        unggah.save(store, SYSTEM, hasil)
    assert anggaran.recorded(store, UNIT, TAHUN)[SUB1, "realisasi_tw1"] == 1


def test_only_those_who_plan_upload_a_budget(store: Store) -> None:
    kasi = Pengguna("kasi", "Kasi", (Tugas(Peran.KASI, UNIT, "PEM"),))
    with pytest.raises(AccessError):
        unggah.read(store, kasi, ciputat.workbook(), "x.xlsx", UNIT, TAHUN)


# ---------------------------------------------------------------- the form


def saved_bytes(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def fill(content: bytes, **cells: object) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    for cell, value in cells.items():
        book["Anggaran"][cell] = value
    return saved_bytes(book)


def row_of(content: bytes, kode: str) -> int:
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Anggaran"]
    return next(r for r in range(1, sheet.max_row + 1) if sheet[f"A{r}"].value == kode)


def test_the_form_untouched_changes_nothing(store: Store) -> None:
    unggah.save(store, SYSTEM, published(store))
    form = anggaran_form(store, UNIT, TAHUN)
    for content in (form, fill(form)):
        hasil = read(store, content)
        assert (hasil.menahan, hasil.perubahan) == ((), ())
        assert "tidak ada angka yang berubah" in hasil.ringkasan


def test_a_filled_form_saves_pagu_target_and_realisasi_together(store: Store) -> None:
    form = anggaran_form(store, UNIT, TAHUN)
    row = row_of(form, SUB1)
    hasil = read(store, fill(form, **{f"E{row}": 900, f"F{row}": 300, f"I{row}": 600, f"J{row}": 0, f"K{row}": 850}))
    assert unggah.save(store, SYSTEM, hasil).pesan == (
        "Anggaran Tahun 2023 tersimpan: 1 pagu, 2 target keuangan, 2 realisasi anggaran."
    )
    node = next(r for r in anggaran.pohon(store, UNIT, TAHUN, 4).to_dicts() if r["kode"] == SUB1)
    assert (node["pagu_murni_rupiah"], node["pagu_rupiah"], node["realisasi_sd_rupiah"]) == (PAGU, 900, 0 + 850)
    assert store.read("laporan_sumber_anggaran", unit=UNIT, tahun=TAHUN, triwulan=2)["sel"].to_list() == [
        f"J{row}", f"K{row}",
    ]  # fmt: skip


def test_parents_in_the_form_are_formulas_that_add_up(store: Store) -> None:
    unggah.save(store, SYSTEM, published(store))
    content = anggaran_form(store, UNIT, TAHUN)
    shown = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["Anggaran"]
    assert shown[f"J{row_of(content, '7.01.01')}"].value == 3_804_017_252
    total = next(r for r in range(1, shown.max_row + 1) if shown[f"B{r}"].value == "JUMLAH")
    assert shown[f"K{total}"].value == 8_393_024_418


def test_an_empty_cell_does_not_delete_what_is_recorded(store: Store) -> None:
    unggah.save(store, SYSTEM, published(store))
    form = anggaran_form(store, UNIT, TAHUN)
    row = row_of(form, SUB1)
    hasil = read(store, fill(form, **{f"J{row}": None}))
    assert hasil.perubahan == ()
    assert [(t.sel, t.kode) for t in hasil.temuan] == [(f"J{row}", "dikosongkan")]


def test_a_figure_that_changed_since_the_form_is_left_alone_or_asked(store: Store) -> None:
    form = anggaran_form(store, UNIT, TAHUN)
    row = row_of(form, SUB1)
    anggaran.save(store, SYSTEM, UNIT, TAHUN, Anggaran({(SUB1, "pagu_murni"): 700, (SUB2, "pagu_murni"): 800}))
    hasil = read(store, fill(form, **{f"D{row_of(form, SUB2)}": 5000}))
    assert [(t.sel, t.kode) for t in hasil.temuan] == [
        (f"D{row}", "dibiarkan"), (f"D{row_of(form, SUB2)}", "berubah_sejak_formulir"),
    ]  # fmt: skip
    taken = read(store, fill(form, **{f"D{row_of(form, SUB2)}": 5000}), {hasil.menahan[0].kunci: PAKAI})
    assert [(p.kode, p.lama, p.baru) for p in taken.perubahan] == [(SUB2, "Rp 800", "Rp 5.000")]


def test_a_fresh_office_gets_program_and_kegiatan_and_brings_its_own_sub_kegiatan() -> None:
    store = office()
    form = anggaran_form(store, UNIT, TAHUN)
    sheet = openpyxl.load_workbook(io.BytesIO(form))["Anggaran"]
    codes = [sheet[f"A{r}"].value for r in range(6, 40)]
    assert codes[:2] == ["7.01.01", "7.01.01.2.01"]
    empty = 6 + len(anggaran.bawaan())
    total = next(r for r in range(empty, 200) if sheet[f"B{r}"].value == "JUMLAH")
    assert total - empty == 80  # room for every sub kegiatan of a DPA
    cells = {f"A{empty}": "7.01.01.2.01.0006", f"B{empty}": "Laporan Capaian Kinerja", f"D{empty}": 5_000_000}
    hasil = read(store, fill(form, **cells))
    assert (hasil.menahan, [t.kode for t in hasil.temuan]) == ((), ["kode_baru"])
    saved = unggah.save(store, SYSTEM, hasil)
    assert "tersimpan: 1 pagu." in saved.pesan
    assert [r["kode"] for r in anggaran.pohon(store, UNIT, TAHUN).to_dicts()] == [
        "7.01.01", "7.01.01.2.01", "7.01.01.2.01.0006", None,
    ]  # fmt: skip
    assert anggaran.edition(store, UNIT, TAHUN) == anggaran.BAWAAN
    assert pengaturan.years(store, UNIT, date(2026, 1, 2)) == (2026, TAHUN)  # to be looked at without an indikator


def test_a_file_without_codes_cannot_be_known_before_the_office_has_its_sub_kegiatan() -> None:
    hasil = read(office(), ciputat.workbook())
    assert rules(hasil) == [("B6", "tanpa_sub_kegiatan")]
    assert "isi kode, uraian, dan pagu setiap sub kegiatan menurut DPA" in hasil.menahan[0].pesan


def test_a_new_code_is_asked_once_the_office_has_its_own(store: Store) -> None:
    form = anggaran_form(store, UNIT, TAHUN)
    sheet = openpyxl.load_workbook(io.BytesIO(form))["Anggaran"]
    empty = next(r for r in range(6, 200) if sheet[f"A{r}"].value is None)
    cells = {f"A{empty}": SUB1.replace("0001", "0099"), f"B{empty}": "Baru", f"D{empty}": 5}
    held = read(store, fill(form, **cells))
    assert rules(held) == [(f"A{empty}", "kode_baru")]
    hasil = read(store, fill(form, **cells), {held.menahan[0].kunci: PAKAI})
    assert "1 kode baru masuk nomenklatur" in unggah.save(store, SYSTEM, hasil).pesan
    orphan = {**cells, f"A{empty}": "7.01.01.2.77.0001"}
    assert rules(read(store, fill(form, **orphan))) == [(f"A{empty}", "kode_tak_dikenal")]


def test_a_new_year_s_form_has_last_year_s_structure_without_its_figures(store: Store) -> None:
    form = anggaran_form(store, UNIT, TAHUN + 1)
    row = row_of(form, SUB1)
    sheet = openpyxl.load_workbook(io.BytesIO(form))["Anggaran"]
    assert [sheet.cell(row, c).value for c in range(4, 14)] == [None] * 10
    hasil = read(store, fill(form, **{f"D{row}": 7}), tahun=TAHUN + 1)
    unggah.save(store, SYSTEM, hasil)
    assert anggaran.recorded(store, UNIT, TAHUN + 1) == {(SUB1, "pagu_murni"): 7}


def test_a_new_edition_takes_the_names_of_the_file_and_leaves_the_old_one_as_it_is(store: Store) -> None:
    form = anggaran_form(store, UNIT, TAHUN)
    rows = [row_of(form, kode) for kode in ("7.01.01", SUB1)]
    book = openpyxl.load_workbook(io.BytesIO(form))
    sheet = book["Anggaran"]
    sheet[f"B{rows[0]}"], sheet[f"B{rows[1]}"] = "PROGRAM PENUNJANG YANG BARU", "Penyusunan Rencana"
    content = saved_bytes(book)
    assert rules(read(store, content)) == [(f"B{rows[0]}", "nama_berbeda"), (f"B{rows[1]}", "nama_berbeda")]
    hasil = unggah.read(store, SYSTEM, content, "baru.xlsx", UNIT, TAHUN, edisi="uji 2024")
    assert (hasil.menahan, {t.kode for t in hasil.temuan}) == ((), {"nama_edisi"})
    assert unggah.save(store, SYSTEM, hasil).tersimpan == len(SUBS)
    names = {r["kode"]: r["nama"] for r in anggaran.pohon(store, UNIT, TAHUN).to_dicts()}
    assert (names["7.01.01"], names[SUB1]) == ("PROGRAM PENUNJANG YANG BARU", "Penyusunan Rencana")
    assert anggaran.nodes(store, UNIT, TAHUN, "uji")[SUB1].nama == "Penyusunan Dokumen Perencanaan Perangkat Daerah"
    assert anggaran.total(store, UNIT, TAHUN)["pagu_rupiah"] == PAGU * len(SUBS)  # type: ignore[index]
    assert unggah.read(store, SYSTEM, content, "baru.xlsx", UNIT, TAHUN).perubahan == ()


@pytest.mark.parametrize("kind", ["year", "rencana", "unit"])
def test_a_form_for_something_else_is_refused(store: Store, kind: str) -> None:
    form = {
        "year": lambda: anggaran_form(store, UNIT, 2022),
        "rencana": lambda: rencana_form(store, UNIT, TAHUN),
        "unit": lambda: fill_meta(anggaran_form(store, UNIT, TAHUN)),
    }[kind]()
    hasil = read(store, form)
    assert hasil.ditolak
    assert hasil.temuan[0].kode == {"year": "tahun_lain", "rencana": "jenis_lain", "unit": "unit_lain"}[kind]


def fill_meta(content: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cell = next(c for row in book["_meta"].iter_rows() for c in row if c.value == UNIT)
    cell.value = "11.11.11"
    return saved_bytes(book)
