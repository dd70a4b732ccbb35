"""The quarterly report: its words and tables say what the record says, and what is missing is visible."""

import dataclasses
import hashlib
import io
import json
import re
import runpy
import sys
import typing
import zipfile
from datetime import date
from pathlib import Path

import naskah
import polars as pl
import pytest
import tulisan
from belakang import behind
from docx import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import nodes

from lakip import akses, pengaturan, rollup
from lakip.akses import Peran
from lakip.errors import AccessError, UserError
from lakip.export import bahan, baris, gambar, kalimat_hitungan, kurang, laporan, laporan_triwulan, tabel, tanda, word
from lakip.export.laporan_triwulan import LaporanTriwulan
from lakip.formatting import angka
from lakip.pengaturan import Pejabat
from lakip.sumber import bertanda, polos, potong

U, T = naskah.UNIT, naskah.TAHUN


def gathered(store=None, periode="TW2", tanggal=naskah.TANGGAL):
    return bahan.gather(store or naskah.kept(), U, T, periode, naskah.PER, tanggal)


def made(store, periode="TW2"):
    return laporan_triwulan.build(store, naskah.PENGGUNA, U, T, periode, naskah.PER, naskah.TANGGAL)


@pytest.fixture(scope="module")
def store():
    return naskah.office()


@pytest.fixture(scope="module")
def document(store):
    return Document(io.BytesIO(made(store)))


def rows_of(document, head):
    """The cells of the table whose first head cells are these."""
    for texts in tulisan.tables(document):
        if texts[0][: len(head)] == head:
            return texts
    raise AssertionError(head)


# ---------------------------------------------------------------- the template


def test_the_template_uses_exactly_the_fields_of_the_dataclass():
    names = {field.name for field in dataclasses.fields(LaporanTriwulan)}
    assert word.variables(laporan_triwulan.TEMPLATE) == names


def test_the_template_uses_every_field_of_every_row():
    opened = DocxTemplate(laporan_triwulan.TEMPLATE)
    opened.init_docx()
    tree = word.StrictEnvironment().parse(opened.patch_xml(opened.get_xml()))
    used = {node.attr for node in tree.find_all(nodes.Getattr)} - {"index", "first", "last", "revindex"}
    rows = [baris.Kelompok, *(_row_type(f.type) for f in dataclasses.fields(LaporanTriwulan))]
    rows += [baris.BarisRencana, baris.BarisCapaian]
    fields = {field.name for row in rows if row for field in dataclasses.fields(row)}
    assert used == fields


def _row_type(annotation):
    hints = typing.get_args(annotation) or (annotation,)  # rows, or one by itself: the kop
    return hints[0] if hints and dataclasses.is_dataclass(hints[0]) and hints[0] is not word.Gambar else None


def test_the_shipped_template_is_what_the_script_builds():
    scripts = Path(__file__).parents[1] / "scripts"
    sys.path.insert(0, str(scripts))
    built = io.BytesIO()
    runpy.run_path(str(scripts / "build_templates.py"))["laporan_triwulan"]().doc.save(built)
    shipped = zipfile.ZipFile(laporan_triwulan.TEMPLATE).read("word/document.xml")
    assert zipfile.ZipFile(built).read("word/document.xml") == shipped


def test_no_template_word_is_left_over(document):
    xml = document.element.xml
    assert not any(mark in xml for mark in ("{{", "}}", "{%", "%}"))


# ---------------------------------------------------------------- figures


def test_the_signature_takes_the_last_two_langkah_along():
    """A page that only signs could be put under any report."""
    isi = dataclasses.replace(laporan_triwulan.KIND.compose(gathered(), 1), langkah=["satu", "dua", "tiga", "empat"])
    paragraphs = Document(io.BytesIO(word.render(laporan_triwulan.TEMPLATE, isi))).paragraphs
    closing = next(n for n, p in enumerate(paragraphs) if p.text.startswith("Demikian laporan ini"))
    last = [(p.text, p.paragraph_format.keep_with_next) for p in paragraphs[closing - 4 : closing]]
    assert last == [("1.\tsatu", None), ("2.\tdua", None), ("3.\ttiga", True), ("4.\tempat", True)]
    assert paragraphs[closing].paragraph_format.keep_with_next


def test_every_figure_of_the_main_table_is_the_figure_of_the_record(store, document):
    rows = {
        row[2][:5]: row
        for row in rows_of(document, ["No.", "Sasaran", "Indikator kinerja", "Satuan", "Target tahun", "Target TW II"])[
            2:-1  # below two rows of heads, above the note
        ]
    }
    frame = rollup.capaian(store, U, T, "TW2", naskah.PER)
    assert len(rows) == frame.height == 9
    for r in frame.iter_rows(named=True):
        row = rows[r["kode"]]
        assert row[4] == angka(r["target_tahun"], r["desimal"])
        assert row[5] == angka(r["target"], r["desimal"])
        assert row[7] == angka(r["capaian_persen"], 2)
        if r["kode"] not in ("IK-07", "IK-08"):
            assert row[6] == angka(r["realisasi"], r["desimal"])


@pytest.mark.parametrize(
    ("kode", "column", "said"),
    [
        ("IK-01", 7, "99,38"),  # 79,5 / 80
        ("IK-02", 6, "81,25"),  # 13 / 16
        ("IK-02", 8, "84,62"),  # (9 + 13) / (10 + 16)
        ("IK-05", 8, "4"),  # 3 + 1
        ("IK-05", 9, "33,33 %"),  # 4 of 12
        ("IK-03", 10, "belum waktunya"),
        ("IK-06", 8, "60,00\n(1/2 TW)"),
        ("IK-06", 10, "belum diisi"),
        ("IK-07", 6, "nihil"),
        ("IK-07", 7, "200,00"),  # (2 x 3 - 0) / 3
        ("IK-07", 9, "terpakai 2 dari batas 12"),
        ("IK-08", 6, "tidak tersedia"),
        ("IK-08", 7, "–"),
        ("IK-09", 10, "belum dibenarkan"),
    ],
)
def test_the_main_table_by_hand(document, kode, column, said):
    rows = rows_of(document, ["No.", "Sasaran", "Indikator kinerja", "Satuan", "Target tahun", "Target TW II"])
    assert next(row for row in rows if row[2].startswith(kode))[column] == said


def test_nothing_provisional_carries_a_kategori():
    for kelompok in tabel.capaian(gathered()):
        for row in kelompok.baris:
            judged = any(k.nama in row.keadaan for k in pengaturan.KATEGORI)
            assert judged == (polos(row.capaian) != "–" and not row.sementara), row.kode


def test_averages_are_printed_twice_with_what_they_rest_on(document):
    rows = rows_of(document, ["No.", "Sasaran", "Dihitung"])
    assert rows[0][3:5] == ["Tanpa batas (%)", "Batas 100 (%)"]
    # IK-01 99,375; IK-02 90,2777..; IK-04 108,333..; IK-05 33,333..
    assert rows[-1][2:5] == ["4 dari 6 indikator", "82,83", "80,75"]


def test_the_budget_closes_and_a_quarter_not_saved_is_a_dash(document):
    rows = {row[0].split()[0]: row for row in rows_of(document, ["Program / kegiatan / sub kegiatan"])[1:]}
    assert rows["7.01.01.2.01.0006"][1:] == ["33.000.000", "18.091.250", "28.091.250", "85,13", "4.908.750"]
    assert rows["7.01.02"][2] == "–"
    assert rows["Jumlah"][1:4] == ["133.000.000", "18.091.250", "53.091.250"]


def test_every_saved_figure_has_its_source(document):
    rows = rows_of(document, ["Indikator", "Periode", "Nilai", "Versi", "Berkas"])
    source = next(row for row in rows if row[0].startswith("IK-02") and row[1] == "TW II")
    assert source[2:7] == ["13 / 16", "1", "Realisasi TW II.xlsx", "Realisasi", "F7"]
    assert source[8:] == ["2 Juli 2026 10.15", "0123abcd"]
    assert len(rows) - 1 == 8 + 7  # TW I: all but IK-03; TW II: all but IK-03 and IK-06


# ---------------------------------------------------------------- words


def test_the_summary_counts_every_measured_indikator_once():
    said = polos(" ".join(kalimat_hitungan.ringkasan(gathered())))
    assert "9 (sembilan) indikator: 6 (enam) indikator kinerja Camat (nomor 1 sampai dengan 6) dan 3 (tiga)" in said
    assert "Dari 6 (enam) indikator kinerja Camat, 5 (lima) diukur pada Triwulan II Tahun 2026 dan 4 (empat)" in said
    assert "telah dinilai: 1 (satu) mencapai atau melampaui target dan 3 (tiga) belum mencapai target" in said
    assert "3 (tiga) Sangat Tinggi dan 1 (satu) Sangat Rendah" in said
    assert "Dari 3 (tiga) indikator lainnya, 3 (tiga) diukur pada Triwulan II Tahun 2026 dan baru 1 (satu)" in said
    assert "1 (satu) belum diisi, 1 (satu) tidak tersedia, dan 1 (satu) belum dibenarkan" in said


def test_the_same_figures_give_the_same_words():
    first, second = (laporan_triwulan.compose(gathered(), 1) for _ in range(2))
    drawn = ("gambar_capaian", "gambar_matriks", "gambar_serapan")
    for name in drawn:
        assert [p.alt() for p in getattr(first, name)] == [p.alt() for p in getattr(second, name)] != []
    assert dataclasses.replace(first, **dict.fromkeys(drawn, ())) == dataclasses.replace(
        second, **dict.fromkeys(drawn, ())
    )


def test_what_is_missing_is_listed_with_who_can_complete_it():
    gaps = [(row.hal[:5], row.keterangan, row.bagian) for row in kurang.gaps(gathered())]
    assert ("IK-06", "Realisasi Triwulan II belum diisi.", "Seksi Pemerintahan") in gaps
    assert (
        "IK-08",
        "Data tidak tersedia (Satpol PP belum menyampaikan data).",
        "Seksi Ketenteraman dan Ketertiban Umum",
    ) in gaps
    assert any(hal == "IK-09" and "belum dibenarkan" in said for hal, said, _ in gaps)
    assert any(hal == "IK-01" and "kendala dan tindak lanjut belum dicatat" in said for hal, said, _ in gaps)
    assert any("1 dari 2 sub kegiatan" in said for _, said, _ in gaps)
    assert not any(hal == "IK-05" for hal, _, _ in gaps)  # a miss with kendala and tindak lanjut is complete


def test_an_earlier_gap_is_listed_because_figures_to_date_lack_it():
    store = naskah.office()
    with store.transaction() as tx:
        naskah.save(tx, "IK-06", 3, "80")
    gaps = [(row.hal[:5], row.keterangan) for row in kurang.gaps(gathered(store, "TW3"))]
    assert ("IK-06", "Realisasi Triwulan II belum diisi.") in gaps
    assert ("IK-06", "Realisasi Triwulan III belum diisi.") not in gaps


def test_last_quarters_promises_come_back(document):
    rows = rows_of(document, ["No.", "Indikator", "Tindak lanjut yang direncanakan"])
    assert rows[1:] == [
        [
            "1.",
            "IK-01 Indeks Kepuasan Masyarakat atas pelayanan kecamatan",
            "Menambah petugas loket",
            "101,56 %",
            "99,38 %",
        ]
    ]


def test_the_first_quarter_has_no_quarter_before():
    first = laporan_triwulan.compose(gathered(periode="TW1"), 1)
    assert first.tindak_lanjut == ()
    assert first.tindak_lanjut_kosong == "Tidak ada triwulan sebelumnya pada tahun 2026."


@pytest.mark.parametrize(("periode", "numbers"), [("TW1", ["3.1", "3.2"]), ("TW2", ["3.1", "3.2", "3.3"])])
def test_no_second_picture_shows_one_quarter_again(store, periode, numbers):
    said = [p.text for p in Document(io.BytesIO(made(store, periode))).paragraphs if p.text.startswith("Gambar 3.")]
    said = [text.split("\t")[0] for text in said if "(lanjutan)" not in text]
    listed, printed = said[: len(numbers)], said[len(numbers) :]
    assert listed == printed
    assert [text.split()[1] for text in printed] == numbers
    assert ("Gambar 3.2 Capaian per Indikator dan Triwulan Tahun 2026" in printed) == (periode == "TW2")
    assert printed[-1].endswith(" Realisasi Anggaran terhadap Pagu per Program")


def test_whoever_stands_in_on_the_day_signs():
    store = naskah.office()
    plt = Pejabat(
        "Camat Paringin Selatan",
        Peran.CAMAT,
        "BUDI, S.IP.",
        status="plh",
        mulai=date(2026, 7, 1),
        selesai=date(2026, 7, 31),
    )
    pengaturan.add_pejabat(store, akses.system(U), U, plt)
    signed = {
        hari: laporan_triwulan.compose(gathered(store, tanggal=hari), 1)
        for hari in (date(2026, 7, 6), date(2026, 8, 3))
    }
    assert signed[date(2026, 7, 6)].ttd_jabatan == "Plh. CAMAT PARINGIN SELATAN,"
    assert signed[date(2026, 7, 6)].ttd_nama == "BUDI, S.IP."
    assert signed[date(2026, 8, 3)].ttd_jabatan == "CAMAT PARINGIN SELATAN,"
    assert signed[date(2026, 8, 3)].ttd_nip == "NIP 19700101 199503 2 001"


def test_without_a_camat_the_gap_is_visible():
    before = date(2024, 1, 1)
    report = laporan_triwulan.compose(bahan.gather(naskah.kept(), U, T, "TW2", before, before), 1)
    assert report.ttd_nama == "(belum ditetapkan)"
    assert any(row.keterangan == "Pejabat Camat pada 1 Januari 2024 belum dicatat." for row in report.kurang)


def test_example_data_and_draft_are_marked_on_every_page(document):
    marks = {section.header.paragraphs[0].text for section in document.sections[1:]}
    assert marks == {"DATA CONTOH · DRAF versi 1"}
    cover = [p.text for p in document.paragraphs[:12]]
    assert "DATA CONTOH" in cover
    assert "DRAF versi 1" in cover


def test_real_data_carry_no_example_mark():
    report = laporan_triwulan.compose(gathered(naskah.office(contoh=False)), 1)
    assert (report.tanda_contoh, report.tanda_halaman) == ("", "DRAF versi 1")


# ---------------------------------------------------------------- paper


def test_main_tables_repeat_their_head_and_never_split_a_row(document):
    for table in document.tables:
        rows = table._tbl.tr_lst
        if len(rows) > 3:
            assert rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_the_main_table_lies_in_a_landscape_section(document):
    assert [section.orientation for section in document.sections] == [0, 0, 0, 1, 0, 1]


def test_every_picture_says_what_it_shows(document):
    descriptions = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(descriptions) == 3
    assert all("IK-05" in text or "7.01.01" in text for text in descriptions)


# ---------------------------------------------------------------- the record


def test_making_a_report_records_version_figures_and_trail():
    store = naskah.office()
    contents = [made(store), made(store)]
    with store.transaction() as tx:
        assert (
            tx.read("laporan_versi", unit=U, jenis=laporan_triwulan.JENIS, tahun=T, periode="TW2")["versi"].item() == 3
        )
    rows = store._root.execute("select versi, sha256, potret from laporan order by versi").fetchall()
    assert [(v, s) for v, s, _ in rows] == [(n, hashlib.sha256(c).hexdigest()) for n, c in enumerate(contents, 1)]
    (isi, sidik), *_ = store._root.execute("select isi, sha256 from potret").fetchall()
    assert hashlib.sha256(isi.encode()).hexdigest() == sidik
    assert json.loads(isi)["angka"]["IK-05.2026.TW2.realisasi"] == ["1"]
    frozen, _ = laporan.thaw(laporan_triwulan.KIND, isi)
    assert frozen.kini.filter(pl.col("kode") == "IK-05")["realisasi"].item() == 1
    assert store._root.execute("select count(*) from jejak where perbuatan = 'menyusun laporan'").fetchall() == [(2,)]


def test_the_print_of_the_frozen_figures_stands_in_the_report(store, document):
    sidik = store._root.execute("select sha256 from potret").fetchall()[0][0]
    assert any(sidik in p.text for p in document.paragraphs)


def test_a_later_correction_does_not_change_what_was_frozen():
    store = naskah.office()
    made(store)
    before = store._root.execute("select isi from potret").fetchall()
    with store.transaction() as tx:
        naskah.save(tx, "IK-05", 2, "3", versi=2)
    assert store._root.execute("select isi from potret").fetchall() == before


def test_a_report_is_made_again_from_its_potret_with_the_same_figures_for_ever():
    store = naskah.office()
    first = made(store)
    id, sidik = store._root.execute("select id, sha256 from potret").fetchall()[0]
    with store.transaction() as tx:
        naskah.save(tx, "IK-05", 2, "3", versi=2)
        tx._cursor.execute("update target set nilai = nilai * 2")
        tx._cursor.execute("update realisasi_anggaran set realisasi_rupiah = 7")
        tx._cursor.execute("delete from pejabat")
    again = laporan.again(store, naskah.PENGGUNA, laporan_triwulan.KIND, U, id)
    assert tanda.read(again) == tanda.read(first)
    assert tulisan.words(tulisan.opened(again).element.body) == tulisan.words(tulisan.opened(first).element.body)
    said = word.properties(again)
    assert said.pop("LakipJejak").startswith("2 ")  # the newest act when it was printed
    assert said == {"LakipPotret": id, "LakipSidikPotret": sidik, "LakipJenis": "laporan_triwulan"}
    assert tanda.read(made(store)) != tanda.read(first)


def test_a_damaged_potret_makes_no_report():
    store = naskah.office()
    made(store)
    id = store._root.execute("select id from potret").fetchall()[0][0]
    behind(store, "update potret set isi = replace(isi, '133', '134')")
    with pytest.raises(UserError, match="berubah sejak dibekukan"):
        laporan.again(store, naskah.PENGGUNA, laporan_triwulan.KIND, U, id)
    with pytest.raises(UserError, match="tidak ada"):
        laporan.again(store, naskah.PENGGUNA, laporan_triwulan.KIND, U, "0" * 32)


def test_every_figure_of_the_potret_stands_in_the_file_as_it_was_frozen(store):
    content = made(store)
    isi = store._root.execute("select isi from potret order by pada desc limit 1").fetchall()[0][0]
    frozen = json.loads(isi)["angka"]
    printed: dict[str, list[str]] = {}
    for mark in tanda.read(content):
        if mark.teks not in printed.setdefault(mark.kode, []):
            printed[mark.kode].append(mark.teks)
    assert {kode: sorted(texts) for kode, texts in printed.items()} == {k: sorted(v) for k, v in frozen.items()}
    assert len(frozen) > 120


def test_no_figure_of_a_table_or_sentence_is_without_its_code():
    made_of = laporan_triwulan.compose(gathered(), 1)
    rows = [r for name in ("rencana", "capaian") for g in getattr(made_of, name) for r in g.baris]
    rows += [*made_of.rata, *made_of.kendala, *made_of.tindak_lanjut, *made_of.anggaran, *made_of.rumus]
    facts = {
        "nomor",
        "kode",
        "nama",
        "satuan",
        "warna",
        "indikator",
        "uraian",
        "rumus",
        "keadaan",
        "bagian",
        "kategori",
    }
    facts |= {"jenjang", "pendukung", "penghambat", "tindak_lanjut", "sementara"}
    for row in rows:
        for name, value in vars(row).items():
            if name not in facts:
                assert bertanda(value), (row, name)
    names = r"IK-\d+|Tahun \d{4}|Tabel [\d.]+|Nomor \S+|tanggal \d+ \w+ \d{4}|batas \d+|Agustus"
    for said in (made_of.kalimat_pk, made_of.kalimat_pagu, made_of.kalimat_rata, made_of.kalimat_serapan,
                 made_of.kalimat_struktur, *made_of.ringkasan, *made_of.langkah):  # fmt: skip
        plain = "".join(teks for kode, teks in potong(said) if kode is None)
        assert not re.search(r"\d", re.sub(names, "", plain)), plain


def test_a_report_that_fails_leaves_no_trace(monkeypatch):
    store = naskah.office()
    monkeypatch.setattr(laporan_triwulan, "KIND", dataclasses.replace(laporan_triwulan.KIND, templat=b"rusak"))
    with pytest.raises(UserError):
        made(store)
    assert store._root.execute("select count(*) from potret").fetchall() == [(0,)]


def test_semester_codes_and_empty_years_are_refused():
    with pytest.raises(UserError, match="SM1"):
        gathered(periode="SM1")
    with pytest.raises(UserError, match="belum mempunyai indikator"):
        bahan.gather(naskah.office(), U, 2019, "TW1", naskah.PER, naskah.TANGGAL)


def test_strangers_may_not_make_one():
    stranger = akses.Pengguna("x", "X", (akses.Tugas(Peran.CAMAT, "63.11.01"),))
    with pytest.raises(AccessError):
        laporan_triwulan.build(naskah.office(), stranger, U, T, "TW2", naskah.PER, naskah.TANGGAL)


def test_an_office_with_nothing_filled_in_still_gets_an_honest_draft():
    store = naskah.office()
    with store.transaction() as tx:
        tx._cursor.execute("delete from realisasi")
        tx._cursor.execute("delete from anggaran")
        tx._cursor.execute("delete from dokumen_rencana where versi > 1")
    said = tulisan.words(tulisan.opened(made(store)).element.body)
    assert "Belum ada indikator yang lengkap" in said
    assert "Pagu anggaran tahun 2026 belum diisi" in said
    assert "(belum ada data anggaran)" in said


def test_many_indikator_are_spread_over_several_pictures(store):
    material = gathered(store)
    many = pl.concat(
        [material.capaian.with_columns(kode=pl.format("{}-{}", pl.col("kode"), pl.lit(n))) for n in range(3)]
    )
    pictures = gambar.spread(dataclasses.replace(material, capaian=many).kini["kode"].to_list())
    assert [len(part) for part in pictures] == [14, 13]


def test_the_appendix_says_of_each_figure_how_it_was_worked_out_or_why_not(document):
    """The office of naskah: IK-05 of TW II is 1 of a target of 3; IK-06 is empty, IK-08 is not available."""
    rows = {row[0][:5]: row[1] for row in rows_of(document, ["Indikator", "Perhitungan", "Pembulatan"])[1:]}
    assert len(rows) == 9
    assert "Capaian = 1 / 3 × 100 = 33,33 %." in rows["IK-05"]
    assert "Triwulan II belum diisi." in rows["IK-06"]
    assert "tidak tersedia, tidak ikut dihitung (alasan: Satpol PP belum menyampaikan data" in rows["IK-08"]
