"""The requirements, in the order of the regulation: PermenPAN-RB 53/2014 Lampiran II and III, then the LKE."""

from collections.abc import Callable

from lakip.praperiksa import isi_laporan as laporan
from lakip.praperiksa import rencana_data as data
from lakip.praperiksa.catatan import Catatan
from lakip.praperiksa.isi import SEMESTER, TAHUN, Jawaban, Syarat, unknown

REVIU, LAPORAN, LKE = (
    "PermenPAN-RB 53/2014 Lampiran III", "PermenPAN-RB 53/2014 Lampiran II", "LKE PermenPAN-RB 88/2021"
)  # fmt: skip


def _by_hand(apa: str) -> Callable[[Catatan], Jawaban]:
    """What no record can tell: somebody has to look."""
    return lambda _: unknown(apa)


SYARAT: tuple[Syarat, ...] = (
    Syarat("I.1", "Menampilkan data penting instansi", REVIU, laporan.signed),
    Syarat("I.2", "Menyajikan informasi target kinerja", REVIU, data.targets),
    Syarat("I.3", "Menyajikan capaian kinerja yang memadai", REVIU, data.complete),
    Syarat("I.4", "Menyajikan lampiran yang mendukung", REVIU, data.attachments),
    Syarat("I.5", "Menyajikan upaya perbaikan ke depan", REVIU, laporan.efforts),
    Syarat("I.6", "Menyajikan akuntabilitas keuangan", REVIU, laporan.money),
    Syarat("II.1", "Disusun oleh unit yang mempunyai tugas untuk itu", REVIU,
           _by_hand("Lihat SK tim penyusun; tidak tercatat di sini.")),
    Syarat("II.2", "Didukung data yang memadai", REVIU, data.proven),
    Syarat("II.3", "Ada mekanisme penyampaian data dari unit kerja ke penyusun", REVIU, data.delivered),
    Syarat("II.4", "Ditetapkan penanggung jawab data di setiap unit kerja", REVIU, data.responsible),
    Syarat("II.5", "Data diyakini keandalannya", REVIU, data.reliable),
    Syarat("II.6", "Analisis diketahui unit kerja terkait", REVIU, laporan.presented),
    Syarat("II.7", "Bukan gabungan laporan unit di bawahnya", REVIU,
           _by_hand("Baca analisis Bab III: harus berbicara tentang kecamatan, bukan per seksi.")),
    Syarat("III.1", "Sasaran laporan sama dengan Perjanjian Kinerja", REVIU, data.agreement),
    Syarat("III.2", "Selaras dengan Renstra", REVIU, data.Against("renstra")),
    Syarat("III.3", "Ketidakselarasan dengan PK atau Renstra dijelaskan", REVIU, laporan.explained, (TAHUN,)),
    Syarat("III.4", "Target laporan sama dengan target Perjanjian Kinerja", REVIU,
           data.Against("pk", "renaksi", apa=("target",))),
    Syarat("III.5", "IKU laporan sama dengan dokumen IKU", REVIU, data.Against("iku")),
    Syarat("III.6", "Perbedaan target atau IKU dijelaskan", REVIU, laporan.explained, (TAHUN,)),
    Syarat("III.7", "Ada perbandingan dengan tahun lalu dan standar", REVIU, laporan.earlier),
    Syarat("III.8", "Indikator cukup mengukur sasaran", REVIU,
           _by_hand("Periksa apakah indikator setiap sasaran menggambarkan hasilnya, bukan keluaran saja.")),
    Syarat("III.10", "Indikator memenuhi kriteria SMART", REVIU, data.cards),
    Syarat("A.1", "Target dan realisasi tahun ini", LAPORAN, laporan.judged),
    Syarat("A.2", "Realisasi dan capaian terhadap tahun-tahun lalu", LAPORAN, laporan.earlier, (TAHUN,)),
    Syarat("A.3", "Realisasi terhadap target jangka menengah Renstra", LAPORAN, laporan.midterm, (TAHUN,)),
    Syarat("A.4", "Realisasi terhadap standar nasional", LAPORAN, laporan.benchmark, (TAHUN,)),
    Syarat("A.5", "Penyebab keberhasilan atau kegagalan", LAPORAN, laporan.causes),
    Syarat("A.6", "Efisiensi penggunaan sumber daya", LAPORAN, laporan.efficiency, (TAHUN,)),
    Syarat("A.7", "Program dan kegiatan yang menunjang", LAPORAN, laporan.programs),
    Syarat("N.1", "Narasi tanpa bagian yang kosong", LAPORAN, laporan.narrative),
    Syarat("N.2", "Narasi sesuai dengan angka yang berlaku", LAPORAN, laporan.fresh),
    Syarat("W", "Disampaikan kepada Bupati paling lambat dua bulan setelah tahun berakhir", LAPORAN,
           laporan.in_time, (TAHUN,)),
    Syarat("BKUR001.3", "Ada mekanisme pengumpulan data kinerja", LKE, data.procedure),
    Syarat("BKUR003.2", "Hasil pengukuran dipakai menyesuaikan strategi, aktivitas, dan anggaran", LKE,
           laporan.adjustment, (SEMESTER,)),
    Syarat("CLAP001.2", "Laporan disusun berkala", LKE, laporan.periodical, (SEMESTER, TAHUN)),
    Syarat("CLAP001.3", "Laporan diformalkan", LKE, laporan.formal),
    Syarat("CLAP001.5", "Laporan dipublikasikan", LKE,
           _by_hand("Simpan tangkapan layar situs web; publikasi tidak tercatat di sini."), (TAHUN,)),
    Syarat("CLAP003.2", "Arahan pimpinan ditindaklanjuti", LKE, laporan.followed),
    Syarat("AREN003.3", "Rencana aksi dipantau", LKE, laporan.monitored),
    Syarat("DVAL003.1", "Rekomendasi LHE tahun lalu ditindaklanjuti", LKE,
           _by_hand("Isi matriks tindak lanjut LHE pada laporan; hasil evaluasi tidak tercatat di sini."), (TAHUN,)),
    Syarat("DVAL004.3", "Rumus dan sumber angka dijelaskan", LKE, laporan.formulas),
)  # fmt: skip
