"""The budget as tables: the tree with its sums, and what came of the money."""

from decimal import Decimal
from typing import Any

import polars as pl
import streamlit as st

from lakip.anggaran import ALASAN_NAMA, PAGU, TARGET, Angka
from lakip.formatting import angka, half_up, persen
from lakip.periode import ROMAWI, TRIWULAN
from lakip.rencana import JENJANG_NAMA
from lakip.ui import widgets
from lakip.ui.panel_tanda import KANAN, KIRI, firm, plain, table

Row = dict[str, Any]
RINCI = {"program": "Program", "kegiatan": "Kegiatan", "sub_kegiatan": "Sub kegiatan"}
TANDA = {"efisien": ":green-badge[:material/check: efisien]", "cukup efisien": ":blue-badge[cukup efisien]",
         "tidak efisien": ":red-badge[:material/priority_high: tidak efisien]"}  # fmt: skip


def pick_depth(frame: pl.DataFrame, key: str) -> pl.DataFrame:
    """The rows of a tree down to the level that is picked; the total stays."""
    levels = list(RINCI)
    chosen = st.segmented_control(
        "Rinci sampai", levels, default=levels[0], format_func=RINCI.__getitem__, **widgets.in_address(f"rinci_{key}")
    )
    shown = levels[: levels.index(chosen or levels[0]) + 1]
    return frame.filter(pl.col("jenjang").is_in([*shown, "total"]))


def budget(frame: pl.DataFrame, figures: Angka) -> None:
    """`frame`: read/anggaran_pohon.sql. Pagu murni and perubahan, and the target keuangan of each triwulan."""
    head = {"Uraian": KIRI, "Pagu murni": KANAN, "Pagu perubahan": KANAN}
    head |= {f"Target TW {ROMAWI[n]}": KANAN for n in TRIWULAN}
    rows = []
    for row in frame.iter_rows(named=True):
        sums = [_sum(figures, row["kode"], kolom) for kolom in TARGET]
        rows.append((_name(row), *(_money(row, row[f"{k}_rupiah"]) for k in PAGU), *(_money(row, s) for s in sums)))
    st.caption("Dalam rupiah. Kegiatan dan program adalah jumlah sub kegiatannya.")
    table(head, rows)


def spent(frame: pl.DataFrame, triwulan: int) -> None:
    """`frame`: read/anggaran_pohon.sql up to the triwulan."""
    head = {
        "Uraian": KIRI, "Pagu": KANAN, f"TW {ROMAWI[triwulan]}": KANAN,
        f"s.d. TW {ROMAWI[triwulan]}": KANAN, "Sisa": KANAN, "Serapan": KANAN, "Target": KANAN, "Deviasi": KANAN,
    }  # fmt: skip
    table(head, [_spent(row) for row in frame.iter_rows(named=True)])


def programs(frame: pl.DataFrame) -> None:
    """`frame`: read/anggaran_program.sql."""
    st.subheader("Efisiensi per program")
    _efficiency("Program", [(f"**{plain(r['nama'])}**", r) for r in frame.iter_rows(named=True)], "indikator keluaran")


def goals(frame: pl.DataFrame) -> None:
    """`frame`: read/anggaran_sasaran.sql."""
    st.subheader("Efisiensi per sasaran")
    named = [
        (f"**{firm(plain(r['sasaran']))}** {plain(r['uraian'])} :gray[({JENJANG_NAMA[r['jenjang']]})]", r)
        for r in frame.iter_rows(named=True)
    ]
    _efficiency("Sasaran", named, "indikator")


def rules() -> None:
    lines = (
        "Serapan: realisasi sampai dengan triwulan dibagi pagu setahun (pagu perubahan bila sudah ada).",
        "Deviasi: serapan dikurangi target keuangan sampai dengan triwulan, dalam poin.",
        "Efisiensi: capaian dikurangi serapan, dalam poin; di atas 5 efisien, -5 sampai 5 cukup efisien, di bawah -5 "
        "tidak efisien. Dengan capaian di bawah 100 % tidak dinilai efisien. Dinilai untuk setahun penuh, karena "
        "serapan diukur terhadap pagu setahun.",
        "Deviasi dan efisiensi dihitung dari angka yang tidak dibulatkan.",
        "Capaian program adalah rata-rata indikator keluarannya yang lengkap; capaian sasaran menurut aturan rata-rata "
        "yang berlaku.",
        "Anggaran sasaran adalah porsi anggaran program, kegiatan, atau sub kegiatan yang mendukungnya. Tingkat yang "
        "berbeda memuat rupiah yang sama, sehingga tidak dijumlahkan.",
    )
    st.markdown("\n".join(f"- :small[{plain(line)}]" for line in lines))


# ---------------------------------------------------------------- inside


def _name(row: Row) -> str:
    return "**Jumlah**" if row["kode"] is None else _weigh(row, f"{firm(plain(row['kode']))} {plain(row['nama'])}")


def _money(row: Row, nilai: int | Decimal | None) -> str:
    return _weigh(row, firm(angka(nilai, 0)))


def _weigh(row: Row, text: str) -> str:
    """Programs and the total stand out; sub kegiatan stand back."""
    kegiatan, sub = row["jenjang"] == "kegiatan", row["jenjang"] == "sub_kegiatan"
    return text if kegiatan else f":gray[{text}]" if sub else f"**{text}**"


def _sum(figures: Angka, kode: str | None, kolom: str) -> int | None:
    found = [
        v for (k, c), v in figures.items() if c == kolom and (kode is None or k == kode or k.startswith(kode + "."))
    ]
    return sum(found) if found else None


def _spent(row: Row) -> tuple[str, ...]:
    money = (row["pagu_rupiah"], row["realisasi_rupiah"], row["realisasi_sd_rupiah"], row["sisa_rupiah"])
    share = persen(row["serapan_persen"])
    return (
        _name(row),
        *(_money(row, m) for m in money),
        firm(f":gray[{share}]" if row["belum_terisi"] else share),
        firm(persen(row["target_persen"])),
        points(row["deviasi_persen"]),
    )


def points(nilai: Decimal | None) -> str:
    """A difference of percentages with its sign."""
    if nilai is None:
        return firm(angka(None))
    sign = "+" if half_up(nilai, 2) > 0 else ""
    return firm(f"{sign}{angka(nilai, 2)}")


def _efficiency(first: str, named: list[tuple[str, Row]], what: str) -> None:
    head = {
        first: KIRI, "Pagu": KANAN, "Realisasi": KANAN, "Serapan": KANAN, "Deviasi": KANAN, "Capaian": KANAN,
        "Dihitung dari": KIRI, "Efisiensi": KANAN, "Penilaian": KIRI,
    }  # fmt: skip
    table(
        head,
        [
            (
                name,
                firm(angka(r["pagu_rupiah"], 0)),
                firm(angka(r["realisasi_sd_rupiah"], 0)),
                firm(persen(r["serapan_persen"])),
                points(r["deviasi_persen"]),
                firm(persen(r["capaian_persen"])),
                f"{r['dihitung']} dari {r['jumlah']} {what}",
                points(r["efisiensi_persen"]),
                TANDA.get(r["efisiensi"], f":gray[{r['efisiensi'] or ALASAN_NAMA[r['alasan']]}]"),
            )
            for name, r in named
        ],
    )
