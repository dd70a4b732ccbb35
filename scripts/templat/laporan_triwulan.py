"""The template of Laporan Kinerja Triwulan: its wording and the frame around Bab III."""

from templat.bab_3 import bab_3
from templat.bagian_laporan import (
    bab_4,
    cover,
    finish,
    frame,
    legal_base,
    lists,
    office,
    organisation,
    properties,
    signature,
    sources,
    targets,
)
from templat.naskah import FIRST, Naskah


def laporan_triwulan() -> Naskah:
    """The whole template."""
    n = Naskah()
    properties(n, "triwulan")
    cover(n)
    _front(n)
    _bab_1(n)
    _bab_2(n)
    bab_3(n)
    bab_4(n, "periode")
    _lampiran(n)
    return finish(n)


def _front(n: Naskah) -> None:
    frame(n.section(nomor="lowerRoman"), "triwulan")
    n.chapter("", FIRST)
    n.body(
        "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena atas rahmat-Nya Laporan Kinerja "
        "{{ triwulan }} Tahun {{ tahun }} {{ unit }} {{ kabupaten }} dapat disusun."
    )
    n.body(
        "Laporan ini disusun berdasarkan Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja "
        "Instansi Pemerintah, sebagai pertanggungjawaban atas pelaksanaan Perjanjian Kinerja Tahun "
        "{{ tahun }}. Di dalamnya disajikan target dan realisasi setiap indikator kinerja, capaiannya, realisasi "
        "anggaran, kendala yang dihadapi, serta tindak lanjutnya."
    )
    n.body(
        "Angka dalam laporan ini dihitung dari data yang disampaikan oleh bagian yang bertanggung jawab; "
        "sumber setiap angka tercantum dalam Lampiran.{% if kurang %} Hal yang belum lengkap disebutkan secara terbuka "
        "dalam Bab III.{% endif %}"
    )
    n.body(
        "Kami menyampaikan terima kasih kepada semua pihak yang telah membantu penyusunan laporan ini. Semoga laporan "
        "ini bermanfaat sebagai bahan evaluasi dan perbaikan kinerja pada periode berikutnya."
    )
    signature(n)
    lists(n)


def _bab_1(n: Naskah) -> None:
    n.section(nomor="decimal")
    n.chapter("BAB I", "PENDAHULUAN")
    n.section_title("1.1 Latar Belakang")
    n.body(
        "Setiap perangkat daerah wajib mempertanggungjawabkan keberhasilan dan kegagalan pelaksanaan program dan "
        "kegiatannya secara terukur. Pengukuran kinerja dilakukan secara berkala setiap "
        "triwulan dan setiap tahun dengan membandingkan realisasi terhadap target yang diperjanjikan."
    )
    n.body(
        "{{ unit }} menyusun Laporan Kinerja {{ triwulan }} Tahun {{ tahun }} sebagai laporan kinerja interim, agar "
        "kemajuan pencapaian target tahun {{ tahun }} diketahui sejak dini dan perbaikan dapat segera dilakukan."
    )
    legal_base(n, "1.2 Dasar Hukum")
    n.section_title("1.3 Maksud dan Tujuan")
    n.body(
        "Laporan ini dimaksudkan sebagai pertanggungjawaban kinerja {{ unit }} selama {{ triwulan }} Tahun "
        "{{ tahun }}. Tujuannya adalah menyajikan capaian kinerja secara terukur, mengungkap kendala dan "
        "penyebabnya, serta menjadi dasar tindak lanjut pada triwulan berikutnya."
    )
    office(n, "1.4 Gambaran Umum")
    organisation(n, "1.5 Struktur Organisasi")
    n.section_title("1.6 Sistematika Penyajian")
    n.items(
        [
            "Bab I Pendahuluan: latar belakang, dasar hukum, maksud dan tujuan, gambaran umum, dan organisasi;",
            "Bab II Perencanaan Kinerja: Perjanjian Kinerja, anggaran, dan target triwulan;",
            "Bab III Akuntabilitas Kinerja: cara pengukuran, capaian kinerja, kendala dan tindak lanjut, realisasi "
            "anggaran;",
            "Bab IV Penutup: simpulan dan langkah perbaikan;",
            "Lampiran: sumber angka.",
        ]
    )


def _bab_2(n: Naskah) -> None:
    n.chapter("BAB II", "PERENCANAAN KINERJA", new_page=True)
    n.section_title("2.1 Perjanjian Kinerja")
    n.body("{{ kalimat_pk }}")
    n.section_title("2.2 Anggaran")
    n.body("{{ kalimat_pagu }}")
    n.section_title("2.3 Target Tahunan dan Target Triwulan")
    n.body(
        "Target tahunan indikator kinerja berasal dari Perjanjian Kinerja, sedangkan target keluaran dan target setiap "
        "triwulan berasal dari Rencana Aksi. "
        "Tanda – berarti indikator tidak diukur pada triwulan tersebut."
    )
    targets(n, "Tabel 2.1 Perjanjian Kinerja dan Rencana Aksi Tahun {{ tahun }}")


def _lampiran(n: Naskah) -> None:
    n.section(landscape=True)
    n.chapter("LAMPIRAN", "SUMBER ANGKA")
    sources(n)
