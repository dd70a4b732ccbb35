"""Bukti dukung: what is accepted, by whom, what its date must be, and what is still missing."""

import hashlib
import io
import zipfile
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from contoh_siap import loaded
from kasus import BY, TAHUN, UNIT, add_indikator, new_office
from salinan import once

from lakip import bukti, jejak, periode
from lakip.akses import Pengguna, Peran, Tugas, system
from lakip.bukti import Bukti
from lakip.errors import AccessError, UserError
from lakip.export import bukti_excel
from lakip.store import Store
from lakip.unggah.berkas import bukti as berkas

SISTEM = system(UNIT)
PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0....\xff\xd9"
SURAT = Bukti("Berita acara", date(2026, 3, 2), "5/BA/2026")


def who(peran: Peran, bagian: str | None = None) -> Pengguna:
    return Pengguna(str(peran), str(peran), (Tugas(peran, UNIT, bagian),))


def zipped(*parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        for part in parts:
            bundle.writestr(part, "<x/>")
    return buffer.getvalue()


@pytest.fixture
@once
def store() -> Store:
    """I1 is filled in TW1 (confirmed) and TW2 (not), I2 tidak tersedia in TW1; today is after the year."""
    store = new_office()
    add_indikator(store, "I1", "jumlah", target="10 20 30 40", realisasi="10 20? – –")
    add_indikator(store, "I2", "jumlah", target="10 20 – –", realisasi="tt – – –")
    return store


def add(store: Store, kode: str = "I1", triwulan: int = 1, one: Bukti = SURAT, content: bytes = PDF) -> str | None:
    return bukti.add(store, SISTEM, UNIT, kode, TAHUN, triwulan, one, "ba.pdf", content)


def approve(store: Store) -> None:
    with store.transaction() as tx:
        tx.insert("alur", [{"unit": UNIT, "tahun": TAHUN, "periode": "TW1", "nomor": 1, "keadaan": "disahkan", **BY}])


# ---------------------------------------------------------------- the file


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (PDF, ".pdf"), (PNG, ".png"), (JPEG, ".jpg"), (JPEG + b"tail of a moving photo", ".jpg"),
        (zipped("word/document.xml"), ".docx"), (zipped("xl/workbook.xml"), ".xlsx"),
    ],
)  # fmt: skip
def test_a_file_is_what_its_content_says(content: bytes, suffix: str) -> None:
    found = berkas.accept("../../etc/passwd.exe", content)
    assert (found.suffix, found.nama) == (suffix, f"passwd.exe{suffix}")
    assert found.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("nama", "expected"),
    [
        ("C:\\data\\BA.PDF", "BA.pdf"), ("/tmp/../BA.docx", "BA.pdf"), ("foto.jpeg", "foto.pdf"),
        ("", "tanpa nama.pdf"), ("a\x00b\n.pdf", "ab.pdf"), ("BA 5.2026", "BA 5.2026.pdf"),
    ],
)  # fmt: skip
def test_names_lose_their_path_and_take_the_right_suffix(nama: str, expected: str) -> None:
    assert berkas.accept(nama, PDF).nama == expected


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "kosong"),
        (b"MZ\x90\x00 a program", "bukan dokumen yang dikenal"),
        (b"MZ%PDF-1.7 %%EOF", "bukan dokumen yang dikenal"),
        (b"#!/bin/sh\n", "bukan dokumen yang dikenal"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office lama atau berkata sandi"),
        (PDF.replace(b"%%EOF", b""), "terpotong"),
        (PNG[:12], "terpotong"),
        (JPEG[:-2], "terpotong"),
        (zipped("a.txt"), "bukan dokumen yang dikenal"),
        (zipped("word/document.xml", "word/vbaProject.bin"), "berisi makro"),
        (zipped("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "berisi makro"),
        (zipped("word/document.xml", "word/embeddings/setup.EXE"), "menyimpan program"),
        (b"PK\x03\x04 torn", "rusak"),
        (PDF + b" " * berkas.MAKS_UKURAN, "lebih dari 10 MB"),
    ],
)
def test_what_is_no_plain_document_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        berkas.accept("laporan.pdf", content)


# ---------------------------------------------------------------- adding and taking out


def test_a_bukti_is_listed_with_all_that_was_told(store: Store) -> None:
    assert add(store) is None
    row = bukti.listed(store, UNIT, TAHUN, 1).row(0, named=True)
    assert (row["indikator"], row["nama"], row["nomor_dokumen"]) == ("I1", "Berita acara", "5/BA/2026")
    assert (row["nama_berkas"], row["ukuran"], row["oleh_nama"]) == ("ba.pdf", len(PDF), "sistem")
    assert bukti.listed(store, UNIT, TAHUN, 2).is_empty()


def test_the_same_file_for_two_indikator_is_allowed_and_said(store: Store) -> None:
    add(store)
    assert add(store, "I2") == "Berkas yang sama juga menjadi bukti I1 TW1."
    assert bukti.listed(store, UNIT, TAHUN, 1)["juga"].to_list() == ["I2 TW1", "I1 TW1"]


def test_the_same_file_twice_for_one_indikator_is_refused(store: Store) -> None:
    add(store)
    with pytest.raises(UserError, match="sudah menjadi bukti I1 pada triwulan ini: “Berita acara”"):
        add(store)


def test_taking_out_needs_a_reason_and_loses_nothing(store: Store) -> None:
    add(store)
    with pytest.raises(UserError, match="dengan alasan"):
        bukti.remove(store, SISTEM, UNIT, "I1", TAHUN, 1, 1, "  ")
    bukti.remove(store, SISTEM, UNIT, "I1", TAHUN, 1, 1, "salah berkas")
    assert bukti.listed(store, UNIT, TAHUN, 1).is_empty()
    gone = bukti.every(store, UNIT, TAHUN, 1).row(0, named=True)
    assert (gone["versi"], gone["alasan"], gone["nama"]) == (2, "salah berkas", "Berita acara")
    with pytest.raises(UserError, match="sudah dikeluarkan"):
        bukti.remove(store, SISTEM, UNIT, "I1", TAHUN, 1, 1, "lagi")
    add(store)
    assert bukti.listed(store, UNIT, TAHUN, 1)["nomor"].to_list() == [2]


def test_an_unknown_indikator_and_a_nameless_document_are_refused(store: Store) -> None:
    with pytest.raises(UserError, match="tidak ada pada tahun 2026"):
        add(store, "I9")
    with pytest.raises(UserError, match="Nama dokumen belum diisi"):
        add(store, one=Bukti(" ", date(2026, 3, 2)))


def test_the_trail_says_that_the_figure_was_confirmed_already(store: Store) -> None:
    add(store)
    add(store, triwulan=2, one=Bukti("Daftar", date(2026, 5, 2)))
    acts = [r["rincian"] for r in jejak.search(store, UNIT, "menambah bukti").iter_rows(named=True)]
    assert ['"angka_sudah_dibenarkan": true' in act for act in acts] == [False, True]
    assert jejak.check(store) == []


def test_an_approved_triwulan_takes_more_bukti_and_gives_none_back(store: Store) -> None:
    add(store)
    approve(store)
    add(store, content=PDF + b"\n")
    with pytest.raises(UserError, match="sudah disahkan, jadi terkunci"):
        bukti.remove(store, SISTEM, UNIT, "I1", TAHUN, 1, 1, "salah")
    assert bukti.listed(store, UNIT, TAHUN, 1).height == 2


@pytest.mark.parametrize(("peran", "bagian"), [(Peran.STAF, "PEM"), (Peran.KASI, "PEM"), (Peran.KASUBBAG, None)])
def test_a_bagian_brings_its_own_bukti(store: Store, peran: Peran, bagian: str | None) -> None:
    bukti.add(store, who(peran, bagian), UNIT, "I1", TAHUN, 1, SURAT, "a.pdf", PDF)
    bukti.remove(store, who(peran, bagian), UNIT, "I1", TAHUN, 1, 1, "salah berkas")


@pytest.mark.parametrize(
    ("peran", "bagian"),
    [(Peran.STAF, "YAN"), (Peran.KASI, "YAN"), (Peran.SEKCAM, None), (Peran.CAMAT, None), (Peran.PENINJAU, None)],
)
def test_others_may_only_look(store: Store, peran: Peran, bagian: str | None) -> None:
    add(store)
    with pytest.raises(AccessError):
        bukti.add(store, who(peran, bagian), UNIT, "I1", TAHUN, 1, SURAT, "b.pdf", PDF + b"\n")
    with pytest.raises(AccessError):
        bukti.remove(store, who(peran, bagian), UNIT, "I1", TAHUN, 1, 1, "salah")


# ---------------------------------------------------------------- its date


@pytest.mark.parametrize("hari", [date(2026, 1, 1), date(2026, 3, 31)])
def test_a_date_within_the_triwulan_is_fine(hari: date) -> None:
    assert bukti.date_finding(hari, TAHUN, 1) is None


@pytest.mark.parametrize("hari", [date(2025, 12, 31), date(2026, 4, 1)])
def test_a_date_outside_the_triwulan_is_accepted_only_with_a_reason(store: Store, hari: date) -> None:
    with pytest.raises(UserError, match="di luar Triwulan I Tahun 2026"):
        add(store, one=Bukti("Laporan survei", hari))
    add(store, one=Bukti("Laporan survei", hari, alasan_tanggal="survei selesai 30 Maret"))
    assert bukti.listed(store, UNIT, TAHUN)["alasan_tanggal"].to_list() == ["survei selesai 30 Maret"]


def test_a_date_after_today_is_refused_whatever_the_reason(store: Store) -> None:
    ahead = periode.today() + timedelta(days=1)
    with pytest.raises(UserError, match="belum tiba"):
        add(store, one=Bukti("Laporan", ahead, alasan_tanggal="nanti"))


# ---------------------------------------------------------------- what is missing


def test_only_figures_need_bukti(store: Store) -> None:
    assert bukti.missing(store, UNIT, TAHUN).select("kode", "triwulan").rows() == [("I1", 1), ("I1", 2)]
    add(store)
    assert bukti.missing(store, UNIT, TAHUN).select("kode", "triwulan").rows() == [("I1", 2)]
    assert bukti.per_bagian(store, UNIT, TAHUN).rows() == [("PEM", "Seksi Uji", 2, 1, 1)]
    bukti.remove(store, SISTEM, UNIT, "I1", TAHUN, 1, 1, "salah berkas")
    assert bukti.missing(store, UNIT, TAHUN, 1).height == 1


def test_the_workbook_holds_gaps_documents_and_counts(store: Store) -> None:
    add(store)
    book = openpyxl.load_workbook(io.BytesIO(bukti_excel.build(store, SISTEM, UNIT, TAHUN, 1)))
    assert book.sheetnames == ["Belum ada bukti", "Bukti dukung", "Per bagian"]
    said = {page.title: [str(c.value) for row in page.iter_rows() for c in row if c.value] for page in book}
    assert "Semua angka yang terisi sudah berbukti." in said["Belum ada bukti"]
    assert {"Berita acara", "5/BA/2026", "2 Maret 2026", "ba.pdf"} <= set(said["Bukti dukung"])
    with pytest.raises(AccessError):
        bukti_excel.build(store, SISTEM, "lain", TAHUN, 1)


# ---------------------------------------------------------------- the archive


def test_the_original_comes_back_and_a_lost_one_is_noticed(tmp_path: Path) -> None:
    small = new_office()
    with pytest.raises(UserError, match="tidak ada di arsip"):
        bukti.content(small, SISTEM, UNIT, "0" * 64, "a.pdf")
    store = Store(tmp_path)
    with store.transaction() as tx:
        for table in ("unit", "bagian"):
            tx.insert(table, _rows(table))
    add_indikator(store, "I1", "jumlah", target="10 20 30 40", realisasi="10 – – –")
    add(store)
    row = bukti.listed(store, UNIT, TAHUN).row(0, named=True)
    assert bukti.content(store, SISTEM, UNIT, row["sha256"], row["nama_berkas"]) == PDF
    with pytest.raises(AccessError):
        bukti.content(store, SISTEM, "lain", row["sha256"], row["nama_berkas"])
    assert jejak.check_archive(store) == []
    store.archived(row["sha256"], ".pdf").unlink()
    assert jejak.check_archive(store) == ["Berkas asli “ba.pdf” tidak ada di arsip."]
    store.close()


def _rows(table: str) -> list[dict[str, object]]:
    if table == "unit":
        return [{"unit": UNIT, "nama": "Kecamatan Uji", "kabupaten": "Uji", "tempat": "Uji", "contoh": True}]
    return [{"unit": UNIT, "bagian": "PEM", "nama": "Seksi Uji", "jenis": "seksi", "urutan": 1}]


# ---------------------------------------------------------------- the example


def test_the_example_shows_every_case() -> None:
    rows = bukti.listed(loaded()[0], UNIT, TAHUN)
    assert rows.height == 8
    assert rows["alasan_tanggal"].is_not_null().sum() == 1
    assert rows.filter(rows["juga"].is_not_null())["indikator"].to_list() == ["IK-10", "IK-11"]
