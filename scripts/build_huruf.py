"""Cut the font down to what an office prints: woff2 for browsers, ttf for the pictures, into lakip/ui/static/.

Run after HURUF below, or the font in scripts/huruf/, has changed; then give the new tags to lakip.css and config.toml
(tests/test_huruf.py says which). The source is Lato 2.007 of tyPoland, from latofonts.com. Its licence reserves the
name Lato for the unchanged font, so what is cut from it is called Lakip.
"""

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SUMBER = Path(__file__).parent / "huruf"
TUJUAN = Path(__file__).parents[1] / "lakip" / "ui" / "static"
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


def build() -> Iterator[Path]:
    for gaya in ("Regular", "Bold"):
        for flavor in (None, "woff2"):
            yield cut(gaya, flavor)


if __name__ == "__main__":
    for path in build():
        print(f"{path.name} {path.stat().st_size:,}", file=sys.stderr)
