"""What each column of the form Rencana Aksi asks for, which ones a new indikator needs, and one row as an example."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lakip.indikator import METODE_NAMA, RUMUS_NAMA, TIPE_NAMA, Metode, Rumus, TipeNilai

CONTOH = "CONTOH"  # the kode of the row that shows how one is filled in; it is never read
WAJIB = frozenset(("sasaran", "kode", "nama", "satuan", "metode", "rumus", "bagian", "TH"))
ARTI: Mapping[str, str] = {
    "kode_tujuan": "Kode tujuan Renstra, misalnya T1. Boleh kosong.",
    "tujuan": "Bunyi tujuan Renstra. Cukup ditulis sekali, pada sasaran Camat pertama di bawahnya.",
    "jenjang": "Sasaran siapa: Camat, Sekcam, Kasubbag, Kasi, atau Lurah. Kosong berarti Camat.",
    "kode_sasaran": "Kode sasaran, misalnya S1. Kosong: diberi kode oleh sistem.",
    "sasaran": "Bunyi sasaran strategis. Kosong pada baris berikutnya berarti sasaran yang sama. Indikator keluaran "
    "mengosongkannya dan mengisi Kode Anggaran.",
    "induk": "Kode sasaran di atasnya yang ditunjang. Kosong untuk sasaran Camat.",
    "kode_anggaran": "Hanya indikator keluaran: kode program, kegiatan, atau sub kegiatan, misalnya 7.01.02.",
    "kode": "Kode indikator, satu kode satu indikator, misalnya IK-01.",
    "nama": "Bunyi indikator seperti pada Perjanjian Kinerja.",
    "definisi": "Apa yang diukur, dan apa yang tidak. Boleh menyusul.",
    "formula": "Cara menghitungnya dengan kata-kata. Boleh menyusul.",
    "satuan": "Misalnya %, indeks, dokumen, orang.",
    "tipe_nilai": "Jenis angkanya. Boleh kosong.",
    "isian": "Nilai: satu angka. Pembilang dan penyebut: dua angka, sistem yang membaginya. Kosong: menurut metodenya.",
    "metode": "Hubungan angka triwulan dengan angka setahun: dijumlahkan, dirata-ratakan, posisi terakhir, dsb.",
    "rumus": "Makin tinggi makin baik, makin rendah makin baik, atau stabil.",
    "desimal": "Berapa angka di belakang koma, 0 sampai 6. Kosong: menurut satuannya.",
    "label_pembilang": "Sebutan pembilang indikator rasio, misalnya “Pengaduan selesai”.",
    "label_penyebut": "Sebutan penyebutnya, misalnya “Pengaduan masuk”.",
    "bagian": "Bagian yang mengisi angkanya: pilih kodenya dari daftar.",
    "sumber_data": "Dari mana angkanya diambil. Boleh menyusul.",
    "frekuensi": "Seberapa sering diukur, misalnya triwulanan. Boleh menyusul.",
    "media": "Bukti atau dokumen yang memuatnya. Boleh menyusul.",
    "alasan": "Mengapa indikator ini dipilih. Boleh menyusul.",
    "dasar_penetapan": "Dasar penetapannya, misalnya keputusan Camat tentang IKU. Boleh menyusul.",
    "baseline": "Angka awal sebelum Renstra berjalan. Boleh kosong.",
    "baseline_tahun": "Tahun angka awal itu.",
    "iku": "Ya bila termasuk Indikator Kinerja Utama. Kosong berarti tidak.",
    "TH": "Target setahun menurut Perjanjian Kinerja.",
    **{f"TW{n}": "Target triwulan ini. Kosong: tidak diukur; 0: diukur, belum direncanakan. Sedikitnya satu triwulan."
       for n in (1, 2, 3, 4)},
    "aktivitas": "Yang dikerjakan untuk mencapainya, satu aktivitas satu baris (Alt+Enter). Boleh menyusul.",
}  # fmt: skip
CONTOH_BARIS: Mapping[str, Any] = {
    "kode_tujuan": "T1", "tujuan": "Meningkatnya kualitas pelayanan publik", "jenjang": "Camat", "kode_sasaran": "S1",
    "sasaran": "Meningkatnya kepuasan masyarakat", "kode": CONTOH, "nama": "Indeks Kepuasan Masyarakat",
    "satuan": "indeks", "tipe_nilai": TIPE_NAMA[TipeNilai.INDEKS], "isian": "Nilai", "desimal": 2,
    "metode": METODE_NAMA[Metode.RATA_RATA], "rumus": RUMUS_NAMA[Rumus.POSITIF], "bagian": "(kode bagian)",
    "frekuensi": "triwulanan", "iku": "Ya", **dict.fromkeys(("TH", "TW1", "TW2", "TW3", "TW4"), Decimal("86.00")),
}  # fmt: skip
"""How a row is filled in; none of it is of this office."""
