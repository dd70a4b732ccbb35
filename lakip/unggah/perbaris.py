"""Reading a file row by row: what the six kinds of upload have in common.

A kind says which columns it looks for, which choices on the screen a file has to be for, what one row says, and what
all rows come to. Every non-empty row below a heading is read, skipped with a reason, or held.
"""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar, Generic, TypeVar

from lakip import pengaturan
from lakip.akses import Izin, Pengguna
from lakip.indikator import Metode
from lakip.store import Store
from lakip.unggah.berkas.buku import display_name, read_workbook
from lakip.unggah.berkas.lembar import Lembar, alamat
from lakip.unggah.formulir import identitas, penolakan
from lakip.unggah.formulir.identitas import SENDIRI, Kunci, Meta
from lakip.unggah.formulir.penolakan import Beda, other_year
from lakip.unggah.formulir.sejak import SejakFormulir, Tempat, changers, shower
from lakip.unggah.formulir.tulis import Kolom as KolomFormulir
from lakip.unggah.hasil import TINGGALKAN, Hasil, Jawaban
from lakip.unggah.pembacaan import Pembacaan
from lakip.unggah.tabel.angka import read_cell
from lakip.unggah.tabel.calon import Calon, choices, question
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.peta import Bidang, Kolom, Peta
from lakip.validasi import Temuan, Tingkat

T = TypeVar("T")
H = TypeVar("H", bound=Hasil)
C = TypeVar("C", bound=Calon)
Kartu = Mapping[str, Any]
MIRIP = 0.75
DISEBUT = 5  # places named of one kode
TANPA_TRIWULAN = (
    "barisnya tidak menyebut triwulan, sedangkan baris lain di tabel ini menyebutnya. Isi triwulannya, atau tinggalkan."
)

KOLOM_KARTU = (
    Bidang("no", "Nomor", ("no",)), Bidang("kode", "Kode", ("kode",)), Bidang("nama", "Indikator", ("nama",)),
    Bidang("sasaran", "Sasaran", ("sasaran",)), Bidang("satuan", "Satuan", ("satuan",)),
)  # fmt: skip


@dataclass
class Terbaca(Generic[C, T]):
    """What one row says. `kode` is what it is about; `isi` None: nothing to record of it."""

    calon: C
    kode: str
    isi: T | None = None
    temuan: list[Temuan] = field(default_factory=list)


class PembacaanBaris(Pembacaan, Generic[H, C, T]):
    """One reading in the making.

    Attributes:
        formulir: the kind of form, as its hidden sheet says it.
        perlu: the columns that a table needs, in words.
        hasil_baru: what the file comes to; `baris_baru` what a row of it is read as.
        ejaan: fields that are called otherwise than their column.
        soal: the temuan of the row being read.
    """

    formulir: ClassVar[str]
    perlu: str
    hasil_baru: type[H]
    baris_baru: type[C]
    ejaan: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self, store: Store, pengguna: Pengguna, hasil: H, lembar: Sequence[Lembar], jawaban: Jawaban | None
    ) -> None:
        self.meta = identitas.read(lembar)
        super().__init__(lembar, jawaban or {}, SENDIRI if self.meta else ())
        self.store, self.pengguna, self.hasil, self.unit, self.tahun = store, pengguna, hasil, hasil.unit, hasil.tahun
        self.kantor = pengaturan.identity(store, self.unit)
        self.nama_kantor, self.tanpa_tabel = self.kantor.nama, f"tidak memuat tabel dengan {self.perlu}"
        self.rows: list[Terbaca[C, T]] = []
        self.soal: list[Temuan] = []
        self.left = {key: key[:2] for key, answer in self.jawaban.items() if answer == TINGGALKAN and key[1]}
        self.answered: set[tuple[str, str, str]] = set()
        self.sejak = SejakFormulir(None, {}, {}, self.jawaban)

    @classmethod
    def read(
        cls,
        store: Store,
        pengguna: Pengguna,
        content: bytes,
        nama_berkas: str,
        unit: str,
        tahun: int,
        jawaban: Jawaban | None = None,
        **untuk: Any,
    ) -> H:
        """Read and judge one file of one tahun: changes nothing, and never fails on a clerk's mistake.

        Args:
            jawaban: answers to temuan of an earlier reading of the same file; see `Jawaban`.
            untuk: what else was chosen on the screen, as fields of the Hasil.

        Raises:
            AccessError: the pengguna may not change plans.
            UserError: the file is no readable workbook or table.
        """
        pengguna.require(Izin.RENCANA, unit)
        named = display_name(nama_berkas)
        hasil = cls.hasil_baru(nama_berkas=named, content=content, unit=unit, tahun=tahun, **untuk)
        return cls(store, pengguna, hasil, read_workbook(content, nama_berkas), jawaban).result()

    def since(self, kini: Mapping[Kunci, str], kolom: Iterable[KolomFormulir], tentang: str = "") -> SejakFormulir:
        """The form beside the record as it would be issued now. `tentang`: what `changers` keeps the record under."""
        terbit = self.meta.terbit if self.meta and self.meta.jenis == self.formulir else None
        who = changers(self.store, self.unit, self.tahun, tentang or self.formulir) if terbit is not None else {}
        return SejakFormulir(terbit, kini, who, self.jawaban, shower(kolom))

    # ------------------------------------------------------------ what a kind says

    def chosen(self, meta: Meta) -> Sequence[Beda]:
        """The choices on the screen that one of our own forms is held against."""
        return [other_year(meta.tahun, self.tahun)]

    def of_table(self, peta: Peta) -> Sequence[Temuan]:
        """Why a table is not the one meant."""
        return penolakan.of_table(peta.tabel, self.tahun, self.kantor)

    def of_other(self, peta: Peta, number: int) -> str | None:
        """Why a row is of something else, by what it says of itself."""
        return None

    def columns(self, peta: Peta, number: int) -> Mapping[str, Kolom]:
        """The columns of a row, by the fields that they hold in it."""
        return {self.ejaan.get(name, name): column for name, column in peta.kolom.items()}

    def begin(self, tables: Sequence[Peta]) -> None:
        """What is read before the rows."""

    def row(self, calon: C, peta: Peta) -> Terbaca[C, T] | str:
        """What the row says, or why it is skipped."""
        raise NotImplementedError

    def end_table(self, peta: Peta) -> None:
        """What the rows of a table say together."""

    def judge(self) -> dict[str, Any]:
        """What the rows come to, as fields of a Hasil."""
        raise NotImplementedError

    # ------------------------------------------------------------ the whole file

    def result(self) -> H:
        tables = self.find_tables()
        if refused := self.unreadable() or self.refusals(tables):
            return self.refused(self.hasil, refused, tables)
        self.ask_columns(tables)
        self.begin(tables)
        for one in tables:
            for number in one.tabel.baris_data:
                self._read_row(self.baris_baru.of(one.tabel, self.columns(one, number), number, self.jawaban), one)
            self.end_table(one)
        self.doubles()
        found = self.judge()
        every, kept = self.every(), len(self.kept())
        settled = self.answered | {t.kunci for t in every if self.accepted(t)}
        counts = {"terjawab": frozenset(settled), "dibaca": kept, "ditahan": len(self.rows) - kept}
        return self.finish(self.hasil, temuan=every, utuh=self.sejak.utuh, **counts, **found)

    def every(self) -> tuple[Temuan, ...]:
        """All temuan: those of the whole file, then as they stand in it."""
        found = [*self.temuan, *(t for r in self.rows for t in r.temuan)]
        return (*(t for t in found if not t.lembar), *self.in_order(t for t in found if t.lembar))

    def kept(self) -> list[Terbaca[C, T]]:
        """The rows that nothing holds."""
        return [r for r in self.rows if not self.held(r.temuan)]

    def held(self, temuan: Iterable[Temuan]) -> bool:
        return any(t.menahan and not self.accepted(t) for t in temuan)

    def refusals(self, tables: Sequence[Peta]) -> Sequence[Temuan]:
        if self.meta is not None:
            found = penolakan.refusals(self.meta, self.formulir, self.kantor, *self.chosen(self.meta))
        else:
            found = [temuan for one in tables for temuan in self.of_table(one)]
        return found if tables or found else penolakan.without_table(self.lembar, self.perlu, self.formulir)

    # ------------------------------------------------------------ the rows

    def _read_row(self, calon: C, peta: Peta) -> None:
        self.soal = []
        said = self.of_other(peta, calon.nomor) or self.left_row(calon, peta) or self.row(calon, peta)
        if isinstance(said, str):
            self.skip(calon.lembar, calon.nomor, said)
        else:
            self.rows.append(said)

    def left_row(self, calon: C, peta: Peta) -> str | None:
        beside = (alamat(calon.nomor, column.nomor) for column in peta.sampai.values())
        cells = {(calon.lembar, sel) for sel in (calon.place, *calon.alamat.values(), *beside)}
        here = {key for key, cell in self.left.items() if cell in cells}
        self.answered |= here
        return "ditinggalkan" if here else None

    def doubles(self) -> None:
        """One kode on two rows: both wait until all but one are left out."""
        by_kode: dict[str, list[Terbaca[C, T]]] = {}
        for row in self.rows:
            by_kode.setdefault(row.kode, []).append(row)
        for kode, rows in by_kode.items():
            if kode and len(rows) > 1:
                self.double(f"{kode}: kodenya", rows)

    def double(self, what: str, rows: Sequence[Terbaca[C, T]]) -> None:
        cells = [r.calon.place for r in rows[:DISEBUT]]
        if len({r.calon.lembar for r in rows}) > 1:
            cells = [f"{r.calon.lembar}!{r.calon.place}" for r in rows[:DISEBUT]]
        places = ", ".join(cells) + f" dan {len(rows) - DISEBUT} lagi" if rows[DISEBUT:] else " dan ".join(cells)
        pesan = f"{what} ada pada lebih dari satu baris ({places}). Tinggalkan yang tidak dipakai."
        for row in rows:
            if all(t.kode != "kode_ganda" for t in row.temuan):
                found = Temuan(Tingkat.SALAH, row.calon.lembar, row.calon.place, "kode_ganda", pesan, row.kode or None)
                row.temuan.insert(0, found)

    # ------------------------------------------------------------ one row

    def counts_in(self, calon: Calon, name: str, nama: str, kunci: Kunci, said: str) -> bool:
        """Whether a cell of the row says something, or the record stays as it is there."""
        about = calon.text("kode") or calon.text("nama")[:60]
        sel = calon.alamat.get(name) or calon.place
        verdict = self.sejak.judge(Tempat(calon.lembar, sel, nama, about), kunci, said)
        self.soal += verdict.temuan
        return verdict.pakai

    def came_blank(self, calon: Calon, name: str, nama: str, kunci: Kunci) -> bool:
        """Whether an empty cell came so with the form; told where the record says something by now."""
        if not self.sejak.tahu or self.sejak.touched(kunci, ""):
            return False
        place = Tempat(calon.lembar, calon.alamat.get(name) or calon.place, nama, calon.text("kode"))
        self.temuan += self.sejak.left_alone(place, kunci)
        return True

    def tell(
        self, calon: Calon, tingkat: Tingkat, name: str, rule: str, pesan: str, pilihan: Iterable[str] = ()
    ) -> Temuan:
        """A temuan on one field of the row."""
        about, kode = calon.text("kode") or calon.text("nama")[:60] or f"baris {calon.nomor}", calon.text("kode")
        self.soal.append(found := calon.temuan(tingkat, name, rule, f"{about}: {pesan}", kode, [*pilihan]))
        return found

    def number(self, calon: Calon, name: str, label: str, satuan: str, metode: object = None) -> Decimal | None:
        """The figure in one cell; None when it is blank, wrong, or still asked."""
        for level, rule, pesan in calon.doubts(name):
            self.tell(calon, level, name, rule, f"{label} {pesan}")
        found = read_cell(calon.sel.get(name), satuan, metode == Metode.RATA_RATA)
        if (tingkat := question(found)) is not None:
            self.tell(calon, tingkat, name, found.kode, f"{label} {found.pesan}", choices(found))
        answered = choices(found).get(calon.answer(name, found.kode), found.nilai)
        return Decimal(0) if found.kode == "nihil" else answered


class PembacaanKartu(PembacaanBaris[H, Calon, T]):
    """Of a table of which each row is about one indikator. `cards`: those that a row may be about."""

    baris_baru = Calon
    cards: Sequence[Kartu] = ()

    def row(self, calon: Calon, peta: Peta) -> Terbaca[Calon, T] | str:
        said = any(calon.text(n) for n in calon.sel if n not in ("no", "sasaran", "satuan"))
        return calon.furniture or (self.card_row(calon) if said else calon.nothing)

    def card_row(self, calon: Calon) -> Terbaca[Calon, T] | str:
        raise NotImplementedError

    def card_by_kode(self, kode: str) -> Kartu | None:
        return next((c for c in self.cards if kode and c["kode"].casefold() == kode.casefold()), None)

    def card_by_name(self, nama: str) -> Kartu | None:
        """The only card of that name."""
        same = [c for c in self.cards if nama and plain(c["nama"]) == plain(nama)]
        return same[0] if len(same) == 1 else None

    def nearest(self, nama: str) -> str:
        """ " Nama terdekat: IK-01 ...", or nothing."""
        by_name = {plain(c["nama"]): c for c in self.cards}
        near = difflib.get_close_matches(plain(nama), by_name, n=1, cutoff=MIRIP)
        return f" Nama terdekat: {by_name[near[0]]['kode']} {by_name[near[0]]['nama']}." if near else ""
