"""One kop for every paper: the lambang of the settings, whose office it is, the address under its name."""

import io
from dataclasses import replace
from datetime import date, datetime
from functools import cache

import kantor_sop
import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from kantor_sop import ADMIN, KASUBBAG, PENINJAU, TAHUN, UNIT
from naskah import PER, TANGGAL
from salinan import once
from test_pengaturan import png
from test_sosialisasi import held
from test_sosialisasi import png as wide

from lakip import pengaturan
from lakip.export import (
    anggaran_excel,
    bukti_excel,
    catatan,
    disposisi,
    e81,
    kepatuhan_excel,
    kop,
    laporan,
    log_sop,
    perjanjian_kinerja,
    pilihan,
    praperiksa_excel,
    rapor,
    rekap_excel,
    selisih_excel,
    sop_form,
    sosialisasi,
    tabel_rencana,
    word,
)
from lakip.sop import disposisi as perintah
from lakip.sop.disposisi import Disposisi
from lakip.sop.sosialisasi import held as recorded

PEMERINTAH, KANTOR = "PEMERINTAH DAERAH KABUPATEN BALANGAN", "KECAMATAN PARINGIN SELATAN"
ALAMAT = "Jl. Ahmad Yani KM 3 & 4, Paringin Telp. (0526) 2094137 Pos-el: kec@contoh.id Kode Pos 71611"
KINI = datetime(2026, 7, 6, 2)
RAPAT = ("undangan", "daftar_hadir", "notulen")
LEMBAR = ("renaksi", "iku", "rkt")
WORD = ("TW2", "SM1", "TH", "rapor", "pk", *LEMBAR, "disposisi", *RAPAT, "log_sop", "sop_form")
EXCEL = ("e81", "rekap", "anggaran", "bukti", "kepatuhan", "praperiksa", "selisih", "register")


@once
def office(lengkap: bool):
    """With lambang and address, or with neither; everything that a paper is printed of is on record."""
    store = kantor_sop.office()
    alamat = ALAMAT if lengkap else ""
    pengaturan.set_identity(store, ADMIN, replace(pengaturan.identity(store, UNIT), alamat=alamat))
    if lengkap:
        pengaturan.set_lambang(store, ADMIN, UNIT, png(60))
    camat = kantor_sop.camat(store).id
    order = Disposisi(date(2026, 4, 6), camat, "Data kinerja", "Kumpulkan", 2026, "TW1", "sekcam")
    perintah.issue(store, kantor_sop.CAMAT, UNIT, order)
    held(store)
    return store


@cache
def kept(lengkap: bool):
    """One of each, for who only prints."""
    return office(lengkap)


def report(store, periode):
    """As it is recorded; nobody looks for its page numbers."""
    jenis = replace(pilihan.of(periode), sesudah=lambda content: content)
    return laporan.build(store, KASUBBAG, jenis, UNIT, TAHUN, periode, PER, TANGGAL)


def paper(store, nama):
    if nama in LEMBAR:
        return tabel_rencana.build(store, KASUBBAG, UNIT, nama, TAHUN)
    if nama in RAPAT:
        return sosialisasi.build(store, KASUBBAG, UNIT, nama, recorded(store, UNIT, TAHUN, "TW1"))
    made = {
        "rapor": lambda: rapor.build(store, KASUBBAG, UNIT, TAHUN, 2, PER, TANGGAL, "YAN"),
        "pk": lambda: perjanjian_kinerja.build(store, KASUBBAG, UNIT, TAHUN),
        "disposisi": lambda: disposisi.build(store, KASUBBAG, UNIT, 2026, 1),
        "log_sop": lambda: log_sop.build(store, KASUBBAG, UNIT, TAHUN, "TW1", KINI),
        "sop_form": lambda: sop_form.build(store, KASUBBAG, UNIT),
    }.get(nama, lambda: report(store, nama))
    return made()


def workbook(store, nama):
    about = (store, PENINJAU, UNIT, TAHUN)
    made = {
        "e81": lambda: e81.build(*about, 2, PER),
        "rekap": lambda: rekap_excel.build(*about, "SM1", PER),
        "anggaran": lambda: anggaran_excel.build(*about, 2),
        "bukti": lambda: bukti_excel.build(*about, 2),
        "kepatuhan": lambda: kepatuhan_excel.build(*about, KINI),
        "praperiksa": lambda: praperiksa_excel.build(*about, "SM1", PER),
        "selisih": lambda: selisih_excel.build(*about),
        "register": lambda: disposisi.register(*about, PER),
    }[nama]
    return openpyxl.load_workbook(io.BytesIO(made()))


def opened(content):
    return Document(io.BytesIO(content))


def lines(document):
    """Every paragraph with something on it, also in cells, in order."""
    texts = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p")))
    return [text for text in texts if text.strip()]


def emblems(document):
    """The pictures that are called the lambang."""
    named = [d for d in document.element.body.iter(qn("wp:inline")) if d.docPr.get("descr") == "Lambang daerah"]
    return [document.part.related_parts[next(d.iter(qn("a:blip"))).get(qn("r:embed"))].blob for d in named]


@pytest.mark.parametrize("nama", WORD)
def test_every_paper_has_the_lambang_and_under_the_name_of_the_office_its_address(nama):
    document = opened(paper(kept(True), nama))
    assert emblems(document) == [png(60)]
    said = lines(document)
    at = said.index(PEMERINTAH)
    assert said[at : at + 3] == [PEMERINTAH, KANTOR, ALAMAT]


@pytest.mark.parametrize("nama", WORD)
def test_without_lambang_and_address_nothing_holds_their_place(nama):
    document = opened(paper(kept(False), nama))
    assert emblems(document) == []
    said = lines(document)
    assert said[said.index(PEMERINTAH) + 1] == KANTOR
    assert not [text for text in said if "(lambang" in text.casefold() or "(alamat" in text.casefold()]
    # The line of the address goes with its words: the name of the office is the last in its cell, or the rule follows.
    name = next(
        p for p in document.element.body.iter(qn("w:p")) if "".join(t.text or "" for t in p.iter(qn("w:t"))) == KANTOR
    )
    below = name.getnext()
    assert below is None or below.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None


@pytest.mark.parametrize("nama", EXCEL)
def test_every_sheet_of_a_workbook_has_the_same_kop(nama):
    for sheet in workbook(kept(True), nama):
        said = [row[0] for row in sheet.iter_rows(max_row=4, max_col=1, values_only=True)]
        assert said == ["DATA CONTOH", PEMERINTAH, KANTOR, ALAMAT], sheet.title
        assert [(picture.anchor._from.row, picture.anchor._from.col) for picture in sheet._images] == [(1, 0)]
        assert sum(row[0].value == KANTOR for row in sheet.iter_rows(max_row=9, max_col=1)) == 1


@pytest.mark.parametrize("nama", EXCEL)
def test_a_workbook_without_lambang_and_address_begins_its_title_under_the_name(nama):
    for sheet in workbook(kept(False), nama):
        first, second, name, title = [row[0] for row in sheet.iter_rows(max_row=4, max_col=1, values_only=True)]
        assert (first, second, name, bool(title)) == ("DATA CONTOH", PEMERINTAH, KANTOR, True), sheet.title
        assert sheet._images == []


def test_a_rapor_has_its_kop_on_the_page_of_each_bagian():
    document = opened(rapor.build(office(True), KASUBBAG, UNIT, TAHUN, 2, PER, TANGGAL))
    pages = sum(text == "RAPOR KINERJA TRIWULAN II TAHUN 2026" for text in lines(document))
    assert (pages, len(emblems(document)), lines(document).count(ALAMAT)) == (5, 5, 5)


def test_a_report_made_again_stands_under_the_lambang_it_was_made_with():
    store = office(True)
    first = report(store, "TW2")
    pengaturan.set_lambang(store, ADMIN, UNIT, png(80))
    again = pilihan.again(store, KASUBBAG, UNIT, word.properties(first)[catatan.SIFAT_POTRET])
    assert [emblems(opened(content)) for content in (first, again, report(store, "TW2"))] == [
        [png(60)], [png(60)], [png(80)],
    ]  # fmt: skip


def test_a_wide_lambang_is_no_wider_than_its_place():
    store = office(False)
    pengaturan.set_lambang(store, ADMIN, UNIT, wide(400, 100))
    tinggi, lebar = kop.KEPALA
    assert kop.of(store, UNIT).lambang[0].lebar_cm == lebar
    pengaturan.set_lambang(store, ADMIN, UNIT, wide(100, 400))
    assert kop.of(store, UNIT).lambang[0].lebar_cm == tinggi * 100 / 400
