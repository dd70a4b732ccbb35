"""Cut the font down to what an office prints: woff2 for browsers, ttf for the pictures, into lakip/ui/static/.

Run after HURUF below, or the font in scripts/huruf/, has changed; then give the new tags to lakip.css and config.toml
(tests/test_huruf.py says which). The source is Lato 2.007 of tyPoland, from latofonts.com. Its licence reserves the
name Lato for the unchanged font, so what is cut from it is called Lakip. The icons are cut from those of the installed
Streamlit: the ones that its screens and ours name.
"""

import re
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from lakip.server.headers import STREAMLIT  # noqa: E402

SUMBER = ROOT / "scripts" / "huruf"
TUJUAN = ROOT / "lakip" / "ui" / "static"
IKON = re.compile(r":material/([a-z0-9_]+):")
HURUF = (
    range(0x20, 0x7F),  # ASCII
    range(0xA0, 0x180),  # Latin-1 and Latin Extended-A: names of people
    (0x2BB, 0x2BC, 0x2BE, 0x2BF, *map(ord, "ḌḍḤḥṢṣṬṭẒẓ")),  # Arabic names in Latin letters
    range(0x300, 0x330),  # accents that stand alone
    range(0x2010, 0x2045),  # dashes, quotation marks, … ′ ‰
    range(0x2070, 0x20D0),  # raised and lowered figures, currencies
    range(0x2100, 0x2270),  # letters as signs, arrows, mathematics
    range(0x2460, 0x2800),  # figures in circles, shapes, ticks, as far as the font has them
)
# Beside what every program switches on by itself (kerning, ligatures, accents): figures of one width.
FITUR = (*subset.Options._layout_features_default, "case", "lnum", "pnum", "tnum")
NAMA = {1: "Lakip", 3: "Lakip-{gaya}; cut from Lato 2.007", 4: "Lakip {gaya}", 6: "Lakip-{gaya}"}


def cut(gaya: str, flavor: str | None) -> Path:
    """One file. Pictures ignore hints; an office screen does not."""
    options = subset.Options(
        flavor=flavor, hinting=flavor is not None, layout_features=list(FITUR), name_IDs=["*"], notdef_outline=True
    )
    font = TTFont(SUMBER / f"Lato-{gaya}.ttf", recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=chain(*HURUF))
    subsetter.subset(font)
    rename(font, gaya)
    path = TUJUAN / f"Lakip-{gaya}.{flavor or 'ttf'}"
    subset.save_font(font, path, options)
    return path


def rename(font: TTFont, gaya: str) -> None:
    for record in font["name"].names:
        if record.nameID in NAMA:
            record.string = NAMA[record.nameID].format(gaya=gaya)


def icons() -> set[str]:
    """Every icon that Streamlit, in Python or in the browser, or one of our screens names."""
    sources = [(STREAMLIT.parent, "*.py"), (STREAMLIT, "*.js"), (ROOT / "lakip", "*.py"), (ROOT / "pages", "*.py")]
    paths = chain.from_iterable(folder.rglob(pattern) for folder, pattern in sources)
    return {name for path in paths for name in IKON.findall(path.read_text(encoding="utf-8"))}


def ligatures(font: TTFont) -> dict[str, str]:
    """The glyph of each word that the font draws as one sign."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    tables = (table for lookup in font["GSUB"].table.LookupList.Lookup for table in lookup.SubTable)
    tables = (getattr(table, "ExtSubTable", table) for table in tables)
    return {
        "".join(letters[glyph] for glyph in (first, *ligature.Component)): ligature.LigGlyph
        for table in tables
        for first, found in getattr(table, "ligatures", {}).items()
        for ligature in found
    }


def whole_icons() -> TTFont:
    (path,) = (STREAMLIT / "static" / "media").glob("MaterialSymbols-Rounded.*.woff2")
    return TTFont(path, recalcTimestamp=False)


def cut_icons() -> Path:
    font = whole_icons()
    drawn = ligatures(font)
    options = subset.Options(flavor="woff2", layout_features=["*"], layout_closure=False)
    subsetter = subset.Subsetter(options)
    names = icons() & drawn.keys()  # a docstring of Streamlit names one that is none
    subsetter.populate(glyphs=[drawn[name] for name in names], unicodes=map(ord, "".join(names)))
    subsetter.subset(font)
    path = TUJUAN / "Ikon.woff2"
    subset.save_font(font, path, options)
    return path


def build() -> Iterator[Path]:
    for gaya in ("Regular", "Bold"):
        for flavor in (None, "woff2"):
            yield cut(gaya, flavor)
    yield cut_icons()


if __name__ == "__main__":
    for path in build():
        print(f"{path.name} {path.stat().st_size:,}", file=sys.stderr)
