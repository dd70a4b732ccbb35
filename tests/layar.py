"""A screen as one account sees it, for the tests of the pages."""

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from contoh_siap import loaded
from streamlit.testing.v1 import AppTest

from lakip import akses, akun
from lakip.akses import Peran
from lakip.export import pekerjaan
from lakip.store import Store
from lakip.ui import menu, session

PAGES = Path(menu.__file__).resolve().parents[2] / "pages"
SANDI = "sandi-panjang"


def example() -> Store:
    """The example office for the page tests; they only look, and sign in."""
    return loaded()[0]


def add_person(store: Store, unit: str, name: str, peran: Peran, bagian: str | None = None) -> None:
    by = akses.system(unit)
    if akun.is_empty(store):
        akun.add(store, None, "admin", "Siti Aminah", SANDI, unit, Peran.ADMIN, mulai=date(2020, 1, 1))
    akun.add(store, by, name, name.title(), SANDI, unit, peran, bagian, mulai=date(2020, 1, 1))


def screen(store: Store, name: str, page: str, **query: Any) -> AppTest:
    """The menu script on a page, at the address that `query` gives."""
    session.use_store(store)
    at = AppTest.from_file(menu.__file__, default_timeout=60)
    at.user = {"sid": akun.sid(akun.open_session(store, name))}
    at.switch_page(str(PAGES / page))
    for key, value in query.items():
        at.query_params[key] = str(value)
    return checked(at.run())


def checked(at: AppTest) -> AppTest:
    """The same screen, once it is sure that nothing failed on it."""
    assert not at.exception, at.exception
    assert not [e.value for e in at.error if "kesalahan pada sistem" in e.value]
    return at


def finished(at: AppTest) -> AppTest:
    """The screen after what it makes in the background is done."""
    for kerja in pekerjaan.all_of(session.store()):
        assert kerja.wait(60)
    return checked(at.run())


def texts(at: AppTest) -> str:
    """Everything on the screen that is text, tables too; as read, without Markdown's backslashes."""
    kinds = ("markdown", "caption", "info", "warning", "error", "success", "header", "subheader")
    said = [e.value for kind in kinds for e in at.get(kind)]
    rows = [" | ".join(row) for table in at.table for row in cells(table)]
    return "\n".join([*said, *rows]).replace("\\", "").replace("\u00a0", " ").replace("\u2011", "-")


def cells(table: Any) -> list[list[str]]:
    """The cells of a table as shown: a right-hand column holds row numbers, its texts stand beside them."""
    styled = table.proto.arrow_data.styler.display_values
    if not styled:
        return [[str(cell) for cell in row] for row in table.value.reset_index().to_numpy().tolist()]
    shown = pa.ipc.open_stream(styled).read_all()
    return [[str(value) for value in row.values()] for row in shown.to_pylist()]


def address(at: AppTest, key: str) -> str:
    """One part of the address; written by the program it is a text, by a widget a list."""
    value = at.query_params[key]
    return value if isinstance(value, str) else value[0]


def ways(at: AppTest) -> dict[str, str]:
    """The links to other pages on the screen: label and query; without the help that stands on each."""
    return {label: query for label, query in links(at).items() if label != "Bantuan"}


def links(at: AppTest) -> dict[str, str]:
    """Every link to another page, the help too."""
    return {link.proto.label.replace("\\", ""): link.proto.query_string for link in at.get("page_link")}


def forms(at: AppTest) -> dict[str, str]:
    """Of each field in a form, by its id, the form. A browser keeps what is typed with the form, and shows it with the
    field: one that moves to another form goes on showing what is no longer sent."""
    kinds = ("text_input", "text_area", "selectbox", "checkbox", "number_input", "date_input")
    fields = (one.proto for kind in kinds for one in at.get(kind))
    return {one.id: one.form_id for one in fields if one.form_id}


def button(at: AppTest, label: str) -> Any:
    return next(b for b in at.button if b.label.startswith(label))
