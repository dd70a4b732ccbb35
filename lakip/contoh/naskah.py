"""What the Kasubbag of the example wrote into the annual report himself, because no record holds it."""

from datetime import date

from lakip import narasi
from lakip.akses import Pengguna
from lakip.contoh.isi import UNIT
from lakip.store import Store

PERIODE = "TH"
TEKS = {
    "sumber_daya": (
        "Pada akhir tahun, Kecamatan Paringin Selatan didukung oleh 22 aparatur sipil negara: 2 orang golongan IV, "
        "14 orang golongan III, dan 6 orang golongan II. Menurut pendidikannya, 3 orang magister, 12 orang sarjana, "
        "2 orang diploma, dan 5 orang lulusan sekolah menengah atas.\n\n"
        "Sarana dan prasarana terdiri atas gedung kantor dengan ruang pelayanan dan aula, 2 kendaraan roda empat, "
        "9 kendaraan roda dua, dan 14 unit komputer."
    ),
    "selisih": (
        "Di antara dokumen perencanaan terdapat {hitung.selisih.jumlah} perbedaan, yang disajikan bersama "
        "penjelasannya pada tabel berikut. Pengukuran dalam laporan ini berpedoman pada Perjanjian Kinerja. "
        "Renja tidak ikut dibandingkan karena belum tersedia saat laporan disusun.\n\n"
        "RKT | RKT disusun sebelum target tahun ini ditetapkan dan masih memuat target tahun sebelumnya. Yang berlaku "
        "adalah target Perjanjian Kinerja.\n"
        "IK-03 IKU | Dokumen IKU memakai sebutan lama. Indikator dan cara menghitungnya sama; namanya disamakan pada "
        "perubahan IKU.\n"
        "IK-06 Renstra | Target dinaikkan dengan Perjanjian Kinerja Perubahan menjelang Perubahan APBD.\n"
        "Persentase partisipasi lembaga kemasyarakatan desa | Belum diperjanjikan karena kehadiran lembaga belum "
        "dicatat di setiap desa. Dikaji kembali pada perubahan Renstra."
    ),
    "tindak_lanjut_lhe": (
        "Memperbaiki indikator supaya menggambarkan hasil, bukan kegiatan | Meninjau indikator bersama Bagian "
        "Organisasi | Kepala Subbagian Perencanaan dan Keuangan | Selesai | Kartu indikator hasil peninjauan\n"
        "Memakai hasil pengukuran triwulan untuk memperbaiki kegiatan | Memantau arahan sosialisasi setiap triwulan | "
        "Sekretaris Kecamatan | Selesai | Notulen sosialisasi"
    ),
}


def write(kasubbag: Pengguna, tahun: int, per: date, store: Store) -> None:
    """Keep each text for the annual report of a tahun, its typed numbers affirmed."""
    isi = narasi.lengkap(store, UNIT, tahun, PERIODE, per)
    for kunci, teks in TEKS.items():
        narasi.save(store, kasubbag, UNIT, tahun, PERIODE, kunci, teks, isi.otomatis[kunci], isi.daftar, yakin=True)
