"""The runs of the example: all of 2025 from Triwulan I to the annual report; of 2026 what has been reached.

Triwulan I of 2026 went back after its sosialisasi for a misprint, was approved, and opened again for the DPPA.
Triwulan II waits for one figure, Triwulan III for three bagian. Every step is taken through lakip.alur, so what it
asks for is there.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial

from lakip import alur
from lakip.akses import Pengguna
from lakip.contoh import isi, naskah
from lakip.contoh.hari import at, confirmed, ended, met, workday
from lakip.contoh.isi import UNIT, Akun
from lakip.export import laporan, pilihan
from lakip.periode import now
from lakip.store import Store

Kejadian = tuple[datetime, Callable[[Store], object]]

# Minutes from the last figure confirmed to the recap, and from there to the Sekcam's word: baku mutu is 30 for each.
LAMA = {(2025, 1): (55, 85), (2025, 2): (40, 28), (2025, 3): (25, 40), (2025, 4): (20, 26), (2026, 1): (18, 24)}
# Working days from the recap of a semester to the Sekcam's word: baku mutu is 5.
LAMA_SEMESTER = {1: 6, 2: 4}
SALAH_KETIK = "IK-11 Triwulan I tertulis 316, pada register pelayanan 361. Perbaiki angkanya, lalu susun lagi."
DPPA = date(2026, 9, 7)
DIHAPUS = "DPPA 2026 menghapus sub kegiatan 7.01.01.2.05.0009, sehingga target keuangan Triwulan I menjadi Rp0."
PUTUSAN = "Laporan disetujui. Tindak lanjuti indikator yang belum mencapai target."


def events(people: Mapping[str, Akun]) -> Iterator[Kejadian]:
    """What happened and when; nothing from the future."""
    known = {a: p.pengguna for a, p in people.items()}
    acts = [*_year(known, 2025), *_this_year(known)]
    yield from (event for event in acts if event[0] <= now())


def camat(day: date, people: Mapping[str, Pengguna]) -> Pengguna:
    """Who held that office on a day."""
    past = next((a for a in isi.former() if a.selesai and a.mulai <= day <= a.selesai), None)
    return past.pengguna if past else people["camat"]


# ---------------------------------------------------------------- inside


def _year(people: Mapping[str, Pengguna], tahun: int) -> Iterator[Kejadian]:
    for triwulan in (1, 2, 3, 4):
        yield from _quarter(people, tahun, triwulan)
    for semester in (1, 2):
        yield from _semester(people, tahun, semester)
    begun, told = workday(semester_met(tahun, 2), 1), year_met(tahun)
    yield at(begun, 8, 15), partial(_move, people["kasubbag"], "buka", tahun, "TH", begun, "")
    yield at(begun, 8, 30), partial(naskah.write, people["kasubbag"], tahun, begun)
    yield from _drafted(people, tahun, "TH", at(begun, 8, 40), begun)
    yield at(workday(begun, 1), 9, 30), partial(_move, people["sekcam"], "periksa", tahun, "TH", begun, "")
    yield at(told, 11, 20), partial(_move, people["sekcam"], "sosialisasikan", tahun, "TH", begun, "")
    yield at(told, 14), partial(_move, camat(told, people), "sahkan", tahun, "TH", begun, PUTUSAN)


def _this_year(people: Mapping[str, Pengguna]) -> Iterator[Kejadian]:
    yield from _quarter(people, 2026, 1, "perbaiki", SALAH_KETIK)
    yield from _again(people, confirmed(2026, 1, 2), 9, "Angka IK-11 sudah benar.")
    yield at(DPPA, 8, 30), partial(_move, people["camat"], "buka_kembali", 2026, "TW1", DPPA, DIHAPUS)
    yield from _again(people, DPPA, 11, "Target keuangan sesuai DPPA.")
    for triwulan in (2, 3):
        day = workday(ended(2026, f"TW{triwulan}"), 1)
        yield at(day, 8), partial(_move, people["kasubbag"], "buka", 2026, f"TW{triwulan}", day, "")


def _again(people: Mapping[str, Pengguna], day: date, jam: int, putusan: str) -> Iterator[Kejadian]:
    """Triwulan I of 2026 once more, within a day; its sosialisasi has been held."""
    yield from _drafted(people, 2026, "TW1", at(day, jam, 50), day)
    yield at(day, jam, 75), partial(_move, people["sekcam"], "periksa", 2026, "TW1", day, "")
    yield at(day, jam, 85), partial(_move, people["sekcam"], "sosialisasikan", 2026, "TW1", day, "")
    yield at(day, 14), partial(_move, people["camat"], "sahkan", 2026, "TW1", day, putusan)


def _quarter(
    people: Mapping[str, Pengguna], tahun: int, triwulan: int, akhir: str = "sahkan", catatan: str = PUTUSAN
) -> Iterator[Kejadian]:
    """One run to the Camat's word, which is `akhir`."""
    periode, opened = f"TW{triwulan}", workday(ended(tahun, f"TW{triwulan}"), 1)
    per, told = confirmed(tahun, triwulan), met(tahun, triwulan)
    recap, looked = LAMA[tahun, triwulan]
    yield at(opened, 8), partial(_move, people["kasubbag"], "buka", tahun, periode, per, "")
    yield from _drafted(people, tahun, periode, at(per, 9, 30 + recap), per)
    yield at(per, 9, 30 + recap + looked), partial(_move, people["sekcam"], "periksa", tahun, periode, per, "")
    yield at(told, 11, 20), partial(_move, people["sekcam"], "sosialisasikan", tahun, periode, per, "")
    yield at(told, 14), partial(_move, camat(told, people), akhir, tahun, periode, per, catatan)


def _semester(people: Mapping[str, Pengguna], tahun: int, semester: int) -> Iterator[Kejadian]:
    periode, opened, told = f"SM{semester}", semester_opened(tahun, semester), semester_met(tahun, semester)
    recap = workday(opened, 1)
    read = workday(recap, LAMA_SEMESTER[semester])
    yield at(opened, 8, 30), partial(_move, people["kasubbag"], "buka", tahun, periode, recap, "")
    yield from _drafted(people, tahun, periode, at(recap, 15), recap)
    yield at(read, 10), partial(_move, people["sekcam"], "periksa", tahun, periode, recap, "")
    yield at(told, 11, 20), partial(_move, people["sekcam"], "sosialisasikan", tahun, periode, recap, "")
    yield at(told, 14), partial(_move, camat(told, people), "sahkan", tahun, periode, recap, PUTUSAN)


def semester_opened(tahun: int, semester: int) -> date:
    """The day after its second triwulan was approved."""
    return workday(met(tahun, 2 * semester), 1)


def semester_met(tahun: int, semester: int) -> date:
    """The day of its sosialisasi."""
    return workday(semester_opened(tahun, semester), LAMA_SEMESTER[semester] + 3)


def year_met(tahun: int) -> date:
    """The day on which the annual report is presented and approved."""
    return workday(semester_met(tahun, 2), 3)


def _drafted(people: Mapping[str, Pengguna], tahun: int, periode: str, when: datetime, per: date) -> Iterator[Kejadian]:
    """The recap, the draft a little later, and its way to the Sekcam."""
    kasubbag = people["kasubbag"]
    yield when, partial(_move, kasubbag, "rekap", tahun, periode, per, "")
    yield when + timedelta(minutes=8), partial(_draft, kasubbag, tahun, periode, per)
    yield when + timedelta(minutes=10), partial(_move, kasubbag, "ajukan", tahun, periode, per, "")


def _move(who: Pengguna, langkah: str, tahun: int, periode: str, per: date, catatan: str, store: Store) -> None:
    nomor = alur.standing(store, UNIT, tahun, periode).nomor
    alur.move(store, who, langkah, UNIT, tahun, periode, nomor=nomor, per=per, catatan=catatan, sandi=isi.SANDI)


def _draft(who: Pengguna, tahun: int, periode: str, per: date, store: Store) -> None:
    laporan.keep(store, who, pilihan.of(periode), UNIT, tahun, periode, per, per)
