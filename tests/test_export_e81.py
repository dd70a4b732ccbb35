"""Formulir E.81: the head of the form, sums that close, blank where nothing is recorded, never 0."""

import io

import naskah
import openpyxl
import pytest
from contoh_siap import loaded

from lakip.akses import system
from lakip.contoh.isi import UNIT
from lakip.errors import UserError
from lakip.export import e81


def sheet(tahun=2026, triwulan=2, nama="E.81"):
    content = e81.build(loaded()[0], system(UNIT), UNIT, tahun, triwulan, naskah.PER, naskah.TANGGAL)
    return openpyxl.load_workbook(io.BytesIO(content))[nama]


def rows(of):
    return list(of.iter_rows(values_only=True))


def starting(of, column, text):
    return next(row for row in rows(of) if str(row[column] or "").startswith(text))


def test_the_head_is_that_of_the_form_and_repeats_on_every_page():
    one = sheet()
    head = next(n for n, row in enumerate(rows(one), 1) if row[0] == "No.")
    assert one.cell(head, 6).value == "Target Renstra pada akhir tahun 2028"
    assert [one.cell(head + 1, c).value for c in (6, 7)] == ["K", "Rp"]
    assert [one.cell(head + 2, c).value for c in (1, 2, 3, 4, 5, 6, 8, 10, 12)] == list("123456789")
    assert one.print_title_rows == f"${head}:${head + 2}"
    assert (one.page_setup.orientation, one.page_setup.paperSize) == ("landscape", 8)


def test_quarters_still_to_come_and_money_of_the_renstra_stay_blank():
    one = sheet()
    gaji = starting(one, 2, "7.01.01.2.02.0001")
    assert gaji[5:7] == (None, None)
    assert gaji[15:19] == (None, None, None, None)
    assert gaji[12] + gaji[14] == gaji[20]


def test_a_kegiatan_without_output_indikator_has_money_only():
    node = starting(sheet(), 2, "7.01.01.2.02 ")
    assert node[3] is None
    assert node[9] is None
    assert node[10] > 0


def test_a_sum_grows_over_the_years_and_a_position_does_not():
    one = sheet(2025, 4)
    laporan, gaji = starting(one, 3, "OP-02"), starting(one, 3, "OP-03")
    assert (laporan[7], laporan[19], laporan[23]) == (6, 6, 6 + 6)
    assert (gaji[7], gaji[19], gaji[23]) == (22, 22, 22)
    assert laporan[24] == laporan[8] + laporan[20]


def test_before_the_year_ends_the_average_is_held_against_the_target_to_date():
    one = sheet()
    foot = starting(one, 2, "Rata-rata capaian kinerja (%)")
    assert "s.d. Triwulan II terhadap target s.d. triwulan itu" in foot[2]
    assert foot[3].endswith("dari 10 indikator")
    assert starting(one, 2, "Predikat kinerja")[21] in ("Sangat Tinggi", "Tinggi", "Sedang")


def test_the_year_average_is_the_mean_of_the_ten_outputs_under_the_cap():
    one = sheet(2025, 4)
    capped = [min(100, row[21]) for row in rows(one) if str(row[3] or "").startswith("OP-")]
    assert starting(one, 2, "Rata-rata capaian kinerja (%)")[21] == pytest.approx(sum(capped) / 10)


def test_the_four_lines_below_are_told_by_the_bagian_or_left_to_be_filled():
    text = "\n".join(str(row[0]) for row in rows(sheet(2025, 4)) if row[0])
    assert "Faktor penghambat pencapaian kinerja:" in text
    assert "- IK-06: Satu desa belum memenuhi nilai layanan dasar untuk menjadi desa mandiri." in text
    assert "dalam Renja Perangkat Daerah tahun 2026: ...." in text
    assert "- IK-17: " not in text  # of a bagian: it has no row in the form
    assert "Pada kedua rata-rata, capaian di atas 100 dihitung 100 dan capaian di bawah 0 dihitung 0." in text


def test_a_program_of_two_sasaran_stands_once_and_the_reader_is_told_where():
    """7.01.01 serves S1 and S2 with half of its money each."""
    one = sheet(2025, 4)
    program = [n for n, row in enumerate(rows(one)) if str(row[2] or "").startswith("7.01.01 ")]
    told = next(n for n, row in enumerate(rows(one)) if row[2] == "Program 7.01.01 (50 %): lihat sasaran 1")
    first, second = (
        next(n for n, row in enumerate(rows(one)) if str(row[0] or "") == nomor and row[1]) for nomor in ("1", "2")
    )
    assert len(program) == 1
    assert first < program[0] < second < told
    assert not any(rows(one)[told][3:])
    (note,) = [row[0] for row in rows(one) if str(row[0] or "").startswith("7.01.01 ")]
    assert "sasaran 1 “Meningkatnya kualitas pelayanan publik di kecamatan” 50 %; sasaran 2 “" in note
    assert note.endswith("dicantumkan satu kali, pada sasaran 1, supaya tidak terhitung ganda.")


def test_targets_stand_beside_realisasi_on_the_second_sheet():
    row = starting(sheet(2025, 4, "Per Triwulan"), 3, "OP-06")
    assert row[5:8] == (None, None, None)  # not measured in TW I
    assert row[10:13] == (1, 1, 100)


def test_a_year_without_anything_is_said():
    with pytest.raises(UserError, match="2019"):
        sheet(2019, 1)
