"""Rapor kinerja triwulanan: one page per bagian, its figures those of the triwulan, its officials of the register."""

import io
from dataclasses import fields
from datetime import date, datetime

import naskah
import pytest
from contoh_siap import loaded
from docx import Document

from lakip.contoh.isi import UNIT
from lakip.errors import AccessError, UserError
from lakip.export import pdf, rapor, tanda, word
from lakip.formatting import half_up
from lakip.rollup import capaian
from lakip.sop import dispensasi
from lakip.sop.dispensasi import Kirim
from lakip.sumber import indikator, polos

TTD = date(2026, 1, 12)


def drawn(bagian=None, store=None):
    return rapor.draft(store or loaded()[0], UNIT, 2025, 4, TTD, TTD, bagian)


def test_the_template_asks_for_what_the_rapor_gives():
    assert word.variables(rapor.TEMPLATE) == {f.name for f in fields(rapor.Rapor)}


def test_each_bagian_with_an_indikator_has_its_page_and_its_head():
    pages = {one.bagian: one for one in drawn().lembar}
    assert len(pages) == 8
    assert pages["Kelurahan Batu Piring"].pejabat.nama == "HENDRA WINATA, S.Sos."
    assert pages["Seksi Pemerintahan"].pejabat.jabatan == "Kepala Seksi Pemerintahan"
    assert [one.baru for one in pages.values()] == [False, *[True] * 7]


def test_the_figures_are_those_of_the_triwulan():
    store, _ = loaded()
    known = {r["kode"]: r for r in capaian(store, UNIT, 2025, "TW4", TTD).iter_rows(named=True)}
    content = rapor.build(store, naskah.PENINJAU, UNIT, 2025, 4, TTD, TTD)
    marks = {m.kode: m.teks for m in tanda.read(content)}
    for kode, row in known.items():
        said = marks.get(indikator(kode, 2025, "TW4", "capaian"))
        if row["capaian_persen"] is not None:
            assert said == f"{half_up(row['capaian_persen'], 2):f}".replace(".", ",")


def test_it_says_whether_the_kiriman_came_in_time():
    (one,) = drawn("TRANTIB").lembar
    assert one.kiriman == "diajukan 7 Januari 2026, tepat waktu; dibenarkan 7 Januari 2026"
    late = dispensasi.Pengiriman(  # Saturday the 10th to Wednesday the 14th
        "YAN", "Seksi", 4, Kirim.SESUDAH, date(2026, 1, 10), date(2026, 1, 10), datetime(2026, 1, 14, 2), 3
    )
    assert rapor._in_time(date(2026, 1, 14), late) == "diajukan 14 Januari 2026, 3 hari kerja sesudah batas"
    assert rapor._in_time(date(2026, 1, 14), None) == "diajukan 14 Januari 2026"


def test_what_missed_is_told_with_its_causes():
    (one,) = drawn("BATU").lembar
    assert polos(one.kalimat).endswith("dan 2 (dua) dinilai: 2 (dua) belum mencapai target.")
    told = {polos(k.indikator).split(" ")[0]: k.tindak_lanjut for k in one.kendala}
    assert told["OP-06"] == "Diselesaikan pada masa pemeliharaan bulan Januari"


def test_nothing_sent_is_said_and_nothing_judged_is_no_success():
    store = naskah.kept()
    page = next(
        one for one in rapor.draft(store, naskah.UNIT, naskah.TAHUN, 2, naskah.PER, naskah.TANGGAL).lembar
        if one.bagian == "Seksi Pemerintahan"
    )  # fmt: skip
    assert page.kiriman == "belum dikirim"
    assert "belum ada yang lengkap" in page.kalimat
    assert page.gambar == ()


def test_a_bagian_without_indikator_and_a_stranger_are_refused():
    with pytest.raises(UserError, match="XX"):
        drawn("XX")
    stranger = naskah.akses.Pengguna("x", "X", (naskah.akses.Tugas(naskah.Peran.CAMAT, "63.11.01"),))
    with pytest.raises(AccessError):
        rapor.build(loaded()[0], stranger, UNIT, 2025, 4, TTD, TTD)


@pytest.mark.documents
@pytest.mark.skipif(not pdf.available(), reason="LibreOffice tidak terpasang")
@pytest.mark.parametrize("triwulan", [1, 4])
def test_each_bagian_keeps_to_one_page(triwulan):
    content = rapor.build(loaded()[0], naskah.PENINJAU, UNIT, 2025, triwulan, TTD, None)
    titles = sum("RAPOR KINERJA" in p.text for p in Document(io.BytesIO(content)).paragraphs)
    assert titles == 8
    assert pdf.count(pdf.convert(content)) == 8
