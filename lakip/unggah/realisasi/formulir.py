"""The form of realisasi: one triwulan, prefilled, with the cells that nobody should touch locked.

A very hidden sheet says what the form is for and what each cell was issued with (see `identitas`), so that `realisasi`
can tell a form of another unit, quarter or version, and what the person changed on it.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from lakip import pengaturan, rekap
from lakip.errors import UserError
from lakip.formatting import angka
from lakip.indikator import KEADAAN_NAMA, Keadaan, Metode
from lakip.pengaturan import Identitas
from lakip.periode import ROMAWI
from lakip.realisasi import Acuan
from lakip.store import Store
from lakip.unggah.berkas.buku import Lembar
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.identitas import Kunci, Pilihan
from lakip.validasi import PALING_LAMA

SKEMA = 2
SKEMA_DIBACA = (1, SKEMA)  # the first did not say what its cells were issued with
LEMBAR, PETUNJUK = "Realisasi", "Petunjuk"
BARIS_JUDUL = 6

# Heading, width, and whether the office fills it in.
KOLOM: tuple[tuple[str, int, bool], ...] = (
    ("No", 4, False),
    ("Kode", 9, False),
    ("Indikator Kinerja", 34, False),
    ("Satuan", 9, False),
    ("Target {tw}", 9, False),
    ("Cara mengisi", 28, False),
    ("Realisasi {tw}", 12, True),
    ("Pembilang (X)", 11, True),
    ("Penyebut (Y)", 11, True),
    ("Keadaan", 13, True),
    ("Alasan", 18, True),
    ("Faktor Pendukung", 24, True),
    ("Faktor Penghambat", 24, True),
    ("Tindak Lanjut", 24, True),
    ("Tahun Penilaian", 10, True),
)
NILAI, PEMBILANG, PENYEBUT, KEADAAN = 6, 7, 8, 9
URAIAN = ((10, "alasan"), (11, "faktor_pendukung"), (12, "faktor_penghambat"), (13, "tindak_lanjut"))
TAHUN_PENILAIAN = 14
BIDANG = {
    "nilai": NILAI, "pembilang": PEMBILANG, "penyebut": PENYEBUT, "keadaan": KEADAAN,
    **{name: column for column, name in URAIAN}, "tahun_penilaian": TAHUN_PENILAIAN,
}  # fmt: skip

CARA = {
    Metode.JUMLAH: "Isi tambahan {tw} saja.",
    Metode.KUMULATIF: "Isi total sejak Januari sampai akhir {tw}.",
    Metode.POSISI_AKHIR: "Isi keadaan pada akhir {tw}.",
    Metode.RATA_RATA: "Isi nilai {tw}.",
    Metode.RASIO: "Isi X dan Y {tw} saja.",
    Metode.TAHUNAN: "Isi hasil pengukuran tahun ini.",
}

PETUNJUK_ISI = (
    "CARA MENGISI FORMULIR REALISASI KINERJA",
    "1. Isi hanya sel yang tidak diarsir. Kolom “Cara mengisi” menjelaskan angka apa yang diminta.",
    "2. Tulis angka biasa dengan koma desimal, misalnya 95,5 atau 1.250. Tanda % tidak perlu.",
    "3. Indikator berpasangan diisi Pembilang (X) dan Penyebut (Y); sistem yang membaginya.",
    "4. Bila hasilnya memang tidak ada, pilih Nihil pada kolom Keadaan. Bila datanya belum ada, pilih "
    "Tidak tersedia dan tulis alasannya. Sel kosong berarti belum diisi, bukan 0.",
    "5. Jangan menghitung semester dan tahun: sistem menghitungnya dari triwulan.",
    "6. Tulis faktor pendukung, faktor penghambat, dan tindak lanjut dengan kalimat singkat; isinya masuk ke laporan.",
    "7. Kolom Tahun Penilaian diisi hanya bila angkanya hasil penilaian atas tahun lain, misalnya nilai evaluasi "
    "Inspektorat (LHE) atas tahun sebelumnya yang baru terbit tahun ini.",
    "8. Baris boleh diurutkan atau dihapus, tetapi jangan mengubah kodenya. Simpan sebagai .xlsx, lalu unggah.",
)


@dataclass(frozen=True)
class Meta:
    """What a form was made for. `baris`: per kode its cap (isian, metode, satuan) and the version filled in; `terbit`:
    what each cell was issued with, None in a form of the first schema."""

    skema: int
    unit: str
    tahun: int
    triwulan: int
    bagian: str | None
    contoh: bool
    baris: Mapping[str, tuple[tuple[str, str, str], int]]
    terbit: Mapping[Kunci, str] | None


def cells(card: Acuan, triwulan: int) -> dict[str, Any]:
    """What the form writes into the open cells of a row, by field: what is recorded of that triwulan."""
    recorded = card.tercatat.get(triwulan)
    if recorded is None:
        return {}
    old = recorded.isi
    found: dict[str, Any] = {name: getattr(old, name) for _, name in URAIAN}
    found["keadaan"] = KEADAAN_NAMA[old.keadaan] if old.keadaan else None
    if old.keadaan is Keadaan.TERISI:
        for name in (*(("pembilang", "penyebut") if card.berpasangan else ("nilai",)), "tahun_penilaian"):
            found[name] = getattr(old, name)
    return found


def issued(cards: Mapping[str, Acuan] | Sequence[Acuan], triwulan: int) -> dict[Kunci, str]:
    """The same of many rows, as text."""
    rows = cards.values() if isinstance(cards, Mapping) else cards
    return {(card.kode, name): identitas.text(value) for card in rows for name, value in cells(card, triwulan).items()}


def realisasi_form(store: Store, unit: str, tahun: int, triwulan: int, bagian: str | None = None) -> bytes:
    """The .xlsx to fill in: the indikator berlaku in that triwulan, of one bagian or of all.

    Raises UserError when nothing is berlaku there.
    """
    cards = [a for a in rekap.acuan(store, unit, tahun, triwulan).values() if bagian in (None, a.bagian)]
    asked = [a for a in cards if a.target is not None]
    if not asked:
        where = f"bagian {bagian}" if bagian else "kantor ini"
        raise UserError(
            f"Tidak ada indikator {where} yang bertarget pada Triwulan {ROMAWI[triwulan]} Tahun {tahun}. "
            "Isi dahulu target triwulannya di menu Acuan."
        )
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    office = pengaturan.identity(store, unit)
    _Formulir(book, office, tahun, triwulan, bagian).write(asked, [a for a in cards if a.target is None])
    book.close()
    return buffer.getvalue()


def read_meta(lembar: Sequence[Lembar]) -> Meta | None:
    """What the hidden sheet of a form says; None for an office's own workbook, or a form of another kind."""
    found = identitas.read(lembar)
    if found is None or found.told.get("jenis") != "realisasi" or identitas.fault(lembar):
        return None
    told = found.told
    return Meta(
        skema=int(told["skema"]),
        unit=told["unit"],
        tahun=int(told["tahun"]),
        triwulan=int(told["triwulan"]),
        bagian=told.get("bagian") or None,
        contoh=told["contoh"] == "1",
        baris={kode: _line(row) for kode, row in found.baris.items()},
        terbit=found.terbit,
    )


def _line(row: Sequence[str]) -> tuple[tuple[str, str, str], int]:
    isian, _, rest = row[2].partition("|")
    metode, _, versi = rest.rpartition("|")
    return (isian, metode, row[3]), int(versi)


class _Formulir:
    """One workbook being written; holds its formats."""

    def __init__(self, book: Any, office: Identitas, tahun: int, triwulan: int, bagian: str | None) -> None:
        self.book, self.office = book, office
        self.tahun, self.triwulan, self.bagian = tahun, triwulan, bagian
        self.tw = f"TW {ROMAWI[triwulan]}"
        base = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
        grey = {"bg_color": "#EDEFF2"}
        self.title = book.add_format({"font_name": "Arial", "font_size": 13, "bold": True})
        self.subtitle = book.add_format({"font_name": "Arial", "font_size": 10})
        self.warn = book.add_format({"font_name": "Arial", "font_size": 11, "bold": True, "font_color": "#B42318"})
        self.head = book.add_format(
            {**base, "bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "align": "center"}
        )
        self.fixed = book.add_format({**base, **grey})
        self.fixed_number = book.add_format({**base, **grey, "num_format": "General"})
        self.note = book.add_format({**base, **grey, "italic": True, "font_size": 9})
        self.number = book.add_format({**base, "locked": False})
        self.text = book.add_format({**base, "locked": False, "num_format": "@"})
        self.aside = book.add_format({"font_name": "Arial", "font_size": 9, "italic": True, "font_color": "#5B6470"})

    def write(self, asked: Sequence[Acuan], unasked: Sequence[Acuan]) -> None:
        sheet = self.book.add_worksheet(LEMBAR)
        self._titles(sheet, asked)
        for row, card in enumerate(asked, start=BARIS_JUDUL):
            self._row(sheet, row, row - BARIS_JUDUL + 1, card)
        last = BARIS_JUDUL + len(asked) - 1
        self._unasked(sheet, last + 2, unasked)
        self._layout(sheet)
        self._help()
        self._meta(asked)
        self._rules(sheet, last)

    def _titles(self, sheet: Any, asked: Sequence[Acuan]) -> None:
        names = dict.fromkeys(card.bagian_nama for card in asked)
        of = next(iter(names)) if self.bagian else "Semua bagian"
        sheet.write_string(
            0, 0, f"FORMULIR REALISASI KINERJA TRIWULAN {ROMAWI[self.triwulan]} TAHUN {self.tahun}", self.title
        )
        sheet.write_string(1, 0, f"{self.office.nama}, {self.office.kabupaten}", self.subtitle)
        sheet.write_string(2, 0, of, self.subtitle)
        if self.office.contoh:
            sheet.write_string(3, 0, "DATA CONTOH: bukan data sebenarnya", self.warn)
        for column, (name, width, _) in enumerate(KOLOM):
            sheet.set_column(column, column, width)
            sheet.write_string(BARIS_JUDUL - 1, column, name.format(tw=self.tw), self.head)

    def _row(self, sheet: Any, row: int, nomor: int, card: Acuan) -> None:
        sheet.write_number(row, 0, nomor, self.fixed)
        for column, label in enumerate((card.kode, card.nama, card.satuan), start=1):
            sheet.write_string(row, column, label, self.fixed)
        sheet.write_number(row, 4, float(card.target or 0), self.fixed_number)
        sheet.write_string(row, 5, self._how(card), self.note)
        values = cells(card, self.triwulan)
        texts = {column: values.get(name) for column, name in URAIAN}
        sheet.set_row(row, _height({2: card.nama, 5: self._how(card), **texts}))
        asked = {PEMBILANG, PENYEBUT} if card.berpasangan else {NILAI}
        for name, column in BIDANG.items():
            value = values.get(name)
            form = self.fixed if column in {NILAI, PEMBILANG, PENYEBUT} - asked else self.number
            if column == KEADAAN or column in texts:
                _write_text(sheet, row, column, value, self.text)
            elif value is None:
                sheet.write_blank(row, column, None, form)
            else:
                sheet.write_number(row, column, float(value), form)

    def _how(self, card: Acuan) -> str:
        text = CARA[card.metode].format(tw=self.tw)
        if card.berpasangan:
            text += f" X: {card.label_pembilang or 'pembilang'}. Y: {card.label_penyebut or 'penyebut'}."
        before = [(q, card.tercatat[q].isi) for q in range(1, self.triwulan) if q in card.tercatat]
        if card.metode is Metode.KUMULATIF and before:
            quarter, isi = before[-1]
            text += f" Tercatat s.d. TW {ROMAWI[quarter]}: {angka(card.total(isi))}."
        return text

    def _rules(self, sheet: Any, last: int) -> None:
        for column in (NILAI, PEMBILANG, PENYEBUT):
            sheet.data_validation(
                BARIS_JUDUL, column, last, column,
                {
                    "validate": "decimal", "criteria": ">=", "value": 0, "error_type": "warning",
                    "error_title": "Bukan angka",
                    "error_message": "Isi angka, misalnya 95,5. Bila tidak ada angka, pakai kolom Keadaan.",
                },
            )  # fmt: skip
        Pilihan(self.book).offer(
            sheet, (BARIS_JUDUL, KEADAAN, last, KEADAAN), KEADAAN_NAMA.values(),
            error_title="Keadaan", error_message="Pilih Terisi, Nihil, atau Tidak tersedia.",
        )  # fmt: skip
        sheet.data_validation(
            BARIS_JUDUL, TAHUN_PENILAIAN, last, TAHUN_PENILAIAN,
            {
                "validate": "integer", "criteria": "between", "minimum": self.tahun - PALING_LAMA,
                "maximum": self.tahun, "error_title": "Tahun penilaian",
                "error_message": f"Isi tahun yang dinilai, paling akhir {self.tahun}, atau kosongkan.",
            },
        )  # fmt: skip

    def _unasked(self, sheet: Any, row: int, unasked: Sequence[Acuan]) -> None:
        if unasked:
            sheet.write_string(row, 0, f"Tidak diisi pada {self.tw}, karena tidak bertarget:", self.aside)
        for offset, card in enumerate(unasked, start=1):
            sheet.write_string(row + offset, 0, f"{card.kode}  {card.nama}", self.aside)

    def _layout(self, sheet: Any) -> None:
        sheet.freeze_panes(BARIS_JUDUL, 3)
        sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
        sheet.set_landscape()
        sheet.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.5)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(BARIS_JUDUL - 1)
        sheet.set_footer(f"&L&8{self.office.nama.replace('&', '&&')}&R&8Halaman &P dari &N")

    def _help(self) -> None:
        sheet = self.book.add_worksheet(PETUNJUK)
        sheet.set_column(0, 0, 110)
        for row, line in enumerate(PETUNJUK_ISI):
            sheet.write_string(row, 0, line, self.subtitle if row else self.title)
        sheet.protect()

    def _meta(self, asked: Sequence[Acuan]) -> None:
        told = {
            "jenis": "realisasi", "skema": SKEMA, "unit": self.office.unit, "tahun": self.tahun,
            "triwulan": self.triwulan, "bagian": self.bagian or "",
            "contoh": int(self.office.contoh),
        }  # fmt: skip
        lines = []
        for card in asked:
            old = card.tercatat.get(self.triwulan)
            isian, metode, satuan = card.cap
            lines.append((card.kode, f"{isian}|{metode}|{old.versi if old else 0}", satuan))
        identitas.write(self.book, told, issued(asked, self.triwulan), lines)


def _height(texts: Mapping[int, str | None]) -> float:
    """Room for the longest wrapped text of a row, and for a line that someone writes by hand."""
    lines = [
        sum(-(-max(len(part), 1) * 11 // (10 * KOLOM[column][1])) for part in text.split("\n"))
        for column, text in texts.items()
        if text
    ]
    return 13.0 * max(2, *lines, 2) + 2


def _write_text(sheet: Any, row: int, column: int, text: str | None, form: Any) -> None:
    if text:
        sheet.write_string(row, column, text, form)
    else:
        sheet.write_blank(row, column, None, form)
