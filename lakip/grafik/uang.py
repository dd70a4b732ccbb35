"""The budget: what was spent inside its pagu."""

import altair as alt
import polars as pl

from lakip.formatting import persen, rupiah
from lakip.grafik.dasar import LEBAR, TERANG, Chart, Palet, Row, finish


def serapan(frame: pl.DataFrame, palet: Palet = TERANG, lebar: int = LEBAR) -> Chart:
    """Realisasi of the budget inside its pagu, per row of the tree.

    `frame`: rows of anggaran.pohon; a null realisasi_sd_rupiah (nothing saved) says so.
    """
    rows = [_spent(row) for row in frame.iter_rows(named=True)]
    base = alt.Chart().encode(y=alt.Y("kode:N", sort=None, axis=None))
    axis = alt.Axis(title="Rupiah (juta)", grid=False, labelExpr="format(datum.value / 1e6, ',.0f')", tickCount=5)
    back = base.mark_bar(size=14, yOffset=12, color=palet.garis).encode(x=alt.X("pagu_rupiah:Q", axis=axis))
    front = base.mark_bar(size=8, yOffset=12, color=palet.batang).encode(x=alt.X("realisasi_sd_rupiah:Q"))
    name = base.mark_text(align="left", dy=-16, fontSize=11, color=palet.teks, limit=alt.expr("width")).encode(
        x=alt.XValue(0), text=alt.Text("label:N")
    )
    said_mark = base.mark_text(align="left", dy=-3, fontSize=10.5, fontWeight="bold", color=palet.teks).encode(
        x=alt.XValue(0), text=alt.Text("keterangan:N")
    )
    lines = (f"{row['label']}: {row['keterangan']}" for row in rows)
    parts = (back, front, name, said_mark)
    return finish(
        rows, parts, (lebar, len(rows) * 52), palet, "Realisasi anggaran terhadap pagu. " + "; ".join(lines) + "."
    )


def _spent(row: Row) -> Row:
    isi, pagu = row["realisasi_sd_rupiah"], row["pagu_rupiah"]
    said = "belum ada data" if isi is None else f"{rupiah(isi)} dari {rupiah(pagu)} ({persen(row['serapan_persen'])})"
    return {
        "kode": row["kode"],
        "pagu_rupiah": pagu,
        "realisasi_sd_rupiah": isi,
        "label": f"{row['kode']}  {row['nama']}",
        "keterangan": said,
    }
