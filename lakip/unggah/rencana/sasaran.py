"""The sasaran that the rows of a table of plans name, kept for saving when new or written differently."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from lakip.rencana import JENJANG_NAMA, Sasaran, Tujuan
from lakip.unggah.rencana.baris import Acuan
from lakip.unggah.rencana.formulir import MILIK_SASARAN
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import plain
from lakip.validasi import Tingkat

Tell = Callable[[Calon, Tingkat, str, str, str], None]
"""(row, tingkat, field, code of the temuan, sentence)"""


class Bacaan:
    """The sasaran read so far, by kode. What is wrong with one goes to `tell`."""

    def __init__(self, acuan: Acuan, tell: Tell) -> None:
        self.acuan, self.tell = acuan, tell
        self.semua: dict[str, Sasaran] = {}
        self.tujuan: dict[str, Tujuan] = {}
        self.calon: dict[str, Calon] = {}
        self._cells: dict[str, str] = {}
        self._by_uraian = {plain(goal.uraian): kode for kode, goal in reversed(list(acuan.sasaran.items()))}
        self._numbers = (f"S{n}" for n in count(1))

    def read(self, calon: Calon) -> str | None:
        """The kode of the row's sasaran; None when none is written."""
        kode, uraian = calon.text("kode_sasaran"), calon.text("sasaran")
        if not kode and not uraian:
            return None
        kode = kode or self._by_uraian.get(plain(uraian)) or self._new_kode(calon)
        known = self.semua.get(kode) or self.acuan.sasaran.get(kode)
        if known is None and not uraian:
            pesan = f"sasaran “{kode}” belum ada. Isi uraiannya di kolom Sasaran."
            self.tell(calon, Tingkat.SALAH, "kode_sasaran", "sasaran_tak_dikenal", pesan)
            return None
        self.calon.setdefault(kode, calon)
        if known is None or any(calon.text(name) for name in MILIK_SASARAN) or calon.text("tujuan"):
            self._keep(calon, self._written(calon, kode, uraian, known))
        return kode

    def _new_kode(self, calon: Calon) -> str:
        kode = next(k for k in self._numbers if k not in self.semua and k not in self.acuan.sasaran)
        self.tell(calon, Tingkat.CATATAN, "sasaran", "kode_sasaran_baru", f"sasaran ini diberi kode {kode}.")
        return kode

    def _keep(self, calon: Calon, goal: Sasaran) -> None:
        kode = goal.kode
        if kode in self.semua and self.semua[kode] != goal:
            pesan = f"sasaran {kode} ditulis berbeda dengan di sel {self._cells[kode]}. Samakan keduanya."
            self.tell(calon, Tingkat.SALAH, "sasaran", "sasaran_berbeda", pesan)
        if kode not in self.semua:
            self.calon[kode] = calon  # what is wrong with it stands where it is said
        self.semua.setdefault(kode, goal)
        self._by_uraian.setdefault(plain(goal.uraian), kode)
        self._cells.setdefault(kode, calon.alamat.get("sasaran", calon.place))

    def _written(self, calon: Calon, kode: str, uraian: str, known: Sasaran | None) -> Sasaran:
        jenjang = {plain(v): k for k, v in JENJANG_NAMA.items()}.get(plain(calon.text("jenjang")))
        if calon.text("jenjang") and jenjang is None:
            pesan = f"“{calon.text('jenjang')[:40]}” bukan Jenjang. Pilih: {', '.join(JENJANG_NAMA.values())}."
            self.tell(calon, Tingkat.SALAH, "jenjang", "jenjang_tak_dikenal", pesan)
        place = 10 * (len(self.acuan.sasaran) + len(self.semua) + 1)
        old = known or Sasaran(kode, uraian, "camat", self.acuan.tahun, place)
        return replace(
            old,
            uraian=uraian or old.uraian,
            jenjang=jenjang or old.jenjang,
            induk=calon.text("induk") or old.induk,
            mulai_tahun=self.acuan.tahun,
            tujuan=self._aim(calon) or old.tujuan,
        )

    def _aim(self, calon: Calon) -> str | None:
        """The kode of the tujuan that a row names, kept for saving when new or written differently."""
        kode, uraian = calon.text("kode_tujuan"), calon.text("tujuan")
        known = {**self.acuan.tujuan, **self.tujuan}
        if uraian and not kode:
            same = (k for k, aim in known.items() if plain(aim.uraian) == plain(uraian))
            kode = next(same, None) or next(k for n in count(1) if (k := f"T{n}") not in known)
        if not kode:
            return None
        old = known.get(kode)
        if old is None and not uraian:
            pesan = f"tujuan “{kode}” belum ada. Isi uraiannya di kolom Tujuan."
            self.tell(calon, Tingkat.SALAH, "kode_tujuan", "tujuan_tak_dikenal", pesan)
            return None
        aim = replace(
            old or Tujuan(kode, uraian, self.acuan.tahun, 10 * (len(known) + 1)),
            uraian=uraian or (old.uraian if old else ""),
            mulai_tahun=self.acuan.tahun,
        )
        if kode in self.tujuan and self.tujuan[kode].uraian != aim.uraian:
            pesan = f"tujuan {kode} ditulis berbeda dengan “{self.tujuan[kode].uraian[:60]}” di baris lain. Samakan."
            self.tell(calon, Tingkat.SALAH, "tujuan", "tujuan_berbeda", pesan)
        self.tujuan.setdefault(kode, aim)
        return kode
