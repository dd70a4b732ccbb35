"""Write lakip/export/templates/laporan_triwulan.docx anew. The office edits its own copy in Word.

Run after changing the wording or the tables here: python scripts/build_templates.py
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_BREAK, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

TARGET = Path(__file__).parents[1] / "lakip" / "export" / "templates"
FONT = "Arial"
KEPALA = "D9E2EC"
LEBAR_TEGAK = 15.5  # cm between the margins, portrait
FIRST = "KATA PENGANTAR"


@dataclass(frozen=True)
class Kolom:
    judul: str
    isi: str
    lebar: float
    rata: str = "kiri"  # kiri, tengah, kanan
    tebal: bool = False
    pudar: str = ""  # a condition under which the text is printed grey


RATA = {"kiri": ALIGN.LEFT, "tengah": ALIGN.CENTER, "kanan": ALIGN.RIGHT, "penuh": ALIGN.JUSTIFY}


class Naskah:
    """One document being written, with its list of contents gathered on the way."""

    def __init__(self) -> None:
        self.doc = Document()
        self.entries: dict[str, list[tuple[int, str, str]]] = {"isi": [], "tabel": [], "gambar": []}
        self.anchors: dict[str, Any] = {}
        self._bookmarks = 0
        _styles(self.doc)

    # ------------------------------------------------------------ text

    def text(
        self, text: str, rata: str = "penuh", tebal: bool = False, ukuran: float | None = None, **format: Any
    ) -> Any:
        paragraph = self.doc.add_paragraph()
        paragraph.alignment = RATA[rata]
        run = paragraph.add_run(text)
        run.bold = tebal or None
        if ukuran:
            run.font.size = Pt(ukuran)
        for name, value in format.items():
            setattr(paragraph.paragraph_format, name, value)
        return paragraph

    def body(self, text: str) -> Any:
        """A paragraph of running text, first line indented."""
        return self.text(text, first_line_indent=Cm(1.25))

    def items(self, texts: Sequence[str]) -> None:
        for nomor, text in enumerate(texts, 1):
            paragraph = self.text(
                f"{nomor}.\t{text}", left_indent=Cm(0.9), first_line_indent=Cm(-0.9), space_after=Pt(3)
            )
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.9))

    def tag(self, tag: str) -> None:
        """A Jinja tag on a paragraph of its own, which docxtpl takes away."""
        paragraph = self.doc.add_paragraph(tag)
        paragraph.paragraph_format.space_after = Pt(0)

    def chapter(self, nomor: str, judul: str) -> None:
        full = f"{nomor} {judul}" if nomor else judul
        paragraph = self.doc.add_heading(level=1)
        paragraph.add_run(nomor)
        if nomor:
            paragraph.add_run().add_break()
        paragraph.add_run(judul)
        self._mark(paragraph, "isi", 1, full)

    def section_title(self, judul: str) -> None:
        paragraph = self.doc.add_heading(judul, level=2)
        self._mark(paragraph, "isi", 2, judul)

    def sub_title(self, judul: str) -> None:
        self.doc.add_heading(judul, level=3)

    def caption(self, jenis: str, judul: str, above: bool = True) -> None:
        paragraph = self.doc.add_paragraph(judul, style="Caption")
        paragraph.paragraph_format.keep_with_next = above
        paragraph.paragraph_format.space_before = Pt(8 if above else 2)
        paragraph.paragraph_format.space_after = Pt(4 if above else 10)
        self._mark(paragraph, jenis, 1, judul)

    def new_page(self) -> None:
        self.doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    # ------------------------------------------------------------ tables

    def table(
        self,
        kolom: Sequence[Kolom],
        loop: str,
        empty: str,
        ukuran: float = 8.5,
        bernomor: bool = False,
        before: Sequence[str] = (),
        after: Sequence[str] = (),
    ) -> None:
        """A table over `loop` ("r in capaian"); says `empty` when there is no row.

        before, after: further tags around the row, for a loop inside a loop.
        """
        table = self.doc.add_table(rows=1, cols=len(kolom))
        table.style = "Table Grid"
        _fixed(table, [k.lebar for k in kolom])
        for cell, k in zip(table.rows[0].cells, kolom, strict=True):
            _fill(cell, k.judul, "tengah", ukuran, tebal=True, warna=KEPALA, tengah=True)
        _row(table.rows[0], repeat=True)
        if bernomor:
            row = table.add_row()
            for nomor, cell in enumerate(row.cells, 1):
                _fill(cell, f"({nomor})", "tengah", ukuran - 1.5, warna="F1F5F9")
            _row(row, repeat=True)
        for tag in (f"for {loop}", *before):
            self._tag_row(table, tag)
        row = table.add_row()
        for cell, k in zip(row.cells, kolom, strict=True):
            _fill(cell, k.isi, k.rata, ukuran, tebal=k.tebal, pudar=k.pudar)
        _row(row)
        for tag in after:
            self._tag_row(table, tag)
        self._tag_row(table, "else")
        row = table.add_row()
        _fill(row.cells[0].merge(row.cells[-1]), empty, "tengah", ukuran)
        _row(row)
        self._tag_row(table, "endfor")
        _widths(table, [k.lebar for k in kolom])
        self.text("", space_after=Pt(2), line_spacing=Pt(8))

    def _tag_row(self, table: Any, tag: str) -> None:
        table.add_row().cells[0].paragraphs[0].add_run(f"{{%tr {tag} %}}")

    # ------------------------------------------------------------ pages

    def section(self, landscape: bool = False, nomor: str | None = None) -> Any:
        """A new page; `nomor` restarts the page numbers in that format."""
        section = self.doc.add_section(WD_SECTION.NEW_PAGE)
        _page(section, landscape)
        _page_numbers(section, nomor)
        return section

    def _mark(self, paragraph: Any, jenis: str, level: int, text: str) -> None:
        self._bookmarks += 1
        name = f"_Lakip{self._bookmarks:03}"
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self._bookmarks))
        start.set(qn("w:name"), name)
        paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
        paragraph._p.append(end)
        self.entries[jenis].append((level, text, name))

    def contents_here(self, jenis: str) -> None:
        self.anchors[jenis] = self.doc.add_paragraph()

    def write_contents(self) -> None:
        """Fill in the lists of contents: a dotted line and the page as a field of Word."""
        for jenis, anchor in self.anchors.items():
            for level, text, bookmark in self.entries[jenis]:
                paragraph = anchor.insert_paragraph_before()
                paragraph.paragraph_format.left_indent = Cm(0.7 * (level - 1))
                paragraph.paragraph_format.space_after = Pt(1.5)
                paragraph.paragraph_format.line_spacing = 1.0
                paragraph.paragraph_format.tab_stops.add_tab_stop(
                    Cm(LEBAR_TEGAK), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
                )
                paragraph.paragraph_format.right_indent = Cm(0)
                run = paragraph.add_run(text)
                run.bold = (level == 1 and jenis == "isi") or None
                paragraph.add_run("\t")
                if text == FIRST:  # LibreOffice writes the numbers of these fields in Arabic
                    paragraph.add_run("i")
                else:
                    _field(paragraph, f"PAGEREF {bookmark} \\h")
                for run in paragraph.runs:
                    run.font.size = Pt(10)
            anchor._p.getparent().remove(anchor._p)


# ---------------------------------------------------------------- the quarterly report


def laporan_triwulan() -> Naskah:
    n = Naskah()
    properties = n.doc.core_properties
    properties.title = "Laporan Kinerja {{ triwulan }} Tahun {{ tahun }} {{ unit }}"
    properties.author = "{{ unit }}"
    properties.language = "id-ID"
    properties.subject, properties.comments = "{{ tanda_draf }}", ""
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    _cover(n)
    _front(n)
    _bab_1(n)
    _bab_2(n)
    _bab_3(n)
    _bab_4(n)
    _lampiran(n)
    n.write_contents()
    parts = [n.doc.element]
    parts += [part._element for s in n.doc.sections for part in (s.header, s.footer) if not part.is_linked_to_previous]
    for part in parts:
        _tidy(part)
    return n


def _cover(n: Naskah) -> None:
    _page(n.doc.sections[0], landscape=False)
    n.text("{{ kop_1 }}", "tengah", tebal=True, ukuran=13, space_after=Pt(0))
    n.text("{{ kop_2 }}", "tengah", tebal=True, ukuran=16, space_after=Pt(0))
    _rule(n.text("{{ kop_3 }}", "tengah", ukuran=10, space_after=Pt(0)))
    _mark_text(n.text("{{ tanda_contoh }}", "tengah", tebal=True, ukuran=14, space_before=Pt(30), space_after=Pt(0)))
    n.text("LAPORAN KINERJA", "tengah", tebal=True, ukuran=28, space_before=Pt(110), space_after=Pt(6))
    n.text("{{ judul_periode }}", "tengah", tebal=True, ukuran=20, space_after=Pt(36))
    n.text("{{ kop_2 }}", "tengah", tebal=True, ukuran=16, space_after=Pt(4))
    n.text("{{ kabupaten_besar }}", "tengah", tebal=True, ukuran=14, space_after=Pt(70))
    _box(n.text("{{ tanda_draf }}", "tengah", tebal=True, ukuran=13, space_after=Pt(6)))
    n.text("Disusun dari data per {{ per }}", "tengah", ukuran=10, space_after=Pt(110))
    n.text("{{ tempat }}, {{ bulan_tahun }}", "tengah", tebal=True, ukuran=12)


def _front(n: Naskah) -> None:
    section = n.section(nomor="lowerRoman")
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    header = section.header.paragraphs[0]
    header.alignment = ALIGN.RIGHT
    run = header.add_run("{{ tanda_halaman }}")
    run.font.size, run.font.bold, run.font.color.rgb = Pt(8.5), True, RGBColor(0xB9, 0x1C, 0x1C)
    footer = section.footer.paragraphs[0]
    footer.alignment = ALIGN.CENTER
    run = footer.add_run("Laporan Kinerja {{ triwulan }} Tahun {{ tahun }} · {{ unit }}")
    run.add_break()
    _field(footer, "PAGE")
    for run in footer.runs:
        run.font.size = Pt(8.5)

    n.chapter("", FIRST)
    n.body(
        "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena atas rahmat-Nya Laporan Kinerja "
        "{{ triwulan }} Tahun {{ tahun }} {{ unit }} {{ kabupaten }} dapat disusun."
    )
    n.body(
        "Laporan ini merupakan pelaksanaan Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas "
        "Kinerja Instansi Pemerintah dan bentuk pertanggungjawaban atas pelaksanaan Perjanjian Kinerja Tahun "
        "{{ tahun }}. Di dalamnya disajikan target dan realisasi setiap indikator kinerja, capaiannya, realisasi "
        "anggaran, kendala yang dihadapi, serta tindak lanjutnya."
    )
    n.body(
        "Angka dalam laporan ini dihitung dari data yang disampaikan oleh bagian yang bertanggung jawab. Hal yang "
        "belum lengkap disebutkan secara terbuka dalam Bab III, dan sumber setiap angka tercantum dalam Lampiran."
    )
    n.body(
        "Kami menyampaikan terima kasih kepada semua pihak yang telah membantu penyusunan laporan ini. Semoga laporan "
        "ini bermanfaat sebagai bahan evaluasi dan perbaikan kinerja pada periode berikutnya."
    )
    _signature(n)
    n.new_page()
    n.text("DAFTAR ISI", "tengah", tebal=True, ukuran=13, space_after=Pt(12))
    n.contents_here("isi")
    n.text(
        "DAFTAR TABEL", "tengah", tebal=True, ukuran=13, space_before=Pt(16), space_after=Pt(10), keep_with_next=True
    )
    n.contents_here("tabel")
    n.text(
        "DAFTAR GAMBAR", "tengah", tebal=True, ukuran=13, space_before=Pt(16), space_after=Pt(10), keep_with_next=True
    )
    n.contents_here("gambar")


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
    n.section_title("1.2 Dasar Hukum")
    n.items(
        [
            "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah;",
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang "
            "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan Kinerja "
            "Instansi Pemerintah;",
            "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, Pengendalian, dan "
            "Evaluasi Pembangunan Daerah;",
            "Peraturan Bupati Balangan Nomor 19 Tahun 2016 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.",
        ]
    )
    n.section_title("1.3 Maksud dan Tujuan")
    n.body(
        "Laporan ini dimaksudkan sebagai pertanggungjawaban kinerja {{ unit }} selama {{ triwulan }} Tahun "
        "{{ tahun }}. Tujuannya adalah menyajikan capaian kinerja secara terukur, mengungkap kendala dan "
        "penyebabnya, serta menjadi dasar tindak lanjut pada triwulan berikutnya."
    )
    n.section_title("1.4 Gambaran Umum")
    n.body(
        "{{ unit }} adalah perangkat daerah {{ kabupaten }} yang dipimpin oleh Camat. Berdasarkan Peraturan Pemerintah "
        "Nomor 17 Tahun 2018 tentang Kecamatan, Camat menyelenggarakan urusan pemerintahan umum serta mengoordinasikan "
        "pemberdayaan masyarakat, upaya penyelenggaraan ketenteraman dan ketertiban umum, penerapan dan penegakan "
        "peraturan daerah dan peraturan kepala daerah, pemeliharaan prasarana dan sarana pelayanan umum, dan "
        "penyelenggaraan kegiatan pemerintahan di tingkat kecamatan. Camat juga membina dan mengawasi penyelenggaraan "
        "kegiatan desa, melaksanakan urusan pemerintahan yang tidak dilaksanakan oleh unit kerja lain di kecamatan, "
        "serta melaksanakan sebagian kewenangan yang dilimpahkan oleh Bupati."
    )
    n.section_title("1.5 Struktur Organisasi")
    n.body("{{ kalimat_struktur }}")
    n.caption("tabel", "Tabel 1.1 Bagian dan Indikator yang Menjadi Tanggung Jawabnya")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 1.2, "tengah"),
            Kolom("Bagian", "{{ r.nama }}", 10.3),
            Kolom("Jumlah indikator", "{{ r.jumlah }}", 4.0, "tengah"),
        ],
        "r in bagian",
        "Bagian belum didaftarkan.",
        ukuran=9.5,
    )
    n.section_title("1.6 Sistematika Penyajian")
    n.items(
        [
            "Bab I Pendahuluan: latar belakang, dasar hukum, maksud dan tujuan, gambaran umum, dan organisasi;",
            "Bab II Perencanaan Kinerja: Perjanjian Kinerja, target triwulan, dan anggaran;",
            "Bab III Akuntabilitas Kinerja: cara pengukuran, capaian kinerja, kendala dan tindak lanjut, realisasi "
            "anggaran, serta daftar yang belum lengkap;",
            "Bab IV Penutup: simpulan dan langkah perbaikan;",
            "Lampiran: sumber angka.",
        ]
    )


def _bab_2(n: Naskah) -> None:
    n.new_page()
    n.chapter("BAB II", "PERENCANAAN KINERJA")
    n.section_title("2.1 Perjanjian Kinerja dan Target Triwulan")
    n.body("{{ kalimat_pk }}")
    n.body(
        "Target tahunan berasal dari Perjanjian Kinerja, sedangkan target setiap triwulan berasal dari Rencana Aksi. "
        "Tanda – berarti indikator tidak diukur pada triwulan tersebut."
    )
    n.caption("tabel", "Tabel 2.1 Perjanjian Kinerja dan Rencana Aksi Tahun {{ tahun }}")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran", "{% vm %}{{ s.uraian }}", 3.1),
            Kolom("Indikator kinerja", "{{ r.kode }} {{ r.nama }}", 4.0),
            Kolom("Satuan", "{{ r.satuan }}", 1.5, "tengah"),
            Kolom("Target tahun", "{{ r.target_tahun }}", 1.2, "kanan", tebal=True),
            Kolom("TW I", "{{ r.target_tw1 }}", 1.2, "kanan"),
            Kolom("TW II", "{{ r.target_tw2 }}", 1.2, "kanan"),
            Kolom("TW III", "{{ r.target_tw3 }}", 1.2, "kanan"),
            Kolom("TW IV", "{{ r.target_tw4 }}", 1.2, "kanan"),
        ],
        "s in rencana",
        "Belum ada indikator.",
        ukuran=8,
        before=["for r in s.baris"],
        after=["endfor"],
    )
    n.section_title("2.2 Anggaran")
    n.body("{{ kalimat_pagu }}")


def _bab_3(n: Naskah) -> None:
    n.new_page()
    n.chapter("BAB III", "AKUNTABILITAS KINERJA")
    _rules(n)
    _summary(n)
    _main_table(n)
    _averages(n)
    _pictures(n)
    _causes(n)
    _budget(n)
    _gaps(n)


def _rules(n: Naskah) -> None:
    n.section_title("3.1 Cara Pengukuran")
    n.body(
        "Capaian kinerja diukur dengan membandingkan realisasi (R) terhadap target (T) pada periode yang sama, menurut "
        "rumus yang ditetapkan untuk setiap indikator."
    )
    n.caption("tabel", "Tabel 3.1 Rumus Capaian")
    n.table(
        [
            Kolom("Rumus", "{{ r.nama }}", 5.6),
            Kolom("Perhitungan capaian (%)", "{{ r.rumus }}", 6.4),
            Kolom("Jumlah indikator", "{{ r.jumlah }}", 3.5, "tengah"),
        ],
        "r in rumus",
        "Belum ada indikator.",
        ukuran=9,
    )
    n.caption("tabel", "Tabel 3.2 Skala Nilai Peringkat Kinerja")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 1.2, "tengah"),
            Kolom("Capaian (%)", "{{ r.batas }}", 6.8, "tengah"),
            Kolom("Kategori", "{% cellbg r.warna %}{{ r.ikon }} {{ r.nama }}", 7.5, "tengah", tebal=True),
        ],
        "r in skala",
        "Skala belum diatur.",
        ukuran=9,
    )
    n.text("Skala mengacu pada Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017.", ukuran=8.5, space_after=Pt(6))
    n.text("Kaidah yang berlaku:", space_after=Pt(3), keep_with_next=True)
    n.tag("{%p for k in kaidah %}")
    paragraph = n.text("{{ loop.index }}.\t{{ k }}", left_indent=Cm(0.9), first_line_indent=Cm(-0.9), space_after=Pt(3))
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.9))
    n.tag("{%p endfor %}")


def _summary(n: Naskah) -> None:
    n.section(landscape=True)
    n.section_title("3.2 Capaian Kinerja {{ triwulan }}")
    n.tag("{%p for k in ringkasan %}")
    n.body("{{ k }}")
    n.tag("{%p endfor %}")


def _main_table(n: Naskah) -> None:
    n.caption("tabel", "Tabel 3.3 Target, Realisasi, dan Capaian Kinerja {{ triwulan }} Tahun {{ tahun }}")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran", "{% vm %}{{ s.uraian }}", 2.9),
            Kolom("Indikator kinerja", "{{ r.kode }} {{ r.nama }}", 4.1),
            Kolom("Satuan", "{{ r.satuan }}", 1.6, "tengah"),
            Kolom("Target tahun", "{{ r.target_tahun }}", 1.45, "kanan"),
            Kolom("Target {{ tw }}", "{{ r.target }}", 1.45, "kanan"),
            Kolom("Realisasi {{ tw }}", "{{ r.realisasi }}", 1.6, "kanan", pudar="r.sementara"),
            Kolom("Capaian {{ tw }} (%)", "{{ r.capaian }}", 1.6, "kanan", tebal=True, pudar="r.sementara"),
            Kolom("Realisasi s.d. {{ tw }}", "{{ r.realisasi_sd }}", 1.6, "kanan"),
            Kolom("Kemajuan terhadap target tahun", "{{ r.kemajuan }}", 2.1, "kanan"),
            Kolom("Kategori atau keadaan", "{% cellbg r.warna %}{{ r.keadaan }}", 2.7, "tengah"),
            Kolom("Penanggung jawab", "{{ r.bagian }}", 2.8),
        ],
        "s in capaian",
        "Belum ada indikator.",
        ukuran=8,
        bernomor=True,
        before=["for r in s.baris"],
        after=["endfor"],
    )
    n.text("{{ catatan_capaian }}", ukuran=8.5)


def _averages(n: Naskah) -> None:
    n.section()
    n.section_title("3.3 Rata-rata Capaian")
    n.body("{{ kalimat_rata }}")
    n.caption("tabel", "Tabel 3.4 Rata-rata Capaian per Sasaran")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Sasaran", "{{ r.uraian }}", 5.1),
            Kolom("Dihitung", "{{ r.dasar }}", 2.8, "tengah"),
            Kolom("Tanpa batas (%)", "{{ r.tanpa_batas }}", 1.9, "kanan"),
            Kolom("{{ judul_batas }}", "{{ r.dengan_batas }}", 1.9, "kanan", tebal=True),
            Kolom("Kategori", "{% cellbg r.warna %}{{ r.kategori }}", 2.9, "tengah"),
        ],
        "r in rata",
        "Belum ada indikator.",
        ukuran=8.5,
    )


def _pictures(n: Naskah) -> None:
    for field, nomor, judul in (
        ("gambar_capaian", "3.1", "Capaian per Indikator {{ triwulan }} Tahun {{ tahun }}"),
        ("gambar_matriks", "3.2", "Capaian per Indikator dan Triwulan Tahun {{ tahun }}"),
    ):
        n.tag(f"{{%p for g in {field} %}}")
        n.text("{{ g }}", "tengah", keep_with_next=True, space_before=Pt(6), space_after=Pt(0))
        n.tag("{%p endfor %}")
        n.caption("gambar", f"Gambar {nomor} {judul}", above=False)
    n.text(
        "Pada Gambar 3.1 garis tegak adalah target (100 %), warna latar adalah kategori pada Tabel 3.2, dan batang "
        "kelabu adalah angka sementara. Pada kedua gambar, indikator tanpa angka disertai alasannya.",
        ukuran=8.5,
    )


def _causes(n: Naskah) -> None:
    n.section_title("3.4 Kendala dan Tindak Lanjut")
    n.caption("tabel", "Tabel 3.5 Faktor Pendukung, Kendala, dan Tindak Lanjut {{ triwulan }}")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Indikator", "{{ r.indikator }}", 3.4),
            Kolom("Capaian", "{{ r.capaian }}", 1.9, "kanan"),
            Kolom("Faktor pendukung", "{{ r.pendukung }}", 3.0),
            Kolom("Kendala", "{{ r.penghambat }}", 3.1),
            Kolom("Tindak lanjut", "{{ r.tindak_lanjut }}", 3.2),
        ],
        "r in kendala",
        "Belum ada faktor pendukung, kendala, atau tindak lanjut yang dicatat.",
        ukuran=8,
    )
    n.caption("tabel", "Tabel 3.6 Hasil Tindak Lanjut Triwulan Sebelumnya")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Indikator", "{{ r.indikator }}", 4.4),
            Kolom("Tindak lanjut yang direncanakan", "{{ r.tindak_lanjut }}", 5.8),
            Kolom("Capaian sebelumnya", "{{ r.sebelumnya }}", 2.2, "kanan"),
            Kolom("Capaian {{ tw }}", "{{ r.sekarang }}", 2.2, "kanan"),
        ],
        "r in tindak_lanjut",
        "{{ tindak_lanjut_kosong }}",
        ukuran=8,
    )


def _budget(n: Naskah) -> None:
    n.section_title("3.5 Realisasi Anggaran")
    n.body("{{ kalimat_serapan }}")
    n.caption("tabel", "Tabel 3.7 Pagu dan Realisasi Anggaran s.d. {{ triwulan }} Tahun {{ tahun }} (Rupiah)")
    kolom = [
        Kolom("Program / kegiatan / sub kegiatan", "{{ r.kode }} {{ r.nama }}", 5.9),
        Kolom("Pagu", "{{ r.pagu }}", 2.1, "kanan"),
        Kolom("Realisasi {{ tw }}", "{{ r.realisasi }}", 1.9, "kanan"),
        Kolom("Realisasi s.d. {{ tw }}", "{{ r.realisasi_sd }}", 2.1, "kanan"),
        Kolom("Serapan (%)", "{{ r.serapan }}", 1.4, "kanan"),
        Kolom("Sisa", "{{ r.sisa }}", 2.1, "kanan"),
    ]
    _budget_table(n, kolom)
    n.tag("{%p for g in gambar_serapan %}")
    n.text("{{ g }}", "tengah", keep_with_next=True, space_before=Pt(6), space_after=Pt(0))
    n.tag("{%p else %}")
    n.text("(belum ada data anggaran)", "tengah", keep_with_next=True)
    n.tag("{%p endfor %}")
    n.caption("gambar", "Gambar 3.3 Realisasi Anggaran terhadap Pagu per Program", above=False)


def _budget_table(n: Naskah, kolom: Sequence[Kolom]) -> None:
    """Programs bold on grey, kegiatan bold, sub kegiatan plain: three rows to choose from."""
    n.table(kolom, "r in anggaran", "Pagu belum diisi.", ukuran=7.5)
    table = n.doc.tables[-1]
    plain = next(row for row in table.rows if "r.kode" in row.cells[0].text)
    plain._tr.addprevious(_tag_copy(table, "elif r.jenjang == 'kegiatan'"))
    for style, tag in (("program", "if r.jenjang in ('program', 'total')"), ("kegiatan", None)):
        copy = deepcopy(plain._tr)
        marker = next(t for t in table.rows if "elif r.jenjang" in t.cells[0].text)._tr
        if style == "program":
            marker.addprevious(_tag_copy(table, tag or ""))
            marker.addprevious(copy)
        else:
            marker.addnext(copy)
            copy.addnext(_tag_copy(table, "else"))
        _embolden(copy, "E8EEF4" if style == "program" else None)
    plain._tr.addnext(_tag_copy(table, "endif"))


def _gaps(n: Naskah) -> None:
    n.section_title("3.6 Daftar yang Belum Lengkap")
    n.body("{{ kalimat_kurang }}")
    n.caption("tabel", "Tabel 3.8 Data yang Belum Lengkap pada Saat Laporan Disusun")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Hal", "{{ r.hal }}", 6.0),
            Kolom("Keterangan", "{{ r.keterangan }}", 5.4),
            Kolom("Penanggung jawab", "{{ r.bagian }}", 3.2),
        ],
        "r in kurang",
        "Tidak ada. Semua data yang diminta laporan ini telah lengkap dan dibenarkan.",
        ukuran=8.5,
    )


def _bab_4(n: Naskah) -> None:
    n.new_page()
    n.chapter("BAB IV", "PENUTUP")
    n.section_title("4.1 Simpulan")
    n.tag("{%p for k in simpulan %}")
    n.body("{{ k }}")
    n.tag("{%p endfor %}")
    n.section_title("4.2 Langkah Perbaikan")
    n.tag("{%p for k in langkah %}")
    paragraph = n.text("{{ loop.index }}.\t{{ k }}", left_indent=Cm(0.9), first_line_indent=Cm(-0.9), space_after=Pt(3))
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.9))
    n.tag("{%p else %}")
    n.body("Tidak ada langkah perbaikan yang dicatat untuk periode ini.")
    n.tag("{%p endfor %}")
    n.body("Demikian laporan ini disusun untuk digunakan sebagaimana mestinya.")
    _signature(n)


def _lampiran(n: Naskah) -> None:
    n.section(landscape=True)
    n.chapter("LAMPIRAN", "SUMBER ANGKA")
    n.text(
        "Setiap angka dalam laporan ini berasal dari berkas dan sel berikut. Kolom berkas kosong berarti angka "
        "diketik langsung pada aplikasi. Sidik adalah delapan huruf pertama SHA-256 berkas asli yang diarsipkan.",
        ukuran=9,
    )
    sumber = [
        Kolom("Indikator", "{{ r.indikator }}", 5.4),
        Kolom("Periode", "{{ r.periode }}", 1.2, "tengah"),
        Kolom("Nilai", "{{ r.nilai }}", 2.6, "kanan"),
        Kolom("Versi", "{{ r.versi }}", 1.0, "tengah"),
        Kolom("Berkas", "{{ r.berkas }}", 4.0),
        Kolom("Lembar", "{{ r.lembar }}", 1.9),
        Kolom("Sel", "{{ r.sel }}", 1.1, "tengah"),
        Kolom("Diisi oleh", "{{ r.oleh }}", 2.9),
        Kolom("Waktu (WITA)", "{{ r.waktu }}", 2.9),
        Kolom("Sidik", "{{ r.sidik }}", 1.7, "tengah"),
    ]
    n.caption("tabel", "Tabel L.1 Sumber Angka Realisasi Kinerja")
    n.table(sumber, "r in sumber_realisasi", "Belum ada realisasi.", ukuran=7.5)
    n.caption("tabel", "Tabel L.2 Sumber Angka Target")
    n.table(sumber, "r in sumber_target", "Belum ada target.", ukuran=7.5)
    n.caption("tabel", "Tabel L.3 Sumber Angka Realisasi Anggaran")
    anggaran = [Kolom("Sub kegiatan", "{{ r.indikator }}", 5.4), *sumber[1:]]
    n.table(anggaran, "r in sumber_anggaran", "Belum ada realisasi anggaran.", ukuran=7.5)
    n.text("Potret angka laporan ini disimpan dengan sidik SHA-256 {{ sidik_potret }}.", "kiri", ukuran=8)


def _signature(n: Naskah) -> None:
    """Place, date, jabatan, name and NIP of who held the jabatan on that day, kept on one page."""
    table = n.doc.add_table(rows=1, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fixed(table, [7.3, 8.2])
    _row(table.rows[0])
    cell = table.rows[0].cells[1]
    lines = (
        ("{{ tempat }}, {{ tanggal }}", False, False, 0),
        ("{{ ttd_jabatan }}", True, False, 62),
        ("{{ ttd_nama }}", True, True, 0),
        ("{{ ttd_pangkat }}", False, False, 0),
        ("{{ ttd_nip }}", False, False, 0),
    )
    for index, (text, bold, underline, after) in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        paragraph.paragraph_format.space_before = Pt(14 if index == 0 else 0)
        paragraph.paragraph_format.space_after = Pt(after)
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run(text)
        run.bold, run.underline = bold or None, underline or None
    _widths(table, [7.3, 8.2])


# ---------------------------------------------------------------- Word


def _styles(doc: Any) -> None:
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "id-ID")
    normal.element.rPr.append(lang)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    normal.paragraph_format.line_spacing = 1.25
    for name, size, before, after, align in (
        ("Heading 1", 13, 0, 14, ALIGN.CENTER),
        ("Heading 2", 11, 12, 4, ALIGN.LEFT),
        ("Heading 3", 11, 8, 3, ALIGN.LEFT),
        ("Caption", 9.5, 8, 4, ALIGN.CENTER),
    ):
        style = doc.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), True, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.alignment = align
        style.paragraph_format.keep_with_next = True


def _page(section: Any, landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    width, height = (Cm(29.7), Cm(21)) if landscape else (Cm(21), Cm(29.7))
    section.page_width, section.page_height = width, height
    section.left_margin = Cm(2.5 if landscape else 3)
    section.right_margin = section.bottom_margin = Cm(2.5)
    section.top_margin = Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1.2)


def _page_numbers(section: Any, nomor: str | None) -> None:
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    if nomor:
        element = OxmlElement("w:pgNumType")
        element.set(qn("w:fmt"), nomor)
        element.set(qn("w:start"), "1")
        section._sectPr.append(element)


def _field(paragraph: Any, code: str) -> None:
    for kind in ("begin", "code", "separate", "text", "end"):
        run = paragraph.add_run()
        if kind == "code":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {code} "
        elif kind == "text":
            element = OxmlElement("w:t")
            element.text = " "
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            if kind == "begin":
                element.set(qn("w:dirty"), "true")
        run._r.append(element)


def _fill(
    cell: Any,
    text: str,
    rata: str,
    ukuran: float,
    tebal: bool = False,
    warna: str | None = None,
    tengah: bool = False,
    pudar: str = "",
) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = RATA[rata]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
    paragraph.paragraph_format.line_spacing = 1.0
    if pudar:
        paragraph.add_run(f"{{%r if {pudar} %}}")
        grey = paragraph.add_run(text)
        grey.font.size, grey.font.color.rgb = Pt(ukuran), RGBColor(0x6B, 0x72, 0x80)
        paragraph.add_run("{%r else %}")
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(ukuran), tebal or None
    if pudar:
        paragraph.add_run("{%r endif %}")
    if tengah:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    if warna:
        _shade(cell._tc, warna)


def _shade(tc: Any, warna: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", warna)):
        shade.set(qn(f"w:{name}"), value)
    tc.get_or_add_tcPr().append(shade)


def _row(row: Any, repeat: bool = False) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeat:
        properties.append(OxmlElement("w:tblHeader"))


def _fixed(table: Any, lebar: Sequence[float]) -> None:
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        element = OxmlElement(f"w:{side}")
        element.set(qn("w:w"), "60")
        element.set(qn("w:type"), "dxa")
        margins.append(element)
    table._tbl.tblPr.append(margins)
    for column, cm in zip(table.columns, lebar, strict=True):
        column.width = Cm(cm)


def _widths(table: Any, lebar: Sequence[float]) -> None:
    for row in table.rows:
        cells = row._tr.tc_lst
        if len(cells) == len(lebar):
            for cell, cm in zip(row.cells, lebar, strict=True):
                cell.width = Cm(cm)


def _tag_copy(table: Any, tag: str) -> Any:
    row = deepcopy(next(row for row in table.rows if "{%tr" in row.cells[0].text)._tr)
    texts = row.findall(f".//{qn('w:t')}")
    texts[0].text = f"{{%tr {tag} %}}"
    return row


def _embolden(tr: Any, warna: str | None) -> None:
    for tc in tr.findall(qn("w:tc")):
        for properties in tc.iter(qn("w:rPr")):
            properties.append(OxmlElement("w:b"))
        if warna:
            _shade(tc, warna)


# The order in which the standard wants the properties of things; Word is strict about it.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps strike color spacing w kern position sz szCs highlight u lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
}


def _tidy(root: Any) -> None:
    for name, order in ORDER.items():
        tags = [qn(f"w:{child}") for child in order.split()]
        for properties in root.iter(qn(f"w:{name}")):
            properties[:] = sorted(properties, key=lambda child, tags=tags: tags.index(child.tag))


def _rule(paragraph: Any) -> None:
    """The double line under the kop."""
    _border(paragraph, {"bottom": ("thinThickSmallGap", "24")})
    paragraph.paragraph_format.space_after = Pt(12)


def _box(paragraph: Any) -> None:
    _border(paragraph, dict.fromkeys(("top", "left", "bottom", "right"), ("single", "8")))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Cm(4.5)
    _mark_text(paragraph)


def _mark_text(paragraph: Any) -> None:
    for run in paragraph.runs:
        run.font.color.rgb = RGBColor(0xB9, 0x1C, 0x1C)


def _border(paragraph: Any, sides: dict[str, tuple[str, str]]) -> None:
    borders = OxmlElement("w:pBdr")
    for side, (kind, size) in sides.items():
        element = OxmlElement(f"w:{side}")
        for name, value in (("val", kind), ("sz", size), ("space", "4"), ("color", "auto")):
            element.set(qn(f"w:{name}"), value)
        borders.append(element)
    paragraph._p.get_or_add_pPr().append(borders)


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    laporan_triwulan().doc.save(TARGET / "laporan_triwulan.docx")
