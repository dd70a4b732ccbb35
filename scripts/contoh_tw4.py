"""Writes data/contoh/realisasi*_tw4_2026.xlsx: filled forms with which a newcomer tries the upload by hand.

Run again only when the form changes: python scripts/contoh_tw4.py
"""

import io
import sys
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from lakip import contoh  # noqa: E402
from lakip.contoh.isi import FOLDER, UNIT  # noqa: E402
from lakip.store import Store  # noqa: E402
from lakip.unggah.realisasi.formulir import (  # noqa: E402
    BARIS_JUDUL,
    LEMBAR,
    URUTAN,
    realisasi_form,
)  # fmt: skip

TAHUN, TRIWULAN = 2026, 4

# A value, or pembilang and penyebut, or nihil.
Angka = dict[str, float | tuple[int, int] | str]
ANGKA: Angka = {
    "IK-01": 87.6, "IK-02": (24, 25), "IK-03": 74.85, "IK-04": (3_571_420_125, 3_843_995_000), "IK-05": (15, 15),
    "IK-06": 7, "IK-08": 1, "IK-09": "Nihil", "IK-10": 2.45, "IK-11": 352, "IK-12": 1, "IK-13": 97.8, "IK-14": (37, 42),
    "IK-15": 5, "IK-16": (21, 23), "IK-17": 698, "IK-18": (1, 1), "IK-19": (8, 8), "OP-01": (42, 43), "OP-02": 1,
    "OP-03": 22, "OP-04": (25, 26), "OP-05": (35, 53), "OP-06": 2, "OP-07": 1, "OP-09": 15, "OP-10": (13, 15),
}  # fmt: skip
URAIAN: dict[tuple[str, str], str | int] = {
    ("IK-03", "tahun_penilaian"): 2025,
    ("IK-02", "faktor_penghambat"): "Satu pengaduan masuk pada hari kerja terakhir",
    ("IK-02", "tindak_lanjut"): "Diselesaikan pada minggu pertama Januari",
    ("IK-11", "faktor_pendukung"): "Layanan jemput bola dilanjutkan",
    ("IK-17", "faktor_penghambat"): "Sebagian wajib pajak tinggal di luar kelurahan",
    ("IK-17", "tindak_lanjut"): "Mengirim pemberitahuan melalui pesan singkat",
}


def fill(form: bytes, angka: Angka = ANGKA) -> bytes:
    """The form with the figures of the indikator that it asks for."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    sheet = book[LEMBAR]
    for row in range(BARIS_JUDUL + 1, sheet.max_row + 1):
        kode = sheet.cell(row, 2).value
        match angka.get(str(kode)):
            case (x, y):
                sheet.cell(row, URUTAN["pembilang"]).value = x
                sheet.cell(row, URUTAN["penyebut"]).value = y
            case str(word):
                sheet.cell(row, URUTAN["keadaan"]).value = word
            case value if value is not None:
                sheet.cell(row, URUTAN["nilai"]).value = value
        for (name, field), text in URAIAN.items():
            if name == kode:
                sheet.cell(row, URUTAN[field]).value = text
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def main() -> None:
    store = Store(None)
    contoh.load(store)
    for bagian, name in ((None, "realisasi"), ("YAN", "realisasi_yan")):
        form = realisasi_form(store, UNIT, TAHUN, TRIWULAN, bagian)
        (FOLDER / f"{name}_tw{TRIWULAN}_{TAHUN}.xlsx").write_bytes(fill(form))


if __name__ == "__main__":
    main()
