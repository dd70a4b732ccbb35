"""What the printed SOP leaves open: each misprint put right, each contradiction, as a question to the office."""

from dataclasses import dataclass

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.store import Store


@dataclass(frozen=True)
class Pertanyaan:
    """`tercetak`: what stands on paper; `dipakai`: what this system took it for; `jawaban` "": still open."""

    kode: str
    hal: str
    tercetak: str
    dipakai: str
    tanya: str
    jawaban: str = ""


PERTANYAAN = (
    Pertanyaan("nomor", "Nomor SOP", "“02 JANUARI 2023”, sebuah tanggal", "dikosongkan", "Berapa nomor SOP ini?"),
    Pertanyaan(
        "nama_unit", "Nama kecamatan", "“PARING SELATAN” pada kepala dan “PARINGIT SELATAN” pada tanda tangan",
        "nama kantor dari halaman Pengaturan", "Bolehkah salah cetak ini dibetulkan pada salinan yang ditandatangani?",
    ),
    Pertanyaan("kolom_staf", "Kolom pelaksana pertama", "“Start/JF”", "“Staf/JF”", "Benarkah maksudnya Staf/JF?"),
    Pertanyaan("kolom_kasubbag", "Kolom pelaksana ketiga", "“Kasubdag”", "“Kasubbag”", "Benarkah maksudnya Kasubbag?"),
    Pertanyaan(
        "nomor_kolom", "Nomor kolom", "1, 2, 3, 4, 4, 5, 6, 8, 9, 10", "1 sampai 11, satu untuk setiap kolom",
        "Apakah ada kolom ketujuh yang hilang?",
    ),
    Pertanyaan(
        "alur", "Simbol dan panah pelaksana", "hanya “Mulai” pada kolom staf langkah 1",
        "alur dugaan menurut uraian dan jenjang jabatan", "Apakah pelaksana tiap langkah sudah sesuai?",
    ),
    Pertanyaan(
        "kualifikasi", "Kualifikasi pelaksana", "tercetak di dalam blok dasar hukum", "dipisahkan ke bloknya sendiri",
        "Apakah pemisahan ini sesuai naskah asli?",
    ),
    Pertanyaan(
        "pencatatan", "Pencatatan dan pendataan", "tidak ada", "ditambahkan: log pelaksanaan SOP setiap triwulan",
        "Blok ini diminta formulir PermenPAN-RB 35/2012. Setujukah isinya?",
    ),
    Pertanyaan(
        "dasar_hukum", "Dasar hukum", "Peraturan Bupati Nomor 19 Tahun 2016", "seperti tercetak",
        "Apakah peraturan itu masih berlaku, atau sudah diganti?",
    ),
    Pertanyaan(
        "langkah_2", "Output langkah 2", "“Disposisi Perjanjian Kinerja dan Rencana Aksi”", "seperti tercetak",
        "Benarkah artinya rekap naik kepada pimpinan dengan disposisi, berlampiran kedua dokumen itu?",
    ),
    Pertanyaan(
        "langkah_4_7", "Output langkah 4 dan 7", "sama dengan syaratnya", "seperti tercetak",
        "Perlukah bukti sosialisasi (undangan, daftar hadir, notulen, foto) disebut sebagai output?",
    ),
    Pertanyaan(
        "langkah_5", "Uraian langkah 5", "“… untuk menyusun laporan”", "“… untuk menyusun laporan semester”",
        "Benarkah kata “semester” terpotong?",
    ),
    Pertanyaan(
        "langkah_6", "Langkah 6", "menyebut laporan tahunan, tetapi output-nya hanya draf semesteran",
        "langkah 6 menghasilkan laporan semester; laporan tahunan disusun pada langkah 8",
        "Apakah kata “dan laporan tahunan” dihapus?",
    ),
    Pertanyaan(
        "langkah_8", "Output langkah 8", "“Laporan Kinerja Semesteran”", "“Laporan Kinerja Tahunan”",
        "Benarkah ini salah cetak?",
    ),
    Pertanyaan(
        "waktu_8", "Waktu langkah 8", "30 menit, sedangkan langkah 6 memakai 5 hari", "seperti tercetak",
        "Apakah 30 menit cukup untuk menyusun laporan tahunan?",
    ),
    Pertanyaan("hari", "Satuan “Hari”", "tidak dijelaskan", "hari kerja", "Benarkah yang dimaksud hari kerja?"),
    Pertanyaan(
        "perbaikan", "Data yang salah", "tidak ada langkah pemeriksaan, pengembalian, pengesahan, dan pengarsipan",
        "disediakan sistem di luar SOP", "Perlukah ditambahkan? Evaluator menanyakannya (BKUR001.3).",
    ),
    Pertanyaan(
        "batas_tanggal", "Batas tanggal", "tidak ada tanggal penyampaian", "tidak ada",
        "Tanggal berapa data setiap triwulan paling lambat disampaikan?",
    ),
)  # fmt: skip


def questions(store: Store, unit: str) -> tuple[Pertanyaan, ...]:
    """All of them, each with the office's answer when there is one."""
    said = {row["kode"]: row["jawaban"] for row in store.read("sop_jawaban", unit=unit).iter_rows(named=True)}
    return tuple(Pertanyaan(q.kode, q.hal, q.tercetak, q.dipakai, q.tanya, said.get(q.kode, "")) for q in PERTANYAAN)


def answer(store: Store, pengguna: Pengguna, unit: str, kode: str, jawaban: str) -> None:
    """Note what the office decided; an empty answer opens the question again."""
    pengguna.require(Izin.PENGATURAN, unit)
    if kode not in {q.kode for q in PERTANYAAN}:
        raise UserError("Pertanyaan itu tidak ada lagi. Muat ulang halaman, lalu pilih lagi.")
    with store.transaction() as tx:
        before = {r["kode"]: r for r in tx.read("sop_jawaban", unit=unit).iter_rows(named=True)}.get(kode)
        row = {"unit": unit, "kode": kode, "versi": before["versi"] + 1 if before else 1, "jawaban": jawaban.strip()}
        tx.insert("sop_jawaban", [{**row, "oleh": pengguna.akun, "pada": periode.now()}])
        jejak.write(
            tx, pengguna.akun, "menjawab pertanyaan SOP", f"{unit}/sop/{kode}", unit=unit,
            jawaban=[before["jawaban"] if before else None, jawaban.strip()],
        )  # fmt: skip
