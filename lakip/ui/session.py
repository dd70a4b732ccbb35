"""Who is looking, at which office, tahun and periode. The sole owner of st.session_state and st.user.

A page begins with `pengguna = session.require(Izin.X)`. Every rerun asks the session table again, so a
sign-out, a new password or a lost peran counts in every open tab at its next action; a fragment that
reruns by itself calls `require` too, with `sendiri=False`.

Tests hand in a store with `use_store(Store(None))` and sign in with
`at.user = {"sid": akun.sid(akun.open_session(store, "nama-akun"))}`.
"""

import os
import re
import secrets
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import quote, urlencode, urlsplit
from weakref import WeakKeyDictionary

import streamlit as st

from lakip import akun, cadangan, pengaturan
from lakip import periode as kalender
from lakip.akses import Izin, Pengguna, holders
from lakip.draf import Ketikan, Laci
from lakip.pengaturan import Identitas
from lakip.periode import PERIODE, Periode
from lakip.store import Store
from lakip.ui.panel_tanda import PAGES
from lakip.utuh import jam, mulai

BELUM_BERPERAN = "Akun Anda belum memegang peran yang berlaku hari ini. Hubungi admin kantor."
DATA = Path(__file__).resolve().parents[2] / "data"

_lock = threading.Lock()
_open: list[Store] = []
_kept: WeakKeyDictionary[Store, dict[tuple[str, str], Any]] = WeakKeyDictionary()  # by account and place
KEPT = 1_000


def folder() -> Path:
    """Where the record lies: LAKIP_DATA, or data/ of the program."""
    return Path(os.environ.get("LAKIP_DATA") or DATA)


def store() -> Store:
    """The process's one store, opened at the first call from its folder.

    Raises UserError when another process holds it.
    """
    with _lock:
        if not _open:
            opened = Store(folder(), cadangan.before_change)
            for sentence in mulai.begin(opened):
                print(sentence, file=sys.stderr, flush=True)
            _open.append(opened)
        return _open[0]


def use_store(given: Store | None) -> None:
    """Let every screen and route use this store, as if just started; None: open the usual one at the next call."""
    with _lock:
        _open[:] = [] if given is None else [given]
        _kept.clear()


def today() -> date:
    """The day of the screens, in WITA."""
    return kalender.today()


def current(*, sendiri: bool = True) -> Pengguna | None:
    """Who this browser is signed in as, asked anew; None when the session has ended."""
    sesi = st.user.get("sid")
    return akun.pengguna(store(), sesi, today(), sendiri=sendiri) if isinstance(sesi, str) else None


def require(izin: Izin, *, sendiri: bool = True) -> Pengguna:
    """Who is looking, when they may; otherwise say so kindly and stop the run.

    `sendiri`: somebody did something; a fragment that runs by itself says False, so that a page left open ends too.
    """
    pengguna = current(sendiri=sendiri)
    if pengguna is None:
        say_ended()
        st.stop()
    if not pengguna.tugas:
        st.info(_clock_doubted() or BELUM_BERPERAN)
        st.stop()
    st.session_state.update(unit=pengguna.tugas[0].unit, akun=pengguna.akun)
    stop_unless(pengguna, izin)
    return pengguna


def stop_unless(pengguna: Pengguna, izin: Izin, judul: str = "") -> None:
    """Stop the run with a kind word when nothing this account holds allows it: where one is, whose it is, the way on.

    `judul`: of the page; a page that asks by itself is drawn by the menu, which has asked before it.
    """
    if pengguna.may_somewhere(izin, unit()):
        return
    st.title(judul or "Bukan halaman Anda")
    st.warning(
        f"Akun “{pengguna.akun}” tidak berhak {izin.value}. Halaman ini untuk: {holders(izin)}.", icon=":material/lock:"
    )
    st.page_link(PAGES / "tugas.py", label="Buka Tugas saya", icon=":material/checklist:")
    st.stop()


def say_ended() -> None:
    """The session is over: what happened, and the way back in."""
    st.title("Sesi telah berakhir")
    st.write(
        "Anda sudah keluar, atau sesi sudah lewat 8 jam atau 60 menit tidak dipakai. Data tersimpan tetap aman; yang "
        "sudah diketik dan belum disimpan menunggu Anda."
    )
    if said := _clock_doubted():
        st.warning(said, icon=":material/history:")
    st.html(f'<p><a href="/masuk?ke={quote(_address(), safe="/")}" style="color: inherit">Masuk lagi</a></p>')


def _address() -> str:
    """The path of this screen with its query: where signing in again leads back to."""
    query = urlencode([(k, v) for k in st.query_params for v in st.query_params.get_all(k)])
    return urlsplit(st.context.url or "/").path + (f"?{query}" if query else "")


def _clock_doubted() -> str:
    """Why no right can be read from dates now; empty: they can."""
    said = jam.now_doubted(store())
    return f"{said} {jam.BETULKAN}" if said else ""


def unit() -> str:
    """The office of whoever is looking. Known once `require` has let them in."""
    return str(st.session_state["unit"])


def identity() -> Identitas:
    return pengaturan.identity(store(), unit())


def is_dark() -> bool:
    """Whether this browser shows the dark theme; charts take their palette by it."""
    return st.context.theme.type == "dark"


# ---------------------------------------------------------------- tahun and periode
#
# The URL says what is on the screen, so that a link shows the same to the next person. What was picked last
# is remembered for the pages that are opened from the menu, which clears the URL.


def collecting() -> tuple[int, str]:
    """Sampai dengan the quarter whose data are being collected, at the earliest the one that the office begins with."""
    tahun, triwulan = pengaturan.collecting(store(), unit(), today())
    return tahun, f"SD{triwulan}"


def tahun(pilihan: Sequence[int] = (), awal: int | None = None) -> int:
    """The tahun of the URL, or the one picked last, or `awal` (default: the one being collected).

    `pilihan`, when given, bounds it; outside it, the nearest is taken.
    """
    asked = st.query_params.get("tahun", "")
    last = st.session_state.get("tahun") or awal or collecting()[0]
    found = int(asked) if re.fullmatch(r"20\d\d", asked) else int(last)
    return min(pilihan, key=lambda t: abs(t - found)) if pilihan and found not in pilihan else found


def periode(pilihan: Sequence[str] = tuple(PERIODE), awal: str | None = None) -> Periode:
    """The periode of the URL, or the one picked last, or `awal` (default: the one being collected).

    Where `pilihan` does not offer it, the first that ends with the same quarter is taken.
    """
    asked = st.query_params.get("periode", "")
    found = PERIODE.get(asked) or PERIODE[st.session_state.get("periode") or awal or collecting()[1]]
    same_end = [k for k in pilihan if PERIODE[k].triwulan[-1] == found.triwulan[-1]]
    return found if found.kode in pilihan else PERIODE[(same_end or list(pilihan))[0]]


def arrive() -> None:
    """Take the address that a tab was opened with as picked, so that the menu leads on with it."""
    if "tiba" in st.session_state:
        return
    asked_tahun, asked_periode = (st.query_params.get(k, "") for k in ("tahun", "periode"))
    st.session_state["tiba"] = True
    if re.fullmatch(r"20\d\d", asked_tahun):
        st.session_state["tahun"] = int(asked_tahun)
    if asked_periode in PERIODE:
        st.session_state["periode"] = asked_periode


def pick(tahun: int, periode: str) -> None:
    """Show another tahun and periode: here through the URL, and on the pages opened next."""
    st.session_state.update(tahun=tahun, periode=periode)
    show_in_url(tahun, periode)


def show_in_url(tahun: int, periode: str) -> None:
    """Let the address say what is on the screen."""
    if (st.query_params.get("tahun"), st.query_params.get("periode")) != (str(tahun), periode):
        st.query_params.update(tahun=str(tahun), periode=periode)  # the rest may be bound to widgets


def came_from(here: str | None) -> tuple[str, dict[str, str]]:
    """The page that was on the screen last (a file of pages/, with its address), to lead back to.

    `here`: the page shown now, to be remembered; None: one that is led back from. Without one before it, as in a new
    tab: no page, and the tahun and periode of the address.
    """
    if here is not None:
        st.session_state["asal"] = here, st.query_params.to_dict()
    known: tuple[str, dict[str, str]] | None = st.session_state.get("asal")
    return known or ("", {k: v for k, v in st.query_params.to_dict().items() if k in ("tahun", "periode")})


TERLIHAT = "terlihat"  # in the session: what was on the screen, and its newest step


@dataclass(frozen=True)
class Lanjut:
    """The next step: a page (a file of pages/) with its address, in words."""

    halaman: str
    kata: str
    alamat: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Kabar:
    """What was done, and what comes next; `di`: the page and periode on which it is told."""

    pesan: str
    lanjut: Lanjut | None = None
    di: tuple[str, ...] | None = None


def saved(kabar: str, lanjut: Lanjut | None = None) -> NoReturn:
    """Run again after a change, so that everything on the screen shows it, and say what was done and what comes next.

    `lanjut` None: whatever waits for this person next.
    """
    st.session_state["kabar"] = Kabar(kabar, lanjut)
    st.session_state["tersimpan"] = secrets.token_hex(4)
    st.session_state.pop(TERLIHAT, None)
    st.rerun()


def moved_meanwhile(kunci: str, nomor: int) -> bool:
    """Whether somebody else moved what this screen shows, whose newest step is `nomor`, since it last showed it."""
    seen = st.session_state.get(TERLIHAT)
    st.session_state[TERLIHAT] = (kunci, nomor)
    return seen is not None and seen[0] == kunci and seen[1] != nomor


def say_saved(halaman: str = "", berikutnya: Callable[[], Lanjut | None] = lambda: None) -> None:
    """Show what `saved` left, on the page and periode where it was left, until it is closed or one goes on.

    `berikutnya`: the next step where the act named none.
    """
    kabar: Kabar | None = st.session_state.get("kabar")
    if kabar is None:
        return
    here = (halaman, *(str(st.query_params.get(k, "")) for k in ("tahun", "periode")))
    if kabar.di not in (None, here):
        close_saved()
        return
    st.session_state["kabar"] = replace(kabar, di=here)
    with st.container(key="tersimpan", horizontal=True, vertical_alignment="center"):
        st.success(kabar.pesan, icon=":material/check_circle:")
        if lanjut := kabar.lanjut or berikutnya():
            st.page_link(
                PAGES / lanjut.halaman, label=lanjut.kata, icon=":material/chevron_right:",
                query_params=dict(lanjut.alamat),
            )  # fmt: skip
        st.button("Tutup", key="tutup_kabar", type="tertiary", on_click=close_saved)


def close_saved() -> None:
    """Say no more of what was saved."""
    st.session_state.pop("kabar", None)


def open_with(due: Callable[[], tuple[int, str]]) -> None:
    """Begin with the quarter that is due where neither the address names one nor a quarter was picked before."""
    arrive()
    picked = str(st.session_state.get("periode", ""))
    if "periode" not in st.query_params and not picked.startswith("TW"):
        pick(*due())


ISIAN = "isian"  # a container of this key is to draf.js what a form is: what is chosen in it is kept too


def mark() -> None:
    """Tell draf.js when something was saved: what was typed into it need be kept no longer."""
    st.html(f'<span id="lakip-tanda" data-simpan="{st.session_state.get("tersimpan", "")}"></span>')


def drafts(pengguna: Pengguna) -> list[Ketikan]:
    """What this account typed and has not saved, oldest first."""
    return list(Laci(store().folder).of(pengguna.akun).values())


def keep(place: str, value: object) -> None:
    """Remember under this account what is not saved yet, past the end of this tab and this session; see `kept`."""
    st.session_state[place] = value
    with _lock:
        mine = _kept.setdefault(_open[0], {})
        mine.pop(key := (st.session_state["akun"], place), None)
        mine[key] = value
        while len(mine) > KEPT:
            mine.pop(next(iter(mine)))


def kept(place: str, default: Any) -> Any:
    """What `keep` remembered in this tab, or else for this account since the program began."""
    if place in st.session_state:
        return st.session_state[place]
    return _kept.get(store(), {}).get((st.session_state["akun"], place), default)


def preset(**values: object) -> None:
    """Give widgets their value by key, before they are drawn."""
    st.session_state.update(values)


def widget_values(*keys: tuple[str, Any]) -> tuple[Any, ...]:
    """What the widgets of these keys say now; for one that is not drawn, the value beside its key."""
    return tuple(st.session_state.get(key, default) for key, default in keys)
