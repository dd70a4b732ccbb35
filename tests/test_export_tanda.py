"""Marks in a Word document: every figure is found again, looks as before, and can be edited by anybody."""

import io
import zipfile

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from lakip import sumber
from lakip.export import tanda, word

A, B = "IK-01.2026.TW2.realisasi", "uang.2026.TW2.total.sisa"


def template(make) -> bytes:
    document = Document()
    make(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rendered(text, value, **look):
    def make(document):
        run = document.add_paragraph().add_run(text)
        run.bold, run.font.size = True, Pt(9)

    return word.render(template(make), value)


def body(content: bytes):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")).find(qn("w:body"))


def marks(content: bytes):
    return [(m.kode, m.teks) for m in tanda.read(content)]


def test_a_marked_figure_becomes_a_control_in_the_look_of_its_run():
    content = rendered(
        "Sisa {{ a }} dari {{ b }}.", {"a": sumber.tandai(A, "79,50"), "b": sumber.tandai(B, "Rp 1 & 2")}
    )
    assert marks(content) == [(A, "79,50"), (B, "Rp 1 & 2")]
    paragraph = body(content).find(qn("w:p"))
    assert tanda.said(paragraph) == "Sisa 79,50 dari Rp 1 & 2."
    runs = list(paragraph.iter(qn("w:r")))
    assert [r.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val")) for r in runs] == ["18"] * 5
    control = paragraph.find(qn("w:sdt")).find(qn("w:sdtPr"))
    assert control.find(f"{{{tanda.W15}}}appearance").get(f"{{{tanda.W15}}}val") == "hidden"
    assert control.find(qn("w:lock")) is None


def test_readers_of_before_2013_are_told_what_to_pass_over():
    root = etree.fromstring(
        zipfile.ZipFile(io.BytesIO(rendered("{{ a }}", {"a": sumber.tandai(A, "1")}))).read("word/document.xml")
    )
    assert root.nsmap["w15"] == tanda.W15
    assert "w15" in root.get(f"{{{tanda.MC}}}Ignorable").split()


def test_numbers_of_controls_differ():
    content = rendered("{% for x in a %}{{ x }} {% endfor %}", {"a": [sumber.tandai(A, str(n)) for n in range(9)]})
    ids = [e.get(qn("w:val")) for e in body(content).iter(qn("w:id"))]
    assert len(set(ids)) == len(ids) == 9


def test_a_mark_over_a_line_break_is_one_control():
    content = rendered("{{ a }}", {"a": sumber.tandai(A, "60,00\n(1/2 TW)") + "\nakhir"})
    assert marks(content) == [(A, "60,00\n(1/2 TW)")]
    assert tanda.said(body(content)) == "60,00\n(1/2 TW)\nakhir"


def test_a_mark_split_over_runs_is_one_control():
    def make(document):
        paragraph = document.add_paragraph()
        marked = sumber.tandai(A, "12,34")
        paragraph.add_run("x" + marked[:-4])
        paragraph.add_run(marked[-4:] + "y").italic = True

    content = word.render(template(make), {})
    assert marks(content) == [(A, "12,34")]
    assert tanda.said(body(content)) == "x12,34y"
    italic = [r.find(f"{qn('w:rPr')}/{qn('w:i')}") is not None for r in body(content).iter(qn("w:r"))]
    assert italic == [False, False, True, True]


def test_a_mark_that_never_ends_ends_with_its_paragraph():
    def make(document):
        document.add_paragraph(sumber.tandai(A, "1")[:-1] + "2")
        document.add_paragraph("berikutnya")

    content = word.render(template(make), {})
    assert marks(content) == [(A, "12")]
    assert tanda.said(body(content)) == "12berikutnya"


def test_marks_in_tables_headings_and_captions_say_where_they_are():
    def make(document):
        document.add_heading("3.2 Capaian {{ a }}", 2)
        document.add_paragraph("Uraian.")
        document.add_paragraph("Kalimat {{ a }}.")
        document.add_paragraph("Tabel 3.3 Capaian {{ a }}")
        table = document.add_table(2, 2)
        table.cell(1, 1).text = "{{ a }}"

    content = word.render(template(make), {"a": sumber.tandai(A, "5")})
    assert [m.tempat for m in tanda.read(content)] == [
        "3.2 Capaian 5",
        "3.2 Capaian 5, alinea 2",
        "3.2 Capaian 5, alinea 2",
        "Tabel 3.3, baris 2, kolom 2",
    ]


def test_head_and_foot_keep_the_words_only():
    def make(document):
        document.sections[0].header.paragraphs[0].text = "{{ a }}"
        document.sections[0].footer.paragraphs[0].text = "kaki {{ a }}"

    content = word.render(template(make), {"a": sumber.tandai(A, "5")})
    section = Document(io.BytesIO(content)).sections[0]
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == ("5", "kaki 5")


def test_nothing_invisible_is_left_in_the_file():
    broken = sumber.tandai(A, "1")[:5]
    content = rendered("{{ a }}{{ b }}", {"a": sumber.tandai(A, "5"), "b": "x" + broken})
    text = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert not any(0xE000 <= ord(sign) <= 0xF8FF for sign in text)


def test_an_edit_in_word_is_read_with_its_tag():
    content = rendered("{{ a }}", {"a": sumber.tandai(A, "5")})
    edited = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(edited, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "word/document.xml":
                data = data.replace(
                    b">5</w:t></w:r>", b">6</w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
                )
            new.writestr(item, data)
    assert marks(edited.getvalue()) == [(A, "6")]


def test_an_emptied_control_counts_as_empty_whatever_word_shows_in_it():
    content = rendered("{{ a }}", {"a": sumber.tandai(A, "5")})
    root = body(content)
    root.find(f".//{qn('w:sdtPr')}").append(etree.Element(qn("w:showingPlcHdr")))
    assert [m.teks for m in tanda._marks(root, "")] == [""]


def test_a_code_too_long_for_word_is_shortened_the_same_way_everywhere():
    long = sumber.indikator("INDIKATOR-" * 9, 2026, "TW1", "target")
    content = rendered("{{ a }}", {"a": sumber.tandai(long, "5")})
    assert marks(content) == [(sumber.tag(long), "5")]


def test_what_the_file_says_about_itself():
    content = word.render(template(lambda d: d.add_paragraph("x")), {}, {"LakipPotret": 'a<b&"c'})
    again = word.render(content, {}, {"LakipPotret": "lain"})
    assert word.properties(content) == {"LakipPotret": 'a<b&"c'}
    assert word.properties(again) == {"LakipPotret": "lain"}
    assert word.properties(template(lambda d: d)) == {}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([None, A, B]), st.text("ab <&>,.1", max_size=6)), max_size=6))
def test_every_mark_comes_back_and_the_words_are_those_of_the_text(pieces):
    text = "".join(sumber.tandai(kode, teks) if kode else teks for kode, teks in pieces)
    content = rendered("{{ a }}", {"a": text})
    assert marks(content) == [p for p in pieces if p[0]]
    shown = "".join(teks or (tanda.HAMPA if kode else "") for kode, teks in pieces)
    assert tanda.said(body(content)) == shown
