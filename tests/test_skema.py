"""A backup of every schema that was ever out comes back: it opens, has the rows it had, and answers what is asked."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from kasus import UNIT
from test_store import forget, queries  # noqa: F401

from lakip import cadangan, rollup, salinan
from lakip import store as module
from lakip.errors import UserError
from lakip.store import QUERIES, Store

SKEMA = sorted((ROOT / "tests" / "skema").glob("*.zip"))  # how many migrations it has, and the newest of them
LAMA = [p for p in SKEMA if int(p.stem[:2]) < len([*(QUERIES / "tables").glob("*.sql")])]


@pytest.mark.parametrize("berkas", SKEMA, ids=lambda p: p.stem)
def test_a_backup_of_each_released_schema_comes_back_with_its_rows_and_answers(berkas: Path, tmp_path: Path) -> None:
    siap = cadangan.prepare(berkas, tmp_path)
    before = siap.isi
    cadangan.restore(siap)
    assert before.kantor == ("Kecamatan Paringin Selatan",)
    after = salinan.look(tmp_path / salinan.FILE_NAME)
    kept = {t: n for t, n in before.baris.items() if t != "migrasi"}
    assert {t: after.baris.get(t, 0) for t in kept} == kept
    assert (after.nomor, after.hash) == (before.nomor, before.hash)
    store = Store(tmp_path)
    rows = rollup.capaian(store, UNIT, 2026, "TW1", date(2026, 10, 31))
    assert set(rows["kode"]) == {"IK-01", "IK-02"}
    assert rows.filter(rows["kode"] == "IK-01")["capaian_persen"].is_not_null().all()
    store.close()


@pytest.mark.parametrize("berkas", [LAMA[0], LAMA[-1]], ids=lambda p: p.stem)
def test_before_a_record_is_migrated_it_is_backed_up_as_it_was(berkas: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(berkas) as bundle:
        bundle.extract(salinan.FILE_NAME, tmp_path)
    before = salinan.look(tmp_path / salinan.FILE_NAME)
    Store(tmp_path, cadangan.before_change).close()
    (made,) = cadangan.listed(tmp_path / "cadangan")
    said = cadangan.check(made.path)
    assert made.jenis is cadangan.Jenis.PEMBARUAN
    assert (said.migrasi, said.baris) == (before.migrasi, before.baris)
    assert said.migrasi[-1] == berkas.stem.split("_", 1)[1]
    assert len(salinan.look(tmp_path / salinan.FILE_NAME).migrasi) > len(said.migrasi)
    Store(tmp_path, cadangan.before_change).close()
    assert cadangan.listed(tmp_path / "cadangan") == [made]


def test_every_migration_that_is_out_has_its_backup() -> None:
    """The newest ones get theirs with the release that brings them: scripts/skema.py."""
    numbers = {p.stem.split("_", 1)[1] for p in SKEMA}
    assert {"001_awal", "018_akun"} <= numbers
    assert len(SKEMA) >= 18


def test_back_and_forth_between_two_programs_leaves_no_old_rules(
    tmp_path: Path,
    queries: Path,  # noqa: F811
) -> None:
    """The older one loads its rules over ours and knows of no mark; afterwards ours are there again."""
    data = tmp_path / "data"
    cadangan.restore(cadangan.prepare(SKEMA[-1], data))
    store = Store(data)
    asked = (UNIT, 2026, "TW1", date(2026, 10, 31))
    before = rollup.capaian(store, *asked)
    store.close()
    with salinan.duckdb.connect(str(data / salinan.FILE_NAME)) as older:
        older.execute("create or replace macro persen(bagian, seluruh) as 0")
        views = older.execute("select view_name from duckdb_views() where not internal").fetchall()
        older.execute(f"create or replace view {views[0][0]} as select 1 as lain")
    forget()
    store = Store(data)
    assert rollup.capaian(store, *asked).equals(before)
    store.close()
    older_rules = queries / "9_lama.sql"
    older_rules.write_text("create or replace macro persen(bagian, seluruh) as 0;", encoding="utf-8")
    forget()
    Store(data).close()
    older_rules.unlink()
    forget()
    store = Store(data)
    assert rollup.capaian(store, *asked).equals(before)
    store.close()


def test_a_program_of_before_refuses_what_one_of_now_has_written(tmp_path: Path, queries: Path) -> None:  # noqa: F811
    Store(tmp_path / "data").close()
    newest = max((queries / "tables").glob("*.sql"))
    newest.unlink()
    forget()
    with pytest.raises(UserError, match=f"terakhir ditulis Lakip {module.VERSI}, yang lebih baru"):
        Store(tmp_path / "data")
