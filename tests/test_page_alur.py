"""Kiriman: the staf sends, the Kasi confirms or returns, the others look."""

from decimal import Decimal

import pytest
from layar import add_person, button, checked, example, screen, texts
from salinan import once
from streamlit.testing.v1 import AppTest
from unggahan import KASI, STAF, TAHUN, UNIT, new_office

from lakip import akses, akun, kiriman, pengaturan, rekap
from lakip.akses import Peran
from lakip.indikator import Keadaan
from lakip.pengaturan import IDENTITAS_BAWAAN
from lakip.realisasi import Realisasi
from lakip.store import Store

PAGE = "7_alur.py"


@pytest.fixture
@once
def store() -> Store:
    """Seksi PEM has typed one of its figures for TW1."""
    store = new_office()
    for name, peran in (("staf", Peran.STAF), ("kasi", Peran.KASI)):
        add_person(store, UNIT, name, peran, "PEM")
    for name, peran in (("kasubbag", Peran.KASUBBAG), ("camat", Peran.CAMAT)):
        add_person(store, UNIT, name, peran)
    add_person(store, UNIT, "kasi-yan", Peran.KASI, "YAN")
    isi = Realisasi("IK-04", Keadaan.TERISI, Decimal(9), faktor_penghambat="Blangko habis")
    assert rekap.type_realisasi(store, STAF, UNIT, TAHUN, 1, isi, 0).simpanan
    return store


def alur(store: Store, name: str, bagian: str = "PEM") -> AppTest:
    return screen(store, name, PAGE, tahun=TAHUN, periode="TW1", bagian=bagian)


def state(store: Store) -> str:
    rows = kiriman.completeness(store, UNIT, TAHUN).rows(named=True)
    return next(r["keadaan"] for r in rows if (r["bagian"], r["triwulan"]) == ("PEM", 1))


def labels(at: AppTest) -> list[str]:
    return [b.label for b in at.button]


def test_the_staf_sees_the_figures_and_sends_them(store: Store) -> None:
    at = alur(store, "staf")
    assert "1 dari 4 angka terisi, 0 dibenarkan" in texts(at)
    assert "Penghambat:** Blangko habis" in texts(at)
    assert labels(at) == ["Ajukan kepada Kasi"]
    checked(button(at, "Ajukan").click().run())
    assert state(store) == "diajukan"
    at = alur(store, "staf")
    assert "menunggu diperiksa Kasi" in at.info[0].value
    assert labels(at) == []


def test_the_kasi_confirms_and_the_capaian_becomes_final(store: Store) -> None:
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 1)
    at = alur(store, "kasi")
    assert "belum dibenarkan" in texts(at)
    checked(button(at, "Benarkan 1 angka").click().run())
    assert state(store) == "dibenarkan"
    assert "❷ Tinggi" in texts(alur(store, "kasi"))  # 9 of 10


def typed_by_the_kasi(store: Store) -> None:
    kasi = akun.find(store, "kasi")
    isi = Realisasi("IK-04", Keadaan.TERISI, Decimal(10))
    assert rekap.type_realisasi(store, kasi, UNIT, TAHUN, 1, isi, 1).simpanan


def test_a_kasi_who_typed_the_figure_himself_reads_who_confirms_it(store: Store) -> None:
    typed_by_the_kasi(store)
    at = alur(store, "kasi")
    assert "Benarkan 1 angka" not in labels(at)
    said = texts(at)
    assert "Angka IK-04 pada kiriman PEM Anda simpan sendiri" in said
    assert "Kasubbag" in said
    checked(button(at, "Ajukan").click().run())
    checked(button(alur(store, "kasubbag"), "Benarkan 1 angka").click().run())
    assert state(store) == "dibenarkan"


def test_where_the_office_allows_it_he_confirms_and_everybody_reads_that_he_did(store: Store) -> None:
    typed_by_the_kasi(store)
    pengaturan.set_setting(store, akses.system(UNIT), UNIT, "pembenaran_sendiri", TAHUN, "1", "Tidak ada orang kedua")
    at = alur(store, "kasi")
    assert "Angka IK-04 Anda simpan sendiri." in texts(at)
    checked(button(at, "Benarkan 1 angka").click().run())
    assert "Dibenarkan oleh yang menyimpannya sendiri: IK-04 (" in texts(alur(store, "camat"))
    year = screen(store, "camat", "kepatuhan.py", tahun=TAHUN)
    assert "Dibenarkan oleh yang menyimpannya sendiri" in texts(year)


def test_what_follows_a_confirmation_hangs_on_the_lock() -> None:
    locked = screen(example(), "kasi", PAGE, tahun=2026, periode="TW1", bagian="YAN")
    assert "Triwulannya sudah disahkan dan terkunci." in texts(locked)
    still_open = screen(example(), "kasi", PAGE, tahun=2026, periode="TW3", bagian="YAN")
    assert "Angka baru menjadikan kiriman ini draf lagi." in texts(still_open)


def test_a_return_needs_a_reason_and_the_staf_reads_it(store: Store) -> None:
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 1)
    at = alur(store, "kasi")
    at = button(at, "Kembalikan").click().run()
    assert "Pengembalian harus beralasan" in at.error[0].value
    at.text_area[0].set_value("Angka Maret belum masuk")
    checked(button(at, "Kembalikan").click().run())
    assert state(store) == "dikembalikan"
    assert "Angka Maret belum masuk" in alur(store, "staf").warning[0].value


def test_old_and_new_stand_side_by_side_after_a_correction(store: Store) -> None:
    kiriman.confirm(store, KASI, UNIT, "PEM", TAHUN, 1)
    rekap.type_realisasi(store, STAF, UNIT, TAHUN, 1, Realisasi("IK-04", Keadaan.TERISI, Decimal(10)), 1)
    assert "~~9,00~~ | **10,00**" in texts(alur(store, "kasi"))


@pytest.mark.parametrize("name", ["camat", "kasi-yan"])
def test_the_others_look_and_can_do_nothing(store: Store, name: str) -> None:
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 1)
    at = alur(store, name)
    assert "IK-04" in texts(at)
    assert labels(at) == []


def test_a_kasubbag_reads_what_waits_anywhere(store: Store) -> None:
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 1)
    at = screen(store, "kasubbag", PAGE, tahun=TAHUN, periode="TW1")
    assert "Menunggu diperiksa: Seksi Pemerintahan." in texts(at)
    assert at.selectbox("pilih_bagian").value == "PEM"
    assert "Benarkan 1 angka" in labels(at)


def test_figures_replaced_after_the_kasi_opened_the_page_are_not_confirmed_unseen(store: Store) -> None:
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 1)
    at = alur(store, "kasi")
    press = button(at, "Benarkan")
    isi = Realisasi("IK-04", Keadaan.TERISI, Decimal(10), faktor_penghambat="Blangko habis")
    assert rekap.type_realisasi(store, STAF, UNIT, TAHUN, 1, isi, 1).simpanan
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 1)
    checked(press.click().run())
    assert state(store) == "diajukan"


def test_who_was_slower_reads_that_the_press_was_not_taken_and_who_was_faster(store: Store) -> None:
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 1)
    slow, fast = alur(store, "kasi"), alur(store, "kasi")
    fast = checked(button(fast, "Benarkan").click().run())
    assert "baru saja menjadi" not in texts(fast)
    slow.text_area[0].set_value("Angka belum cocok.")
    slow = checked(button(slow, "Kembalikan").click().run())
    assert "baru saja menjadi “Dibenarkan” oleh Kasi" in slow.warning[0].value
    assert "tidak dijalankan; periksa dahulu keadaannya" in slow.warning[0].value
    assert state(store) == "dibenarkan"
    assert "baru saja menjadi" not in texts(slow.run())


def test_another_tahun_is_no_move_of_somebody_else() -> None:
    at = screen(example(), "kasi", PAGE, tahun=2026, periode="TW1", bagian="YAN")
    count = [kiriman.steps(example(), IDENTITAS_BAWAAN.unit, "YAN", tahun, 1).height for tahun in (2026, 2025)]
    assert count[0] != count[1]
    assert not checked(at.selectbox(key="pilih_tahun").set_value(2025).run()).warning


def test_the_name_of_a_bagian_that_waits_is_no_markdown(store: Store) -> None:
    pengaturan.rename_bagian(store, akses.system(UNIT), UNIT, "PEM", "Seksi **Pemerintahan** $x$")
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 1)
    at = screen(store, "kasubbag", PAGE, tahun=TAHUN, periode="TW1")
    said = next(c.value for c in at.caption if c.value.startswith("Menunggu diperiksa"))
    assert r"\*\*Pemerintahan\*\* \$x\$" in said


def test_nobody_confirms_what_was_never_submitted(store: Store) -> None:
    at = alur(store, "kasi")
    assert not [label for label in labels(at) if label.startswith("Benarkan")]
    assert "Belum diajukan, jadi belum ada yang dibenarkan." in texts(at)
