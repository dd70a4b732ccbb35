"""A paper that is drawn from the record whenever it is asked for: rapor, Perjanjian Kinerja, Rencana Aksi, log SOP.

It has no versions of its own and is never made again, but its figures are frozen as they are printed, so that a file
that comes back can be held against them.
"""

import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lakip.akses import Pengguna
from lakip.export import beku, catatan, laporan, word
from lakip.export.catatan import Potret
from lakip.export.laporan import BENTUK
from lakip.store import Store, Transaction, one_moment


@dataclass(frozen=True)
class _Cetak:
    """One paper before it is recorded."""

    versi: int
    isi: Any
    teks: str
    potret: Potret
    content: bytes


@dataclass(frozen=True)
class Cetakan:
    """One kind of paper.

    Attributes:
        kode: as in the table laporan; not one of laporan.Jenis.
        nama: as on the screen.
        templat: the .docx.
        draft: (store, unit, tahun, **cara) -> the words; what `cara` was when a file was printed draws it again.
    """

    kode: str
    nama: str
    templat: Path
    draft: Callable[..., Any]

    def look(self, store: Store, unit: str, tahun: int, **cara: Any) -> bytes:
        """The .docx to look at: recorded nowhere."""
        return word.render(self.templat, self.draft(store, unit, tahun, **cara))

    def build(
        self,
        store: Store,
        pengguna: Pengguna,
        unit: str,
        tahun: int,
        periode: str,
        menurut: Store | None = None,
        /,
        **cara: Any,
    ) -> bytes:
        """The .docx, its figures recorded as laporan.build does. Whoever calls has asked for the Izin. `menurut`: as
        there."""
        return self.issue(store, pengguna, unit, tahun, periode, menurut, **cara)[1]

    def issue(
        self,
        store: Store,
        pengguna: Pengguna,
        unit: str,
        tahun: int,
        periode: str,
        menurut: Store | None = None,
        /,
        **cara: Any,
    ) -> tuple[Any, bytes]:
        """As `build`, with the words that were printed."""
        about = {"unit": unit, "tahun": tahun, "periode": periode}
        made: _Cetak | None = None

        @one_moment()
        def look() -> _Cetak:
            nonlocal made
            versi = int(store.read("laporan_versi", jenis=self.kode, **about)["versi"].item())
            isi = self.draft(menurut or store, unit, tahun, **cara)
            if made is None or (made.versi, made.isi) != (versi, isi):
                made = self._printed(store, isi, versi, cara, menurut.saat if menurut else None)
            return made

        def save(tx: Transaction, done: _Cetak) -> None:
            said = {"jenis": self.kode, "versi": done.versi, "final": False}
            catatan.record(store, tx, pengguna, about, said, done.potret, done.teks, done.content)

        done = catatan.settle(store, look, save)
        return done.isi, done.content

    def again(self, store: Store, unit: str, tahun: int, head: Mapping[str, Any]) -> laporan.Angka:
        """The figures that the record gives today for the paper of this potret."""
        cara = beku.cairkan(json.dumps(head["cara"]), dict[str, Any])
        return laporan.figures(self.draft(store, unit, tahun, **cara))

    def _printed(self, store: Store, isi: Any, versi: int, cara: Mapping[str, Any], saat: datetime | None) -> _Cetak:
        teks = self._frozen(isi, versi, cara, saat)
        potret = Potret(uuid.uuid4().hex, catatan.sidik(teks))
        content = word.render(self.templat, isi, catatan.marks_of(store, potret, self.kode))
        return _Cetak(versi, isi, teks, potret, content)

    def _frozen(self, isi: Any, versi: int, cara: Mapping[str, Any], saat: datetime | None) -> str:
        head = {
            "bentuk": BENTUK,
            "jenis": self.kode,
            "versi": versi,
            "angka": laporan.figures(isi),
            "cara": json.loads(beku.bekukan(dict(cara))),
            "keadaan": saat.isoformat() if saat else None,
        }
        return json.dumps(head, ensure_ascii=False)
