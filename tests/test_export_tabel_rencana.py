"""Rencana Aksi, IKU and RKT: what the record says of each, in the columns of the form, with every gap in sight."""

import dataclasses
import io
import runpy
import sys
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import naskah
import pytest
from contoh_siap import loaded
from docx import Document
from salinan import once
from tulisan import plain

from lakip import akses, anggaran, dokumen, rencana
from lakip.akses import Peran
from lakip.anggaran import Kaitan
from lakip.dokumen import BarisDokumen, Dokumen
from lakip.errors import AccessError, UserError
from lakip.export import dokumen_rencana, perjanjian_kinerja, tabel_rencana
from lakip.rencana import PkVersion, Target
from lakip.store import Store

U, T = naskah.UNIT, naskah.TAHUN
ADMIN = akses.system(U)
HARI = date(2026, 1, 12)
LINKS = (("S1", "7.01.01", 60), ("S2", "7.01.01", 40), ("S2", "7.01.02", 100))


@cache
def small() -> Store:
    """The office of naskah with its budget linked. No test changes it."""
    return office()


@once
def office() -> Store:
    store = naskah.office()
    links = [Kaitan(sasaran, kode, Decimal(porsi)) for sasaran, kode, porsi in LINKS]
    anggaran.save_sasaran_program(store, ADMIN, U, T, links)
    return store


def draft(jenis: str, store: Store | None = None, **more: Any) -> Any:
    return plain(tabel_rencana.draft(store or small(), U, jenis, T, **{"hari": HARI, **more}))


def lacking(found: Any) -> str:
    return "\n".join(f"{r.hal}: {r.keterangan}" for r in found.kurang)


def heads(jenis: str, store: Store | None = None, **more: Any) -> list[str]:
    content = tabel_rencana.build(store or small(), naskah.PENGGUNA, U, jenis, T, hari=HARI, **more)
    return [cell.text for cell in Document(io.BytesIO(content)).tables[1].rows[0].cells]


# ---------------------------------------------------------------- the form


@pytest.mark.parametrize("name", ["perjanjian_kinerja", "tabel_rencana"])
def test_the_shipped_template_is_what_the_script_builds(name):
    scripts = Path(__file__).parents[1] / "scripts"
    sys.path.insert(0, str(scripts))
    built = io.BytesIO()
    runpy.run_path(str(scripts / "build_templates.py"))[name]().doc.save(built)
    shipped = zipfile.ZipFile(perjanjian_kinerja.TEMPLATE.with_name(f"{name}.docx")).read("word/document.xml")
    assert zipfile.ZipFile(built).read("word/document.xml") == shipped


def test_the_rencana_aksi_has_the_columns_of_the_form():
    assert heads("renaksi") == [
        "No.", "Sasaran", "Indikator kinerja", "Satuan", "Target tahunan", "Target TW I", "Target TW II",
        "Target TW III", "Target TW IV", "Program/kegiatan/sub kegiatan", "Aktivitas (rencana aksi)", "Anggaran (Rp)",
        "Penanggung jawab", "Keterangan",
    ]  # fmt: skip


def test_target_keuangan_has_its_columns_when_it_is_recorded():
    content = tabel_rencana.build(loaded()[0], naskah.PENGGUNA, U, "renaksi", 2025, 1)
    said = [cell.text for cell in Document(io.BytesIO(content)).tables[1].rows[0].cells]
    assert said[12:16] == [f"Target keuangan TW {tw} (Rp)" for tw in ("I", "II", "III", "IV")]


def test_the_activities_of_an_indikator_are_lines_of_its_row():
    content = tabel_rencana.build(loaded()[0], naskah.PENGGUNA, U, "renaksi", 2025, 1)
    rows = [[cell.text for cell in row.cells] for row in Document(io.BytesIO(content)).tables[1].rows]
    told = next(row[10] for row in rows if row[2] == "Persentase penyerapan anggaran sesuai rencana")
    assert told == "- Penyusunan anggaran kas per triwulan\n- Rapat serapan anggaran setiap bulan"


def test_the_iku_have_the_columns_of_the_form():
    assert heads("iku") == [
        "No.", "Sasaran strategis", "Indikator Kinerja Utama", "Penjelasan/formulasi penghitungan", "Sumber data",
        "Penanggung jawab",
    ]  # fmt: skip


def test_the_rkt_has_the_columns_of_the_form():
    assert heads("rkt") == ["No.", "Sasaran strategis", "Indikator kinerja", "Satuan", "Target"]


def test_only_the_table_asked_for_is_printed():
    tables = {
        jenis: tabel_rencana.build(small(), naskah.PENGGUNA, U, jenis, T, hari=HARI) for jenis in tabel_rencana.NAMA
    }
    assert [len(Document(io.BytesIO(tables[j])).tables) for j in ("renaksi", "iku", "rkt")] == [
        4,
        4,
        5,
    ]  # the kop is one


# ---------------------------------------------------------------- Rencana Aksi


def test_each_indikator_has_its_quarters_at_its_own_desimal():
    rows = {row.indikator: row for goal in draft("renaksi").renaksi for row in goal.baris}
    ikm = rows["Indeks Kepuasan Masyarakat atas pelayanan kecamatan"]
    assert (ikm.target, ikm.tw1, ikm.keterangan) == ("80,00", "80,00", "rata-rata triwulan")
    akip = rows["Nilai SAKIP kecamatan hasil evaluasi Inspektorat"]
    assert (akip.tw1, akip.tw2, akip.tw3, akip.tw4) == ("–", "–", "–", "70,00")
    desa = rows["Jumlah desa yang menetapkan APBDes tepat waktu"]
    assert (desa.tw1, desa.tw4, desa.bagian) == ("6", "15", "Seksi Pemberdayaan Masyarakat dan Desa")


def test_money_for_two_sasaran_is_divided_by_porsi_to_the_rupiah():
    first, second = draft("renaksi").renaksi[:2]
    penunjang = "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"
    assert (first.baris[0].dukungan, first.baris[0].anggaran) == (f"{penunjang} (porsi 60 %)", "19.800.000")
    assert (second.baris[0].dukungan, second.baris[0].anggaran) == (f"{penunjang} (porsi 40 %)", "13.200.000")


def test_where_one_side_has_more_lines_the_other_is_one_cell_over_them():
    rows = draft("renaksi").renaksi[0].baris  # three indikator, one program
    assert [(row.kiri, row.kanan) for row in rows] == [
        ("restart", "restart"), ("restart", "continue"), ("restart", "continue"),
    ]  # fmt: skip


def test_a_perubahan_keeps_the_quarters_before_it_and_murni_stays_as_it_was():
    store = office()
    pk = PkVersion(None, "02", date(2026, 8, 3), "perubahan", 3, "Perubahan pagu", "strategi")
    target = Target("IK-05", (None, None, Decimal(4), Decimal(5)), Decimal(15))
    rencana.save_target_set(store, naskah.PENGGUNA, U, T, pk, [target])
    of = {}
    for versi in (1, 2):
        rows = {row.indikator: row for g in draft("renaksi", store, versi=versi).renaksi for row in g.baris}
        row = rows["Jumlah dokumen laporan pembinaan desa & kelurahan"]
        of[versi] = (row.tw1, row.tw2, row.tw3, row.tw4, row.target)
    assert of == {1: ("3", "3", "3", "3", "12"), 2: ("3", "3", "4", "5", "15")}


def test_narrowed_to_one_bagian_it_has_only_what_that_bagian_answers_for():
    found = draft("renaksi", bagian="trantib")
    assert [row.bagian for goal in found.renaksi for row in goal.baris] == [
        "Seksi Ketenteraman dan Ketertiban Umum"
    ] * 3
    assert found.baris_judul[0] == "SEKSI KETENTERAMAN DAN KETERTIBAN UMUM"


def test_output_indikator_stand_last_beside_their_code():
    found = plain(tabel_rencana.draft(loaded()[0], U, "renaksi", 2025, 1))
    last = found.renaksi[-1]
    assert last.uraian == "Keluaran (output) program, kegiatan, dan sub kegiatan"
    assert all(row.dukungan.startswith("7.01.0") and not row.anggaran for row in last.baris)


def test_a_sasaran_without_budget_and_an_indikator_without_quarters_are_gaps():
    store = office()
    with store.transaction() as tx:
        row = {"unit": U, "tahun": T, "pk": 1, "versi": 2, "nilai": None, **naskah.BY}
        tx.insert("target", [{**row, "indikator": "IK-09", "periode": f"TW{n}"} for n in (1, 2, 3, 4)])
    said = lacking(draft("renaksi", store))
    assert "Sasaran S3: Belum dikaitkan dengan program, kegiatan, atau sub kegiatan." in said
    assert "IK-09 Jumlah patroli wilayah: Target triwulan belum ditetapkan." in said


def test_quarters_of_money_that_do_not_make_the_pagu_are_a_gap():
    store = office()
    with store.transaction() as tx:
        row = {"unit": U, "tahun": T, "kode": "7.01.02.2.01.0003", "sifat": "murni", "versi": 1, **naskah.BY}
        tx.insert("target_keuangan", [{**row, "triwulan": n, "target_rupiah": 20_000_000} for n in (1, 2, 3, 4)])
    found = draft("renaksi", store)
    assert found.bentuk == "renaksi_keuangan"
    assert "Target keuangan TW I–IV berjumlah Rp 80.000.000, sedangkan anggarannya Rp 100.000.000." in lacking(found)


# ---------------------------------------------------------------- IKU


def test_the_iku_say_how_they_are_counted_and_what_is_missing_of_that():
    found = draft("iku")
    assert len([row for goal in found.iku for row in goal.baris]) == 9
    assert "(definisi operasional belum diisi)" in found.iku[0].baris[0].penjelasan
    assert "IK-01 Indeks Kepuasan Masyarakat atas pelayanan kecamatan: Sumber data belum diisi." in lacking(found)


def test_only_indikator_marked_iku_are_iku():
    store = loaded()[0]
    found = tabel_rencana.draft(store, U, "iku", 2025)
    names = {row.indikator for goal in found.iku for row in goal.baris}
    assert names == {c.nama for c in rencana.indikator(store, U, 2025).values() if c.iku and c.sasaran}
    assert lacking(found) == ""


# ---------------------------------------------------------------- RKT


def test_without_contents_of_its_own_the_rkt_says_that_its_targets_are_those_of_the_pk():
    found = draft("rkt")
    said = "Isi RKT tahun 2026 belum dicatat; target yang tercetak adalah target Perjanjian Kinerja murni."
    assert said in lacking(found)
    assert found.catatan == (said,)
    assert found.rkt[0].baris[0].target == "80,00"


def test_a_registered_rkt_is_printed_in_its_own_words_with_its_number_and_day():
    store = office()
    sekcam = naskah.PENGGUNA
    registered = Dokumen("rkt", T, "07", date(2025, 12, 1))
    recorded = dokumen.register(store, sekcam, U, registered)
    lines = [BarisDokumen("Indeks Kepuasan", "IK-01", "poin", {T: Decimal("79.5")}),
             BarisDokumen("Indikator lama", None, "kali", {T: Decimal(3)})]  # fmt: skip
    dokumen.save_contents(store, sekcam, U, recorded, lines)
    found = plain(tabel_rencana.draft(store, U, "rkt", T))
    assert dataclasses.astuple(found.rkt[0].baris[0]) == ("Indeks Kepuasan", "poin", "79,50")
    assert found.baris_judul[-1] == "(Nomor 07 tanggal 1 Desember 2025)"
    assert found.tanggal == "1 Desember 2025"
    assert "Indikator lama: Tercantum dalam RKT, tetapi tidak cocok" in lacking(found)


def test_the_programs_of_the_rkt_sum_to_the_pagu_in_words():
    found = draft("rkt")
    assert [(p.kode, p.anggaran, p.sasaran) for p in found.program if p.jenjang == "program"] == [
        ("7.01.01", "33.000.000", "1, 2"), ("7.01.02", "100.000.000", "2"),
    ]  # fmt: skip
    assert found.jumlah == "Rp 133.000.000 (seratus tiga puluh tiga juta rupiah)"


# ---------------------------------------------------------------- signing, asking


def test_the_camat_of_the_day_signs():
    store = loaded()[0]
    of = {day: tabel_rencana.draft(store, U, "iku", 2025, hari=day).camat for day in
          (date(2025, 1, 13), date(2025, 7, 7), date(2025, 8, 1))}  # fmt: skip
    assert [p.jabatan for p in of.values()] == [
        "Camat Paringin Selatan", "Plt. Camat Paringin Selatan", "Camat Paringin Selatan",
    ]  # fmt: skip
    assert len({p.nama for p in of.values()}) == 3


def test_a_rencana_aksi_is_signed_on_the_day_of_its_pk():
    store = loaded()[0]
    assert [tabel_rencana.draft(store, U, "renaksi", 2025, v).tanggal for v in (1, 2)] == [
        "13 Januari 2025", "11 Agustus 2025",
    ]  # fmt: skip


def test_a_document_without_a_day_names_nobody_and_says_so():
    found = tabel_rencana.draft(small(), U, "iku", T)
    assert (found.tanggal, found.camat.nama) == ("(tanggal belum dicatat)", "(belum ditetapkan)")
    assert "Tanggal Indikator Kinerja Utama (IKU) tahun 2026 belum dicatat" in lacking(found)


def test_what_does_not_exist_is_refused_by_name():
    with pytest.raises(UserError, match="Pilih salah satu: renaksi, iku, rkt"):
        draft("renja")
    with pytest.raises(UserError, match="Bagian “XX” tidak ada"):
        draft("renaksi", bagian="XX")
    with pytest.raises(UserError, match="versi 4 belum dicatat"):
        draft("renaksi", versi=4)


def test_an_admin_makes_none():
    admin = akses.Pengguna("a", "A", (akses.Tugas(Peran.ADMIN, U),))
    with pytest.raises(AccessError):
        tabel_rencana.build(small(), admin, U, "iku", T)


@pytest.mark.parametrize(
    ("jenis", "asked", "title"),
    [
        ("pk", {}, "Jabatan\t:\tCamat Paringin Selatan"),
        ("pk", {"jabatan": "sekcam"}, "Jabatan\t:\tSekretaris Kecamatan Paringin Selatan"),
        ("pk", {"bagian": "PEM"}, "Jabatan\t:\tKepala Seksi Pemerintahan"),
        ("pk", {"jabatan": "kasi", "bagian": "PEM"}, "Jabatan\t:\tKepala Seksi Pemerintahan"),
        ("renaksi", {"bagian": "PEM"}, "SEKSI PEMERINTAHAN"),
        ("iku", {}, "INDIKATOR KINERJA UTAMA (IKU) TAHUN 2026"),
        ("rkt", {}, "RENCANA KINERJA TAHUNAN (RKT) TAHUN ANGGARAN 2026"),
    ],
)
def test_one_door_leads_to_every_document(jenis, asked, title):
    content = dokumen_rencana.make(small(), naskah.PENGGUNA, U, jenis, T, **asked)
    assert title in [p.text for p in Document(io.BytesIO(content)).paragraphs]


def test_all_jabatan_come_as_a_zip():
    content = dokumen_rencana.make(small(), naskah.PENGGUNA, U, "pk", T, "semua")
    assert len(zipfile.ZipFile(io.BytesIO(content)).namelist()) == 10


@pytest.mark.parametrize(
    ("jenis", "asked", "said"),
    [
        ("pk", {"jabatan": "kasi"}, "Sebutkan bagian yang dipimpin Kasi itu, misalnya --bagian PEM"),
        ("pk", {"jabatan": "camat", "bagian": "PEM"}, "Perjanjian Kinerja Camat tidak memakai bagian"),
        ("iku", {"jabatan": "camat"}, "Jabatan hanya disebut untuk Perjanjian Kinerja"),
    ],
)
def test_what_does_not_go_together_is_refused_with_the_way_out(jenis, asked, said):
    with pytest.raises(UserError, match=said):
        dokumen_rencana.make(small(), naskah.PENGGUNA, U, jenis, T, **asked)
