"""The templates of a sosialisasi: undangan, daftar hadir, notulen."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Cm, Pt
from templat.kop import kop
from templat.naskah import Kolom, Naskah
from templat.rencana_dasar import finish, frame, line, open_document
from templat.word_dasar import fixed, keep_row, page, widths

MEETING = (
    ("Hari, tanggal", "{{ hari }}"), ("Pukul", "{{ pukul }}"), ("Tempat", "{{ tempat }}"), ("Acara", "{{ acara }}"),
)  # fmt: skip
RUANG = 52  # points above a name, for the signature


def undangan() -> Naskah:
    n = _open("{{ hal }}")
    n.text("{{ tempat_tanggal }}", "kanan", space_after=Pt(6))
    _facts(n, (("Nomor", "{{ nomor }}"), ("Sifat", "Biasa"), ("Lampiran", "–"), ("Hal", "{{ hal }}")), 0)
    n.text("Yth.", "kiri", space_before=Pt(10), space_after=Pt(2))
    n.tag("{%p for k in kepada %}")
    n.text("{{ k }}", "kiri", space_after=Pt(0), left_indent=Cm(0.6), line_spacing=1.05)
    n.tag("{%p endfor %}")
    n.text("di tempat", "kiri", space_before=Pt(4), space_after=Pt(12))
    n.body(
        "Sehubungan dengan penyusunan {{ tentang }} dan untuk melaksanakan SOP Pengumpulan Data Kinerja, kami "
        "mengundang Saudara untuk hadir pada:"
    )
    _facts(n, (("Hari, tanggal", "{{ hari }}"), ("Pukul", "{{ pukul }}"), ("Tempat", "{{ tempat }}"),
               ("Acara", "{{ acara }}")), 1.25)  # fmt: skip
    n.body("Demikian undangan ini disampaikan. Atas kehadiran Saudara, kami ucapkan terima kasih.")
    _signatures(n, (None, ("{{ camat.jabatan }},", "camat")))
    return finish(n)


def daftar_hadir() -> Naskah:
    n = _open("Daftar Hadir {{ judul }}")
    _title(n, "DAFTAR HADIR")
    _facts(n, MEETING, 0)
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 1.0, "tengah"),
            Kolom("Nama", "{{ r.nama }}", 4.7),
            Kolom("Jabatan", "{{ r.jabatan }}", 4.7),
            Kolom("Tanda tangan", "", 2.8),
            Kolom("Keterangan", "{{ r.keterangan }}", 2.3, "tengah"),
        ],
        "r in peserta",
        "Belum ada peserta.",
        ukuran=9.5,
    )
    row = next(row for row in n.doc.tables[-1].rows if "r.nama" in row.cells[1].text)
    row.height = Cm(1.0)
    n.text("{{ jumlah }}", "kiri", ukuran=10)
    _signatures(n, (None, ("{{ pimpinan.jabatan }},", "pimpinan")))
    return finish(n)


def notulen() -> Naskah:
    n = _open("Notulen {{ judul }}")
    _title(n, "NOTULEN")
    _facts(n, (*MEETING, ("Pimpinan", "{{ dipimpin }}"), ("Peserta", "{{ jumlah }}")), 0)
    _head(n, "A. Jalannya sosialisasi")
    n.tag("{%p for l in isi %}")
    n.text("{{ l }}", space_after=Pt(4))
    n.tag("{%p endfor %}")
    _head(n, "B. Arahan Camat")
    _directions(n, "r in arahan", "Tidak ada arahan.")
    _head(n, "C. Tindak lanjut arahan sebelumnya")
    _directions(n, "r in tindak_lanjut", "Tidak ada arahan sebelumnya yang harus ditindaklanjuti.")
    _signatures(n, (("Notulis,", None), ("{{ pimpinan.jabatan }},", "pimpinan")))
    n.tag("{%p if foto %}")
    n.text("D. Dokumentasi", "kiri", tebal=True, space_before=Pt(14), space_after=Pt(4), keep_with_next=True)
    n.tag("{%p for f in foto %}")
    n.text("{{ f.gambar }}", "tengah", space_after=Pt(2), keep_with_next=True)
    n.text("{{ f.keterangan }}", "tengah", ukuran=9, space_after=Pt(8))
    n.tag("{%p endfor %}")
    n.tag("{%p endif %}")
    n.text("{{ catatan_foto }}", "kiri", ukuran=9)
    return finish(n)


def _open(judul: str) -> Naskah:
    n = open_document(judul)
    section = n.doc.sections[0]
    page(section, landscape=False)
    section.top_margin = section.bottom_margin = Cm(2)
    frame(section)
    kop(n)
    return n


def _title(n: Naskah, jenis: str) -> None:
    n.text(jenis, "tengah", tebal=True, ukuran=12.5, space_after=Pt(0), keep_with_next=True)
    n.text("{{ judul }}", "tengah", tebal=True, space_after=Pt(10), keep_with_next=True)


def _head(n: Naskah, text: str) -> None:
    n.text(text, "kiri", tebal=True, space_before=Pt(8), space_after=Pt(4), keep_with_next=True)


def _facts(n: Naskah, facts: Sequence[tuple[str, str]], indent: float) -> None:
    """Label, colon, text; a long text stays in its column."""
    for label, text in facts:
        paragraph = n.text(f"{label}\t:\t{text}", "kiri", left_indent=Cm(indent + 3.4), first_line_indent=Cm(-3.4),
                           space_after=Pt(1), line_spacing=1.1)  # fmt: skip
        for stop in (indent + 3.0, indent + 3.4):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(stop))
    n.text("", space_after=Pt(0), line_spacing=Pt(6))


def _directions(n: Naskah, loop: str, empty: str) -> None:
    n.table(
        [
            Kolom("No.", "{{ r.nomor }}", 0.9, "tengah"),
            Kolom("Arahan", "{{ r.uraian }}", 5.6),
            Kolom("Pelaksana", "{{ r.pelaksana }}", 3.7),
            Kolom("Tenggat", "{{ r.tenggat }}", 2.2, "tengah"),
            Kolom("Keadaan per {{ keadaan_per }}", "{{ r.keadaan }}", 3.1),
        ],
        loop,
        empty,
        ukuran=9,
    )


def _signatures(n: Naskah, columns: Sequence[tuple[str, str | None] | None]) -> None:
    """Left and right; a party has jabatan, name and NIP, a notulis a name only."""
    table = n.doc.add_table(rows=1, cols=2)
    fixed(table, [7.5, 8.0])
    keep_row(table.rows[0])
    for cell, party in zip(table.rows[0].cells, columns, strict=True):
        if party is not None:
            _party(cell, *party)
    widths(table, [7.5, 8.0])


def _party(cell: Any, label: str, name: str | None) -> None:
    line(cell.paragraphs[0], label, tebal=True, space_before=Pt(12), space_after=Pt(RUANG))
    line(cell.add_paragraph(), f"{{{{ {name}.nama }}}}" if name else "{{ notulis }}", tebal=True, garis=True)
    if name:
        cell.add_paragraph(f"{{%p for b in {name}.bawah %}}")
        line(cell.add_paragraph(), "{{ b }}")
        cell.add_paragraph("{%p endfor %}")
