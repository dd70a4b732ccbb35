"""Reports in the making: nobody waits for them, none says less than the record, and none is made twice."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, time

import naskah
import pytest
from kasus import save_word
from layar import add_person, button, checked, screen, texts
from naskah import PENGGUNA, PER, TAHUN, TANGGAL, UNIT
from streamlit.testing.v1 import AppTest
from test_laporan_final import approve, versions, words

from lakip import akses, akun
from lakip.akses import Peran
from lakip.alur import Keadaan
from lakip.errors import AccessError, UserError
from lakip.export import laporan, pdf, pekerjaan, pilihan, rapor
from lakip.export.laporan import Terbit
from lakip.export.pekerjaan import Pekerjaan
from lakip.export.siap import Siap
from lakip.store import Store

SEBENTAR = 20  # seconds after which somebody who should not wait is waiting
JENIS = replace(pilihan.of("TW1"), sesudah=lambda content: content)  # page numbers would take most of the time


@pytest.fixture
def store() -> Store:
    return naskah.office()


def build(store: Store, lapor: Callable[[str], None], final: bool = False) -> bytes:
    return laporan.build(store, PENGGUNA, JENIS, UNIT, TAHUN, "TW1", PER, TANGGAL, lapor, final)


def started(store: Store, who: akses.Pengguna = PENGGUNA, final: bool = False) -> Pekerjaan:
    return pekerjaan.start(store, who, JENIS, UNIT, TAHUN, "TW1", PER, TANGGAL, final)


def issued(store: Store) -> Terbit:
    return laporan.issue(store, PENGGUNA, JENIS, UNIT, TAHUN, "TW1", PER, TANGGAL)


def by_another(act: Callable[[], object]) -> None:
    """Done by somebody else in this moment; fails when they have to wait for us."""
    other = threading.Thread(target=act, daemon=True)
    other.start()
    other.join(SEBENTAR)
    assert not other.is_alive(), "somebody waits for the report of another"


def once_at(langkah: str, act: Callable[[], object]) -> Callable[[str], None]:
    """When the making comes to that step for the first time, somebody else does this."""
    left = [act]

    def told(step: str) -> None:
        if step == langkah and left:
            by_another(left.pop())

    return told


def save(store: Store, word: str, versi: int) -> None:
    with store.transaction() as tx:
        naskah.save(tx, "IK-05", 1, word, versi=versi)


def opened_again(store: Store) -> None:
    row = {"unit": UNIT, "tahun": TAHUN, "periode": "TW1", "nomor": 7, "keadaan": Keadaan.DIBUKA.value}
    with store.transaction() as tx:
        tx.insert(
            "alur", [row | {"catatan": "Salah ketik.", "oleh": "camat", "pada": datetime.combine(TANGGAL, time(3))}]
        )


# ---------------------------------------------------------------- nobody waits


@pytest.mark.parametrize("langkah", ["Membaca angka", "Mengisi templat Word", "Mencatat laporan"])
def test_people_sign_in_while_a_report_is_being_made(store: Store, langkah: str) -> None:
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    build(store, once_at(langkah, lambda: akun.open_session(store, "kasubbag")))
    assert versions(store) == [(1, False)]


def test_one_report_is_thought_out_at_a_time_and_people_sign_in_meanwhile(store: Store) -> None:
    """Each holds the interpreter: three at once made every screen wait a second."""
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    with laporan._giliran:
        second = started(store)
        akun.open_session(store, "kasubbag")
        assert not second.wait(0.3)
    assert second.hasil.result(60).versi == 1


def test_a_rapor_is_printed_while_somebody_writes(store: Store) -> None:
    printing, written = threading.Event(), threading.Event()
    draw = rapor.KIND.draft

    def draft(*given: object, **cara: object) -> object:
        printing.set()
        assert written.wait(SEBENTAR)
        return draw(*given, **cara)

    with ThreadPoolExecutor(1) as other:
        kind = rapor.Cetakan(rapor.KIND.kode, rapor.KIND.nama, rapor.KIND.templat, draft)
        making = other.submit(
            kind.build, store, PENGGUNA, UNIT, TAHUN, "TW1", None, triwulan=1, per=PER, hari=None, bagian=None
        )
        assert printing.wait(SEBENTAR)
        by_another(lambda: save(store, "2", 2))
        written.set()
        making.result()
    assert store.read("laporan_versi", unit=UNIT, jenis="rapor", tahun=TAHUN, periode="TW1")["versi"].item() == 2


# ---------------------------------------------------------------- and none says less than the record


def test_figures_saved_meanwhile_are_in_the_report(store: Store) -> None:
    content = build(store, once_at("Mencatat laporan", lambda: save(store, "2", 2)))
    again = build(store, lambda _: None)
    assert words(content).replace("versi 1", "versi 2").split("potret")[0] == words(again).split("potret")[0]
    assert versions(store) == [(1, False), (2, False)]


def test_what_changes_elsewhere_meanwhile_prints_nothing_anew(store: Store) -> None:
    steps: list[str] = []
    told = once_at("Mencatat laporan", lambda: add_story(store))
    build(store, lambda step: (steps.append(step), told(step)))  # type: ignore[func-returns-value]
    assert steps == ["Membaca angka", "Mengisi templat Word", "Mencatat laporan", "Membaca angka", "Mencatat laporan"]


def add_story(store: Store) -> None:
    """A figure of another triwulan."""
    with store.transaction() as tx:
        save_word(tx, "IK-05", 4, "3", versi=1)


def test_no_final_report_is_recorded_over_a_periode_that_was_opened_again(store: Store) -> None:
    approve(store, "TW1")
    with pytest.raises(UserError, match="belum dapat dijadikan final"):
        build(store, once_at("Mencatat laporan", lambda: opened_again(store)), final=True)
    assert versions(store) == []


def test_a_record_that_never_stands_still_gets_no_report(store: Store) -> None:
    number = iter(range(2, 20))

    def told(step: str) -> None:
        if step == "Mencatat laporan":
            save(store, str(nomor := next(number)), nomor)

    with pytest.raises(UserError, match="terus berubah"):
        build(store, told)
    assert versions(store) == []


# ---------------------------------------------------------------- each once


def test_two_presses_at_once_are_one_report(store: Store) -> None:
    other = akses.Pengguna("camat", "Camat", (akses.Tugas(Peran.CAMAT, UNIT),))
    first, second = started(store), started(store, other)
    assert first.hasil.result().content is second.hasil.result().content
    assert versions(store) == [(1, False)]


def test_a_stranger_does_not_share_in_what_another_makes(store: Store) -> None:
    stranger = akses.Pengguna("x", "X", (akses.Tugas(Peran.CAMAT, "63.11.01"),))
    kerja = started(store)
    with pytest.raises(AccessError):
        started(store, stranger)
    kerja.hasil.result()


def test_a_press_with_nothing_changed_since_gives_the_last_version(store: Store) -> None:
    first, again = issued(store), issued(store)
    assert (first.baru, again.baru, again.versi) == (True, False, 1)
    assert again.content == first.content
    save(store, "2", 2)
    assert (issued(store).versi, issued(store).baru) == (2, False)
    assert versions(store) == [(1, False), (2, False)]


def test_what_was_made_ready_is_what_would_have_been_made(store: Store) -> None:
    bahan = JENIS.gather(store, UNIT, TAHUN, "TW1", PER, TANGGAL)
    laporan.prepare(store, JENIS, bahan)
    assert versions(store) == []
    ready = issued(store).content
    assert versions(store) == [(1, False)]
    made = naskah.office()
    assert words(ready).split("potret")[0] == words(issued(made).content).split("potret")[0]
    assert words(laporan.again(store, PENGGUNA, JENIS, UNIT, potret_of(store))) == words(ready)


def potret_of(store: Store) -> str:
    found = store.read("dasbor_laporan", unit=UNIT, tahun=TAHUN, jenis=[JENIS.kode])["potret"]
    return str(found[0])


def test_what_was_made_ready_is_not_given_once_a_figure_has_changed(store: Store) -> None:
    laporan.prepare(store, JENIS, JENIS.gather(store, UNIT, TAHUN, "TW1", PER, TANGGAL))
    save(store, "2", 2)
    said = words(build(store, lambda _: None))
    assert (
        said.replace("versi 1", "versi 2").split("potret")[0] == words(build(store, lambda _: None)).split("potret")[0]
    )


def test_what_is_made_ready_gives_way_to_what_is_asked_for() -> None:
    ready: Siap[str, str] = Siap(1)
    begun, ended = threading.Event(), threading.Event()

    def slow(check: Callable[[], None]) -> str:
        begun.set()
        while True:
            check()

    def prepare() -> None:
        ready.prepare("lama", slow)
        ended.set()

    threading.Thread(target=prepare, daemon=True).start()
    assert begun.wait(SEBENTAR)
    assert ready.take("lain") is None
    assert ended.wait(SEBENTAR)
    ready.prepare("baru", lambda _: "jadi")
    assert ready.take("baru") == "jadi"
    assert ready.take("baru") is None


# ---------------------------------------------------------------- on the screen


def page(store: Store, periode: str = "TW1") -> AppTest:
    return screen(store, "kasubbag", "6_laporan.py", tahun=TAHUN, periode=periode)


@pytest.fixture
def held() -> Iterator[Callable[[], None]]:
    """LibreOffice is busy with something else until this is called: no report of a screen is done before."""
    assert pdf.available(), "the test wants the mark `documents`"
    pdf._giliran.acquire()
    left = [pdf._giliran.release]

    def go() -> None:
        if left:
            left.pop()()

    yield go
    go()


@pytest.mark.documents
def test_the_page_may_be_left_and_tells_what_became_of_the_report(store: Store, held: Callable[[], None]) -> None:
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    at = checked(button(page(store), "Susun draf Word").click().run())
    assert "sedang disusun Kasubbag sejak" in texts(at)
    assert not [b for b in at.button if b.label.startswith("Susun")]
    back = page(store)  # another tab, or the same person an hour later
    assert "sedang disusun Kasubbag sejak" in texts(back)
    held()
    made(store).hasil.result()
    back = checked(back.run())
    assert "Versi 1 selesai disusun (Kasubbag, " in texts(back)
    assert "Unduh draf Word" in [b.label for b in back.get("download_button")]
    assert versions(store) == [(1, False)]


def made(store: Store) -> Pekerjaan:
    """What goes on, or went on, for TW I; on the screen it is of today."""
    kerja = pekerjaan.find(store, JENIS, UNIT, TAHUN, "TW1")
    assert kerja is not None
    return kerja


def test_the_page_says_when_nothing_has_changed(store: Store) -> None:
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    at = page(store)
    for _ in range(2):
        button(at, "Susun draf Word").click().run()
        made(store).hasil.result()
        at = checked(at.run())
    assert "Belum ada yang berubah sejak versi 1 (Kasubbag, " in texts(at)
    assert versions(store) == [(1, False)]


@pytest.mark.documents
def test_a_report_that_fails_says_its_sentence_and_leaves_no_version(store: Store, held: Callable[[], None]) -> None:
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG)
    approve(store, "TW1")
    at = page(store)
    button(at, "Susun laporan final").click().run()
    opened_again(store)
    held()
    assert made(store).wait(SEBENTAR)
    at = checked(at.run())
    assert "mendahului tanggal keadaan datanya" in texts(at)
    assert versions(store) == []


def test_what_nobody_foresaw_is_told_with_its_time(store: Store) -> None:
    broken = replace(JENIS, kode="rusak", compose=lambda bahan, versi: versi / 0)
    kerja = pekerjaan.start(store, PENGGUNA, broken, UNIT, TAHUN, "TW1", PER, TANGGAL, False)
    with pytest.raises(UserError, match=r"kesalahan pada sistem.*sampaikan waktu ini kepada admin: \d+ \w+ \d{4}"):
        kerja.hasil.result()
