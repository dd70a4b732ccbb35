"""Whether a file is for this unit, tahun, triwulan and bagian at all: refused by name when it is not.

A form says so itself (its Meta); a plain table by its sheet name, its titles and its headings.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lakip import pengaturan
from lakip.periode import ROMAWI
from lakip.store import Store
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.formulir import penolakan
from lakip.unggah.formulir.identitas import Meta
from lakip.unggah.formulir.penolakan import instead, other_year
from lakip.unggah.realisasi.formulir import REALISASI
from lakip.unggah.tabel.kolom import Tabel, find_triwulan, plain
from lakip.validasi import Temuan, Tingkat

_BUKAN_NAMA = r"triwulan|tribulan|tahun|kabupaten|kota|semester|tw|provinsi"
_ARAH = "selatan|utara|timur|barat|tengah|hulu|hilir|ulu|ilir|kota|baru|lama|atas|bawah|dalam|luar|raya"
_KECAMATAN = re.compile(rf"kecamatan ((?:(?!(?:{_BUKAN_NAMA})\b)[a-z]+ ?)+)")


@dataclass(frozen=True)
class Tujuan:
    """What the uploader chose. bagian None: every bagian."""

    unit: str
    tahun: int
    triwulan: int
    bagian: str | None


def refusals(
    store: Store, tujuan: Tujuan, meta: Meta | None, lembar: Sequence[Lembar], tables: Sequence[Tabel]
) -> list[Temuan]:
    """Why the whole file cannot be meant; empty when it can."""
    if meta is not None:
        own = ("bagian_lain", f"bagian {meta.bagian or tujuan.bagian}", f"bagian {tujuan.bagian or meta.bagian}")
        quarter = ("triwulan_lain", quarter_names([meta.triwulan]), quarter_names([tujuan.triwulan]))
        kantor, year = pengaturan.identity(store, tujuan.unit), other_year(meta.tahun, tujuan.tahun)
        found = penolakan.refusals(meta, REALISASI, kantor, year, quarter, own)
    else:
        found = [temuan for table in tables for temuan in _of_table(store, table, tujuan)]
    if tables or found:
        return found
    names = ", ".join(f"“{one.nama}”" for one in lembar if not one.tersembunyi)
    pesan = (
        f"Tidak ada tabel dengan kolom Kode atau Indikator dan kolom Realisasi (lembar yang ada: {names}). "
        "Unduh formulirnya, isi, lalu unggah."
    )
    return [Temuan(Tingkat.SALAH, "", "", "tanpa_tabel", pesan)]


def other_quarters(table: Tabel, triwulan: int) -> frozenset[int]:
    """The quarters that a table says it is for, where one of its three voices does not name this one."""
    voices = (
        frozenset(find_triwulan(table.lembar.nama)),
        frozenset(q for t in table.judul for q in find_triwulan(t)),
        frozenset(k.triwulan for k in table.kolom if k.kunci in ("realisasi", "pembilang") and k.triwulan),
    )
    return frozenset(q for voice in voices if voice and triwulan not in voice for q in voice)


def quarter_names(triwulan: Iterable[int]) -> str:
    return " dan ".join(f"Triwulan {ROMAWI.get(q, '?')}" for q in sorted(triwulan))


def _of_table(store: Store, table: Tabel, tujuan: Tujuan) -> list[Temuan]:
    found = []
    years = table.tahun | frozenset(k.tahun for k in table.kolom if k.kunci == "realisasi" and k.tahun)
    if other := other_quarters(table, tujuan.triwulan):
        found.append(("triwulan_lain", quarter_names(other), quarter_names([tujuan.triwulan])))
    if years and tujuan.tahun not in years:
        found.append(("tahun_lain", f"Tahun {', '.join(map(str, sorted(years)))}", f"Tahun {tujuan.tahun}"))
    mine = pengaturan.identity(store, tujuan.unit).nama
    if office := other_unit(table, mine):
        found.append(("unit_lain", office, mine))
    if tujuan.bagian and (seksi := _other_bagian(store, table, tujuan.unit, tujuan.bagian)):
        found.append(("bagian_lain", seksi, f"bagian {tujuan.bagian}"))
    sel = _first_cell(table)
    return [
        Temuan(Tingkat.SALAH, table.lembar.nama, sel, kode, instead("tabel ini", theirs, ours))
        for kode, theirs, ours in found
    ]


def _first_cell(table: Tabel) -> str:
    rows = (cells for row, cells in table.lembar.baris.items() if row <= table.baris_akhir)
    return next((sel.alamat for cells in rows for sel in cells.values()), "")


def other_unit(table: Tabel, nama: str) -> str | None:
    """Another kecamatan that the titles name, when none of them names ours: Paringin is not Paringin Selatan."""
    mine = plain(nama).removeprefix("kecamatan ")
    own = re.compile(rf"\b{re.escape(mine)}\b(?! (?:{_ARAH})\b)")
    titles = [plain(t) for t in table.judul]
    named = [m[1].strip() for t in titles for m in _KECAMATAN.finditer(t)]
    if not named or any(own.search(t) for t in titles):
        return None
    return f"Kecamatan {named[0].title()}"


def _other_bagian(store: Store, table: Tabel, unit: str, bagian: str) -> str | None:
    titles = " ".join(plain(t) for t in table.judul)
    names = {b.bagian: b.nama for b in pengaturan.bagian(store, unit)}
    if plain(names.get(bagian, bagian)) in titles:
        return None
    return next((nama for kode, nama in names.items() if kode != bagian and plain(nama) in titles), None)
