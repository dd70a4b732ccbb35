"""The store: what starting again does to a record that exists."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from lakip import store as module
from lakip.store import FILE_NAME, Store, asked_once


@pytest.fixture
def queries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The queries of the program, in a folder where a test may change them."""
    copy = tmp_path / "queries"
    shutil.copytree(module.QUERIES, copy)
    monkeypatch.setattr(module, "QUERIES", copy)
    forget()
    yield copy
    monkeypatch.undo()
    forget()


def forget() -> None:
    """As a new process: nothing of the files is remembered."""
    for remembered in (module._rules, module._rules_version, module._sql):
        remembered.cache_clear()


def test_a_changed_rule_reaches_a_record_that_exists(tmp_path: Path, queries: Path) -> None:
    Store(tmp_path).close()
    (queries / "9_uji.sql").write_text("create or replace macro uji() as 1;", encoding="utf-8")
    (queries / "read" / "uji.sql").write_text("select uji() as nilai", encoding="utf-8")
    forget()
    store = Store(tmp_path)
    assert store.read("uji")["nilai"].item() == 1
    store.close()


def test_starting_again_with_the_same_rules_writes_nothing(tmp_path: Path) -> None:
    Store(tmp_path).close()
    before = (tmp_path / FILE_NAME).read_bytes()
    Store(tmp_path).close()
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_rules_that_cannot_be_loaded_leave_those_before(tmp_path: Path, queries: Path) -> None:
    Store(tmp_path).close()
    (queries / "9_uji.sql").write_text(
        "create or replace macro persen(bagian, seluruh) as 0; create macro rusak() as table from tidak_ada;",
        encoding="utf-8",
    )
    forget()
    with pytest.raises(Exception, match="tidak_ada"):
        Store(tmp_path)
    (queries / "9_uji.sql").unlink()
    (queries / "read" / "uji.sql").write_text("select persen(1, 4) as nilai", encoding="utf-8")
    forget()
    store = Store(tmp_path)
    assert store.read("uji")["nilai"].item() == 25
    store.close()


def test_a_column_that_a_table_lacks_is_refused(tmp_path: Path) -> None:
    store = Store(None)
    with pytest.raises(KeyError, match="warna_langit"), store.transaction() as tx:
        tx.insert("sasaran", [{"unit": "63.11.07", "warna_langit": "biru"}])


def test_what_gathers_a_report_asks_each_question_once() -> None:
    store, other = Store(None), Store(None)

    def codes(whose: Store = store, tahun: int = 2026) -> list[str]:
        return list(whose.read("sasaran_tahun", unit="63.11.07", tahun=tahun)["kode"])

    with asked_once():
        assert codes() == []
        add_sasaran(store, "S1")
        assert codes() == []  # as it was when first asked
        assert codes(tahun=2027) == ["S1"]  # another question
        add_sasaran(other, "S2")
        assert codes(other) == ["S2"]  # of another record
    assert codes() == ["S1"]


def test_a_frame_that_is_changed_changes_no_later_answer() -> None:
    store = Store(None)
    add_sasaran(store, "S1")
    with asked_once():
        first = store.read("sasaran_tahun", unit="63.11.07", tahun=2026)
        first[0, "kode"] = "diubah"
        assert store.read("sasaran_tahun", unit="63.11.07", tahun=2026)["kode"].item() == "S1"


def add_sasaran(store: Store, kode: str) -> None:
    row = {"unit": "63.11.07", "kode": kode, "versi": 1, "mulai_tahun": 2026, "jenjang": "camat", "uraian": kode,
           "urutan": 1, "oleh": "uji", "pada": datetime(2026, 1, 5)}  # fmt: skip
    with store.transaction() as tx:
        tx.insert("sasaran", [row])
