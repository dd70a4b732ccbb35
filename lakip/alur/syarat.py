"""What must be done before a step, asked of the record; what is missing is named, with the page that mends it.

From column "Syarat" of the SOP: no triwulan without Perjanjian Kinerja and Rencana Aksi, no semester without its two
triwulan, no year without its two semesters.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from lakip import pengaturan, rollup
from lakip.alur.langkah import Keadaan, Langkah
from lakip.periode import PERIODE
from lakip.sop import dispensasi, sosialisasi
from lakip.store import Store, Transaction

Pembaca = Store | Transaction
BAGIAN_DARI = {"SM1": ("TW1", "TW2"), "SM2": ("TW3", "TW4"), "TH": ("SM1", "SM2")}
INDUK = {part: whole for whole, parts in BAGIAN_DARI.items() for part in parts}
# Which kind of report is the draft of a periode.
JENIS_DRAF = {
    **{f"TW{n}": ("laporan_triwulan",) for n in (1, 2, 3, 4)},
    **{f"SM{n}": ("laporan_semester",) for n in (1, 2)},
    "TH": ("laporan_tahunan",),
}
KETIK = "Ketik satu angka"  # the tab of page Unggah
SEBUT = 5  # so many codes are named, the rest is counted


@dataclass(frozen=True)
class Kurang:
    """One thing to do first, and the page (a file of pages/) where it is done; `periode`: for another one; `alamat`:
    what else its address says (bagian, indikator, tab)."""

    pesan: str
    halaman: str
    periode: str | None = None
    alamat: Mapping[str, str] = field(default_factory=dict)


def missing(pembaca: Pembaca, langkah: Langkah, unit: str, tahun: int, periode: str, per: date) -> list[Kurang]:
    """Everything that keeps a step from being taken; empty when nothing does."""
    return [k for name in langkah.syarat for k in SYARAT[name](pembaca, unit, tahun, periode, per)]


def _masukan(pembaca: Pembaca, unit: str, tahun: int, periode: str, _: date) -> list[Kurang]:
    """What the periode is made of: the plan for a triwulan, the approved parts for a semester and a year."""
    if periode in BAGIAN_DARI:
        done, awal = _states(pembaca, unit, tahun), pengaturan.awal(pembaca, unit)
        return [
            Kurang(f"{PERIODE[part].label(tahun)} belum disahkan.", "periode.py", part)
            for part in BAGIAN_DARI[periode]
            if done.get(part) != Keadaan.DISAHKAN and (awal is None or not awal.is_before(tahun, part))
        ]
    if pembaca.read("rencana_dokumen", unit=unit, tahun=tahun, jenis="pk").is_empty():
        return [Kurang(f"Perjanjian Kinerja Tahun {tahun} belum dicatat.", "0_acuan.py")]
    targets = pembaca.read("target_berlaku", unit=unit, tahun=tahun)
    if targets.filter((pl.col("periode") == periode) & pl.col("nilai").is_not_null()).is_empty():
        return [Kurang(f"Rencana Aksi belum memuat target {PERIODE[periode].label(tahun)}.", "0_acuan.py")]
    return []


def _lengkap(pembaca: Pembaca, unit: str, tahun: int, periode: str, per: date) -> list[Kurang]:
    """Sementara is never approved: every indikator complete, every figure confirmed. Who filled in everything and never
    sent it is named; so is a periode from before the office began that holds nothing."""
    every = rollup.one(pembaca, unit, tahun, periode, per)
    if not every["berlaku"].sum() and pengaturan.is_before(pembaca, unit, tahun, periode):
        said = f"{PERIODE[periode].label(tahun)} mendahului triwulan awal kantor dan tidak berisi angka."
        return [Kurang(said, "1_unggah.py")]
    rows = every.filter(pl.col("sementara"))
    gaps, waiting = rows.filter(~pl.col("lengkap")), rows.filter(pl.col("lengkap"))
    found = [
        Kurang(f"Angka {_named(part['kode'].to_list())} belum lengkap.", "1_unggah.py", None,
               {"bagian": part["bagian"][0], "cara": KETIK, "indikator": part["kode"][0]})
        for part in gaps.partition_by("bagian", maintain_order=True)
    ]  # fmt: skip
    found += [
        Kurang(f"Angka {_named(part['kode'].to_list())} belum dibenarkan.", "7_alur.py", None,
               {"bagian": part["bagian"][0]})
        for part in waiting.partition_by("bagian", maintain_order=True)
    ]  # fmt: skip
    if not waiting.is_empty():
        sent = dispensasi.deliveries(pembaca, unit, tahun, per)
        silent = {
            d.bagian: d.nama for d in sent if d.is_silent and not d.kosong and d.triwulan in PERIODE[periode].triwulan
        }
        found += [
            Kurang(f"{nama} sudah mengisi, tetapi belum mengirim.", "7_alur.py", None, {"bagian": bagian})
            for bagian, nama in silent.items()
        ]
    return found


def _draf_terbaru(pembaca: Pembaca, unit: str, tahun: int, periode: str, _: date) -> list[Kurang]:
    """A draft made after the last change of a figure in it."""
    quarters = list(PERIODE[periode].triwulan)
    row = pembaca.read(
        "alur_draf", unit=unit, tahun=tahun, periode=periode, jenis=list(JENIS_DRAF[periode]), triwulan=quarters
    ).row(0, named=True)
    if row["disusun"] is None:
        return [Kurang(f"Draf laporan {PERIODE[periode].label(tahun)} belum disusun.", "6_laporan.py")]
    if row["berubah"] is not None and row["berubah"] > row["disusun"]:
        return [Kurang("Ada angka yang berubah sesudah draf disusun. Susun draf sekali lagi.", "6_laporan.py")]
    return []


def _sosialisasi(pembaca: Pembaca, unit: str, tahun: int, periode: str, _: date) -> list[Kurang]:
    """Steps 4 and 7 of the SOP: presented to the officials, and that recorded. The annual report has no such step."""
    if periode == "TH" or sosialisasi.held(pembaca, unit, tahun, periode):
        return []
    return [Kurang(f"Sosialisasi {PERIODE[periode].label(tahun)} belum dilaksanakan dan dicatat.", "sosialisasi.py")]


def _tidak_dipakai(pembaca: Pembaca, unit: str, tahun: int, periode: str, _: date) -> list[Kurang]:
    """What a larger approved periode is made of stays closed until that one is opened again."""
    whole = INDUK.get(periode)
    if whole and _states(pembaca, unit, tahun).get(whole) == Keadaan.DISAHKAN:
        return [
            Kurang(f"{PERIODE[whole].label(tahun)} sudah disahkan; buka kembali itu lebih dahulu.", "periode.py", whole)
        ]
    return []


def _states(pembaca: Pembaca, unit: str, tahun: int) -> dict[str, str]:
    return dict(pembaca.read("alur_tahun", unit=unit, tahun=tahun).select("periode", "keadaan").iter_rows())


def _named(kode: list[str]) -> str:
    rest = f", dan {len(kode) - SEBUT} lainnya" if len(kode) > SEBUT else ""
    return ", ".join(kode[:SEBUT]) + rest


SYARAT: dict[str, Callable[[Pembaca, str, int, str, date], list[Kurang]]] = {
    "masukan": _masukan,
    "lengkap": _lengkap,
    "draf_terbaru": _draf_terbaru,
    "sosialisasi": _sosialisasi,
    "tidak_dipakai": _tidak_dipakai,
}
