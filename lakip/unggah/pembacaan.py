"""What every reading of an upload does alike: which sheets hold a table, what is passed over, what answers settle."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from lakip.errors import UserError
from lakip.unggah.berkas.lembar import Lembar
from lakip.unggah.formulir import identitas
from lakip.unggah.hasil import PAKAI, TINGGALKAN, Dilewati, Hasil, Jawaban
from lakip.unggah.tabel.kolom import Kamus, Tabel, find_table
from lakip.validasi import Temuan, Tingkat

H = TypeVar("H", bound=Hasil)
MAKS_BARIS = 5_000  # an office has dozens of indikator; answering thousands of questions helps nobody
BANYAK = "Isi berkas terlalu banyak untuk sebuah formulir (batasnya 5.000 baris)."
HURUF = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Pembacaan:
    """One reading in the making.

    Attributes:
        sendiri: names of the sheets that the system's own form brings along; they hold no table.
        temuan, dilewati, lembar_lain, kolom_lain: collected on the way, as in `Hasil`.
    """

    kamus: Kamus
    wajib: Sequence[frozenset[str]]
    tanpa_tabel: str  # what a sheet without a table lacks

    def __init__(self, lembar: Sequence[Lembar], jawaban: Jawaban, sendiri: Iterable[str]) -> None:
        self.lembar, self.jawaban, self.sendiri = lembar, jawaban, frozenset(sendiri)
        self.temuan: list[Temuan] = []
        self.dilewati: list[Dilewati] = []
        self.lembar_lain: dict[str, str] = {}
        self.kolom_lain: dict[str, tuple[str, ...]] = {}

    def find_tables(self) -> list[Tabel]:
        """The tables of the sheets that show; a hidden one is passed over row by row.

        Raises UserError when they have more rows than any form.
        """
        found = []
        for one in self.lembar:
            table = None if one.nama in self.sendiri else find_table(one, self.kamus, self.wajib)
            if one.nama in self.sendiri:
                continue
            if table is None or not self.fits(table):
                self.lembar_lain[one.nama] = self.tanpa_tabel
            elif one.tersembunyi:
                self.skip_all(table, "lembar tersembunyi")
            else:
                found.append(table)
        if sum(len(t.baris_data) for t in found) > MAKS_BARIS:
            raise UserError(f"{BANYAK} Salin barisnya yang diperlukan saja ke buku kerja baru, lalu unggah kembali.")
        return found

    def fits(self, table: Tabel) -> bool:
        """Whether a table found is one of this kind, beyond its headings."""
        return bool(table.kolom)

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

    def refused(self, hasil: H, temuan: Sequence[Temuan], tables: Sequence[Tabel]) -> H:
        """The file is for something else: every row waits, and no answer helps."""
        held = sum(len(t.baris_data) for t in tables)
        return self.finish(hasil, temuan=tuple(temuan), ditahan=held, ditolak=True)

    def finish(self, hasil: H, **found: Any) -> H:
        return replace(
            hasil,
            dilewati=tuple(self.dilewati),
            lembar_lain=self.lembar_lain,
            kolom_lain=self.kolom_lain,
            **found,
        )

    def note_columns(self, tables: Iterable[Tabel]) -> None:
        self.kolom_lain = {t.lembar.nama: tuple(t.tak_dikenal.values()) for t in tables if t.tak_dikenal}

    def in_order(self, temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
        """As they stand in the workbook: by sheet, then row."""
        names = [one.nama for one in self.lembar]
        return tuple(sorted(temuan, key=lambda t: (names.index(t.lembar), int(t.sel.lstrip(HURUF) or 0))))

    def left_out(self, temuan: Temuan) -> bool:
        return temuan.menahan and self.jawaban.get(temuan.kunci) == TINGGALKAN

    def accepted(self, temuan: Temuan) -> bool:
        """A question is answered with one of its choices, or with "pakai" where it has none."""
        return temuan.tingkat is Tingkat.TANYA and self.jawaban.get(temuan.kunci) in (temuan.pilihan or (PAKAI,))
