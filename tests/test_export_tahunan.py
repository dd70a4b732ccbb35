"""The annual report (LKjIP): T3.1-T3.13, the plan, the analyses, and every figure as worked out by hand."""

import dataclasses
import io
from decimal import Decimal
from functools import cache

import contoh_siap
import pytest
import templat_uji
import test_golden as golden
from contoh_siap import PER, loaded
from docx import Document
from docx.oxml.ns import qn
from test_export_semester import shown

from lakip.contoh.isi import UNIT
from lakip.errors import UserError
from lakip.export import (
    bahan_tahunan,
    baris,
    baris_tahunan,
    beku,
    daftar,
    kurang_periode,
    laporan,
    laporan_tahunan,
    tabel_periode,
    tabel_tahun_rencana,
    word,
)
from lakip.export.baris_rencana import BarisIku, BarisRkt
from lakip.export.laporan_tahunan import LaporanTahunan
from lakip.narasi import STAF, Naskah
from lakip.sumber import polos

DI_DALAM = (
    baris.BarisRencana, baris_tahunan.BarisTahun, baris_tahunan.BarisRiwayat, baris_tahunan.Analisis,
    baris_tahunan.AnalisisIndikator, baris_tahunan.BarisSelisih, BarisIku, BarisRkt,
)  # fmt: skip


def gathered(tahun=2025):
    return contoh_siap.gathered(tahun, "TH")


@cache
def composed(tahun=2025):
    return laporan_tahunan.compose(gathered(tahun), 1)


@cache
def document(tahun=2025):
    content = word.render(laporan_tahunan.TEMPLATE, composed(tahun))
    return Document(io.BytesIO(daftar.fill(content)))


def table(*head, tahun=2025):
    return templat_uji.rows_of(document(tahun), list(head))


# ---------------------------------------------------------------- the template


def test_the_template_uses_exactly_the_fields_of_the_dataclass():
    assert word.variables(laporan_tahunan.TEMPLATE) == {f.name for f in dataclasses.fields(LaporanTahunan)}


def test_the_template_uses_every_field_of_every_row():
    assert templat_uji.row_fields(laporan_tahunan.TEMPLATE) == templat_uji.declared(LaporanTahunan, DI_DALAM)


def test_the_shipped_template_is_what_the_script_builds():
    assert templat_uji.is_shipped("laporan_tahunan")


# ---------------------------------------------------------------- figures


@pytest.mark.parametrize("tahun", [2024, 2025])
def test_every_figure_measured_is_the_sum_worked_out_by_hand(tahun):
    by_hand = {r[0]: r for r in golden.rows(golden.CAPAIAN[tahun, "TH"])}
    head = ("No.", "Sasaran", "Indikator kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori")
    tables = templat_uji.every(document(tahun), list(head))
    assert len(tables) == 2  # T3.2 with the Camat's, the appendix with all
    cards = {r["kode"]: r for r in gathered(tahun).kini.iter_rows(named=True)}
    assert {row[2][:5] for row in tables[1][2:]} == set(by_hand)
    for row in (*tables[0][2:], *tables[1][2:]):
        _, target, realisasi, answer, label, *_ = by_hand[row[2][:5]]
        desimal = cards[row[2][:5]]["desimal"]
        assert row[4] == shown(golden.worth(target), desimal)
        assert row[5] == shown(golden.worth(realisasi), desimal)
        assert row[6] == answer.split(" = ")[1].replace(".", ",")
        assert label in row[7]


def test_the_averages_are_those_worked_out_by_hand():
    by_hand = golden.rows(golden.RATA_RATA[2025, "TH"])
    printed = table("No.", "Sasaran", "Dihitung")[1:]
    camat = [r for r in by_hand if r[0] in ("S1", "S2", "S3", "S4", "semua")]
    for row, (_, counts, uncapped, capped, kategori) in zip(printed, camat, strict=True):
        assert row[2] == f"{counts.split('/')[0]} dari {counts.split('/')[1]} indikator"
        assert row[3] == uncapped.split(" = ")[1].replace(".", ",")
        assert row[4] == capped.split(" = ")[1].replace(".", ",")
        assert kategori in row[5]


def test_the_budget_closes_to_the_rupiah_over_programs_quarters_and_sasaran():
    total = table("Program / kegiatan / sub kegiatan")[-1]
    murni, pagu, *tw, spent, _, sisa = (int(c.replace(".", "").replace(",", "")) for c in total[1:])
    assert sum(tw) == spent == 3_474_627_000
    assert pagu == 3_736_550_000
    assert pagu - spent == sisa
    assert murni == 3_711_150_000
    rows = table("No.", "Sasaran", "Program")[1:]
    parts = [int(row[3].replace(".", "")) for row in rows]
    assert sum(parts[:-1]) == parts[-1] == pagu
    assert sum(Decimal(row[4].replace(",", ".")) for row in rows[:-1]) == pytest.approx(100, abs=Decimal("0.02"))


def test_the_years_stand_beside_each_other_with_what_moved():
    rows = [row for row in table("No.", "Indikator kinerja", "Satuan", "Tahun")[1:] if row[1].startswith("IK-06")]
    # baseline 4 in 2023; 5 of 5 in 2024; 6 of 7 in 2025
    assert [row[3:] for row in rows] == [
        ["2023 (kondisi awal)", "–", "4", "–", "–"],
        ["2024", "5", "5", "100,00", "–"],
        ["2025", "7", "6", "85,71", "turun 14,29"],
    ]


def test_the_last_target_of_the_renstra_is_the_measure_of_progress():
    rows = {row[1][:5]: row for row in table("No.", "Indikator kinerja", "Satuan", "Target akhir Renstra")[1:]}
    assert rows["IK-06"][3:] == ["9", "6", "6", "66,67", "belum tercapai"] or rows["IK-06"][6] == "66,67"  # 6 of 9
    assert rows["IK-08"][7] == "belum tercapai"


def test_comparison_figures_name_their_source_and_none_says_so():
    rows = table("No.", "Indikator kinerja", "Satuan", "Realisasi kecamatan")[1:]
    first = next(row for row in rows if row[4] == "Kabupaten")
    assert first[3:7] == ["85,87", "Kabupaten", "84,05", "+1,82"]
    assert "Laporan SKM" in first[7]
    assert any(row[1].startswith("IK-08") and row[4] == "tidak ada" for row in rows)


def test_efficiency_is_told_only_where_it_may_be():
    rows = {row[0]: row for row in table("Sasaran/program")[1:]}
    assert rows["Terpeliharanya ketenteraman dan ketertiban umum"][5:] == ["4,99", "cukup efisien"]  # 100,00 - 95,01
    assert rows["Meningkatnya kualitas pelayanan publik di kecamatan"][6] == "tidak dinilai efisien"


def test_the_first_and_the_last_perjanjian_kinerja_stand_side_by_side():
    rows = {row[2]: row for row in table("No.", "Sasaran strategis", "Indikator kinerja", "Satuan", "Target PK")[1:]}
    assert rows["Jumlah desa berstatus mandiri"][4:] == ["6", "7", "berubah"]
    assert rows["Indeks Kepuasan Masyarakat"][6] == "tetap"


def test_every_figure_agrees_with_the_four_quarters():
    rows = tabel_periode.reconciliation(gathered())
    assert {polos(r.selisih) for r in rows} == {"0"}
    assert tabel_periode.differs(rows) == []


# ---------------------------------------------------------------- words, paper


def test_the_contents_are_those_of_the_regulation():
    heads = [p.text.replace("\n", " ") for p in document().paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    order = ["KATA PENGANTAR", "IKHTISAR EKSEKUTIF", "BAB I PENDAHULUAN", "BAB II PERENCANAAN KINERJA",
             "BAB III AKUNTABILITAS KINERJA", "3.3 Analisis Capaian per Sasaran", "3.4 Realisasi Anggaran",
             "BAB IV PENUTUP", "LAMPIRAN 1 PERJANJIAN KINERJA DAN PERUBAHANNYA"]  # fmt: skip
    assert [h for h in heads if h in order] == order


def test_captions_count_on_and_the_lists_name_every_one():
    found = document()
    captions = [p.text for p in found.paragraphs if p.style.name == "Caption"]
    of_bab_3 = [c.split()[1] for c in captions if c.startswith("Tabel 3.")]
    assert of_bab_3 == [f"3.{n}" for n in range(1, 15)]
    pictures = [c.split()[1] for c in captions if c.startswith("Gambar")]
    assert pictures == [f"3.{n}" for n in range(1, len(pictures) + 1)]
    assert len(pictures) == len(found.inline_shapes) == 16
    links = ["".join(t.text or "" for t in link.iter(qn("w:t"))) for link in found.element.body.iter(qn("w:hyperlink"))]
    for caption in captions:
        assert any(link.startswith(caption) for link in links), caption


def test_each_sasaran_has_the_seven_analyses():
    for part in composed().analisis:
        assert len(part.analisis) == 7, part.judul
        assert all(a.judul and a.teks for a in part.analisis)
        assert part.indikator
    assert len(composed().analisis) == 4


def test_each_picture_says_what_it_shows():
    descriptions = [shape._inline.docPr.get("descr") for shape in document().inline_shapes]
    assert all(descriptions)
    assert any("IK-06" in text and "2024" in text for text in descriptions)


def test_an_empty_part_of_the_narrative_is_a_visible_gap_and_listed():
    said = "\n".join(p.text for p in document(2024).paragraphs)
    assert "[belum diisi: jumlah pegawai" in said
    assert any(row.hal == "Naskah: Sumber daya manusia, sarana, dan prasarana" for row in composed(2024).kurang)


def test_the_follow_up_of_an_evaluation_is_read_line_by_line():
    lines = "Hasil evaluasi memuat satu rekomendasi.\nSusun pohon kinerja | Rapat penyusunan | REN | selesai | Notulen"
    part = Naskah("tindak_lanjut_lhe", "Tindak lanjut", (lines,), dari=STAF)
    bahan = dataclasses.replace(gathered(), naskah={**gathered().naskah, part.kunci: part})
    report = laporan_tahunan.compose(bahan, 1)
    assert [dataclasses.astuple(row) for row in report.tindak_lanjut_lhe] == [
        ("1.", "Susun pohon kinerja", "Rapat penyusunan", "REN", "selesai", "Notulen")
    ]
    assert report.kalimat_lhe == ("Hasil evaluasi memuat satu rekomendasi.",)
    assert len(composed().tindak_lanjut_lhe) == 2
    assert composed(2024).tindak_lanjut_lhe == ()
    assert composed(2024).kalimat_lhe[0].startswith("[belum diisi: rekomendasi laporan hasil evaluasi tahun 2023")


def test_each_difference_of_the_plans_stands_beside_its_explanation():
    """PK and RKT differ in six targets, the Renstra in one, the IKU in a name; a Renstra indikator is in neither."""
    groups = [(group.uraian[:24], len(group.baris)) for group in composed().selisih]
    assert groups == [
        ("RKT disusun sebelum targ", 6), ("Dokumen IKU memakai sebu", 1), ("Target dinaikkan dengan ", 1),
        ("Belum diperjanjikan kare", 2),
    ]  # fmt: skip
    rows = table("No.", "Indikator", "Perbedaan")
    assert [row[0] for row in rows[1:]] == [f"{n}." for n in range(1, 11)]
    assert rows[1][1:5] == [
        "IK-01 Indeks Kepuasan Masyarakat", "Target berbeda", "Perjanjian Kinerja: 85,00 indeks", "RKT: 84,00 indeks",
    ]  # fmt: skip
    assert (
        polos(composed().kalimat_selisih[0])
        .replace("\u00a0", " ")
        .startswith("Di antara dokumen perencanaan terdapat 10 (sepuluh) perbedaan")
    )


def test_a_difference_that_nobody_explains_is_a_visible_gap_and_holds_the_report_back():
    said = "\n".join(row[5] for row in table("No.", "Indikator", "Perbedaan", tahun=2024))
    assert said.count("[belum diisi: penjelasan perbedaan ") == 3
    held = [g for g in kurang_periode.gaps(gathered(2024)) if "antar dokumen perencanaan" in g.hal]
    assert len(held) == 3
    assert all(g.menahan for g in held)


def test_a_potret_of_before_the_section_is_printed_without_it():
    naskah = {kunci: part for kunci, part in gathered().naskah.items() if kunci != "selisih"}
    old = laporan_tahunan.compose(dataclasses.replace(gathered(), naskah=naskah, selisih=()), 1)
    content = word.render(laporan_tahunan.TEMPLATE, old)
    assert "Perbedaan antar Dokumen" not in "\n".join(p.text for p in Document(io.BytesIO(content)).paragraphs)


def test_a_year_before_the_renstra_still_gets_its_report():
    assert tabel_tahun_rencana.renstra_years(dataclasses.replace(gathered(), renstra_dokumen=None)) == ("–",) * 5


def test_only_a_year_is_reported_by_year():
    with pytest.raises(UserError, match="disusun untuk TH"):
        bahan_tahunan.gather(loaded()[0], UNIT, 2025, "SM1", PER, PER)


def test_the_figures_come_back_from_what_was_frozen():
    bahan = gathered()
    again = beku.cairkan(beku.bekukan(bahan), bahan_tahunan.BahanTahunan)
    assert beku.bekukan(again) == beku.bekukan(bahan)
    assert laporan.figures(laporan_tahunan.compose(again, 1)) == laporan.figures(composed())


def test_marked_figures_read_plain():
    assert polos(composed().kalimat_pagu).startswith("Untuk mencapai target Perjanjian Kinerja, Kecamatan")


def test_what_is_pledged_beside_the_iku_is_named():
    assert polos(composed().kalimat_iku) == (
        "Dari 9 (sembilan) indikator kinerja Camat dalam Perjanjian Kinerja, 7 (tujuh) adalah IKU. Yang diperjanjikan "
        "di luar IKU adalah IK-07 Persentase kehadiran undangan Musrenbang kecamatan dan IK-09 Jumlah konflik sosial "
        "antarwarga."
    )


def test_the_rules_tell_what_becomes_of_a_quarter_without_data_and_of_a_realisasi_of_zero():
    rules = " ".join(composed().kaidah)
    assert "Triwulan yang datanya dinyatakan tidak tersedia, dengan alasannya, tidak ikut dihitung." in rules
    assert "Pada rumus T / R, realisasi nol dengan target di atas nol bernilai 100." in rules


def test_each_output_names_the_kegiatan_or_sub_kegiatan_it_belongs_to():
    rows = {row[2][:5]: row for row in table("Sasaran", "Program, kegiatan, sub kegiatan")[1:]}
    program = "7.01.01 Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota (porsi 50 %)"
    assert rows["OP-01"][1] == program
    assert rows["OP-02"][1] == (
        f"{program}\n7.01.01.2.01.0006 Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja "
        "SKPD"
    )
    assert rows["OP-06"][1].endswith("\n7.01.03.2.02.0002 Pembangunan Sarana dan Prasarana Kelurahan")
    assert rows["OP-06"][3:] == ["unit", "4", "3", "75,00", "belum sepenuhnya menunjang"]


def test_the_first_perjanjian_kinerja_is_named_beside_the_one_in_force():
    said = polos(composed().kalimat_pk)
    assert "Perjanjian Kinerja Perubahan Tahun 2025 Nomor 100.3.4/02/PK-CONTOH/2025 tanggal 11 Agustus 2025" in said
    assert said.endswith(
        "Sebelumnya berlaku Perjanjian Kinerja Nomor 100.3.4/01/PK-CONTOH/2025 tanggal 13 Januari 2025."
    )


def test_the_appendix_works_each_figure_out_step_by_step():
    """IK-01 was not measured in triwulan III; IK-04 takes the last quarter; IK-08 may go up to 10."""
    rows = {row[0][:5]: row[1:] for row in table("Indikator", "Perhitungan", "Pembulatan")[1:]}
    assert len(rows) == 29
    steps, rounding = rows["IK-01"]
    assert steps.split("\n") == [
        "Realisasi periode adalah rata-rata triwulan yang terisi.",
        "Realisasi Tahun 2025 = (84,60 + 85,90 + 87,10) / 3 = 85,87 indeks.",
        "Triwulan III tidak tersedia, tidak ikut dihitung (alasan: Survei triwulan III tidak dilaksanakan karena ruang "
        "pelayanan direhabilitasi; survei digabung ke triwulan IV).",
        "Target Tahun 2025 = target tahunan Perjanjian Kinerja = 85,00 indeks.",
        "Capaian = 85,87 / 85,00 × 100 = 101,02 %.",
        "Kategori: Sangat Tinggi.",
    ]
    assert rounding == "2 desimal"
    assert "= angka Triwulan IV = 100 × 3.474.627.000 / 3.736.550.000 = 92,99 %." in rows["IK-04"][0]
    assert "Realisasi Tahun 2025 = 2 + 1 + 2 + 3 = 8 kejadian." in rows["IK-08"][0]
    assert "Capaian = (2 × 10 − 8) / 10 × 100 = 120,00 %." in rows["IK-08"][0]
    assert rows["IK-08"][1] == "bilangan bulat"
