"""Perjanjian Kinerja: the form of the regulation, the figures of that PK version, and every gap in sight."""

import dataclasses
import io
import re
import typing
import zipfile
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import naskah
import pytest
from contoh_siap import loaded
from docx import Document
from docxtpl import DocxTemplate
from jinja2 import nodes
from salinan import once
from tulisan import plain

from lakip import akses, anggaran, pengaturan, rencana
from lakip.akses import Peran
from lakip.anggaran import Kaitan
from lakip.errors import AccessError, UserError
from lakip.export import jabatan, perjanjian_kinerja, pihak, tabel_rencana, word
from lakip.export.baris import BarisKurang
from lakip.export.word import Gambar
from lakip.pengaturan import ATASAN, Pejabat
from lakip.rencana import PkVersion
from lakip.store import Store

U, T = naskah.UNIT, naskah.TAHUN
ADMIN = akses.system(U)
HARI = date(2026, 1, 12)  # of the PK of the small office
BUPATI = Pejabat("Bupati Balangan", ATASAN, "H. BUPATI, S.E.", mulai=date(2025, 1, 1))

PERNYATAAN = """
Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi pada hasil, kami yang bertanda tangan di bawah ini:
selanjutnya disebut pihak pertama
selaku atasan pihak pertama, selanjutnya disebut pihak kedua
Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami.
Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi.
"""


@cache
def small() -> Store:
    """The office of naskah with a Bupati and its budget linked. No test changes it."""
    return office()


@once
def office() -> Store:
    store = naskah.office()
    pengaturan.add_pejabat(store, ADMIN, U, BUPATI)
    links = [Kaitan("S1", "7.01.01", Decimal(100)), Kaitan("S2", "7.01.02", Decimal(100))]
    anggaran.save_sasaran_program(store, ADMIN, U, T, links)
    return store


def draft(kode: str = "camat", versi: int | None = None, store: Store | None = None, tahun: int = T) -> Any:
    return plain(perjanjian_kinerja.draft(store or small(), U, tahun, kode, versi))


def example(tahun: int, kode: str = "camat", versi: int | None = None) -> Any:
    return draft(kode, versi, loaded()[0], tahun)


def printed(kode: str = "camat", store: Store | None = None) -> Any:
    return Document(io.BytesIO(perjanjian_kinerja.build(store or small(), naskah.PENGGUNA, U, T, kode)))


def lacking(found: Any) -> str:
    return "\n".join(f"{r.hal}: {r.keterangan} [{r.bagian}]" for r in found.kurang)


def test_every_perjanjian_kinerja_of_the_example_is_complete():
    """Camat, Sekcam, each Kasubbag, Kasi and the Lurah, murni and perubahan."""
    store, _ = loaded()
    for tahun in (2024, 2025, 2026):
        for pk in rencana.pk_versions(store, U, tahun):
            made = perjanjian_kinerja.drafts(store, U, tahun, pk.versi)
            assert (len(made), [who.kode for who, isi in made.items() if isi.kurang]) == (10, [])


# ---------------------------------------------------------------- the templates


@pytest.mark.parametrize(
    ("template", "vocabulary"),
    [
        (perjanjian_kinerja.TEMPLATE, perjanjian_kinerja.PerjanjianKinerja),
        (tabel_rencana.TEMPLATE, tabel_rencana.TabelRencana),
    ],
    ids=["pk", "tabel"],
)
def test_a_template_uses_exactly_the_fields_of_its_dataclass(template, vocabulary):
    assert word.variables(template) == {field.name for field in dataclasses.fields(vocabulary)}


@pytest.mark.parametrize(
    ("template", "vocabulary"),
    [
        (perjanjian_kinerja.TEMPLATE, perjanjian_kinerja.PerjanjianKinerja),
        (tabel_rencana.TEMPLATE, tabel_rencana.TabelRencana),
    ],
    ids=["pk", "tabel"],
)
def test_a_template_uses_every_field_of_every_row(template, vocabulary):
    opened = DocxTemplate(template)
    opened.init_docx()
    tree = word.StrictEnvironment().parse(opened.patch_xml(opened.get_xml()))
    used = {node.attr for node in tree.find_all(nodes.Getattr)} - {"index", "first", "last"}
    assert used == {field.name for row in rows_below(vocabulary) for field in dataclasses.fields(row)}


def rows_below(vocabulary):
    """Every dataclass that a field of this one, or of a row of it, is made of."""
    found = set()
    for hint in typing.get_type_hints(vocabulary).values():
        for inner in (hint, *typing.get_args(hint)):
            if dataclasses.is_dataclass(inner) and inner is not Gambar:
                found |= {inner} | rows_below(inner)
    return found


def test_the_gap_table_is_that_of_the_other_reports():
    assert BarisKurang in rows_below(perjanjian_kinerja.PerjanjianKinerja)


# ---------------------------------------------------------------- the form


def test_the_pernyataan_has_the_words_of_the_regulation():
    said = [p.text for p in printed().paragraphs]
    assert [line for line in PERNYATAAN.strip().splitlines() if line not in said] == []
    assert said.index("PERJANJIAN KINERJA TAHUN 2026") < said.index(PERNYATAAN.strip().splitlines()[0])


def test_the_two_tables_have_the_heads_of_the_form():
    heads = [[cell.text for cell in table.rows[0].cells] for table in printed().tables]
    assert ["No.", "Sasaran Strategis", "Indikator Kinerja", "Target"] in heads
    assert ["Program", "Anggaran", "Keterangan"] in heads
    first = next(t for t in printed().tables if t.rows[0].cells[0].text == "No.")
    assert [cell.text for cell in first.rows[1].cells] == ["(1)", "(2)", "(3)", "(4)"]


@pytest.mark.parametrize(
    ("kode", "sasaran", "uang"),
    [
        ("camat", "Sasaran Strategis", "Program"),
        ("sekcam", "Sasaran Program/Kegiatan", "Kegiatan"),
        ("REN", "Sasaran Program/Kegiatan", "Sub Kegiatan"),
        ("PEM", "Sasaran Program/Kegiatan", "Sub Kegiatan"),
        ("BATU", "Sasaran Program/Kegiatan", "Sub Kegiatan"),
    ],
)
def test_each_level_shows_its_own_part_of_the_budget(kode, sasaran, uang):
    found = draft(kode)
    assert (found.judul_sasaran, found.judul_anggaran) == (sasaran, uang)


def test_left_signs_the_pihak_kedua_and_right_the_pihak_pertama():
    signature = printed().tables[1]  # below the kop
    left, right = ("\n".join(row.cells[n].text for row in signature.rows) for n in (0, 1))
    assert left.split("\n")[1:4] == ["Pihak Kedua,", "Bupati Balangan", "H. BUPATI, S.E."]
    assert right.split("\n") == [
        "Paringin Selatan, 12 Januari 2026", "Pihak Pertama,", "Camat Paringin Selatan", "AMINAH, S.Sos.",
        "Pembina Tk. I", "NIP 19700101 199503 2 001",
    ]  # fmt: skip


def test_no_template_word_is_left_over():
    xml = printed().element.xml
    assert not any(mark in xml for mark in ("{{", "}}", "{%", "%}"))


def test_every_page_says_that_the_data_are_an_example_and_what_is_missing():
    header = printed().sections[0].header.paragraphs[0].text
    assert header == f"DATA CONTOH · BELUM LENGKAP: {len(draft().kurang)} HAL"


# ---------------------------------------------------------------- figures


def test_targets_carry_their_satuan_at_the_desimal_of_the_indikator():
    first, second = draft().sasaran
    assert [row.target for row in first.baris] == ["80,00 nilai", "90,00 persen", "70,00 nilai"]
    assert [row.target for row in second.baris] == ["15 desa", "12 dokumen", "90,00 persen"]


def test_the_budget_is_summed_and_said_in_words():
    found = draft()
    assert [(row.nomor, row.anggaran, row.keterangan) for row in found.anggaran] == [
        ("1.", "Rp 33.000.000", "APBD"), ("2.", "Rp 100.000.000", "APBD"),
    ]  # fmt: skip
    assert found.jumlah == "Rp 133.000.000"
    assert found.terbilang == "Seratus tiga puluh tiga juta rupiah"


def test_a_kasi_shows_only_the_indikator_of_the_own_bagian():
    (goal,) = draft("TRANTIB").sasaran
    assert goal.uraian == "Terwujudnya ketenteraman dan ketertiban umum"
    assert [row.target for row in goal.baris] == ["12 kasus", "75,00 persen", "40 kali"]


def test_murni_and_perubahan_each_have_their_own_targets_and_title():
    murni, perubahan = example(2025, versi=1), example(2025, versi=2)
    assert (murni.judul, perubahan.judul) == (
        "PERJANJIAN KINERJA TAHUN 2025", "PERJANJIAN KINERJA PERUBAHAN TAHUN 2025",
    )  # fmt: skip
    of = {row.indikator: row.target for goal in murni.sasaran for row in goal.baris}
    after = {row.indikator: row.target for goal in perubahan.sasaran for row in goal.baris}
    assert (of["Jumlah desa berstatus mandiri"], after["Jumlah desa berstatus mandiri"]) == ("6 desa", "7 desa")
    assert of["Indeks Kepuasan Masyarakat"] == after["Indeks Kepuasan Masyarakat"] == "85,00 indeks"


def test_murni_has_the_pagu_of_the_dpa_and_perubahan_that_of_the_dppa():
    store, pagu = loaded()[0], {}
    for versi, column in ((1, "pagu_murni_rupiah"), (2, "pagu_rupiah")):
        tree = anggaran.pohon(store, U, 2025)
        total = tree.filter(tree["jenjang"] == "total")[column].item()
        pagu[versi] = f"Rp {total:,}".replace(",", ".")
    assert {versi: example(2025, versi=versi).jumlah for versi in (1, 2)} == pagu


def test_an_indikator_that_came_with_a_later_pk_is_not_in_the_earlier_one():
    store = office()
    naskah_card = rencana.indikator(store, U, T)["IK-05"]
    new = dataclasses.replace(naskah_card, kode="IK-10", nama="Jumlah desa digital")
    target = rencana.Target("IK-10", (None, None, Decimal(1), Decimal(2)), Decimal(3))
    pk = PkVersion(None, "02", date(2026, 8, 3), "perubahan", 3, "Penambahan", "strategi")
    rencana.save(store, naskah.PENGGUNA, U, T, rencana.Rencana(pk, (target,), (new,)))
    names = [{row.indikator for goal in draft(versi=v, store=store).sasaran for row in goal.baris} for v in (1, 2)]
    assert names[1] - names[0] == {"Jumlah desa digital"}


@pytest.mark.parametrize("kode", ["camat", "PEM", "REN"])
def test_every_figure_on_paper_is_indonesian(kode):
    content = perjanjian_kinerja.build(loaded()[0], naskah.PENGGUNA, U, 2025, kode)
    assert foreign(Document(io.BytesIO(content))) == []


def foreign(document: Any) -> list[str]:
    """Figures with a decimal point or a thousands comma, English months, and what a program says of nothing."""
    texts = [p.text for p in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    mark = r"(?<![\d.A-Z])\d+\.\d{1,2}(?![\d.])|\d,\d{3}(?!\d)|\b(None|nan|January|February|March|August|October)\b"
    return [text for text in texts if re.search(mark, text)]


# ---------------------------------------------------------------- who signs


def test_the_day_of_the_pk_decides_who_signs():
    murni, perubahan = example(2025, versi=1), example(2025, versi=2)
    assert murni.pertama.nama == "H. SYARIF RAHMADI, S.Sos., M.AP."
    assert perubahan.pertama.nama == "NOVITA ANGGRAENI, S.STP., M.Si."
    assert (murni.tanggal, perubahan.tanggal) == ("13 Januari 2025", "11 Agustus 2025")
    assert murni.kedua.nama != perubahan.kedua.nama


@pytest.mark.parametrize(("status", "sebutan"), [("plt", "Plt."), ("plh", "Plh.")])
def test_whoever_stands_in_signs_as_such(status, sebutan):
    store = office()
    (camat,) = [p for p in pengaturan.pejabat(store, U) if p.peran == Peran.CAMAT]
    if status == "plt":
        pengaturan.end_pejabat(store, ADMIN, U, camat.id, date(2025, 12, 31))
    standing_in = Pejabat(camat.jabatan, Peran.CAMAT, "BUDI, S.H.", "1", "Penata", None, status, date(2026, 1, 5),
                          date(2026, 1, 31))  # fmt: skip
    pengaturan.add_pejabat(store, ADMIN, U, standing_in)
    found = draft(store=store)
    assert (found.pertama.jabatan, found.pertama.nama) == (f"{sebutan} Camat Paringin Selatan", "BUDI, S.H.")
    assert found.kaki.startswith(f"Perjanjian Kinerja {sebutan} Camat Paringin Selatan Tahun 2026")


@pytest.mark.parametrize(
    ("kode", "atasan"),
    [("camat", "Bupati Balangan"), ("sekcam", "Camat"), ("REN", "Sekretaris"), ("PEM", "Camat"), ("BATU", "Camat")],
)
def test_the_pihak_kedua_is_the_direct_superior(kode, atasan):
    assert draft(kode).kedua.jabatan.startswith(atasan)


def test_a_jabatan_that_nobody_holds_is_a_gap_in_sight():
    found = draft("REN")
    assert found.pertama == pihak.Pihak("Kepala Subbagian Perencanaan dan Keuangan", "(belum ditetapkan)", ("NIP –",))
    assert (
        "Kepala Subbagian Perencanaan dan Keuangan: Pejabat yang menjabat pada 12 Januari 2026 belum dicatat. "
        "[Admin, halaman Pengaturan, tab Pejabat]"
    ) in lacking(found)


def test_a_fresh_office_is_told_where_to_add_its_bupati():
    found = draft(store=naskah.office())
    assert (found.kedua.nama, found.kedua.bawah) == ("(belum ditetapkan)", ())
    assert "Bupati Balangan: Pejabat yang menjabat pada 12 Januari 2026 belum dicatat." in lacking(found)


def test_a_bupati_has_no_nip_and_that_is_no_gap():
    found = draft()
    assert found.kedua == pihak.Pihak("Bupati Balangan", "H. BUPATI, S.E.", ())
    assert "NIP" not in lacking(found)


def test_who_would_sign_on_both_sides_is_told():
    store = office()
    sekcam = Pejabat("Sekretaris Kecamatan", Peran.SEKCAM, "AMINAH, S.Sos.", "1", "Pembina", mulai=date(2025, 1, 1))
    pengaturan.add_pejabat(store, ADMIN, U, sekcam)
    assert "AMINAH, S.Sos. menjadi pihak pertama sebagai Sekretaris Kecamatan dan pihak kedua" in lacking(
        draft("sekcam", store=store)
    )


def test_the_head_of_a_kota_is_a_wali_kota():
    kota = dataclasses.replace(pengaturan.IDENTITAS_BAWAAN, kabupaten="Kota Banjarbaru")
    assert jabatan.head_of(kota) == "Wali Kota Banjarbaru"


# ---------------------------------------------------------------- gaps


def test_what_is_missing_is_listed_on_a_last_page_only_while_it_is():
    assert "YANG BELUM LENGKAP" in [p.text for p in printed().paragraphs]
    content = perjanjian_kinerja.build(loaded()[0], naskah.PENGGUNA, U, 2025, "camat", 1)
    whole = Document(io.BytesIO(content))
    assert "YANG BELUM LENGKAP" not in [p.text for p in whole.paragraphs]
    assert whole.sections[0].header.paragraphs[0].text == "DATA CONTOH"


def test_a_budget_without_links_is_a_gap_and_not_invented():
    found = draft(store=naskah.office())
    assert found.jumlah == found.terbilang == found.anggaran[0].anggaran == "(belum ditetapkan)"
    assert "Anggaran: Belum ada program yang dikaitkan dengan sasarannya. [Perencanaan]" in lacking(found)


def test_a_program_of_the_camat_that_serves_no_sasaran_is_a_gap():
    store = office()
    anggaran.save_sasaran_program(store, ADMIN, U, T, [Kaitan("S1", "7.01.01", Decimal(100))])
    assert "Berpagu, tetapi belum dikaitkan dengan sasaran Camat" in lacking(draft(store=store))


def test_two_bagian_that_share_a_sasaran_do_not_share_a_sub_kegiatan_with_an_output_of_one():
    store = office()
    goal = rencana.Sasaran("S3.1", "Meningkatnya pembinaan desa", "kasi", T, 50, "S2")
    cards = [
        dataclasses.replace(card, kode=f"IK-2{n}", nama=f"Indikator {bagian}", sasaran=sasaran, bagian=bagian,
                            kode_anggaran=node, urutan=20 + n)
        for n, (bagian, sasaran, node, card) in enumerate(
            ((b, s, k, rencana.indikator(store, U, T)["IK-05"]) for b, s, k in (
                ("PEM", "S3.1", None), ("PMD", "S3.1", None), ("PMD", None, "7.01.02.2.01.0003"),
            ))
        )
    ]  # fmt: skip
    targets = tuple(rencana.Target(c.kode, (Decimal(1),) * 4, Decimal(4)) for c in cards)
    rencana.save(store, naskah.PENGGUNA, U, T, rencana.Rencana(PkVersion(1), targets, tuple(cards), (goal,)))
    links = [Kaitan("S1", "7.01.01", Decimal(100)), Kaitan("S2", "7.01.02", Decimal(100)),
             Kaitan("S3.1", "7.01.01.2.01.0006", Decimal(100)), Kaitan("S3.1", "7.01.02.2.01.0003", Decimal(100))]  # fmt: skip
    anggaran.save_sasaran_program(store, ADMIN, U, T, links)
    pem, pmd = draft("PEM", store=store), draft("PMD", store=store)
    assert [len(pem.anggaran), len(pmd.anggaran)] == [1, 2]
    assert (
        "1 sub kegiatan juga termuat dalam Perjanjian Kinerja Seksi Pemberdayaan Masyarakat dan Desa, karena sasaran "
        "S3.1 dipakai bersama."
    ) in lacking(pem)


def test_every_sub_kegiatan_that_serves_a_sasaran_is_in_the_pk_of_somebody():
    store = loaded()[0]
    for tahun in (2025, 2026):
        found = perjanjian_kinerja.drafts(store, U, tahun)
        printed = {r.nama for who, pk in found.items() if who.bagian for r in pk.anggaran}
        linked = {k.kode for k in anggaran.links(store, U, tahun) if k.kode.count(".") == 5}
        assert printed == {r["nama"] for r in anggaran.pohon(store, U, tahun).to_dicts() if r["kode"] in linked}


def test_a_pk_without_number_and_date_says_so_and_names_nobody():
    store = office()
    pk = PkVersion(None, None, None, "perubahan", 4, "Perubahan prioritas", "prioritas")
    target = rencana.Target("IK-05", (Decimal(3), Decimal(3), Decimal(3), Decimal(4)), Decimal(13))
    rencana.save_target_set(store, naskah.PENGGUNA, U, T, pk, [target])
    found = draft(store=store)
    assert (found.tanggal, found.pertama.nama) == ("(tanggal belum dicatat)", "(belum ditetapkan)")
    assert "Tanggal Perjanjian Kinerja versi 2 belum dicatat." in lacking(found)


# ---------------------------------------------------------------- asking for one


def test_the_zip_holds_the_pk_of_every_jabatan():
    bundle = zipfile.ZipFile(io.BytesIO(perjanjian_kinerja.build_all(small(), naskah.PENGGUNA, U, T)))
    assert len(bundle.namelist()) == len(jabatan.of_office(small(), U)) == 10
    assert "perjanjian_kinerja_2026_camat.docx" in bundle.namelist()
    assert all(Document(io.BytesIO(bundle.read(name))).tables for name in bundle.namelist()[:2])


def test_an_unknown_jabatan_or_version_names_those_there_are():
    with pytest.raises(UserError, match=r"camat, sekcam, REN, UMUM, PEM"):
        draft("XYZ")
    with pytest.raises(UserError, match=r"versi 9 belum dicatat. Versi yang ada: 1"):
        draft(versi=9)
    with pytest.raises(UserError, match="Tahun 2019 belum mempunyai indikator"):
        draft(tahun=2019)


def test_an_admin_makes_none():
    admin = akses.Pengguna("a", "A", (akses.Tugas(Peran.ADMIN, U),))
    with pytest.raises(AccessError):
        perjanjian_kinerja.build(small(), admin, U, T)
