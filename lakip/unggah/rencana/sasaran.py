"""The sasaran and tujuan that the rows of a table of plans name, kept for saving when new or written differently."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from typing import TypeVar

from lakip.rencana import JENJANG_NAMA, Sasaran, Tujuan
from lakip.unggah.rencana.baris import Acuan
from lakip.unggah.rencana.formulir import MILIK_SASARAN
from lakip.unggah.rencana.kamus import KATA
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import plain
from lakip.validasi import Tingkat

Tell = Callable[[Calon, Tingkat, str, str, str], object]
"""(row, tingkat, field, code of the temuan, sentence)"""
S = TypeVar("S", Sasaran, Tujuan)


class Bacaan:
    """What was read so far, by kode. What is wrong with one goes to `tell`; `calon` are the rows that say a sasaran."""

    def __init__(self, acuan: Acuan, tell: Tell) -> None:
        self.acuan, self.tell = acuan, tell
        self.semua: dict[str, Sasaran] = {}
        self.tujuan: dict[str, Tujuan] = {}
        self.calon: dict[str, Calon] = {}
        self._cells: dict[tuple[str, str], str] = {}

    def read(self, calon: Calon) -> str | None:
        """The kode of the row's sasaran; None when none is written."""
        kode = self._kode(calon, "sasaran", self.acuan.sasaran, self.semua)
        if kode is None:
            return None
        self.calon.setdefault(kode, calon)
        known = self.semua.get(kode) or self.acuan.sasaran.get(kode)
        if known is None or any(calon.text(name) for name in (*MILIK_SASARAN, "tujuan")):
            if kode not in self.semua:
                self.calon[kode] = calon  # what is wrong with it stands where it is said
            self._keep(calon, "sasaran", self._written(calon, kode, known), self.semua)
        return kode

    def _kode(self, calon: Calon, what: str, recorded: Mapping[str, S], read: Mapping[str, S]) -> str | None:
        """The kode that a row names; by its words where none is written, and a new one for new words."""
        kode, uraian = calon.text(f"kode_{what}"), calon.text(what)
        known = [*recorded.items(), *read.items()]
        if uraian and not kode:
            kode = next((k for k, one in known if plain(one.uraian) == plain(uraian)), "")
        if uraian and not kode:
            codes = {k for k, _ in known}
            kode = next(k for n in count(1) if (k := f"{what[0].upper()}{n}") not in codes)
            if what == "sasaran":
                self.tell(calon, Tingkat.CATATAN, what, "kode_sasaran_baru", f"sasaran ini diberi kode {kode}.")
        if kode and not uraian and not any(k == kode for k, _ in known):
            pesan = f"{what} “{kode}” belum ada. Isi uraiannya di kolom {what.capitalize()}."
            self.tell(calon, Tingkat.SALAH, f"kode_{what}", f"{what}_tak_dikenal", pesan)
            return None
        return kode or None

    def _keep(self, calon: Calon, what: str, one: S, read: dict[str, S]) -> None:
        cell = self._cells.setdefault((what, one.kode), calon.alamat.get(what, calon.place))
        if read.setdefault(one.kode, one) != one:
            pesan = f"{what} {one.kode} ditulis berbeda dengan di sel {cell}. Samakan keduanya."
            self.tell(calon, Tingkat.SALAH, what, f"{what}_berbeda", pesan)

    def _written(self, calon: Calon, kode: str, known: Sasaran | None) -> Sasaran:
        jenjang = KATA["jenjang"].get(plain(calon.text("jenjang")))
        if calon.text("jenjang") and jenjang is None:
            pesan = f"“{calon.text('jenjang')[:40]}” bukan Jenjang. Pilih: {', '.join(JENJANG_NAMA.values())}."
            self.tell(calon, Tingkat.SALAH, "jenjang", "jenjang_tak_dikenal", pesan)
        place = 10 * (len(self.acuan.sasaran) + len(self.semua) + 1)
        old = known or Sasaran(kode, "", "camat", self.acuan.tahun, place)
        return replace(
            old,
            uraian=calon.text("sasaran") or old.uraian,
            jenjang=jenjang or old.jenjang,
            induk=calon.text("induk") or old.induk,
            mulai_tahun=self.acuan.tahun,
            tujuan=self._aim(calon) or old.tujuan,
        )

    def _aim(self, calon: Calon) -> str | None:
        """The kode of the tujuan that a row names."""
        kode, uraian = self._kode(calon, "tujuan", self.acuan.tujuan, self.tujuan), calon.text("tujuan")
        if kode is not None:
            known = {**self.acuan.tujuan, **self.tujuan}
            old = known.get(kode) or Tujuan(kode, "", self.acuan.tahun, 10 * (len(known) + 1))
            self._keep(
                calon, "tujuan", replace(old, uraian=uraian or old.uraian, mulai_tahun=self.acuan.tahun), self.tujuan
            )
        return kode
