"""The page Periode: where a run stands, whose turn it is, what must be done before, and the lock."""

from datetime import timedelta
from decimal import Decimal

import pytest
from kasus import add_meeting
from layar import SANDI, add_person, button, cells, checked, forms, screen, texts, ways
from salinan import once
from streamlit.testing.v1 import AppTest
from unggahan import TAHUN, UNIT, new_office

from lakip import akses, akun, alur, kiriman, rekap
from lakip.akses import Pengguna, Peran, Tugas
from lakip.alur import Keadaan
from lakip.indikator import Keadaan as Isi
from lakip.periode import now
from lakip.realisasi import Realisasi
from lakip.store import Store

PAGE = "periode.py"
PEMERIKSA = Pengguna("pemeriksa", "Pemeriksa", (Tugas(Peran.KASUBBAG, UNIT),))


@pytest.fixture
@once
def store() -> Store:
    store = new_office()
    for name, peran in (("kasubbag", Peran.KASUBBAG), ("sekcam", Peran.SEKCAM), ("camat", Peran.CAMAT)):
        add_person(store, UNIT, name, peran)
    add_person(store, UNIT, "staf", Peran.STAF, "PEM")
    return store


def page(store: Store, name: str, periode: str = "TW1") -> AppTest:
    return screen(store, name, PAGE, tahun=TAHUN, periode=periode)


def put(store: Store, keadaan: Keadaan, nomor: int = 1) -> None:
    row = {"unit": UNIT, "tahun": TAHUN, "periode": "TW1", "nomor": nomor, "keadaan": keadaan.value, "oleh": "sekcam"}
    with store.transaction() as tx:
        tx.insert("alur", [row | {"pada": now()}])


def standing(store: Store) -> Keadaan | None:
    return alur.standing(store, UNIT, TAHUN, "TW1").keadaan


def test_the_kasubbag_opens_a_triwulan_that_has_its_plan(store: Store) -> None:
    at = page(store, "kasubbag")
    assert "Periode ini belum dibuka" in texts(at)
    checked(button(at, "Buka periode").click().run())
    assert standing(store) is Keadaan.DIBUKA
    said = texts(page(store, "kasubbag"))
    assert "Dibuka oleh Kasubbag" in said
    assert "belum lengkap" in said


def test_others_read_whose_turn_it_is(store: Store) -> None:
    at = page(store, "staf")
    assert "Menunggu Kasubbag" in at.info[0].value
    assert not at.button


def test_a_semester_says_which_triwulan_it_waits_for_and_offers_no_button(store: Store) -> None:
    at = page(store, "kasubbag", "SM1")
    assert "Triwulan I Tahun 2026 belum disahkan" in texts(at)
    assert "Triwulan II Tahun 2026 belum disahkan" in texts(at)
    assert not at.button
    assert "periode=TW1" in ways(at)["Buka periode itu"] or "periode=TW2" in ways(at)["Buka periode itu"]


def test_the_sekcam_returns_with_a_reason(store: Store) -> None:
    put(store, Keadaan.DRAF)
    at = page(store, "sekcam")
    checked(button(at, "Kembalikan").click().run())
    assert standing(store) is Keadaan.DRAF
    at.text_area[0].set_value("Kendala belum dijelaskan.")
    checked(button(at, "Kembalikan").click().run())
    assert standing(store) is Keadaan.DIBUKA
    assert "Kendala belum dijelaskan." in texts(page(store, "kasubbag"))


def draft(store: Store, versi: int) -> None:
    row = {"unit": UNIT, "jenis": "laporan_triwulan", "tahun": TAHUN, "periode": "TW1", "versi": versi}
    with store.transaction() as tx:
        tx.insert(
            "laporan", [row | {"id": f"d{versi}", "potret": "p", "sha256": "s", "oleh": "kasubbag", "pada": now()}]
        )


def test_two_at_once_the_slower_is_told(store: Store) -> None:
    put(store, Keadaan.DRAF)
    slow, fast = page(store, "sekcam"), page(store, "sekcam")
    fast.text_area[0].set_value("Kendala belum dijelaskan.")
    assert not checked(button(fast, "Kembalikan").click().run()).warning
    slow.text_area[0].set_value("Periksa lagi.")
    slow = checked(button(slow, "Kembalikan").click().run())
    assert "Periode ini baru saja menjadi “Dibuka” oleh Sekcam" in slow.warning[0].value
    assert alur.history(store, UNIT, TAHUN, "TW1").height == 2


@pytest.fixture
def complete(store: Store) -> Store:
    """Every figure of TW I typed and confirmed, its draft made, presented."""
    cards = rekap.acuan(store, UNIT, TAHUN, 1)
    new = [
        Realisasi(k, Isi.TERISI, pembilang=Decimal(1), penyebut=Decimal(1))
        if "pembilang" in str(c.isian)
        else Realisasi(k, Isi.TERISI, Decimal(1))
        for k, c in cards.items()
    ]
    rekap.save_realisasi(store, akses.system(UNIT), UNIT, TAHUN, 1, rekap.changes(cards, 1, new))
    kiriman.confirm_all(store, PEMERIKSA, UNIT, TAHUN, 1)
    draft(store, 1)
    add_meeting(store, tahun=TAHUN, unit=UNIT)
    put(store, Keadaan.DISOSIALISASIKAN)
    return store


def test_the_camat_approves_with_a_note_and_the_password(complete: Store) -> None:
    at = step(page(complete, "camat"), "sahkan", "Disahkan sesuai hasil rapat.", "keliru")
    assert "kata sandi keliru" in texts(at)
    checked(step(at, "sahkan", "Disahkan sesuai hasil rapat.", SANDI))
    assert standing(complete) is Keadaan.DISAHKAN
    assert "Angka sama dengan yang disahkan" in texts(page(complete, "camat"))


def test_who_decides_has_the_draft_four_figures_the_gaps_and_what_changed_above_the_buttons(complete: Store) -> None:
    at = page(complete, "camat")
    assert [m.label for m in at.metric] == [
        "Rata-rata capaian", "Indikator Camat tercapai", "Serapan anggaran", "Angka dibenarkan"
    ]  # fmt: skip
    assert at.metric[3].value == "6 dari 6"
    said = texts(at)
    assert "**Draf versi 1** :gray[disusun Kasubbag" in said
    assert "Yang belum lengkap (" in said
    assert "Anda belum pernah melihat periode ini; semuanya baru." in said
    akun.open_session(complete, "camat", now() + timedelta(seconds=1))
    cards = rekap.acuan(complete, UNIT, TAHUN, 1)
    changed = rekap.changes(cards, 1, [Realisasi("IK-01", Isi.TERISI, Decimal(70))])
    rekap.save_realisasi(complete, akses.system(UNIT), UNIT, TAHUN, 1, changed)
    said = texts(page(complete, "camat"))
    assert "Yang berubah sejak Anda terakhir melihat (" in said
    assert "angka Triwulan I disimpan, versi 2" in said
    assert not page(complete, "staf").metric, "for those who decide"


def test_a_missing_figure_leads_to_where_it_is_typed(store: Store) -> None:
    put(store, Keadaan.DIBUKA)
    first = ways(page(store, "kasubbag"))["Buka Unggah"]
    for part in (f"tahun={TAHUN}", "periode=TW1", "bagian=", "cara=Ketik", "indikator=IK-"):
        assert part in first


def test_a_note_is_of_the_period_it_was_typed_for(complete: Store) -> None:
    """Typed for one period, chosen away from, it still showed under the next, and was not sent there."""
    row = {"unit": UNIT, "tahun": TAHUN, "periode": "TW2", "nomor": 1, "keadaan": "disosialisasikan", "oleh": "sekcam"}
    with complete.transaction() as tx:
        tx.insert("alur", [row | {"pada": now()}])
    first, second = forms(page(complete, "camat")), forms(page(complete, "camat", "TW2"))
    assert first
    assert second
    assert not first.keys() & second.keys()


def step(at: AppTest, name: str, note: str, word: str) -> AppTest:
    next(a for a in at.text_area if a.key == f"catatan {name} TW1").set_value(note)
    next(i for i in at.text_input if i.key == f"sandi {name} TW1").set_value(word)
    return button(at, alur.LANGKAH[name].kata).click().run()


def test_before_the_lock_falls_the_camat_reads_what_the_report_still_lacks(complete: Store) -> None:
    at = page(complete, "camat")
    assert "hal yang belum lengkap. Sesudah disahkan, angka dan naskahnya terkunci" in at.warning[0].value
    assert f"tahun={TAHUN}&periode=TW1" in ways(at)["Lihat yang belum lengkap"]


def test_what_moved_between_two_approvals_stays_to_be_read(complete: Store) -> None:
    checked(step(page(complete, "camat"), "sahkan", "Sesuai.", SANDI))
    checked(step(page(complete, "camat"), "buka_kembali", "Register pengaduan keliru.", SANDI))
    cards = rekap.acuan(complete, UNIT, TAHUN, 1)
    kode = next(k for k, c in cards.items() if "pembilang" not in str(c.isian))
    new = [Realisasi(kode, Isi.TERISI, Decimal(3))]
    rekap.save_realisasi(complete, akses.system(UNIT), UNIT, TAHUN, 1, rekap.changes(cards, 1, new))
    kiriman.confirm_all(complete, PEMERIKSA, UNIT, TAHUN, 1)
    assert "1 indikator berubah sejak disahkan" in page(complete, "camat").warning[0].value
    draft(complete, 2)
    put(complete, Keadaan.DISOSIALISASIKAN, 4)
    checked(step(page(complete, "camat"), "sahkan", "Sesuai perbaikan.", SANDI))
    at = page(complete, "camat")
    assert "Angka sama dengan yang disahkan" in texts(at)
    between = next(e for e in at.expander if e.label.startswith("Perubahan setelah dikunci: 1 indikator berubah"))
    assert between.caption[0].value.startswith("Dibuka kembali oleh Camat")
    assert "Register pengaduan keliru" in between.caption[0].value
    assert cells(between.table[0])[0][2:4] == ["1", "3"]


def test_every_periode_of_the_year_leads_to_itself(store: Store) -> None:
    said = texts(screen(store, "kasubbag", "periode.py", tahun=TAHUN, periode="TW1"))
    codes = ("TW1", "TW2", "TW3", "TW4", "SM1", "SM2", "TH")
    assert all(f"](/periode?tahun={TAHUN}&periode={kode}) |" in said for kode in codes)
