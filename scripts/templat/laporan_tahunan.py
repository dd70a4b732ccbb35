"""The template of Laporan Kinerja Tahunan (LKjIP): front matter, Bab I, II and IV, and what frames Bab III."""

from docx.shared import Pt
from templat.bab_3_tahunan import bab_3
from templat.bagian_laporan import (
    TUGAS_CAMAT,
    bab_4,
    cover,
    finish,
    frame,
    legal_base,
    lists,
    organisation,
    paragraphs,
    properties,
    signature,
    steps,
    targets,
)
from templat.lampiran_tahunan import annual_plan, appendices, pledges
from templat.naskah import FIRST, Kolom, Naskah


def laporan_tahunan() -> Naskah:
    """The whole template."""
    n = Naskah()
    properties(n, "")
    cover(n)
    _front(n)
    _bab_1(n)
    _bab_2(n)
    bab_3(n)
    bab_4(n, "tahun")
    appendices(n)
    finish(n)
    return n


def _front(n: Naskah) -> None:
    frame(n.section(nomor="lowerRoman"), "")
    n.chapter("", FIRST)
    paragraphs(n, "kata_pengantar")
    signature(n)
    n.chapter("", "IKHTISAR EKSEKUTIF", new_page=True)
    paragraphs(n, "ikhtisar")
    lists(n, apart=True)


def _bab_1(n: Naskah) -> None:
    n.section(nomor="decimal")
    n.chapter("BAB I", "PENDAHULUAN")
    n.section_title("1.1 Latar Belakang dan Dasar Hukum")
    paragraphs(n, "latar")
    legal_base(n)
    n.section_title("1.2 Gambaran Umum")
    paragraphs(n, "gambaran")
    n.body(
        "Berdasarkan Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan, Camat sebagai pemimpin kecamatan di "
        "{{ kabupaten }} bertugas:"
    )
    n.items(TUGAS_CAMAT)
    organisation(
        n,
        "1.3 Struktur Organisasi",
        "Setiap bagian mengumpulkan dan membenarkan data indikator kinerjanya, sebagaimana Tabel 1.1.",
    )
    n.section_title("1.4 Sumber Daya Manusia, Sarana, dan Prasarana")
    paragraphs(n, "sumber_daya")
    n.section_title("1.5 Aspek Strategis dan Permasalahan Utama")
    paragraphs(n, "isu")
    n.section_title("1.6 Sistematika Penyajian")
    n.items(
        [
            "Bab I Pendahuluan: latar belakang, dasar hukum, gambaran umum, organisasi, sumber daya, isu strategis;",
            "Bab II Perencanaan Kinerja: Rencana Strategis, Indikator Kinerja Utama, Rencana Kinerja Tahunan, "
            "Perjanjian Kinerja, Rencana Aksi, dan penjelasan perbedaan di antara dokumen itu;",
            "Bab III Akuntabilitas Kinerja: capaian kinerja organisasi, analisis setiap sasaran, realisasi anggaran, "
            "tindak lanjut hasil evaluasi, dan kelengkapan data;",
            "Bab IV Penutup: simpulan dan langkah perbaikan;",
            "Lampiran: Perjanjian Kinerja, Indikator Kinerja Utama, Rencana Aksi, Rencana Kinerja Tahunan, pengukuran "
            "kinerja, dan sumber angka.",
        ]
    )


def _bab_2(n: Naskah) -> None:
    n.chapter("BAB II", "PERENCANAAN KINERJA", new_page=True)
    paragraphs(n, "perencanaan")
    n.section_title("2.1 Rencana Strategis")
    n.text("Tujuan yang hendak dicapai:", space_after=Pt(3), keep_with_next=True)
    steps(n, "tujuan", "Tujuan belum dicatat.")
    _renstra(n)
    n.section_title("2.2 Indikator Kinerja Utama")
    n.body(
        "Indikator Kinerja Utama (IKU) adalah ukuran keberhasilan setiap sasaran. {{ kalimat_iku }} Kamusnya pada "
        "Lampiran\u00a02."
    )
    _iku(n)
    n.section_title("2.3 Rencana Kinerja Tahunan")
    n.body("Rencana Kinerja Tahunan memuat sasaran, indikator, dan target yang direncanakan untuk tahun {{ tahun }}.")
    annual_plan(n, "Tabel 2.3 Rencana Kinerja Tahunan {{ tahun }}")
    n.section_title("2.4 Perjanjian Kinerja")
    n.body("{{ kalimat_pagu }} Target Perjanjian Kinerja Camat, dengan perubahannya, disajikan pada Tabel 2.4.")
    pledges(n, "Tabel 2.4 Perjanjian Kinerja Tahun {{ tahun }}")
    n.section_title("2.5 Rencana Aksi")
    n.body(
        "Rencana Aksi membagi target tahunan ke dalam triwulan. Tanda – berarti indikator tidak diukur pada triwulan "
        "tersebut. Rencana Aksi seluruh tingkat pada Lampiran\u00a03."
    )
    targets(n, "Tabel 2.5 Rencana Aksi Tahun {{ tahun }}")
    _differences(n)


def _differences(n: Naskah) -> None:
    """Without the section where the potret is older than it."""
    n.tag("{%p if kalimat_selisih or selisih %}")
    n.section_title("2.6 Penjelasan Perbedaan antar Dokumen Perencanaan")
    paragraphs(n, "kalimat_selisih")
    n.tag("{%p if selisih %}")
    n.caption("tabel", "Tabel 2.6 Perbedaan antar Dokumen Perencanaan Tahun {{ tahun }} dan Penjelasannya")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Indikator", "{{ r.indikator }}", 3.2),
            Kolom("Perbedaan", "{{ r.apa }}", 1.9),
            Kolom("Dokumen acuan", "{{ r.acuan }}", 2.9),
            Kolom("Dokumen yang berbeda", "{{ r.dokumen }}", 2.7),
            Kolom("Penjelasan", "{% vm %}{{ s.uraian }}", 3.9),
        ],
        "s in selisih",
        "Tidak ada perbedaan.",
        ukuran=8,
        before=["for r in s.baris"],
        after=["endfor"],
    )
    n.tag("{%p endif %}")
    n.tag("{%p endif %}")


def _renstra(n: Naskah) -> None:
    n.caption("tabel", "Tabel 2.1 Sasaran, Indikator, dan Target Rencana Strategis")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran", "{{ r.sasaran }}", 3.3),
            Kolom("Indikator kinerja", "{{ r.indikator }}", 3.8),
            Kolom("Satuan", "{{ r.satuan }}", 1.5, "tengah"),
            *(Kolom(f"{{{{ tahun_{i} }}}}", f"{{{{ r.tahun_{i} }}}}", 1.2, "kanan") for i in range(1, 6)),
        ],
        "r in renstra",
        "Isi Renstra belum dicatat.",
        ukuran=8,
    )


def _iku(n: Naskah) -> None:
    n.caption("tabel", "Tabel 2.2 Indikator Kinerja Utama")
    n.table(
        [
            Kolom("No.", "{% vm %}{{ s.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran strategis", "{% vm %}{{ s.uraian }}", 5.0),
            Kolom("Indikator Kinerja Utama", "{{ r.indikator }}", 5.6),
            Kolom("Penanggung jawab", "{{ r.bagian }}", 4.0),
        ],
        "s in iku",
        "Indikator Kinerja Utama belum ditetapkan.",
        ukuran=8.5,
        before=["for r in s.baris"],
        after=["endfor"],
    )
