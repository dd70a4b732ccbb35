"""The papers of the SOP in the example: the calendar; for each triwulan of 2026 the disposisi, and the sosialisasi."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from lakip.akses import Pengguna, system
from lakip.contoh.isi import TAHUN, UNIT, Akun
from lakip.periode import PERIODE, ROMAWI, now
from lakip.sop import arahan, disposisi, kalender, sosialisasi
from lakip.sop.disposisi import Disposisi
from lakip.sop.sosialisasi import Sosialisasi
from lakip.store import Store

Kejadian = tuple[datetime, Callable[[Store], object]]

TAHUN_SOP = 2026
CAMAT, SEKCAM, KASUBBAG = "contoh-03", "contoh-04", "contoh-05"  # their terms in data/contoh/pejabat.csv
HASIL = {
    1: "Data 8 bagian terkumpul", 2: "Data 8 bagian terkumpul, satu bagian dikembalikan lalu diperbaiki",
    3: "Data 8 bagian terkumpul",
}  # fmt: skip


def events(people: Mapping[str, Akun]) -> Iterator[Kejadian]:
    """What happened and when; the last rekap of 2026 still waits for the Camat, its sosialisasi is to come."""
    known = {a: p.pengguna for a, p in people.items()}
    for tahun in TAHUN:
        yield _at(date(tahun - 1, 12, 28), 9), lambda store, t=tahun: kalender.fill_year(store, system(UNIT), UNIT, t)  # type: ignore[misc]
    for triwulan in HASIL:
        acts = [*_quarter(known, triwulan), *_meeting(known, triwulan)]
        yield from (event for event in acts if event[0] <= now())  # the record takes nothing from the future


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
                                    "Koordinasikan pengumpulan data kinerja semua bagian", 9), None),
        (_at(day, 11), sekcam, _order(day, SEKCAM, KASUBBAG, triwulan, f"Pengumpulan data kinerja {tw}",
                                      "Kumpulkan dan rekap sesuai Rencana Aksi; laporkan yang belum masuk", 9), first),
        (_at(day, 14), kasubbag, _order(day, KASUBBAG, None, triwulan, f"Pengumpulan data kinerja {tw}",
                                        "Siapkan formulir tiap bagian dan ingatkan pengisinya",
                                        5 if triwulan == 2 else 9), first + 1),
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


NOTULEN = (
    "Camat membuka sosialisasi dan menyampaikan bahwa laporan ini dasar perbaikan triwulan berikutnya.\n"
    "Kasubbag Perencanaan memaparkan capaian tiap indikator, realisasi anggaran, faktor penghambat, dan tindak "
    "lanjutnya.\nKepala seksi dan Lurah menanggapi angka bagiannya; angka yang keliru dibetulkan hari itu."
)
# Direction, its holder, and what was done about it; null: still open.
ARAHAN: dict[int, tuple[tuple[str, str, str | None], ...]] = {
    1: (
        ("Percepat pengiriman data desa dengan menetapkan satu petugas per desa", "contoh-09",
         "Petugas data 15 desa ditetapkan dengan surat Camat"),
        ("Tambah petugas loket pada jam sibuk", "contoh-11", "Jadwal loket ketiga berlaku sejak Mei 2026"),
    ),
    2: (("Tindak lanjuti pengaduan yang belum selesai sebelum Agustus", "contoh-11", None),),
}  # fmt: skip


def _meeting(people: Mapping[str, Pengguna], triwulan: int) -> Iterator[Kejadian]:
    """Invited two days after the recap came up, held two days later; the directions are carried out before the next."""
    day = _workday(PERIODE[f"TW{triwulan}"].ends(TAHUN_SOP), 13)
    sent, kode = _workday(PERIODE[f"TW{triwulan}"].ends(TAHUN_SOP), 11), f"TW{triwulan}"
    kasubbag, camat = people["kasubbag"], people["camat"]

    def invite(store: Store) -> None:
        plan = Sosialisasi(
            TAHUN_SOP, kode, _at(day, 9), "Aula Kantor Kecamatan", "Pembahasan draf laporan dan arahan Camat", CAMAT,
            sosialisasi.everybody(store, UNIT, day), f"000.1.5/{20 + triwulan}/PS", sent,
        )  # fmt: skip
        sosialisasi.invite(store, kasubbag, UNIT, plan)

    def hold(store: Store) -> None:
        one = sosialisasi.meetings(store, UNIT, TAHUN_SOP, kode)[0]
        came = tuple(replace(p, hadir=p.pejabat != "contoh-10") for p in one.peserta)
        how = replace(one, dimulai=_at(day, 9, 5), selesai=_at(day, 10), peserta=came, notulis="Fajar Nugraha",
                      notulen=NOTULEN)  # fmt: skip
        saved = sosialisasi.record(store, kasubbag, UNIT, how)
        for uraian, pejabat, _ in ARAHAN[triwulan]:
            arahan.direct(store, camat, UNIT, saved, uraian, pejabat, _workday(day, 20))

    def carry_out(store: Store) -> None:
        given = arahan.given(store, UNIT, sosialisasi.meetings(store, UNIT, TAHUN_SOP, kode)[0])
        for row, (_, _, done) in zip(given, ARAHAN[triwulan], strict=True):
            if done:
                arahan.carry_out(store, kasubbag, UNIT, row, done)

    yield _at(sent, 10), invite
    if triwulan in ARAHAN:
        yield _at(day, 11), hold
        yield _at(_workday(day, 18), 15), carry_out


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
