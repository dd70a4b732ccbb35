"""How complete the data are, per bagian and quarter."""

import polars as pl

from lakip.grafik.dasar import LEBAR, TERANG, Chart, Palet, wrap
from lakip.grafik.sel import grid, ink
from lakip.periode import ROMAWI

KELENGKAPAN = {
    # state: (colour, ikon, words). Blue against orange, because red and green look alike to some.
    "dibenarkan": ("#93c5fd", "✓", "dibenarkan"),
    "diajukan": ("#dbeafe", "●", "diajukan"),
    "lengkap": ("#dbeafe", "●", "lengkap"),
    "sebagian": ("#fde68a", "◑", "sebagian"),
    "terlambat": ("#fdba74", "!", "terlambat"),
    "dikembalikan": ("#fdba74", "↩", "dikembalikan"),
    "kosong": ("#fdba74", "○", "belum diisi"),
    "belum_waktunya": (None, "–", "belum waktunya"),
    "tidak_diukur": (None, "–", "tidak diukur"),
}


def kelengkapan(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> Chart:
    """How complete each bagian is, by quarter: "n/m" settled of measured, and the state in a word.

    `frame`: columns bagian, bagian_nama, triwulan, terisi, berlaku, keadaan (a key of KELENGKAPAN).
    """
    rows = []
    for row in frame.iter_rows(named=True):
        warna, ikon, kata = KELENGKAPAN[row["keadaan"]]
        said = {
            "baris": "\n".join(wrap(row["bagian_nama"], 30, 2)),
            "kolom": f"TW {ROMAWI[row['triwulan']]}",
            "angka": f"{row['terisi']}/{row['berlaku']}" if row["berlaku"] else "",
            "ikon": ikon,
            "kata": kata,
            "ringkas": "",
            "warna": warna or "transparent",
            "teks": ink(warna, palet),
        }
        kode = f"{row['bagian']} {row['triwulan']}"  # what a click tells
        rows.append({"kode": kode, "bagian_nama": row["bagian_nama"], **said})
    kolom = [f"TW {ROMAWI[n]}" for n in sorted(set(frame["triwulan"]))]
    lines = (f"{r['bagian_nama']} {r['kolom']}: {r['angka']} {r['kata']}" for r in rows)
    said_all = "Kelengkapan data per bagian dan triwulan. " + "; ".join(lines) + "."
    return grid(rows, kolom, palet, lebar, said_all)
