"""The figures of Kecamatan Ciputat, TW I and II of 2023, as a workbook of the shape that was published.

Source: e-SAKIP Kota Tangerang Selatan, "Realisasi Kinerja Pada Triwulan I - IV Tahun 2023". Names are spelt as
printed there; `kode` gives them codes of our own making, because the publication has none.
"""

import io
from collections.abc import Callable

import openpyxl

from lakip.anggaran import Kode

# U office, P program, K kegiatan, S sub kegiatan, - a further indikator | name | K of TW I and II | Rp TW I | Rp TW II
TABEL = """
U | KECAMATAN CIPUTAT |   | 4.504.316.352 | 8.393.024.418
P | PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN / KOTA |   | 3.804.017.252 | 5.386.769.078
- |  |   |  |
K | Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah | 0 0 | 24.215.320 | 33.810.100
S | Penyusunan Dokumen Perencanaan Perangkat Daerah | 0 0 | 12.097.400 | 9.329.600
S | Koordinasi dan Penyusunan Dokumen RKA- SKPD | 0 0 | - | -
S | Koordinasi dan Penyusunan Dokumen Perubahan RKA-SKPD | 0 0 | - | -
S | Koordinasi dan Penyusunan DPA-SKPD | 0 0 | - | -
S | Koordinasi dan Penyusunan Perubahan DPA- SKPD | 0 0 | - | -
S | Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD | 0 0 | - | 7.686.500
S | Evaluasi Kinerja Perangkat Daerah | 0 0 | 12.117.920 | 16.794.000
K | Administrasi Keuangan Perangkat Daerah | 21,50% 31,00% | 2.297.713.805 | 3.311.669.631
S | Penyediaan Gaji dan Tunjangan ASN | 44 44 | 2.297.713.805 | 3.299.093.631
S | Pelaksanaan Penatusahaan dan Pengujian / Verifikasi Keuangan SKPD | 0 0 | - | 4.050.000
S | Koordinasi dan Pelaksanaan Akuntansi SKPD | 0 0 | - | -
S | Koordinasi dan Penyusunan Laporan Keuangan Akhir Tahun SKPD | 0 0 | - | -
S | Pengelolaan dan Penyiapan Bahan Tanggapan Pemeriksaan | 0 0 | - | -
S | Koordinasi dan Penyusunan Laporan Keuangan Bulanan / Triwulanan / Semesteran SKPD | 0 0 | - | 4.038.000
S | Penyusunan Pelaporan dan Analisis PrognosisRealisasi Anggaran | 0 0 | - | 4.488.000
K | Administrasi Kepegawaian Perangkat Daerah | 36,87% 11,69% | 20.111.800 | 6.378.000
S | Pendataan dan Pengolahan AdministrasiKepegawaian | 0 0 | 13.851.000 | 6.378.000
S | Sosialisasi Peraturan Perundang-undangan | 0 0 | 6.260.800 | -
K | Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah | 20,47% 28,49% | 1.461.976.327 | 2.034.911.347
S | Penyediaan Jasa Pelayanan Umum Kantor | 0 0 | 1.461.976.327 | 2.034.911.347
P | PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK |   | 321.841.410 | 2.459.879.200
K | Koordinasi Penyelenggaraan Kegiatan Pemerintahan di Tingkat Kecamatan | 0 0 | - | 134.858.000
S | Peningkatan Efektifitas Kegiatan Pemerintahan di Tingkat Kecamatan | 0 0 | - | 134.858.000
K | Penyelenggaraan Urusan Pemerintahan yang Tidak Dilaksanakan oleh Unit Kerja Perangkat Daerah yang Ada di Kecamatan | 8,41% 47,61% | 305.652.210 | 1.729.522.400
S | Perencanaan Kegiatan Pelayanan kepada Masyarakat di Kecamatan | 0 0 | 272.453.010 | 170.903.600
S | Fasilitasi Percepatan Pencapaian Standar Pelayanan Minimal di Wilayah Kecamatan | 0 0 | - | 49.664.000
S | Peningkatan Efektifitas Pelaksanaan Pelayanan kepada Masyarakat di Wilayah Kecamatan | 0 0 | 33.199.200 | 1.508.954.800
K | Pelaksanaan Urusan Pemerintahan yang Dilimpahkan kepada Camat | 0 0 | 16.189.200 | 595.498.800
S | Pelaksanaan Urusan Pemerintahan yang Terkait dengan Kewenangan Lain yang Dilimpahkan | 0 0 | 16.189.200 | 595.498.800
P | PROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN | 0 0 | 185.986.650 | 246.562.180
K | Kegiatan Pemberdayaan Kelurahan | 0 0 | 128.031.650 | 116.250.600
S | Pembangunan Sarana dan Prasarana Kelurahan | 0 0 | - | -
S | Pemberdayaan Masyarakat di Kelurahan | 0 0 | 128.031.650 | 116.250.600
K | Pemberdayaan Lembaga Kemasyarakatan Tingkat Kecamatan | 0 0 | 57.955.000 | 130.311.580
S | Peningkatan Kapasitas Lembaga Kemasyarakatan | 0 0 | 55.400.000 | 35.711.580
S | Fasilitasi Pengembangan Usaha Ekonomi Masyarakat | 0 0 | 2.555.000 | 94.600.000
S | Fasilitasi Pemanfaatan Teknologi Tepat Guna | 0 0 | - | -
P | PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM |   | 23.055.840 | 44.576.160
K | Koordinasi Upaya Penyelenggaraan Ketenteraman dan Ketertiban Umum | 0 0 | 10.854.000 | 25.428.480
S | Sinergitas dengan Kepolisian Negara Republik Indonesia, Tentara Nasional Indonesia dan Instansi Vertikal di Wilayah Kecamatan | 0 0 | 10.854.000 | 25.428.480
K | Koordinasi Penerapan dan Penegakan Peraturan Daerah dan Peraturan Kepala Daerah | 0 0 | 12.201.840 | 19.147.680
S | Koordinasi / Sinergi dengan Perangkat Daerah yang Tugas dan Fungsinya di Bidang Penegakan Peraturan Perundang - Undangan dan / atau Kepolisian Negara Republik Indonesia | 0 0 | 12.201.840 | 19.147.680
P | PROGRAM PENYELENGGARAAN URUSAN PEMERINTAHAN UMUM |   | 169.415.200 | 255.237.800
K | Penyelenggaraan Urusan Pemerintahan Umum Sesuai Penugasan Kepala Daerah | 0 0 | 169.415.200 | 255.237.800
S | Pembinaan Kerukunan Antar Suku dan Intra Suku, Umat Beragama, Ras, dan Golongan Lainnya Guna Mewujudkan Stabilitas Keamanan Lokal, Regional, dan Nasional | 0 0 | 169.415.200 | 255.237.800
"""

# The nomenclature spells these otherwise.
RESMI = {
    "Administrasi Kepegawaian": "AdministrasiKepegawaian",
    "Prognosis Realisasi": "PrognosisRealisasi",
    "Penatausahaan": "Penatusahaan",
    "RKA-SKPD": "RKA- SKPD",
    "Kabupaten/Kota": "KABUPATEN / KOTA",
}

Baris = tuple[str, str, list[str], str, str]


def rows() -> list[Baris]:
    found = []
    for line in TABEL.strip().splitlines():
        level, nama, keluaran, tw1, tw2 = ([*(part.strip() for part in line.split("|")), "", ""])[:5]
        found.append((level, nama, keluaran.split(), tw1, tw2))
    return found


def official(nama: str) -> str:
    for resmi, tercetak in RESMI.items():
        nama = nama.replace(tercetak, resmi)
    return nama


def kode() -> list[Kode]:
    """Every row but the office as a code, numbered in its order."""
    found, program, kegiatan, sub = [], 0, 0, 0
    for level, tercetak, *_ in rows():
        nama = official(tercetak)
        if level == "P":
            program, kegiatan = program + 1, 0
            found.append(Kode(f"7.01.{program:02}", "program", nama))
        elif level == "K":
            kegiatan, sub = kegiatan + 1, 0
            found.append(Kode(f"7.01.{program:02}.2.{kegiatan:02}", "kegiatan", nama))
        elif level == "S":
            sub += 1
            found.append(Kode(f"7.01.{program:02}.2.{kegiatan:02}.{sub:04}", "sub_kegiatan", nama))
    return found


def rupiah(teks: str) -> int:
    return 0 if teks in ("", "-") else int(teks.replace(".", ""))


def workbook(
    change: Callable[[openpyxl.worksheet.worksheet.Worksheet], None] | None = None, tahun: int = 2023
) -> bytes:
    """The published shape: a three-row merged header, K and Rp per triwulan, text numbers, "-" for nil, no codes."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = f"Realisasi {tahun}"
    sheet["A1"], sheet["A2"] = "REALISASI KINERJA PADA TRIWULAN I - IV", f"TAHUN {tahun}"
    sheet["A4"], sheet["B4"], sheet["C4"] = "NO", "URUSAN/PROGRAM/KEGIATAN/SUB KEGIATAN", "INDIKATOR KINERJA"
    sheet["D4"] = "REALISASI KINERJA PADA TRIWULAN"
    for column, romawi in zip("DFHJ", ("I", "II", "III", "IV"), strict=True):
        sheet[f"{column}5"], sheet[f"{column}6"], sheet[f"{chr(ord(column) + 1)}6"] = romawi, "K", "Rp"
    for merged in ("A1:K1", "A2:K2", "A4:A6", "B4:B6", "C4:C6", "D4:K4", "D5:E5", "F5:G5", "H5:I5", "J5:K5"):
        sheet.merge_cells(merged)
    for number, (level, nama, keluaran, tw1, tw2) in enumerate(rows(), start=1):
        first, second = keluaran if len(keluaran) == 2 else (None, None)
        indikator = None if level == "U" else "Indikator keluaran"
        sheet.append([number, nama or None, indikator, first, tw1 or None, second, tw2 or None])
    if change is not None:
        change(sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
