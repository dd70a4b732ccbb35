"""The papers of the SOP in the example: the calendar, and for each triwulan of 2026 the disposisi down and up."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta

from lakip.akses import Pengguna, system
from lakip.contoh.isi import TAHUN, UNIT, Akun
from lakip.periode import PERIODE, ROMAWI
from lakip.sop import disposisi, kalender
from lakip.sop.disposisi import Disposisi
from lakip.store import Store

Kejadian = tuple[datetime, Callable[[Store], object]]

TAHUN_SOP = 2026
CAMAT, SEKCAM, KASUBBAG = "contoh-03", "contoh-04", "contoh-05"  # their terms in data/contoh/pejabat.csv
HASIL = {
    1: "Data 8 bagian terkumpul", 2: "Data 8 bagian terkumpul, satu bagian dikembalikan lalu diperbaiki",
    3: "Data 8 bagian terkumpul",
}  # fmt: skip


def events(people: Mapping[str, Akun]) -> Iterator[Kejadian]:
    """What happened and when; the last rekap of 2026 still waits for the Camat."""
    for tahun in TAHUN:
        yield _at(date(tahun - 1, 12, 28), 9), lambda store, t=tahun: kalender.fill_year(store, system(UNIT), UNIT, t)  # type: ignore[misc]
    for triwulan in HASIL:
        yield from _quarter({a: p.pengguna for a, p in people.items()}, triwulan)


# ---------------------------------------------------------------- inside


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    """That time of a day in WITA, as the record's UTC."""
    return datetime(day.year, day.month, day.day, hour, minute) - timedelta(hours=8)  # noqa: DTZ001


def _quarter(people: Mapping[str, Pengguna], triwulan: int) -> Iterator[Kejadian]:
    """Five disposisi: the order goes down to the staf, the recap comes up to the Camat."""
    camat, sekcam, kasubbag, staf = (people[a] for a in ("camat", "sekcam", "kasubbag", "staf.ren"))
    ended, first = PERIODE[f"TW{triwulan}"].ends(TAHUN_SOP), (triwulan - 1) * 5 + 1
    day, up = _workday(ended, 1), _workday(ended, 9)
    tw = f"Triwulan {ROMAWI[triwulan]}"
    orders: list[tuple[datetime, Pengguna, Disposisi, int | None]] = [
        (_at(day, 9), camat, _order(day, CAMAT, SEKCAM, triwulan, f"Pengumpulan data kinerja {tw}",
                                    "Koordinasikan pengumpulan data kinerja semua bagian", 5), None),
        (_at(day, 11), sekcam, _order(day, SEKCAM, KASUBBAG, triwulan, f"Pengumpulan data kinerja {tw}",
                                      "Kumpulkan dan rekap sesuai Rencana Aksi; laporkan yang belum masuk", 5), first),
        (_at(day, 14), kasubbag, _order(day, KASUBBAG, None, triwulan, f"Pengumpulan data kinerja {tw}",
                                        "Siapkan formulir tiap bagian dan ingatkan pengisinya", 4), first + 1),
        (_at(up, 9), kasubbag, _order(up, KASUBBAG, SEKCAM, triwulan, f"Rekap capaian kinerja {tw}",
                                      "Mohon pemeriksaan rekap sebelum disusun menjadi laporan", 2, rekap=True), None),
        (_at(up, 13), sekcam, _order(up, SEKCAM, CAMAT, triwulan, f"Rekap capaian kinerja {tw}",
                                     "Mohon arahan untuk penyusunan draf laporan", 2, rekap=True), first + 3),
    ]  # fmt: skip
    for number, (when, who, order, induk) in enumerate(orders, first):
        parent = (TAHUN_SOP, induk) if induk else None
        yield when, lambda store, w=who, o=order, i=parent: disposisi.issue(store, w, UNIT, o, i)  # type: ignore[misc]
        addressee = (sekcam, kasubbag, staf, sekcam, camat)[number - first]
        open_still = triwulan == max(HASIL) and number == first + 4
        if not open_still:
            yield _stamp(when + timedelta(minutes=25), addressee, number)
            done = _at(up, 8, 30) if number < first + 3 else when + timedelta(hours=2)
            yield _done(done, addressee, number, HASIL[triwulan] if number < first + 3 else "Rekap diperiksa")


def _workday(hari: date, count: int) -> date:
    """So many weekdays after a day."""
    while count:
        hari += timedelta(days=1)
        count -= hari.isoweekday() < 6
    return hari


def _order(
    day: date, dari: str, kepada: str | None, triwulan: int, hal: str, instruksi: str, hari: int, *, rekap: bool = False
) -> Disposisi:
    attached = ("pk", "renaksi", "rekap") if rekap else ("pk", "renaksi")
    return Disposisi(
        day, dari, hal, instruksi, TAHUN_SOP, f"TW{triwulan}", kepada, None if kepada else "staf.ren", attached, hari
    )


def _stamp(when: datetime, who: Pengguna, number: int) -> Kejadian:
    return when, lambda store: disposisi.receive(store, who, UNIT, TAHUN_SOP, number)


def _done(when: datetime, who: Pengguna, number: int, catatan: str) -> Kejadian:
    return when, lambda store: disposisi.finish(store, who, UNIT, TAHUN_SOP, number, catatan)
