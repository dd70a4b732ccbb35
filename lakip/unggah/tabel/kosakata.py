"""The words of headings: which say what. One table, as data; `makna` takes headings apart by it.

Each line holds spellings of one meaning, in plain words. A word that stands nowhere here is not known, and a column
with such a word is not understood.
"""

from collections.abc import Mapping

# What a column holds. Figures first, then what tells rows apart, then words of a form, then what no upload reads.
ANGKA: Mapping[str, str] = {
    "target": (
        "target; target kinerja; target capaian; target capaian kinerja; rencana; rencana target; sasaran target; "
        "target indikator kinerja; besaran target; target pk; trgt; tgt"
    ),
    "realisasi": (
        "realisasi; realisasi kinerja; realisasi capaian; capaian realisasi; realisasi capaian kinerja; nilai "
        "realisasi; capaian realisasi kinerja; realisasi target; realisasi fisik kinerja; realisasi pelaksanaan; real; "
        "rls; actual; realisasi output; realisasi keluaran; terealisasi; realisasi indikator kinerja"
    ),
    "capaian": (
        "capaian; capaian kinerja; tingkat capaian; tingkat capaian kinerja; persentase capaian; % capaian; persen "
        "capaian; capaian %; prosentase capaian; capaian target; ketercapaian; persentase ketercapaian; rasio capaian; "
        "pencapaian; tingkat pencapaian; pencapaian kinerja; skor capaian; tercapai; tingkat capaian kinerja dan "
        "realisasi anggaran; persentase capaian kinerja; capaian indikator kinerja; kinerja capaian"
    ),
    "pembilang": "pembilang; jumlah pembilang; x; numerator",
    "penyebut": "penyebut; jumlah penyebut; y; denominator",
    "pagu": (
        "pagu; anggaran; dpa; alokasi; plafon; jumlah anggaran; pagu indikatif; dana; besaran anggaran; anggaran "
        "belanja; belanja; dppa; apbd"
    ),
    "kas": (
        "anggaran kas; rencana kas; rak; rencana anggaran kas; rencana penarikan; rencana penyerapan; rencana "
        "keuangan; rencana anggaran; rencana belanja"
    ),
    "serapan": (
        "penyerapan; serapan; daya serap; tingkat serapan; penyerapan anggaran; serapan anggaran; persentase "
        "serapan; tingkat penyerapan; penyerapan dana"
    ),
    "bobot": "bobot",
    "baseline": "baseline; kondisi awal; data awal; kondisi eksisting",
    "porsi": "porsi; porsi anggaran; bagian persen; porsi persen; porsi %",
}
# Whose figure it is, where not the office's own; a name may follow.
CAKUPAN: Mapping[str, str] = {
    "kabupaten": "kabupaten; kab; tingkat kabupaten; rata rata kabupaten; kabupaten kota; pemkab",
    "provinsi": "provinsi; propinsi; prov; tingkat provinsi; rata rata provinsi; pemprov",
    "nasional": "nasional; tingkat nasional; rata rata nasional; indonesia",
}
TEMPAT = "desa; kelurahan; kel; ds; rt; rw; dusun; lingkungan"  # a part of the kecamatan; a name may follow
LETAK: Mapping[str, str] = {
    "no": "no; nomor; nomer; urut",
    "kode": (
        "kode; kode indikator; no indikator; kode rekening; kode rek; id indikator; kode ik; kd; kode anggaran; nomor "
        "rekening; no rekening; id; no kode"
    ),
    "nama": (
        "indikator; indikator kinerja; indikator kinerja utama; nama indikator; iku; uraian indikator; indikator "
        "sasaran; indikator sasaran strategis; indikator kinerja kegiatan; ikk; indikator output; indikator kinerja "
        "program; indikator kinerja sasaran; nama indikator kinerja; indikator kinerja individu; indikator kinerja sub "
        "kegiatan; indikator kinerja program outcome dan kegiatan output; indikator kinerja program dan kegiatan; "
        "indikator keluaran; judul indikator; indicator; indikator kinerja program kegiatan"
    ),
    "uraian": (
        "uraian; nama; nomenklatur; urusan program kegiatan; sub kegiatan; kegiatan; program; urusan bidang urusan "
        "program kegiatan sub kegiatan; program kegiatan sub kegiatan belanja; urusan bidang urusan pemerintahan "
        "daerah dan program kegiatan; subkegiatan; urusan pemerintahan daerah dan program kegiatan; program kegiatan "
        "sub kegiatan output; didukung; uraian belanja; urusan bidang urusan pemerintah daerah dan program kegiatan; "
        "nama rekening"
    ),
    "sasaran": (
        "sasaran; sasaran strategis; sasaran kinerja; tujuan sasaran; kinerja utama; sasaran renstra; tujuan dan "
        "sasaran strategis; sasaran perangkat daerah; tujuan dan sasaran; uraian sasaran"
    ),
    "satuan": "satuan; unit satuan; satuan ukur; satuan ukuran; sat; satuan target; satuan indikator; satuan kinerja",
    "kolom_triwulan": "periode; kuartal; quarter; period",
    "kolom_bulan": "bulan",
    "kolom_tahun": "tahun anggaran; tahun laporan; tahun data; year; tahun pelaporan",
}
ISIAN: Mapping[str, str] = {
    "keadaan": "keadaan; status data",
    "alasan": "alasan; alasan tidak tersedia; alasan pemilihan; alasan pemilihan indikator",
    "faktor_pendukung": (
        "faktor pendukung; pendukung; faktor pendorong; faktor keberhasilan; faktor penunjang; faktor pendukung "
        "keberhasilan; faktor pendorong keberhasilan; pendorong; faktor pendorong keberhasilan kinerja; faktor "
        "pendukung pencapaian"
    ),
    "faktor_penghambat": (
        "faktor penghambat; penghambat; kendala; hambatan; permasalahan; penyebab kendala; masalah; faktor penghambat "
        "pencapaian; faktor penghambat pencapaian kinerja"
    ),
    "tindak_lanjut": (
        "tindak lanjut; rencana tindak lanjut; rtl; solusi; upaya perbaikan; rekomendasi; upaya; tindak lanjut yang "
        "diperlukan; tindak lanjut perbaikan; langkah tindak lanjut"
    ),
    "tahun_penilaian": "tahun penilaian; tahun yang dinilai; tahun dinilai; tahun evaluasi; tahun lhe",
    "cara": "cara mengisi",
    "jenjang": "jenjang; tingkat; level",
    "tujuan": "tujuan; tujuan strategis",
    "kode_tujuan": "kode tujuan; no tujuan",
    "kode_sasaran": "kode sasaran; no sasaran",
    "induk": "induk sasaran; induk",
    "definisi": "definisi operasional; definisi; penjelasan",
    "formula": (
        "formula; formulasi; rumus perhitungan; formulasi penghitungan; cara menghitung; rumus penghitungan; formula "
        "perhitungan; penjelasan formulasi penghitungan"
    ),
    "tipe_nilai": "tipe nilai; jenis nilai",
    "isian": "isian; cara isian",
    "metode": "metode; konsolidasi periode; metode agregasi",
    "rumus": "rumus; rumus capaian; polarisasi; arah; polaritas",
    "desimal": "desimal; jumlah desimal",
    "sumber_data": "sumber",
    "frekuensi": "frekuensi",
    "media": "media; bukti",
    "dasar_penetapan": "dasar penetapan",
    "baseline_tahun": "tahun baseline; tahun kondisi awal",
    "ya_iku": "termasuk iku",
    "aktivitas": "aktivitas; langkah aksi; rencana aksi",
    "pj": (
        "penanggung jawab; bagian; pj; pelaksana; penanggungjawab; pengampu; perangkat daerah penanggung jawab; seksi; "
        "unit kerja; bidang; skpd penanggung jawab; opd penanggung jawab"
    ),
    "ada": "ada",
}
LAIN = (
    "keterangan; ket; catatan; lokasi; sumber dana; deviasi; selisih; sisa; sisa anggaran; sisa pagu; kategori; "
    "kriteria; status; predikat; bukti dukung; data dukung; link; tautan; tanggal; waktu; waktu pelaksanaan; jadwal; "
    "kelompok sasaran; prioritas; evaluasi; analisis; nip; jabatan; paraf; verifikasi; interpretasi; sisa dana; silpa; "
    "sifat; jenis; kelompok; fungsi; keterangan lain; eviden; evidence; prognosis; prognosa; rata rata; gap; jenis "
    "belanja; analisa; kondisi; warna; rangking; peringkat; kesimpulan; tren; trend; perbandingan; kenaikan; "
    "penurunan; pertumbuhan; sisa target; sumber pendanaan; metadata; last updated; tanggal input; nama unit; nama "
    "kecamatan; instansi; skpd; opd; perangkat daerah"
)
# In a title: the table tells what was reached, not what is planned.
PENGUKURAN = frozenset((
    "capaian", "evaluasi", "hasil", "laporan", "monev", "monitoring", "pelaporan", "pemantauan",
    "pencapaian", "pengendalian", "pengukuran", "progres", "realisasi", "reviu",
))  # fmt: skip
PERENCANAAN = frozenset(("penetapan", "perjanjian", "renaksi", "rencana", "target"))
# Which part of a thing, besides what and when.
UNSUR: Mapping[str, str] = {
    "kinerja": "k; kinerja; output; keluaran; volume; vol; fisik kinerja",
    "keuangan": "rp; rupiah; keuangan; idr; uang; biaya",
    "fisik": "fisik; progres; progress; kemajuan; bobot fisik",
    "persen": "%; persen; persentase; prosentase; percent; dalam persen; dalam %",
}
BAGIAN: Mapping[str, str] = {
    "laki-laki": "l; laki; pria; lk; lelaki",
    "perempuan": "p; perempuan; wanita; pr",
}
JUMLAH = "jumlah; total; l p; jml; jumlah rata rata; total rata rata; jumlah seluruhnya; gabungan; keseluruhan"
VERSI: Mapping[str, str] = {
    "murni": (
        "murni; awal; induk; sebelum perubahan; sebelum; semula; apbd murni; dpa murni; penetapan; asli; sebelum revisi"
    ),
    "perubahan": (
        "perubahan; setelah perubahan; sesudah perubahan; p; menjadi; setelah; sesudah; revisi; apbdp; apbd p; "
        "perubahan anggaran; apbd perubahan; dpa perubahan; papbd; p apbd"
    ),
}
SKALA: Mapping[str, str] = {
    "ribu": (
        "ribu; ribuan; rp ribu; ribu rp; rp ribuan; ribu rupiah; ribuan rupiah; rp 000; 000; x 1 000; rp 1 000; x "
        "1000; rp 1000; x1000; ribu rp rupiah; dalam ribuan; dalam ribu; dlm ribuan; dlm ribu"
    ),
    "juta": (
        "juta; jutaan; rp juta; juta rp; juta rupiah; jutaan rupiah; rp jutaan; x 1 000 000; rp 000 000; 000 000; "
        "dalam juta; dalam jutaan; jt; dlm juta; dlm jutaan; rp 1 000 000"
    ),
    "miliar": "miliar; milyar; miliar rupiah; milyar rupiah; rp miliar; rp milyar; dalam miliar; dalam milyar",
    "triliun": "triliun; triliun rupiah; trilyun",
}
# Of when, besides the quarters, months and years that `waktu` reads.
SAMPAI = (
    "kumulatif; akumulasi; akumulatif; komulatif; secara kumulatif; year to date; ytd; sejak awal tahun; cumulative; "
    "sejak awal"
)
LAMPAU = "lalu; sebelumnya; n 1; terdahulu; kemarin; tahun n 1"
JANGKA = (
    "renstra; rpjmd; akhir periode; akhir renstra; akhir rpjmd; 5 tahun; lima tahun; jangka menengah; periode renstra; "
    "tahun akhir; renstra perangkat daerah; renstra skpd; target akhir; akhir tahun renstra; akhir periode renstra "
    "perangkat daerah; akhir masa renstra"
)
INI = "ini; berjalan; sekarang; berkenaan; bersangkutan; yang dilaporkan; yang dievaluasi"
SETAHUN = (
    "tahunan; setahun; 1 tahun; satu tahun; pk; tahun; akhir tahun; tahun berjalan; tahun ini; satu tahun anggaran; "
    "renja tahun berjalan; renja; renja tahun; tahun rencana; target akhir tahun; thn; tahun berjalan yang dievaluasi; "
    "renja perangkat daerah; rkt; pertahun; per tahun"
)
DIABAIKAN = frozenset((
    "angka", "atas", "atau", "berdasarkan", "besarnya", "daerah", "dalam", "dampak", "dan", "dari", "data", "dengan",
    "dgn", "di", "dlm", "dr", "hasil", "isi", "isian", "ke", "kecamatan", "kolom", "kota", "masing", "menurut", "n",
    "nilai", "oleh", "opd", "outcome", "pada", "pd", "per", "perangkat", "sebesar", "sesuai", "setempat", "setiap",
    "skpd", "tabel", "tersebut", "untuk", "utk", "yang", "ybs", "yg",
))  # fmt: skip
# In a note pinned to a figure: it may not be the last word, or not the right one.
MERAGUKAN = frozenset((
    "asumsi", "belum", "bukan", "cek", "dikoreksi", "diperbaiki", "diralat", "direvisi", "draf", "draft", "estimasi",
    "ganti", "kira", "keliru", "konfirmasi", "koreksi", "kurang", "lama", "menunggu", "perbaiki", "perbaikan",
    "perkiraan", "prognosis", "ragu", "ralat", "revisi", "salah", "sementara", "seharusnya", "semula", "taksiran",
    "tidak", "verifikasi",
))  # fmt: skip
# Headings of a column that says whose its rows are.
KANTOR = frozenset(
    ("kecamatan", "nama kecamatan", "perangkat daerah", "opd", "skpd", "instansi", "unit", "nama unit", "unit kerja")
)
# Units behind what a column holds: "Target (dokumen)".
SATUAN = frozenset((
    "berkas", "buah", "bulan", "dll", "dok", "dokumen", "dsb", "hari", "indeks", "jam", "kali", "kasus", "kelompok",
    "keluarga", "kk", "lap", "laporan", "lembar", "objek", "orang", "org", "paket", "pemohon", "peserta", "poin",
    "skor", "surat", "titik", "unit", "warga",
))  # fmt: skip
# What reaches over several words of a heading, whatever else stands there: the figure is a comparison of two.
PERBANDINGAN = (
    "terhadap target", "dibanding target", "dibandingkan target", "berbanding target", "dari target", "atas target",
    "realisasi target %", "target vs realisasi", "terhadap pagu", "terhadap anggaran", "dibanding pagu",
    "dari pagu", "realisasi / target", "per target",
)  # fmt: skip
