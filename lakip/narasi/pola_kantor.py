"""The sentence plans of the sections about the whole office."""

PENGANTAR = (
    "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa, karena atas rahmat dan karunia-Nya Laporan Kinerja "
    "{kantor} {masa} dapat diselesaikan.",
    "Laporan ini merupakan pertanggungjawaban {kantor} atas pelaksanaan Perjanjian Kinerja Tahun {tahun}. "
    "Penyusunannya berpedoman pada Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja "
    "Instansi Pemerintah dan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 "
    "Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan "
    "Kinerja Instansi Pemerintah.",
    "Di dalamnya disajikan hasil pengukuran {diukur} indikator kinerja Camat pada {sasaran} sasaran strategis, "
    "analisis capaian, serta realisasi anggaran yang mendukungnya.",
    "Kami menyampaikan terima kasih kepada semua pihak yang telah membantu penyusunan laporan ini. Saran dan masukan "
    "kami harapkan untuk perbaikan kinerja dan pelaporan pada masa mendatang.",
)

LATAR = (
    "Setiap perangkat daerah wajib mempertanggungjawabkan pelaksanaan tugas, fungsi, dan penggunaan anggarannya "
    "melalui laporan kinerja. Laporan kinerja memberikan informasi kinerja yang terukur kepada pemberi mandat dan "
    "menjadi dasar perbaikan berkesinambungan bagi {kantor} untuk meningkatkan kinerjanya.",
)

GAMBARAN = (
    "{kantor} adalah perangkat daerah {kabupaten} yang dipimpin oleh Camat. Camat berkedudukan di bawah dan "
    "bertanggung jawab kepada Bupati melalui Sekretaris Daerah, serta bertugas meningkatkan koordinasi penyelenggaraan "
    "pemerintahan, pelayanan publik, dan pemberdayaan masyarakat desa dan kelurahan di wilayahnya."
)
KEDUDUKAN = "Kantor {kantor} beralamat di {alamat}."
CAMAT = "Camat dijabat oleh {nama}."
STRUKTUR = (
    "Dalam melaksanakan tugasnya Camat dibantu oleh Sekretaris Kecamatan serta {deret}. Setiap bagian bertanggung "
    "jawab mengumpulkan dan membenarkan data indikator kinerjanya."
)
SUMBER_DAYA = "Keadaan pegawai, sarana, dan prasarana {kantor} pada {waktu}:"

RENSTRA_DOKUMEN = (
    "Rencana Strategis Tahun {awal}–{akhir}{nomor} menetapkan {tujuan} tujuan dan {sasaran} sasaran strategis."
)
TUJUAN = "Tujuan yang ingin dicapai adalah {deret}."
DOKUMEN = "Perencanaan tahun {tahun} dituangkan pula dalam {deret}."
PK = "Target kinerja {waktu} berpedoman pada {sebutan} Tahun {tahun}{nomor}{sejak}."
# What the papers hold. Outputs of the budget are pledged in none of them.
PK_CAMAT = "Perjanjian Kinerja Camat memuat {jumlah} indikator kinerja pada {sasaran} sasaran strategis"
PK_SEMUA = (
    "{camat}; bersama Perjanjian Kinerja jabatan di bawahnya, seluruhnya {semua} indikator kinerja pada "
    "{sasaran_semua} sasaran"
)
PK_KELUARAN = (
    "Laporan ini memuat juga {keluaran} indikator keluaran program, kegiatan, dan sub kegiatan, yang tidak termasuk "
    "Perjanjian Kinerja."
)
PK_ALASAN = "Perubahan tersebut dilakukan karena {alasan}."
PAGU = "Pelaksanaannya didukung oleh {program} program dengan pagu anggaran {pagu}{perubahan}."

PERBEDAAN = (
    "Di antara dokumen perencanaan tahun {tahun} terdapat {jumlah} perbedaan, yang disajikan bersama penjelasannya "
    "pada tabel berikut. Pengukuran dalam laporan ini berpedoman pada Perjanjian Kinerja."
)
PERBEDAAN_NIHIL = (
    "Tidak terdapat perbedaan indikator, satuan, dan target di antara dokumen perencanaan tahun {tahun} yang "
    "dibandingkan, yaitu {deret}."
)
PERBEDAAN_BELUM = "Belum ada dua dokumen perencanaan tahun {tahun} yang dapat dibandingkan."
TAK_DIBANDINGKAN = "Dokumen yang belum tersedia saat laporan disusun tidak ikut dibandingkan: {deret}."

ISU = "Permasalahan utama yang dihadapi {kantor} pada {waktu} adalah {deret}."
ISU_BUTIR = "{nama}: {isi}"
ISU_NIHIL = "Seluruh indikator yang dinilai mencapai target dan tidak ada hambatan yang dicatat pada {waktu}."
ISU_STRATEGIS = "Aspek strategis yang menjadi perhatian {kantor} adalah {deret}."

IKHTISAR = (
    "Laporan Kinerja {kantor} {masa} menyajikan capaian {diukur} dari {jumlah} indikator kinerja Camat pada {sasaran} "
    "sasaran strategis."
)
IKHTISAR_DIUKUR_SEMUA = (
    "Laporan Kinerja {kantor} {masa} menyajikan capaian {jumlah} indikator kinerja Camat pada {sasaran} "
    "sasaran strategis."
)
IKHTISAR_HAMBATAN = "Hambatan yang dihadapi adalah {deret}."
IKHTISAR_UPAYA = "Upaya yang dilakukan adalah {deret}."
# What is counted ({apa}), how many of it are measured and judged, and how these turned out: see lakip.narasi.hitungan.
DIUKUR_SEMUA = "Seluruh {jumlah} {apa} diukur dan dinilai pada {waktu}"
DIUKUR_SEBAGIAN = "Dari {jumlah} {apa}, {diukur} diukur pada {waktu} dan {dinilai} telah dinilai"
DIUKUR_SATU = "Dari {jumlah} {apa}, {diukur} diukur pada {waktu} dan baru {dinilai} yang dinilai"
HASIL = {
    (True, True): ": {tercapai} mencapai atau melampaui target dan {kurang} belum mencapai target.",
    (True, False): ", semuanya mencapai atau melampaui target.",
    (False, True): ", semuanya belum mencapai target.",
}
HASIL_SATU = {
    True: ", dengan hasil mencapai atau melampaui target.",
    False: ", dengan hasil belum mencapai target.",
}
BELUM_DINILAI = "Belum ada {apa} yang dapat dinilai pada {waktu}."
RATA = (
    "Rata-rata capaian indikator kinerja Camat yang dinilai {tanpa_batas}{dengan_batas}, termasuk kategori {kategori}."
)
SEMENTARA_BANYAK = (
    "Angka {banyak} indikator kinerja Camat masih bersifat sementara dan tidak diikutkan dalam rata-rata."
)
SEMENTARA = "Angka {nama} masih bersifat sementara dan tidak diikutkan dalam rata-rata."
PER_SASARAN = "Menurut sasaran strategis, rata-rata capaian yang telah dinilai adalah {deret}."
SASARAN_SATU = "{uraian} ({rata}, {kategori})"
BELUM_TERCAPAI = "Indikator kinerja Camat yang belum mencapai target adalah {deret}."
ANGGARAN_RINGKAS = "{sampai}, anggaran terserap {serapan}, yaitu {realisasi} dari pagu {pagu}."

ANGGARAN = (
    "{sampai}, realisasi anggaran {kantor} berjumlah {realisasi} dari pagu {pagu}, atau terserap "
    "{serapan}, dengan sisa {sisa}."
)
ANGGARAN_RENCANA = {
    "di atas": "Serapan tersebut berada di atas rencana penarikan anggaran sebesar {target}.",
    "di bawah": "Serapan tersebut masih di bawah rencana penarikan anggaran sebesar {target}.",
    "sama": "Serapan tersebut sesuai dengan rencana penarikan anggaran.",
}
ANGGARAN_UJUNG = (
    "Serapan tertinggi terdapat pada {tinggi} sebesar {serapan_tinggi}, sedangkan yang terendah pada {rendah} "
    "sebesar {serapan_rendah}."
)
ANGGARAN_KOSONG = "Realisasi anggaran {waktu} belum diisi; pagunya {pagu}."

ANGGARAN_SEMENTARA = "Angka tersebut bersifat sementara karena realisasi sebagian sub kegiatan belum diisi."

EFISIENSI_AKHIR = (
    "Efisiensi penggunaan sumber daya dinilai pada akhir tahun, karena pagu anggaran berlaku untuk satu tahun "
    "penuh sedangkan capaian {waktu} baru memuat sebagian tahun. {sampai}, serapan anggaran per sasaran "
    "adalah {deret}."
)
EFISIENSI_KAIDAH = (
    "Efisiensi dihitung dari selisih capaian kinerja dan serapan anggaran, dan hanya dinilai apabila capaian "
    "sekurang-kurangnya 100\u00a0%. Selisih di atas 5 poin dinilai efisien, dan selisih sampai dengan 5 poin cukup "
    "efisien."
)
EFISIENSI_BAND = "Penggunaan sumber daya dinilai {band} pada {deret}."
EFISIENSI_TIDAK = "Efisiensi tidak dinilai pada {deret}, karena capaiannya belum mencapai 100\u00a0%."
EFISIENSI_BELUM = "Efisiensi belum dapat dinilai pada {deret}."

STRATEGI_TETAP = (
    "Seluruh indikator yang dinilai pada {waktu} mencapai target, sehingga strategi yang telah ditetapkan dilanjutkan."
)
STRATEGI = (
    "Berdasarkan hasil pengukuran {waktu}, strategi disesuaikan dengan mengutamakan indikator kinerja Camat yang "
    "belum mencapai target, yaitu {deret}."
)
STRATEGI_PK = (
    "Target tahun {tahun} telah lebih dahulu disesuaikan dalam Perjanjian Kinerja Perubahan{nomor} yang berlaku sejak "
    "Triwulan {sejak}{alasan}."
)
ARAHAN = "Arahan Camat yang menjadi dasar penyesuaian: {deret}."
AKTIVITAS = "Aktivitas yang disesuaikan atau dipercepat adalah {deret}."
AKTIVITAS_TETAP = "Tidak diperlukan penyesuaian aktivitas; rencana aksi dilaksanakan sesuai dengan jadwal."
AKTIVITAS_BUTIR = "{isi} ({nama}, oleh {bagian})"
DPPA = "Pagu anggaran berubah dari {murni} menjadi {pagu} melalui perubahan anggaran."
DPPA_TETAP = "Pagu anggaran sebesar {pagu} tidak berubah."
DPPA_BUTIR = "Perubahan pagu terdapat pada {deret}."
SERAPAN_RENDAH = "Serapan program berikut masih di bawah rencana penarikannya dan perlu dipercepat: {deret}."
SERAPAN_AKHIR = (
    "Sampai akhir tahun anggaran, serapan program berikut di bawah rencana penarikannya: {deret}. Sisanya menjadi "
    "bahan penyusunan anggaran dan rencana penarikan tahun berikutnya."
)
SERAPAN_SESUAI = (
    "Serapan seluruh program sesuai dengan atau di atas rencana penarikannya, sehingga tidak diperlukan pergeseran "
    "anggaran."
)

SIMPULAN = (
    "Secara umum, kinerja {kantor} pada {waktu} termasuk kategori {kategori} dengan rata-rata capaian {rata}{batas}."
)
SIMPULAN_SEMENTARA = (
    "Untuk sementara, rata-rata capaian {kantor} pada {waktu} adalah {rata}{batas}. Kinerja belum dapat disimpulkan "
    "karena baru {dinilai} dari {diukur} indikator kinerja Camat yang diukur telah dinilai."
)
SIMPULAN_BELUM = (
    "Kinerja {kantor} pada {waktu} belum dapat disimpulkan karena belum ada indikator kinerja Camat yang dinilai."
)
LANGKAH_BUTIR = "{nama} (capaian {capaian}), oleh {bagian}: {isi}."
LANGKAH_TETAP = (
    "Capaian yang telah diraih dipertahankan melalui pemantauan setiap triwulan dan pelaksanaan rencana aksi "
    "sesuai dengan jadwal."
)
LANGKAH_ARAHAN = "Arahan pimpinan yang masih ditindaklanjuti: {deret}."
LANGKAH_LAINNYA = (
    "Tindak lanjut atas {kurang} indikator lainnya yang belum mencapai target disajikan pada tabel faktor pendukung, "
    "kendala, dan tindak lanjut dalam Bab III."
)
LANGKAH_BELUM = (
    "Langkah perbaikan atas indikator yang belum dinilai ditetapkan setelah angkanya lengkap dan dibenarkan."
)

# The verdict on a periode, above everything that is shown of it: see lakip.narasi.putusan.
PUTUSAN_KURANG = "Di bawah target: {kurang} dari {dinilai} indikator Camat yang dapat dinilai."
PUTUSAN_TERCAPAI = "Mencapai target: semua {dinilai} indikator Camat yang dapat dinilai."
PUTUSAN_SATU = {
    True: "Mencapai target: satu-satunya indikator Camat yang dapat dinilai.",
    False: "Di bawah target: satu-satunya indikator Camat yang dapat dinilai.",
}
PUTUSAN_BELUM = "Belum ada indikator Camat yang dapat dinilai."
PUTUSAN_RATA = "Rata-rata capaiannya {rata}."
PUTUSAN_TETAP = "Rata-rata {rata}, tetap seperti {lalu}."
PUTUSAN_GERAK_SAJA = "Rata-rata {rata}, {gerak} dari {lalu}."
PUTUSAN_GERAK = "Rata-rata {rata}, {gerak} dari {lalu}, terutama karena {sebab}."
