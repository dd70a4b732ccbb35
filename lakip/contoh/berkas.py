"""The workbooks that the example's figures came in: plain tables, as an office keeps them."""

import io

import xlsxwriter

from lakip.indikator import Keadaan
from lakip.periode import ROMAWI
from lakip.realisasi import Acuan, Realisasi
from lakip.rekap import Sumber
from lakip.unggah.berkas.lembar import alamat

JUDUL = (
    "No", "Kode", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Pembilang", "Penyebut", "Keadaan", "Alasan",
    "Faktor Pendukung", "Faktor Penghambat", "Tindak Lanjut", "Tahun Penilaian",
)  # fmt: skip
BARIS_JUDUL = 3
KEADAAN = {
    Keadaan.TERISI: "Terisi",
    Keadaan.NIHIL: "Nihil",
    Keadaan.TIDAK_TERSEDIA: "Tidak tersedia",
}
NILAI, PEMBILANG, STATUS = (JUDUL.index(name) + 1 for name in ("Realisasi", "Pembilang", "Keadaan"))


def source(tahun: int, triwulan: int, versi: int, bagian: str | None, rows: list[tuple[Acuan, Realisasi]]) -> Sumber:
    """The workbook of one report, and the cell that each figure stands in."""
    sheet = f"TW {ROMAWI[triwulan]}"
    cells = {}
    for number, (_, isi) in enumerate(rows, start=BARIS_JUDUL + 1):
        cells[isi.kode] = (sheet, alamat(number, _column(isi)))
    name = "_".join(["realisasi", (bagian or "kecamatan").lower(), f"tw{triwulan}", str(tahun)])
    name += "_perbaikan" if versi > 1 else ""
    return Sumber(f"{name}.xlsx", _write(sheet, tahun, triwulan, rows), len(rows), 0, 0, bagian, cells)


def _column(isi: Realisasi) -> int:
    """Where the eye looks for the figure: its value, its pembilang, or else its keadaan."""
    if isi.nilai is not None:
        return NILAI
    return PEMBILANG if isi.pembilang is not None else STATUS


def _write(sheet: str, tahun: int, triwulan: int, rows: list[tuple[Acuan, Realisasi]]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        page = book.add_worksheet(sheet)
        page.write_string(0, 0, f"REALISASI KINERJA TRIWULAN {ROMAWI[triwulan]} TAHUN {tahun} (DATA CONTOH)")
        page.write_row(BARIS_JUDUL - 1, 0, JUDUL)
        for number, (card, isi) in enumerate(rows, start=1):
            page.write_row(BARIS_JUDUL - 1 + number, 0, _cells(number, card, isi))
        page.set_column(2, 2, 60)
    return buffer.getvalue()


def _cells(number: int, card: Acuan, isi: Realisasi) -> list[object]:
    assert isi.keadaan is not None
    figures = (card.target, isi.nilai, isi.pembilang, isi.penyebut)
    texts = (isi.alasan, isi.faktor_pendukung, isi.faktor_penghambat, isi.tindak_lanjut, isi.tahun_penilaian)
    return [number, card.kode, card.nama, card.satuan, *figures, KEADAAN[isi.keadaan], *texts]
