"""The form of the budget of one tahun: pagu, target keuangan and realisasi of each sub kegiatan, prefilled.

Kegiatan and program are locked rows that add up. A very hidden sheet says what the form was filled from.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from lakip import anggaran, pengaturan
from lakip.anggaran import KOLOM, KOLOM_NAMA, TINGKAT_NAMA, Angka, Kode
from lakip.pengaturan import Identitas
from lakip.store import Store
from lakip.unggah.berkas.lembar import Lembar, alamat
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.identitas import Kunci

SKEMA = 1
LEMBAR, PETUNJUK = "Anggaran", "Petunjuk"
BARIS_JUDUL = 5
BARIS_KOSONG = 20  # for what a year adds
BARIS_KOSONG_AWAL = 80  # for all the sub kegiatan of an office that has none on record yet
JUDUL: tuple[tuple[str, int], ...] = (
    ("Kode", 20), ("Uraian", 60), ("Tingkat", 12), *((KOLOM_NAMA[kolom], 16) for kolom in KOLOM),
)  # fmt: skip
TINGGI, HURUF_SEBARIS = 13.5, 68  # points of one line, and letters that fit in it
PERTAMA = 3  # of the money columns, counted from 0

PETUNJUK_ISI = (
    "CARA MENGISI FORMULIR ANGGARAN",
    "1. Isi hanya baris sub kegiatan. Baris kegiatan, program, dan jumlah menghitung sendiri.",
    "2. Tulis rupiah bulat. Pagu murni menurut DPA; pagu perubahan menurut DPPA, kosong bila belum ada.",
    "3. Target keuangan dan realisasi diisi per triwulan: tambahan triwulan itu saja, bukan jumlah s.d. triwulan.",
    "4. Sel kosong berarti belum diisi dan tidak menghapus catatan. Bila memang tidak ada belanja, tulis 0.",
    "5. Rupiah dicatat satu kali, pada sub kegiatannya; jangan diulang untuk setiap indikator.",
    "6. Koreksi triwulan yang lalu boleh ditulis negatif, selama jumlah sampai dengan triwulan itu tidak negatif.",
    "7. Sub kegiatan yang belum ada ditambahkan pada baris kosong di bawah, dengan kode lengkap dan uraiannya.",
    "8. Simpan sebagai .xlsx, lalu unggah.",
)


@dataclass(frozen=True)
class Meta:
    """What a form was made for. `terbit`: what each cell was issued with."""

    skema: int
    unit: str
    tahun: int
    contoh: bool
    terbit: Mapping[Kunci, str]


def issued(figures: Angka) -> dict[Kunci, str]:
    """What the form writes into the cells of the sub kegiatan, as text."""
    return {key: identitas.text(value) for key, value in figures.items()}


def anggaran_form(store: Store, unit: str, tahun: int) -> bytes:
    """The .xlsx to fill in. Without pagu in that tahun it holds the structure of the last one, without its figures."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    _Formulir(book, pengaturan.identity(store, unit), tahun).write(
        outline(store, unit, tahun), anggaran.recorded(store, unit, tahun)
    )
    book.close()
    return buffer.getvalue()


def outline(store: Store, unit: str, tahun: int) -> Sequence[Kode]:
    """The rows of a form: the sub kegiatan with pagu, of this tahun or of the last one, below their parents.

    Every program and kegiatan while there is none: those that come with the program, for a fresh office.
    """
    edition = anggaran.edition(store, unit, tahun)
    nodes = anggaran.nodes(store, unit, tahun, edition) or {k.kode: k for k in anggaran.bawaan()}
    budgeted = {kode for kode, kolom in anggaran.recorded(store, unit, tahun) if kolom in anggaran.PAGU}
    if not budgeted:
        budgeted = set(store.read("anggaran_tahun_lalu", unit=unit, tahun=tahun)["kode"].to_list())
    if budgeted:
        every = {**anggaran.nodes(store, unit, tahun), **nodes} if budgeted - nodes.keys() else nodes
        subs = [every[kode] for kode in sorted(budgeted) if kode in every]
        return [n for _, n in sorted(every.items()) if n in subs or any(s.is_below(n.kode) for s in subs)]
    return [node for _, node in sorted(nodes.items())]


def read_meta(lembar: Sequence[Lembar]) -> Meta | None:
    """What the hidden sheet of a form says; None for an office's own workbook, or a form of another kind."""
    found = identitas.read(lembar)
    if found is None or found.told.get("jenis") != "anggaran" or identitas.fault(lembar):
        return None
    told = found.told
    return Meta(int(told["skema"]), told["unit"], int(told["tahun"]), told["contoh"] == "1", found.terbit or {})


class _Formulir:
    """One workbook being written; holds its formats."""

    def __init__(self, book: Any, office: Identitas, tahun: int) -> None:
        self.book, self.office, self.tahun = book, office, tahun
        plain = {"font_name": "Arial", "font_size": 10}
        base = {**plain, "valign": "top", "border": 1}
        self.title = book.add_format({"font_name": "Arial", "font_size": 13, "bold": True})
        self.plain = book.add_format(plain)
        self.warn = book.add_format({"font_name": "Arial", "font_size": 11, "bold": True, "font_color": "#B42318"})
        self.head = book.add_format(
            {**base, "bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "align": "center", "text_wrap": True}
        )
        locked = {**base, "bg_color": "#EEF1F5"}
        self.text = book.add_format({**locked, "text_wrap": True, "num_format": "@"})
        self.parent = book.add_format({**locked, "text_wrap": True, "bold": True})
        # A sum of nothing shows nothing: what is missing is not 0.
        self.sum = book.add_format({**locked, "bold": True, "num_format": "#,##0;-#,##0;"})
        self.new = book.add_format({**base, "locked": False, "num_format": "@", "text_wrap": True})
        self.money = book.add_format({**base, "locked": False, "num_format": "#,##0"})

    def write(self, rows: Sequence[Kode], figures: Angka) -> None:
        sheet = self.book.add_worksheet(LEMBAR)
        self._titles(sheet)
        fresh = not any(node.jenjang == "sub_kegiatan" for node in rows)
        last = BARIS_JUDUL + len(rows) + (BARIS_KOSONG_AWAL if fresh else BARIS_KOSONG)
        for row, node in enumerate(rows, start=BARIS_JUDUL):
            sheet.set_row(row, TINGGI * (1 + len(node.nama) // HURUF_SEBARIS))
            self._row(sheet, row, node, figures, last)
        for row in range(BARIS_JUDUL + len(rows), last):
            self._empty(sheet, row)
        self._sums(sheet, last, "", "JUMLAH", "", figures, last)
        self._layout(sheet, last)
        self._help()
        self._meta(figures)

    def _titles(self, sheet: Any) -> None:
        sheet.write_string(0, 0, f"ANGGARAN, TARGET KEUANGAN, DAN REALISASI TAHUN {self.tahun}", self.title)
        sheet.write_string(1, 0, f"{self.office.nama}, {self.office.kabupaten}", self.plain)
        if self.office.contoh:
            sheet.write_string(2, 0, "DATA CONTOH: bukan data sebenarnya", self.warn)
        for column, (heading, width) in enumerate(JUDUL):
            sheet.set_column(column, column, width)
            sheet.write_string(BARIS_JUDUL - 1, column, heading, self.head)

    def _row(self, sheet: Any, row: int, node: Kode, figures: Angka, last: int) -> None:
        if node.jenjang != "sub_kegiatan":
            self._sums(sheet, row, node.kode, node.nama, TINGKAT_NAMA[node.jenjang], figures, last)
            return
        for column, text in enumerate((node.kode, node.nama, TINGKAT_NAMA[node.jenjang])):
            sheet.write_string(row, column, text, self.text)
        for column, kolom in enumerate(KOLOM, start=PERTAMA):
            value = figures.get((node.kode, kolom))
            if value is None:
                sheet.write_blank(row, column, None, self.money)
            else:
                sheet.write_number(row, column, value, self.money)

    def _sums(
        self,
        sheet: Any,
        row: int,
        kode: str,
        nama: str,
        tingkat: str,
        figures: Mapping[tuple[str, str], int],
        last: int,
    ) -> None:
        """A locked row: the sub kegiatan below the kode, wherever they stand in the sheet."""
        for column, text in enumerate((kode, nama, tingkat)):
            sheet.write_string(row, column, text, self.parent)
        below = f'$A${BARIS_JUDUL + 1}:$A${last},"{kode + ".*" if kode else "*"}"'
        subs = f'$C${BARIS_JUDUL + 1}:$C${last},"{TINGKAT_NAMA["sub_kegiatan"]}"'
        for column, kolom in enumerate(KOLOM, start=PERTAMA):
            top, bottom = alamat(BARIS_JUDUL + 1, column + 1), alamat(last, column + 1)
            known = sum(v for (k, c), v in figures.items() if c == kolom and (not kode or k.startswith(kode + ".")))
            sheet.write_formula(row, column, f"=SUMIFS({top}:{bottom},{below},{subs})", self.sum, known)

    def _empty(self, sheet: Any, row: int) -> None:
        for column in (0, 1):
            sheet.write_blank(row, column, None, self.new)
        sheet.write_string(row, 2, TINGKAT_NAMA["sub_kegiatan"], self.text)
        for column in range(PERTAMA, PERTAMA + len(KOLOM)):
            sheet.write_blank(row, column, None, self.money)

    def _layout(self, sheet: Any, last: int) -> None:
        whole = {"validate": "integer", "criteria": ">=", "value": -(10**15), "error_type": "warning"}
        message = {"error_title": "Bukan rupiah bulat", "error_message": "Isi rupiah bulat, misalnya 12.500.000."}
        sheet.data_validation(BARIS_JUDUL, PERTAMA, last - 1, PERTAMA + len(KOLOM) - 1, {**whole, **message})
        sheet.freeze_panes(BARIS_JUDUL, 2)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(8)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(BARIS_JUDUL - 1)

    def _help(self) -> None:
        sheet = self.book.add_worksheet(PETUNJUK)
        sheet.set_column(0, 0, 110)
        for row, line in enumerate(PETUNJUK_ISI):
            sheet.write_string(row, 0, line, self.plain if row else self.title)
        sheet.protect()

    def _meta(self, figures: Angka) -> None:
        told = {
            "jenis": "anggaran", "skema": SKEMA, "unit": self.office.unit, "tahun": self.tahun,
            "contoh": int(self.office.contoh),
        }  # fmt: skip
        identitas.write(self.book, told, issued(figures))
