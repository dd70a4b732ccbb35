"""A row of a form of plans against the record: the cells that the person left as they were issued say nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lakip.indikator import Metode
from lakip.rencana import PERIODE_TARGET
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.identitas import Kunci
from lakip.unggah.formulir.sejak import SejakFormulir, Tempat
from lakip.unggah.rencana.baris import Acuan
from lakip.unggah.rencana.formulir import BILANGAN, MILIK_SASARAN, NAMA, row_key
from lakip.unggah.rencana.kamus import KATA, NAMA_KOLOM
from lakip.unggah.tabel.angka import read_cell
from lakip.unggah.tabel.calon import TAK_BERNILAI, Calon
from lakip.unggah.tabel.kata import plain
from lakip.validasi import Temuan

# These stay in the row as long as they say what the record says: a target for the cell it is traced to, the place of a
# card so that a second place beside it is noticed.
SEPERTI_CATATAN = (*PERIODE_TARGET, "kode_sasaran", "kode_anggaran")
SUDAH_BERAKHIR = "sudah tidak ada pada catatan, dan barisnya tidak Anda ubah"


Sisa = tuple[Calon, Sequence[Temuan], bool]
"""What a row says beside the record, what is asked of it, and whether the card stays where the record has it."""


class Penyaring:
    """Takes out of each row what the person left alone."""

    def __init__(self, sejak: SejakFormulir, acuan: Acuan) -> None:
        self.sejak, self.acuan = sejak, acuan
        self._issued = {kunci for kunci, _ in sejak.terbit or {}}
        self._bagian = acuan.kata_bagian

    def row(self, calon: Calon, kode: str | None) -> Sisa | str:
        """The rest of the row; or why it is skipped, where nothing of it is left."""
        if not self.sejak.tahu:
            return calon, (), False
        if self._ended(kode, self.acuan.indikator):
            return self._of_ended(calon, str(kode))
        dropped: set[str] = set()
        found: list[Temuan] = []
        for name, key in self._cells(calon, kode):
            text = self._said(calon, name, kode)
            if text == "" and name not in PERIODE_TARGET and self.sejak.touched(key, text):
                continue  # a cell that was emptied says nothing either
            about = calon.text("kode_sasaran") if name in (*MILIK_SASARAN, "tujuan") or not kode else kode
            verdict = self.sejak.judge(Tempat(calon.lembar, calon.alamat[name], NAMA_KOLOM[name], about), key, text)
            found += verdict.temuan
            if not verdict.pakai and (name not in SEPERTI_CATATAN or self.sejak.moved(key)):
                dropped.add(name)
        goal, stays = calon.text("kode_sasaran"), "kode_sasaran" in dropped and kode in self.acuan.indikator
        if self._ended(f"sasaran {goal}" if goal else None, {f"sasaran {k}" for k in self.acuan.sasaran}):
            if {name for name in MILIK_SASARAN if calon.text(name)} <= dropped:
                return _without(calon, dropped | {"kode_sasaran"}, found, True) if kode else SUDAH_BERAKHIR
            dropped -= {*MILIK_SASARAN}
        return _without(calon, dropped - {"kode_sasaran"}, found, stays)

    # ------------------------------------------------------------ inside

    def _cells(self, calon: Calon, kode: str | None) -> Iterator[tuple[str, Kunci]]:
        """The fields of a row that the form issues, each with what it is kept under."""
        goal, aim = calon.text("kode_sasaran"), calon.text("kode_tujuan")
        mine = self.sejak.issued((kode, "kode_sasaran")) if kode else goal
        for name in calon.alamat:
            if name not in NAMA_KOLOM or name == "kode" or (name == "kode_sasaran" and not kode):
                continue
            key = (row_key(name, kode, goal, aim), name)
            if name in MILIK_SASARAN and mine and mine != goal:
                # The row was moved to another sasaran; what it was issued with is still of the one before.
                before = (f"sasaran {mine}", name)
                key = before if self._said(calon, name, kode) == self.sejak.issued(before) else key
            if key[0]:
                yield name, key

    def _said(self, calon: Calon, name: str, kode: str | None) -> str:
        """What a cell says, as the form writes it; what is not understood as it stands."""
        sel, text = calon.sel.get(name), identitas.said(calon.sel.get(name))
        if text in TAK_BERNILAI:
            return ""
        if name in BILANGAN:
            card = self.acuan.indikator.get(kode or "")
            measured = name in PERIODE_TARGET or name == "baseline"
            mean = card is not None and card.metode is Metode.RATA_RATA
            found = read_cell(sel, card.satuan if card and measured else "", mean or name == "baseline")
            words = {"kosong": "", "strip": "", "tidak_tersedia": "", "nihil": "0"}
            return words.get(found.kode, text) if found.nilai is None else identitas.text(found.nilai)
        if name == "bagian":
            return self._bagian.get(plain(text), text)
        return NAMA[name][KATA[name][plain(text)]] if plain(text) in KATA.get(name, {}) else text

    def _ended(self, kunci: str | None, known: Any) -> bool:
        """Whether the form was issued with it, and the record has it no more."""
        return kunci is not None and kunci in self._issued and kunci not in known

    def _of_ended(self, calon: Calon, kode: str) -> Sisa | str:
        """Nothing brings a card back that was ended meanwhile, unless somebody changed its row and says so."""
        own = [(name, key) for name, key in self._cells(calon, kode) if key[0] == kode]
        said = {key: self._said(calon, name, kode) for name, key in own}
        if not any(self.sejak.touched(key, text) for key, text in said.items()):
            return SUDAH_BERAKHIR
        place = Tempat(calon.lembar, calon.place, "Indikator", kode)
        names = self.sejak.issued((kode, "nama")), said.get((kode, "nama"), "")
        asked = self.sejak.ask(place, (kode, "nama"), f"“{names[0]}”", "tidak ada lagi", f"“{names[1]}”")
        return (calon, asked.temuan, False) if asked.pakai else "dibiarkan"


def _without(calon: Calon, dropped: set[str], found: list[Temuan], stays: bool) -> Sisa:
    targets = dropped & {*PERIODE_TARGET}
    rest = replace(
        calon,
        sel={name: sel for name, sel in calon.sel.items() if name not in dropped},
        alamat={name: place for name, place in calon.alamat.items() if name not in targets},
        dibiarkan=frozenset(targets),
    )
    return rest, found, stays
