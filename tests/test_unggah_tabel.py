"""Headings taken apart, found below titles and over merged cells; which column serves by itself, and which is asked."""

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip.unggah.berkas.buku import read_workbook
from lakip.unggah.tabel import blok, kata, makna, peta, waktu
from lakip.unggah.tabel.bacaan import ARTI, TIDAK_DIPAKAI, Guna
from lakip.unggah.tabel.cocok import Bidang
from lakip.unggah.tabel.tabel import Tabel, tables

REALISASI = Bidang("realisasi", "Realisasi TW II", ("realisasi",), ("capaian",), angka=True, triwulan=2, tahun=2026,
                   unsur="kinerja")  # fmt: skip
PAGU = Bidang("pagu_murni", "Pagu murni", ("pagu",), angka=True, unsur="keuangan", versi="murni", tahun=2026)
KODE, NAMA = Bidang("kode", "Kode", ("kode",)), Bidang("nama", "Indikator", ("nama", "uraian"))


def sheet(*rows: list[Any], merge: tuple[str, ...] = (), hidden: str = "") -> Any:
    wb = openpyxl.Workbook()
    for row in rows:
        wb.active.append(row)
    for one in merge:
        wb.active.merge_cells(one)
    if hidden:
        wb.active.column_dimensions[hidden].hidden = True
    buffer = io.BytesIO()
    wb.save(buffer)
    return read_workbook(buffer.getvalue(), "x.xlsx")[0]


def table(*rows: list[Any], **more: Any) -> Tabel:
    return tables(sheet(*rows, **more))[0]


def found(*rows: list[Any], jawaban: Any = None, **more: Any) -> peta.Peta:
    return peta.read(table(*rows, **more), (KODE, NAMA, REALISASI), jawaban or {})


# ---------------------------------------------------------------- of when


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Realisasi TW II", {"triwulan": (2,)}),
        ("REALISASI\nTRIWULAN 2", {"triwulan": (2,)}),
        ("Tri Wulan III", {"triwulan": (3,)}),
        ("Realisasi (Tribulan IV)", {"triwulan": (4,)}),
        ("Triwulan ke-3", {"triwulan": (3,)}),
        ("Triwulan : II (Dua)", {"triwulan": (2,)}),
        ("Q2", {"triwulan": (2,)}),
        ("Realisasi s.d. TW II", {"triwulan": (2,), "sd": True}),
        ("Realisasi sd Tw 1", {"triwulan": (1,), "sd": True}),
        ("Sampai Dengan Triwulan III", {"triwulan": (3,), "sd": True}),
        ("Realisasi TW I-II", {"triwulan": (1, 2), "sd": True}),
        ("Realisasi TW I s.d. TW II", {"triwulan": (1, 2), "sd": True}),
        ("Januari s.d. Juni 2026", {"triwulan": (1, 2), "sd": True, "tahun": (2026,)}),
        ("s.d. Juni", {"triwulan": (1, 2), "sd": True}),
        ("April - Juni 2026", {"triwulan": (2,), "tahun": (2026,)}),
        ("TRIWULAN I (Januari s.d. Maret)", {"triwulan": (1,)}),
        ("Realisasi (April)", {"bulan": (4,)}),
        ("Semester I", {"semester": 1}),
        ("S/D TRIWULAN LALU", {"sd": True, "lampau": True}),
        ("Triwulan ini", {"ini": True}),
        ("Renja Tahun Lalu", {"lampau": True}),
        ("Renstra 2024-2029", {"rentang": True}),
        ("Paringin, 5 Juli 2026", {}),
        ("per 30 Juni 2026", {"bulan": (6,), "tahun": (2026,)}),
        ("Penetapan Kinerja", {}),
        ("Desa Twin", {}),
    ],
)
def test_a_text_says_of_when_it_is(text: str, expected: dict[str, Any]) -> None:
    said = vars(waktu.read(text)[0])
    assert {name: value for name, value in said.items() if value} == expected


# ---------------------------------------------------------------- what a heading means


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("Realisasi",), {"apa": "realisasi"}),
        (("REALI-\nSASI",), {"apa": "realisasi"}),
        (("Relisasi",), {"apa": "realisasi"}),
        (("TRIWULAN II", "Capaian (%)"), {"apa": "capaian"}),
        (("% Realisasi terhadap Target",), {"apa": "capaian", "persen": True}),
        (("ANGGARAN", "Realisasi"), {"apa": "realisasi", "unsur": "keuangan"}),
        (("KINERJA", "Realisasi"), {"apa": "realisasi", "unsur": "kinerja"}),
        (("Realisasi Fisik",), {"apa": "realisasi", "unsur": "fisik"}),
        (("REALISASI", "Laki-laki"), {"apa": "realisasi", "bagian": "laki-laki"}),
        (("REALISASI", "Desa Lingsir"), {"apa": "realisasi", "bagian": "tempat"}),
        (("REALISASI", "JUMLAH"), {"apa": "realisasi", "jumlah": True}),
        (("Anggaran (Perubahan)",), {"apa": "pagu", "versi": "perubahan"}),
        (("Pagu (Rp. 000)",), {"apa": "pagu", "skala": "ribu"}),
        (("KABUPATEN BALANGAN", "Capaian"), {"apa": "capaian", "cakupan": "kabupaten"}),
        (("Target Renstra Perangkat Daerah (Akhir Periode)",), {"apa": "target", "jangka": True}),
        (("Target Tahunan",), {"apa": "target", "setahun": True}),
        (("Indikator Kinerja Utama (IKU)",), {"apa": "nama"}),
        (("Realisasi (persen)",), {"apa": "realisasi", "persen": True}),
        (("Realisasi (hasil reviu)",), {"apa": "realisasi", "sisa": ("reviu",)}),
        (("Target dan Realisasi",), {"apa": "target", "sisa": ("dua arti",)}),
        (("REALISASI", "Target"), {"apa": "target", "sisa": ("dua arti",)}),
    ],
)
def test_a_heading_keeps_every_word_above_it(path: tuple[str, ...], expected: dict[str, Any]) -> None:
    said = vars(makna.read(path))
    assert {name: value for name, value in said.items() if value and name != "waktu"} == expected


def test_bare_numerals_are_quarters_only_under_a_group_that_counts_them() -> None:
    four = ["I", "II", "III", "IV"]
    assert makna.read(("REALISASI", "II"), (["REALISASI"], four)).waktu.triwulan == (2,)
    assert makna.read(("TRIWULAN", "II"), (["TRIWULAN"], ["II"])).waktu.triwulan == (2,)
    assert makna.read(("Sasaran", "II"), (["Sasaran"], ["II"])).waktu.triwulan == ()


@given(st.text(max_size=60))
def test_any_text_may_stand_in_a_heading(text: str) -> None:
    assert makna.read((text, text)) == makna.read((text, text))


# ---------------------------------------------------------------- where headings are


def test_headings_begin_anywhere_over_merged_rows_with_a_numbering_row_between() -> None:
    one = blok.find(
        sheet(
            ["EVALUASI RENJA TRIWULAN II TAHUN 2026"], [],
            [None, "Kode", "Uraian", "Realisasi Kinerja pada Triwulan", None, None, None],
            [None, None, None, "I", None, "II", None],
            [None, "1", "2", "3", "4", "5", "6"],
            [None, None, None, "K", "Rp", "K", "Rp"],
            [None, "7.01", "Program", 1, 100, 2, 200],
            merge=("B3:B4", "C3:C4", "D3:G3", "D4:E4", "F4:G4"),
        )
    )[0]  # fmt: skip
    assert (one.baris_judul, one.baris_akhir, one.baris_data) == (3, 6, (7,))
    assert one.jalur[7] == ("Realisasi Kinerja pada Triwulan", "II", "Rp")
    assert (one.makna[7].waktu.triwulan, one.makna[7].unsur) == ((2,), "keuangan")
    assert [text for text, _ in one.judul] == ["EVALUASI RENJA TRIWULAN II TAHUN 2026"]


def test_an_unmerged_group_covers_the_columns_up_to_the_next_group() -> None:
    one = table(
        ["Kode", "Indikator", "TARGET", None, "REALISASI", None, "Keterangan"],
        [None, None, "TW I", "TW II", "TW I", "TW II", None],
        ["A-01", "Indeks", 84, 84, 83, 85, "x"],
    ).blok
    assert one.jalur[4] == ("TARGET", "TW II")
    assert one.jalur[6] == ("REALISASI", "TW II")
    assert one.jalur[7] == ("Keterangan",)


def test_a_row_of_data_never_heads_a_table() -> None:
    rows = [["Kode", "Indikator", "Satuan", "Realisasi"], ["A-01", "Jumlah kegiatan", "kegiatan", 4]]
    assert [one.baris_judul for one in blok.find(sheet(*rows))] == [1]


def test_two_tables_on_a_sheet_each_have_their_titles_and_rows() -> None:
    head, row = ["Kode", "Indikator", "Realisasi"], ["A-01", "Indeks", 84]
    first, second = tables(sheet(["TRIWULAN I"], head, row, row, [], ["TRIWULAN II"], head, row))
    assert (first.konteks.waktu.triwulan, first.baris_data) == ((1,), (3, 4))
    assert (second.konteks.waktu.triwulan, second.baris_data) == ((2,), (8,))


def test_the_same_headings_on_the_next_page_are_one_table() -> None:
    head, row = ["Kode", "Indikator", "Realisasi"], ["A-01", "Indeks", 84]
    assert [t.baris_data for t in tables(sheet(head, row, head, row))] == [(2, 3, 4)]


def test_rows_say_of_what_and_when_they_are() -> None:
    labelled = table(
        ["Kode", "Indikator", "Uraian", "TW I", "TW II"],
        ["A-01", "Indeks", "Target", 84, 84], [None, None, "Realisasi", 83, 85], [None, None, "Capaian (%)", 99, 101],
        merge=("A2:A4", "B2:B4"),
    )  # fmt: skip
    assert [labelled.makna_baris(n).apa for n in (2, 3, 4)] == ["target", "realisasi", "capaian"]
    assert labelled.sel(3, 1).teks == "A-01", "the kode stands once over its three rows"
    long = table(
        ["Kode", "Triwulan", "Realisasi"], ["A-01", "TW I", 83], ["A-01", "TW II", 85], [None, None, "NIP. 1970"]
    )
    assert long.sel(4, 1) is None, "the signature below belongs to no indikator"
    assert [long.makna_baris(n).waktu.triwulan for n in (2, 3)] == [(1,), (2,)]


def test_a_kode_split_over_columns_is_one() -> None:
    split = table(
        ["KODE", None, None, "URAIAN", "PAGU"], [7, "01", "01", "Program", 100], merge=("A1:C1",)
    )  # fmt: skip
    assert split.sel(2, 1).teks == "7.01.01"


# ---------------------------------------------------------------- which column serves


def test_a_column_serves_that_is_wholly_understood_and_the_only_one_that_fits() -> None:
    served = found(["Kode", "Target TW II", "Realisasi TW I", "Realisasi TW II"], ["A-01", 84, 83, 85])
    assert (served.kolom["realisasi"].nomor, served.temuan) == (4, ())


@pytest.mark.parametrize(
    ("head", "hidden", "asked"),
    [
        (["Kode", "Realisasi", "Realisasi"], "", ["B1", "C1"]),
        (["Kode", "Realisasi", "Realisasi"], "B", ["B1", "C1"]),
        (["Kode", "Realisasi"], "B", ["B1"]),
        (["Kode", "Realisasi", "Realisasi (hasil reviu)"], "", ["B1", "C1"]),
        (["Kode", "Realisasi (hasil reviu)"], "", ["B1"]),
        (["Kode", "Capaian TW II"], "", ["B1"]),
        (["Kode", "Realisasi Fisik"], "", ["B1"]),
        (["Kode", "Realisasi (%)"], "", ["B1"]),
        (["Kode", "Realisasi April", "Realisasi Mei"], "", ["B1", "C1"]),
        (["Kode", "Realisasi L", "Realisasi P"], "", ["B1", "C1"]),
        (["Kode", "Realisasi Tahunan"], "", ["B1"]),
    ],
)
def test_what_is_half_understood_is_asked_at_its_heading(head: list[str], hidden: str, asked: list[str]) -> None:
    one = found(head, ["A-01", 84, 85], hidden=hidden)
    assert ([t.sel for t in one.temuan], "realisasi" in one.kolom) == (asked, False)
    assert all("realisasi" in t.pilihan and TIDAK_DIPAKAI in t.pilihan for t in one.temuan)


def test_an_answer_settles_the_column_and_the_others_with_it() -> None:
    rows = ["Kode", "Realisasi", "Realisasi"], ["A-01", 84, 85]
    one = found(*rows, jawaban={("Sheet", "C1", ARTI): "realisasi"})
    assert (one.kolom["realisasi"].nomor, one.temuan) == (3, ())
    other = found(*rows, jawaban={("Sheet", "C1", ARTI): TIDAK_DIPAKAI})
    assert (other.kolom["realisasi"].nomor, other.guna[3][0]) == (2, Guna.TIDAK_DIPAKAI)


def test_the_whole_goes_before_its_parts() -> None:
    rows = (
        ["Kode", "REALISASI TW II", None, None],
        [None, "Murung Ilung", "Lingsir", "JUMLAH"],
        ["A-01", 3, 4, 7],
    )
    assert found(*rows, merge=("A1:A2", "B1:D1")).kolom["realisasi"].nomor == 4


def test_a_column_to_date_stands_in_only_where_no_other_serves() -> None:
    beside = found(["Kode", "Realisasi TW II", "Realisasi s.d. TW II"], ["A-01", 4, 7])
    assert (beside.kolom["realisasi"].sd, beside.sampai["realisasi"].nomor) == (False, 3)
    assert found(["Kode", "Realisasi s.d. TW II"], ["A-01", 7]).kolom["realisasi"].sd


def test_an_unknown_heading_is_named_and_hides_nothing_else() -> None:
    one = found(["Kode", "Zonasi", "Realisasi"], ["A-01", 1, 85])
    assert (one.tak_dipahami, one.kolom["realisasi"].nomor) == (("Zonasi",), 3)


def test_where_no_column_may_be_the_figure_an_unknown_one_is_asked_about() -> None:
    looked_for = replace(REALISASI, pokok=True)
    one = peta.read(table(["Kode", "Indikator", "Angka akhir"], ["A-01", "Indeks", 85]), (KODE, NAMA, looked_for), {})
    assert [(t.sel, t.pilihan) for t in one.temuan] == [("C1", ("realisasi", TIDAK_DIPAKAI))]


def test_a_title_decides_which_version_of_the_budget_a_column_is_of() -> None:
    rows = ["Kode", "Uraian", "Pagu"], ["7.01", "Program", 100]
    assert "pagu_murni" in peta.read(table(*rows), (PAGU,), {}).kolom
    changed = table(["DPPA PERUBAHAN ANGGARAN 2026"], *rows)
    assert "pagu_murni" not in peta.read(changed, (PAGU,), {}).kolom


# ---------------------------------------------------------------- words of rows


@pytest.mark.parametrize(
    "nama", ["JUMLAH", "Sub Total", "Rata-rata capaian Sasaran 1", "Jumlah Sasaran 2", "TOTAL ANGGARAN"]
)
def test_a_row_that_sums_up_is_known(nama: str) -> None:
    assert kata.is_sum(nama)


@pytest.mark.parametrize("nama", ["Jumlah dokumen kependudukan", "Rata-rata waktu penyelesaian layanan", "Total warga"])
def test_an_indikator_that_counts_is_no_sum(nama: str) -> None:
    assert not kata.is_sum(nama)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Prosentase pengaduan yg selesai", "Persentase pengaduan selesai", True),
        ("Persentase pengaduan selsai", "Persentase pengaduan selesai", True),
        ("Jumlah kegiatan pembinaan (desa)", "Jumlah kegiatan pembinaan (kelurahan)", False),
        ("Jumlah peserta pembinaan", "Jumlah kegiatan pembinaan", False),
        ("Tingkat ketidakhadiran pegawai", "Tingkat kehadiran pegawai", False),
        ("Warga tidak terlayani", "Warga terlayani", False),
    ],
)
def test_two_spellings_of_one_name_agree(one: str, other: str, same: bool) -> None:
    assert kata.agree(one, other) is same
