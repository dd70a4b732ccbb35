"""What the form "Rencana Aksi" tells who fills it in; line by line, the first as a title."""

PETUNJUK_ISI = (
    "CARA MENGISI RENCANA AKSI",
    "1. Satu baris untuk satu indikator. Tambahkan indikator baru pada baris kosong di bawahnya.",
    "2. Target tahunan adalah angka menurut Perjanjian Kinerja (PK). Target triwulan yang kosong berarti tidak "
    "diukur pada triwulan itu; 0 berarti diukur, tetapi belum ada yang direncanakan.",
    "3. Metode menentukan hubungan target triwulan dengan target tahunan. Jumlah: keempatnya dijumlahkan. "
    "Rata-rata: dirata-ratakan. Kumulatif dan posisi akhir: target triwulan terakhir. "
    "Rasio: sama pada setiap triwulan. Tahunan: satu triwulan saja (triwulan IV bila dikosongkan).",
    "4. Indikator rasio diisi pembilang dan penyebut. Tulis sebutannya, misalnya “Pengaduan selesai” dan “Pengaduan "
    "masuk”.",
    "5. Penanggung Jawab diisi kode bagian dari daftar pilihan.",
    "6. Untuk PK perubahan, pilih “baru (perubahan)” pada Versi PK, isi nomor, tanggal, triwulan mulai berlaku, dasar "
    "menurut PermenPAN-RB 53/2014, dan alasannya. Target triwulan sebelum itu tetap menurut PK sebelumnya.",
    "7. Tujuan diisi pada sasaran Camat. Indikator keluaran diisi Kode Anggaran (program, kegiatan, atau sub "
    "kegiatan), dan kolom sasarannya dikosongkan.",
    "8. Aktivitas memuat yang dikerjakan untuk mencapai target, satu aktivitas satu baris (Alt+Enter di dalam sel).",
    "9. Sel kosong pada kolom selain target tidak menghapus catatan. Simpan sebagai .xlsx, lalu unggah.",
)
