"""The sentence plans, declared: one for each standing and direction. The same figures give the same words.

Names in braces are filled by lakip.narasi.kalimat; figures become references. Nothing here counts or decides.
"""

from lakip.narasi.arah import Arah, Gerak, Hasil, Mutu

# How the realisasi stands to the target of its periode.
CAPAIAN = {
    (Arah.TINGGI, Hasil.LAMPAUI): "{nama} pada {waktu} terealisasi {realisasi}, melampaui target {target}.",
    (Arah.TINGGI, Hasil.TEPAT): "{nama} pada {waktu} terealisasi {realisasi}, sesuai dengan target.",
    (Arah.TINGGI, Hasil.KURANG): "{nama} pada {waktu} terealisasi {realisasi} dari target {target}.",
    (Arah.RENDAH, Hasil.LAMPAUI): "{nama} pada {waktu} terealisasi {realisasi}, lebih rendah daripada target paling "
    "tinggi {target}.",
    (Arah.RENDAH, Hasil.TEPAT): "{nama} pada {waktu} terealisasi {realisasi}, sama dengan target paling tinggi.",
    (Arah.RENDAH, Hasil.KURANG): "{nama} pada {waktu} terealisasi {realisasi}, melebihi target paling tinggi {target}.",
    (Arah.DEKAT, Hasil.LAMPAUI): "{nama} pada {waktu} terealisasi {realisasi} terhadap target {target}.",
    (Arah.DEKAT, Hasil.TEPAT): "{nama} pada {waktu} terealisasi {realisasi}, sesuai dengan target.",
    (Arah.DEKAT, Hasil.KURANG): "{nama} pada {waktu} terealisasi {realisasi} terhadap target {target}.",
}
CAPAIAN_NOL = {
    Hasil.TEPAT: "{nama} pada {waktu} terealisasi {realisasi}, sesuai dengan target nol.",
    Hasil.KURANG: "{nama} pada {waktu} terealisasi {realisasi}, sedangkan targetnya nol.",
}
PASANGAN = (
    "Angka tersebut dihitung dari {label_pembilang} {sebesar} {pembilang} dibandingkan dengan {label_penyebut} "
    "{sebesar} {penyebut}."
)
NILAI = {
    Arah.TINGGI: "Capaian kinerjanya {capaian}, termasuk kategori {kategori}.",
    Arah.RENDAH: "Karena indikator ini semakin rendah semakin baik, capaian kinerjanya {capaian}, termasuk kategori "
    "{kategori}.",
    Arah.DEKAT: "Karena indikator ini semakin dekat dengan target semakin baik, capaian kinerjanya {capaian}, termasuk "
    "kategori {kategori}.",
}
CAPAIAN_SEMENTARA = "{nama} pada {waktu} untuk sementara terealisasi {realisasi} dari target {target}."
NILAI_SEMENTARA = "Capaian sementaranya {capaian} dan belum diberi kategori."
BANDING_SEMENTARA = "Perbandingan antartahun disajikan setelah angkanya lengkap dan dibenarkan."
TAHUN_PENILAIAN = "Angka tersebut merupakan hasil penilaian tahun {tahun_penilaian}."

# Why there is no capaian.
TANPA_CAPAIAN = {
    "belum_diisi": "Realisasi {nama} pada {waktu} belum diisi, sehingga capaiannya belum dapat dihitung.",
    "belum_waktunya": "{nama} belum diukur pada {waktu}{jadwal}.",
    "belum_lengkap": "{nama} baru dinilai setelah seluruh triwulan pada {waktu} terisi, sehingga capaiannya "
    "belum dihitung.",
    "tanpa_target": "{nama} tidak mempunyai target pada {waktu}, sehingga capaiannya tidak dihitung.",
    "tidak_tersedia": "Data {nama} pada {waktu} tidak tersedia{alasan}, sehingga capaiannya tidak dihitung.",
    "penyebut_nol": "Capaian {nama} pada {waktu} tidak dapat dihitung karena {label_penyebut} berjumlah nol.",
}

# Against the same periode of the tahun before.
TAHUN_LALU = {
    (Arah.TINGGI, Gerak.NAIK): "Dibandingkan dengan {waktu_lalu}, realisasi tersebut meningkat {selisih}.",
    (Arah.TINGGI, Gerak.TURUN): "Dibandingkan dengan {waktu_lalu}, realisasi tersebut menurun {selisih}.",
    (Arah.TINGGI, Gerak.TETAP): "Realisasi tersebut sama dengan realisasi {waktu_lalu}.",
    (Arah.RENDAH, Gerak.NAIK): "Dibandingkan dengan {waktu_lalu}, realisasi tersebut naik {selisih}, yang berarti "
    "kinerja menurun.",
    (Arah.RENDAH, Gerak.TURUN): "Dibandingkan dengan {waktu_lalu}, realisasi tersebut turun {selisih}, yang berarti "
    "kinerja membaik.",
    (Arah.RENDAH, Gerak.TETAP): "Realisasi tersebut sama dengan realisasi {waktu_lalu}.",
    (Arah.DEKAT, Gerak.NAIK): "Dibandingkan dengan {waktu_lalu}, realisasi tersebut naik {selisih}{jarak}.",
    (Arah.DEKAT, Gerak.TURUN): "Dibandingkan dengan {waktu_lalu}, realisasi tersebut turun {selisih}{jarak}.",
    (Arah.DEKAT, Gerak.TETAP): "Realisasi tersebut sama dengan realisasi {waktu_lalu}.",
}
JARAK = {
    Mutu.MEMBAIK: " dan menjadi lebih dekat dengan targetnya",
    Mutu.MENURUN: " dan menjadi lebih jauh dari targetnya",
    Mutu.TETAP: ", dengan jarak yang sama terhadap targetnya",
}
TANPA_TAHUN_LALU = "Realisasi {waktu_lalu} tidak tersedia, sehingga perbandingan dengan tahun lalu tidak disajikan."
AWAL = {True: "tahun {tahun} (kondisi awal)", False: "kondisi awal"}
KONDISI_AWAL = "Kondisi awalnya {awal}."
TAHUN_LALU_BERBEDA = "Cara pengukuran pada {waktu_lalu} berbeda, sehingga realisasinya tidak dibandingkan."
TAHUN_LALU_SEMENTARA = "Realisasi {waktu_lalu} belum lengkap, sehingga belum dapat dibandingkan."
DERET_DUA = "Realisasi kedua tahun tersebut {realisasi}, dengan capaian {capaian}."
DERET_DUA_TETAP = "Capaian kedua tahun tersebut {capaian_tahun}."
DERET_TETAP = "Selama {banyak} tahun terakhir realisasinya tetap, dengan capaian {capaian_tahun}."
DERET = (
    "Realisasi berturut-turut {realisasi}, dengan capaian {capaian}; dalam {banyak} tahun tersebut realisasinya {tren}."
)
TREN = {
    (Arah.TINGGI, Gerak.NAIK): "cenderung meningkat",
    (Arah.TINGGI, Gerak.TURUN): "cenderung menurun",
    (Arah.RENDAH, Gerak.NAIK): "cenderung naik sehingga perlu ditekan",
    (Arah.RENDAH, Gerak.TURUN): "cenderung turun ke arah yang lebih baik",
    (Arah.DEKAT, Gerak.NAIK): "cenderung naik",
    (Arah.DEKAT, Gerak.TURUN): "cenderung turun",
} | {(a, g): w for a in Arah for g, w in ((Gerak.TETAP, "tidak berubah"), (Gerak.NAIK_TURUN, "naik turun"))}
# Against the periode just before, in the same tahun.
SEBELUM = {
    Gerak.NAIK: "Terhadap {waktu_sebelum} ({sebelum}), realisasi naik {selisih}.",
    Gerak.TURUN: "Terhadap {waktu_sebelum} ({sebelum}), realisasi turun {selisih}.",
    Gerak.TETAP: "Terhadap {waktu_sebelum}, realisasi tidak berubah.",
}

# Against the last target of the Renstra: reached or not.
RENSTRA = {
    (Arah.TINGGI, True): "Target akhir Renstra tahun {tahun_renstra} sebesar {target_renstra} telah tercapai.",
    (Arah.TINGGI, False): "Terhadap target akhir Renstra tahun {tahun_renstra} sebesar {target_renstra}, realisasi ini "
    "mencapai {kemajuan}, sehingga masih diperlukan kenaikan {selisih}.",
    (Arah.RENDAH, True): "Realisasi ini telah memenuhi target akhir Renstra tahun {tahun_renstra}, yaitu paling tinggi "
    "{target_renstra}.",
    (Arah.RENDAH, False): "Target akhir Renstra tahun {tahun_renstra} paling tinggi {target_renstra}, sehingga masih "
    "diperlukan penurunan {selisih}.",
    (Arah.DEKAT, True): "Target akhir Renstra tahun {tahun_renstra} sebesar {target_renstra} telah tercapai.",
    (Arah.DEKAT, False): "Realisasi ini berselisih {selisih} dari target akhir Renstra tahun {tahun_renstra} sebesar "
    "{target_renstra}.",
}
RENSTRA_TAHUNAN = (
    "Kemajuan terhadap target akhir Renstra tahun {tahun_renstra} sebesar {target_renstra} dinilai pada akhir tahun, "
    "karena realisasi {waktu} baru memuat sebagian tahun."
)

# Against a published figure.
BANDING = {
    (Gerak.NAIK, True): "lebih tinggi {selisih} daripada {cakupan} sebesar {angka} (sumber: {sumber})",
    (Gerak.TURUN, True): "lebih rendah {selisih} daripada {cakupan} sebesar {angka} (sumber: {sumber})",
    (Gerak.TETAP, True): "sama dengan {cakupan} (sumber: {sumber})",
}
BANDING_KALIMAT = "Realisasi {nama} {deret}."
TANPA_BANDING = "Angka pembanding tingkat kabupaten, provinsi, atau nasional untuk indikator ini tidak tersedia."

# Causes and efforts, in the words of the bagian.
PENDUKUNG = {
    Hasil.LAMPAUI: "Keberhasilan tersebut didukung oleh hal berikut: {isi}.",
    Hasil.TEPAT: "Keberhasilan tersebut didukung oleh hal berikut: {isi}.",
    Hasil.KURANG: "Meskipun target belum tercapai, terdapat faktor pendukung berikut: {isi}.",
}
PENGHAMBAT = {
    Hasil.LAMPAUI: "Hambatan yang dihadapi dalam pelaksanaannya: {isi}.",
    Hasil.TEPAT: "Hambatan yang dihadapi dalam pelaksanaannya: {isi}.",
    Hasil.KURANG: "Belum tercapainya target disebabkan oleh hal berikut: {isi}.",
}
PENDUKUNG_SEMENTARA = "Faktor pendukung yang dicatat: {isi}."
PENGHAMBAT_SEMENTARA = "Hambatan yang dicatat: {isi}."
UPAYA = "Upaya dan alternatif solusi yang ditempuh: {isi}."

# What to do, by how it stands (place of the kategori of five) and whether it got better.
SARAN_TERCAPAI = {
    None: "{bagian} perlu mempertahankan capaian ini pada periode berikutnya.",
    Mutu.MEMBAIK: "{bagian} perlu mempertahankan perbaikan ini dan menjadikannya cara kerja yang baku.",
    Mutu.TETAP: "{bagian} perlu mempertahankan capaian ini dan mencari peluang peningkatannya.",
    Mutu.MENURUN: "Meskipun target tercapai, {bagian} perlu mencermati penurunan dibandingkan dengan tahun lalu agar "
    "tidak berlanjut.",
}
SARAN_JAUH = "Karena capaiannya jauh di atas target, besaran target tahun berikutnya perlu ditinjau kembali."
SARAN_KURANG = {
    1: "{bagian} perlu menyelesaikan tindak lanjut di atas agar selisih yang kecil terhadap target tertutup pada "
    "periode berikutnya.",
    2: "{bagian} perlu mempercepat tindak lanjut di atas dan melaporkan kemajuannya setiap triwulan.",
    3: "{bagian} perlu memperkuat pelaksanaan tindak lanjut di atas dengan pemantauan setiap bulan oleh Sekretaris "
    "Kecamatan.",
    4: "{bagian} perlu menyusun langkah perbaikan dengan batas waktu yang jelas dan melaporkannya kepada Camat setiap "
    "bulan.",
    5: "{bagian} bersama Camat perlu mengevaluasi secara menyeluruh strategi, aktivitas, dan anggaran indikator ini.",
}
SARAN_TANPA_DATA = "{bagian} perlu memastikan data indikator ini tersedia pada periode berikutnya."

# ---------------------------------------------------------------- a sasaran, by the seven analyses of 53/2014

S_UKURAN = "Sasaran “{uraian}” diukur dengan {jumlah} indikator kinerja."
S_DINILAI_SEMUA = "Seluruh indikator telah dinilai: {rincian}."
S_DINILAI_SATU = "Seluruh indikator telah dinilai dan {rincian}."
S_SATU = {
    True: "Indikator tersebut mencapai atau melampaui target.",
    False: "Indikator tersebut belum mencapai target.",
}
S_DINILAI = "Sebanyak {dinilai} indikator telah dinilai, yaitu {rincian}; selebihnya belum dinilai, yaitu {sisa}."
S_BELUM = "Belum ada indikator yang dapat dinilai pada {waktu}."
S_TERCAPAI_SEMUA = "semuanya mencapai atau melampaui target"
S_TERCAPAI = "{n} indikator mencapai atau melampaui target"
S_KURANG = "{n} indikator belum mencapai target, yaitu {nama}"
S_KURANG_SEMUA = "semuanya belum mencapai target, yaitu {nama}"
S_RATA = "Rata-rata capaian sasaran ini {tanpa_batas}{dengan_batas}, termasuk kategori {kategori}."
S_BATAS = " tanpa batas, atau {nilai} dengan batas {batas}"
S_BATAS_SAMA = ", baik tanpa batas maupun dengan batas {batas}"
S_GERAK = {
    Mutu.MEMBAIK: "realisasi {n} indikator membaik, yaitu {nama}",
    Mutu.MENURUN: "realisasi {n} indikator menurun, yaitu {nama}",
    Mutu.TETAP: "realisasi {n} indikator tetap, yaitu {nama}",
}
S_GERAK_TANPA_TARGET = "{nama} tidak dinilai membaik atau menurun karena target {waktu_lalu} tidak tersedia"
S_GERAK_KALIMAT = "Dibandingkan dengan {waktu_lalu}, {deret}."
S_GERAK_KOSONG = "Realisasi {waktu_lalu} tidak tersedia untuk dibandingkan."
S_GERAK_BERBEDA = (
    "Realisasi {waktu_lalu} tidak dibandingkan karena cara pengukuran atau kelengkapan datanya berbeda dari {waktu}."
)
S_GERAK_SEMENTARA = "Perbandingan dengan {waktu_lalu} disajikan setelah angkanya lengkap dan dibenarkan."
S_RATA_LALU = "Rata-rata capaian sasaran (tanpa batas) {gerak}, dari {lalu} menjadi {kini}."
S_RATA_SAMA = "Rata-rata capaian sasaran (tanpa batas) sama dengan {waktu_lalu}, yaitu {kini}."
S_RENSTRA_SEMUA = "Seluruh target akhir Renstra tahun {tahun} pada sasaran ini telah tercapai."
S_RENSTRA = (
    "Dari {n} indikator bertarget Renstra yang telah dinilai, {sudah} telah memenuhi target akhir tahun {tahun}; yang "
    "belum adalah {belum}."
)
S_RENSTRA_SEBAGIAN = (
    "Target akhir Renstra tahun {tahun} telah tercapai pada {n} indikator yang telah dinilai; yang lain dinilai "
    "setelah angkanya lengkap."
)
S_RENSTRA_BELUM = "Target akhir Renstra tahun {tahun} belum tercapai; kemajuannya adalah {belum}."
S_RENSTRA_SEMENTARA = (
    "Kemajuan terhadap target akhir Renstra tahun {tahun} dinilai setelah angkanya lengkap dan dibenarkan."
)
S_RENSTRA_TAHUNAN = "Kemajuan terhadap target akhir Renstra tahun {tahun} dinilai pada akhir tahun."
S_BANDING = "{nama} berada {deret}"
S_TANPA_BANDING = "Angka pembanding tingkat kabupaten, provinsi, atau nasional untuk sasaran ini tidak tersedia."
S_SEBAB_BAIK = "Keberhasilan pada sasaran ini terutama didukung oleh: {isi}."
S_SEBAB_KURANG = "Hambatan yang menyebabkan target belum tercapai: {isi}."
S_HAMBATAN = "Hambatan yang dihadapi: {isi}."
S_SOLUSI = "Alternatif solusi yang ditempuh: {isi}."
S_SEBAB_BELUM = "Penyebab keberhasilan atau kegagalan dianalisis setelah indikator sasaran ini dinilai."

# Efficiency is told only where capaian is reached (domain.md 3.8).
EFISIENSI = {
    "efisien": "Dengan capaian {capaian} dan serapan anggaran {serapan}, selisihnya {efisiensi}, sehingga penggunaan "
    "sumber daya {apa} dinilai efisien.",
    "cukup efisien": "Dengan capaian {capaian} dan serapan anggaran {serapan}, selisihnya {efisiensi}, sehingga "
    "penggunaan sumber daya {apa} dinilai cukup efisien.",
    "tidak efisien": "Dengan capaian {capaian} dan serapan anggaran {serapan}, selisihnya {efisiensi}, sehingga "
    "penggunaan sumber daya {apa} dinilai tidak efisien.",
    "tidak dinilai efisien": "Capaian {apa} sebesar {capaian} belum mencapai 100\u00a0%, sehingga serapan anggaran "
    "{serapan} tidak dinilai sebagai efisiensi.",
}
TANPA_EFISIENSI = {
    "tanpa_kaitan": "Efisiensi belum dapat dinilai karena {apa} belum dikaitkan dengan anggaran.",
    "tanpa_pagu": "Efisiensi tidak dinilai karena {apa} tidak mempunyai pagu anggaran.",
    "tanpa_indikator": "Efisiensi tidak dinilai karena {apa} tidak mempunyai indikator keluaran.",
    "belum_akhir_tahun": "{sampai}, anggaran {apa} terserap {serapan}. Efisiensi dinilai pada akhir "
    "tahun, karena pagu anggaran berlaku untuk satu tahun penuh.",
    "realisasi_belum_lengkap": "Efisiensi belum dapat dinilai karena realisasi anggaran {apa} belum lengkap.",
    "capaian_belum_lengkap": "Efisiensi belum dapat dinilai karena capaian {apa} belum lengkap.",
}
S_PROGRAM = "Sasaran ini didukung oleh {banyak} {tingkat}, yaitu {deret}."
S_PROGRAM_SATU = "{nama} dengan pagu {pagu}, terealisasi {realisasi} atau {serapan}"
S_PROGRAM_PAGU = "{nama} dengan pagu {pagu}, sedangkan realisasinya belum diisi"
S_PROGRAM_KOSONG = "{nama}, yang tidak mempunyai pagu"
S_PORSI = "Menurut porsi keterkaitannya, anggaran sasaran ini {pagu} dan telah terealisasi {realisasi} atau {serapan}."
