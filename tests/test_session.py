"""The frame of the screens: who may see what, the picker, and the rules every page keeps."""

import ast
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from layar import ways
from salinan import empty, once
from streamlit.testing.v1 import AppTest

from lakip import akses, akun, pengaturan, periode
from lakip.akses import Izin, Peran
from lakip.store import Store
from lakip.ui import menu, session
from lakip.ui.halaman import HALAMAN, Halaman
from lakip.ui.panel_tanda import plain, unlinked

ROOT = Path(menu.__file__).resolve().parents[2]
UNIT = "63.11.07"
SANDI = "sandi-panjang"
PENGATURAN = str(ROOT / "pages" / "8_pengaturan.py")


@once
def office() -> Store:
    store = empty()
    pengaturan.set_up_office(
        store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [pengaturan.CAMAT_BAWAAN]
    )
    akun.add(store, None, "admin", "Siti Aminah", SANDI, UNIT, Peran.ADMIN, mulai=date(2020, 1, 1))
    return store


@pytest.fixture
def store() -> Iterator[Store]:
    store = office()
    session.use_store(store)
    yield store
    session.use_store(None)


@pytest.fixture
def admin(store: Store) -> akses.Pengguna:
    return akun.find(store, "admin")


def screen(store: Store, name: str | None, page: str = PENGATURAN) -> AppTest:
    """The menu script on a page, as the account sees it; None: without a session."""
    at = AppTest.from_file(menu.__file__, default_timeout=30)
    if name:
        at.user = {"sid": akun.sid(akun.open_session(store, name))}
    at.run()
    return at.switch_page(page).run() if name else at


# ---------------------------------------------------------------- who may see what


def test_without_a_session_the_screen_is_kind_and_empty(store: Store) -> None:
    at = screen(store, None)
    assert at.title[0].value == "Sesi telah berakhir"
    assert not at.sidebar


def test_an_admin_sees_the_page_pengaturan(store: Store) -> None:
    at = screen(store, "admin")
    assert not at.exception
    assert at.title[0].value == "Pengaturan"
    assert at.sidebar.markdown[0].value == "**Kecamatan Paringin Selatan**"


def test_a_peran_without_the_izin_reads_why_and_sees_nothing(store: Store, admin: akses.Pengguna) -> None:
    akun.add(store, admin, "budi", "Budi", SANDI, UNIT, Peran.STAF, "PEM")
    at = screen(store, "budi")
    assert at.title[0].value == "Pengaturan"
    assert "tidak berhak mengubah pengaturan dan pejabat. Halaman ini untuk: Admin." in at.warning[0].value
    assert "Buka Tugas saya" in ways(at)
    assert not at.text_input


def test_signing_out_elsewhere_counts_at_the_next_action(store: Store) -> None:
    at = screen(store, "admin")
    akun.close_session(store, at.user["sid"])
    at.text_input[0].set_value("Kecamatan Lain").run()
    assert at.title[0].value == "Sesi telah berakhir"
    assert pengaturan.identity(store, UNIT).nama == "Kecamatan Paringin Selatan"


def test_who_holds_no_peran_today_is_told_so(store: Store, admin: akses.Pengguna) -> None:
    akun.add(store, admin, "budi", "Budi", SANDI, UNIT, Peran.STAF, "PEM", mulai=date(2999, 1, 1))
    at = AppTest.from_file(menu.__file__)
    at.user = {"sid": akun.sid(akun.open_session(store, "budi"))}
    at.run()
    assert "belum memegang peran" in at.info[0].value


def test_what_is_meant_for_users_is_shown_as_a_sentence(store: Store) -> None:
    at = screen(store, "admin")
    at.text_input[0].set_value(" ")
    at.button[0].click().run()
    assert at.error[0].value == "Identitas kantor belum lengkap. Isi: nama kantor."
    assert not at.exception


def test_a_change_is_saved_and_said(store: Store) -> None:
    at = screen(store, "admin")
    at.text_input[0].set_value("Kecamatan Paringin Timur")
    at.button[0].click().run()
    assert at.success[0].value == "Identitas tersimpan."
    assert pengaturan.identity(store, UNIT).nama == "Kecamatan Paringin Timur"


def test_what_was_saved_stays_with_its_next_step_until_it_is_closed_or_one_goes_on(store: Store) -> None:
    at = screen(store, "admin")
    at.text_input[0].set_value("Kecamatan Paringin Timur")
    at.button[0].click().run()
    assert not at.run().toast
    assert at.success[0].value == "Identitas tersimpan.", "still there when the page runs again"
    (way,) = (link.proto.label for link in at.get("page_link") if link.proto.label.startswith("Berikutnya"))
    assert way.startswith("Berikutnya: Isi Rencana Aksi Tahun"), "of an office without plan"
    next(b for b in at.button if b.label == "Tutup").click().run()
    assert not at.success


def test_example_data_are_marked_on_the_screen(store: Store) -> None:
    contoh = pengaturan.Identitas("63.11.99", "Kecamatan Contoh", "Kabupaten Contoh", "", "Contoh", contoh=True)
    pengaturan.set_up_office(store, akses.system("63.11.99"), contoh, [], [])
    akun.add(store, akses.system("63.11.99"), "adi", "Adi", SANDI, "63.11.99", Peran.ADMIN)
    assert any("DATA CONTOH" in m.value for m in screen(store, "adi").markdown)
    assert not any("DATA CONTOH" in m.value for m in screen(store, "admin").markdown)


def test_a_clock_that_went_back_is_named_and_not_taken_for_a_lost_right(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = screen(store, "admin")
    monkeypatch.setattr(periode, "now", lambda: datetime(2019, 1, 1))
    monkeypatch.setattr(session, "today", lambda: date(2019, 1, 1))
    at.run()
    assert "Jam komputer mundur: kini 1 Januari 2019 08.00 WITA" in at.info[0].value
    akun.close_session(store, at.user["sid"])
    at.run()
    assert at.title[0].value == "Sesi telah berakhir"
    assert "Betulkan tanggal dan jam komputer server" in at.warning[0].value


def test_who_set_a_password_is_told_on_every_screen_until_its_holder_knows(store: Store, admin: akses.Pengguna) -> None:
    akun.add(store, admin, "camat", "Renny", SANDI, UNIT, Peran.CAMAT)
    akun.add(store, admin, "peninjau", "Inspektur", SANDI, UNIT, Peran.PENINJAU)
    akun.set_sandi(store, admin, "camat", "sandi-yang-baru")
    tugas = str(ROOT / "pages" / "tugas.py")
    for name, whose in (("camat", "akun Anda"), ("peninjau", "akun Renny \\(camat\\)")):
        at = screen(store, name, tugas)
        assert f"Kata sandi {whose} diganti oleh Siti Aminah" in at.warning[0].value
        at.button[0].click().run()
        assert at.success[0].value == "Tercatat bahwa Anda mengetahuinya."
        assert not at.warning
    assert not screen(store, "admin", tugas).warning


@pytest.mark.parametrize(
    "typed",
    ["http://jahat.example", "HTTPS://jahat.example/x", "www.jahat.example", "a@jahat.example", "[x](http://jahat)",
     "[x][y]", "<http://jahat.example>"],
)  # fmt: skip
def test_what_people_typed_makes_no_link(typed: str) -> None:
    """An address is looked for again in what is escaped: it is broken where it would be found."""
    for said in (unlinked(typed), plain(typed)):
        assert not re.search(r"://|www\.|\w@|[^\\]\]\(|[^\\]\]\[|(?<!\\)<\w", said.replace("\\:", ":"), re.IGNORECASE)
        assert said.replace("\u2060", "").replace("\\", "") == typed


# ---------------------------------------------------------------- the picker


def picker() -> None:
    import streamlit as st  # noqa: PLC0415

    from lakip.akses import Izin  # noqa: PLC0415
    from lakip.ui import session, widgets  # noqa: PLC0415

    session.require(Izin.LIHAT)
    tahun, periode = widgets.pick_periode()
    st.write(f"{tahun} {periode.kode}")


@pytest.fixture
def pick(store: Store, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setattr(session, "today", lambda: date(2026, 10, 5))
    at = AppTest.from_function(picker)
    at.user = {"sid": akun.sid(akun.open_session(store, "admin"))}
    return at


def shown(at: AppTest) -> tuple[str, dict[str, str]]:
    return at.markdown[-1].value, dict(at.query_params)


def test_the_picker_opens_with_the_quarters_that_have_ended(pick: AppTest) -> None:
    assert shown(pick.run()) == ("2026 SD3", {"tahun": "2026", "periode": "SD3"})


def test_what_is_picked_stands_in_the_address(pick: AppTest) -> None:
    pick.run()
    pick.selectbox[1].set_value("TW2").run()
    assert shown(pick) == ("2026 TW2", {"tahun": "2026", "periode": "TW2"})


def test_what_was_picked_follows_to_a_page_opened_from_the_menu(pick: AppTest) -> None:
    pick.run()
    pick.selectbox[1].set_value("TW2").run()
    pick.query_params.clear()
    assert shown(pick.run())[0] == "2026 TW2"


def test_a_link_decides_what_is_shown_and_nonsense_in_it_does_not(pick: AppTest) -> None:
    pick.query_params["periode"] = "SM1"
    assert shown(pick.run())[0] == "2026 SM1"
    pick.query_params.update(tahun="1'; drop", periode="<b>")
    assert shown(pick.run())[0] == "2026 SM1"


def test_nonsense_in_the_first_address_is_no_choice(pick: AppTest) -> None:
    pick.query_params.update(tahun="1'; drop", periode="<b>")
    assert shown(pick.run())[0] == "2026 SD3"


def test_what_a_link_asked_for_follows_to_a_page_opened_from_the_menu(pick: AppTest) -> None:
    pick.query_params["periode"] = "TW1"
    pick.run()
    pick.query_params.clear()
    assert shown(pick.run())[0] == "2026 TW1"


# ---------------------------------------------------------------- rules of the house


def first_statement(path: Path) -> str:
    """The first statement of a page that is neither docstring nor import nor constant."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import | ast.ImportFrom) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        ):
            continue
        return ast.unparse(node)
    return ""


@pytest.mark.parametrize("one", HALAMAN, ids=lambda h: h.berkas)
def test_a_page_first_requires_what_the_menu_says(one: Halaman) -> None:
    guard = f"session.require(Izin.{one.izin.name})"
    assert first_statement(one.path).removeprefix("pengguna = ") == guard


@pytest.mark.parametrize("one", HALAMAN, ids=lambda h: h.berkas)
def test_a_page_run_by_itself_shows_nothing_to_strangers(one: Halaman, store: Store) -> None:
    at = AppTest.from_file(str(one.path)).run()
    assert [t.value for t in at.title] == ["Sesi telah berakhir"]
    assert not at.exception


def test_every_page_file_is_in_the_menu_table() -> None:
    assert {p.name for p in (ROOT / "pages").glob("*.py")} == {h.berkas for h in HALAMAN}


def test_every_izin_but_those_inside_pages_opens_one() -> None:
    assert {Izin.LIHAT, Izin.UNGGAH, Izin.LAPORAN, Izin.PENGATURAN, Izin.AKUN, Izin.JEJAK} == {h.izin for h in HALAMAN}
