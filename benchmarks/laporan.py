"""The draft of one triwulan, beside docxtpl plus vl-convert alone on the same template, figures and charts."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from io import BytesIO
from itertools import cycle
from typing import Any

import polars as pl
import vl_convert
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage

from benchmarks.ukur import medians, show
from lakip import akses, contoh, grafik
from lakip.export import bahan as sumber
from lakip.export import bahan_tahunan, daftar, laporan_tahunan, laporan_triwulan, word
from lakip.export.word import Gambar
from lakip.grafik import dasar
from lakip.store import Store

UNIT, TAHUN, PERIODE, PER = "63.11.07", 2026, "TW2", date(2026, 7, 31)


def main() -> None:
    store = Store(None)
    contoh.load(store)
    bahan = sumber.gather(store, UNIT, TAHUN, PERIODE, PER, PER)
    laporan = laporan_triwulan.compose(bahan, 1)
    specs = charts(bahan, len(laporan.gambar_capaian))

    def bare() -> None:
        pictures = iter([vl_convert.vegalite_to_png(spec, scale=2) for spec in specs])
        document = DocxTemplate(laporan_triwulan.TEMPLATE)
        context = {f.name: plain(getattr(laporan, f.name), document, pictures) for f in fields(laporan)}
        document.render(context, autoescape=True)
        document.save(BytesIO())

    def draft() -> None:
        laporan_triwulan.build(store, akses.system(UNIT), UNIT, TAHUN, PERIODE, PER, PER)

    def first() -> None:
        forget()
        draft()

    show(
        f"Draf Word triwulan: {bahan.kini.height} indikator, {len(specs)} grafik",
        medians({"docxtpl + vl-convert": bare, "laporan_triwulan.build": first, "the same again": draft}, 5),
        "docxtpl + vl-convert",
        "at most 1.5 x",
    )
    annual(store)
    store.close()


def annual(store: Store) -> None:
    """The LKjIP: bare docxtpl gets the words and the specifications of the charts ready made."""
    per = date(2026, 2, 10)
    bahan = laporan_tahunan.KIND.gather(store, UNIT, 2025, "TH", per, per)
    specs, drawn = [], grafik.to_png

    def keep(chart: grafik.Chart) -> bytes:
        specs.append({**chart.to_dict(validate=False), "background": "white"})
        return drawn(chart)

    isi = laporan_tahunan.compose(bahan, 1)
    grafik.to_png = keep
    word.render(laporan_tahunan.TEMPLATE, isi)  # draws each picture that is printed
    grafik.to_png = drawn
    words = {f.name: getattr(isi, f.name) for f in fields(isi)}

    def bare() -> None:
        pictures = cycle([vl_convert.vegalite_to_png(spec, scale=2) for spec in specs])
        document = DocxTemplate(laporan_tahunan.TEMPLATE)
        document.render({k: plain(v, document, pictures) for k, v in words.items()}, autoescape=True)
        document.save(BytesIO())

    def printed(material: bahan_tahunan.BahanTahunan) -> None:
        daftar.fill(word.render(laporan_tahunan.TEMPLATE, laporan_tahunan.compose(material, 1)))

    def draft() -> None:
        printed(laporan_tahunan.KIND.gather(store, UNIT, 2025, "TH", per, per))

    def from_figures() -> None:
        forget()
        printed(bahan)

    def first() -> None:
        forget()
        draft()

    show(
        f"LKjIP: {bahan.kini.height} indikator, {bahan.riwayat['tahun'].n_unique() + 1} tahun, {len(specs)} grafik",
        medians(
            {"docxtpl + vl-convert": bare, "the report, figures at hand": from_figures, "gathered too": first,
             "the same again": draft}, 3,
        ),
        "docxtpl + vl-convert",
        "at most 1.5 x, under 3 s",
    )  # fmt: skip


def forget() -> None:
    """As in a program that just started: no picture drawn, no template compiled."""
    for kept in (dasar._drawn, word._compiled):
        kept.cache_clear()


def charts(bahan: sumber.Bahan, pictures: int) -> list[dict[str, Any]]:
    """The specifications of the report's charts, in the order in which they are printed; those that name every
    indikator are spread over so many pictures."""
    quarters = bahan.capaian.filter(pl.col("periode").str.starts_with("TW"))
    size = math.ceil(bahan.kini.height / pictures)
    groups = [part["kode"] for part in bahan.kini.iter_slices(size)]
    drawn = (
        *(grafik.bullet(bahan.kini.filter(pl.col("kode").is_in(g.implode())), bahan.berlaku.kategori) for g in groups),
        *(grafik.matriks(quarters.filter(pl.col("kode").is_in(g.implode())), bahan.berlaku.kategori) for g in groups),
        grafik.serapan(bahan.pohon.filter(pl.col("jenjang") == "program")),
    )
    return [{**chart.to_dict(validate=False), "background": "white"} for chart in drawn]


def plain(value: Any, document: DocxTemplate, pictures: Any) -> Any:
    if isinstance(value, Gambar):
        return InlineImage(document, BytesIO(next(pictures)), width=Cm(value.lebar_cm))
    if isinstance(value, str | int):
        return value
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name), document, pictures) for f in fields(value)}
    assert isinstance(value, Sequence)
    assert not isinstance(value, Mapping)
    return [plain(inner, document, pictures) for inner in value]


if __name__ == "__main__":
    main()
