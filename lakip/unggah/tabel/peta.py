"""Which column of a table holds what an upload is looking for. What is only half understood is asked.

A column serves by itself only when its whole heading is understood and it is the only one that fits. Two that fit, a
hidden one, a part of a whole, a percentage, a month of the quarter, a heading with a word that is not known: a person
says which one it is. What somebody said before, or a remembered reading, goes before everything.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from lakip.periode import ROMAWI
from lakip.unggah.tabel.bacaan import ARTI, TIDAK_DIPAKAI, BacaanKolom, BacaanTabel, Peran
from lakip.unggah.tabel.makna import Makna, plain
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

Jawaban = Mapping[tuple[str, str, str], str]
CONTOH = 3


class Cocok(Enum):
    """How well a heading fits what is looked for."""

    YA = "ya"
    SAMPAI = "sampai"  # it fits, and runs from January to the end of the quarter
    MUNGKIN = "mungkin"
    TIDAK = "tidak"


@dataclass(frozen=True)
class Bidang:
    """One thing that an upload looks for in a column.

    Attributes:
        nama, label: its name in the record of the reading, and for a person.
        apa: what its heading may say, the best first. `mungkin`: what it may be, if a person says so.
        kata: whole headings that are this, whatever their words mean elsewhere; for what is no figure.
        angka: a figure: nothing of its heading may be left over.
        triwulan: the quarter that is wanted. `tahun`: the tahun. `setahun`: the figure of the whole tahun is wanted.
        unsur: kinerja or keuangan, where the other one is something else.
        persen: it is a percentage itself.
        tersirat: a heading that names only the quarter is enough.
        sebut_triwulan: the heading or a title has to name the quarter.
        sebut_tahun: the heading has to name the tahun.
        tanya: whether it is worth a question when no column serves by itself.
        versi: murni or perubahan. `cakupan`: whose figure it is, where not the office's.
    """

    nama: str
    label: str
    apa: tuple[str, ...] = ()
    mungkin: tuple[str, ...] = ()
    kata: tuple[str, ...] = ()
    angka: bool = False
    triwulan: int | None = None
    tahun: int | None = None
    setahun: bool = False
    unsur: str | None = None
    versi: str | None = None
    cakupan: str | None = None
    persen: bool = False
    tersirat: bool = False
    sebut_triwulan: bool = False
    sebut_tahun: bool = False
    tanya: bool = True


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
        peran: by column, what becomes of it, for which bidang, and why.
        temuan: what a person has to say.
    """

    tabel: Tabel
    kolom: Mapping[str, Kolom]
    sampai: Mapping[str, Kolom]
    peran: Mapping[int, tuple[Peran, str | None, str]]
    temuan: tuple[Temuan, ...]
    pilihan: tuple[tuple[str, str], ...]

    @property
    def tak_dipahami(self) -> tuple[str, ...]:
        """The headings that were not understood."""
        return tuple(self.tabel.blok.teks(c) for c, one in self.peran.items() if one[0] is Peran.TIDAK_DIPAHAMI)

    @property
    def paham(self) -> bool:
        """Whether every column that may hold a figure of this upload was understood."""
        return not self.temuan and not self.tak_dipahami

    def bacaan(self, contoh: Mapping[int, Sequence[tuple[str, str]]], profil: str, disetujui: bool) -> BacaanTabel:
        columns = tuple(
            BacaanKolom(
                nomor, self.tabel.blok.alamat_judul(nomor), self.tabel.blok.teks(nomor), role, bidang, why,
                tuple(contoh.get(nomor, ())),
            )
            for nomor, (role, bidang, why) in self.peran.items()
        )  # fmt: skip
        table = self.tabel
        return BacaanTabel(
            table.lembar.nama, table.tempat, table.baris_judul, table.baris_akhir, columns, self.pilihan,
            sidik(table), profil, disetujui,
        )  # fmt: skip


def sidik(tabel: Tabel) -> str:
    """A print of the headings: the same for the next file of this shape, whatever quarter and tahun it names."""
    lines = [f"{c} {'|'.join(plain(t) for t in path)}" for c, path in sorted(tabel.blok.jalur.items())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:32]


def read(tabel: Tabel, bidang: Sequence[Bidang], jawaban: Jawaban, profil: Mapping[str, str] | None = None) -> Peta:
    """Find the column of each bidang.

    Args:
        jawaban: what a person said of columns, under ARTI.
        profil: a remembered reading: {whole heading: bidang or TIDAK_DIPAKAI}.
    """
    return _Pencarian(tabel, bidang, jawaban, profil or {}).result()


class _Pencarian:
    """The columns of one table being given their meaning."""

    def __init__(self, tabel: Tabel, bidang: Sequence[Bidang], jawaban: Jawaban, profil: Mapping[str, str]) -> None:
        self.tabel, self.bidang, self.blok = tabel, {one.nama: one for one in bidang}, tabel.blok
        self.kolom: dict[str, Kolom] = {}
        self.sampai: dict[str, Kolom] = {}
        self.peran: dict[int, tuple[Peran, str | None, str]] = {}
        self.temuan: list[Temuan] = []
        self.said = self._said(jawaban, profil)

    def result(self) -> Peta:
        for nomor, bidang in self.said.items():
            if bidang in self.bidang:
                self._serve(self.bidang[bidang], nomor, self._fit(self.bidang[bidang], nomor)[0] is Cocok.SAMPAI)
        for one in self.bidang.values():
            if one.nama not in self.kolom:
                self._look_for(one)
        for nomor in self.blok.jalur:
            self.peran.setdefault(nomor, self._left_over(nomor))
        pairs = tuple((b.nama, b.label) for b in self.bidang.values())
        ordered = dict(sorted(self.peran.items()))
        return Peta(self.tabel, self.kolom, self.sampai, ordered, tuple(self.temuan), pairs)

    def _said(self, jawaban: Jawaban, profil: Mapping[str, str]) -> dict[int, str]:
        found = {}
        for nomor in self.blok.jalur:
            key = (self.tabel.lembar.nama, self.blok.alamat_judul(nomor), ARTI)
            said = jawaban.get(key) or profil.get(self.blok.teks(nomor))
            if said is not None and (said in self.bidang or said == TIDAK_DIPAKAI):
                found[nomor] = said
        return found

    def _free(self) -> list[int]:
        used = {k.nomor for k in self.kolom.values()}
        rest = {n for c in used for n in self.tabel.lanjutan(c)}
        return [c for c in self.blok.jalur if c not in self.said and c not in used | rest | {*self.tabel.label}]

    # ------------------------------------------------------------ one bidang

    def _look_for(self, one: Bidang) -> None:
        fits = {c: self._fit(one, c) for c in self._free()}
        exact = [c for c, (fit, _) in fits.items() if fit is Cocok.YA]
        until = [c for c, (fit, _) in fits.items() if fit is Cocok.SAMPAI]
        maybe = [c for c, (fit, _) in fits.items() if fit is Cocok.MUNGKIN]
        if not one.angka:
            if exact:
                shown = [c for c in exact if not self._hidden(c)] or exact
                self._serve(one, min(shown, key=lambda c: (self._rank(one, c), c)), False)
            return
        maybe = self._without_parts(one, maybe, exact)
        doubtful = [c for c in maybe if not self.blok.makna[c].paham or self._same(one, c, exact)]
        if len(exact) == 1 and not self._hidden(exact[0]) and not doubtful:
            self._serve(one, exact[0], False)
            if len(until) == 1:
                self.sampai[one.nama] = self._column(one, until[0], True)
                self.peran[until[0]] = (Peran.DIPAKAI, one.nama, "")
        elif not exact and len(until) == 1 and not self._hidden(until[0]) and not doubtful:
            self._serve(one, until[0], True)
        elif one.tanya and (exact or until or maybe):
            self._ask(one, [*exact, *(until if not exact else ()), *maybe], fits, len(exact) > 1)

    def _without_parts(self, one: Bidang, maybe: list[int], exact: list[int]) -> list[int]:
        """A part is out where the whole of it stands beside."""
        groups = {self.blok.jalur[c][:-1] for c in exact if self.blok.makna[c].jumlah}
        plain_whole = any(self.blok.makna[c].jumlah for c in exact)
        return [
            c
            for c in maybe
            if not (self.blok.jalur[c][:-1] in groups and len(self.blok.jalur[c]) > 1)
            and not (plain_whole and (self.blok.makna[c].waktu.bulan or self.blok.makna[c].bagian))
        ]

    def _same(self, one: Bidang, column: int, exact: list[int]) -> bool:
        """A hidden column that says the same as one that serves."""
        return self._hidden(column) and any(self.blok.jalur[column] == self.blok.jalur[c] for c in exact)

    def _rank(self, one: Bidang, column: int) -> int:
        apa = self.blok.makna[column].apa
        by_word = plain(" ".join(self.blok.jalur[column])) in one.kata
        return -1 if by_word else one.apa.index(apa) if apa in one.apa else len(one.apa)

    def _serve(self, one: Bidang, column: int, sd: bool) -> None:
        self.kolom[one.nama] = self._column(one, column, sd)
        self.peran[column] = (Peran.DIPAKAI, one.nama, "")
        for more in self.tabel.lanjutan(column):
            self.peran[more] = (Peran.DIPAKAI, one.nama, "")

    def _column(self, one: Bidang, column: int, sd: bool) -> Kolom:
        return Kolom(column, one.nama, self.blok.teks(column), sd, self.blok.makna[column])

    def _ask(self, one: Bidang, columns: list[int], fits: Mapping[int, tuple[Cocok, str]], twice: bool) -> None:
        for column in columns:
            if self.peran.get(column, (None,))[0] is Peran.DITANYAKAN:
                continue
            why = fits[column][1]
            if self._hidden(column):
                why = "kolomnya tersembunyi"
            elif twice and not why:
                why = "ada lebih dari satu kolom yang cocok"
            elif not why:
                why = "kolom lain mungkin yang dimaksud"
            self.peran[column] = (Peran.DITANYAKAN, one.nama, why)
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
            if b.angka and b.nama not in self.kolom and self._fit(b, column)[0] is not Cocok.TIDAK
        )  # fmt: skip

    def _left_over(self, column: int) -> tuple[Peran, str | None, str]:
        meant = self.blok.makna[column]
        if column in self.tabel.label or self.said.get(column) == TIDAK_DIPAKAI:
            return Peran.TIDAK_DIPAKAI, None, ""
        if meant.paham and (meant.apa or meant.waktu.berkala or meant.persen or meant.unsur or meant.cakupan):
            return Peran.TIDAK_DIPAKAI, None, ""
        return Peran.TIDAK_DIPAHAMI, None, "judulnya tidak dikenal"

    def _hidden(self, column: int) -> bool:
        return column in getattr(self.tabel.lembar, "kolom_tertutup", frozenset())

    # ------------------------------------------------------------ how a heading fits

    def _fit(self, one: Bidang, column: int) -> tuple[Cocok, str]:
        """How well, and what is in doubt."""
        meant = self._as_whole(one, column)
        heading = plain(" ".join(self.blok.jalur[column]))
        if one.kata and heading in one.kata:
            return Cocok.YA, ""
        if not one.angka:
            fits = meant.apa in one.apa and meant.paham and meant.cakupan == one.cakupan
            return (Cocok.YA if fits else Cocok.TIDAK), ""
        verdict = [self._fit_what(one, meant), self._fit_when(one, meant), self._fit_part(one, meant)]
        if any(fit is Cocok.TIDAK for fit, _ in verdict):
            return Cocok.TIDAK, ""
        if not meant.paham:
            verdict.append((Cocok.MUNGKIN, f"kata “{' '.join(meant.sisa)}” tidak dikenal"))
        doubts = [why for fit, why in verdict if fit is Cocok.MUNGKIN]
        if doubts:
            return Cocok.MUNGKIN, "; ".join(doubts)
        return (Cocok.SAMPAI if any(fit is Cocok.SAMPAI for fit, _ in verdict) else Cocok.YA), ""

    def _as_whole(self, one: Bidang, column: int) -> Makna:
        """A bare Jumlah beside parts of something is the whole of that."""
        meant, beside = self.blok.makna[column], self.blok.makna.get(column - 1)
        bare = meant.jumlah and meant.apa in (None, "lain") and not meant.waktu.berkala
        if bare and beside is not None and beside.apa in one.apa and (beside.waktu.bulan or beside.bagian):
            return replace(meant, apa=beside.apa, sisa=())
        return meant

    def _fit_what(self, one: Bidang, meant: Makna) -> tuple[Cocok, str]:
        speaks = bool(meant.waktu.triwulan or meant.waktu.semester or meant.waktu.ini or meant.unsur or meant.waktu.sd)
        apa = meant.apa or (self._by_rows(one) if speaks else None)
        if meant.cakupan != one.cakupan:
            return Cocok.TIDAK, ""
        if apa in one.apa or (one.cakupan and apa in (None, "realisasi", "capaian")):
            return Cocok.YA, ""
        if apa in one.mungkin:
            return Cocok.MUNGKIN, f"judulnya menyebut {apa}"
        if apa is None and one.tersirat and meant.waktu.triwulan and not self._elsewhere("realisasi"):
            return Cocok.YA, ""
        if apa is None and "realisasi" in one.apa and (speaks or meant.waktu.bulan):
            return Cocok.MUNGKIN, "judulnya tidak menyebut apa isinya"
        return Cocok.TIDAK, ""

    def _elsewhere(self, apa: str) -> bool:
        return self.tabel.konteks.apa == apa or any(m.apa == apa for m in self.blok.makna.values())

    def _by_rows(self, one: Bidang) -> str | None:
        """What the rows say they hold, or a title says of a table whose headings only say when."""
        if "apa" in self.tabel.label.values():
            return next((a for a in one.apa if a in ("target", "realisasi") and one.tanya), None)
        return self.tabel.konteks.apa if self.tabel.konteks.apa in one.apa else None

    def _fit_when(self, one: Bidang, meant: Makna) -> tuple[Cocok, str]:
        when = meant.waktu
        if when.lampau or (when.tahun and one.tahun and one.tahun not in when.tahun):
            return Cocok.TIDAK, ""
        if one.setahun:
            if when.berkala or (meant.jangka and not when.tahun) or (one.sebut_tahun and not when.tahun):
                return Cocok.TIDAK, ""
            return Cocok.YA, ""
        if meant.jangka:
            return Cocok.TIDAK, ""
        if one.triwulan is None:
            return (Cocok.TIDAK, "") if when.triwulan or when.bulan or when.semester else (Cocok.YA, "")
        return self._fit_quarter(one, one.triwulan, meant)

    def _fit_quarter(self, one: Bidang, wanted: int, meant: Makna) -> tuple[Cocok, str]:
        when, above = meant.waktu, self.tabel.konteks.waktu
        if when.bulan:
            inside = set(when.bulan) <= {3 * wanted - 2, 3 * wanted - 1, 3 * wanted}
            return (Cocok.MUNGKIN, "judulnya menyebut bulan") if inside else (Cocok.TIDAK, "")
        if when.semester:
            if when.semester * 2 != wanted:
                return Cocok.TIDAK, ""
            return (Cocok.SAMPAI, "") if when.semester == 1 else (Cocok.MUNGKIN, "judulnya menyebut semester")
        if when.triwulan:
            if when.triwulan[-1] != wanted:
                return Cocok.TIDAK, ""
            return (Cocok.SAMPAI if when.sd or len(when.triwulan) > 1 else Cocok.YA), ""
        titled = above.triwulan
        if titled and wanted not in titled and not self.tabel.memilih:
            return Cocok.TIDAK, ""
        if one.sebut_triwulan and not titled and not above.semester:
            return (Cocok.MUNGKIN, "tidak jelas untuk triwulan mana") if "realisasi" in one.apa else (Cocok.TIDAK, "")
        if when.sd:
            return Cocok.SAMPAI, ""
        if when.ini:
            return Cocok.YA, ""
        if meant.setahun:
            return (Cocok.MUNGKIN, "judulnya menyebut angka setahun") if "realisasi" in one.apa else (Cocok.TIDAK, "")
        if above.sd or len(titled) > 1 or above.semester:
            return (Cocok.SAMPAI, "") if not titled or titled[-1] == wanted else (Cocok.TIDAK, "")
        if above.bulan:
            return Cocok.MUNGKIN, "judul tabelnya menyebut bulan"
        return Cocok.YA, ""

    def _fit_part(self, one: Bidang, meant: Makna) -> tuple[Cocok, str]:
        if meant.bagian:
            return Cocok.MUNGKIN, f"judulnya hanya menyebut sebagian ({meant.bagian})"
        if meant.unsur and one.unsur and meant.unsur != one.unsur:
            if meant.unsur == "fisik" and one.unsur == "kinerja":
                return Cocok.MUNGKIN, "judulnya menyebut fisik, yang biasanya kemajuan kegiatan"
            return Cocok.TIDAK, ""
        if meant.persen and not one.persen:
            return (Cocok.MUNGKIN if one.unsur != "keuangan" or not meant.unsur else Cocok.TIDAK), (
                "judulnya menyebut persen"
            )
        versi = meant.versi or (self.tabel.konteks.versi if one.versi else None)
        if one.versi and (versi or "murni") != one.versi:
            return Cocok.TIDAK, ""
        if meant.versi and not one.versi:
            return Cocok.MUNGKIN, f"judulnya menyebut {meant.versi}"
        return Cocok.YA, ""


def quarter_label(apa: str, triwulan: int) -> str:
    return f"{apa} Triwulan {ROMAWI[triwulan]}"


__all__ = ["Bidang", "Cocok", "Kolom", "Peta", "quarter_label", "read", "replace", "sidik"]
