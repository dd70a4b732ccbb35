"""What waits for whom, since when and until when."""

from datetime import date, timedelta

import pytest
from belakang import behind
from kasus import TAHUN, UNIT, add_indikator, add_meeting, new_office

from lakip import akses, alur, kiriman, pengaturan, tugas
from lakip.akses import Pengguna, Peran, Tugas
from lakip.alur import Keadaan
from lakip.periode import now
from lakip.store import Store

HARI = date(TAHUN, 4, 5)  # TW I is being collected
STAF = Pengguna("staf", "Staf", (Tugas(Peran.STAF, UNIT, "PEM"),))
KASI = Pengguna("kasi", "Kasi", (Tugas(Peran.KASI, UNIT, "PEM"),))
KASUBBAG = Pengguna("kasubbag", "Kasubbag", (Tugas(Peran.KASUBBAG, UNIT, "REN"),))
SEKCAM = Pengguna("sekcam", "Sekcam", (Tugas(Peran.SEKCAM, UNIT),))
CAMAT = Pengguna("camat", "Camat", (Tugas(Peran.CAMAT, UNIT),))
PENINJAU = Pengguna("peninjau", "Peninjau", (Tugas(Peran.PENINJAU, UNIT),))


def office(realisasi: str) -> Store:
    store = new_office()
    add_indikator(store, "I1", "jumlah", target="10 10 10 10", realisasi=realisasi)
    return store


def names(store: Store, who: Pengguna, hari: date = HARI) -> list[str]:
    return [t.apa for t in tugas.mine(store, who, UNIT, hari)]


def put(store: Store, keadaan: Keadaan, periode: str = "TW1") -> None:
    row = {"unit": UNIT, "tahun": TAHUN, "periode": periode, "nomor": 1, "keadaan": keadaan.value, "oleh": "uji"}
    with store.transaction() as tx:
        tx.insert("alur", [row | {"pada": now() - timedelta(minutes=1)}])


def test_a_staf_fills_in_then_sends_and_then_waits() -> None:
    assert names(office("– – – –"), STAF) == ["Isi 1 angka Seksi Uji, Triwulan I"]
    store = office("10? – – –")
    assert names(store, STAF) == ["Ajukan kiriman Seksi Uji, Triwulan I"]
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 1)
    assert names(store, STAF) == []
    assert names(store, KASI) == ["Periksa kiriman Seksi Uji, Triwulan I"]
    kiriman.send_back(store, KASI, UNIT, "PEM", TAHUN, 1, "Register belum ditutup.")
    returned = tugas.mine(store, STAF, UNIT, HARI)
    assert [(t.apa, t.catatan, t.halaman) for t in returned] == [
        ("Perbaiki kiriman Seksi Uji, Triwulan I", "Register belum ditutup.", "1_unggah.py")
    ]


def test_what_was_sent_before_the_quarter_ended_waits_for_its_kasi_too() -> None:
    store = office("10 10? – –")
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 2)
    early = date(TAHUN, 6, 20)
    assert names(store, KASI, early) == ["Periksa kiriman Seksi Uji, Triwulan II"]
    kiriman.send_back(store, KASI, UNIT, "PEM", TAHUN, 2, "Register belum ditutup.")
    assert names(store, STAF, early) == ["Perbaiki kiriman Seksi Uji, Triwulan II"]


def test_only_ended_quarters_and_ones_own_bagian_are_asked_for() -> None:
    store = office("– – – –")
    assert names(store, STAF, date(TAHUN, 3, 31)) == []
    assert names(store, STAF, date(TAHUN, 7, 1)) == [
        "Isi 1 angka Seksi Uji, Triwulan I",
        "Isi 1 angka Seksi Uji, Triwulan II",
    ]
    assert names(store, Pengguna("x", "X", (Tugas(Peran.STAF, UNIT, "YAN"),))) == []


def test_figures_are_due_on_the_tenth_of_the_next_month_unless_the_office_says_otherwise() -> None:
    store = office("– – – –")
    one = tugas.mine(store, STAF, UNIT, HARI)[0]
    assert one.sampai == date(TAHUN, 4, 10)
    late = [tugas.mine(store, STAF, UNIT, date(TAHUN, 4, day))[0].terlambat for day in (10, 11, 13)]
    assert late == ["", "terlambat kurang dari satu hari kerja", "terlambat 1 hari kerja"]  # Friday, Saturday, Monday
    pengaturan.set_setting(store, akses.system(UNIT), UNIT, "batas_pengumpulan", TAHUN, None)
    assert tugas.mine(store, STAF, UNIT, HARI)[0].sampai is None


@pytest.mark.parametrize(
    ("realisasi", "first"), [("– – – –", "TW1"), ("10 – – –", "TW2"), ("10 10 – –", "TW2")], ids=str
)
def test_unggah_opens_the_first_quarter_that_is_owed_or_else_the_last_that_has_ended(
    realisasi: str, first: str
) -> None:
    assert tugas.due(office(realisasi), STAF, UNIT, date(TAHUN, 7, 1)) == (TAHUN, first)


def test_a_quarter_opened_before_its_end_asks_already() -> None:
    store = office("– – – –")
    january = date(TAHUN, 1, 20)
    assert names(store, STAF, january) == []
    put(store, Keadaan.DIBUKA)
    assert names(store, STAF, january) == ["Isi 1 angka Seksi Uji, Triwulan I"]
    assert names(store, KASUBBAG, january) == ["Nyatakan direkap: Triwulan I Tahun 2026"]


@pytest.mark.parametrize(
    ("keadaan", "who", "apa"),
    [
        (None, KASUBBAG, "Buka periode: Triwulan I Tahun 2026"),
        (Keadaan.DIBUKA, KASUBBAG, "Nyatakan direkap: Triwulan I Tahun 2026"),
        (Keadaan.DIREKAP, KASUBBAG, "Ajukan draf kepada Sekcam: Triwulan I Tahun 2026"),
        (Keadaan.DRAF, SEKCAM, "Setujui draf: Triwulan I Tahun 2026"),
        (Keadaan.DIPERIKSA, SEKCAM, "Nyatakan disosialisasikan: Triwulan I Tahun 2026"),
        (Keadaan.DISOSIALISASIKAN, CAMAT, "Sahkan dan kunci: Triwulan I Tahun 2026"),
    ],
)
def test_a_run_waits_for_exactly_one_peran(keadaan: Keadaan | None, who: Pengguna, apa: str) -> None:
    store = office("10 – – –")
    add_meeting(store)
    if keadaan:
        put(store, keadaan)
    everybody = {p.akun: names(store, p) for p in (STAF, KASI, KASUBBAG, SEKCAM, CAMAT, PENINJAU)}
    assert {akun: said for akun, said in everybody.items() if said} == {who.akun: [apa]}


def test_what_must_be_done_before_is_said_and_comes_last() -> None:
    store = office("– – – –")
    put(store, Keadaan.DIBUKA)
    waiting = tugas.mine(store, KASUBBAG, UNIT, HARI)
    assert [(t.apa, t.tertahan) for t in waiting] == [
        ("Nyatakan direkap: Triwulan I Tahun 2026", ("Angka I1 belum lengkap.",))
    ]


def test_a_semester_waits_quietly_until_its_triwulan_are_approved() -> None:
    store = office("10 10 – –")
    july = date(TAHUN, 7, 5)
    put(store, Keadaan.DISAHKAN, "TW1")
    put(store, Keadaan.DIBUKA, "TW2")
    assert "Buka periode: Semester I Tahun 2026" not in names(store, KASUBBAG, july)
    behind(store, "update alur set keadaan = 'disahkan'")
    assert "Buka periode: Semester I Tahun 2026" in names(store, KASUBBAG, july)
    assert alur.year(store, UNIT, TAHUN)["TW2"] is Keadaan.DISAHKAN


def test_a_new_year_ends_nobody_s_task() -> None:
    """In April 2027 the annual report of 2026 is still open; TW IV is being collected again."""
    store = office("10 10 10 –")
    april = date(TAHUN + 1, 4, 5)
    assert names(store, KASUBBAG, april) == names(store, STAF, april) == []
    put(store, Keadaan.DIBUKA, "TW4")
    put(store, Keadaan.DRAF, "TH")
    assert names(store, STAF, april) == ["Isi 1 angka Seksi Uji, Triwulan IV"]
    assert names(store, KASUBBAG, april) == ["Nyatakan direkap: Triwulan IV Tahun 2026"]
    assert names(store, SEKCAM, april) == ["Setujui draf: Tahun 2026"]
    behind(store, "update alur set keadaan = 'disahkan'")
    assert names(store, STAF, april) == names(store, SEKCAM, april) == []
