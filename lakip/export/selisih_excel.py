"""Selisih antar dokumen of one tahun as a workbook."""

from typing import Any

from lakip import dokumen, pengaturan
from lakip.akses import Izin, Pengguna
from lakip.dokumen import Selisih
from lakip.export import excel, kop
from lakip.export.excel import Kolom, Lembar
from lakip.formatting import KOSONG
from lakip.store import Store

KOLOM = (
    Kolom("No.", "nomor", 4, "tengah"),
    Kolom("Kode", "kode", 7),
    Kolom("Indikator", "indikator", 24),
    Kolom("Selisih", "apa", 13),
    Kolom("Dokumen pertama menyebut", "a", 32),
    Kolom("Dokumen kedua menyebut", "b", 32),
    Kolom("Yang perlu dilakukan", "saran", 34),
)


def build(store: Store, pengguna: Pengguna, unit: str, tahun: int) -> bytes:
    """The workbook (.xlsx), one row per contradiction. Raises AccessError without Izin.LIHAT."""
    pengguna.require(Izin.LIHAT, unit)
    identity = pengaturan.identity(store, unit)
    judul = f"SELISIH ANTAR DOKUMEN PERENCANAAN TAHUN {tahun}"
    rows = [_row(number, one) for number, one in enumerate(dokumen.selisih(store, unit, tahun), 1)]
    notes = ["Tidak ada selisih."] if not rows else []
    if missing := dokumen.uncompared(store, unit, tahun):
        notes.append(f"Belum dibandingkan: {', '.join(missing)}.")
    mark = "DATA CONTOH" if identity.contoh else ""
    sheet = Lembar("Selisih", [judul], KOLOM, rows, notes, mark, beku=3)
    return excel.write([sheet], judul.capitalize(), identity.nama, kop.of(store, unit))


def _row(nomor: int, one: Selisih) -> dict[str, Any]:
    return {
        **vars(one),
        "nomor": str(nomor),
        "a": _side(one.dokumen_a, one.kata_a, one.asal_a),
        "b": _side(one.dokumen_b, one.kata_b, one.asal_b),
    }


def _side(nama: str, kata: str, asal: str) -> str:
    return f"{nama}: {kata}" + ("" if asal == KOSONG else f" ({asal})")
