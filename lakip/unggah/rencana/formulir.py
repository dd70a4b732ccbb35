"""The form "Rencana Aksi" of one tahun: sasaran, cards, targets and the PK they belong to, filled with what is known.

A very hidden sheet says what the form is for and what each cell was issued with, as in `formulir`.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import xlsxwriter

from lakip import pengaturan, rencana
from lakip.formatting import tanggal
from lakip.indikator import METODE_NAMA, RUMUS_NAMA, TIPE_NAMA, Isian
from lakip.pengaturan import Identitas
from lakip.periode import ROMAWI, TRIWULAN
from lakip.rencana import JENJANG_NAMA, PERIODE_TARGET, Indikator, PkVersion, Sasaran, Target, Tujuan
from lakip.store import Store
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.identitas import Kunci, Pilihan
from lakip.unggah.rencana.petunjuk import PETUNJUK_ISI

SKEMA = 4
SKEMA_DIBACA = (1, 2, 3, SKEMA)
LEMBAR, PETUNJUK = "Rencana Aksi", "Petunjuk"
BARIS_PK, BARIS_JUDUL = 4, 11
BARIS_KOSONG = 15
KOLOM_NILAI_PK = 3

ISIAN_NAMA = {Isian.NILAI: "Nilai", Isian.PASANGAN: "Pembilang dan penyebut"}
YA, TIDAK = "Ya", "Tidak"
BARU = "baru"

# Field, heading, width.
KOLOM: tuple[tuple[str, str, int], ...] = (
    ("kode_tujuan", "Kode Tujuan", 9),
    ("tujuan", "Tujuan", 28),
    ("jenjang", "Jenjang", 10),
    ("kode_sasaran", "Kode Sasaran", 10),
    ("sasaran", "Sasaran", 34),
    ("induk", "Induk Sasaran", 10),
    ("kode_anggaran", "Kode Anggaran", 18),
    ("kode", "Kode", 9),
    ("nama", "Indikator", 40),
    ("definisi", "Definisi Operasional", 36),
    ("formula", "Formula", 28),
    ("satuan", "Satuan", 10),
    ("tipe_nilai", "Tipe Nilai", 14),
    ("isian", "Isian", 14),
    ("metode", "Metode", 22),
    ("rumus", "Rumus", 26),
    ("desimal", "Desimal", 8),
    ("label_pembilang", "Pembilang", 20),
    ("label_penyebut", "Penyebut", 20),
    ("bagian", "Penanggung Jawab (bagian)", 14),
    ("sumber_data", "Sumber Data", 24),
    ("frekuensi", "Frekuensi", 14),
    ("media", "Media", 20),
    ("alasan", "Alasan Pemilihan", 24),
    ("dasar_penetapan", "Dasar Penetapan", 24),
    ("baseline", "Baseline", 10),
    ("baseline_tahun", "Tahun Baseline", 9),
    ("iku", "IKU", 7),
    ("TH", "Target Tahunan", 12),
    *((f"TW{n}", f"Target TW {ROMAWI[n]}", 11) for n in TRIWULAN),
    ("aktivitas", "Aktivitas (Rencana Aksi)", 44),
)
# The schema since which a form has the column; 1 where nothing is said.
SEJAK = {
    **dict.fromkeys(("kode_anggaran", "tipe_nilai", "alasan", "dasar_penetapan", "baseline", "baseline_tahun"), 2),
    "aktivitas": 3,
}
BILANGAN = ("desimal", "baseline", "baseline_tahun", *PERIODE_TARGET)
MILIK_SASARAN = ("kode_tujuan", "jenjang", "sasaran", "induk")  # these say the same on each row of a sasaran
URUTAN = {name: number for number, (name, _, _) in enumerate(KOLOM)}
LABEL_PK = {
    "versi": "Versi PK",
    "nomor": "Nomor PK",
    "tanggal": "Tanggal PK",
    "mulai_triwulan": "Berlaku mulai triwulan",
    "alasan": "Alasan perubahan",
    "dasar_ubah": "Dasar perubahan",
}

DASAR_PENDEK = {  # short enough for a dropdown to show
    "pejabat": "Pergantian atau mutasi pejabat",
    "strategi": "Perubahan strategi, program, atau anggaran",
    "prioritas": "Perubahan prioritas atau asumsi",
}


@dataclass(frozen=True)
class Meta:
    """What a form was made for. `terbit`: what each cell was issued with. Before schema 4 it is None, and `baris` says
    what each indikator's card and targets were, as one text."""

    skema: int
    unit: str
    tahun: int
    contoh: bool
    baris: Mapping[str, str]
    terbit: Mapping[Kunci, str] | None


def rencana_form(store: Store, unit: str, tahun: int) -> bytes:
    """The .xlsx to fill in; empty rows only when nothing is known of that tahun yet."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    form = _Formulir(book, pengaturan.identity(store, unit), tahun)
    form.write(
        rencana.pk_versions(store, unit, tahun),
        rencana.tujuan(store, unit, tahun),
        rencana.sasaran(store, unit, tahun),
        rencana.indikator(store, unit, tahun),
        rencana.targets(store, unit, tahun),
        [b.bagian for b in pengaturan.bagian(store, unit)],
    )
    book.close()
    return buffer.getvalue()


def read_meta(lembar: Sequence[Lembar]) -> Meta | None:
    """What the hidden sheet of a form says; None for an office's own workbook, or a form of another kind."""
    found = identitas.read(lembar)
    if found is None or found.told.get("jenis") != "rencana" or identitas.fault(lembar):
        return None
    told, lines = found.told, {kode: row[2] for kode, row in found.baris.items()}
    contoh, skema = told["contoh"] == "1", int(told["skema"])
    return Meta(skema, told["unit"], int(told["tahun"]), contoh, lines, found.terbit if skema >= SKEMA else None)


def fingerprint(card: Indikator, target: Target | None, skema: int = SKEMA) -> str:
    """What a row of a form before schema 4 was filled from; another text means that the record changed since."""
    nilai = target.nilai.values() if target else ()
    names = [n for n in URUTAN if hasattr(card, n) and SEJAK.get(n, 1) <= skema]
    card_text = [getattr(card, name) for name in names]
    # A hidden cell is read back with one space between words, whatever stood there.
    return "|".join(["" if v is None else " ".join(str(v).split()) for v in card_text] + [_plain(v) for v in nilai])


def pk_cells(pk: PkVersion | None) -> dict[str, str]:
    """What the form writes of one PK, beside its version."""
    one = pk or PkVersion()
    return {
        "nomor": one.nomor or "",
        "tanggal": tanggal(one.tanggal) if one.tanggal else "",
        "mulai_triwulan": ROMAWI[one.mulai_triwulan],
        "dasar_ubah": DASAR_PENDEK.get(one.dasar_ubah or "", ""),
        "alasan": one.alasan or "",
    }


def issued(
    tujuan: Mapping[str, Tujuan],
    goals: Mapping[str, Sasaran],
    cards: Mapping[str, Indikator],
    targets: Mapping[str, Target],
) -> dict[Kunci, str]:
    """What the form writes into its rows, as text."""
    found: dict[Kunci, str] = {}
    for goal, card in _lines(goals, cards):
        values = _values(goal, card, targets.get(card.kode) if card else None, tujuan)
        about = (card.kode if card else None, goal.kode if goal else "", goal.tujuan or "" if goal else "")
        found |= {(row_key(name, *about), name): identitas.text(v) for name, v in values.items() if name in URUTAN}
    return found


def row_key(name: str, kode: str | None, sasaran: str, tujuan: str) -> str:
    """What a field of a row is kept under: the indikator, its sasaran, or the tujuan of that."""
    if name in MILIK_SASARAN:
        return f"sasaran {sasaran}"
    if name == "tujuan":
        return f"tujuan {tujuan}"
    return kode or f"sasaran {sasaran}"


def pk_choices(existing: Sequence[PkVersion]) -> list[str]:
    """What Versi PK offers: those recorded, and a new one."""
    return [f"{p.versi} ({p.sifat})" for p in existing] + [f"{BARU} ({'perubahan' if existing else 'murni'})"]


class _Formulir:
    """One workbook being written; holds its formats."""

    def __init__(self, book: Any, office: Identitas, tahun: int) -> None:
        self.book, self.office, self.tahun = book, office, tahun
        base = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
        plain = {"font_name": "Arial", "font_size": 10}
        self.title = book.add_format({"font_name": "Arial", "font_size": 13, "bold": True})
        self.plain = book.add_format(plain)
        self.label = book.add_format({**plain, "bold": True})
        self.warn = book.add_format({"font_name": "Arial", "font_size": 11, "bold": True, "font_color": "#B42318"})
        self.head = book.add_format(
            {**base, "bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF", "align": "center"}
        )
        self.text = book.add_format({**base, "locked": False, "num_format": "@"})
        self.number = book.add_format({**base, "locked": False})

    def write(
        self,
        pk: Sequence[PkVersion],
        tujuan: Mapping[str, Tujuan],
        goals: Mapping[str, Sasaran],
        cards: Mapping[str, Indikator],
        targets: Mapping[str, Target],
        bagian: Sequence[str],
    ) -> None:
        sheet = self.book.add_worksheet(LEMBAR)
        self.pilihan = Pilihan(self.book)
        self._titles(sheet)
        head = pk_cells(pk[-1] if pk else None)
        self._pk(sheet, pk, head)
        row = BARIS_JUDUL
        for goal, card in _lines(goals, cards):
            self._row(sheet, row, _values(goal, card, targets.get(card.kode) if card else None, tujuan))
            row += 1
        for empty in range(row, row + BARIS_KOSONG):
            self._row(sheet, empty, {})
        self._choices(sheet, row + BARIS_KOSONG - 1, bagian)
        self._layout(sheet)
        self._help(bagian)
        self._meta({("PK", name): text for name, text in head.items()} | issued(tujuan, goals, cards, targets))

    def _titles(self, sheet: Any) -> None:
        sheet.write_string(0, 0, f"RENCANA AKSI DAN TARGET KINERJA TAHUN {self.tahun}", self.title)
        sheet.write_string(1, 0, f"{self.office.nama}, {self.office.kabupaten}", self.plain)
        if self.office.contoh:
            sheet.write_string(2, 0, "DATA CONTOH: bukan data sebenarnya", self.warn)
        for column, (_, heading, width) in enumerate(KOLOM):
            sheet.set_column(column, column, width)
            sheet.write_string(BARIS_JUDUL - 1, column, heading, self.head)

    def _pk(self, sheet: Any, existing: Sequence[PkVersion], head: Mapping[str, str]) -> None:
        """The newest PK, ready to be corrected; choosing a new one makes a perubahan."""
        filled = {**head, "versi": pk_choices(existing)[-2 if existing else -1]}
        for row, (name, label) in enumerate(LABEL_PK.items(), start=BARIS_PK - 1):
            sheet.write_string(row, 0, label, self.label)
            sheet.write_string(row, KOLOM_NILAI_PK - 1, filled[name], self.text)
        choices = (pk_choices(existing), list(ROMAWI.values()), DASAR_PENDEK.values())
        for name, source in zip(("versi", "mulai_triwulan", "dasar_ubah"), choices, strict=True):
            row = BARIS_PK - 1 + list(LABEL_PK).index(name)
            self.pilihan.offer(sheet, (row, KOLOM_NILAI_PK - 1, row, KOLOM_NILAI_PK - 1), source)

    def _row(self, sheet: Any, row: int, values: Mapping[str, str | Decimal | int | None]) -> None:
        for name, column in URUTAN.items():
            value = values.get(name)
            numeric = name in BILANGAN
            if value is None or value == "":
                sheet.write_blank(row, column, None, self.number if numeric else self.text)
            elif numeric:
                sheet.write_number(row, column, float(value), self.number)
            else:
                sheet.write_string(row, column, str(value), self.text)

    def _choices(self, sheet: Any, last: int, bagian: Sequence[str]) -> None:
        offered: dict[str, Iterable[str]] = {
            "jenjang": JENJANG_NAMA.values(),
            "tipe_nilai": TIPE_NAMA.values(),
            "isian": ISIAN_NAMA.values(),
            "metode": METODE_NAMA.values(),
            "rumus": RUMUS_NAMA.values(),
            "bagian": bagian,
            "iku": (YA, TIDAK),
        }
        for name, source in offered.items():
            self.pilihan.offer(sheet, (BARIS_JUDUL, URUTAN[name], last, URUTAN[name]), source)
        number = {"validate": "decimal", "criteria": ">=", "value": 0, "error_type": "warning"}
        message = {"error_title": "Bukan angka", "error_message": "Isi angka, misalnya 95,5; kosong bila tidak diukur."}
        sheet.data_validation(BARIS_JUDUL, URUTAN["TH"], last, URUTAN["TW4"], {**number, **message})

    def _layout(self, sheet: Any) -> None:
        sheet.freeze_panes(BARIS_JUDUL, URUTAN["nama"] + 1)
        sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "insert_rows": True})
        sheet.set_landscape()
        sheet.set_paper(8)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(BARIS_JUDUL - 1)

    def _help(self, bagian: Sequence[str]) -> None:
        sheet = self.book.add_worksheet(PETUNJUK)
        sheet.set_column(0, 0, 110)
        for row, line in enumerate((*PETUNJUK_ISI, f"Kode bagian: {', '.join(bagian)}.")):
            sheet.write_string(row, 0, line, self.plain if row else self.title)
        sheet.protect()

    def _meta(self, terbit: Mapping[Kunci, str]) -> None:
        told = {
            "jenis": "rencana", "skema": SKEMA, "unit": self.office.unit, "tahun": self.tahun,
            "contoh": int(self.office.contoh),
        }  # fmt: skip
        identitas.write(self.book, told, terbit)


def _lines(
    goals: Mapping[str, Sasaran], cards: Mapping[str, Indikator]
) -> list[tuple[Sasaran | None, Indikator | None]]:
    """Every card under its sasaran, in the order of the sasaran; a sasaran without cards has a row of its own."""
    found: list[tuple[Sasaran | None, Indikator | None]] = []
    for kode, goal in goals.items():
        mine = [card for card in cards.values() if card.sasaran == kode]
        found += [(goal, card) for card in mine] or [(goal, None)]
    found += [(None, card) for card in cards.values() if card.sasaran not in goals]
    return found


def _values(
    goal: Sasaran | None, card: Indikator | None, target: Target | None, tujuan: Mapping[str, Tujuan]
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if goal:
        jenjang = JENJANG_NAMA[goal.jenjang]
        values = {"jenjang": jenjang, "kode_sasaran": goal.kode, "sasaran": goal.uraian, "induk": goal.induk}
        if aim := tujuan.get(goal.tujuan or ""):
            values |= {"kode_tujuan": aim.kode, "tujuan": aim.uraian}
    if card:
        texts = {name: getattr(card, name) for name in URUTAN if name not in ("sasaran", "TH") and hasattr(card, name)}
        words = {"isian": ISIAN_NAMA[card.isian], "metode": METODE_NAMA[card.metode], "rumus": RUMUS_NAMA[card.rumus]}
        words |= {"tipe_nilai": TIPE_NAMA[card.tipe_nilai]} if card.tipe_nilai else {}
        values |= {**texts, **words, "iku": YA if card.iku else TIDAK}
    return {**values, **(target.nilai if target else {})}


def _plain(nilai: Decimal | None) -> str:
    return "" if nilai is None else f"{nilai.normalize():f}"
