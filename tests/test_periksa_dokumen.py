"""A document tells what it rests on, and whether it still says it: each way in which it may not is a test."""

import io
import json
import zipfile
from dataclasses import replace

import naskah
import pytest
from belakang import behind
from docx import Document
from salinan import once

from lakip import akses, sumber
from lakip.akses import Peran
from lakip.errors import AccessError, UserError
from lakip.export import catatan, laporan_triwulan, periksa_dokumen, perjanjian_kinerja, rapor
from lakip.export.beda_angka import Beda
from lakip.store import Store

U, T = naskah.UNIT, naskah.TAHUN
A = "IK-05.2026.TW2.realisasi"


def made(store: Store) -> bytes:
    return laporan_triwulan.build(store, naskah.PENGGUNA, U, T, "TW2", naskah.PER, naskah.TANGGAL)


def check(store: Store, content: bytes) -> periksa_dokumen.Hasil:
    return periksa_dokumen.check(store, naskah.PENINJAU, U, content)


@once
def office() -> Store:
    store = naskah.office()
    made(store)
    return store


def reported() -> tuple[Store, bytes]:
    """An office of one's own and its report, as it lies in the archive."""
    store = office()
    (file,) = (store.folder / "arsip").glob("*.docx")
    return store, file.read_bytes()


@pytest.fixture(scope="module")
def fixed():
    """The same, that no test changes."""
    return reported()


def edited(content: bytes, *changes: tuple[str, str], part: str = "word/document.xml") -> bytes:
    """The file with pieces of its XML replaced, each of them there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == part:
                text = data.decode()
                for before, after in changes:
                    assert before in text, before
                    text = text.replace(before, after, 1)
                data = text.encode()
            new.writestr(item, data)
    return out.getvalue()


def control(content: bytes, kode: str) -> str:
    """The XML of the first control of a code."""
    text = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    start = text.rindex("<w:sdt>", 0, text.index(f'<w:tag w:val="{kode}"/>'))
    return text[start : text.index("</w:sdt>", start) + len("</w:sdt>")]


def test_the_file_as_it_was_made_is_whole(fixed):
    store, content = fixed
    found = check(store, content)
    assert found.utuh
    assert found.sama
    assert found.bertanda > 200
    assert found.asal is not None
    assert found.asal.nama == "Laporan Kinerja Triwulan, Triwulan II Tahun 2026, versi 1"
    assert found.asal.oleh == "rina"


def test_words_edited_in_word_leave_the_figures_whole(fixed):
    store, content = fixed
    found = check(store, edited(content, ("PENDAHULUAN", "PEMBUKA")))
    assert found.utuh
    assert not found.sama


def test_an_edited_figure_is_told_with_code_values_and_place(fixed):
    store, content = fixed
    old = control(content, A)
    found = check(store, edited(content, (old, old.replace(">1<", ">3<"))))
    assert found.disunting == (Beda(A, "1", "3", "Tabel 3.3, baris 7, kolom 7"),)
    assert not found.utuh
    assert not found.hilang
    assert not found.berubah


def test_an_emptied_figure_is_an_edit(fixed):
    store, content = fixed
    old = control(content, A)
    found = check(store, edited(content, (old, old.replace(">1<", "><"))))
    assert [(b.kode, b.lama, b.baru) for b in found.disunting] == [(A, "1", "")]


def test_a_figure_in_the_place_of_a_dash_is_an_edit(fixed):
    store, content = fixed
    kode = "IK-08.2026.TW2.capaian"
    old = control(content, kode)
    found = check(store, edited(content, (old, old.replace(">–<", ">98,40<"))))
    assert [(b.kode, b.lama, b.baru) for b in found.disunting] == [(kode, "–", "98,40")]


def test_a_mark_that_is_gone_is_told(fixed):
    store, content = fixed
    kode = "IK-07.2026.SD2.realisasi"
    old = control(content, kode)
    found = check(store, edited(content, (old, "<w:r><w:t>2</w:t></w:r>")))
    assert [(b.kode, b.lama, b.baru) for b in found.hilang] == [(kode, "2", None)]
    assert not found.disunting


def test_the_archive_tells_where_a_second_print_of_a_figure_was(tmp_path):
    store = naskah.office()
    store.folder = tmp_path
    (tmp_path / "arsip").mkdir()
    content = made(store)
    kode = "rata.2026.TW2.semua.tanpa_batas"
    old = control(content, kode)
    found = check(store, edited(content, (old, "")))
    assert [(b.kode, b.lama) for b in found.hilang] == [(kode, "82,83\u00a0%")]
    assert found.hilang[0].tempat.startswith("3.3 Rata-rata Capaian")
    store.close()


def test_a_mark_of_a_foreign_figure_is_told(fixed):
    store, content = fixed
    old = control(content, A)
    found = check(store, edited(content, (old, old + old.replace(A, "IK-99.2026.TW2.realisasi"))))
    assert [(b.kode, b.lama, b.baru) for b in found.disunting] == [("IK-99.2026.TW2.realisasi", None, "1")]


def test_a_mutated_value_of_the_record_is_told():
    store, content = reported()
    with store.transaction() as tx:
        naskah.save(tx, "IK-05", 2, "3", versi=2)
    found = check(store, content)
    told = {b.kode: (b.lama, b.baru) for b in found.berubah}
    assert told[A] == ("1", "3")
    assert told["IK-05.2026.TW2.capaian"] == ("33,33", "100,00")
    assert told["IK-05.2026.SD2.realisasi"] == ("4", "6")
    assert told["rata.2026.TW2.semua.tanpa_batas"][0] == "82,83\u00a0%"
    assert not any(kode.startswith("IK-01") for kode in told)
    assert next(b.tempat for b in found.berubah if b.kode == A) == "Tabel 3.3, baris 7, kolom 7"
    assert found.sama
    assert not found.disunting
    assert not found.utuh


def test_a_figure_that_only_a_later_program_marks_has_not_changed(monkeypatch):
    store, content = reported()

    def compose(bahan, versi):
        of = bahan.figure("IK-05", 2)["nilai"]
        return [sumber.tandai("IK-05.2026.TW2.lain", str(of)), laporan_triwulan.compose(bahan, versi)]

    later = replace(laporan_triwulan.KIND, compose=compose)
    monkeypatch.setattr(periksa_dokumen, "JENIS", {later.kode: later})
    assert check(store, content).utuh
    with store.transaction() as tx:
        naskah.save(tx, "IK-05", 2, "3", versi=2)
    told = {b.kode: (b.lama, b.baru) for b in check(store, content).berubah}
    assert told["IK-05.2026.TW2.lain"] == ("1.000000", "3.000000")
    assert told[A] == ("1", "3")


def test_a_record_that_is_gone_is_a_change_of_every_figure():
    store, content = reported()
    behind(store, "delete from indikator")
    found = check(store, content)
    assert {b.baru for b in found.berubah} == {None}
    assert len(found.berubah) > 100


def test_a_damaged_potret_is_told():
    store, content = reported()
    behind(store, "update potret set isi = replace(isi, '33,33', '99,99')")
    found = check(store, content)
    assert any("rusak" in said for said in found.salah)
    assert not found.utuh


def test_a_potret_rewritten_with_its_hash_is_not_in_the_trail():
    store, content = reported()
    text = store._root.execute("select isi from potret").fetchall()[0][0].replace('"33,33"', '"99,99"')
    behind(store, "update potret set isi = $isi, sha256 = $s", {"isi": text, "s": catatan.sidik(text)})
    found = check(store, content)
    assert any("tidak tercatat pada jejak" in said for said in found.salah)
    assert any("Sidik yang tercetak" in said for said in found.salah)


def test_a_foreign_document_is_told():
    out = io.BytesIO()
    document = Document()
    document.add_paragraph("Laporan buatan sendiri")
    document.save(out)
    found = check(naskah.kept(), out.getvalue())
    assert found.asal is None
    assert not found.utuh
    assert "tidak menyebut potret" in found.salah[0]


def test_a_forged_id_is_told():
    store = naskah.office()
    first, second = made(store), made(store)
    ids = [periksa_dokumen._read(content)[1] for content in (first, second)]
    unknown = edited(first, (ids[0], "0" * 32), part="docProps/custom.xml")
    assert "tidak ada pada kantor ini" in check(store, unknown).salah[0]
    swapped = edited(first, (ids[0], ids[1]), part="docProps/custom.xml")
    assert any("berbeda dari yang tersimpan" in said for said in check(store, swapped).salah)
    both = edited(swapped, (ids[0], ids[1]))
    assert any("bukan sidik potret" in said for said in check(store, both).salah)


def test_without_its_last_page_a_file_is_found_by_what_it_keeps_but_not_whole(fixed):
    store, content = fixed
    found = check(store, edited(content, ("dengan sidik SHA-256", "")))
    assert found.asal is not None
    assert any("halaman terakhir" in said for said in found.salah)


def test_a_file_saved_by_a_program_that_drops_properties_is_found_by_its_last_page(fixed):
    store, content = fixed
    id = periksa_dokumen._read(content)[1]
    found = check(store, edited(content, ("LakipPotret", "Lain"), part="docProps/custom.xml"))
    assert found.asal is not None
    assert found.asal.potret == id
    assert found.utuh


def test_a_potret_of_another_office_is_not_known(fixed):
    store, content = fixed
    other = akses.Pengguna("x", "X", (akses.Tugas(Peran.CAMAT, "63.11.01"),))
    assert periksa_dokumen.check(store, other, "63.11.01", content).asal is None
    with pytest.raises(AccessError):
        periksa_dokumen.check(store, other, U, content)


def test_a_potret_of_before_cannot_be_compared():
    store, content = reported()
    text = '{"capaian": []}'
    behind(store, "update potret set isi = $isi, sha256 = $s", {"isi": text, "s": catatan.sidik(text)})
    assert any("versi aplikasi lain" in said for said in check(store, content).salah)


@pytest.mark.parametrize("content", [b"", b"bukan zip", b"PK\x03\x04rusak"])
def test_what_is_no_document_is_refused_in_words(content):
    with pytest.raises(UserError, match="Word"):
        check(naskah.kept(), content)


def test_broken_xml_is_refused_in_words(fixed):
    store, content = fixed
    with pytest.raises(UserError, match="rusak atau terkunci"):
        check(store, edited(content, ("<w:body>", "<w:body><w:p>")))
    with pytest.raises(UserError, match="entitas"):
        check(store, edited(content, ("<w:document", "<!DOCTYPE x><w:document")))


def test_a_report_of_an_unknown_kind_is_compared_with_its_potret_only(fixed, monkeypatch):
    store, content = fixed
    monkeypatch.setattr(periksa_dokumen, "JENIS", {})
    found = check(store, content)
    assert found.utuh
    assert found.asal is not None
    assert found.asal.nama.startswith("laporan_triwulan,")
    assert replace(found, disunting=(Beda(A, None, "1", ""),)).utuh is False


def test_a_perjanjian_kinerja_is_held_against_what_it_printed_and_against_the_record():
    store = naskah.office()
    content = perjanjian_kinerja.build(store, naskah.PENGGUNA, U, T)
    found = check(store, content)
    assert found.utuh
    assert found.asal is not None
    assert found.asal.nama == "Perjanjian Kinerja, Tahun 2026, cetakan ke-1"
    behind(store, "update target set nilai = 95 where indikator = 'IK-02' and periode = 'TH'")
    assert [(b.kode, b.lama, b.baru) for b in check(store, content).berubah] == [
        ("IK-02.2026.TH.target", "90,00 persen", "95,00 persen")
    ]


def test_what_an_older_printing_did_not_mark_yet_has_not_changed():
    store = naskah.office()
    content = perjanjian_kinerja.build(store, naskah.PENGGUNA, U, T)
    head = json.loads(store._root.execute("select isi from potret").fetchall()[0][0])
    del head["angka"]["IK-02.2026.TH.target"]
    text = json.dumps(head, ensure_ascii=False)
    behind(store, "update potret set isi = $isi, sha256 = $s", {"isi": text, "s": catatan.sidik(text)})
    assert check(store, content).berubah == ()


def test_a_rapor_looked_at_is_not_recorded():
    store = naskah.office()
    rapor.KIND.look(store, U, T, triwulan=2, per=naskah.PER, hari=naskah.TANGGAL)
    assert store._root.execute("select count(*) from laporan").fetchall() == [(0,)]
    content = rapor.build(store, naskah.PENINJAU, U, T, 2, naskah.PER, naskah.TANGGAL, "PMD")
    assert check(store, content).utuh
    assert store._root.execute("select jenis, versi from laporan").fetchall() == [("rapor", 1)]
