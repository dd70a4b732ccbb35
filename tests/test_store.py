"""The store: what starting again does to a record that exists."""

import os
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from kasus import UNIT, new_office

from lakip import akun, jejak, transaction
from lakip import store as module
from lakip.akses import Peran
from lakip.jawaban import Ingatan, Jawaban
from lakip.store import FILE_NAME, Store, one_moment
from lakip.tumpuan import tables_of


@pytest.fixture
def queries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The queries of the program, in a folder where a test may change them."""
    copy = tmp_path / "queries"
    shutil.copytree(module.QUERIES, copy)
    for one in (module, transaction):
        monkeypatch.setattr(one, "QUERIES", copy)
    forget()
    yield copy
    monkeypatch.undo()
    forget()


def forget() -> None:
    """As a new process: nothing of the files is remembered."""
    for remembered in (module._rules, module._rules_version, transaction.sql_of, module._tables):
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


def codes(whose: Store, tahun: int = 2026) -> list[str]:
    return list(whose.read("sasaran_tahun", unit="63.11.07", tahun=tahun)["kode"])


def test_what_gathers_a_report_sees_one_moment() -> None:
    store, other = Store(None), Store(None)
    with one_moment():
        assert codes(store) == []
        add_sasaran(store, "S1")
        assert codes(store) == []
        assert codes(store, 2027) == []  # another question, of the same moment
        add_sasaran(other, "S2")
        assert codes(other) == ["S2"]  # another record, first asked after
    assert codes(store) == ["S1"]


def test_a_moment_keeps_nothing_for_those_who_read_after_a_commit() -> None:
    store = Store(None)
    with one_moment():
        assert codes(store, 2027) == []
        add_sasaran(store, "S1")
        assert codes(store) == []
    assert (codes(store), codes(store, 2027)) == (["S1"], ["S1"])


def test_a_frame_that_is_changed_changes_no_later_answer() -> None:
    store = Store(None)
    add_sasaran(store, "S1")
    store.read("sasaran_tahun", unit="63.11.07", tahun=2026)[0, "kode"] = "diubah"
    store.read("sasaran_tahun", unit="63.11.07", tahun=2026)[0, "kode"] = "diubah"
    assert codes(store) == ["S1"]


def test_an_answer_is_kept_until_a_table_it_rests_on_is_written() -> None:
    store = Store(None)
    add_sasaran(store, "S1")
    assert codes(store) == ["S1"]
    store._root.execute("delete from sasaran")  # behind its back: who asks again gets what was kept
    with store.transaction() as tx:
        jejak.write(tx, "uji", "masuk", "akun:uji")
    assert codes(store) == ["S1"]
    add_sasaran(store, "S2")
    assert codes(store) == ["S2"]


def test_what_rolls_back_leaves_every_answer_and_number() -> None:
    store = Store(None)
    add_sasaran(store, "S1")
    before = store.version, codes(store)
    with pytest.raises(KeyError), store.transaction() as tx:
        tx.insert("sasaran", [{"bukan": "kolom"}])
    assert (store.version, codes(store)) == before


def test_the_version_stands_while_people_sign_in_and_grows_with_what_a_figure_may_hang_on() -> None:
    store = new_office()
    akun.add(store, None, "budi", "Budi", "kata sandi uji", UNIT, Peran.ADMIN)
    before = store.version
    token = akun.open_session(store, "budi")
    akun.close_session(store, akun.sid(token))
    assert store.version == before
    add_sasaran(store, "S9")
    assert store.version == before + 1


def test_no_answer_from_before_a_commit_is_given_after_it() -> None:
    """One saves and looks at once, again and again, while two others ask the same question all the time."""
    store, done = Store(None), threading.Event()

    def ask() -> int:
        asked = 0
        while not done.is_set():
            codes(store)
            asked += 1
        return asked

    with ThreadPoolExecutor(2) as others:
        asking = [others.submit(ask) for _ in range(2)]
        try:
            for number in range(1, 61):
                add_sasaran(store, f"S{number:02}")
                assert len(codes(store)) == number
        finally:
            done.set()
    assert all(a.result() > 0 for a in asking)


def test_every_question_can_be_asked_of_the_tables_it_rests_on_alone() -> None:
    store = Store(None)
    cursor = store._root.cursor()
    for path in sorted((module.QUERIES / "read").glob("*.sql")):
        behind = store.behind(path.stem)
        cursor.begin()
        for table in store._tables.difference(behind):
            cursor.execute(f"drop table {table}")
        cursor.execute(f"prepare tanya as {path.read_text(encoding='utf-8')}")
        cursor.execute("deallocate tanya")
        cursor.rollback()


def test_the_tables_are_those_that_the_migrations_leave() -> None:
    store = Store(None)
    there = store._root.execute("select table_name from duckdb_tables()").fetchall()
    assert store._tables == {name for (name,) in there}


def test_a_comment_is_no_table() -> None:
    assert tables_of("-- jejak\nselect 1 from sesi", (), frozenset({"jejak", "sesi"})) == ("sesi",)


def sasaran(kode: str) -> dict[str, object]:
    return {"unit": UNIT, "kode": kode, "versi": 1, "mulai_tahun": 2026, "jenjang": "camat", "uraian": kode,
            "urutan": 1, "oleh": "uji", "pada": datetime(2026, 1, 5)}  # fmt: skip


def add_sasaran(store: Store, kode: str) -> None:
    with store.transaction() as tx:
        tx.insert("sasaran", [sasaran(kode)])


def test_an_upload_leaves_what_is_known_of_the_plan() -> None:
    """A target names the file that it came from; the table of files is asked nothing."""
    store = Store(None)
    assert "unggahan" not in store.behind("acuan")
    assert {"target", "indikator", "dokumen_rencana"} <= set(store.behind("acuan"))
    assert "unggahan" in store.behind("realisasi_tahun")
    store.close()


def test_few_rows_and_many_are_written_alike() -> None:
    """A few go to the engine as values, many as a frame; none says that nothing was written."""
    store = Store(None)
    figures = [Decimal("987654321098765432.123456"), Decimal("0.1"), Decimal("-12"), None]
    rows = [
        {"unit": UNIT, "indikator": f"IK-{n:02}", "tahun": 2026, "cakupan": "nasional", "versi": n, "nilai": nilai,
         "sumber": "“BPS”; Balangan", "oleh": "uji", "pada": datetime(2026, 7, 1, 8, 30, 15, 123456)}
        for n, nilai in enumerate(figures * 10)
    ]  # fmt: skip
    written = []
    for parts in (rows[:1], rows[1:2], rows[2:4]), (rows[:4],), (rows,):
        with store.transaction() as tx:
            for part in parts:
                tx.insert("pembanding", part)
            tx.insert("pembanding", [])
        with store._root.cursor() as cursor:
            written.append(cursor.execute("from pembanding order by versi limit 4").fetchall())
            cursor.execute("delete from pembanding")
    assert written[0] == written[1] == written[2]
    assert [r[5] for r in written[0]] == figures
    before = store.version
    with store.transaction() as tx:
        tx.insert("pembanding", [])
    assert store.version == before


def test_a_small_record_is_folded_on_one_thread_and_a_large_one_on_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def threads(store: Store) -> int:
        (found,) = store._root.execute("select current_setting('threads')").fetchall()[0]
        store.close()
        return int(found)

    assert threads(Store(None)) == threads(Store(tmp_path)) == threads(Store(tmp_path)) == 1
    monkeypatch.setattr(module, "KECIL", 1000)
    assert threads(Store(tmp_path)) == (os.cpu_count() or 1)


def test_small_answers_count_as_what_they_take() -> None:
    """One row of forty columns takes 60 kB, of which its values are 280 bytes: of a megabyte sixteen are kept."""
    kept = Jawaban(1_000_000)
    row = pl.DataFrame({f"kolom_{n}": [n] for n in range(40)})
    for n in range(100):
        kept.keep((f"pertanyaan {n}", "", ()), row)
    assert sum(kept.recall((f"pertanyaan {n}", "", ())) is not None for n in range(100)) == 16


def test_the_last_few_things_worked_out_of_each_store_are_kept() -> None:
    kept, made = Ingatan[str](2), []
    one, other = Store(None), Store(None)

    def make(store: Store, key: str) -> str:
        return kept.of(store, key, lambda: made.append(key) or key.upper())

    assert [make(one, key) for key in ("a", "b", "a", "c", "a", "b")] == ["A", "B", "A", "C", "A", "B"]
    assert made == ["a", "b", "c", "b"]  # b was unused the longest when c came
    assert make(other, "a") == "A"
    assert made[4:] == ["a"]
