"""A small backup of every schema that main has had, for tests/skema: python -m scripts.skema FOLDER_OF_THE_EXAMPLE

Out of the history: the tables and rules as they stood in the last commit with those migrations, and in each table a few
rows of the example. Run it when a migration is released; what is there stays as it is.
"""

import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

import duckdb

KE = Path(__file__).resolve().parents[1] / "tests" / "skema"
# Rows that a capaian needs, and the first acts of the trail; of anything else a few.
DARI = {"indikator": "kode in ('IK-01', 'IK-02')", "target": "tahun = 2026 and indikator in ('IK-01', 'IK-02')"}
DARI |= {"realisasi": DARI["target"], "pembenaran": DARI["target"], "jejak": "nomor <= 20", "potret": "false"}
SEMUA = ("unit", "bagian", "pejabat", "pengaturan", "kategori", "sasaran", "dokumen_rencana", "akun", "akun_peran")


def main() -> None:
    KE.mkdir(exist_ok=True)
    for migrasi, commit in schemas().items():
        target = KE / f"{len(migrasi):02}_{migrasi[-1]}.zip"
        if not target.exists():
            make(migrasi, commit, Path(sys.argv[1]) / "lakip.duckdb", target)
            print(f"{target.name:<32} {commit[:8]} {target.stat().st_size // 1000:>5} kB")


def schemas() -> dict[tuple[str, ...], str]:
    """Each set of migrations that a commit of main had, and the last such commit."""
    found = {}
    for commit in git("rev-list", "--first-parent", "--reverse", "main").split():
        names = git("ls-tree", "--name-only", commit, "lakip/queries/tables/").split()
        found[tuple(sorted(Path(n).stem for n in names))] = commit
    newest = max(found, key=len)
    return {names: commit for names, commit in found.items() if names and set(names) <= set(newest)}


def make(migrasi: tuple[str, ...], commit: str, example: Path, target: Path) -> None:
    with tempfile.TemporaryDirectory() as room:
        archive = subprocess.run(["git", "archive", commit, "lakip/queries"], check=True, capture_output=True).stdout
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(room, filter="data")
        queries, path = Path(room) / "lakip" / "queries", Path(room) / "lakip.duckdb"
        with duckdb.connect(str(path)) as record:
            record.execute("create table migrasi (nama varchar primary key, pada timestamp)")
            for nama in migrasi:
                record.execute((queries / "tables" / f"{nama}.sql").read_text(encoding="utf-8"))
                record.execute("insert into migrasi values ($nama, now()::timestamp)", {"nama": nama})
            for rules in sorted(queries.glob("[0-9]_*.sql")):
                record.execute(rules.read_text(encoding="utf-8"))
            fill(record, example)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
            out.write(path, "lakip.duckdb")


def fill(record: duckdb.DuckDBPyConnection, example: Path) -> None:
    record.execute(f"attach '{example}' as contoh (read_only)")
    known = (
        "select c.table_name, list(c.column_name) from duckdb_columns() as c "
        "inner join duckdb_tables() as t using (database_name, table_name) where database_name = $d group by all"
    )
    there = dict(record.execute(known, {"d": "contoh"}).fetchall())
    for table, columns in record.execute(known, {"d": "lakip"}).fetchall():
        if table not in there or table == "migrasi":
            continue
        both = ", ".join(c for c in columns if c in there[table])
        which = f"where {DARI[table]}" if table in DARI else "" if table in SEMUA else "limit 3"
        record.execute(f"insert into {table} ({both}) select {both} from contoh.{table} {which}")
    record.execute("detach contoh")


def git(*words: str) -> str:
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
