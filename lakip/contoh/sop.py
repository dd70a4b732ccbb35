"""The papers of the SOP in the example: the calendar, the sosialisasi of 2025 and 2026, the disposisi of 2026."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from lakip.akses import Pengguna, system
from lakip.contoh.alur import semester_met, year_met
from lakip.contoh.hari import at, confirmed, ended, met, workday
from lakip.contoh.isi import TAHUN, UNIT, Akun
from lakip.periode import ROMAWI, now
from lakip.sop import arahan, disposisi, kalender, sosialisasi
from lakip.sop.disposisi import Disposisi
from lakip.sop.sosialisasi import Sosialisasi
from lakip.store import Store

Kejadian = tuple[datetime, Callable[[Store], object]]

TAHUN_SOP = 2026
CAMAT, SEKCAM, KASUBBAG = "contoh-03", "contoh-04", "contoh-05"  # their terms in data/contoh/pejabat.csv
# By the day from which each holds the office.
PIMPINAN = ((date(2025, 8, 1), CAMAT), (date(2025, 6, 1), "contoh-02"), (date(2022, 1, 3), "contoh-01"))
HASIL = {
    1: ("Data 8 bagian terkumpul", "Rekap diperiksa"),
    2: ("Data 8 bagian terkumpul, kecuali IK-14 (Seksi Pemerintahan)", "Rekap diperiksa; IK-14 menyusul"),
}


def events(people: Mapping[str, Akun]) -> Iterator[Kejadian]:
    """What happened and when; of Triwulan III of 2026 every order is still out, its sosialisasi is to come."""
    known = {a: p.pengguna for a, p in people.items()}
    for tahun in TAHUN:
        yield at(date(tahun - 1, 12, 28), 9), lambda store, t=tahun: kalender.fill_year(store, system(UNIT), UNIT, t)  # type: ignore[misc]
    acts = [event for triwulan in (1, 2, 3) for event in _quarter(known, triwulan)]
    for tahun, periode, day in MEETINGS:
        acts += _meeting(known, tahun, periode, day)
    yield from (event for event in acts if event[0] <= now())  # the record takes nothing from the future


# ---------------------------------------------------------------- inside


def _quarter(people: Mapping[str, Pengguna], triwulan: int) -> Iterator[Kejadian]:
    """Five disposisi: the order goes down to the staf, the recap comes up to the Camat. While bagian are still to send,
    what comes up says so, and each official keeps his order."""
    camat, sekcam, kasubbag, staf = (people[a] for a in ("camat", "sekcam", "kasubbag", "staf.ren"))
    first, done = (triwulan - 1) * 5 + 1, HASIL.get(triwulan)
    day, up = workday(ended(TAHUN_SOP, f"TW{triwulan}"), 1), confirmed(TAHUN_SOP, triwulan)
    tw, days = f"Triwulan {ROMAWI[triwulan]}", 5 if triwulan == 2 else 9
    down = f"Pengumpulan data kinerja {tw}"
    above = f"Rekap capaian kinerja {tw}" if done else f"Bagian yang belum mengirim data {tw}"
    please = "Mohon pemeriksaan rekap sebelum disusun menjadi laporan" if done else "Mohon bagian itu diingatkan"
    decide = "Mohon arahan untuk penyusunan draf laporan" if done else "Mohon arahan: dispensasi atau ditegur"
    orders: list[tuple[datetime, Pengguna, Disposisi, int | None]] = [
        (at(day, 9), camat, _order(day, CAMAT, SEKCAM, triwulan, down,
                                   "Koordinasikan pengumpulan data kinerja semua bagian", 9), None),
        (at(day, 11), sekcam, _order(day, SEKCAM, KASUBBAG, triwulan, down,
                                     "Kumpulkan dan rekap sesuai Rencana Aksi; laporkan yang belum masuk", 9), first),
        (at(day, 14), kasubbag, _order(day, KASUBBAG, None, triwulan, down,
                                       "Siapkan formulir tiap bagian dan ingatkan pengisinya", days), first + 1),
        (at(up, 10, 30), kasubbag, _order(up, KASUBBAG, SEKCAM, triwulan, above, please, 2, rekap=bool(done)), None),
        (at(up, 13), sekcam, _order(up, SEKCAM, CAMAT, triwulan, above, decide, 2, rekap=bool(done)), first + 3),
    ]  # fmt: skip
    for number, (when, who, order, induk) in enumerate(orders, first):
        parent = (TAHUN_SOP, induk) if induk else None
        yield when, lambda store, w=who, o=order, i=parent: disposisi.issue(store, w, UNIT, o, i)  # type: ignore[misc]
        addressee = (sekcam, kasubbag, staf, sekcam, camat)[number - first]
        if done or number < first + 4:
            yield _stamp(when + timedelta(minutes=25), addressee, number)
        if done:
            ends = at(up, 10) if number < first + 3 else when + timedelta(hours=2)
            yield _done(ends, addressee, number, done[number >= first + 3])
        elif number == first + 3:
            yield _done(when + timedelta(hours=2), addressee, number, "Diteruskan kepada Camat")


NOTULEN = (
    "Camat membuka sosialisasi dan menyampaikan bahwa laporan ini menjadi dasar perbaikan triwulan berikutnya.\n"
    "Kasubbag Perencanaan memaparkan capaian tiap indikator, realisasi anggaran, faktor penghambat, dan tindak "
    "lanjutnya.\nKepala seksi dan Lurah menanggapi angka bagiannya; angka yang keliru dibetulkan pada hari itu juga."
)
# Direction, its holder, and what was done about it; null: still open.
ARAHAN: dict[tuple[int, str], tuple[tuple[str, str, str | None], ...]] = {
    (2025, "SM2"): (
        ("Susun rencana aksi perbaikan untuk indikator di bawah target", "contoh-05",
         "Rencana aksi perbaikan dibahas dan masuk Rencana Aksi 2026"),
    ),
    (2026, "TW1"): (
        ("Percepat pengiriman data desa dengan menetapkan satu petugas per desa", "contoh-09",
         "Petugas data 15 desa ditetapkan dengan surat Camat"),
        ("Tambah petugas loket pada jam sibuk", "contoh-11", "Jadwal loket ketiga berlaku sejak Mei 2026"),
    ),
    (2026, "TW2"): (("Tindak lanjuti pengaduan yang belum selesai sebelum Agustus", "contoh-11", None),),
}  # fmt: skip
# What is presented when; the meetings after these are to come.
MEETINGS = (
    *((tahun, f"TW{n}", met(tahun, n)) for tahun, last in ((2025, 4), (2026, 3)) for n in range(1, last + 1)),
    *((2025, f"SM{n}", semester_met(2025, n)) for n in (1, 2)),
    (2025, "TH", year_met(2025)),
)
AKAN_DATANG = (2026, "TW3")
LAMA = {"TW1": 55, "TW2": 65, "TW3": 50, "TW4": 58, "SM1": 75, "SM2": 60, "TH": 90}  # minutes; baku mutu is 60


def _meeting(people: Mapping[str, Pengguna], tahun: int, kode: str, day: date) -> Iterator[Kejadian]:
    """Invited two working days before; the directions given are carried out a week later."""
    sent, kasubbag = workday(day - timedelta(days=4)), people["kasubbag"]
    number = [m[:2] for m in MEETINGS].index((tahun, kode)) + 1
    chair = next(id for since, id in PIMPINAN if since <= day)
    given = ARAHAN.get((tahun, kode), ())

    def invite(store: Store) -> None:
        plan = Sosialisasi(
            tahun, kode, at(day, 9), "Aula Kantor Kecamatan", "Pembahasan draf laporan dan arahan Camat", chair,
            sosialisasi.everybody(store, UNIT, day), f"000.1.5/{20 + number}/PS", sent,
        )  # fmt: skip
        sosialisasi.invite(store, kasubbag, UNIT, plan)

    def hold(store: Store) -> None:
        one = sosialisasi.meetings(store, UNIT, tahun, kode)[0]
        came = tuple(replace(p, hadir=p.pejabat != "contoh-10") for p in one.peserta)
        how = replace(one, dimulai=at(day, 9, 5), selesai=at(day, 9, 5 + LAMA[kode]), peserta=came,
                      notulis="Fajar Nugraha", notulen=NOTULEN)  # fmt: skip
        saved = sosialisasi.record(store, kasubbag, UNIT, how)
        for uraian, pejabat, _ in given:
            arahan.direct(store, people["camat"], UNIT, saved, uraian, pejabat, workday(day, 20))

    def carry_out(store: Store) -> None:
        told = arahan.given(store, UNIT, sosialisasi.meetings(store, UNIT, tahun, kode)[0])
        for row, (_, _, done) in zip(told, given, strict=True):
            if done:
                arahan.carry_out(store, kasubbag, UNIT, row, done)

    yield at(sent, 14), invite
    if (tahun, kode) != AKAN_DATANG:
        yield at(day, 11), hold
        if given:
            yield at(workday(day, 5), 15), carry_out


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
