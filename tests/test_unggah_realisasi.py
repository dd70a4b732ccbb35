"""A whole upload: every row read, skipped with a reason or held; the right file; old beside new."""

import io
import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unggahan import (
    CAMAT,
    HEAD,
    KASUBBAG,
    STAF,
    TAHUN,
    book,
    codes,
    new_office,
    person,
    read,
    recorded,
    row,
    save,
    upload,
)

from lakip.akses import Peran
from lakip.errors import AccessError, UserError
from lakip.indikator import Keadaan
from lakip.store import Store
from lakip.unggah import realisasi
from lakip.unggah.realisasi import Hasil, leave_out
from lakip.unggah.tabel.pemilik import other_unit


@pytest.fixture
def store() -> Store:
    return new_office()


@pytest.fixture(scope="module")
def office() -> Iterator[Store]:
    """For tests that record nothing. Closed by hand: Hypothesis holds on to it until the very end."""
    store = new_office()
    yield store
    store.close()


def rows_below(content: bytes) -> int:
    """Non-empty rows below the heading in row 3 of a plain table."""
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return sum(any(c.value is not None for c in r) for r in sheet.iter_rows(min_row=4))


def total(hasil: Hasil) -> int:
    return hasil.dibaca + len(hasil.dilewati) + hasil.ditahan


# ---------------------------------------------------------------- what is read


def test_each_metode_takes_what_its_quarter_asks_for(office: Store) -> None:
    content = book(
        row("IK-01", "85,5"),
        row("IK-02", None, 18, 20),
        row("IK-04", 15),
        row("IK-05", None, 6, 15),
        row("IK-06", "80%"),
        row("IK-07", "1.500"),
        title="REALISASI KINERJA TRIWULAN II TAHUN 2026",
    )
    hasil = read(office, content)
    assert [(i.kode, i.nilai, i.pembilang, i.penyebut) for i in hasil.isi] == [
        ("IK-01", Decimal("85.5"), None, None),
        ("IK-02", None, 18, 20),
        ("IK-04", 15, None, None),
        ("IK-05", None, 6, 15),
        ("IK-06", 80, None, None),
        ("IK-07", 1500, None, None),
    ]
    assert (hasil.dibaca, hasil.ditahan, hasil.dilewati) == (6, 0, ())
    assert hasil.sel["IK-07"] == ("Data", "D9")
    assert hasil.siap


def test_a_pair_is_traced_to_its_numerator_also_beside_its_percentage(office: Store) -> None:
    hasil = read(office, book(row("IK-02", 90, 18, 20), row("IK-05", None, 6, 15), row("IK-06", 80)))
    assert hasil.sel == {"IK-02": ("Data", "E4"), "IK-05": ("Data", "E5"), "IK-06": ("Data", "D6")}


def test_reading_records_nothing(office: Store) -> None:
    read(office, book(row("IK-04", 15)))
    assert recorded(office, "IK-04") is None


def test_words_in_place_of_a_number_are_a_keadaan(office: Store) -> None:
    hasil = read(office, book(row("IK-04", "nihil"), row("IK-01", "n/a", alasan="Survei belum selesai")))
    assert [(i.kode, i.keadaan, i.nilai) for i in hasil.isi] == [
        ("IK-04", Keadaan.NIHIL, None),
        ("IK-01", Keadaan.TIDAK_TERSEDIA, None),
    ]


def test_a_dash_is_asked_and_never_taken_for_zero(office: Store) -> None:
    content = book(row("IK-04", "-"))
    hasil = read(office, content)
    assert codes(hasil) == [("D4", "strip")]
    assert hasil.temuan[0].pilihan == ("nihil", "tidak tersedia", "belum diisi")
    key = ("Data", "D4", "strip")
    assert read(office, content, jawaban={key: "nihil"}).isi[0].keadaan is Keadaan.NIHIL
    blank = read(office, content, jawaban={key: "belum diisi"})
    assert (blank.dibaca, [d.alasan for d in blank.dilewati]) == (0, ["belum diisi"])
    assert codes(read(office, content, jawaban={key: "tidak tersedia"}))[-1] == ("H4", "tanpa_alasan")


def test_an_ambiguous_number_waits_for_one_of_its_two_meanings(office: Store) -> None:
    content = book(row("IK-01", "84.250"))
    hasil = read(office, content)
    assert (codes(hasil), hasil.ditahan, hasil.siap) == ([("D4", "ambigu")], 1, False)
    key = hasil.temuan[0].kunci
    assert read(office, content, jawaban={key: "84,25"}).isi[0].nilai == Decimal("84.25")
    assert read(office, content, jawaban={key: "99"}).ditahan == 1, "only a choice that was offered counts"
    assert read(office, content, jawaban={key: "pakai"}).ditahan == 1


def test_a_row_without_kode_is_known_by_its_exact_name(office: Store) -> None:
    hasil = read(office, book([None, "Warga Mengikuti Penyuluhan", "orang", 1500]))
    assert [i.kode for i in hasil.isi] == ["IK-07"]


def test_a_kode_is_known_in_spite_of_spaces_and_case(office: Store) -> None:
    assert [i.kode for i in read(office, book(["ik 04", None, None, 15])).isi] == ["IK-04"]


# ---------------------------------------------------------------- rows that are not figures


def test_every_row_is_read_skipped_with_a_reason_or_held(office: Store) -> None:
    content = book(
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        [None, "Sasaran 1: Meningkatnya pelayanan"],
        row("IK-01", "85,5o"),
        row("IK-04", 15),
        row("IK-05"),
        row("IK-99", 3),
        row("IK-03"),
        ["Jumlah", None, None, 100],
        ["Catatan: angka sementara"],
        [None, None, None, None, "Paringin, 5 Juli 2026"],
        [None, None, None, None, "NIP. 19780101 200501 1 001"],
        [None, None, None, 42],
        ["Kode", "Indikator", "Satuan", "Realisasi"],
        [None] * 12 + ["jauh di kanan"],
    )
    hasil = read(office, content)
    assert [(d.baris, d.alasan.split(":")[0]) for d in hasil.dilewati] == [
        (4, "baris nomor kolom"),
        (5, "bukan baris indikator"),
        (8, "belum diisi"),
        (10, "tidak diukur pada triwulan ini"),
        (11, "baris jumlah atau rata-rata"),
        (12, "bukan baris indikator"),
        (13, "bukan baris indikator"),
        (14, "bukan baris indikator"),
        (16, "judul kolom yang berulang"),
        (17, "di luar kolom tabel"),
    ]
    assert codes(hasil) == [("D6", "bukan_angka"), ("A9", "kode_tak_dikenal"), ("A15", "kode_tak_dikenal")]
    assert (hasil.dibaca, hasil.ditahan) == (1, 3)
    assert total(hasil) == rows_below(content) == 14


def test_headings_that_are_not_understood_are_named(office: Store) -> None:
    hasil = read(office, book(["IK-04", 15, "x"], head=["Kode", "Realisasi TW II", "Zonasi Wilayah"]))
    assert hasil.kolom_lain == {"Data": ("Zonasi Wilayah",)}


def test_an_unknown_kode_is_never_skipped_silently(store: Store) -> None:
    """Field 6.2 item 8."""
    hasil = read(store, book(row("IK-77", 3), row("IK-O4", 15)))
    assert [t.sel for t in hasil.temuan] == ["A4", "A5"]
    assert "“IK-77” tidak ada pada acuan Tahun 2026" in hasil.temuan[0].pesan
    assert "Mungkin maksudnya IK-04" in hasil.temuan[1].pesan
    assert hasil.ditahan == 2
    with pytest.raises(UserError, match="temuan masih menahan"):
        realisasi.save(store, KASUBBAG, hasil)


def test_one_kode_on_two_rows_waits_until_one_is_left_out(office: Store) -> None:
    content = book(row("IK-04", 15), row("IK-04", 16))
    hasil = read(office, content)
    assert codes(hasil) == [("A4", "kode_ganda"), ("A5", "kode_ganda")]
    kept = read(office, content, jawaban={("Data", "A4", "kode_ganda"): "tinggalkan"})
    assert ([i.nilai for i in kept.isi], kept.ditahan, len(kept.dilewati)) == ([16], 0, 1)
    assert kept.siap


@pytest.mark.parametrize(
    ("head", "read_rows", "held", "told"),
    [
        (["Kode", "Indikator", "Target TW II", "Realisasi TW II"], ["IK-04", "IK-06"], 1, [("C7", "bukan_angka")]),
        (["Kode", "Indikator", "Satuan", "Realisasi TW III"], ["IK-04"], 0, []),
        (["No", "Kode", "Indikator", "Realisasi TW II"], ["IK-04"], 2, [("B7", "kode_tak_dikenal")]),
    ],
    ids=["other columns", "another quarter", "moved by one"],
)
def test_a_second_table_is_read_by_its_own_heading(
    office: Store, head: list[str], read_rows: list[str], held: int, told: list[tuple[str, str]]
) -> None:
    rows = [row("IK-04", 12)[:4], head, row("IK-06", 80)[:4], row("IK-07", 1500)[:4]]
    rows[3][3] = "belum" if head[2] == "Target TW II" else 1500
    hasil = read(office, book(*rows, head=HEAD[:4]))
    assert ([i.kode for i in hasil.isi], hasil.ditahan) == (read_rows, held)
    assert told == [] or told[-1][1] in [kode for _, kode in codes(hasil)]
    if head[3] == "Realisasi TW III":
        assert [d.alasan for d in hasil.dilewati] == [
            "judul kolom yang berulang",
            *["tabel ini memuat Triwulan III"] * 2,
        ]


def test_the_same_heading_on_the_next_page_is_no_second_table(office: Store) -> None:
    hasil = read(office, book(row("IK-04", 12), HEAD, row("IK-07", 1500)))
    assert (hasil.dibaca, [d.alasan for d in hasil.dilewati]) == (2, ["judul kolom yang berulang"])


def test_a_kode_on_two_sheets_is_named_with_its_sheets(office: Store) -> None:
    wb = openpyxl.load_workbook(io.BytesIO(book(row("IK-04", 12))))
    wb.copy_worksheet(wb.active).title = "Lagi"
    assert {t.pesan for t in read(office, save(wb)).temuan} == {
        "IK-04: kodenya ada pada lebih dari satu baris (Data!A4 dan Lagi!A4). Tinggalkan yang tidak dipakai."
    }


def test_one_kode_on_very_many_rows_is_told_shortly_and_at_once(office: Store) -> None:
    """Each row named all others: a file of 20.000 rows kept the server busy for minutes."""
    hasil = read(office, book(*[["IK-04", n] for n in range(2000)], head=["Kode", "Realisasi TW II"]))
    assert hasil.ditahan == 2000
    assert "(A4, A5, A6, A7, A8 dan 1995 lagi)" in hasil.temuan[0].pesan


def test_more_rows_than_any_form_has_are_refused(office: Store) -> None:
    with pytest.raises(UserError, match=r"batasnya 5\.000 baris"):
        read(office, book(*[["IK-04", n] for n in range(5001)], head=["Kode", "Realisasi TW II"]))


def test_what_is_left_out_is_skipped_and_the_rest_is_saved(store: Store) -> None:
    content = book(row("IK-04", 15), row("IK-99", 3), row("IK-01", "x"))
    held = read(store, content)
    hasil = read(store, content, jawaban=leave_out(held))
    assert (hasil.dibaca, hasil.ditahan) == (1, 0)
    assert [d.alasan for d in hasil.dilewati] == ["ditinggalkan", "ditinggalkan"]
    assert realisasi.save(store, KASUBBAG, hasil).tersimpan == 1


def test_a_wrong_number_cannot_be_waved_through(office: Store) -> None:
    content = book(row("IK-04", -3))
    key = read(office, content).temuan[0].kunci
    assert read(office, content, jawaban={key: "pakai"}).ditahan == 1


# ---------------------------------------------------------------- the right file


@pytest.mark.parametrize(
    ("title", "more", "kode", "named"),
    [
        ("REALISASI TRIWULAN I TAHUN 2026", {}, "triwulan_lain", "Triwulan I"),
        ("REALISASI TRIBULAN II TAHUN 2025", {}, "tahun_lain", "Tahun 2025"),
        ("KECAMATAN MUNCAR TRIWULAN II", {}, "unit_lain", "Kecamatan Muncar"),
        ("SEKSI PELAYANAN TW II", {"bagian": "PEM"}, "bagian_lain", "Seksi Pelayanan"),
    ],
)
def test_a_table_for_something_else_is_refused_by_name(
    office: Store, title: str, more: dict[str, Any], kode: str, named: str
) -> None:
    head = ["Kode", "Indikator", "Satuan", "Realisasi"]
    hasil = read(office, book(row("IK-04", 15)[:4], head=head, title=title), **more)
    assert [t.kode for t in hasil.temuan] == [kode]
    assert named in str(hasil.temuan[0])
    assert (hasil.ditolak, hasil.dibaca, hasil.ditahan) == (True, 0, 1)
    assert read(office, hasil.content, jawaban=leave_out(hasil), **more).ditolak, "no answer helps"


@pytest.mark.parametrize(
    "title",
    [
        "",
        "KECAMATAN PARINGIN SELATAN KABUPATEN BALANGAN",
        "PENGUKURAN KINERJA KECAMATAN TRIWULAN II",
        "Triwulan I - IV 2026",
    ],
)
def test_titles_that_fit_are_let_through(office: Store, title: str) -> None:
    assert read(office, book(row("IK-04", 15), title=title)).siap


def test_a_neighbour_whose_name_begins_alike_is_another_unit() -> None:
    """Paringin and Paringin Selatan lie side by side in Balangan."""
    titles = ["KECAMATAN PARINGIN SELATAN"]
    assert other_unit(titles, "Kecamatan Paringin") == "Kecamatan Paringin Selatan"
    assert other_unit(titles, "Kecamatan Paringin Selatan") is None


def test_heading_of_another_quarter_is_refused(office: Store) -> None:
    hasil = read(office, book(row("IK-04", 15)), triwulan=3)
    assert [t.kode for t in hasil.temuan] == ["triwulan_lain"]


def test_sheets_of_other_quarters_are_skipped_when_this_one_is_there(office: Store) -> None:
    wb = openpyxl.Workbook()
    for quarter in ("I", "II"):
        ws = wb.create_sheet(f"TW {quarter}")
        ws.append(["Kode", "Realisasi"])
        ws.append(["IK-04", 10 if quarter == "I" else 15])
    wb.create_sheet("Lama").sheet_state = "hidden"
    wb["Lama"].append(["Kode", "Realisasi"])
    wb["Lama"].append(["IK-04", 99])
    hasil = read(office, save(wb))
    assert [i.nilai for i in hasil.isi] == [15]
    assert hasil.lembar_lain["TW I"] == "tabel ini memuat Triwulan I"
    assert hasil.lembar_lain["Lama"] == "lembar tersembunyi"
    assert {(d.lembar, d.baris) for d in hasil.dilewati} == {("TW I", 2), ("Lama", 2)}


def test_a_file_without_a_table_says_which_sheets_it_has(office: Store) -> None:
    hasil = read(office, book(head=["Nama", "Alamat"], sheet="Pegawai"))
    assert [t.kode for t in hasil.temuan] == ["tanpa_tabel"]
    assert "“Pegawai”" in hasil.temuan[0].pesan
    assert hasil.ditolak


def test_columns_of_all_quarters_give_the_one_that_was_chosen(office: Store) -> None:
    head = ["Kode", "Realisasi TW I", "Realisasi TW II", "Realisasi TW III"]
    assert [i.nilai for i in read(office, book(["IK-04", 1, 2, 3], head=head), triwulan=3).isi] == [3]


def test_a_cell_that_cannot_be_read_is_never_taken_for_blank(office: Store) -> None:
    """IK-02 takes a pair; “9o” under Realisasi, and nothing beside it, is a mistake and not “belum diisi”."""
    hasil = read(office, book(row("IK-02", "9o")))
    assert (codes(hasil), hasil.ditahan) == ([("D4", "bukan_angka")], 1)


# ---------------------------------------------------------------- "s.d."

SD = ["Kode", "Indikator", "Satuan", "Realisasi s.d. TW II", "Pembilang (X)", "Penyebut (Y)"]


def test_a_column_to_date_is_never_read_as_an_increment(store: Store) -> None:
    upload(store, row("IK-04", 10), triwulan=1)
    hasil = read(
        store,
        book(row("IK-04", 25)[:6], row("IK-02", 90, 27, 30)[:6], row("IK-07", 1500)[:6], row("IK-06", 80)[:6], head=SD),
    )
    assert codes(hasil) == [("D4", "dihitung_selisih"), ("D5", "sd_bukan_tambahan")]
    assert "25 − 10" in hasil.temuan[0].pesan, "25 to date less the 10 on record"
    assert [(i.kode, i.nilai) for i in hasil.isi] == [("IK-04", 15), ("IK-07", 1500), ("IK-06", 80)]
    assert hasil.ditahan == 1, "of IK-02 nothing is recorded for TW I that could be taken off"


def test_nothing_is_taken_off_a_quarter_that_is_not_available(store: Store) -> None:
    upload(store, row("IK-04", keadaan="Tidak tersedia", alasan="Server rusak"), triwulan=1)
    hasil = read(store, book(row("IK-04", 25)[:6], head=SD))
    assert codes(hasil) == [("D4", "sd_bukan_tambahan")]


def test_a_title_to_date_counts_as_well(office: Store) -> None:
    head = ["Kode", "Indikator", "Satuan", "Realisasi"]
    hasil = read(office, book(row("IK-04", 25)[:4], head=head, title="REALISASI KINERJA S.D. TRIWULAN II"))
    assert codes(hasil) == [("D4", "sd_bukan_tambahan")]


def test_a_plain_column_goes_before_one_to_date(office: Store) -> None:
    head = ["Kode", "Realisasi s.d. TW II", "Realisasi TW II"]
    assert [i.nilai for i in read(office, book(["IK-04", 25, 15], head=head)).isi] == [15]


def test_a_kumulatif_takes_the_total_where_both_columns_stand(store: Store) -> None:
    """Its quarter's own column holds the increment: 1.200 of TW II is not the total 2.200."""
    head = ["Kode", "Realisasi TW II", "Realisasi s.d. TW II"]
    upload(store, row("IK-07", 1000), triwulan=1)
    hasil = read(store, book(["IK-07", 1200, 2200], head=head))
    assert ([i.nilai for i in hasil.isi], hasil.sel["IK-07"]) == ([2200], ("Data", "C4"))
    assert [i.nilai for i in read(store, book(["IK-07", 2200, None], head=head)).isi] == [2200]


@pytest.mark.parametrize("name", ["Realisasi TW I-II", "Realisasi TW I s.d. TW II"])
def test_a_column_of_several_quarters_is_a_figure_to_date(office: Store, name: str) -> None:
    content = book(["IK-04", 30], head=["Kode", name])
    assert codes(read(office, content)) == [("B4", "sd_bukan_tambahan")]
    assert [t.kode for t in read(office, content, 1).temuan] == ["triwulan_lain"]


def test_a_title_of_months_to_date_counts_as_well(office: Store) -> None:
    for title, expected in (("Januari s.d. Juni 2026", [("B4", "sd_bukan_tambahan")]), ("April - Juni 2026", [])):
        assert codes(read(office, book(["IK-04", 25], head=["Kode", "Realisasi"], title=title))) == expected


def test_a_mean_of_whole_things_typed_with_a_dot_is_asked(office: Store) -> None:
    store = new_office("IK-08 | PEM | Rata-rata berkas sehari | berkas | nilai | rata_rata | 3 3 3 3 3\n")
    hasil = read(
        store, book(["IK-08", "2.345"], ["IK-07", "1.345"], ["IK-06", 82.345], head=["Kode", "Realisasi TW II"])
    )
    asked = next(t for t in hasil.temuan if t.menahan)
    assert (asked.sel, asked.kode, asked.pilihan) == ("B4", "ambigu", ("2,345", "2.345"))
    assert [i.nilai for i in hasil.isi] == [1345, Decimal("82.345")], "people come whole; a number of Excel is no text"


WORDS = ["Kode", "Realisasi TW II", "Keadaan", "Faktor Penghambat"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ((84, None, "=A1&B1"), [("D4", "rumus_kosong")]),
        ((84, None, "#REF!"), [("D4", "galat_excel")]),
        ((None, "#N/A", None), [("C4", "galat_excel")]),
        ((None, "=A1", None), [("C4", "rumus_kosong")]),
        ((84, None, "x" * 4001), [("D4", "teks_panjang")]),
        ((84, None, "x" * 4000), []),
    ],
)
def test_words_that_a_cell_does_not_show_are_held_and_not_lost(
    office: Store, cells: tuple[Any, ...], expected: list[tuple[str, str]]
) -> None:
    hasil = read(office, book(["IK-01", *cells], head=WORDS))
    assert (codes(hasil), hasil.ditahan) == (expected, len(expected))


def test_a_text_is_cleaned_of_what_nobody_types(store: Store) -> None:
    """Excel escapes control characters as _x0000_; a lone surrogate made saving crash."""
    texts = "halo _xD800_ _x0000_ _x001B_[2J \u202e dunia\nbaris dua"
    hasil = read(store, book(["IK-01", 84, None, texts], head=WORDS))
    realisasi.save(store, KASUBBAG, hasil)
    assert recorded(store, "IK-01")["faktor_penghambat"].split() == ["halo", "[2J", "dunia", "baris", "dua"]


def test_a_text_that_looks_like_a_formula_is_recorded_as_text(store: Store) -> None:
    text = '=HYPERLINK("http://x","klik")'
    wb = openpyxl.load_workbook(io.BytesIO(book(["IK-01", 84, None, "x"], head=WORDS)))
    wb.active["D4"].value = text
    wb.active["D4"].data_type = "s"
    realisasi.save(store, KASUBBAG, read(store, save(wb)))
    assert recorded(store, "IK-01")["faktor_penghambat"] == text


def test_a_hidden_row_is_asked_about(office: Store) -> None:
    wb = openpyxl.load_workbook(io.BytesIO(book(row("IK-04", 12), row("IK-07", 1500))))
    wb.active.row_dimensions[5].hidden = True
    hasil = read(office, save(wb))
    assert codes(hasil) == [("A5", "baris_tertutup")]
    assert (hasil.dibaca, hasil.ditahan) == (1, 1)


def test_a_hidden_sheet_that_a_hand_has_filled_is_refused_in_words(office: Store) -> None:
    for told in ("9" * 5000, "²", "-1", "1e3"):
        wb = openpyxl.load_workbook(io.BytesIO(book(row("IK-04", 12))))
        meta = wb.create_sheet("_meta")
        for line in (("jenis", "realisasi"), ("skema", told), ("tahun", told), ("triwulan", told)):
            meta.append(line)
        hasil = read(office, save(wb))
        assert (hasil.ditolak, [t.kode for t in hasil.temuan]) == (True, ["identitas_rusak"])
        assert "Identitas formulir ini tidak terbaca" in hasil.temuan[0].pesan


def test_a_sheet_of_an_office_that_happens_to_be_called_like_ours_is_no_form(office: Store) -> None:
    wb = openpyxl.load_workbook(io.BytesIO(book(row("IK-04", 12))))
    wb.create_sheet("_meta").append(["dibuat", "Rudi"])
    assert read(office, save(wb)).dibaca == 1


# From an IKU record of BPS Kabupaten Tapin, 2026 (sheet TW II): to-date figures as text with decimal commas.
TAPIN = """
IK-11 | YAN | Persentase Kumulatif Desa Cinta Statistik   | Persen | pembilang_penyebut | kumulatif    | 2.22 2.22 2.22 4.44 4.44
IK-12 | YAN | Tingkat Penyelenggaraan Pembinaan Statistik | Persen | nilai              | posisi_akhir | 19.2 55.64 71.7 100 100
IK-13 | YAN | Indeks Pelayanan Publik                     | Poin   | nilai              | jumlah       | 0 1.07 4.15 4.46 9.68
IK-14 | YAN | Persentase Publikasi yang Berkualitas       | Persen | pembilang_penyebut | rasio        | 90 90 90 90 90
"""


def test_the_published_table_is_read_as_it_stands() -> None:
    store = new_office(TAPIN)
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = "TW II"
    ws["A1"] = "PENGUKURAN KINERJA TRIWULAN II TAHUN 2026"
    ws.merge_cells("A1:G1")
    ws.append([])
    ws.append(
        [
            "No",
            "Kode",
            "Indikator Kinerja",
            "Satuan",
            "Target TW II",
            "Realisasi s.d. TW II",
            "Pembilang (X)",
            "Penyebut (Y)",
        ]
    )
    ws.append([13, "IK-11", "Persentase Kumulatif Desa Cinta Statistik", "Persen", 2.22, "2,22", 3, 135])
    ws.append([14, "IK-12", "Tingkat Penyelenggaraan Pembinaan Statistik", "Persen", 55.64, "58,53"])
    ws.append([15, "IK-13", "Indeks Pelayanan Publik", "Poin", 1.07, "0"])
    ws.append([11, "IK-14", "Persentase Publikasi yang Berkualitas", "Persen", 90, "0", None, 2])
    ws.append([])
    ws.append([None, "Catatan: realisasi kumulatif s.d. triwulan"])
    hasil = read(store, save(wb))
    assert [(i.kode, i.nilai, i.pembilang, i.penyebut) for i in hasil.isi] == [
        ("IK-11", Decimal("2.22"), 3, 135),
        ("IK-12", Decimal("58.53"), None, None),
    ]
    assert codes(hasil) == [("F6", "sd_bukan_tambahan"), ("G7", "pasangan_setengah"), ("F7", "sd_bukan_tambahan")]
    assert (hasil.dibaca, hasil.ditahan, [d.baris for d in hasil.dilewati]) == (2, 2, [9])


# ---------------------------------------------------------------- against the record


def test_the_same_file_again_changes_nothing_and_says_so(store: Store) -> None:
    content = upload(store, row("IK-04", 15), row("IK-02", None, 18, 20)).content
    again = read(store, content)
    assert (again.dibaca, again.perubahan, again.siap) == (2, (), False)
    assert "tidak ada angka yang berubah" in again.ringkasan
    done = realisasi.save(store, KASUBBAG, again)
    assert (done.tersimpan, done.unggahan) == (0, None)
    assert recorded(store, "IK-04")["versi"] == 1


def test_the_same_is_judged_against_the_record_and_not_against_old_files(store: Store) -> None:
    first = upload(store, row("IK-04", 15)).content
    upload(store, row("IK-04", 16))
    back = read(store, first)
    assert [(p.lama.isi.nilai, p.baru.nilai) for p in back.perubahan] == [(16, 15)]


def test_reimport_never_deletes_what_others_wrote(store: Store) -> None:
    """Field 6.2 item 11: importing figures again blanked the texts of others."""
    head = ["Kode", "Realisasi TW II", "Faktor Penghambat", "Tindak Lanjut"]
    first = read(store, book(["IK-04", 15, "Blangko habis", "Minta blangko"], head=head))
    realisasi.save(store, KASUBBAG, first)
    for content in (book(["IK-04", 16], head=head[:2]), book(["IK-04", 17, None, "-"], head=head)):
        realisasi.save(store, KASUBBAG, read(store, content))
    kept = recorded(store, "IK-04")
    assert (kept["nilai"], kept["faktor_penghambat"], kept["tindak_lanjut"]) == (17, "Blangko habis", "Minta blangko")


def test_an_empty_cell_does_not_erase_a_figure_and_says_so(store: Store) -> None:
    upload(store, row("IK-04", 15))
    hasil = read(store, book(row("IK-04")))
    assert codes(hasil) == [("A4", "dikosongkan")]
    assert (hasil.ditahan, hasil.siap) == (0, False)


def test_the_year_is_part_of_what_a_figure_is(store: Store) -> None:
    """Field 6.2 item 1: the next year overwrote this one."""
    upload(store, row("IK-04", 15))
    hasil = read(store, book(row("IK-04", 99)), tahun=TAHUN + 1)
    assert codes(hasil) == [("A4", "tidak_berlaku")], "2027 has no target yet, so it takes nothing"
    assert recorded(store, "IK-04")["nilai"] == 15


# ---------------------------------------------------------------- who may


def test_rows_of_another_bagian_are_held_for_a_staf(office: Store) -> None:
    hasil = read(office, book(row("IK-04", 15), row("IK-01", 85)), pengguna=STAF)
    assert codes(hasil) == [("A5", "bukan_hak")]
    assert "Seksi Pelayanan" in hasil.temuan[0].pesan


def test_a_bagian_that_was_chosen_takes_only_its_own(office: Store) -> None:
    hasil = read(office, book(row("IK-04", 15), row("IK-01", 85)), bagian="PEM")
    assert codes(hasil) == [("A5", "bagian_lain")]


def test_who_may_not_upload_may_not_read_a_file_in(office: Store) -> None:
    for who in (CAMAT, person("tamu", Peran.PENINJAU)):
        with pytest.raises(AccessError, match="tidak berhak"):
            read(office, book(row("IK-04", 15)), pengguna=who)
    with pytest.raises(AccessError):
        read(office, book(row("IK-04", 15)), pengguna=STAF, bagian="YAN")


# ---------------------------------------------------------------- nothing crashes, nothing slips through

JUNK = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.sampled_from(["-", "n/a", "1.500", "95,5", "80%", "=1/0", "#REF!", "IK-04", "Kode", "TW III", "s.d. TW II"]),
)
GOOD = [row("IK-01", 85.5), row("IK-02", None, 18, 20), row("IK-04", 15), row("IK-05", None, 6, 15), row("IK-07", 1500)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 7), JUNK), min_size=1, max_size=6))
def test_changed_cells_never_crash_and_every_row_stays_accounted_for(
    office: Store, changes: list[tuple[int, int, Any]]
) -> None:
    grid = [
        list(r) + [None] * (8 - len(r))
        for r in [
            ["Kode", "Indikator", "Satuan", "Realisasi TW II", "Pembilang", "Penyebut", "Keadaan", "Alasan"],
            *GOOD,
        ]
    ] + [[None] * 8]
    for number, column, value in changes:
        grid[number][column] = value.replace("\x00", "") if isinstance(value, str) else value
    try:
        content = book(*grid[1:], head=grid[0])
    except (ValueError, openpyxl.utils.exceptions.IllegalCharacterError):
        return
    hasil = read(office, content)
    if not hasil.ditolak:
        below = rows_below(content)
        assert below - 2 <= total(hasil) <= below, "a heading may have grown by two rows, blank text is no row"
    for one in hasil.isi:
        assert one.keadaan is not None
        numbers = [n for n in (one.nilai, one.pembilang, one.penyebut) if n is not None]
        assert all(n >= 0 for n in numbers)


def test_each_injected_error_is_reported_at_its_very_cell(office: Store) -> None:
    rng = random.Random(7)
    for _ in range(40):
        rows = [list(r) for r in GOOD]
        number = rng.randrange(len(rows))
        column = 3 if rows[number][3] is not None else rng.choice([4, 5])
        rows[number][column] = rng.choice(["12a4", "abc", "1e5", True, "31/12/2026"])
        hasil = read(office, book(*rows))
        cell = f"{'ABCDEFGH'[column]}{number + 4}"
        assert [t.sel for t in hasil.menahan] == [cell]
        assert (hasil.dibaca, hasil.ditahan) == (4, 1)
