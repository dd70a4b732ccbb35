"""One row of a form of realisasi against the record: what the person changed is taken, all else stays as recorded."""

from dataclasses import dataclass
from typing import Any

from lakip.indikator import KEADAAN_NAMA, Keadaan
from lakip.realisasi import BILANGAN, TAHUN_PENILAIAN, TEKS, Acuan, Realisasi, differences, for_record
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.sejak import SejakFormulir, Tempat, shower
from lakip.unggah.realisasi.baris import KEADAAN
from lakip.unggah.realisasi.formulir import KOLOM, NAMA_KOLOM
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import plain
from lakip.validasi import Temuan

ANGKA = (*BILANGAN, "keadaan")
"""The fields that are one figure: what the other half of it was changed to concerns whoever changes this half."""
KATA = (*TEKS, TAHUN_PENILAIAN)

show = shower(KOLOM)


@dataclass(frozen=True)
class Diubah:
    """What a row would record, and what is asked or told of it. `asal`: the cell that it is traced to, where that is
    not the one of its figure."""

    isi: Realisasi
    temuan: tuple[Temuan, ...] = ()
    asal: str | None = None


def since_form(sejak: SejakFormulir, calon: Calon, card: Acuan, triwulan: int, isi: Realisasi) -> Diubah:
    """`isi` as the file says it, with the record in place of every cell that the person left as it was issued."""
    return _Baris(sejak, calon, card, triwulan, isi).result() if sejak.tahu else Diubah(isi)


def untouched(sejak: SejakFormulir, calon: Calon, card: Acuan) -> bool:
    """Whether a row without anything in it came so with the form."""
    return sejak.tahu and not any(sejak.touched((card.kode, n), "") for n in (*ANGKA, *TEKS) if n in calon.alamat)


class _Baris:
    """One row in the making."""

    def __init__(self, sejak: SejakFormulir, calon: Calon, card: Acuan, triwulan: int, isi: Realisasi) -> None:
        self.sejak, self.calon, self.card, self.isi = sejak, calon, card, isi
        recorded = card.tercatat.get(triwulan)
        self.lama = recorded.isi if recorded else None
        self.said = {name: self._said(name) for name in (*ANGKA, *KATA) if name in calon.alamat}
        self.touched = [name for name, text in self.said.items() if sejak.touched((card.kode, name), text)]
        self.changed = [name for name in ANGKA if name in self.touched]
        self.moved = [name for name in ANGKA if sejak.moved((card.kode, name))]
        self.temuan: list[Temuan] = []

    def result(self) -> Diubah:
        words = {name: self._words(name) for name in KATA}
        new = Realisasi(kode=self.card.kode, **self._figure(), **words)
        # A figure that somebody else recorded is not traced to the number that still stands in this file.
        elsewhere = self.touched and self.moved and not self.changed
        return Diubah(new, tuple(self.temuan), self.calon.alamat[self.touched[0]] if elsewhere else None)

    def _said(self, name: str) -> str:
        """What a cell says, as the form writes it; what was not understood as it stands."""
        value = getattr(self.isi, name) if name in (*BILANGAN, TAHUN_PENILAIAN) else None
        if value is not None:
            return identitas.text(value)
        text = identitas.said(self.calon.sel.get(name))
        return KEADAAN_NAMA[KEADAAN[plain(text)]] if name == "keadaan" and plain(text) in KEADAAN else text

    def _figure(self) -> dict[str, Any]:
        """keadaan and numbers, of the file where one of them was changed."""
        kode, kept = self.card.kode, {name: getattr(self.lama, name, None) for name in ANGKA}
        now = _in_words({name: self.sejak.kini.get((kode, name), "") for name in ANGKA})
        if not self.changed:
            if self.moved:
                self.temuan.append(self.sejak.remark(self._place(self.moved), (kode, self.moved[0]), now))
            return kept
        new = self._new()
        wanted = for_record(Realisasi(kode=kode, **new), self.card, self.lama)
        if not self.moved or not {*differences(wanted, self.lama)} & {*ANGKA}:
            return new
        issued = {name: self.sejak.issued((kode, name)) for name in ANGKA}
        written = {name: identitas.text(new[name]) for name in BILANGAN}
        written["keadaan"] = KEADAAN_NAMA[new["keadaan"]] if new["keadaan"] else ""
        three = _in_words(issued), now, _in_words(written)
        asked = self.sejak.ask(self._place(self.changed), (kode, self.changed[0]), *three)
        self.temuan += asked.temuan
        return new if asked.pakai else kept

    def _new(self) -> dict[str, Any]:
        """A number that was left alone keeps what is recorded, as long as the record holds one for it."""
        filled = self.lama is not None and self.lama.keadaan is Keadaan.TERISI
        source = {name: self.lama if filled and name not in self.changed else self.isi for name in BILANGAN}
        return {**{name: getattr(one, name) for name, one in source.items()}, "keadaan": self.isi.keadaan}

    def _words(self, name: str) -> Any:
        """None leaves what is recorded: not touched, blank, or to be left alone."""
        if name not in self.said or (name in self.touched and getattr(self.isi, name) is None):
            return None
        verdict = self.sejak.judge(self._place([name]), (self.card.kode, name), self.said[name])
        self.temuan += verdict.temuan
        return getattr(self.isi, name) if verdict.pakai else None

    def _place(self, names: list[str]) -> Tempat:
        """The cell that stands for a figure: that of its number, where the indikator has one."""
        name = next((n for n in names if n != "keadaan"), names[0])
        return Tempat(self.calon.lembar, self.calon.alamat.get(name, ""), NAMA_KOLOM[name], self.card.kode)


def _in_words(texts: dict[str, str]) -> str:
    """ "15", "6/15", "nihil", "kosong"."""
    keadaan = texts.get("keadaan", "")
    if keadaan and keadaan != KEADAAN_NAMA[Keadaan.TERISI]:
        return keadaan.lower()
    nilai, *pair = (show(name, texts.get(name, "")) for name in BILANGAN)
    return "/".join(part or "kosong" for part in pair) if any(pair) else nilai or "kosong"
