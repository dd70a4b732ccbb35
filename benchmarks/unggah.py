"""Reading and judging a form of 500 rows, and an office's own workbook of 20 sheets of 249, beside one bare read-only
pass of openpyxl over the same bytes."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO

import openpyxl

from benchmarks.ukur import medians, show
from lakip import akses, pengaturan
from lakip.store import Store
from lakip.unggah import realisasi
from lakip.unggah.berkas.buku import forget
from lakip.unggah.hasil import Hasil
from lakip.unggah.realisasi import formulir

UNIT, TAHUN, ROWS = "63.11.07", 2026, 500


def main() -> None:
    store = office()
    content = filled(formulir.realisasi_form(store, UNIT, TAHUN, 1))
    pengguna = akses.system(UNIT)

    for what, content in (
        ("formulir", filled(formulir.realisasi_form(store, UNIT, TAHUN, 1))), ("buku kerja kantor", own_workbook()),
    ):  # fmt: skip

        def bare(content: bytes = content) -> int:
            book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
            return sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))

        def read(content: bytes = content) -> Hasil:
            forget()
            return realisasi.read(store, pengguna, content, "tw1.xlsx", UNIT, TAHUN, 1)

        hasil = read()
        show(
            f"Membaca dan memeriksa {what}: {hasil.dibaca} baris dibaca, {hasil.ditahan} ditahan",
            medians({"openpyxl, sekali lewat tanpa memeriksa": bare, "unggah.realisasi.read": read}),
            "openpyxl, sekali lewat tanpa memeriksa",
            "at most 2 x",
        )
    store.close()


def own_workbook() -> bytes:
    """A table of each of 20 seksi, as many rows as an upload may have; none is of an indikator that is known."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number in range(20):
        sheet = book.create_sheet(f"Seksi {number}")
        sheet.append([f"REALISASI TRIWULAN I TAHUN {TAHUN}"])
        sheet.append(
            ["No", "Kode", "Indikator Kinerja", "Satuan", "Target TW I", "Realisasi TW I", "Faktor Penghambat"]
        )
        for n in range(249):
            nama = f"Persentase kegiatan {n} seksi {number} yang selesai"
            sheet.append([n + 1, f"Z{number}-{n}", nama, "persen", 80 + n % 10, 81.5 + n % 7, f"kendala {n} di desa"])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def office() -> Store:
    """An office with 500 indikator, each with a target in every quarter."""
    store = Store(None)
    pengaturan.set_up_office(
        store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [pengaturan.CAMAT_BAWAAN]
    )
    by = {"unit": UNIT, "versi": 1, "oleh": "uji", "pada": datetime(2026, 1, 2)}  # noqa: DTZ001
    kinds = ("jumlah", "kumulatif", "posisi_akhir", "rata_rata")
    cards = [
        {
            **by, "kode": f"I{n:03}", "mulai_tahun": 2020, "sasaran": "S1", "bagian": "PEM", "nama": f"Jumlah dokumen {n}",
            "satuan": "dokumen", "isian": "nilai", "metode": kinds[n % 4], "rumus": "positif", "desimal": 0, "iku": False,
            "urutan": n,
        }
        for n in range(ROWS)
    ]  # fmt: skip
    with store.transaction() as tx:
        tx.insert("sasaran", [{
            **by, "kode": "S1", "mulai_tahun": 2020, "jenjang": "camat", "uraian": "Sasaran", "urutan": 1,
        }])  # fmt: skip
        tx.insert("indikator", cards)
        tx.insert("dokumen_rencana", [{**by, "jenis": "pk", "tahun": TAHUN, "sifat": "murni", "mulai_triwulan": 1}])
        tx.insert("target", [
            {**by, "indikator": card["kode"], "tahun": TAHUN, "periode": p, "pk": 1, "nilai": Decimal(10)}
            for card in cards for p in ("TW1", "TW2", "TW3", "TW4", "TH")
        ])  # fmt: skip
    return store


def filled(form: bytes) -> bytes:
    """The form as a clerk returns it: every realisasi typed, and a sentence on each row."""
    book = openpyxl.load_workbook(BytesIO(form))
    sheet = book.worksheets[0]
    header = next(row for row in sheet.iter_rows() if any(c.value == "Kode" for c in row))
    named = {str(c.value): c.column for c in header if c.value}
    value = next(column for name, column in named.items() if name.startswith("Realisasi"))
    note = next(column for name, column in named.items() if name.lower().startswith("faktor pendukung"))
    for row in range(header[0].row + 1, header[0].row + 1 + ROWS):
        sheet.cell(row, value).value = 8
        sheet.cell(row, note).value = "Dukungan perangkat desa dan ketersediaan data tepat waktu."
    out = BytesIO()
    book.save(out)
    return out.getvalue()


if __name__ == "__main__":
    main()
