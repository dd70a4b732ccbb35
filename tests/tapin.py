"""The performance record of a statistics office, TW I and II of 2026, as a workbook of the shape that offices keep.

Source: an IKU record of BPS Kabupaten Tapin, Kalimantan Selatan, 2026. Names are spelt as printed there, its sasaran
are one here. Figures to date are typed as text with decimal commas; most targets are 0 before TW IV.
"""

import io
from decimal import Decimal
from typing import Any

import openpyxl
from kantor_kasus import KANTOR, TAHUN, UNIT

from lakip import pengaturan, rencana
from lakip.akses import system
from lakip.indikator import Isian, Metode, Rumus
from lakip.rencana import Indikator, PkVersion, Rencana, Sasaran, Target, Tujuan
from lakip.store import Store

PERIODE = ("I", "II", "III", "IV")
SASARAN = "Terwujudnya Penyediaan Data dan Insight Statistik yang Berkualitas"
# kode | indikator | satuan | targets TW I..IV and the year's | TW I: realisasi, pembilang, penyebut | TW II: the same
TABEL = """
1.1.1.1 | Persentase Publikasi/Laporan Statistik Kependudukan dan Ketenagakerjaan yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 4 | 0 0 4
1.1.3.1 | Persentase Publikasi/Laporan Statistik Kesejahteraan Rakyat yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 2 | 0 0 2
1.1.5.1 | Persentase Publikasi/Laporan Statistik Ketahanan Sosial yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 2 | 0 0 2
1.2.1.1 | Persentase Publikasi/Laporan Statistik Sumber Daya Hayati yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 3 | 0 0 3
1.2.2.1 | Persentase publikasi/laporan Statistik Sumber Daya Mineral dan Konstruksi yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 1 | 0 0 1
1.2.3.1 | Persentase publikasi/laporan Statistik Industri yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 1 | 0 0 1
1.3.1.1 | Persentase Publikasi/Laporan Statistik Distribusi yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 2 | 0 0 2
1.3.3.1 | Persentase Publikasi/laporan Statistik Harga yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 1 | 0 0 1
1.3.5.1 | Persentase Publikasi/Laporan Statistik Jasa yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 1 | 0 0 1
1.4.1.1 | Persentase Publikasi/Laporan Neraca Produksi yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 2 | 0 0 2
1.4.1.2 | Persentase Publikasi/Laporan Neraca Pengeluaran yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 2 | 0 - 2
1.4.1.3 | Persentase Publikasi/Laporan Analisis Statistik dan Neraca Satelit yang Berkualitas | Persen | 0 0 0 100 100 | 0 0 2 | 0 - 2
2.1.4.1 | Persentase Kumulatif Desa Yang Berpredikat Desa Cinta Statistik | Persen | 2.22 2.22 2.22 4.44 4.44 | 2,22 3 135 | 2,22 3 135
2.5.1.1 | Tingkat Penyelenggaraan Pembinaan Statistik Sektoral sesuai standar | Persen | 19.2 55.64 71.7 100 100 | 58,53 | 58,53
2.7.1.1 | Indeks Pelayanan Publik - Penilaian mandiri | Poin | 0 1.07 4.15 4.46 4.46 | 0 | 0
3.2.4.1 | Nilai SAKIP oleh Inspektorat | Poin | 0 0 0 74.75 74.75 | 0 | 0
3.2.4.2 | Indeks Implementasi BerAKHLAK | Persen | 0 0 0 73 73 | 0 | 0
"""
BARIS = [[part.strip() for part in line.split("|")] for line in TABEL.strip().splitlines()]
FIRST = 4  # row of the first indikator on a sheet of a quarter


def workbook() -> bytes:
    """Three sheets: Target, TW I, TW II. A blank pembilang stands beside a penyebut twice, as printed."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Target"
    sheet.append(["Kode", "Sasaran", "Indikator", "Satuan", "Target Tahunan", *(f"Target TW {r}" for r in PERIODE)])
    for kode, nama, satuan, target, *_ in BARIS:
        *quarters, year = map(float, target.split())
        sheet.append([kode, SASARAN, nama, satuan, year, *quarters])
    for number, romawi in enumerate(PERIODE[:2]):
        _quarter(book.create_sheet(f"TW {romawi}"), number, romawi)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def set_up(store: Store) -> None:
    """The office with its 17 cards: a figure to date is what is recorded, a pair where the sheets have one."""
    by = system(UNIT)
    pengaturan.set_up_office(store, by, KANTOR, pengaturan.BAGIAN_BAWAAN, [])
    plan = Rencana(
        PkVersion(None, "1/PK-UJI/2026"),
        tuple(_target(kode, target) for kode, _, _, target, *_ in BARIS),
        tuple(_card(number, *line[:3], pair=len(line[4].split()) == 3) for number, line in enumerate(BARIS, start=1)),
        (Sasaran("S1", SASARAN, "camat", TAHUN, tujuan="T1"),),
        (Tujuan("T1", "Tersedianya statistik yang berkualitas", TAHUN),),
    )
    rencana.save(store, by, UNIT, TAHUN, plan)


# ---------------------------------------------------------------- inside


def _quarter(sheet: Any, number: int, romawi: str) -> None:
    sheet["A1"] = f"PENGUKURAN KINERJA TRIWULAN {romawi} TAHUN 2026"
    sheet.merge_cells("A1:G1")
    head = ["No", "Kode", "Indikator Kinerja", "Satuan", f"Target TW {romawi}", f"Realisasi s.d. TW {romawi}"]
    sheet.append([])
    sheet.append([*head, "Pembilang (X)", "Penyebut (Y)"])
    for order, line in enumerate(BARIS, start=1):
        kode, nama, satuan, target = line[:4]
        written, *pair = line[4 + number].split()
        whole = [None if n == "-" else int(n) for n in pair]
        sheet.append([order, kode, nama, satuan, float(target.split()[number]), written, *whole])
    sheet.cell(FIRST + len(BARIS) + 1, 2, "Catatan: realisasi kumulatif s.d. triwulan")


def _target(kode: str, target: str) -> Target:
    one, two, three, four, year = map(Decimal, target.split())
    return Target(kode, (one, two, three, four), year)


def _card(urutan: int, kode: str, nama: str, satuan: str, *, pair: bool) -> Indikator:
    return Indikator(
        kode,
        nama,
        "REN",
        satuan,
        Metode.POSISI_AKHIR,
        Rumus.POSITIF,
        TAHUN,
        isian=Isian.PASANGAN if pair else Isian.NILAI,
        sasaran="S1",
        label_pembilang="x" if pair else None,
        label_penyebut="y" if pair else None,
        iku=True,
        urutan=urutan,
    )
