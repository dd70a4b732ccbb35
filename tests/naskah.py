"""A small office with one of everything a report must print: its figures are checkable by hand.

Nine indikator in three sasaran; TW II 2026: hits, misses, nothing filled, unconfirmed, nihil, tidak tersedia.
"""

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from salinan import empty, once

from lakip import akses, pengaturan
from lakip.akses import Peran
from lakip.pengaturan import Pejabat
from lakip.store import Store

UNIT, TAHUN = "63.11.07", 2026
PER, TANGGAL = date(2026, 7, 3), date(2026, 7, 6)
PENGGUNA = akses.Pengguna("rina", "Rina", (akses.Tugas(Peran.KASUBBAG, UNIT),))
PENINJAU = akses.Pengguna("tamu", "Tamu", (akses.Tugas(Peran.PENINJAU, UNIT),))
BY: dict[str, Any] = {"oleh": "rina", "pada": datetime(2026, 7, 2, 2, 15)}

SASARAN = (
    ("S1", "Meningkatnya kualitas pelayanan publik kecamatan", "camat"),
    ("S2", "Meningkatnya tata kelola pemerintahan desa yang baik", "camat"),
    ("S3", "Terwujudnya ketenteraman dan ketertiban umum", "kasi"),
)
# kode | sasaran | bagian | nama | satuan | metode | rumus | desimal | target TW1..TW4, TH | realisasi TW1, TW2
INDIKATOR = """
IK-01 | S1 | YAN | Indeks Kepuasan Masyarakat atas pelayanan kecamatan | nilai | rata_rata | positif | 2 | 80 80 80 80 80 | 81.25 79.5
IK-02 | S1 | YAN | Persentase pengaduan masyarakat yang diselesaikan sesuai standar operasional prosedur | persen | rasio | positif | 2 | 90 90 90 90 90 | 9/10 13/16
IK-03 | S1 | REN | Nilai SAKIP kecamatan hasil evaluasi Inspektorat | nilai | tahunan | positif | 2 | – – – 70 70 | – –
IK-04 | S2 | PMD | Jumlah desa yang menetapkan APBDes tepat waktu | desa | kumulatif | positif | 0 | 6 12 15 15 15 | 6 13
IK-05 | S2 | PMD | Jumlah dokumen laporan pembinaan desa & kelurahan | dokumen | jumlah | positif | 0 | 3 3 3 3 12 | 3 1
IK-06 | S2 | PEM | Persentase desa dengan tata kelola pemerintahan yang baik, transparan, dan akuntabel | persen | posisi_akhir | positif | 2 | 60 70 80 90 90 | 60 –
IK-07 | S3 | TRANTIB | Jumlah gangguan ketenteraman dan ketertiban umum | kasus | jumlah | negatif_selisih | 0 | 3 3 3 3 12 | 2 nihil
IK-08 | S3 | TRANTIB | Persentase pelanggaran peraturan daerah yang ditindak | persen | rata_rata | positif | 2 | 75 75 75 75 75 | 75 tt
IK-09 | S3 | TRANTIB | Jumlah patroli wilayah | kali | jumlah | positif | 0 | 10 10 10 10 40 | 12 10?
"""
CERITA = {
    ("IK-01", 1): ("Loket dua jalur", "Antrean pada jam sibuk", "Menambah petugas loket"),
    ("IK-05", 2): ("", "Jadwal pembinaan bergeser", "Pembinaan susulan pada Agustus"),
    **{(kode, 1): ("Rapat setiap minggu", "", "") for kode in ("IK-02", "IK-04", "IK-05", "IK-06", "IK-08", "IK-09")},
    **{("IK-07", n): ("Ronda malam", "", "") for n in (1, 2)},
    ("IK-04", 2): ("Klinik APBDes", "", ""),
}
ANGGARAN = (
    ("7.01.01", "program", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"),
    ("7.01.01.2.01", "kegiatan", "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah"),
    ("7.01.01.2.01.0006", "sub_kegiatan", "Koordinasi dan Penyusunan Laporan Capaian Kinerja"),
    ("7.01.02", "program", "PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK"),
    ("7.01.02.2.01", "kegiatan", "Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan"),
    ("7.01.02.2.01.0003", "sub_kegiatan", "Peningkatan Efektivitas Pelaksanaan Pelayanan kepada Masyarakat"),
)
PAGU = {"7.01.01.2.01.0006": 33_000_000, "7.01.02.2.01.0003": 100_000_000}
REALISASI = {
    ("7.01.01.2.01.0006", 1): 10_000_000,
    ("7.01.01.2.01.0006", 2): 18_091_250,
    ("7.01.02.2.01.0003", 1): 25_000_000,
}


@once
def office(contoh: bool = True) -> Store:
    """The whole office."""
    store = empty()
    identity = pengaturan.Identitas(
        UNIT, "Kecamatan Paringin Selatan", "Kabupaten Balangan", "Jl. Ahmad Yani Paringin", "Paringin Selatan", contoh
    )
    camat = Pejabat(
        "Camat Paringin Selatan",
        Peran.CAMAT,
        "AMINAH, S.Sos.",
        "19700101 199503 2 001",
        "Pembina Tk. I",
        mulai=date(2025, 1, 1),
    )
    pengaturan.set_up_office(store, akses.system(UNIT), identity, pengaturan.BAGIAN_BAWAAN, [camat])
    with store.transaction() as tx:
        tx.insert("sasaran", [_sasaran(n, *s) for n, s in enumerate(SASARAN, 1)])
        tx.insert(
            "dokumen_rencana",
            [
                {
                    "unit": UNIT,
                    "jenis": "pk",
                    "tahun": TAHUN,
                    "versi": 1,
                    "sifat": "murni",
                    "nomor": "000.8/01/PS/2026",
                    "tanggal": date(2026, 1, 12),
                    "mulai_triwulan": 1,
                    **BY,
                }
            ],
        )
        tx.insert(
            "unggahan",
            [
                {
                    "id": "u1",
                    "unit": UNIT,
                    "jenis": "realisasi",
                    "tahun": TAHUN,
                    "triwulan": 2,
                    "nama_berkas": "Realisasi TW II.xlsx",
                    "sha256": "0123abcd" * 8,
                    "ukuran": 1,
                    "dibaca": 9,
                    "dilewati": 0,
                    "ditahan": 0,
                    **BY,
                }
            ],
        )
        for urutan, line in enumerate(INDIKATOR.strip().splitlines(), 1):
            _add(tx, urutan, [part.strip() for part in line.split("|")])
        _budget(tx)
    return store


@cache
def kept() -> Store:
    """The same for who only looks: one for all, whose answers are asked once."""
    return office()


def _sasaran(urutan: int, kode: str, uraian: str, jenjang: str) -> dict[str, Any]:
    return {
        "unit": UNIT,
        "kode": kode,
        "versi": 1,
        "mulai_tahun": TAHUN,
        "jenjang": jenjang,
        "uraian": uraian,
        "urutan": urutan,
        **BY,
    }


def _add(tx: Any, urutan: int, parts: list[str]) -> None:
    kode, sasaran, bagian, nama, satuan, metode, rumus, desimal, target, realisasi = parts
    card = {
        "kode": kode,
        "versi": 1,
        "mulai_tahun": TAHUN,
        "sasaran": sasaran,
        "bagian": bagian,
        "nama": nama,
        "satuan": satuan,
    }
    isian = "pembilang_penyebut" if metode == "rasio" else "nilai"
    tx.insert(
        "indikator",
        [
            {
                "unit": UNIT,
                **card,
                "isian": isian,
                "metode": metode,
                "rumus": rumus,
                "desimal": int(desimal),
                "iku": True,
                "urutan": urutan,
                **BY,
            }
        ],
    )
    for periode, word in zip(("TW1", "TW2", "TW3", "TW4", "TH"), target.split(), strict=True):
        nilai = None if word == "–" else Decimal(word)
        tx.insert(
            "target",
            [
                {
                    "unit": UNIT,
                    "indikator": kode,
                    "tahun": TAHUN,
                    "periode": periode,
                    "pk": 1,
                    "versi": 1,
                    "nilai": nilai,
                    **BY,
                }
            ],
        )
    for triwulan, word in enumerate(realisasi.split(), 1):
        save(tx, kode, triwulan, word, baris=urutan + 5)


def save(tx: Any, kode: str, triwulan: int, word: str, baris: int = 6, versi: int = 1) -> None:
    """One quarter as a word: number, pair, nihil, tt; "?" behind it: not confirmed; "–": nothing."""
    if word == "–":
        return
    word, confirmed = word.rstrip("?"), not word.endswith("?")
    key = {"unit": UNIT, "indikator": kode, "tahun": TAHUN, "triwulan": triwulan, "versi": versi}
    row: dict[str, Any] = {**key, "keadaan": {"nihil": "nihil", "tt": "tidak_tersedia"}.get(word, "terisi"), **BY}
    if word == "tt":
        row["alasan"] = "Satpol PP belum menyampaikan data"
    elif "/" in word:
        row["pembilang"], row["penyebut"] = map(Decimal, word.split("/"))
    elif word != "nihil":
        row["nilai"] = Decimal(word)
    names = ("faktor_pendukung", "faktor_penghambat", "tindak_lanjut")
    row |= {name: text for name, text in zip(names, CERITA.get((kode, triwulan), ("", "", "")), strict=True) if text}
    if triwulan == 2:
        row |= {"unggahan": "u1", "lembar": "Realisasi", "sel": f"F{baris}"}
    tx.insert("realisasi", [row])
    if confirmed:
        tx.insert("pembenaran", [{**key, **BY}])


def _budget(tx: Any) -> None:
    tx.insert("nomenklatur", [{"edisi": "uji", "kode": k, "jenjang": j, "nama": n} for k, j, n in ANGGARAN])
    tx.insert(
        "anggaran",
        [
            {
                "unit": UNIT,
                "tahun": TAHUN,
                "kode": k,
                "sifat": "murni",
                "versi": 1,
                "edisi": "uji",
                "pagu_rupiah": v,
                **BY,
            }
            for k, v in PAGU.items()
        ],
    )
    tx.insert(
        "realisasi_anggaran",
        [
            {"unit": UNIT, "tahun": TAHUN, "kode": k, "triwulan": n, "versi": 1, "realisasi_rupiah": v, **BY}
            for (k, n), v in REALISASI.items()
        ],
    )
