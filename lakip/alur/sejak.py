"""What happened to a run since somebody last saw it: figures, drafts and steps. Reads only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lakip.akses import Pengguna
from lakip.alur.jalan import history
from lakip.alur.langkah import Keadaan, passed
from lakip.alur.syarat import JENIS_DRAF
from lakip.periode import PERIODE, ROMAWI
from lakip.store import Store


@dataclass(frozen=True)
class Kejadian:
    """One thing, in words; `kode`: the indikator it is about."""

    pada: datetime
    oleh: str
    apa: str
    kode: str | None = None


def seen(store: Store, pengguna: Pengguna, unit: str, tahun: int, periode: str) -> datetime | None:
    """When this account last saw the run, UTC: its own newest step in it, or its sign-in before this one, whichever
    is later. None: never."""
    own = history(store, unit, tahun, periode).filter(oleh=pengguna.akun)["pada"].max()
    moments = [own, store.read("akun_masuk_lalu", akun=pengguna.akun).item()]
    return max((m for m in moments if isinstance(m, datetime)), default=None)


def since(store: Store, unit: str, tahun: int, periode: str, pada: datetime) -> tuple[Kejadian, ...]:
    """Everything after that moment, the newest first."""
    found = [e for e in _events(store, unit, tahun, periode) if e.pada > pada]
    return tuple(sorted(found, key=lambda e: e.pada, reverse=True))


# ---------------------------------------------------------------- inside


def _events(store: Store, unit: str, tahun: int, periode: str) -> Iterator[Kejadian]:
    quarters, kinds = PERIODE[periode].triwulan, list(JENIS_DRAF[periode])
    for r in store.read("realisasi_tahun", unit=unit, tahun=tahun).iter_rows(named=True):
        if r["triwulan"] in quarters:
            apa = f"angka Triwulan {ROMAWI[r['triwulan']]} disimpan, versi {r['versi']}"
            yield Kejadian(r["pada"], r["oleh_nama"] or r["oleh"], apa, r["indikator"])
    for r in store.read("dasbor_laporan", unit=unit, tahun=tahun, jenis=kinds).iter_rows(named=True):
        if r["periode"] == periode:
            yield Kejadian(r["pada"], r["oleh_nama"], f"draf versi {r['versi']} disusun")
    before: Any = None
    for r in history(store, unit, tahun, periode).iter_rows(named=True):
        state = Keadaan(r["keadaan"])
        yield Kejadian(r["pada"], r["oleh_nama"], passed(before, state).lower())
        before = state
