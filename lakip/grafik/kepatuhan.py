"""How each step of the SOP kept to its baku mutu, run by run."""

import polars as pl

from lakip.grafik.dasar import LEBAR, TERANG, Chart, Palet, wrap
from lakip.grafik.sel import grid, ink

PATUH = {
    # state: (colour, ikon, words). Blue against orange, because red and green look alike to some.
    "tepat": ("#93c5fd", "✓", "sesuai"),
    "melebihi": ("#fdba74", "!", "melebihi"),
    "berjalan": ("#dbeafe", "◉", "berjalan"),
    "berjalan_lama": ("#fdba74", "◉", "berjalan lama"),
    "tak_terhitung": ("#fde68a", "?", "tak terhitung"),
    "belum": (None, "○", "belum mulai"),
}


def kepatuhan(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> Chart:
    """Each step by run: time taken, and whether that is within the baku mutu, in a word.

    `frame`: columns langkah, uraian, periode (name of the run), lama ("55 menit"), baku, keadaan (a key of PATUH); one
    row per step and run, in the order in which they are drawn.
    """
    rows = []
    for row in frame.iter_rows(named=True):
        warna, ikon, kata = PATUH[row["keadaan"]]
        said = {
            "baris": "\n".join(wrap(f"{row['langkah']}. {row['uraian']} (baku {row['baku']})", 36, 3)),
            "kolom": row["periode"],
            "angka": row["lama"],
            "ikon": ikon,
            "kata": kata,
            "ringkas": "",
            "warna": warna or "transparent",
            "teks": ink(warna, palet),
        }
        rows.append({**row, **said})
    kolom = list(dict.fromkeys(row["periode"] for row in rows))
    lines = (
        f"langkah {r['langkah']} {r['periode']}: {r['lama'] + ' ' if r['lama'] else ''}{r['kata']} "
        f"(baku mutu {r['baku']})"
        for r in rows
    )
    return grid(rows, kolom, palet, lebar, "Kepatuhan terhadap baku mutu SOP. " + "; ".join(lines) + ".")
