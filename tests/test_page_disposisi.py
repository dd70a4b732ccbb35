"""The page Disposisi: everybody reads the register; three peran issue; only the addressee stamps."""

from typing import Any

import pytest
from kantor_sop import ADMIN, CAMAT, SANDI, TAHUN, UNIT, office
from layar import button, checked, example, screen, texts, ways
from salinan import once
from streamlit.testing.v1 import AppTest
from test_disposisi import order

from lakip import akun
from lakip.akses import Peran, system
from lakip.sop import disposisi
from lakip.store import Store

PAGE = "disposisi.py"


@pytest.fixture
@once
def store() -> Store:
    """The Camat's order to the Sekcam, and who may look at it."""
    store = office()
    for name, peran, bagian in (
        ("camat", Peran.CAMAT, None), ("sekcam", Peran.SEKCAM, None), ("kasubbag", Peran.KASUBBAG, "REN"),
        ("kasi", Peran.KASI, "PEM"),
    ):  # fmt: skip
        akun.add(store, ADMIN, name, name.title(), SANDI, UNIT, peran, bagian, mulai=order(store).tanggal)
    disposisi.issue(store, CAMAT, UNIT, order(store))
    return store


def opened(store: Store, name: str, **query: Any) -> AppTest:
    return screen(store, name, PAGE, tahun=TAHUN, **query)


def labels(at: AppTest) -> list[str]:
    return [b.label for b in at.button]


@pytest.mark.parametrize("name", ["staf", "kasi", "kasubbag", "sekcam", "camat", "admin", "peninjau"])
def test_everybody_reads_the_register_of_the_example(name: str) -> None:
    at = screen(example(), name, PAGE, tahun=2026)
    assert [t.value for t in at.title] == ["Disposisi"]
    said = texts(at)
    assert "015/2026" in said
    assert (
        "Sekretaris Kecamatan Paringin Selatan | Camat Paringin Selatan | Bagian yang belum mengirim data Triwulan III"
        in said
    )
    assert "✓ Selesai" in said


def test_the_addressee_is_told_stamps_and_finishes(store: Store) -> None:
    at = opened(store, "sekcam")
    assert "1 disposisi menunggu Anda: 001/2026" in at.info[0].value.replace("\\", "")
    at = checked(button(at, "Cap diterima").click().run())
    next(t for t in at.text_input if t.label.startswith("Hasil")).set_value("Sudah diteruskan")
    checked(button(at, "Cap selesai").click().run())
    assert disposisi.one(store, CAMAT, UNIT, 2026, 1)["catatan"] == "Sudah diteruskan"


def test_done_without_a_result_is_told(store: Store) -> None:
    at = checked(button(opened(store, "sekcam"), "Cap diterima").click().run())
    at = button(at, "Cap selesai").click().run()
    assert "Tulis hasilnya" in at.error[0].value


@pytest.mark.parametrize("name", ["staf", "kasi", "admin", "camat", "kasubbag"])
def test_nobody_else_stamps(store: Store, name: str) -> None:
    assert not any(label.startswith("Cap") for label in labels(opened(store, name)))


@pytest.mark.parametrize(("name", "may"), [("staf", False), ("kasi", False), ("admin", False), ("camat", True)])
def test_the_form_is_for_those_who_issue(store: Store, name: str, may: bool) -> None:
    assert ("Terbitkan" in labels(opened(store, name))) is may


def test_the_kasubbag_sends_the_recap_up(store: Store) -> None:
    at = opened(store, "kasubbag", periode="TW1")
    at.selectbox("kepada_baru").set_value("sekcam")
    at.text_input("hal_baru").set_value("Rekap TW I")
    at.multiselect("lampiran_baru").set_value(["pk", "renaksi", "rekap"])
    at = checked(button(at, "Terbitkan").click().run())
    row = disposisi.one(store, CAMAT, UNIT, 2026, 2)
    assert (row["hal"], row["lampiran"], disposisi.goes_up(row)) == ("Rekap TW I", "pk renaksi rekap", True)


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("tenggat_baru", "2,5", "Tenggat (hari kerja): “2,5” harus bilangan bulat 0 sampai 60."),
        ("tenggat_baru", "", "Tenggat (hari kerja): belum diisi. Ketik angkanya."),
        ("nomor_baru", "015/2026", "Nomor: “015/2026” bukan angka."),
        ("nomor_baru", "0", "Nomor: “0” harus bilangan bulat mulai dari 1."),
    ],
)
def test_a_number_that_cannot_be_read_is_said(store: Store, field: str, text: str, said: str) -> None:
    """A number field made 25 working days of 2,5, and number 152026 of 015/2026."""
    at = opened(store, "kasubbag", periode="TW1")
    at.selectbox("kepada_baru").set_value("sekcam")
    at.text_input(field).set_value(text)
    at = button(at, "Terbitkan").click().run()
    assert at.error[0].value.startswith(said)
    assert len(disposisi.listed(store, system(UNIT), UNIT, 2026)) == 1


def test_a_number_with_thousands_and_leading_zeros_is_read(store: Store) -> None:
    for text, nomor in (("1.234", 1234), ("015", 15)):
        at = opened(store, "kasubbag", periode="TW1")
        at.selectbox("kepada_baru").set_value("sekcam")
        at.text_input("nomor_baru").set_value(text)
        checked(button(at, "Terbitkan").click().run())
        assert disposisi.one(store, system(UNIT), UNIT, 2026, nomor)["nomor"] == nomor


def test_everything_wrong_with_a_new_one_is_told_at_its_field_and_the_register_stays(store: Store) -> None:
    at = opened(store, "camat")
    next(t for t in at.text_input if t.label == "Tenggat (hari kerja)").set_value("kapan-kapan")
    at = button(at, "Terbitkan").click().run()
    said = [e.value for e in at.error]
    assert "Yang dituju belum dipilih. Pilih pejabat atau staf." in said
    assert any(e.startswith("Tenggat (hari kerja): “kapan-kapan”") for e in said)
    assert "001/2026" in texts(at), "the rest of the page"


def test_a_disposisi_offers_what_it_asks_about() -> None:
    """015/2026, up to the Camat: who has not sent, the recap, the draft; the papers that go with it."""
    at = screen(example(), "camat", PAGE, tahun=2026, nomor="2026-15")
    found = ways(at)
    assert {"Kiriman bagian", "Rekap capaian", "Periode: draf, siapa belum mengirim"} <= found.keys()
    assert "Perjanjian Kinerja dan Rencana Aksi" in found
    assert found["Rekap capaian"] == "tahun=2026&periode=TW3"


def test_the_sekcam_hands_it_on(store: Store) -> None:
    at = checked(button(opened(store, "sekcam"), "Cap diterima").click().run())
    at.selectbox("kepada_2026_1").set_value("ren")
    handed = [b for b in at.button if b.label == "Terbitkan"][-1]
    at = checked(handed.click().run())
    row = disposisi.one(store, CAMAT, UNIT, 2026, 2)
    assert (row["induk_nomor"], row["hal"]) == (1, "Pengumpulan data kinerja TW I")
    assert "002/2026 Sekretaris Kecamatan → Kasubbag Perencanaan" in texts(at)


def test_the_register_is_filtered_by_words(store: Store) -> None:
    at = opened(store, "camat")
    at.text_input("cari_disposisi").set_value("xyz").run()
    assert "Tidak ada disposisi yang cocok" in texts(at)


def test_a_tahun_without_any_says_who_makes_the_first() -> None:
    assert "Belum ada disposisi tahun 2025. Camat, Sekcam, atau Kasubbag" in texts(
        screen(example(), "staf", PAGE, tahun=2025)
    )


def test_a_secret_one_is_on_the_screen_without_its_content_for_who_has_no_part_in_it(store: Store) -> None:
    key = disposisi.issue(
        store, CAMAT, UNIT, order(store, sifat="rahasia", hal="Pemeriksaan pegawai", instruksi="Panggil")
    )
    shown = {
        name: screen(store, name, PAGE, tahun=TAHUN, nomor=f"{key[0]}-{key[1]}") for name in ("sekcam", "kasubbag")
    }
    assert "Pemeriksaan pegawai" in texts(shown["sekcam"])
    said = texts(shown["kasubbag"])
    assert "Pemeriksaan pegawai" not in said
    assert "Panggil" not in said
    assert "Disposisi ini bersifat Rahasia" in said
