"""Kepatuhan SOP of a tahun as a workbook: each step of each run, and each kiriman. Changes nothing."""

from datetime import datetime
from typing import Any

from lakip import pengaturan, penyimpan
from lakip.akses import Izin, Pengguna
from lakip.alur import waktu as jam
from lakip.alur.waktu import Waktu
from lakip.export import excel, kop
from lakip.export.excel import Kolom, Lembar
from lakip.formatting import tanggal, waktu
from lakip.periode import PERIODE, ROMAWI, local
from lakip.sop import dispensasi
from lakip.sop.dispensasi import Pengiriman
from lakip.store import Store

LANGKAH = (
    Kolom("Periode", "periode", 13),
    Kolom("Langkah", "nomor", 8, "tengah"),
    Kolom("Uraian", "uraian", 34),
    Kolom("Mulai", "mulai", 17),
    Kolom("Selesai", "selesai", 17),
    Kolom("Terpakai", "lama", 14),
    Kolom("Baku mutu", "baku", 12),
    Kolom("Status", "status", 20),
    Kolom("Pemegang", "pemegang", 24),
    Kolom("Catatan", "catatan", 30),
)
KIRIMAN = (
    Kolom("Triwulan", "triwulan", 9, "tengah"),
    Kolom("Bagian", "nama", 32),
    Kolom("Batas semula", "semula", 16),
    Kolom("Batas berlaku", "batas", 16),
    Kolom("Dikirim", "dikirim", 22),
    Kolom("Keadaan", "keadaan", 28),
    Kolom("Dikembalikan", "dikembalikan", 12, "angka", 0),
    Kolom("Alasan dispensasi", "alasan", 34),
    Kolom("Dibenarkan oleh yang menyimpannya sendiri", "sendiri", 34),
)


def build(store: Store, pengguna: Pengguna, unit: str, tahun: int, kini: datetime) -> bytes:
    """The workbook (.xlsx), as things stand at `kini` (UTC)."""
    pengguna.require(Izin.LIHAT, unit)
    kantor = pengaturan.identity(store, unit)
    judul, mark = f"KEPATUHAN SOP TAHUN {tahun}", "DATA CONTOH" if kantor.contoh else ""
    head = [judul, f"Keadaan per {waktu(kini)}"]
    steps = [_step(r) for r in jam.year(store, unit, tahun, kini)]
    own = penyimpan.self_confirmed(store, unit, tahun)
    sent = [
        _sent(r, own.get((r.bagian, r.triwulan), ""))
        for r in dispensasi.deliveries(store, unit, tahun, local(kini).date())
    ]
    sheets = [
        Lembar("Langkah", head, LANGKAH, steps, (), mark, beku=2),
        Lembar("Kiriman", head, KIRIMAN, sent, (), mark, beku=2),
    ]
    return excel.write(sheets, judul.capitalize(), kantor.nama, kop.of(store, unit))


def _step(row: Waktu) -> dict[str, Any]:
    return {
        "periode": PERIODE[row.periode].nama, "nomor": row.langkah.nomor, "uraian": row.langkah.uraian,
        "mulai": waktu(row.mulai) if row.mulai else "", "selesai": waktu(row.selesai) if row.selesai else "",
        "lama": row.lama_kata, "baku": row.langkah.baku.kata, "status": row.kata,
        "pemegang": ": ".join(filter(None, (row.jabatan, row.nama))), "catatan": " ".join(row.tanda),
    }  # fmt: skip


def _sent(row: Pengiriman, sendiri: str) -> dict[str, Any]:
    return {
        "triwulan": ROMAWI[row.triwulan], "nama": row.nama, "semula": tanggal(row.semula), "batas": tanggal(row.batas),
        "dikirim": waktu(row.dikirim) if row.dikirim else "", "keadaan": row.kata, "dikembalikan": row.dikembalikan,
        "alasan": row.alasan or "", "sendiri": sendiri,
    }  # fmt: skip
