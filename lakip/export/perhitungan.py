"""How each figure of the periode was worked out, step by step, for the appendix: what the card says on the screen."""

import polars as pl

from lakip import kartu
from lakip.export.bahan import Bahan, Row
from lakip.export.baris import BarisPerhitungan
from lakip.export.tabel import mark

DARI = ("keadaan", "alasan", "nilai", "pembilang", "penyebut")


def table(bahan: Bahan) -> tuple[BarisPerhitungan, ...]:
    """One row per indikator: its formula with the numbers in it, and its rounding. Those not measured say why."""
    cards = {r["kode"]: r for r in bahan.rencana.iter_rows(named=True)}
    targets = {(r["indikator"], r["periode"]): r["nilai"] for r in bahan.target.iter_rows(named=True)}
    saved = {(r["indikator"], r["triwulan"]): r for r in bahan.realisasi.iter_rows(named=True)}

    def quarter(kode: str, n: int) -> Row:
        figure = saved.get((kode, n), {})
        early = not figure and n <= bahan.sebelum_awal
        about = {"triwulan": n, "target": targets.get((kode, f"TW{n}")), "sebelum_awal": early}
        return about | {name: figure.get(name) for name in DARI}

    def steps(row: Row) -> str:
        quarters = pl.DataFrame([quarter(row["kode"], n) for n in bahan.periode.triwulan], infer_schema_length=None)
        return "\n".join(kartu.explain(cards[row["kode"]], quarters, dict(row), bahan.tahun))

    return tuple(
        BarisPerhitungan(
            indikator=f"{row['kode']} {row['nama']}",
            langkah=mark(bahan, row, bahan.periode.kode, "perhitungan", steps(row)),
            pembulatan=mark(bahan, row, bahan.periode.kode, "desimal", _places(row["desimal"])),
        )
        for row in bahan.kini.iter_rows(named=True)
        if row["kode"] in cards
    )


def _places(desimal: int) -> str:
    return f"{desimal} desimal" if desimal else "bilangan bulat"
