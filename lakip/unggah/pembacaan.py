"""What every reading of an upload does alike: which sheets hold a table, which column means what, what is passed over,
what answers settle."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from openpyxl.utils.cell import coordinate_to_tuple

from lakip.errors import UserError
from lakip.periode import ROMAWI
from lakip.unggah.berkas.lembar import Lembar, Sel, alamat
from lakip.unggah.formulir import identitas
from lakip.unggah.hasil import PAKAI, TINGGALKAN, Dilewati, Hasil, Jawaban
from lakip.unggah.tabel import makna, peta
from lakip.unggah.tabel.bacaan import ISI, PEMBACAAN, Guna
from lakip.unggah.tabel.pemilik import other_unit
from lakip.unggah.tabel.peta import Bidang, Peta
from lakip.unggah.tabel.tabel import Tabel, tables
from lakip.validasi import Temuan, Tingkat

H = TypeVar("H", bound=Hasil)
MAKS_BARIS = 5_000  # an office has dozens of indikator; answering thousands of questions helps nobody
BANYAK = "Isi berkas terlalu banyak untuk sebuah formulir (batasnya 5.000 baris)."
HURUF = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CONTOH = 3
CATATAN_SD = "catatan_sd"
SENDIRI, SAMPAI = "angka triwulan itu sendiri", "angka sejak Januari"


class Pembacaan:
    """One reading in the making.

    Attributes:
        sendiri: names of the sheets that the system's own form brings along; they hold no table.
        formulir_kita: the file is a form of ours, so that its columns are vouched for.
        temuan, dilewati, lembar_lain, kolom_lain: collected on the way, as in `Hasil`.
    """

    wajib: Sequence[frozenset[str]]
    tanpa_tabel: str  # what a sheet without a table lacks

    def __init__(self, lembar: Sequence[Lembar], jawaban: Jawaban, sendiri: Iterable[str]) -> None:
        self.lembar, self.jawaban, self.sendiri = corrected(lembar, jawaban), jawaban, frozenset(sendiri)
        self.formulir_kita = bool(self.sendiri)
        self.nama_kantor = ""  # of the office whose upload it is; rows of another are passed over
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
            found_here = tables(one)
            shown = [table for table in found_here if self.formulir_kita or not table.contoh]
            for table in (t for t in found_here if t not in shown):
                self.skip_all(table, "contoh pengisian")
            fitting = [p for table in shown if self.fits(p := self._read(self._as_noted(table)))]
            if not fitting:
                self.lembar_lain.setdefault(one.nama, self.tanpa_tabel)
            elif one.tersembunyi:
                for found in fitting:
                    self.skip_all(found.tabel, "lembar tersembunyi")
            else:
                self.peta += [self._left_out(found) for found in fitting]
                self._account(one, fitting)
        if sum(len(p.tabel.baris_data) for p in self.peta) > MAKS_BARIS:
            raise UserError(f"{BANYAK} Salin barisnya yang diperlukan saja ke buku kerja baru, lalu unggah kembali.")
        return list(self.peta)

    def _left_out(self, found: Peta) -> Peta:
        """A table that a person leaves out has no rows to read."""
        table = found.tabel
        said = [(one.sel or table.tempat, "triwulan_bertentangan") for one in (*table.suara, *table.catatan_triwulan)]
        asked = [(table.tempat, PEMBACAAN), *said, *((sel.alamat, CATATAN_SD) for sel in noted_to_date(table))]
        if all(self.jawaban.get((table.lembar.nama, *one)) != TINGGALKAN for one in asked):
            return found
        for number in table.baris_data:
            self.skip(table.lembar.nama, number, "tabelnya ditinggalkan")
        return replace(found, tabel=replace(table, blok=replace(table.blok, baris_data=())), temuan=())

    def _as_noted(self, table: Tabel) -> Tabel:
        """As the answer says to a note that may make its figures ones to date."""
        noted = any(
            self.jawaban.get((table.lembar.nama, sel.alamat, CATATAN_SD)) == SAMPAI for sel in noted_to_date(table)
        )
        return replace(table, sampai=noted, formulir=self.formulir_kita)

    def _account(self, lembar: Lembar, found: Sequence[Peta]) -> None:
        """Rows below the first headings that belong to no table that is read: titles between them, and other tables."""
        held = {n for one in found for n in one.tabel.baris_data}
        heads = {n for p in found[1:] for n in range(p.tabel.baris_judul, p.tabel.baris_akhir + 1)}
        for number in lembar.baris:
            if number > found[0].tabel.baris_akhir and number not in held:
                reason = "judul kolom yang berulang" if number in heads else "judul atau catatan di luar tabel"
                self.skip(lembar.nama, number, reason)

    def _read(self, table: Tabel) -> Peta:
        return peta.read(table, self.bidang(table), self.jawaban)

    def fits(self, found: Peta) -> bool:
        """Whether a table is one of this kind: of each set of `wajib` a column is there, or asked about."""
        asked = {bidang for role, bidang, _ in found.guna.values() if role is Guna.DITANYAKAN and bidang}
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
        order = {one.nama: n for n, one in enumerate(self.lembar)}
        return replace(
            hasil,
            dilewati=tuple(sorted(self.dilewati, key=lambda d: (order.get(d.lembar, 0), d.baris))),
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
        return one.bacaan(samples, self._vouched(one), self.formulir_kita)

    def _vouched(self, one: Peta) -> bool:
        key = (one.tabel.lembar.nama, one.tabel.tempat, PEMBACAAN)
        return self.formulir_kita or not one.tabel.baris_data or self.jawaban.get(key) == PAKAI

    def ask_columns(self, found: Iterable[Peta]) -> None:
        """Questions about columns, and whether each table was read rightly; the headings that were not understood."""
        for one in found:
            if one.tak_dipahami:
                before = self.kolom_lain.get(one.tabel.lembar.nama, ())
                self.kolom_lain[one.tabel.lembar.nama] = (*before, *one.tak_dipahami)
            self.temuan += one.temuan
            if not self.formulir_kita:
                notes = noted_to_date(one.tabel) if one.tabel.baris_data else ()
                self.temuan += [_to_date(one, sel) for sel in notes]
            if one.tabel.baris_data and not self._vouched(one):
                self.temuan.append(_vouch(one))

    def row_of_other(self, found: Peta, number: int, apa: str, triwulan: int | None, tahun: int) -> str | None:
        """Why a row that says what and when it is of is not for this upload; None when it is, or does not say."""
        said = found.tabel.makna_baris(number)
        when = said.waktu
        if other := self._of_other_office(found.tabel, number):
            return f"baris {other}"
        if apa and said.apa and said.apa != apa:
            return f"baris {said.apa}"
        if when.tahun and tahun not in when.tahun:
            return f"baris tahun {when.tahun[0]}"
        if triwulan is not None and when.triwulan and triwulan not in when.triwulan:
            return f"baris {quarters(when.triwulan)}"
        if triwulan is not None and when.lampau:
            return "baris periode lalu"
        return None

    def _of_other_office(self, table: Tabel, number: int) -> str | None:
        """Another kecamatan that a row names in a column of offices."""
        cells = [sel.teks for c in table.kolom_kantor if (sel := table.lembar.sel(number, c))]
        return other_unit(cells, self.nama_kantor) if cells and self.nama_kantor else None

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


def noted_to_date(table: Tabel) -> tuple[Sel, ...]:
    """Notes outside the table that speak of figures to date, where neither its titles nor its headings do."""
    headed = any(m.waktu.sd for m in table.blok.makna.values() if m.apa == "realisasi")
    if headed or (table.konteks.waktu.sd and not table.sampai):
        return ()
    return tuple(sel for sel in table.blok.catatan if makna.one(sel.teks).waktu.sd)


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
    left = {k: note for k, note in lembar.komentar.items() if alamat(*k) not in typed}
    return replace(lembar, komentar=left, baris=dict(sorted((n, cells) for n, cells in rows.items() if cells)))


def _to_date(one: Peta, sel: Sel) -> Temuan:
    pesan = f"catatan “{sel.teks[:80]}” mungkin berarti angkanya sejak Januari. Pilih: {SENDIRI}, atau {SAMPAI}."
    return Temuan(Tingkat.TANYA, one.tabel.lembar.nama, sel.alamat, CATATAN_SD, pesan, None, (SENDIRI, SAMPAI))


def _vouch(one: Peta) -> Temuan:
    used = [(c, b) for c, (role, b, _) in one.guna.items() if role is Guna.DIPAKAI and b]
    labels = dict(one.pilihan)
    told = "; ".join(
        f"{one.tabel.blok.alamat_judul(c)} “{one.tabel.blok.teks(c)[:40]}” sebagai {labels[b]}" for c, b in used
    )
    pesan = f"tabel ini bukan formulir sistem ini, dan dibaca demikian: {told}. Periksa kolomnya, lalu setujui."
    return Temuan(Tingkat.TANYA, one.tabel.lembar.nama, one.tabel.tempat, PEMBACAAN, pesan)
