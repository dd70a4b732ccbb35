"""The recap of a periode as tables: indikator under their sasaran, averages, and the rules they follow."""

from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl
import streamlit as st

from lakip.formatting import angka, persen
from lakip.pengaturan import Bagian, Berlaku, Kategori
from lakip.rencana import JENJANG_NAMA
from lakip.ui.panel_dasbor import scale_caption
from lakip.ui.panel_tanda import KANAN, KIRI, capaian, card_link, chip, firm, kemajuan, plain, standing, table

Row = dict[str, Any]

KOLOM = {
    "Kode": KIRI, "Indikator": KIRI, "Target": KANAN, "Realisasi": KANAN, "Capaian": KANAN, "Kategori": KIRI,
    "Terisi": KIRI, "Kemajuan setahun": KIRI,
}  # fmt: skip
RATA = {"Sasaran": KIRI, "Tanpa batas": KANAN, "Dengan batas": KANAN, "Kategori": KIRI, "Dihitung dari": KIRI}


def figures(
    frame: pl.DataFrame, skala: Sequence[Kategori], tahun: int, bagian: Sequence[Bagian], catatan: Sequence[str] = ()
) -> None:
    """`frame`: read/capaian.sql of one periode. Every kode leads to its card; `bagian` name the codes used."""
    rows: list[tuple[str, ...]] = []
    for key, group in frame.group_by("sasaran", "sasaran_uraian", "jenjang", maintain_order=True):
        rows.append(("", f"**{_goal(*key)}**", *[""] * (len(KOLOM) - 2)))
        rows += [_row(row, skala, tahun) for row in group.iter_rows(named=True)]
    table(KOLOM, rows)
    used = set(frame["bagian"])
    st.caption("Bagian: " + " · ".join(f"{plain(b.bagian)} {plain(b.nama)}" for b in bagian if b.bagian in used) + ".")
    if catatan:
        st.caption(" ".join(plain(one) for one in catatan))


def averages(frame: pl.DataFrame, skala: Sequence[Kategori]) -> None:
    """`frame`: read/rata_rata.sql of one periode, with the row of the whole office last."""
    st.subheader("Rata-rata capaian")
    head = {name.replace("Dengan batas", _cap(frame)): side for name, side in RATA.items()}
    table(head, [_average(row, skala) for row in frame.iter_rows(named=True)])


def rules(berlaku: Berlaku) -> None:
    """The settings in force behind the figures above."""
    st.subheader("Aturan")
    st.markdown("\n".join(f"- :small[{line}]" for line in _rules(berlaku)))


# ---------------------------------------------------------------- inside


def _goal(kode: str | None, uraian: str | None, jenjang: str | None) -> str:
    if kode is None:
        return plain(uraian or "Tanpa sasaran")
    level = f" (tingkat {JENJANG_NAMA.get(jenjang, jenjang)})" if jenjang and jenjang != "camat" else ""
    return f"{plain(uraian)}{level}"


def _row(row: Row, skala: Sequence[Kategori], tahun: int) -> tuple[str, ...]:
    target, realisasi = (firm(angka(row[k], row["desimal"])) for k in ("target", "realisasi"))
    return (
        card_link(row["kode"], tahun, row["periode"]),
        f"{plain(row['nama'])} :gray[({plain(row['satuan'])}, {plain(row['bagian'])})]",
        target,
        f":gray[{realisasi}]" if row["sementara"] else realisasi,
        capaian(row),
        standing(row, skala),
        _filled(row),
        kemajuan(row).removesuffix(" dari target tahun") or "–",
    )


def _filled(row: Row) -> str:
    """ "2/3 TW", and how many of these the Kasi has not confirmed, where the kategori does not say so."""
    if not row["berlaku"]:
        return "–"
    waiting = row["terisi"] - row["dibenarkan"]
    said = firm(f"{row['terisi']}/{row['berlaku']} TW")
    return f"{said}, {waiting} belum dibenarkan" if waiting and not row["lengkap"] else said


def _cap(frame: pl.DataFrame) -> str:
    batas = frame["batas"].max()
    return "Tanpa batas juga" if batas is None else f"Batas {angka(batas)}"  # type: ignore[arg-type]


def _average(row: Row, skala: Sequence[Kategori]) -> tuple[str, ...]:
    found = [k for k in skala if k.nama == row["kategori"]]
    whole = row["sasaran"] is None
    cells = (
        "Keseluruhan (sasaran tingkat Camat)" if whole else _goal(row["sasaran"], row["uraian"], row["jenjang"]),
        firm(persen(row["tanpa_batas"])),
        firm(persen(row["dengan_batas"])),
        chip(found[0].nama, found[0].ikon, found[0].warna) if found else ":gray[belum dinilai]",
        f"{row['dihitung']} dari {row['jumlah']} indikator",
    )
    return tuple(f"**{c}**" if whole and not c.startswith(":") else c for c in cells)


def _rules(berlaku: Berlaku) -> Iterable[str]:
    batas = berlaku.batas_rata_rata
    yield "Semester dan tahun dihitung dari triwulan menurut metode setiap indikator; tidak ada yang diketik."
    yield (
        "Sementara: belum semua triwulan terisi, atau ada angka yang belum dibenarkan. Tanpa kategori, dan tidak "
        "ikut dirata-ratakan."
    )
    if batas is not None:
        cap = angka(batas)
        yield f"Dalam rata-rata berbatas, capaian di atas {cap} dihitung {cap} dan di bawah 0 dihitung 0."
    yield (
        "Rata-rata keseluruhan memuat indikator sasaran tingkat Camat saja, karena jenjang di bawahnya adalah "
        "pekerjaan yang sama."
    )
    yield "Kemajuan setahun: realisasi s.d. akhir periode ini terhadap target tahunan."
    yield f"Kategori dibaca dari capaian dua desimal: {scale_caption(berlaku.kategori)}."
    yield (
        "Target 0 pada indikator makin rendah makin baik: realisasi 0 dinilai 100, di atas 0 dinilai 0."
        if berlaku.target_nol
        else "Target 0 tidak dinilai."
    )
