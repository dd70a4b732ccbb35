"""Whether a file is for this unit, tahun, triwulan and bagian at all: refused by name when it is not.

A form says so itself (its Meta); a plain table by its sheet name, its titles and its headings.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lakip import pengaturan
from lakip.store import Store
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.formulir import penolakan
from lakip.unggah.formulir.identitas import Meta
from lakip.unggah.formulir.penolakan import other_year
from lakip.unggah.pembacaan import quarters
from lakip.unggah.realisasi.formulir import REALISASI
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.peta import Peta
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat


@dataclass(frozen=True)
class Tujuan:
    """What the uploader chose. bagian None: every bagian."""

    unit: str
    tahun: int
    triwulan: int
    bagian: str | None


def refusals(
    store: Store, tujuan: Tujuan, meta: Meta | None, lembar: Sequence[Lembar], tables: Sequence[Peta]
) -> list[Temuan]:
    """Why the whole file cannot be meant; empty when it can."""
    if meta is not None:
        own = ("bagian_lain", f"bagian {meta.bagian or tujuan.bagian}", f"bagian {tujuan.bagian or meta.bagian}")
        quarter = ("triwulan_lain", quarters([meta.triwulan]), quarters([tujuan.triwulan]))
        kantor, year = pengaturan.identity(store, tujuan.unit), other_year(meta.tahun, tujuan.tahun)
        found = penolakan.refusals(meta, REALISASI, kantor, year, quarter, own)
    else:
        found = [temuan for table in tables for temuan in _of_table(store, table, tujuan)]
    if tables or found:
        return found
    return penolakan.without_table(lembar, "kolom Kode atau Indikator dan kolom Realisasi", REALISASI)


def other_quarters(found: Peta, triwulan: int) -> frozenset[int]:
    """The quarters that a table says it is for, where none of its voices names this one."""
    table = found.tabel
    if table.memilih:
        said = {q for n in table.baris_data for q in table.makna_baris(n).waktu.triwulan}
        return frozenset() if triwulan in said else frozenset(said)
    headed = {
        q
        for m in table.blok.makna.values()
        if m.apa in ("realisasi", "pembilang", "capaian", None) and not m.waktu.lampau
        for q in m.waktu.triwulan[-1:]
    }  # fmt: skip
    voices = [*(one.triwulan for one in table.suara), frozenset(headed)]
    if any(triwulan in voice for voice in voices):
        return frozenset(headed) if headed and triwulan not in headed else frozenset()
    return frozenset(q for voice in voices for q in voice)


def contradiction(found: Peta, triwulan: int) -> Temuan | None:
    """That the sheet or a title names another quarter than the one that is read, where no heading settles it."""
    headed = (
        found.tabel.blok.makna[found.kolom[n].nomor].waktu for n in ("realisasi", "pembilang") if n in found.kolom
    )
    if any(when.triwulan or when.ini for when in headed) or found.tabel.memilih:
        return None
    voices = (*found.tabel.suara, *found.tabel.catatan_triwulan)
    other = next((one for one in voices if triwulan not in one.triwulan), None)
    if other is None:
        return None
    pesan = (
        f"“{other.teks[:80]}” menyebut {quarters(other.triwulan)}, sedangkan yang dibaca {quarters([triwulan])}. Pakai "
        "bila angkanya memang untuk triwulan yang dipilih, atau tinggalkan tabelnya."
    )
    sel = other.sel or found.tabel.tempat
    return Temuan(Tingkat.TANYA, found.tabel.lembar.nama, sel, "triwulan_bertentangan", pesan)


def _of_table(store: Store, peta: Peta, tujuan: Tujuan) -> list[Temuan]:
    lain, table = [], peta.tabel
    if other := other_quarters(peta, tujuan.triwulan):
        lain.append(("triwulan_lain", quarters(other), quarters([tujuan.triwulan])))
    if tujuan.bagian and (seksi := _other_bagian(store, table, tujuan.unit, tujuan.bagian)):
        lain.append(("bagian_lain", seksi, f"bagian {tujuan.bagian}"))
    return penolakan.of_table(table, tujuan.tahun, pengaturan.identity(store, tujuan.unit), *lain)


def _other_bagian(store: Store, table: Tabel, unit: str, bagian: str) -> str | None:
    titles = " ".join(plain(t) for t in table.judul)
    names = {b.bagian: b.nama for b in pengaturan.bagian(store, unit)}
    if plain(names.get(bagian, bagian)) in titles:
        return None
    return next((nama for kode, nama in names.items() if kode != bagian and plain(nama) in titles), None)
