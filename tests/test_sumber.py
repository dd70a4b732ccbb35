"""Codes and marks of figures: what goes in comes out, whatever Jinja and people do in between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from lakip import sumber
from lakip.periode import PERIODE

PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30)
KODE = st.builds(
    sumber.Kode,
    st.sampled_from(["", *sumber.JENIS]),
    PRINTABLE.filter(lambda teks: teks.split(".")[0] not in sumber.JENIS),
    st.integers(2000, 2099),
    st.sampled_from(sorted(PERIODE)),
    st.from_regex(r"[a-z0-9_]{1,20}", fullmatch=True),
)
TEXT = st.text(st.characters(exclude_categories=("Cs", "Co")), max_size=30)


@given(KODE)
def test_a_code_taken_apart_and_joined_is_the_same(kode: sumber.Kode) -> None:
    assert str(sumber.urai(str(kode))) == str(kode)


@pytest.mark.parametrize(
    ("kode", "parts"),
    [
        ("IK-01.2026.SM1.realisasi", ("", "IK-01", 2026, "SM1", "realisasi")),
        ("rata.2026.TH.S1.tanpa_batas", ("rata", "S1", 2026, "TH", "tanpa_batas")),
        ("uang.2026.TW3.7.01.02.realisasi", ("uang", "7.01.02", 2026, "TW3", "realisasi")),
        ("1.2.3.2026.SD4.target", ("", "1.2.3", 2026, "SD4", "target")),
        (sumber.rata(None, 2026, "TW1", "dihitung"), ("rata", "semua", 2026, "TW1", "dihitung")),
        (sumber.uang(None, 2026, "SD2", "sisa"), ("uang", "total", 2026, "SD2", "sisa")),
        (sumber.hitung("indikator", 2026, "TW2", "diukur"), ("hitung", "indikator", 2026, "TW2", "diukur")),
        (sumber.indikator("IK-9", 2026, "TW2", "target"), ("", "IK-9", 2026, "TW2", "target")),
    ],
)
def test_a_code_names_its_figure(kode: str, parts: tuple[object, ...]) -> None:
    assert sumber.urai(kode) == sumber.Kode(*parts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "kode", ["", "IK-01", "IK-01.2026.TW5.target", "IK-01.2026.TW1.", "rata.2026.TW1.x", "a\n.2026.TW1.b"]
)
def test_what_is_no_code_cannot_mark(kode: str) -> None:
    with pytest.raises(ValueError, match="no code"):
        sumber.tandai(kode, "1")


@given(KODE, TEXT)
def test_a_mark_gives_its_code_and_text_back(kode: sumber.Kode, teks: str) -> None:
    marked = sumber.tandai(str(kode), teks)
    assert list(sumber.potong(marked)) == [(str(kode), teks)]
    assert sumber.polos(marked) == teks


@given(st.lists(st.tuples(st.none() | KODE.map(str), TEXT), max_size=6))
def test_pieces_come_back_in_order_and_polos_is_their_text(pieces: list[tuple[str | None, str]]) -> None:
    marked = "".join(sumber.tandai(kode, teks) if kode else teks for kode, teks in pieces)
    found = list(sumber.potong(marked))
    assert [p for p in found if p[0]] == [p for p in pieces if p[0]]
    assert "".join(teks for _, teks in found) == sumber.polos(marked) == "".join(teks for _, teks in pieces)


@given(KODE, st.text(st.sampled_from("abc<&>\"'{}%ZÄ "), max_size=12))
def test_a_mark_survives_jinja(kode: sumber.Kode, teks: str) -> None:
    marked = sumber.tandai(str(kode), teks)
    for name, change in (("", str), ("|upper", str.upper), ("|lower", str.lower)):
        printed = Environment(autoescape=False).from_string("{{ x%s }}" % name).render(x=marked)  # noqa: UP031
        assert list(sumber.potong(printed)) == [(str(kode), change(teks))]
    escaped = Environment(autoescape=True).from_string("{{ x }}").render(x=marked)
    assert [k for k, _ in sumber.potong(escaped)] == [str(kode)]


@given(KODE, TEXT, KODE)
def test_a_mark_holds_no_other_mark(outer: sumber.Kode, teks: str, inner: sumber.Kode) -> None:
    with pytest.raises(ValueError, match="no other mark"):
        sumber.tandai(str(outer), sumber.tandai(str(inner), teks) + teks)


@given(KODE, TEXT, st.data())
def test_a_broken_mark_leaves_no_private_letters(kode: sumber.Kode, teks: str, data: st.DataObject) -> None:
    marked = sumber.tandai(str(kode), teks)
    cut = marked[: data.draw(st.integers(0, len(marked) - 1))]
    assert all(k is None for k, _ in sumber.potong(cut))
    assert not sumber.bertanda(sumber.polos(cut))
    assert sumber.polos(cut) in (teks[:n] for n in range(len(teks) + 1))


@given(st.text(), TEXT)
def test_any_kode_of_an_office_can_be_marked(kode: str, teks: str) -> None:
    code = sumber.indikator(kode, 2026, "TW1", "target")
    assert list(sumber.potong(sumber.tandai(code, teks))) == [(code, teks)]


@given(KODE)
def test_a_tag_fits_word_and_differs_by_code(kode: sumber.Kode) -> None:
    assert len(sumber.tag(str(kode))) <= 64
    assert sumber.tag("x" * 80 + "a.2026.TW1.target") != sumber.tag("x" * 80 + "b.2026.TW1.target")
    assert sumber.tag("IK-01.2026.TW1.target") == "IK-01.2026.TW1.target"
