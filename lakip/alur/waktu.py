"""The clock of the SOP: for each step of a run when it began and ended, how long it took, who holds it.

Everything is read off events on record, nothing is typed for it. What does not add up (a clock that was set back, a
holder who left) is said in words, and no duration is given.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any

from lakip import kiriman, pengaturan
from lakip.akses import PERAN_NAMA, Peran
from lakip.alur.waktu_langkah import JAM, Jam, periode_of
from lakip.formatting import tanggal, waktu
from lakip.pengaturan import Pejabat
from lakip.periode import local
from lakip.sop import dispensasi, kalender, langkah
from lakip.sop.dispensasi import DITAGIH, Pengiriman
from lakip.sop.langkah import Langkah
from lakip.sop.waktu_kerja import Kalender, spent_kata
from lakip.store import Store

SEBUT = 2  # so many bagian are named, the rest is counted


class Tahap(StrEnum):
    BELUM = "belum mulai"
    BERJALAN = "berjalan"
    SELESAI = "selesai"


@dataclass(frozen=True)
class Waktu:
    """One step of the SOP in one run. Moments are UTC.

    `lama` and `baku` are in the satuan of the step, `lama` None while there is none or it cannot be told. `jabatan`,
    `nama`: who holds it now; of a step that is done, who did it. `putaran`: how often it was begun. `tanda`: what
    does not add up, a sentence each.
    """

    langkah: Langkah
    periode: str
    tahap: Tahap
    mulai: datetime | None = None
    selesai: datetime | None = None
    lama: int | None = None
    batas: datetime | None = None
    jabatan: str = ""
    nama: str = ""
    putaran: int = 0
    tanda: tuple[str, ...] = ()

    @property
    def melebihi(self) -> bool:
        """Longer than its baku mutu; "terlambat" is said of a kiriman after its batas, and of nothing else."""
        return self.lama is not None and self.lama > self.langkah.baku.jumlah

    @property
    def kata(self) -> str:
        """The status in words."""
        if self.tahap is Tahap.BELUM:
            return "belum mulai"
        if self.tahap is Tahap.BERJALAN:
            return "berjalan, melebihi baku mutu" if self.melebihi else "berjalan"
        if self.lama is None:
            return "selesai, lamanya tak terhitung"
        return "selesai, melebihi baku mutu" if self.melebihi else "selesai dalam baku mutu"

    @property
    def lama_kata(self) -> str:
        """ "1 jam 5 menit", "3 hari kerja"; empty while there is none."""
        return "" if self.lama is None else spent_kata(self.lama, self.langkah.baku.satuan)


@dataclass(frozen=True)
class _Bahan:
    """What all the runs of a tahun are timed with."""

    store: Store
    unit: str
    tahun: int
    kini: datetime
    kerja: Kalender
    kejadian: Mapping[str, Sequence[Mapping[str, Any]]]
    langkah: tuple[Langkah, ...]
    kirim: tuple[Mapping[str, Any], ...]
    ditagih: tuple[Pengiriman, ...]


def run(store: Store, unit: str, tahun: int, periode: str, kini: datetime) -> tuple[Waktu, ...]:
    """The eight steps as seen from one run: its own, and those before or after it in the runs they belong to.

    A run of which nothing is on record gives its steps as "belum mulai". `kini` is the moment asked about, UTC.
    """
    have = _gather(store, unit, tahun, kini)
    rows = [_time(have, step, periode_of(step.nomor, periode)) for step in have.langkah]
    return tuple(_after_the_one_before(rows))


def year(store: Store, unit: str, tahun: int, kini: datetime) -> tuple[Waktu, ...]:
    """Every step of every run of a tahun: four of each triwulan, three of each semester, one of the year."""
    have = _gather(store, unit, tahun, kini)
    runs = [*(f"TW{n}" for n in (1, 2, 3, 4)), "SM1", "SM2", "TH"]
    found: list[Waktu] = []
    for code in runs:
        own = [_time(have, step, code) for step in have.langkah if periode_of(step.nomor, code) == code]
        found += _after_the_one_before(own)
    return tuple(found)


# ---------------------------------------------------------------- inside


def _gather(store: Store, unit: str, tahun: int, kini: datetime) -> _Bahan:
    events: dict[str, list[Mapping[str, Any]]] = {}
    for row in store.read("waktu_kejadian", unit=unit, tahun=tahun).iter_rows(named=True):
        events.setdefault(row["periode"], []).append(row)
    steps = tuple(s for s in langkah.current(store, unit).langkah if s.nomor in JAM)
    sent = tuple(kiriman.completeness(store, unit, tahun).iter_rows(named=True))
    owed = dispensasi.deliveries(store, unit, tahun, local(kini).date())
    return _Bahan(store, unit, tahun, kini, kalender.load(store, unit), events, steps, sent, owed)


def _time(have: _Bahan, step: Langkah, periode: str) -> Waktu:
    jam, events = JAM[step.nomor], have.kejadian.get(periode, ())
    rounds = [events] if jam.sekali else _rounds(events)
    begun = [r for r in rounds if _first(r, jam.mulai)]
    last = begun[-1] if begun else events
    start, end = _first(last, jam.mulai), _end(last, jam)
    putaran = len(begun)
    if end is None and (start is None or not _is_followed(events)):
        return Waktu(step, periode, Tahap.BELUM, **_holder(have, jam, periode, events, waiting=True))
    if start is None:
        said = "Awal langkah tidak tercatat, jadi lamanya tidak dapat dihitung."
        return _done(step, periode, None, end, putaran, said)
    mulai = start["pada"]
    if end is not None and end["pada"] < mulai:
        said = (
            f"Selesai ({waktu(end['pada'])}) tercatat sebelum mulai ({waktu(mulai)}). Jam komputer pernah dimundurkan, "
            "atau kejadiannya dicatat terbalik; lamanya tidak dihitung."
        )
        return _done(step, periode, mulai, end, putaran, said)
    batas = have.kerja.deadline(mulai, step.baku)
    if end is not None:
        spent = have.kerja.spent(mulai, end["pada"], step.baku.satuan)
        done = _done(step, periode, mulai, end, putaran)
        return replace(done, lama=spent, batas=batas)
    holder = _holder(have, jam, periode, events, waiting=False)
    if mulai > have.kini:
        said = f"Mulai tercatat {waktu(mulai)}, sesudah jam sekarang ({waktu(have.kini)}). Periksa jam komputer."
        holder["tanda"] = (*holder["tanda"], said)
        return Waktu(step, periode, Tahap.BERJALAN, mulai, putaran=putaran, **holder)
    spent = have.kerja.spent(mulai, have.kini, step.baku.satuan)
    return Waktu(step, periode, Tahap.BERJALAN, mulai, None, spent, batas, putaran=putaran, **holder)


def _done(
    step: Langkah, periode: str, mulai: datetime | None, end: Mapping[str, Any] | None, putaran: int, *tanda: str
) -> Waktu:
    assert end is not None, "only what has ended is done"
    who = end["oleh_nama"] or ""
    return Waktu(step, periode, Tahap.SELESAI, mulai, end["pada"], putaran=putaran, nama=who, tanda=tanda)


def _is_followed(events: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the run was kept at all: figures that were only saved and confirmed start no clock on anybody."""
    return any(e["kejadian"].startswith(("alur_", "disposisi_")) for e in events)


def _rounds(events: Sequence[Mapping[str, Any]]) -> list[Sequence[Mapping[str, Any]]]:
    """The events cut at each return or reopening, which begins the next stretch."""
    cuts = [n for n, e in enumerate(events) if e["kejadian"] == "alur_dibuka_lagi"]
    edges = [0, *cuts, len(events)]
    return [events[a:b] for a, b in pairwise(edges)]


def _first(events: Iterable[Mapping[str, Any]], names: Sequence[str]) -> Mapping[str, Any] | None:
    return next((e for e in events if e["kejadian"] in names), None)


def _end(events: Sequence[Mapping[str, Any]], jam: Jam) -> Mapping[str, Any] | None:
    """The first end after the start; else one that lies before it, so that it can be told."""
    start = _first(events, jam.mulai)
    ends = [e for e in events if e["kejadian"] in jam.selesai]
    after = [e for e in ends if start is None or e["pada"] >= start["pada"]]
    return next(iter(after or ends), None)


def _after_the_one_before(rows: Sequence[Waktu]) -> Iterable[Waktu]:
    """Say where a step of a run ended although the one before it in the same run had not."""
    before: Waktu | None = None
    for row in rows:
        said = _odd(before, row) if before is not None and before.periode == row.periode else None
        yield row if said is None else replace(row, tanda=(*row.tanda, said))
        before = row


def _odd(before: Waktu, row: Waktu) -> str | None:
    if row.tahap is not Tahap.SELESAI or before.putaran > row.putaran > 0:  # what was begun anew comes later, rightly
        return None
    if before.tahap is not Tahap.SELESAI:
        return f"Langkah {before.langkah.nomor} belum tercatat selesai, padahal langkah ini sudah."
    if before.selesai and row.selesai and row.selesai < before.selesai:
        return f"Langkah ini selesai sebelum langkah {before.langkah.nomor} ({waktu(before.selesai)})."
    return None


def _holder(
    have: _Bahan, jam: Jam, periode: str, events: Sequence[Mapping[str, Any]], *, waiting: bool
) -> dict[str, Any]:
    """Who holds a step that has not ended: jabatan, nama, tanda."""
    peran = dict(jam.pemegang)[""]
    for event in events:
        peran = dict(jam.pemegang).get(event["kejadian"], peran)
    if peran == "staf":
        return {"jabatan": "Staf/JF", "nama": _owing(have, periode, confirmed=False), "tanda": ()}
    if peran == "kasi":
        owing = _owing(have, periode, confirmed=True)
        if waiting or owing:
            return {"jabatan": "Kasi", "nama": "" if waiting else owing, "tanda": ()}
        peran = "kasubbag"
    return _official(have, Peran(peran))


def _owing(have: _Bahan, periode: str, *, confirmed: bool) -> str:
    """The bagian that still have to send, or those whose figures nobody has `confirmed` yet."""
    if confirmed:
        waiting = [r for r in have.kirim if f"TW{r['triwulan']}" == periode and r["dibenarkan"] < r["berlaku"]]
        names = [r["bagian_nama"] for r in waiting]
    else:
        rows = [r for r in have.ditagih if f"TW{r.triwulan}" == periode]
        names = [r.nama for r in rows if r.keadaan in DITAGIH or r.dikirim is None]
    rest = f", dan {len(names) - SEBUT} bagian lain" if len(names) > SEBUT else ""
    return ", ".join(str(n) for n in names[:SEBUT]) + rest


def _official(have: _Bahan, peran: Peran) -> dict[str, Any]:
    """Who holds the jabatan on the day asked about; who left it when nobody does."""
    day = local(have.kini).date()
    who = _in_office(have, peran, day)
    if who is not None:
        return {"jabatan": who.sebutan, "nama": who.nama, "tanda": ()}
    left = [p for p in pengaturan.pejabat(have.store, have.unit) if p.peran == peran and p.selesai and p.selesai < day]
    if not left:
        return {"jabatan": PERAN_NAMA[peran], "nama": "", "tanda": (f"Belum ada pejabat {PERAN_NAMA[peran]}.",)}
    last = max(left, key=lambda p: p.selesai or date.min)
    said = (
        f"{last.nama} tidak lagi menjabat {last.jabatan} sejak {tanggal(last.selesai)}, dan belum ada penggantinya. "
        "Catat pejabat atau Plt. di halaman Pengaturan."
    )
    return {"jabatan": last.jabatan, "nama": "", "tanda": (said,)}


def _in_office(have: _Bahan, peran: Peran, day: date) -> Pejabat | None:
    if peran is Peran.KASUBBAG:
        return pengaturan.kasubbag_pelaporan(have.store, have.unit, day)
    return pengaturan.pejabat_in_office(have.store, have.unit, peran, day)
