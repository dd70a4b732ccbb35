"""A small office that uploads: seven indikator over all metode, three people, and workbooks written as tables."""

import io
from datetime import datetime
from decimal import Decimal
from typing import Any

import openpyxl
from salinan import empty, once

from lakip import pengaturan
from lakip.akses import Pengguna, Peran, Tugas, system
from lakip.pengaturan import Bagian, Identitas
from lakip.periode import ROMAWI
from lakip.store import Store
from lakip.unggah import realisasi
from lakip.unggah.hasil import vouched
from lakip.unggah.realisasi.baca import Hasil

UNIT, TAHUN = "63.11.07", 2026
BY: dict[str, Any] = {"oleh": "uji", "pada": datetime(2026, 1, 2)}
KANTOR = Identitas(UNIT, "Kecamatan Paringin Selatan", "Kabupaten Balangan", "Jalan Contoh 1", "Paringin", True)
YAN, PEM = Bagian("YAN", "Seksi Pelayanan", "seksi", 1), Bagian("PEM", "Seksi Pemerintahan", "seksi", 2)

# kode, bagian, nama, satuan, isian, metode, targets TW1..TW4 ("-" not measured) and TH
INDIKATOR = """
IK-01 | YAN | Indeks Kepuasan Masyarakat           | indeks  | nilai               | rata_rata    | 84 84 84 84 84
IK-02 | YAN | Persentase pengaduan selesai         | persen  | pembilang_penyebut  | rasio        | 90 90 90 90 90
IK-03 | YAN | Nilai AKIP kecamatan                 | nilai   | nilai               | tahunan      | - - - 74 74
IK-04 | PEM | Jumlah dokumen kependudukan terbit   | dokumen | nilai               | jumlah       | 10 20 30 40 100
IK-05 | PEM | Persentase desa APBDes tepat waktu   | %       | pembilang_penyebut  | kumulatif    | 20 40 60 100 100
IK-06 | PEM | Persentase perangkat desa terlatih   | persen  | nilai               | posisi_akhir | 80 80 80 80 80
IK-07 | PEM | Warga mengikuti penyuluhan           | orang   | nilai               | kumulatif    | 1000 2000 3000 4000 4000
"""


def person(akun: str, peran: Peran, bagian: str | None = None) -> Pengguna:
    return Pengguna(akun, akun.title(), (Tugas(peran, UNIT, bagian),))


STAF = person("sari", Peran.STAF, "PEM")
KASI = person("karim", Peran.KASI, "PEM")
KASUBBAG = person("budi", Peran.KASUBBAG)
CAMAT = person("camat", Peran.CAMAT)


@once
def new_office(extra: str = "") -> Store:
    store = empty()
    pengaturan.set_up_office(store, system(UNIT), KANTOR, [YAN, PEM], [])
    with store.transaction() as tx:
        tx.insert(
            "sasaran",
            [
                {
                    "unit": UNIT,
                    "kode": "S1",
                    "versi": 1,
                    "mulai_tahun": 2020,
                    "jenjang": "camat",
                    "uraian": "Sasaran",
                    "urutan": 1,
                    **BY,
                }
            ],
        )
        tx.insert(
            "dokumen_rencana",
            [{"unit": UNIT, "jenis": "pk", "tahun": TAHUN, "versi": 1, "sifat": "murni", "mulai_triwulan": 1, **BY}],
        )
        for line in filter(None, (INDIKATOR + extra).splitlines()):
            add_indikator(tx, *(part.strip() for part in line.split("|")))
    return store


def add_indikator(
    tx: Any, kode: str, bagian: str, nama: str, satuan: str, isian: str, metode: str, target: str
) -> None:
    card = {
        "unit": UNIT,
        "kode": kode,
        "versi": 1,
        "mulai_tahun": 2020,
        "sasaran": "S1",
        "bagian": bagian,
        "nama": nama,
        "satuan": satuan,
        "isian": isian,
        "metode": metode,
        "rumus": "positif",
        "desimal": 2,
        "iku": True,
        "urutan": int(kode[-2:]),
        **BY,
    }
    tx.insert("indikator", [card])
    goals = zip(("TW1", "TW2", "TW3", "TW4", "TH"), target.split(), strict=True)
    tx.insert(
        "target",
        [
            {
                "unit": UNIT,
                "indikator": kode,
                "tahun": TAHUN,
                "periode": p,
                "pk": 1,
                "versi": 1,
                "nilai": None if n == "-" else Decimal(n),
                **BY,
            }
            for p, n in goals
        ],
    )


HEAD = ["Kode", "Indikator", "Satuan", "Realisasi TW II", "Pembilang", "Penyebut", "Keadaan", "Alasan"]
NAMES = {
    line.split("|")[0].strip(): (line.split("|")[2].strip(), line.split("|")[3].strip())
    for line in INDIKATOR.strip().splitlines()
}


def row(
    kode: str, realisasi: Any = None, x: Any = None, y: Any = None, keadaan: Any = None, alasan: Any = None
) -> list[Any]:
    """A row under HEAD with the names as the record has them."""
    nama, satuan = NAMES.get(kode, ("Indikator lain", "buah"))
    return [kode, nama, satuan, realisasi, x, y, keadaan, alasan]


def book(*rows: list[Any], head: list[str] | None = None, title: str = "", sheet: str = "Data") -> bytes:
    """A plain workbook: an optional title in A1, the heading in row 3, the rows from row 4."""
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = sheet
    if title:
        ws["A1"] = title
    for number, values in enumerate([head or HEAD, *rows], start=3):
        for column, value in enumerate(values, start=1):
            if value is not None:
                ws.cell(number, column, value)
    return save(wb)


def save(wb: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    wb.save(buffer)
    return buffer.getvalue()


def read(store: Store, content: bytes, triwulan: int = 2, pengguna: Pengguna = KASUBBAG, **more: Any) -> Hasil:
    """A foreign table is vouched for, as by a person who looked at how it was read."""
    tahun, jawaban = more.pop("tahun", TAHUN), more.pop("jawaban", None) or {}

    def once(answers: Any) -> Hasil:
        return realisasi.read(store, pengguna, content, "berkas.xlsx", UNIT, tahun, triwulan, jawaban=answers, **more)

    return vouched(once, jawaban)


def upload(store: Store, *rows: list[Any], triwulan: int = 2, pengguna: Pengguna = KASUBBAG) -> Hasil:
    """Read a plain table of one triwulan and record it."""
    head = [h.replace("TW II", f"TW {ROMAWI[triwulan]}") for h in HEAD]
    hasil = read(store, book(*rows, head=head), triwulan, pengguna)
    realisasi.save(store, pengguna, hasil)
    return hasil


def codes(hasil: Hasil) -> list[tuple[str, str]]:
    """(sel, kode) of each temuan, in order."""
    return [(t.sel, t.kode) for t in hasil.temuan]


def recorded(store: Store, kode: str, triwulan: int = 2) -> dict[str, Any] | None:
    """The newest version of one figure."""
    rows = store.read("realisasi_tahun", unit=UNIT, tahun=TAHUN).to_dicts()
    return next((r for r in rows if r["indikator"] == kode and r["triwulan"] == triwulan), None)
