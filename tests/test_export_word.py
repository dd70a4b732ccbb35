"""Filling Word templates: a template may print and loop, and nothing else."""

import io
import zipfile
from dataclasses import dataclass

import pytest
from docx import Document
from docx.oxml import OxmlElement

from lakip.errors import UserError
from lakip.export import word
from lakip.export.word import Gambar

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


def template(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def text(content: bytes) -> str:
    return "\n".join(p.text for p in Document(io.BytesIO(content)).paragraphs)


def altered(content: bytes, **parts: bytes) -> bytes:
    """The same file with parts added or replaced; names written with __ for /."""
    out = io.BytesIO()
    new = {name.replace("__", "/").replace("_dot_", "."): data for name, data in parts.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as bundle:
        for item in old.infolist():
            if item.filename not in new:
                bundle.writestr(item, old.read(item))
        for name, data in new.items():
            bundle.writestr(name, data)
    return out.getvalue()


def test_values_are_printed_whole_with_ampersand_and_brackets():
    assert text(word.render(template("{{ nama }}"), {"nama": "Sarana & <Prasarana>"})) == "Sarana & <Prasarana>"


def test_a_value_that_looks_like_a_template_is_only_text():
    assert text(word.render(template("{{ nama }}"), {"nama": "{{ 7 + 7 }}"})) == "{{ 7 + 7 }}"


def test_control_characters_of_a_value_do_no_harm():
    assert text(word.render(template("{{ nama }}"), {"nama": "a\x0c\x07\x00b"})) == "ab"


def test_dataclasses_lists_and_conditions():
    @dataclass(frozen=True)
    class Baris:
        nama: str
        ada: bool

    @dataclass(frozen=True)
    class Isi:
        baris: tuple[Baris, ...]

    made = word.render(
        template("{% for r in baris %}{{ loop.index }}{{ r.nama }}{% if r.ada %}!{% endif %}{% endfor %}"),
        Isi((Baris("a", True), Baris("b", False))),
    )
    assert text(made) == "1a!2b"


@pytest.mark.parametrize(
    ("rows", "kept"),
    [("abcde", ["head", "a", "d"]), ("abc", ["head", "a", "b"]), ("ab", ["head", "a"]), ("a", ["head"])],
)
def test_no_head_and_no_last_row_of_a_table_stands_alone(rows, kept):
    document = Document()
    table = document.add_table(rows=4, cols=1)
    for row, said in zip(table.rows, ("head", "{%tr for r in rows %}", "{{ r }}", "{%tr endfor %}"), strict=True):
        row.cells[0].text = said
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    buffer = io.BytesIO()
    document.save(buffer)
    made = Document(io.BytesIO(word.render(buffer.getvalue(), {"rows": list(rows)}))).tables[0]
    paragraphs = [row.cells[0].paragraphs[0] for row in made.rows]
    assert [p.text for p in paragraphs if p.paragraph_format.keep_with_next] == kept


def test_a_picture_carries_its_text_alternative():
    made = word.render(template("{{ g }}"), {"g": Gambar(PNG, 2.0, "Capaian & target")})
    xml = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    assert 'descr="Capaian &amp; target"' in xml


def test_a_figure_that_nobody_formatted_never_reaches_paper():
    with pytest.raises(TypeError):
        word.render(template("{{ nilai }}"), {"nilai": 12.5})


def test_the_names_a_template_asks_for_are_told():
    assert word.variables(template("{{ a }} {% for r in b %}{{ r.c }}{% endfor %}")) == {"a", "b"}


def test_a_misspelt_name_is_refused_by_name():
    with pytest.raises(UserError, match="kecamtan"):
        word.render(template("{{ kecamtan }}"), {"kecamatan": "x"})


def test_a_misspelt_field_is_refused():
    with pytest.raises(UserError, match="tidak dapat diisi"):
        word.render(template("{{ r.nmaa }}"), {"r": {"nama": "x"}})


def test_a_broken_template_says_where():
    with pytest.raises(UserError, match="tidak dapat diisi"):
        word.render(template("{% for r in b %}{{ r }}"), {"b": []})


@pytest.mark.parametrize(
    "attack",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ nama.__class__.__mro__ }}",
        "{{ nama.upper() }}",
        "{{ nama.format(1) }}",
        "{{ g.tpl.save('tulis.docx') }}",
        "{{ g.tpl }}",
        "{{ g.image_descriptor }}",
        "{{ r.pop('x') }}",
        "{{ r.update({'x': 1}) }}",
        "{{ r.items() }}",
        "{{ nama * 1000000000 }}",
        "{{ [nama] * 1000000000 }}",
        "{{ 9 ** 99999999 }}",
        "{{ '%999999999s' % nama }}",
        "{{ '%999999999d' % 1 }}",
        "{{ nama|center(999999999) }}",
        "{{ nama|format(1) }}",
        "{{ nama|attr('upper') }}",
        "{{ [1]|batch(999999999, 1)|length }}",
        "{{ range(999999999) }}",
        "{{ lipsum() }}",
        "{{ dict(a=1) }}",
        "{{ namespace(a=1) }}",
        "{{ self._TemplateReference__context }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% macro m() %}x{% endmacro %}{{ m() }}",
        "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% for x in [1] %}{{ loop.cycle(nama, nama) }}{% endfor %}",
        "{% for x in [1] %}{{ loop._iterable }}{% endfor %}",
    ],
)
def test_no_attack_of_a_template_gets_through(attack, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = {"nama": "x", "r": {"x": "1"}, "g": Gambar(PNG, 1.0, "")}
    with pytest.raises(UserError):
        word.render(template(attack), data)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"bukan zip", "bukan dokumen Word"),
        (altered(template("x"), word__vbaProject_dot_bin=b"x"), "makro"),
        (altered(template("x"), word__extra_dot_xml=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "entitas"),
        (altered(template("x"), word__besar_dot_bin=b"0" * 70_000_000), "terlalu besar"),
        (
            altered(
                template("x"),
                word___rels__settings_dot_xml_dot_rels=b'<Relationships><Relationship Id="r" Type="x/attachedTemplate" '
                b'TargetMode="External" Target="http://127.0.0.1/x.dotm"/></Relationships>',
            ),
            "berkas luar",
        ),
    ],
)
def test_files_that_are_no_plain_template_are_refused(content, said):
    with pytest.raises(UserError, match=said):
        word.render(content, {})


def test_an_excel_file_is_not_a_word_template():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        bundle.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(UserError, match="bukan dokumen Word"):
        word.variables(out.getvalue())
