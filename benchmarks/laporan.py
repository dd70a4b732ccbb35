"""Reports to the end of what a user waits for, beside docxtpl plus vl-convert alone on the same template, figures and
charts; and how long others wait meanwhile."""

import math
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass
from datetime import date
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

import polars as pl
import vl_convert
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage

from benchmarks.ukur import show
from lakip import akses, akun, cadangan, contoh, grafik, keadaan
from lakip.export import bahan as sumber
from lakip.export import halaman, laporan, laporan_tahunan, laporan_triwulan, word
from lakip.export.laporan import Jenis
from lakip.export.word import Gambar
from lakip.grafik import dasar
from lakip.penggambar import FONT_FOLDER
from lakip.store import Store

UNIT, KASUBBAG = "63.11.07", "kasubbag"
ULANG = 3
JEDA_DETIK = 0.02
Langkah = tuple[Callable[[], object], Callable[[], object]]  # what goes before, and what the user waits for


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        contoh.load(store)
        quarter(store)
        annual(store)
        writers(store, Path(folder))
        store.close()


def quarter(store: Store) -> None:
    about = UNIT, 2026, "TW2", date(2026, 7, 31), date(2026, 7, 31)
    bahan = sumber.gather(store, *about)
    laporan = laporan_triwulan.compose(bahan, 1)
    specs = charts(bahan, len(laporan.gambar_capaian))
    words = {f.name: getattr(laporan, f.name) for f in fields(laporan)}
    title = f"Draf Word triwulan: {bahan.kini.height} indikator, {len(specs)} grafik"
    report(title, store, laporan_triwulan.KIND, about, lambda: bare(laporan_triwulan.TEMPLATE, words, specs))


def annual(store: Store) -> None:
    """The LKjIP: bare docxtpl gets the words and the specifications of the charts ready made."""
    about = UNIT, 2025, "TH", date(2026, 2, 10), date(2026, 2, 10)
    bahan = laporan_tahunan.KIND.gather(store, *about)
    specs, drawn = [], grafik.to_png

    def keep(chart: grafik.Chart) -> bytes:
        specs.append({**chart.to_dict(validate=False), "background": "white"})
        return drawn(chart)

    isi = laporan_tahunan.compose(bahan, 1)
    grafik.to_png = keep
    word.render(laporan_tahunan.TEMPLATE, isi)  # draws each picture that is printed
    grafik.to_png = drawn
    words = {f.name: getattr(isi, f.name) for f in fields(isi)}
    years = bahan.riwayat["tahun"].n_unique() + 1
    title = f"LKjIP: {bahan.kini.height} indikator, {years} tahun, {len(specs)} grafik"
    report(title, store, laporan_tahunan.KIND, about, lambda: bare(laporan_tahunan.TEMPLATE, words, specs))


def bare(template: Path, words: Mapping[str, Any], specs: Sequence[Mapping[str, Any]]) -> None:
    """The floor: docxtpl and vl-convert alone."""
    vl_convert.register_font_directory(str(FONT_FOLDER))
    pictures = cycle([vl_convert.vegalite_to_png(spec, scale=2) for spec in specs])
    document = DocxTemplate(template)
    document.render({k: plain(v, document, pictures) for k, v in words.items()}, autoescape=True)
    document.save(BytesIO())


def report(title: str, store: Store, jenis: Jenis[Any], about: tuple[Any, ...], floor: Callable[[], object]) -> None:
    """To the end of what the user waits for: gathering, pictures, Word, page numbers, potret, the saving of the version.
    What is ready is what the page Laporan makes ready while it is looked at."""
    made: list[bytes] = []

    def build() -> None:
        made[:] = [laporan.build(store, akses.system(UNIT), jenis, *about)]

    def fresh() -> None:
        store.forget()
        keadaan._ingatan.clear()
        for kept in (dasar._drawn, word._compiled):
            kept.cache_clear()

    def ready() -> None:
        laporan._terakhir.clear()  # nothing is made ready where the last version says the same
        laporan.prepare(store, jenis, jenis.gather(store, *about))

    def press_again() -> None:
        laporan.issue(store, akses.system(UNIT), jenis, *about)

    ways: dict[str, Langkah] = {
        "docxtpl + vl-convert": (nothing, floor),
        "laporan.build in a fresh program": (fresh, build),
        "at the press, made ready by the page": (ready, build),
        "the next version, nothing made ready": (nothing, build),
        "pressed again, nothing changed": (nothing, press_again),
        "(page numbers by LibreOffice alone)": (nothing, lambda: halaman.of_bookmarks(made[0])),
    }
    show(title, taken(ways), "docxtpl + vl-convert", "at most 1.5 x; at the press under 3 s")


def taken(ways: Mapping[str, Langkah]) -> dict[str, float]:
    """Median milliseconds of each, in turns; what goes before is not counted."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ULANG):
        for name, (before, act) in ways.items():
            before()
            start = time.perf_counter()
            act()
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(each) for name, each in times.items()}


def writers(store: Store, folder: Path) -> None:
    """How long others wait who sign in, over and over, while something long goes on."""
    about = laporan_tahunan.KIND, UNIT, 2025, "TH", date(2026, 2, 10)

    def build() -> None:
        word._compiled.cache_clear()
        dasar._drawn.cache_clear()
        laporan.build(store, akses.system(UNIT), *about)

    print(
        "\nWriter's wait: the longest sign-in, and the longest that a thread waits for its turn   (aim: at most 250 ms)"
    )
    for name, act in {
        "nothing else goes on": lambda: time.sleep(5),
        "an annual report is made": build,
        "a backup is made": lambda: cadangan.run(store, cadangan.Jenis.MANUAL),
    }.items():
        with ThreadPoolExecutor(2) as others:
            going = others.submit(act)
            ticking, waits = others.submit(longest_turn, going.done), []
            while not going.done():
                start = time.perf_counter()
                akun.open_session(store, KASUBBAG)
                waits.append((time.perf_counter() - start) * 1000)
                time.sleep(JEDA_DETIK)
            going.result()
        print(
            f"  {name:<44} {max(waits):9.1f} ms {ticking.result():9.1f} ms"
            f"   (median {statistics.median(waits):.1f} of {len(waits)} sign-ins)"
        )


def longest_turn(done: Callable[[], bool]) -> float:
    """Milliseconds beyond its pause that a thread which wants to run again and again had to wait at most."""
    longest = 0.0
    while not done():
        start = time.perf_counter()
        time.sleep(JEDA_DETIK)
        longest = max(longest, (time.perf_counter() - start - JEDA_DETIK) * 1000)
    return longest


def nothing() -> None: ...


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
