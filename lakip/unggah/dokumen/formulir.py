"""The forms for what stands in a document and for comparison figures, filled with what is known.

A very hidden sheet says what a form is for and what each cell was issued with, as in `formulir`.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import xlsxwriter

from lakip import dokumen, pembanding, pengaturan
from lakip.dokumen import BarisDokumen, Dokumen
from lakip.pembanding import CAKUPAN_NAMA, Angka
from lakip.pengaturan import Identitas
from lakip.store import Store
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.identitas import Kunci, Pilihan
from lakip.unggah.tabel.kolom import plain

SKEMA = 2
PETUNJUK = "Petunjuk"
ISI, PEMBANDING, KAITAN = "isi_dokumen", "pembanding", "kaitan"
LEMBAR = {ISI: "Isi Dokumen", PEMBANDING: "Pembanding", KAITAN: "Kaitan"}
BARIS_JUDUL = 5
BARIS_KOSONG = 15
YA, TIDAK = "Ya", "Tidak"

PETUNJUK_ISI = (
    "CARA MENGISI ISI DOKUMEN",
    "1. Salin dari dokumennya: nama indikator, satuan, dan target persis seperti tertulis di sana. Bedanya dengan "
    "dokumen lain ditunjukkan pada Selisih antar dokumen.",
    "2. Kode, nama, dan satuan yang terisi berasal dari kartu indikator. Ubah nama dan satuannya bila di dokumen "
    "berbeda.",
    "3. Indikator yang tidak ada di dokumen dikosongkan targetnya; pada dokumen IKU pilih Tidak.",
    "4. Indikator dokumen yang tidak ada pada daftar ditulis pada baris kosong di bawah, tanpa kode.",
    "5. Isi yang disimpan menggantikan seluruh isi dokumen ini yang tercatat. Simpan sebagai .xlsx, lalu unggah.",
)
PETUNJUK_PEMBANDING = (
    "CARA MENGISI PEMBANDING",
    "1. Isi capaian kabupaten, provinsi, atau nasional untuk indikator yang sama pada tahun ini, bila diterbitkan.",
    "2. Setiap angka wajib bersumber: nama dokumen atau laman dan tahun terbitnya.",
    "3. Sel kosong tidak menghapus catatan. Simpan sebagai .xlsx, lalu unggah.",
)


@dataclass(frozen=True)
class Meta:
    """What a form was made for. `untuk`: jenis and versi of the document, "" for comparison figures.

    `terbit`: what each cell was issued with; `seen`: the version of the content it was filled from, 0 where the form
    only proposes one.
    """

    formulir: str
    skema: int
    unit: str
    tahun: int
    contoh: bool
    untuk: str
    seen: int
    terbit: Mapping[Kunci, str]


def contents_form(store: Store, unit: str, one: Dokumen) -> bytes:
    """The .xlsx for one document: what was entered, or the version before it says, or else the indikator known in its
    (first) tahun."""
    rows = dokumen.contents(store, unit, one) or _before(store, unit, one) or _suggested(store, unit, one)
    years = one.tahun_target
    last = ("ada", "Ada di Dokumen", 12) if not years else None
    columns = [("kode", "Kode", 10), ("nama", "Indikator", 60), ("satuan", "Satuan", 14)]
    columns += [last] if last else [(str(year), f"Target {year}", 14) for year in years]
    values = [_line(row, one) for row in rows]
    title = f"ISI {one.nama.upper()}" + (f", NOMOR {one.nomor}" if one.nomor else "")
    told = {"untuk": purpose(one), "seen": str(dokumen.contents_version(store, unit, one))}
    return Buku(pengaturan.identity(store, unit), one.tahun).write(
        ISI, title, columns, values, PETUNJUK_ISI, told, issued_contents(rows, one), BARIS_KOSONG
    )


def pembanding_form(store: Store, unit: str, tahun: int) -> bytes:
    """The .xlsx for the comparison figures of one tahun: every indikator, with what is recorded."""
    known = pembanding.recorded(store, unit, tahun)
    columns = [("kode", "Kode", 10), ("nama", "Indikator", 50), ("satuan", "Satuan", 12)]
    for cakupan, nama in CAKUPAN_NAMA.items():
        columns += [(cakupan, nama, 12), (f"sumber_{cakupan}", f"Sumber {nama}", 32)]
    values = []
    for card in dokumen.cards(store, unit, tahun):
        row: dict[str, Any] = {name: card[name] for name in ("kode", "nama", "satuan")}
        for cakupan in CAKUPAN_NAMA:
            if one := known.get((card["kode"], cakupan)):
                row |= {cakupan: one.nilai, f"sumber_{cakupan}": one.sumber}
        values.append(row)
    return Buku(pengaturan.identity(store, unit), tahun).write(
        PEMBANDING, f"PEMBANDING TAHUN {tahun}", columns, values, PETUNJUK_PEMBANDING, {}, issued_figures(known), 0
    )


def purpose(one: Dokumen) -> str:
    """The document version that a form is for, as its hidden sheet says it."""
    return f"{one.jenis} {one.versi}"


def row_key(kode: str | None, nama: str) -> str:
    """What a row of a document is known by: its kode, or else its name."""
    return kode or plain(nama)


def issued_contents(rows: Sequence[BarisDokumen], one: Dokumen) -> dict[Kunci, str]:
    """What the form of a document writes of these rows, as text."""
    return {
        (row_key(row.kode, row.nama), name): identitas.text(value)
        for row in rows
        for name, value in _line(row, one).items()
        if name != "kode"
    }


def issued_figures(known: Mapping[tuple[str, str], Angka]) -> dict[Kunci, str]:
    """What the form of comparison figures writes, as text."""
    found: dict[Kunci, str] = {}
    for (kode, cakupan), one in known.items():
        found[kode, cakupan] = identitas.text(one.nilai)
        found[kode, f"sumber_{cakupan}"] = identitas.text(one.sumber)
    return found


def read_meta(lembar: Sequence[Lembar]) -> Meta | None:
    """What the hidden sheet of any form says; None for an office's own workbook."""
    found = identitas.read(lembar)
    if found is None or identitas.fault(lembar):
        return None
    told = found.told
    return Meta(
        told["jenis"], int(told["skema"]), told["unit"], int(told["tahun"]), told["contoh"] == "1",
        told.get("untuk", ""), int(told.get("seen", "0")), found.terbit or {},
    )  # fmt: skip


def _before(store: Store, unit: str, one: Dokumen) -> Sequence[BarisDokumen]:
    """What the newest earlier version says: a perubahan changes little of it."""
    earlier = [r["versi"] for r in dokumen.versions(store, unit, one.jenis, one.tahun) if r["versi"] < (one.versi or 0)]
    known = (dokumen.contents(store, unit, replace(one, versi=versi)) for versi in reversed(earlier))
    return next((rows for rows in known if rows), ())


def _suggested(store: Store, unit: str, one: Dokumen) -> list[BarisDokumen]:
    """The cards that the document should name: IKU, or all."""
    cards = dokumen.cards(store, unit, one.tahun)
    return [BarisDokumen(c["nama"], c["kode"], c["satuan"]) for c in cards if c["iku"] or one.jenis != "iku"]


def _line(row: BarisDokumen, one: Dokumen) -> dict[str, Any]:
    values: dict[str, Any] = {"kode": row.kode, "nama": row.nama, "satuan": row.satuan}
    return values | ({str(y): row.target.get(y) for y in one.tahun_target} if one.tahun_target else {"ada": YA})


class Buku:
    """One workbook being written."""

    def __init__(self, office: Identitas, tahun: int) -> None:
        self.office, self.tahun = office, tahun
        self.buffer = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(self.buffer, options)
        font = {"font_name": "Arial", "font_size": 10}
        cell = {**font, "valign": "top", "text_wrap": True, "border": 1}
        head = {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "align": "center"}
        self.title = self.book.add_format({**font, "font_size": 13, "bold": True})
        self.plain = self.book.add_format(font)
        self.warn = self.book.add_format({**font, "bold": True, "font_color": "#B42318"})
        self.head = self.book.add_format({**cell, **head})
        self.text = self.book.add_format({**cell, "locked": False, "num_format": "@"})
        self.number = self.book.add_format({**cell, "locked": False})

    def write(
        self,
        formulir: str,
        title: str,
        columns: Sequence[tuple[str, str, int]],
        rows: Sequence[Mapping[str, Any]],
        help_lines: Sequence[str],
        told: Mapping[str, str],
        terbit: Mapping[Kunci, str],
        empty: int,
    ) -> bytes:
        sheet = self.book.add_worksheet(LEMBAR[formulir])
        sheet.write_string(0, 0, title, self.title)
        sheet.write_string(1, 0, f"{self.office.nama}, {self.office.kabupaten}", self.plain)
        if self.office.contoh:
            sheet.write_string(2, 0, "DATA CONTOH: bukan data sebenarnya", self.warn)
        for column, (name, heading, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(BARIS_JUDUL - 1, column, heading, self.head)
            for row, values in enumerate([*rows, *([{}] * empty)], start=BARIS_JUDUL):
                self._cell(sheet, row, column, name, values.get(name))
            if name == "ada":
                last = BARIS_JUDUL + len(rows) + empty
                Pilihan(self.book).offer(sheet, (BARIS_JUDUL, column, last, column), (YA, TIDAK))
        self._layout(sheet)
        self._help(help_lines)
        office = {"unit": self.office.unit, "contoh": int(self.office.contoh)}
        identity = {"jenis": formulir, **told, "skema": SKEMA, "tahun": self.tahun, **office}
        identitas.write(self.book, identity, terbit)
        self.book.close()
        return self.buffer.getvalue()

    def _cell(self, sheet: Any, row: int, column: int, name: str, value: object) -> None:
        numeric = name.isdecimal() or name in CAKUPAN_NAMA or name == "porsi"
        if value is None or value == "":
            sheet.write_blank(row, column, None, self.number if numeric else self.text)
        elif isinstance(value, Decimal):
            sheet.write_number(row, column, float(value), self.number)
        else:
            sheet.write_string(row, column, str(value), self.text)

    def _layout(self, sheet: Any) -> None:
        sheet.freeze_panes(BARIS_JUDUL, 2)
        sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "insert_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(BARIS_JUDUL - 1)

    def _help(self, lines: Sequence[str]) -> None:
        sheet = self.book.add_worksheet(PETUNJUK)
        sheet.set_column(0, 0, 110)
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, line, self.plain if row else self.title)
        sheet.protect()
