"""One row of a form of realisasi against the record: what the person changed is taken, all else stays as recorded."""

from dataclasses import dataclass
from typing import Any

from lakip.indikator import KEADAAN_NAMA, Keadaan
from lakip.realisasi import BILANGAN, TAHUN_PENILAIAN, TEKS, Acuan, Realisasi, differences, for_record
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.sejak import SejakFormulir, Tempat, shower
from lakip.unggah.realisasi.baris import KEADAAN, Calon
from lakip.unggah.realisasi.formulir import KOLOM, NAMA_KOLOM
from lakip.unggah.tabel.kata import plain
from lakip.validasi import Temuan

ANGKA = (*BILANGAN, "keadaan")
"""The fields that are one figure: what the other half of it was changed to concerns whoever changes this half."""

show = shower(KOLOM)


@dataclass(frozen=True)
class Diubah:
    """What a row would record, and what is asked or told of it. `asal`: the cell that it is traced to, where that is
    not the one of its figure; `tersentuh`: whether the person changed anything on the row."""

    isi: Realisasi
    temuan: tuple[Temuan, ...] = ()
    asal: str | None = None
    tersentuh: bool = True


def since_form(sejak: SejakFormulir, calon: Calon, card: Acuan, triwulan: int, isi: Realisasi) -> Diubah:
    """`isi` as the file says it, with the record in place of every cell that the person left as it was issued."""
    row = _Baris(sejak, calon, card, triwulan, isi)
    return row.result() if sejak.tahu else Diubah(isi)


class _Baris:
    """One row in the making."""

    def __init__(self, sejak: SejakFormulir, calon: Calon, card: Acuan, triwulan: int, isi: Realisasi) -> None:
        self.sejak, self.calon, self.card, self.isi = sejak, calon, card, isi
        recorded = card.tercatat.get(triwulan)
        self.lama = recorded.isi if recorded else None
        self.said = {name: self._said(name) for name in (*ANGKA, *TEKS, TAHUN_PENILAIAN) if name in calon.alamat}
        self.touched = [name for name, text in self.said.items() if sejak.touched((card.kode, name), text)]
        self.temuan: list[Temuan] = []

    def result(self) -> Diubah:
        figure = self._figure()
        words = {name: self._words(name) for name in (*TEKS, TAHUN_PENILAIAN)}
        new = Realisasi(kode=self.card.kode, **{**figure, **words})
        return Diubah(new, tuple(self.temuan), self._traced(), bool(self.touched))

    def _said(self, name: str) -> str:
        """What a cell says, as the form writes it; what was not understood as it stands."""
        value = getattr(self.isi, name) if name in (*BILANGAN, TAHUN_PENILAIAN) else None
        if value is not None:
            return identitas.text(value)
        text = identitas.said(self.calon.sel.get(name))
        return KEADAAN_NAMA[KEADAAN[plain(text)]] if name == "keadaan" and plain(text) in KEADAAN else text

    # ------------------------------------------------------------ the figure

    def _figure(self) -> dict[str, Any]:
        """keadaan and numbers, of the file where one of them was changed."""
        kept = {name: getattr(self.lama, name) if self.lama else None for name in ANGKA}
        changed = [name for name in ANGKA if name in self.touched]
        moved = [name for name in ANGKA if self.sejak.moved((self.card.kode, name))]
        if not changed:
            if moved:
                where = self._place(self._cell(moved))
                self.temuan.append(self.sejak.remark(where, (self.card.kode, moved[0]), self._recorded()))
            return kept
        new = self._changed(changed)
        if not moved or not self._differs(new):
            return new
        issued = {name: self.sejak.issued((self.card.kode, name)) for name in ANGKA}
        written = {name: identitas.text(new[name]) for name in BILANGAN}
        written["keadaan"] = KEADAAN_NAMA[new["keadaan"]] if new["keadaan"] else ""
        three = (_in_words(issued), self._recorded(), _in_words(written))
        asked = self.sejak.ask(self._place(self._cell(changed)), (self.card.kode, changed[0]), *three)
        self.temuan += asked.temuan
        return new if asked.pakai else kept

    def _changed(self, changed: list[str]) -> dict[str, Any]:
        """A number that was left alone keeps what is recorded, as long as the record holds one for it."""
        filled = self.lama is not None and self.lama.keadaan is Keadaan.TERISI
        numbers = {
            name: getattr(self.lama if filled and name not in changed else self.isi, name)
            for name in BILANGAN
        }  # fmt: skip
        return {**numbers, "keadaan": self.isi.keadaan}

    def _differs(self, new: dict[str, Any]) -> bool:
        wanted = for_record(Realisasi(kode=self.card.kode, **new), self.card, self.lama)
        return bool({*differences(wanted, self.lama)} & {*ANGKA})

    def _recorded(self) -> str:
        return _in_words({name: self.sejak.kini.get((self.card.kode, name), "") for name in ANGKA})

    def _cell(self, names: list[str]) -> str:
        """The cell that stands for the figure: that of its number, where the indikator has one."""
        return next((n for n in names if n != "keadaan"), names[0])

    # ------------------------------------------------------------ the words

    def _words(self, name: str) -> Any:
        """None leaves what is recorded: not touched, blank, or to be left alone."""
        if name not in self.said:
            return None
        if name in self.touched and getattr(self.isi, name) is None:
            return None
        verdict = self.sejak.judge(self._place(name), (self.card.kode, name), self.said[name])
        self.temuan += verdict.temuan
        return getattr(self.isi, name) if verdict.pakai else None

    def _place(self, name: str) -> Tempat:
        return Tempat(self.calon.lembar, self.calon.alamat.get(name, ""), NAMA_KOLOM[name], self.card.kode)

    def _traced(self) -> str | None:
        """A figure that somebody else recorded is not traced to the number that still stands in this file."""
        if any(name in self.touched for name in ANGKA) or not self.touched:
            return None
        moved = any(self.sejak.moved((self.card.kode, name)) for name in ANGKA)
        return self.calon.alamat[self.touched[0]] if moved else None


def untouched(sejak: SejakFormulir, calon: Calon, card: Acuan) -> bool:
    """Whether a row without anything in it came so with the form."""
    return sejak.tahu and not any(sejak.touched((card.kode, n), "") for n in (*ANGKA, *TEKS) if n in calon.alamat)


def _in_words(texts: dict[str, str]) -> str:
    """ "15", "6/15", "nihil", "kosong"."""
    keadaan = texts.get("keadaan", "")
    if keadaan and keadaan != KEADAAN_NAMA[Keadaan.TERISI]:
        return keadaan.lower()
    nilai, *pair = (show(name, texts.get(name, "")) for name in BILANGAN)
    if any(pair):
        return "/".join(part or "kosong" for part in pair)
    return nilai or "kosong"
