"""What waits for whom: the first screen of every peran.

Derived from where each kiriman and each run stands; nothing is assigned by hand, so nothing can be forgotten.
Reads only.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from lakip import alur, cadangan, kiriman, pengaturan, penyimpan
from lakip.akses import Izin, Pengguna
from lakip.alur import LANGKAH, Keadaan
from lakip.kiriman import Kiriman
from lakip.periode import PERIODE, ROMAWI, current_triwulan
from lakip.sop import arahan, dispensasi, disposisi, kalender
from lakip.store import Store
from lakip.utuh import jam, mulai

Runs = Mapping[str, Keadaan | None]  # by periode: those that may ask for something
# The step that carries a run on from each state; returns and reopenings are choices, not tasks.
MAJU = ("buka", "rekap", "ajukan", "periksa", "sosialisasikan", "sahkan")


@dataclass(frozen=True)
class Tugas:
    """One thing to do: on which page (a file of pages/, with its address), since when, until when.

    `terlambat`: in words, how far `sampai` has passed, "" while it has not; of a kiriman as lakip.sop.dispensasi
    says, of anything else "lewat tenggat". `tertahan` says what must be done before, by whomever;
    `catatan` is what came with a return, or why there is more time. `disposisi`: tahun and nomor of the one it is;
    `langkah`: tahun, periode and name of the step of a run.
    """

    apa: str
    halaman: str
    alamat: dict[str, str]
    sejak: datetime | None = None
    sampai: date | None = None
    catatan: str | None = None
    tertahan: tuple[str, ...] = field(default=())
    terlambat: str = ""
    disposisi: tuple[int, int] | None = None
    langkah: tuple[int, str, str] | None = None


def mine(store: Store, pengguna: Pengguna, unit: str, hari: date) -> list[Tugas]:
    """The tasks of one account in the tahun being collected: those that can be done now first, the latest due first.

    Of the tahun before, and of a quarter that was opened before its end, what is not closed: a new year ends nobody's
    task. Of a periode before the office began, only what was opened or sent all the same.
    """
    tahun, last = current_triwulan(hari)
    awal = pengaturan.awal(store, unit)
    opened = {y: _opened(store, unit, y) for y in {tahun - 1, hari.year}}
    ended = {
        p: s
        for p, s in alur.year(store, unit, tahun).items()
        if PERIODE[p].triwulan[-1] <= last and (s or awal is None or not awal.is_before(tahun, p))
    }
    years = {tahun - 1: opened[tahun - 1], hari.year: opened[hari.year], tahun: ended | opened.get(tahun, {})}
    found = [
        task
        for year, runs in years.items()
        for find in (_kiriman, _runs)
        for task in find(store, pengguna, unit, year, runs, hari)
    ]
    found += _asked(store, pengguna, unit, hari)
    if pengguna.may(Izin.AKUN, unit):
        found += [Tugas("Periksa cadangan", "cadangan.py", {}, catatan=said) for said in cadangan.problems(store)]
    found += _record(store, pengguna, unit)
    return sorted(found, key=lambda t: (bool(t.tertahan), t.sampai or date.max))


def _opened(store: Store, unit: str, tahun: int) -> dict[str, Keadaan | None]:
    return {p: s for p, s in alur.year(store, unit, tahun).items() if s not in (None, Keadaan.DISAHKAN)}


def due(store: Store, pengguna: Pengguna, unit: str, hari: date) -> tuple[int, str]:
    """The tahun and triwulan that this account is to fill in first; the one being collected when nothing is asked."""
    asked = (t.alamat for t in mine(store, pengguna, unit, hari) if t.halaman == "1_unggah.py")
    if (first := next(asked, None)) is not None:
        return int(first["tahun"]), first["periode"]
    tahun, triwulan = pengaturan.collecting(store, unit, hari)
    return tahun, f"TW{triwulan}"


def _kiriman(store: Store, pengguna: Pengguna, unit: str, tahun: int, runs: Runs, hari: date) -> Iterator[Tugas]:
    """What the bagian of this account still owe, and what waits for its word."""
    own = {t.bagian for t in pengguna.tugas if t.unit == unit and t.bagian}
    if not own and not pengguna.may(Izin.BENARKAN, unit):
        return
    days = {(d.bagian, d.triwulan): d for d in dispensasi.deliveries(store, unit, tahun, hari)}
    for row in kiriman.completeness(store, unit, tahun).iter_rows(named=True):
        bagian, triwulan = row["bagian"], row["triwulan"]
        state = Kiriman(row["keadaan"]) if row["keadaan"] else Kiriman.DRAF
        about = f"{row['bagian_nama']}, Triwulan {ROMAWI[triwulan]}"
        address = {"tahun": str(tahun), "periode": f"TW{triwulan}", "bagian": bagian}
        due, empty = days[bagian, triwulan], row["berlaku"] - row["terisi"]
        longer = f"Dispensasi: {due.alasan}" if due.alasan else None
        late = f"terlambat {dispensasi.days(due.lewat)}" if due.is_late else ""
        send = partial(Tugas, alamat=address, sampai=due.batas, terlambat=late)
        confirms = pengguna.may(Izin.BENARKAN, unit, bagian)
        if (
            state is Kiriman.DIAJUKAN
            and not row["terkunci"]
            and confirms
            and _checks(store, pengguna, unit, bagian, tahun, triwulan, own)
        ):
            yield Tugas(f"Periksa kiriman {about}", "7_alur.py", address, row["pada"])
        # What was sent early waits for its Kasi all the same; what is approved waits for nobody.
        begun = f"TW{triwulan}" in runs or state in (Kiriman.DIAJUKAN, Kiriman.DIKEMBALIKAN)
        if bagian not in own or not begun or row["terkunci"] or row["dibenarkan"] == row["berlaku"]:
            continue
        if pengguna.may(Izin.UNGGAH, unit, bagian):
            if state is Kiriman.DIKEMBALIKAN:
                yield send(f"Perbaiki kiriman {about}", "1_unggah.py", sejak=row["pada"], catatan=row["alasan"])
            elif empty:
                yield send(f"Isi {empty} angka {about}", "1_unggah.py", catatan=longer)
            elif state is Kiriman.DRAF and not _checks(store, pengguna, unit, bagian, tahun, triwulan, own):
                yield send(f"Ajukan kiriman {about}", "7_alur.py", sejak=row["pada"], catatan=longer)


def _checks(
    store: Store, pengguna: Pengguna, unit: str, bagian: str, tahun: int, triwulan: int, own: Collection[str]
) -> bool:
    """Whether it is this account's to confirm: of its own bagian what it did not save itself, of another what nobody
    there may confirm."""
    key = (unit, bagian, tahun, triwulan)
    if not pengguna.may(Izin.BENARKAN, unit, bagian) or penyimpan.own(store, pengguna, *key).ditolak:
        return False
    return bagian in own or penyimpan.waits_for_others(store, *key)


def _asked(store: Store, pengguna: Pengguna, unit: str, hari: date) -> Iterator[Tugas]:
    """Disposisi addressed to this account, and directions of the Camat that it is to carry out."""
    work = kalender.load(store, unit)

    def past(tenggat: date) -> str:
        return f"lewat tenggat {dispensasi.days(work.working_days(tenggat, hari))}" if hari > tenggat else ""

    for row in disposisi.waiting(disposisi.listed(store, pengguna, unit, None), pengguna, unit):
        apa = f"Disposisi {disposisi.number(row['tahun'], row['nomor'])}: {row['hal']}"
        yield Tugas(
            apa, "disposisi.py", {"tahun": str(row["tahun"]), "nomor": f"{row['tahun']}-{row['nomor']}"}, row["pada"],
            row["tenggat"], row["instruksi"], (), past(row["tenggat"]), disposisi=(row["tahun"], row["nomor"]),
        )  # fmt: skip
    for one in arahan.open_for(store, pengguna, unit):
        address = {"tahun": str(one["tahun"]), "periode": one["periode"]}
        apa, due = f"Tindak lanjuti arahan: {one['uraian']}", one["tenggat"]
        yield Tugas(apa, "sosialisasi.py", address, None, due, None, (), past(due))


def _record(store: Store, pengguna: Pengguna, unit: str) -> Iterator[Tugas]:
    """What only an admin settles: acts that are missing, a clock that cannot be believed."""
    if pengguna.may(Izin.AKUN, unit):
        for said in (*mulai.anchored(store), jam.now_doubted(store)):
            if said:
                yield Tugas("Selesaikan di Kesehatan data", "kesehatan.py", {}, catatan=said)


def _runs(store: Store, pengguna: Pengguna, unit: str, tahun: int, runs: Runs, hari: date) -> Iterator[Tugas]:
    """The step that each run waits for, when it is this account's."""
    for periode, state in runs.items():
        now = alur.standing(store, unit, tahun, periode)
        for name in MAJU:
            step = LANGKAH[name]
            if state in step.dari and pengguna.may(step.izin, unit):
                lacking = tuple(k.pesan for k in alur.missing(store, step, unit, tahun, periode, hari))
                if lacking and state is None:
                    continue  # what is not open and cannot be opened yet waits for others, who have their own tasks
                yield Tugas(
                    f"{step.kata}: {PERIODE[periode].label(tahun)}", "periode.py",
                    {"tahun": str(tahun), "periode": periode}, now.pada, None, now.catatan, lacking,
                    langkah=(tahun, periode, name),
                )  # fmt: skip
