"""The shipped font: cut from a larger one, and nobody sees it."""

import re
import runpy
from itertools import chain
from pathlib import Path

import pytest
import vl_convert
from fontTools.ttLib import TTFont

from lakip.penggambar import FONT_FOLDER
from lakip.server import statis

ROOT = Path(__file__).parents[1]
SUMBER = ROOT / "scripts" / "huruf"
NAMA_ORANG = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
TULISAN = {".py", ".sql", ".html", ".css", ".js", ".csv", ".md"}
GAYA = ("Regular", "Bold")


def known(path: Path) -> set[int]:
    return set(TTFont(path).getBestCmap())


def written() -> set[int]:
    """Every character of our own texts and of the example, and of names in Latin letters."""
    folders = [(ROOT / name).rglob("*") for name in ("lakip", "pages", "data/contoh", "docs")]
    texts = (path.read_text(encoding="utf-8") for path in chain(*folders) if path.suffix in TULISAN)
    return {ord(c) for text in texts for c in text} | set(NAMA_ORANG)


@pytest.mark.parametrize("gaya", GAYA)
@pytest.mark.parametrize("jenis", ["woff2", "ttf"])
def test_what_is_written_here_and_the_whole_font_has_was_not_cut_off(gaya: str, jenis: str) -> None:
    wanted = written() & known(SUMBER / f"Lato-{gaya}.ttf")
    assert {ord(c) for c in "●○◌→−×…–—“”❶❺"} <= wanted
    assert not [chr(c) for c in wanted - known(FONT_FOLDER / f"Lakip-{gaya}.{jenis}")]


@pytest.mark.parametrize("gaya", GAYA)
def test_a_picture_is_drawn_pixel_for_pixel_as_with_the_whole_font(gaya: str) -> None:
    vl_convert.register_font_directory(str(FONT_FOLDER))
    vl_convert.register_font_directory(str(SUMBER))
    signs = "".join(chr(c) for c in sorted(written() & known(SUMBER / f"Lato-{gaya}.ttf")))
    lines = ["AV To We Ty P. Yo 11 17 fi ffi fl “Ya”, L’A", *(signs[n : n + 60] for n in range(0, len(signs), 60))]
    assert picture(lines, "Lakip", gaya) == picture(lines, "Lato", gaya)
    assert picture(lines, "Lakip", gaya) != picture(lines, "Liberation Sans", gaya)


def picture(lines: list[str], font: str, gaya: str) -> bytes:
    spec = {
        "data": {"values": [{"y": n, "text": line} for n, line in enumerate(lines)]},
        "mark": {
            "type": "text",
            "align": "left",
            "font": font,
            "fontWeight": gaya.lower().replace("regular", "normal"),
        },
        "encoding": {"y": {"field": "y", "type": "ordinal", "axis": None}, "text": {"field": "text"}},
        "width": 700,
    }
    return vl_convert.vegalite_to_png(spec)


def test_every_icon_that_a_screen_can_show_is_among_those_cut() -> None:
    """A new Streamlit may name more of them: then scripts/build_huruf.py makes the file anew."""
    cutter = runpy.run_path(str(ROOT / "scripts" / "build_huruf.py"))
    wanted = cutter["icons"]() & cutter["ligatures"](cutter["whole_icons"]()).keys()
    assert {"checklist", "dashboard", "keyboard_double_arrow_left", "visibility_off"} <= wanted
    assert not wanted - cutter["ligatures"](TTFont(FONT_FOLDER / "Ikon.woff2")).keys()


@pytest.mark.parametrize("path", [".streamlit/config.toml", "lakip/ui/static/lakip.css"])
def test_the_address_of_the_font_changes_with_the_font(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    for gaya in GAYA:
        name = f"Lakip-{gaya}.woff2"
        assert re.findall(rf"{name}\?v=(\w+)", text) == [statis.tag(statis.SENDIRI / name)]


def test_what_is_cut_does_not_bear_the_reserved_name() -> None:
    for path in FONT_FOLDER.glob("Lakip-*"):
        names = {r.nameID: str(r) for r in TTFont(path)["name"].names}
        assert not [names[n] for n in (1, 4, 6) if "Lato" in names[n]]
        assert "Open Font License" in names[13]
        assert "tyPoland" in names[0]
