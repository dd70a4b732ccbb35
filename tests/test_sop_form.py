"""The SOP form in Word: the form of the regulation, the words of that version, every open question in sight."""

import dataclasses
import io
import re
import typing
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import naskah
import pytest
from docx import Document
from docxtpl import DocxTemplate
from jinja2 import nodes

from lakip import akses
from lakip.akses import Pengguna
from lakip.errors import AccessError, UserError
from lakip.export import gambar_alur, sop_form, word
from lakip.export.word import Gambar
from lakip.sop import langkah, pertanyaan
from lakip.sop.langkah import BAWAAN
from lakip.store import Store

U = naskah.UNIT
ADMIN = akses.system(U)
TINGGI = [190] * 8


@cache
def small() -> Store:
    """No test changes it."""
    return naskah.office()


@cache
def printed() -> Any:
    return Document(io.BytesIO(sop_form.build(small(), naskah.PENGGUNA, U)))


def rows_below(vocabulary: Any) -> set[Any]:
    """Every dataclass that a field of this one, or of a row of it, is made of."""
    found: set[Any] = set()
    for hint in typing.get_type_hints(vocabulary).values():
        for inner in (hint, *typing.get_args(hint)):
            if dataclasses.is_dataclass(inner) and inner is not Gambar:
                found |= {inner} | rows_below(inner)
    return found


def test_the_template_uses_exactly_the_fields_of_its_dataclass() -> None:
    assert word.variables(sop_form.TEMPLATE) == {f.name for f in dataclasses.fields(sop_form.SopForm)}


def test_the_template_uses_every_field_of_every_row() -> None:
    opened = DocxTemplate(sop_form.TEMPLATE)
    opened.init_docx()
    tree = word.StrictEnvironment().parse(opened.patch_xml(opened.get_xml()))
    used = {node.attr for node in tree.find_all(nodes.Getattr)}
    assert used == {f.name for row in rows_below(sop_form.SopForm) for f in dataclasses.fields(row)}


def test_the_identity_stands_above_the_steps() -> None:
    text = "\n".join(cell.text for row in printed().tables[0].rows for cell in row.cells)
    for said in (
        "Nomor SOP",
        "(belum ditetapkan)",
        "Tanggal Pembuatan",
        "2 Januari 2023",
        "KECAMATAN PARINGIN SELATAN",
    ):
        assert said in text
    heads = [row.cells[n].text for row in printed().tables[1].rows[::2] for n in (0, 1)]
    assert heads == [
        "Dasar Hukum", "Kualifikasi Pelaksana", "Keterkaitan", "Peralatan/Perlengkapan", "Peringatan",
        "Pencatatan dan Pendataan",
    ]  # fmt: skip


def test_the_steps_follow_the_form_of_the_office() -> None:
    table = printed().tables[2]
    head = [cell.text for cell in table.rows[1].cells]
    assert head == [
        "No.", "Uraian Prosedur", "Staf/JF", "Kasi", "Kasubbag", "Sekcam", "Camat", "Syarat/Kelengkapan", "Waktu",
        "Output", "Keterangan",
    ]  # fmt: skip
    assert [cell.text for cell in table.rows[2].cells] == [str(n) for n in range(1, 12)]
    assert len(table.rows) == 3 + 8
    assert [cell.text for cell in table.rows[-1].cells][-3:-1] == ["30 menit", "Laporan Kinerja Tahunan"]


def test_a_pelaksana_is_drawn_with_its_text_alternative() -> None:
    alt = re.findall(r'descr="([^"]+)"', printed().tables[2].rows[4]._tr.xml)
    assert alt == ["Staf/JF: Proses", "Kasi: Keputusan", "Kasubbag: Proses"]


def test_the_lines_of_the_flow_meet_at_the_borders_of_the_cells() -> None:
    rows = list(gambar_alur.draw(BAWAAN.langkah, TINGGI))
    assert list(rows[0]) == ["staf", "kasi"]
    assert list(rows[3]) == ["staf", "kasi", "kasubbag", "sekcam", "camat"]  # back from the Camat to the staf
    assert rows[3]["kasi"].alt == "Garis alur"
    assert list(rows[4]) == ["staf", "kasi", "kasubbag"]


def test_a_long_text_makes_its_row_and_its_picture_higher() -> None:
    long = replace(BAWAAN.step(1), uraian="Mengumpulkan data laporan kinerja triwulan " * 6)
    store = naskah.office()
    langkah.save(store, ADMIN, U, replace(BAWAAN, langkah=(long, *BAWAAN.langkah[1:])), "coba")
    heights = [r.tinggi for r in sop_form.draft(store, U).langkah]
    assert heights[0] > heights[1] == heights[2]


def test_every_version_can_be_printed_and_an_unknown_one_is_told() -> None:
    store = naskah.office()
    new = replace(BAWAAN, nomor="000.8.3/12/2026", tanggal_revisi=date(2026, 2, 2), tanggal_efektif=date(2026, 2, 2))
    langkah.save(store, ADMIN, U, new, "Revisi 2026")
    assert sop_form.draft(store, U).nomor == "000.8.3/12/2026"
    assert sop_form.draft(store, U).camat.nama == "AMINAH, S.Sos."
    assert sop_form.draft(store, U, 1).nomor == "(belum ditetapkan)"
    with pytest.raises(UserError, match="versi 3 tidak ada"):
        sop_form.draft(store, U, 3)


def test_what_is_open_is_listed_until_it_is_answered() -> None:
    store = naskah.office()
    before = {r.hal for r in sop_form.draft(store, U).kurang}
    assert {"Nomor SOP", "Camat Paringin Selatan", "Output langkah 8"} <= before
    pertanyaan.answer(store, ADMIN, U, "langkah_8", "Ya")
    assert {r.hal for r in sop_form.draft(store, U).kurang} == before - {"Output langkah 8"}


def test_a_stranger_gets_no_form() -> None:
    with pytest.raises(AccessError):
        sop_form.build(small(), Pengguna("x", "X", ()), U)
