"""What waits for one person: his own tasks first, then the matters of the periode; and what others hold.

Rights are those of the acts themselves; here they only decide which of them are offered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import polars as pl

from lakip import alur, kiriman, sebutan, tugas
from lakip.akses import Izin, Pengguna, holders
from lakip.alur import LANGKAH, Keadaan, Langkah
from lakip.dasbor.isi import Dasbor, Keputusan, Tertahan
from lakip.dasbor.kelengkapan import never_sent
from lakip.dasbor.perhatian import Hal, Tindak, lateness, sebutan_periode, sentence, since
from lakip.narasi.kalimat import besar
from lakip.periode import PERIODE
from lakip.sop import dispensasi, disposisi
from lakip.sop.dispensasi import Pengiriman
from lakip.store import Store, one_moment
from lakip.tugas import MAJU, Tugas

PALING = 3  # matters on the first screen


def keputusan(store: Store, pengguna: Pengguna, data: Dasbor, hari: date) -> Keputusan:
    """See Keputusan. `hari`: today, by which what waits is late."""
    with one_moment():
        own = [_task(store, pengguna, data, t) for t in tugas.mine(store, pengguna, data.unit, hari) if not t.tertahan]
        held = tuple(_held(store, pengguna, data, hari))
    covered = {k for hal in own for k in hal.kiriman}
    offered = _acts(store, pengguna, data.unit, hari)
    always = offered | {Tindak.LANGKAH, Tindak.SELESAI}
    every = [
        *(replace(hal, tindak=tuple(t for t in hal.tindak if t in always)) for hal in own),
        *(
            replace(hal, tindak=tuple(t for t in hal.tindak if t in offered))
            for hal in data.perhatian
            if not (hal.kiriman and covered.issuperset(hal.kiriman))
        ),
    ]
    first, mine = tuple(every[:PALING]), {hal.apa for hal in own}
    settled = bool(first) and all(hal.tindak or hal.apa in mine for hal in first)
    return Keputusan(first, tuple(every[PALING:]), held, settled)


# ---------------------------------------------------------------- inside


def _acts(store: Store, pengguna: Pengguna, unit: str, hari: date) -> frozenset[Tindak]:
    """What this person may settle beside his own tasks."""
    found = {Tindak.DISPENSASI} if dispensasi.may_grant(pengguna, unit) else set()
    if disposisi.senders(store, pengguna, unit, hari):
        found |= {Tindak.TEGUR, Tindak.ARAHAN}
    return frozenset(found)


def _task(store: Store, pengguna: Pengguna, data: Dasbor, one: Tugas) -> Hal:
    """A task as a matter. A disposisi about a triwulan in which bagian are late asks what to do about these."""
    waits = since(one.sejak, "Menunggu Anda")
    if one.terlambat:
        waits = f"{waits.rstrip('.')}, {one.terlambat}." if waits else f"{besar(one.terlambat)}."
    about = Hal("tugas", one.apa, sentence(one.catatan), sejak=waits, halaman=one.halaman, alamat=one.alamat)
    if one.disposisi is not None:
        return _order(store, pengguna, data, about, one.disposisi)
    if one.langkah is not None:
        tahun, periode, name = one.langkah
        return replace(about, jenis="langkah", tindak=(Tindak.LANGKAH,), langkah=(tahun, periode, name))
    return about


def _order(store: Store, pengguna: Pengguna, data: Dasbor, about: Hal, key: tuple[int, int]) -> Hal:
    row = disposisi.one(store, pengguna, data.unit, *key)
    late: tuple[Pengiriman, ...] = ()
    if disposisi.goes_up(row) and row["tahun_kinerja"] == data.tahun:
        late = dispensasi.late(data.deliveries, row["periode"])
    if not late:
        return replace(about, jenis="disposisi", disposisi=key, tindak=(Tindak.SELESAI,))
    ends = {lateness(p) for p in late}
    same = f"; {ends.pop()}" if len(ends) == 1 else ""
    said = "; ".join(f"{sebutan.bagian(p.nama)} {p.kata.rpartition(', ')[0] if same else p.kata}" for p in late) + same
    return replace(
        about, jenis="disposisi", disposisi=key, tindak=(Tindak.DISPENSASI, Tindak.TEGUR),
        apa=f"Disposisi {disposisi.number(*key)}: dispensasi atau tegur?",
        mengapa=f"{sebutan_periode(row['periode'])}: {said}.",
        kiriman=tuple((p.bagian, p.triwulan) for p in late),
    )  # fmt: skip


def _held(store: Store, pengguna: Pengguna, data: Dasbor, hari: date) -> Iterable[Tertahan]:
    """Each run of the tahun that is open, or of the periode shown, while its next step is not this person's to take."""
    for periode, state in alur.year(store, data.unit, data.tahun).items():
        step = _forward(state)
        if step is None or PERIODE[periode].ends(data.tahun) > hari:
            continue
        lacking = alur.missing(store, step, data.unit, data.tahun, periode, hari)
        if state is None and (lacking or len(PERIODE[periode].triwulan) > 1):
            continue
        own = pengguna.may(step.izin, data.unit)
        if own and not lacking:
            continue
        waits = _awaited(store, data, periode) or " ".join(k.pesan for k in lacking) or f"{step.kata.lower()}."
        # What a step lacks, the Kasubbag collects.
        yield Tertahan(periode, holders(Izin.REKAP if own else step.izin), waits)


def _forward(state: Keadaan | None) -> Langkah | None:
    return next((LANGKAH[name] for name in MAJU if state in LANGKAH[name].dari), None)


def _awaited(store: Store, data: Dasbor, periode: str) -> str:
    """What the bagian still owe to a run, in one sentence; empty when they owe nothing."""
    rows = kiriman.completeness(store, data.unit, data.tahun).filter(
        pl.col("triwulan").is_in(PERIODE[periode].triwulan) & ~pl.col("terkunci")
    )
    day: Mapping[tuple[str, int], Pengiriman] = {(p.bagian, p.triwulan): p for p in data.deliveries}
    said, unconfirmed = [], 0
    for row in rows.iter_rows(named=True):
        if (row["bagian"], row["triwulan"]) not in day:
            continue  # before the office began
        name, gap = sebutan.bagian(row["bagian_nama"] or row["bagian"]), row["berlaku"] - row["terisi"]
        if row["keadaan"] == "dikembalikan":
            said.append(f"{name} dikembalikan")
        elif never_sent(day[row["bagian"], row["triwulan"]]):
            said.append(f"{name} belum mengirim")
        elif gap:
            said.append(f"{gap} angka {name} belum diisi")
        elif row["dibenarkan"] < row["berlaku"]:
            unconfirmed += 1
    if unconfirmed:
        said.append(f"{unconfirmed} bagian belum dibenarkan")
    return f"{'; '.join(said)}." if said else ""
