"""The store: what starting again does to a record that exists."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lakip import store as module
from lakip.store import FILE_NAME, Store


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
