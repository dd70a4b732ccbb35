"""Selisih antar dokumen of one tahun as a workbook."""

from typing import Any

from lakip import dokumen, pengaturan
from lakip.akses import Izin, Pengguna
from lakip.export import excel
from lakip.export.excel import Kolom, Lembar
from lakip.store import Store

KOLOM = (
    Kolom("No.", "nomor", 5, "tengah"),
    Kolom("Kode", "kode", 8),
    Kolom("Indikator", "indikator", 30),
    Kolom("Selisih", "apa", 16),
    Kolom("Dokumen pertama", "dokumen_a", 22),
    Kolom("Menyebut", "kata_a", 18),
    Kolom("Asal", "asal_a", 18),
    Kolom("Dokumen kedua", "dokumen_b", 22),
    Kolom("Menyebut ", "kata_b", 18),
    Kolom("Asal ", "asal_b", 18),
    Kolom("Yang perlu dilakukan", "saran", 40),
)


def build(store: Store, pengguna: Pengguna, unit: str, tahun: int) -> bytes:
    """The workbook (.xlsx), one row per contradiction. Raises AccessError without Izin.LIHAT."""
    pengguna.require(Izin.LIHAT, unit)
    identity = pengaturan.identity(store, unit)
    judul = f"SELISIH ANTAR DOKUMEN PERENCANAAN TAHUN {tahun}"
    rows: list[dict[str, Any]] = [
        {**vars(one), "nomor": str(number)} for number, one in enumerate(dokumen.selisih(store, unit, tahun), 1)
    ]
    notes = ["Tidak ada selisih."] if not rows else []
    if missing := dokumen.uncompared(store, unit, tahun):
        notes.append(f"Belum dibandingkan: {', '.join(missing)}.")
    mark = "DATA CONTOH" if identity.contoh else ""
    sheet = Lembar("Selisih", [*identity.kop[:2], judul], KOLOM, rows, notes, mark, beku=3)
    return excel.write([sheet], judul.capitalize(), identity.nama)
