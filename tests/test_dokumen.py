"""The register of planning documents, what stands in them, Renstra targets and comparison figures."""

import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from kasus import TAHUN, UNIT, add_indikator, new_office
from salinan import once
from unggahan import CAMAT, KASUBBAG, STAF

from lakip import dokumen, pembanding
from lakip.akses import system
from lakip.dokumen import BarisDokumen, Dokumen
from lakip.errors import AccessError, UserError
from lakip.pembanding import Angka
from lakip.store import Store
from lakip.unggah.berkas import dokumen as dokumen_berkas

SISTEM = system(UNIT)
RKT = Dokumen("rkt", TAHUN, "5/RKT", date(2026, 1, 5))
RENSTRA = Dokumen("renstra", 2024, "1/RENSTRA", date(2023, 9, 1), 2028)
PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"


@pytest.fixture
@once
def store() -> Store:
    store = new_office()
    add_indikator(store, "I1", "posisi_akhir", target="– – – 80")
    add_indikator(store, "I2", "posisi_akhir", target="– – – 90")
    return store


def baris(kode: str, *target: str, nama: str = "") -> BarisDokumen:
    years = range(2024, 2029) if len(target) == 5 else (TAHUN,)
    values = [None if t == "-" else Decimal(t) for t in target]
    return BarisDokumen(nama or f"Indikator {kode}", kode, "%", dict(zip(years, values, strict=True)))


def office_file(part: str, *more: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        for name in (part, "[Content_Types].xml", *more):
            bundle.writestr(name, "<x/>")
    return buffer.getvalue()


def listed(store: Store, tahun: int = TAHUN) -> list[tuple[str, int, int, bool]]:
    return [(r["jenis"], r["tahun"], r["versi"], r["berlaku"]) for r in dokumen.listed(store, UNIT, tahun).to_dicts()]


# ---------------------------------------------------------------- the register


def test_a_document_is_registered_once_and_a_perubahan_is_its_next_version(store: Store) -> None:
    assert dokumen.register(store, SISTEM, UNIT, RKT).versi == 1
    assert dokumen.register(store, SISTEM, UNIT, RKT).versi == 1
    changed = replace(RKT, nomor="6/RKT", sifat="perubahan", mulai_triwulan=3, tanggal=date(2026, 7, 6))
    assert dokumen.register(store, SISTEM, UNIT, changed).versi == 2
    assert listed(store) == [("rkt", 2026, 1, False), ("rkt", 2026, 2, True), ("pk", 2026, 1, True)]


def test_a_renstra_counts_in_each_year_of_its_span(store: Store) -> None:
    dokumen.register(store, SISTEM, UNIT, RENSTRA)
    assert [t for t in range(2022, 2031) if ("renstra", 2024, 1, True) in listed(store, t)] == [*range(2024, 2029)]
    assert dokumen.in_force(store, UNIT, "renstra", 2026).nama == "Renstra 2024–2028"
    with pytest.raises(UserError, match=r"Renstra yang terdaftar \(2024–2028\) tidak mencakup tahun 2029"):
        dokumen.in_force(store, UNIT, "renstra", 2029)


def test_an_iku_without_a_last_year_holds_until_the_next(store: Store) -> None:
    for tahun in (2024, 2026):
        dokumen.register(store, SISTEM, UNIT, Dokumen("iku", tahun, f"{tahun}/IKU", date(tahun, 1, 5)))
    held = {t: dokumen.in_force(store, UNIT, "iku", t).tahun for t in (2024, 2025, 2026, 2030)}
    assert held == {2024: 2024, 2025: 2024, 2026: 2026, 2030: 2026}


def test_a_correction_keeps_the_content_and_the_file(store: Store) -> None:
    first = dokumen_berkas.register(store, SISTEM, UNIT, RKT, "rkt.pdf", PDF)
    dokumen.save_contents(store, SISTEM, UNIT, first, [baris("I1", "80")])
    right = dokumen.register(store, SISTEM, UNIT, replace(RKT, nomor="7/RKT", membetulkan=1))
    assert (right.versi, right.nomor) == (2, "7/RKT")
    assert dokumen.contents(store, UNIT, right) == dokumen.contents(store, UNIT, first)
    names = [r["nama_berkas"] for r in dokumen.versions(store, UNIT, "rkt", TAHUN)]
    assert names == ["rkt.pdf", "rkt.pdf"]


def test_a_correction_of_the_murni_leaves_the_perubahan_in_force(store: Store) -> None:
    dokumen.register(store, SISTEM, UNIT, RKT)
    changed = replace(RKT, nomor="6/RKT", sifat="perubahan", mulai_triwulan=3)
    dokumen.register(store, SISTEM, UNIT, changed)
    right = dokumen.register(store, SISTEM, UNIT, replace(RKT, nomor="5a/RKT", membetulkan=1))
    assert (right.versi, right.sifat) == (3, "murni")
    assert dokumen.in_force(store, UNIT, "rkt", TAHUN).nomor == "6/RKT"
    again = dokumen.register(store, SISTEM, UNIT, replace(RKT, nomor="5b/RKT", membetulkan=3))
    assert (again.versi, again.membetulkan) == (4, 1)


def test_a_registration_by_mistake_is_withdrawn_and_what_it_replaced_counts_again(store: Store) -> None:
    dokumen.register(store, SISTEM, UNIT, RKT)
    changed = replace(RKT, nomor="6/RKT", sifat="perubahan", mulai_triwulan=3)
    dokumen.register(store, SISTEM, UNIT, changed)
    dokumen.register(store, SISTEM, UNIT, replace(changed, membetulkan=2, batal=True))
    assert dokumen.in_force(store, UNIT, "rkt", TAHUN).versi == 1
    dokumen.register(store, SISTEM, UNIT, replace(RKT, membetulkan=1, batal=True))
    with pytest.raises(UserError, match="RKT untuk tahun 2026 belum terdaftar"):
        dokumen.in_force(store, UNIT, "rkt", TAHUN)
    assert dokumen.register(store, SISTEM, UNIT, RKT).versi == 5
    assert dokumen.in_force(store, UNIT, "rkt", TAHUN).versi == 5


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (replace(RKT, batal=True), "Sebutkan dokumen mana yang dibatalkan"),
        (replace(RKT, nomor=" "), "Nomor dan tanggal RKT 2026 harus diisi"),
        (replace(RKT, tanggal=None), "Nomor dan tanggal RKT 2026 harus diisi"),
        (replace(RKT, tanggal=date(2036, 1, 5)), "Tanggal RKT 2026 bertahun 2036"),
        (replace(RENSTRA, sampai_tahun=None), "Tahun terakhir Renstra harus diisi"),
        (replace(RENSTRA, sampai_tahun=2020), "Periksa tahun pertama dan tahun terakhirnya"),
        (replace(RENSTRA, sampai_tahun=2040), "Periksa tahun pertama dan tahun terakhirnya"),
        (replace(RKT, jenis="pk"), "Perjanjian Kinerja tidak didaftarkan di sini"),
        (replace(RKT, membetulkan=4), "RKT 2026 versi 4 belum terdaftar"),
        (replace(RKT, sifat="perubahan", mulai_triwulan=5), "mulai triwulan 1 sampai 4"),
    ],
)  # fmt: skip
def test_what_cannot_be_registered_says_what_to_mend(store: Store, wrong: Dokumen, told: str) -> None:
    with pytest.raises(UserError, match=told):
        dokumen.register(store, SISTEM, UNIT, wrong)
    assert listed(store) == [("pk", 2026, 1, True)]


def test_only_who_plans_registers(store: Store) -> None:
    for one in (STAF, CAMAT):
        with pytest.raises(AccessError):
            dokumen.register(store, one, UNIT, RKT)
    assert dokumen.register(store, KASUBBAG, UNIT, RKT).versi == 1


def test_a_dppa_is_a_perubahan_by_nature(store: Store) -> None:
    done = dokumen.register(store, SISTEM, UNIT, Dokumen("dppa", TAHUN, "1/DPPA", date(2026, 9, 1), mulai_triwulan=4))
    assert (done.sifat, done.mulai_triwulan) == ("perubahan", 4)


# ---------------------------------------------------------------- the file


@pytest.mark.parametrize(
    ("nama", "content"),
    [("rkt.PDF", PDF), ("rkt.docx", office_file("word/document.xml")), ("rkt.xlsx", office_file("xl/workbook.xml"))],
)
def test_the_file_comes_back_as_it_was(tmp_path: Path, nama: str, content: bytes) -> None:
    store = Store(tmp_path)
    done = dokumen_berkas.register(store, SISTEM, UNIT, RKT, nama, content)
    assert dokumen.file(store, CAMAT, UNIT, done) == (content, nama.lower())
    archived = next((tmp_path / "arsip").iterdir())
    archived.write_bytes(b"lain")
    with pytest.raises(UserError, match="tidak ada atau berubah"):
        dokumen.file(store, CAMAT, UNIT, done)
    store.close()


@pytest.mark.parametrize(
    ("nama", "content", "told"),
    [
        ("rkt.pdf", b"", "kosong"),
        ("rkt.pdf", b"GIF89a", "bukan dokumen yang dikenal"),
        ("rkt.pdf", b"%PDF-1.7 terpotong", "terpotong: akhirnya tidak ada"),
        ("rkt.docx", PDF, "tidak sesuai isinya"),
        ("rkt.docx", b"PK\x03\x04rusak", "rusak atau terlalu besar"),
        ("rkt.docx", office_file("lain.xml"), "bukan dokumen yang dikenal"),
        ("rkt.xlsm", office_file("xl/workbook.xml", "xl/vbaProject.bin"), "berisi makro"),
        ("rkt.pdf", PDF.ljust(11 * 2**20), "lebih dari 10 MB"),
    ],
)
def test_a_file_is_judged_by_its_content(tmp_path: Path, nama: str, content: bytes, told: str) -> None:
    store = Store(tmp_path)
    with pytest.raises(UserError, match=told):
        dokumen_berkas.register(store, SISTEM, UNIT, RKT, nama, content)
    assert list((tmp_path / "arsip").iterdir()) == []
    assert dokumen.versions(store, UNIT, "rkt", TAHUN) == []
    store.close()


def test_another_file_for_the_same_document_is_another_version(store: Store) -> None:
    dokumen_berkas.register(store, SISTEM, UNIT, RKT, "rkt.pdf", PDF)
    assert dokumen_berkas.register(store, SISTEM, UNIT, RKT, "rkt.pdf", PDF).versi == 1
    assert dokumen_berkas.register(store, SISTEM, UNIT, RKT, "rkt.pdf", PDF + b"\n%%EOF").versi == 2


def test_a_document_without_file_says_so(store: Store) -> None:
    done = dokumen.register(store, SISTEM, UNIT, RKT)
    with pytest.raises(UserError, match="didaftarkan tanpa berkas"):
        dokumen.file(store, CAMAT, UNIT, done)


# ---------------------------------------------------------------- the content


def test_the_content_is_replaced_whole_and_the_same_again_leaves_no_trace(store: Store) -> None:
    one = dokumen.register(store, SISTEM, UNIT, RKT)
    rows = [baris("I1", "80"), baris("I2", "90")]
    assert dokumen.save_contents(store, SISTEM, UNIT, one, rows) == 2
    assert dokumen.save_contents(store, SISTEM, UNIT, one, rows) == 0
    assert dokumen.save_contents(store, SISTEM, UNIT, one, [baris("I1", "81")]) == 3
    assert [dict(r.target) for r in dokumen.contents(store, UNIT, one)] == [{2026: Decimal(81)}]
    assert dokumen.contents_version(store, UNIT, one) == 2


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "Isi RKT 2026 kosong"),
        ([baris("I1", "80"), baris("i1", "81", nama="Lain")], "“i1” ada pada lebih dari satu baris"),
        ([baris("I1", "80"), replace(baris("", "81", nama="indikator  i1"), kode=None)], "ada pada lebih dari satu"),
        ([replace(baris("I1", "80"), nama=" ")], "Nama indikator pada RKT 2026 harus diisi"),
        ([replace(baris("I1", "80"), target={2027: Decimal(1)})], "tidak memuat target tahun 2027"),
    ],
)
def test_content_that_cannot_be_is_refused_whole(store: Store, rows: list[BarisDokumen], told: str) -> None:
    one = dokumen.register(store, SISTEM, UNIT, RKT)
    with pytest.raises(UserError, match=told):
        dokumen.save_contents(store, SISTEM, UNIT, one, rows)
    assert dokumen.contents(store, UNIT, one) == ()


def test_two_indikator_of_one_name_are_told_apart_by_their_kode(store: Store) -> None:
    one = dokumen.register(store, SISTEM, UNIT, RKT)
    rows = [baris("I1", "80", nama="Serapan"), baris("I2", "81", nama="Serapan")]
    assert dokumen.save_contents(store, SISTEM, UNIT, one, rows) == 2


def test_a_budget_document_holds_no_indikator(store: Store) -> None:
    one = dokumen.register(store, SISTEM, UNIT, replace(RKT, jenis="dpa"))
    with pytest.raises(UserError, match="Pagunya dicatat pada Anggaran"):
        dokumen.save_contents(store, SISTEM, UNIT, one, [baris("I1", "80")])


def test_who_looked_at_an_older_content_does_not_overwrite_a_newer_one(store: Store) -> None:
    one = dokumen.register(store, SISTEM, UNIT, RKT)
    dokumen.save_contents(store, SISTEM, UNIT, one, [baris("I1", "80")], seen=0)
    with pytest.raises(UserError, match="diubah orang lain"):
        dokumen.save_contents(store, SISTEM, UNIT, one, [baris("I1", "81")], seen=0)


# ---------------------------------------------------------------- what the annual report asks


def test_the_renstra_gives_the_target_of_the_year_and_of_its_last(store: Store) -> None:
    one = dokumen.register(store, SISTEM, UNIT, RENSTRA)
    rows = [baris("I1", "70", "75", "80", "85", "90"), replace(baris("I2", "-", "-", "-", "-", "95"), kode=None)]
    dokumen.save_contents(store, SISTEM, UNIT, one, [*rows, baris("X1", "1", "1", "1", "1", "1")])
    told = dokumen.target_renstra(store, UNIT, TAHUN).select("kode", "target", "tahun_akhir", "target_akhir").rows()
    assert told == [("I1", Decimal(80), 2028, Decimal(90)), ("I2", None, 2028, Decimal(95))]
    assert dokumen.target_renstra(store, UNIT, 2029).is_empty()


def test_a_comparison_figure_needs_its_source(store: Store) -> None:
    with pytest.raises(UserError, match="Pembanding kabupaten I1 belum bersumber"):
        pembanding.save(store, SISTEM, UNIT, TAHUN, [Angka("I1", "kabupaten", Decimal(82), " ")])
    with pytest.raises(UserError, match="Indikator X9 tidak ada pada tahun 2026"):
        pembanding.save(store, SISTEM, UNIT, TAHUN, [Angka("X9", "kabupaten", Decimal(82), "LKjIP")])
    with pytest.raises(UserError, match="bukan cakupan pembanding"):
        pembanding.save(store, SISTEM, UNIT, TAHUN, [Angka("I1", "dunia", Decimal(82), "LKjIP")])
    with pytest.raises(AccessError):
        pembanding.save(store, CAMAT, UNIT, TAHUN, [Angka("I1", "kabupaten", Decimal(82), "LKjIP")])


def test_comparison_figures_are_versions_and_a_withdrawn_one_is_not_shown(store: Store) -> None:
    figures = [
        Angka("I1", "nasional", Decimal("83.5"), "BPS 2026"),
        Angka("I1", "kabupaten", Decimal(82), "LKjIP 2026"),
    ]
    assert pembanding.save(store, SISTEM, UNIT, TAHUN, figures) == 2
    assert pembanding.save(store, SISTEM, UNIT, TAHUN, figures) == 0
    assert pembanding.save(store, SISTEM, UNIT, TAHUN, [replace(figures[0], nilai=None)]) == 1
    told = pembanding.pembanding(store, UNIT, TAHUN).select("indikator", "cakupan", "nilai", "sumber", "tahun").rows()
    assert told == [("I1", "kabupaten", Decimal(82), "LKjIP 2026", 2026)]
    assert pembanding.save(store, SISTEM, UNIT, TAHUN, figures) == 1


def test_every_change_is_in_the_trail(store: Store) -> None:
    one = dokumen_berkas.register(store, SISTEM, UNIT, RKT, "rkt.pdf", PDF)
    dokumen.save_contents(store, SISTEM, UNIT, one, [baris("I1", "80")])
    pembanding.save(store, SISTEM, UNIT, TAHUN, [Angka("I1", "kabupaten", Decimal(82), "LKjIP")])
    assert store.read("jejak_terakhir")["nomor"].item() == 3
    row = dokumen.versions(store, UNIT, "rkt", TAHUN)[0]
    assert row["sha256"] == hashlib.sha256(PDF).hexdigest()
