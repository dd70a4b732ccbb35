"""The sentences of a report of several triwulan that stand beside its tables; the narrative is lakip.narasi's."""

from collections.abc import Sequence

import polars as pl

from lakip import sumber
from lakip.export import tabel_periode
from lakip.export.bahan_periode import BahanPeriode
from lakip.export.baris_periode import BarisRekonsiliasi
from lakip.export.kalimat import deret, many, masa, persen, rupiah
from lakip.export.tabel import count
from lakip.periode import PERIODE, ROMAWI


def reconciliation(bahan: BahanPeriode, rows: tuple[BarisRekonsiliasi, ...]) -> str:
    """Whether the periode agrees with its triwulan."""
    quarters = deret([f"Triwulan {ROMAWI[n]}" for n in bahan.periode.triwulan])
    label = masa(bahan)
    if not rows:
        return f"Belum ada angka {label} yang dapat diperiksa terhadap {quarters}."
    wrong = tabel_periode.differs(rows)
    whole = many(bahan, "rekonsiliasi", "jumlah", len(rows))
    if wrong:
        return (
            f"Dari {whole} angka {label}, {many(bahan, 'rekonsiliasi', 'berbeda', len(wrong))} angka tidak sama dengan "
            f"hasil hitung ulang dari {quarters}: {deret(wrong)}."
        )
    none = count(bahan, "rekonsiliasi", "berbeda", "0")
    return (
        f"Sebanyak {whole} angka {label} dihitung ulang dari angka {quarters} menurut metode masing-masing. Seluruh "
        f"selisih bernilai {none}, sehingga laporan ini sesuai dengan laporan triwulannya."
    )


def comparison(bahan: BahanPeriode) -> str:
    """What the semester is compared with, and how it turned out."""
    tahun, kode = tabel_periode.previous(bahan)
    before, year_ago = PERIODE[kode].label(tahun), bahan.periode.label(bahan.tahun - 1)
    rows = tabel_periode.comparison(bahan)
    said = [
        _moved(bahan, "sebelumnya", [r.selisih_sebelumnya for r in rows], before),
        _moved(bahan, "tahun_lalu", [r.selisih_tahun_lalu for r in rows], year_ago),
    ]
    return (
        f"Capaian {bahan.periode.label(bahan.tahun)} dibandingkan dengan {before} dan dengan {year_ago}. "
        + " ".join(said)
    )


def spending(bahan: BahanPeriode) -> str:
    """The money of the periode and of the year to date."""
    total = bahan.pohon.filter(pl.col("jenjang") == "total")
    if total.is_empty():
        return f"Pagu anggaran tahun {bahan.tahun} belum diisi, sehingga serapan belum dapat dihitung."
    whole = total.row(0, named=True)
    if whole["realisasi_sd_rupiah"] is None:
        return f"Realisasi anggaran belum diisi; pagunya {rupiah(whole['pagu_rupiah'])}."
    kode = bahan.periode.kode
    now = tabel_periode.spent(whole, bahan.periode.triwulan)
    within = "belum diisi" if now is None else _rp(bahan, kode, "realisasi", now)
    serapan = _mark(bahan, kode, "serapan", persen(whole["serapan_persen"]))
    return (
        f"Realisasi anggaran pada {bahan.periode.label(bahan.tahun)} berjumlah {within}. Dari pagu "
        f"{_rp(bahan, kode, 'pagu', whole['pagu_rupiah'])}, sampai dengan Triwulan {ROMAWI[bahan.triwulan]} telah "
        f"terealisasi {_rp(bahan, kode, 'realisasi_sd', whole['realisasi_sd_rupiah'])} atau {serapan}, dengan sisa "
        f"{_rp(bahan, kode, 'sisa', whole['sisa_rupiah'])}."
    )


def _rp(bahan: BahanPeriode, periode: str, besaran: str, nilai: int) -> str:
    return _mark(bahan, periode, besaran, rupiah(nilai))


def _mark(bahan: BahanPeriode, periode: str, besaran: str, teks: str) -> str:
    return sumber.tandai(sumber.uang(None, bahan.tahun, periode, besaran), teks)


def _moved(bahan: BahanPeriode, apa: str, words: Sequence[str], than: str) -> str:
    counts = {kata: sum(sumber.polos(w).startswith(kata) for w in words) for kata in ("naik", "turun", "tetap")}
    both = sum(counts.values())
    if not both:
        return f"Belum ada indikator yang dapat dibandingkan dengan {than}."
    up, down, same = (many(bahan, apa, kata, n) for kata, n in counts.items())
    return (
        f"Dari {many(bahan, apa, 'jumlah', both)} indikator yang dinilai pada kedua semester, capaian terhadap {than} "
        f"naik pada {up} indikator, turun pada {down}, dan tetap pada {same}."
    )
