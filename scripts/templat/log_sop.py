"""The template of the log of one run of the SOP: steps with their times, sending, disposisi, sosialisasi, decisions."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Cm, Pt
from templat.kop import kop
from templat.naskah import Kolom, Naskah
from templat.rencana_dasar import finish, frame, keep_with_next, line, open_document
from templat.word_dasar import fixed, keep_row, page, widths

RUANG = 46  # points above a name, for the signature


def log_sop() -> Naskah:
    n = open_document("Log Pelaksanaan {{ judul }}")
    section = n.doc.sections[0]
    page(section, landscape=True)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    frame(section)
    kop(n, 25.0)
    n.text("LOG PELAKSANAAN", "tengah", tebal=True, ukuran=12.5, space_after=Pt(0), keep_with_next=True)
    n.text("{{ judul }}", "tengah", tebal=True, space_after=Pt(0), keep_with_next=True)
    n.text("{{ keadaan }}", "tengah", ukuran=9.5, space_after=Pt(8))
    _sop(n)
    _steps(n)
    _sending(n)
    _orders(n)
    _meeting(n)
    _decisions(n)
    _signatures(n)
    return finish(n)


def _sop(n: Naskah) -> None:
    _head(n, "A. SOP yang dilaksanakan", "sop")
    for label, text in (("Nama SOP", "{{ nama_sop }}"), ("Nomor SOP", "{{ nomor_sop }}"),
                        ("Tanggal efektif", "{{ tanggal_sop }}")):  # fmt: skip
        _fact(n, label, text)
    n.tag("{%p for d in dasar_hukum %}")
    _fact(n, "{% if loop.first %}Dasar hukum{% endif %}", "{{ loop.index }}. {{ d }}")
    n.tag("{%p endfor %}")


def _steps(n: Naskah) -> None:
    _head(n, "B. Langkah SOP dengan waktu dan pemegangnya", "langkah")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Uraian prosedur", "{{ r.uraian }}", 5.5),
            Kolom("Pemegang", "{{ r.pemegang }}", 4.6),
            Kolom("Mulai", "{{ r.mulai }}", 2.7),
            Kolom("Selesai", "{{ r.selesai }}", 2.7),
            Kolom("Waktu terpakai", "{{ r.lama }}", 2.4, "tengah"),
            Kolom("Baku mutu", "{{ r.baku }}", 2.1, "tengah"),
            Kolom("Status", "{{ r.status }}{% for c in r.catatan %} ({{ c }}){% endfor %}", 4.6),
        ],
        "r in langkah",
        "Belum ada langkah.",
        ukuran=8.5,
    )
    n.text(
        "Menit dihitung pada jam kerja dan hari pada hari kerja, menurut kalender kerja kantor (WITA). Waktu menunggu "
        "di antara pekerjaan ikut terhitung.",
        ukuran=8.5,
    )


def _sending(n: Naskah) -> None:
    n.tag("{%p if kirim %}")
    _head(n, "C. Pengiriman data per bagian", "kirim")
    n.table(
        [
            Kolom("Bagian", "{{ r.bagian }}", 6.6),
            Kolom("Batas", "{{ r.batas }}", 3.2, "tengah"),
            Kolom("Dikirim", "{{ r.dikirim }}", 4.2, "tengah"),
            Kolom("Keadaan", "{{ r.keadaan }}", 5.0),
            Kolom("Dispensasi", "{{ r.dispensasi }}", 6.5),
        ],
        "r in kirim",
        "Tidak ada data yang dikumpulkan.",
        ukuran=8.5,
    )
    n.tag("{%p endif %}")


def _orders(n: Naskah) -> None:
    _head(n, "{{ 'D' if kirim else 'C' }}. Lembar Disposisi", "disposisi")
    n.table(
        [
            Kolom("Nomor", "{{ r.nomor }}", 1.9, "tengah"),
            Kolom("Tanggal", "{{ r.tanggal }}", 2.5, "tengah"),
            Kolom("Dari", "{{ r.dari }}", 4.2),
            Kolom("Kepada", "{{ r.kepada }}", 4.2),
            Kolom("Hal", "{{ r.hal }}", 4.8),
            Kolom("Tenggat", "{{ r.tenggat }}", 2.5, "tengah"),
            Kolom("Diterima", "{{ r.diterima }}", 2.7, "tengah"),
            Kolom("Selesai", "{{ r.selesai }}", 2.7, "tengah"),
        ],
        "r in disposisi",
        "Belum ada disposisi untuk periode ini.",
        ukuran=8.5,
    )


def _meeting(n: Naskah) -> None:
    _head(n, "{{ 'E' if kirim else 'D' }}. Sosialisasi", "sosialisasi")
    n.tag("{%p for k in rapat %}")
    n.text("{{ k }}", "kiri", ukuran=10, space_after=Pt(2))
    n.tag("{%p endfor %}")
    n.tag("{%p if hadir %}")
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 1.0, "tengah"),
            Kolom("Nama", "{{ r.nama }}", 9.0),
            Kolom("Jabatan", "{{ r.jabatan }}", 11.0),
            Kolom("Kehadiran", "{{ r.keterangan }}", 4.5, "tengah"),
        ],
        "r in hadir",
        "Belum ada peserta.",
        ukuran=8.5,
    )
    n.tag("{%p endif %}")
    n.tag("{%p if notulen %}")
    n.text("Notulen:", "kiri", tebal=True, ukuran=10, space_after=Pt(2), keep_with_next=True)
    n.tag("{%p for k in notulen %}")
    n.text("{{ k }}", ukuran=10, space_after=Pt(2))
    n.tag("{%p endfor %}")
    n.tag("{%p endif %}")


def _decisions(n: Naskah) -> None:
    _head(n, "{{ 'F' if kirim else 'E' }}. Keputusan, catatan, dan arahan pimpinan", "keputusan")
    n.table(_columns("Waktu", "Oleh", "Keputusan", "Catatan"), "r in keputusan",
            "Belum ada keputusan yang tercatat pada periode ini.", ukuran=8.5)  # fmt: skip
    keep_with_next(n, *n.doc.tables[-1].rows)
    n.tag("{%p if arahan %}")
    n.text("Arahan pimpinan:", "kiri", tebal=True, ukuran=10, space_after=Pt(2), keep_with_next=True)
    n.table(_columns("Tenggat", "Pelaksana", "Arahan", "Tindak lanjut"), "r in arahan", "Tidak ada arahan.",
            ukuran=8.5)  # fmt: skip
    keep_with_next(n, *n.doc.tables[-1].rows)
    n.tag("{%p endif %}")


def _columns(*titles: str) -> list[Kolom]:
    names, wide = ("waktu", "oleh", "keputusan", "catatan"), (4.5, 6.5, 7.0, 7.5)
    return [Kolom(t, f"{{{{ r.{name} }}}}", w) for t, name, w in zip(titles, names, wide, strict=True)]


def _head(n: Naskah, text: str, kunci: str) -> None:
    n.text(text, "kiri", tebal=True, ukuran=10.5, space_before=Pt(8), space_after=Pt(1), keep_with_next=True)
    answer = n.text(f"Menjawab {{{{ menjawab.{kunci} }}}}", "kiri", ukuran=8.5, space_after=Pt(3), keep_with_next=True)
    answer.runs[0].italic = True


def _fact(n: Naskah, label: str, text: str) -> None:
    paragraph = n.text(f"{label}\t:\t{text}" if not label.startswith("{%") else f"{label}\t{{% if loop.first %}}:"
                       f"{{% endif %}}\t{text}", "kiri", ukuran=10, left_indent=Cm(4.0), first_line_indent=Cm(-4.0),
                       space_after=Pt(1), line_spacing=1.05)  # fmt: skip
    for stop in (3.6, 4.0):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(stop))


def _signatures(n: Naskah) -> None:
    parties: Sequence[tuple[str, str]] = (("Mengetahui,", "sekcam"), ("{{ tempat_tanggal }}", "kasubbag"))
    table = n.doc.add_table(rows=1, cols=2)
    fixed(table, [12.5, 12.5])
    keep_row(table.rows[0])
    for cell, (above, name) in zip(table.rows[0].cells, parties, strict=True):
        _party(cell, above, name)
    widths(table, [12.5, 12.5])


def _party(cell: Any, above: str, name: str) -> None:
    line(cell.paragraphs[0], above, space_before=Pt(12))
    line(cell.add_paragraph(), f"{{{{ {name}.jabatan }}}},", tebal=True, space_after=Pt(RUANG))
    line(cell.add_paragraph(), f"{{{{ {name}.nama }}}}", tebal=True, garis=True)
    cell.add_paragraph(f"{{%p for b in {name}.bawah %}}")
    line(cell.add_paragraph(), "{{ b }}")
    cell.add_paragraph("{%p endfor %}")
