"""Which column of a table holds what an upload is looking for. What is only half understood is asked.

A column serves by itself only when its whole heading is understood and it is the only one that fits. Two that fit, a
hidden one, a part of a whole, a percentage, a month of the quarter, a heading with a word that is not known: a person
says which one it is. What somebody said before, or a remembered reading, goes before everything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lakip.unggah.tabel.bacaan import ARTI, TIDAK_DIPAKAI, TINGGALKAN, BacaanKolom, BacaanTabel, Guna
from lakip.unggah.tabel.cocok import Bidang, Cocok, Putusan, fit, quarter_label
from lakip.unggah.tabel.makna import Makna, plain
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

Jawaban = Mapping[tuple[str, str, str], str]


@dataclass(frozen=True)
class Kolom:
    """A column that serves. `sd`: its figures run from January. `teks`: its whole heading."""

    nomor: int
    bidang: str
    teks: str
    sd: bool = False
    makna: Makna = field(default_factory=Makna)


@dataclass(frozen=True)
class Peta:
    """The columns of one table.

    Attributes:
        kolom: by bidang, the column that serves. `sampai`: beside it, one to date.
        guna: by column, what becomes of it, for which bidang, and why.
        temuan: what a person has to say.
    """

    tabel: Tabel
    kolom: Mapping[str, Kolom]
    sampai: Mapping[str, Kolom]
    guna: Mapping[int, tuple[Guna, str | None, str]]
    temuan: tuple[Temuan, ...]
    pilihan: tuple[tuple[str, str], ...]

    @property
    def tak_dipahami(self) -> tuple[str, ...]:
        """The headings that were not understood."""
        return tuple(self.tabel.blok.teks(c) for c, one in self.guna.items() if one[0] is Guna.TIDAK_DIPAHAMI)

    def bacaan(self, contoh: Mapping[int, Sequence[tuple[str, str]]], disetujui: bool, formulir: bool) -> BacaanTabel:
        columns = tuple(
            BacaanKolom(
                nomor, self.tabel.blok.alamat_judul(nomor), self.tabel.blok.teks(nomor), role, bidang, why,
                tuple(contoh.get(nomor, ())),
            )
            for nomor, (role, bidang, why) in self.guna.items()
        )  # fmt: skip
        table = self.tabel
        return BacaanTabel(
            table.lembar.nama, table.tempat, table.baris_judul, table.baris_akhir, columns, self.pilihan,
            disetujui, formulir,
        )  # fmt: skip


def read(tabel: Tabel, bidang: Sequence[Bidang], jawaban: Jawaban) -> Peta:
    """Find the column of each bidang. `jawaban`: what a person said of columns, under ARTI."""
    return _Pencarian(tabel, bidang, jawaban).result()


class _Pencarian:
    """The columns of one table being given their meaning."""

    def __init__(self, tabel: Tabel, bidang: Sequence[Bidang], jawaban: Jawaban) -> None:
        self.tabel, self.bidang, self.blok = tabel, {one.nama: one for one in bidang}, tabel.blok
        self.kolom: dict[str, Kolom] = {}
        self.sampai: dict[str, Kolom] = {}
        self.guna: dict[int, tuple[Guna, str | None, str]] = {}
        self.temuan: list[Temuan] = []
        self.said = self._said(jawaban)

    def result(self) -> Peta:
        for nomor, bidang in self.said.items():
            if bidang in self.bidang:
                self._serve(self.bidang[bidang], nomor, fit(self.tabel, self.bidang[bidang], nomor)[0] is Cocok.SAMPAI)
        for one in self.bidang.values():
            if one.nama not in self.kolom:
                self._look_for(one)
        for nomor in self.blok.jalur:
            self.guna.setdefault(nomor, self._left_over(nomor))
        pairs = tuple((b.nama, b.label) for b in self.bidang.values())
        ordered = dict(sorted(self.guna.items()))
        return Peta(self.tabel, self.kolom, self.sampai, ordered, tuple(self.temuan), pairs)

    def _said(self, jawaban: Jawaban) -> dict[int, str]:
        found = {}
        for nomor in self.blok.jalur:
            key = (self.tabel.lembar.nama, self.blok.alamat_judul(nomor), ARTI)
            said = jawaban.get(key)
            if said is not None and (said in self.bidang or said in (TIDAK_DIPAKAI, TINGGALKAN)):
                found[nomor] = said if said in self.bidang else TIDAK_DIPAKAI
        return found

    def _free(self) -> list[int]:
        used = {k.nomor for k in self.kolom.values()}
        rest = {n for c in used for n in self.tabel.lanjutan(c)}
        return [c for c in self.blok.jalur if c not in self.said and c not in used | rest | {*self.tabel.label}]

    # ------------------------------------------------------------ one bidang

    def _look_for(self, one: Bidang) -> None:
        fits = {c: fit(self.tabel, one, c) for c in self._free()}
        exact = [c for c, (verdict, _) in fits.items() if verdict is Cocok.YA]
        until = [c for c, (verdict, _) in fits.items() if verdict is Cocok.SAMPAI]
        maybe = [c for c, (verdict, _) in fits.items() if verdict is Cocok.MUNGKIN]
        if not one.angka:
            if exact:
                shown = [c for c in exact if not self._hidden(c)] or exact
                self._serve(one, min(shown, key=lambda c: (self._rank(one, c), c)), False)
            return
        maybe = self._without_parts(maybe, exact)
        doubtful = [c for c in maybe if not self.blok.makna[c].paham or self._same(c, exact)]
        if len(exact) == 1 and not self._hidden(exact[0]) and not doubtful:
            self._serve(one, exact[0], False)
            if len(until) == 1:
                self.sampai[one.nama] = self._column(one, until[0], True)
                self.guna[until[0]] = (Guna.DIPAKAI, one.nama, "")
        elif not exact and len(until) == 1 and not self._hidden(until[0]) and not doubtful:
            self._serve(one, until[0], True)
        elif one.pokok and not (exact or until or maybe):
            strange = [c for c in self._free() if self._is_strange(c)]
            why = (Cocok.MUNGKIN, "judulnya tidak dikenal, sedangkan isinya angka")
            self._ask(one, strange, dict.fromkeys(strange, why), False)
        elif one.tanya and (exact or until or maybe):
            self._ask(one, [*exact, *(until if not exact else ()), *maybe], fits, len(exact) > 1)

    def _without_parts(self, maybe: list[int], exact: list[int]) -> list[int]:
        """A part is out where the whole of it stands beside."""
        groups = {self.blok.jalur[c][:-1] for c in exact if self.blok.makna[c].jumlah}
        return [
            c
            for c in maybe
            if not (self.blok.jalur[c][:-1] in groups and len(self.blok.jalur[c]) > 1)
            and not (groups and (self.blok.makna[c].waktu.bulan or self.blok.makna[c].bagian))
        ]

    def _same(self, column: int, exact: list[int]) -> bool:
        """A hidden column that says the same as one that serves."""
        return self._hidden(column) and any(self.blok.jalur[column] == self.blok.jalur[c] for c in exact)

    def _rank(self, one: Bidang, column: int) -> int:
        apa = self.blok.makna[column].apa
        by_word = plain(" ".join(self.blok.jalur[column])) in one.kata
        return -1 if by_word else one.apa.index(apa) if apa in one.apa else len(one.apa)

    def _serve(self, one: Bidang, column: int, sd: bool) -> None:
        self.kolom[one.nama] = self._column(one, column, sd)
        self.guna[column] = (Guna.DIPAKAI, one.nama, "")
        for more in self.tabel.lanjutan(column):
            self.guna[more] = (Guna.DIPAKAI, one.nama, "")

    def _column(self, one: Bidang, column: int, sd: bool) -> Kolom:
        return Kolom(column, one.nama, self.blok.teks(column), sd, self.blok.makna[column])

    def _ask(self, one: Bidang, columns: list[int], fits: Mapping[int, Putusan], twice: bool) -> None:
        for column in columns:
            if self.guna.get(column, (None,))[0] is Guna.DITANYAKAN:
                continue
            why = fits[column][1]
            if self._hidden(column):
                why = "kolomnya tersembunyi"
            elif twice and not why:
                why = "ada lebih dari satu kolom yang cocok"
            elif not why:
                why = "kolom lain mungkin yang dimaksud"
            self.guna[column] = (Guna.DITANYAKAN, one.nama, why)
            sel = self.blok.alamat_judul(column)
            pesan = (
                f"kolom “{self.blok.teks(column)[:80]}” mungkin {one.label}: {why}. Katakan isinya, atau bahwa kolom "
                "ini tidak dipakai."
            )
            options = tuple(dict.fromkeys((one.nama, *self._others(column), TIDAK_DIPAKAI)))
            self.temuan.append(Temuan(Tingkat.TANYA, self.tabel.lembar.nama, sel, ARTI, pesan, None, options))

    def _others(self, column: int) -> tuple[str, ...]:
        """What else the column may be."""
        return tuple(
            b.nama for b in self.bidang.values()
            if b.angka and b.nama not in self.kolom and fit(self.tabel, b, column)[0] is not Cocok.TIDAK
        )  # fmt: skip

    def _left_over(self, column: int) -> tuple[Guna, str | None, str]:
        meant = self.blok.makna[column]
        if column in self.tabel.label or self.said.get(column) == TIDAK_DIPAKAI:
            return Guna.TIDAK_DIPAKAI, None, ""
        if meant.paham and (meant.apa or meant.waktu.berkala or meant.persen or meant.unsur or meant.cakupan):
            return Guna.TIDAK_DIPAKAI, None, ""
        return Guna.TIDAK_DIPAHAMI, None, "judulnya tidak dikenal"

    def _is_strange(self, column: int) -> bool:
        """A heading that is not known at all, over figures."""
        cells = (self.tabel.lembar.sel(n, column) for n in self.tabel.baris_data)
        figures = any(sel is not None and any(c.isdigit() for c in sel.teks) for sel in cells)
        return figures and self.blok.makna[column].apa is None and self._left_over(column)[0] is Guna.TIDAK_DIPAHAMI

    def _hidden(self, column: int) -> bool:
        return column in self.tabel.lembar.kolom_tertutup


__all__ = ["Bidang", "Cocok", "Kolom", "Peta", "quarter_label", "read"]
