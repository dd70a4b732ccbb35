"""Reading a table of which each row is about one indikator: what contents and comparison figures have in common."""

import difflib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Generic, TypeVar

from lakip import pengaturan
from lakip.formatting import angka
from lakip.indikator import Metode
from lakip.store import Store
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.formulir import identitas, penolakan
from lakip.unggah.formulir.identitas import META, SENDIRI, Kunci, Meta
from lakip.unggah.formulir.penolakan import Beda, instead, other_year
from lakip.unggah.formulir.sejak import SejakFormulir, Tempat, changers, shown_number
from lakip.unggah.hasil import TINGGALKAN, Jawaban
from lakip.unggah.pembacaan import Pembacaan
from lakip.unggah.tabel.angka import read_cell
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import is_sum, plain
from lakip.unggah.tabel.pemilik import other_unit
from lakip.unggah.tabel.peta import Bidang, Peta
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

T = TypeVar("T")
Kartu = Mapping[str, Any]
MIRIP = 0.75
LAGI = "Unduh formulirnya di sini, isi, lalu unggah kembali."

KOLOM_KARTU = (
    Bidang("no", "Nomor", ("no",)), Bidang("kode", "Kode", ("kode",)), Bidang("nama", "Indikator", ("nama",)),
    Bidang("sasaran", "Sasaran", ("sasaran",)), Bidang("satuan", "Satuan", ("satuan",)),
)  # fmt: skip


@dataclass(frozen=True)
class Terbaca(Generic[T]):
    """What one row says. `kunci` names the indikator; `isi` None: nothing to record of it."""

    calon: Calon
    kunci: str
    isi: T | None
    temuan: tuple[Temuan, ...]

    @property
    def tempat(self) -> tuple[str, str]:
        return self.calon.lembar, self.calon.place


class PembacaanBaris(Pembacaan, Generic[T]):
    """One reading in the making. Each kind of file says what a row says; one that is for more than a tahun also
    what is not for it.

    Attributes:
        formulir: the kind of form, as its hidden sheet says it.
        cards: the indikator that a row may be about.
        soal: the temuan of the row being read.
    """

    formulir: str

    def __init__(self, store: Store, unit: str, tahun: int, lembar: Sequence[Lembar], jawaban: Jawaban) -> None:
        self.meta = identitas.read(lembar)
        super().__init__(lembar, jawaban, SENDIRI if self.meta else ())
        self.store, self.unit, self.tahun = store, unit, tahun
        self.cards: Sequence[Kartu] = ()
        self.rows: list[Terbaca[T]] = []
        self.soal: list[Temuan] = []
        self.sejak = SejakFormulir(None, {}, {}, jawaban)

    def hold_against(self, kini: Mapping[Kunci, str]) -> None:
        """A form is read beside the record, as it would be issued now: what the person left alone says nothing."""
        if self.meta is not None and self.meta.jenis == self.formulir:
            changed = changers(self.store, self.unit, self.tahun, self.formulir)
            self.sejak = SejakFormulir(self.meta.terbit, kini, changed, self.jawaban, _shown)

    def row(self, calon: Calon) -> Terbaca[T] | str:
        """What the row says, or why it is skipped."""
        raise NotImplementedError

    def chosen(self, meta: Meta) -> Beda | None:
        """The choice on the screen that one of our own forms is held against."""
        return other_year(meta.tahun, self.tahun)

    def other_table(self, table: Tabel) -> tuple[str, str] | None:
        """The same for a table."""
        years = table.tahun if self.meta is None else frozenset()
        if not years or self.tahun in years:
            return None
        rule, *both = other_year(min(years), self.tahun)
        return rule, instead("Tabel ini", *both)

    # ------------------------------------------------------------ the whole file

    def read(self) -> tuple[list[Temuan], list[Peta]]:
        """Fill `rows`; returns why the file is refused, if it is, and its tables."""
        tables = self.find_tables()
        if broken := self.unreadable():
            return broken, tables
        if refused := self._of_form():
            return refused, tables
        if wrong := self._of_tables(tables):
            return [Temuan(Tingkat.SALAH, "", "", *wrong)], tables
        self.ask_columns(tables)
        for one in tables:
            for number in one.tabel.baris_data:
                self._read_row(Calon.of(one.tabel, one.kolom, number))
        self._mark_doubles()
        return [], tables

    def counts(self) -> dict[str, Any]:
        """The fields of a Hasil that every kind has."""
        every = (*self.temuan, *(t for r in self.rows for t in r.temuan))
        settled = frozenset(t.kunci for t in every if self.accepted(t))
        kept = len(self.kept())
        held = len(self.rows) - kept
        return {"temuan": every, "terjawab": settled, "dibaca": kept, "ditahan": held, "utuh": self.sejak.utuh}

    def kept(self) -> list[Terbaca[T]]:
        """The rows that nothing holds."""
        return [r for r in self.rows if all(self.accepted(t) for t in r.temuan if t.menahan)]

    def _of_form(self) -> list[Temuan]:
        if self.meta is None:
            return []
        chosen, kantor = self.chosen(self.meta), pengaturan.identity(self.store, self.unit)
        return penolakan.refusals(self.meta, self.formulir, kantor, *([chosen] if chosen else []))

    def _of_tables(self, tables: Sequence[Peta]) -> tuple[str, str] | None:
        if not tables:
            names = ", ".join(f"“{one.nama}”" for one in self.lembar if one.nama != META)
            return "tanpa_tabel", f"Tidak ada tabel yang dapat dibaca: {self.tanpa_tabel} (lembar: {names}). {LAGI}"
        nama = pengaturan.identity(self.store, self.unit).nama
        for one in tables if self.meta is None else ():
            if other := other_unit(one.tabel.judul, nama):
                return "unit_lain", f"Tabel ini milik {other}, sedangkan unit ini {nama}. {LAGI}"
        return next((wrong for one in tables if (wrong := self.other_table(one.tabel))), None)

    # ------------------------------------------------------------ the rows

    def _read_row(self, calon: Calon) -> None:
        self.soal = []
        said = self._reason(calon) or ("ditinggalkan" if self._is_left_out(calon) else self.row(calon))
        if isinstance(said, str):
            self.skip(calon.lembar, calon.nomor, said)
        else:
            self.rows.append(said)

    @staticmethod
    def _reason(calon: Calon) -> str | None:
        """Why this is no row about an indikator; None when it is."""
        kode, nama = plain(calon.text("kode")), plain(calon.text("nama"))
        if kode in ("kode", "no", "kode indikator") or nama in ("indikator", "indikator kinerja"):
            return "judul kolom yang berulang"
        if is_sum(nama or kode):
            return "baris jumlah atau rata-rata"
        if nama and not any(c.isalpha() for c in nama):
            return "baris nomor kolom"
        if kode or nama or any(calon.text(n) for n in calon.sel if n not in ("no", "sasaran", "satuan")):
            return None
        shown = " ".join(sel.teks for sel in calon.sel.values())[:60]
        return f"bukan baris indikator: “{shown}”" if shown else "di luar kolom tabel"

    def _is_left_out(self, calon: Calon) -> bool:
        cells = {calon.place, *calon.alamat.values()}
        return any(
            lembar == calon.lembar and sel in cells and answer == TINGGALKAN
            for (lembar, sel, _), answer in self.jawaban.items()
        )

    def _mark_doubles(self) -> None:
        """One indikator on two rows: both wait until all but one are left out."""
        counted = Counter(r.kunci for r in self.rows)
        self.rows = [self._double(r) if counted[r.kunci] > 1 else r for r in self.rows]

    def _double(self, row: Terbaca[T]) -> Terbaca[T]:
        places = " dan ".join(r.calon.place for r in self.rows if r.kunci == row.kunci)
        pesan = f"{row.kunci}: ada pada lebih dari satu baris ({places}). Tinggalkan yang tidak dipakai."
        found = Temuan(Tingkat.SALAH, *row.tempat, "kode_ganda", pesan, row.kunci)
        return replace(row, temuan=(found, *row.temuan))

    # ------------------------------------------------------------ one row

    def counts_in(self, calon: Calon, name: str, nama: str, kunci: Kunci, said: str) -> bool:
        """Whether a cell of the row says something, or the record stays as it is there."""
        about = calon.text("kode") or calon.text("nama")[:60]
        verdict = self.sejak.judge(Tempat(calon.lembar, self.place(calon, name), nama, about), kunci, said)
        self.soal += verdict.temuan
        return verdict.pakai

    def tell(
        self, calon: Calon, tingkat: Tingkat, name: str, rule: str, pesan: str, pilihan: tuple[str, ...] = ()
    ) -> None:
        """A temuan on one field of the row."""
        about = calon.text("kode") or calon.text("nama")[:60] or f"baris {calon.nomor}"
        kode = calon.text("kode") or None
        self.soal.append(
            Temuan(tingkat, calon.lembar, self.place(calon, name), rule, f"{about}: {pesan}", kode, pilihan)
        )

    @staticmethod
    def place(calon: Calon, name: str) -> str:
        return calon.alamat.get(name) or calon.place

    def card_by_kode(self, kode: str) -> Kartu | None:
        return next((c for c in self.cards if kode and c["kode"].casefold() == kode.casefold()), None)

    def card_by_name(self, nama: str) -> Kartu | None:
        """The only card of that name."""
        same = [c for c in self.cards if plain(c["nama"]) == plain(nama)]
        return same[0] if len(same) == 1 else None

    def nearest(self, nama: str) -> str:
        """ " Nama terdekat: IK-01 ...", or nothing."""
        by_name = {plain(c["nama"]): c for c in self.cards}
        near = difflib.get_close_matches(plain(nama), by_name, n=1, cutoff=MIRIP)
        return f" Nama terdekat: {by_name[near[0]]['kode']} {by_name[near[0]]['nama']}." if near else ""

    def number(self, calon: Calon, name: str, label: str, satuan: str, card: Kartu | None) -> Decimal | None:
        """The figure in one cell; None when it is blank, wrong, or still asked."""
        mean = card is not None and card["metode"] == Metode.RATA_RATA
        for level, rule, pesan in calon.ragu.get(name, ()):
            self.tell(calon, level, name, rule, f"{label} {pesan}")
        found = read_cell(calon.sel.get(name), satuan, mean)
        if found.kode == "nihil":
            return Decimal(0)
        if found.kode in ("", "kosong", "strip", "tidak_tersedia"):
            return found.nilai
        labels = {angka(p): p for p in found.pilihan}
        tingkat = Tingkat.TANYA if labels else Tingkat.CATATAN if found.kode == "cara_tulis" else Tingkat.SALAH
        self.tell(calon, tingkat, name, found.kode, f"{label} {found.pesan}", tuple(labels))
        if found.kode == "cara_tulis":
            return found.nilai
        return labels.get(self.jawaban.get((calon.lembar, self.place(calon, name), found.kode), ""))


def _shown(bidang: str, text: str) -> str:
    return text if bidang == "nama" else shown_number(text)
