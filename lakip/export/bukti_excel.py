"""Bukti dukung of one triwulan as a workbook: what is missing, what is there, and how far each bagian is."""

from typing import Any

from lakip import bukti, pengaturan
from lakip.akses import Izin, Pengguna
from lakip.export import excel, kop
from lakip.export.excel import Kolom, Lembar
from lakip.formatting import tanggal, waktu
from lakip.periode import PERIODE
from lakip.store import Store

KURANG = (
    Kolom("No.", "no", 5, "tengah"),
    Kolom("Bagian", "bagian_nama", 34),
    Kolom("Kode", "kode", 9),
    Kolom("Indikator", "nama", 60),
    Kolom("Angkanya", "kata", 18),
)
ADA = (
    Kolom("No.", "no", 5, "tengah"),
    Kolom("Bagian", "bagian_nama", 22),
    Kolom("Kode", "indikator", 8),
    Kolom("Nama dokumen", "nama", 30),
    Kolom("Nomor", "nomor_dokumen", 18),
    Kolom("Tanggal", "hari", 15),
    Kolom("Keterangan", "catatan", 28),
    Kolom("Berkas", "nama_berkas", 24),
    Kolom("Diunggah", "unggah", 22),
    Kolom("sha256", "sha256", 24),
)
BAGIAN = (
    Kolom("Bagian", "bagian_nama", 40),
    Kolom("Angka terisi", "angka", 14, "tengah"),
    Kolom("Berbukti", "berbukti", 14, "tengah"),
    Kolom("Belum ada bukti", "kurang", 18, "tengah"),
)


def build(store: Store, pengguna: Pengguna, unit: str, tahun: int, triwulan: int) -> bytes:
    """The workbook (.xlsx), three sheets. Raises AccessError without Izin.LIHAT."""
    pengguna.require(Izin.LIHAT, unit)
    identity = pengaturan.identity(store, unit)
    label = PERIODE[f"TW{triwulan}"].label(tahun)
    gaps = [_gap(n, r) for n, r in enumerate(bukti.missing(store, unit, tahun, triwulan).to_dicts(), 1)]
    kept = [_kept(n, r) for n, r in enumerate(bukti.listed(store, unit, tahun, triwulan).to_dicts(), 1)]
    counts = [{k: str(v) for k, v in r.items()} for r in bukti.per_bagian(store, unit, tahun, triwulan).to_dicts()]
    mark = "DATA CONTOH" if identity.contoh else ""

    def sheet(nama: str, columns: tuple[Kolom, ...], rows: list[dict[str, Any]], empty: str) -> Lembar:
        head = [f"{nama} {label}".upper()]
        return Lembar(nama, head, columns, rows, [] if rows else [empty], mark)

    sheets = [
        sheet("Belum ada bukti", KURANG, gaps, "Semua angka yang terisi sudah berbukti."),
        sheet("Bukti dukung", ADA, kept, "Belum ada bukti."),
        sheet("Per bagian", BAGIAN, counts, "Belum ada angka yang terisi."),
    ]
    return excel.write(sheets, f"Bukti dukung {label}", identity.nama, kop.of(store, unit))


def _gap(number: int, row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "no": str(number), "kata": "sudah dibenarkan" if row["dibenarkan"] else "belum dibenarkan"}


def _kept(number: int, row: dict[str, Any]) -> dict[str, Any]:
    notes = [row["keterangan"], row["alasan_tanggal"] and f"Tanggal: {row['alasan_tanggal']}"]
    notes.append(row["juga"] and f"Berkas yang sama: {row['juga']}")
    return {
        **row,
        "no": str(number),
        "hari": tanggal(row["tanggal"]),
        "catatan": "; ".join(filter(None, notes)),
        "unggah": f"{waktu(row['ditambahkan'])}, {row['oleh_nama']}",
    }
