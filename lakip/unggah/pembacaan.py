"""What every reading of an upload does alike: which sheets hold a table, which column means what, what is passed over,
what answers settle."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from openpyxl.utils.cell import coordinate_to_tuple

from lakip.errors import UserError
from lakip.periode import ROMAWI
from lakip.unggah.berkas.lembar import Lembar, Sel
from lakip.unggah.formulir import identitas
from lakip.unggah.hasil import PAKAI, TINGGALKAN, Dilewati, Hasil, Jawaban
from lakip.unggah.tabel import peta
from lakip.unggah.tabel.bacaan import ISI, PEMBACAAN, Peran
from lakip.unggah.tabel.peta import Bidang, Peta
from lakip.unggah.tabel.tabel import Tabel, tables
from lakip.validasi import Temuan, Tingkat

H = TypeVar("H", bound=Hasil)
MAKS_BARIS = 5_000  # an office has dozens of indikator; answering thousands of questions helps nobody
BANYAK = "Isi berkas terlalu banyak untuk sebuah formulir (batasnya 5.000 baris)."
HURUF = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CONTOH = 3


class Pembacaan:
    """One reading in the making.

    Attributes:
        sendiri: names of the sheets that the system's own form brings along; they hold no table.
        formulir_kita: the file is a form of ours, so that its columns are vouched for.
        temuan, dilewati, lembar_lain, kolom_lain: collected on the way, as in `Hasil`.
    """

    wajib: Sequence[frozenset[str]]
    tanpa_tabel: str  # what a sheet without a table lacks

    def __init__(
        self, lembar: Sequence[Lembar], jawaban: Jawaban, sendiri: Iterable[str], profil: Mapping[str, Any] | None = None
    ) -> None:
        self.lembar, self.jawaban, self.sendiri = corrected(lembar, jawaban), jawaban, frozenset(sendiri)
        self.formulir_kita = bool(self.sendiri)
        self.profil = profil or {}
        self.peta: list[Peta] = []
        self.temuan: list[Temuan] = []
        self.dilewati: list[Dilewati] = []
        self.lembar_lain: dict[str, str] = {}
        self.kolom_lain: dict[str, tuple[str, ...]] = {}
        self._contoh: dict[tuple[str, int, int], list[tuple[str, str]]] = {}

    def bidang(self, table: Tabel) -> Sequence[Bidang]:
        """What is looked for in a table."""
        raise NotImplementedError

    def find_tables(self) -> list[Peta]:
        """The tables of the sheets that show, with their columns; a hidden one is passed over row by row.

        Raises UserError when they have more rows than any form.
        """
        for one in (s for s in self.lembar if s.nama not in self.sendiri):
            fitting = [p for table in tables(one) if self.fits(p := self._read(table))]
            if not fitting:
                self.lembar_lain[one.nama] = self.tanpa_tabel
            elif one.tersembunyi:
                for found in fitting:
                    self.skip_all(found.tabel, "lembar tersembunyi")
            else:
                self.peta += fitting
        if sum(len(p.tabel.baris_data) for p in self.peta) > MAKS_BARIS:
            raise UserError(f"{BANYAK} Salin barisnya yang diperlukan saja ke buku kerja baru, lalu unggah kembali.")
        return list(self.peta)

    def _read(self, table: Tabel) -> Peta:
        known = self.profil.get(peta.sidik(table))
        return peta.read(table, self.bidang(table), self.jawaban, known.arti if known else None)

    def fits(self, found: Peta) -> bool:
        """Whether a table is one of this kind: of each set of `wajib` a column is there, or asked about."""
        asked = {bidang for role, bidang, _ in found.peran.values() if role is Peran.DITANYAKAN and bidang}
        return all(({*found.kolom} | asked) & one for one in self.wajib)

    def skip_all(self, table: Tabel, alasan: str) -> None:
        self.lembar_lain[table.lembar.nama] = alasan
        for number in table.baris_data:
            self.skip(table.lembar.nama, number, alasan)

    def skip(self, lembar: str, baris: int, alasan: str) -> None:
        self.dilewati.append(Dilewati(lembar, baris, alasan))

    def unreadable(self) -> list[Temuan]:
        """That the file is a form whose hidden sheet cannot be read; empty when it can, or for any other file."""
        pesan = identitas.fault(self.lembar)
        return [Temuan(Tingkat.SALAH, "", "", "identitas_rusak", pesan)] if pesan else []

    def sample(self, table: Tabel, kolom: int, sel: Sel | None, read: str) -> None:
        """Keep what a cell was read as, to be shown beside what was written."""
        kept = self._contoh.setdefault((table.lembar.nama, table.baris_judul, kolom), [])
        if sel is not None and len(kept) < CONTOH:
            kept.append((sel.teks[:60], read))

    def refused(self, hasil: H, temuan: Sequence[Temuan], found: Sequence[Peta]) -> H:
        """The file is for something else: every row waits, and no answer helps."""
        held = sum(len(p.tabel.baris_data) for p in found)
        return self.finish(hasil, temuan=tuple(temuan), ditahan=held, ditolak=True)

    def finish(self, hasil: H, **found: Any) -> H:
        return replace(
            hasil,
            dilewati=tuple(self.dilewati),
            lembar_lain=self.lembar_lain,
            kolom_lain=self.kolom_lain,
            bacaan=tuple(self._told(one) for one in self.peta),
            **found,
        )

    def _told(self, one: Peta) -> Any:
        table = one.tabel
        samples = {
            column: rows
            for (nama, row, column), rows in self._contoh.items()
            if (nama, row) == (table.lembar.nama, table.baris_judul)
        }
        known = self.profil.get(peta.sidik(table))
        return one.bacaan(samples, known.nama if known else "", self._vouched(one))

    def _vouched(self, one: Peta) -> bool:
        key = (one.tabel.lembar.nama, one.tabel.tempat, PEMBACAAN)
        return self.formulir_kita or self.jawaban.get(key) == PAKAI

    def ask_columns(self, found: Iterable[Peta]) -> None:
        """Questions about columns, and whether each table was read rightly; the headings that were not understood."""
        for one in found:
            if one.tak_dipahami:
                before = self.kolom_lain.get(one.tabel.lembar.nama, ())
                self.kolom_lain[one.tabel.lembar.nama] = (*before, *one.tak_dipahami)
            self.temuan += one.temuan
            if not self._vouched(one):
                self.temuan.append(_vouch(one))

    def row_of_other(self, found: Peta, number: int, apa: str, triwulan: int | None, tahun: int) -> str | None:
        """Why a row that says what and when it is of is not for this upload; None when it is, or does not say."""
        said = found.tabel.makna_baris(number)
        when = said.waktu
        if said.apa and said.apa != apa:
            return f"baris {said.apa}"
        if when.tahun and tahun not in when.tahun:
            return f"baris tahun {when.tahun[0]}"
        if triwulan is not None and when.triwulan and triwulan not in when.triwulan:
            return f"baris {quarters(when.triwulan)}"
        if triwulan is not None and when.lampau:
            return "baris periode lalu"
        return None

    def in_order(self, temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
        """As they stand in the workbook: by sheet, then row."""
        names = [one.nama for one in self.lembar]
        return tuple(sorted(temuan, key=lambda t: (names.index(t.lembar), int(t.sel.lstrip(HURUF) or 0))))

    def left_out(self, temuan: Temuan) -> bool:
        return temuan.menahan and self.jawaban.get(temuan.kunci) == TINGGALKAN

    def accepted(self, temuan: Temuan) -> bool:
        """A question is answered with one of its choices, or with "pakai" where it has none."""
        return temuan.tingkat is Tingkat.TANYA and self.jawaban.get(temuan.kunci) in (temuan.pilihan or (PAKAI,))


def corrected(lembar: Sequence[Lembar], jawaban: Jawaban) -> tuple[Lembar, ...]:
    """The sheets with what a person typed on screen in place of what cells say."""
    typed: dict[str, dict[str, str]] = {}
    for (nama, sel, kode), text in jawaban.items():
        if kode == ISI:
            typed.setdefault(nama, {})[sel] = text
    return tuple(_corrected(one, typed[one.nama]) if one.nama in typed else one for one in lembar)


def quarters(triwulan: Iterable[int]) -> str:
    """ "Triwulan I dan Triwulan II"."""
    return " dan ".join(f"Triwulan {ROMAWI.get(q, '?')}" for q in sorted(triwulan))


# ---------------------------------------------------------------- inside


def _corrected(lembar: Lembar, typed: Mapping[str, str]) -> Lembar:
    rows = {number: dict(cells) for number, cells in lembar.baris.items()}
    for place, text in typed.items():
        row, column = coordinate_to_tuple(place)
        rows.setdefault(row, {}).pop(column, None)
        if text.strip():
            rows[row] = dict(sorted({**rows[row], column: Sel(row, column, text, "@")}.items()))
    return replace(lembar, baris=dict(sorted((n, cells) for n, cells in rows.items() if cells)))


def _vouch(one: Peta) -> Temuan:
    used = [(c, b) for c, (role, b, _) in one.peran.items() if role is Peran.DIPAKAI and b]
    labels = dict(one.pilihan)
    told = "; ".join(f"{one.tabel.blok.alamat_judul(c)} “{one.tabel.blok.teks(c)[:40]}” sebagai {labels[b]}" for c, b in used)
    pesan = f"tabel ini bukan formulir sistem ini, dan dibaca demikian: {told}. Periksa kolomnya, lalu setujui."
    return Temuan(Tingkat.TANYA, one.tabel.lembar.nama, one.tabel.tempat, PEMBACAAN, pesan)
