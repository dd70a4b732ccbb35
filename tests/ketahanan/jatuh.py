"""Killed at random moments, again and again: what was acknowledged is there, nothing is half, the check finds it whole.

A process uploads, confirms, makes reports, backs up, or brings an older record up to date (`anak`), until it is ended by
SIGKILL; its record is opened and looked through, and the next one goes on with it.
"""

import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import contoh_siap
import duckdb

from lakip.__main__ import main as command
from lakip.store import FILE_NAME, QUERIES, Store

ANAK = Path(__file__).with_name("anak.py")
# What is killed how often, and within how many seconds after it has loaded the program.
JENIS = {"unggah": (10, 2.0), "laporan": (4, 4.0), "cadangan": (3, 3.0), "migrasi": (3, 0.6)}
LAMA = 9  # migrations that an older record has seen

# Each counts something in two ways, which differ where an act is half there.
UTUH = {
    "setiap unggahan mempunyai jejaknya": """
        select (select count(*) from unggahan where jenis = 'realisasi'),
               (select count(*) from jejak where perbuatan = 'unggah realisasi')""",
    "setiap angka yang diunggah mempunyai barisnya": """
        select (select count(*) from realisasi where unggahan is not null),
               (select coalesce(sum(len(json_keys(rincian, '$.angka'))), 0) from jejak
                where perbuatan = 'unggah realisasi')""",
    "setiap langkah kiriman mempunyai jejaknya": """
        select (select count(*) from kiriman where keadaan <> 'draf'),
               (select count(*) from jejak where perbuatan like 'kiriman %')""",
    "setiap pembenaran mempunyai barisnya": """
        select (select count(*) from pembenaran),
               (select coalesce(sum(len(json_keys(rincian, '$.angka'))), 0) from jejak
                where perbuatan = 'kiriman dibenarkan')""",
    "setiap laporan mempunyai jejaknya": """
        select (select count(*) from laporan), (select count(*) from jejak where perbuatan = 'menyusun laporan')""",
    "setiap laporan mempunyai potretnya": """
        select (select count(*) from laporan), (select count(*) from laporan semi join potret on potret.id = potret)""",
}  # fmt: skip


def main(count: int, seed: int) -> list[str]:
    """Kill so often, and print what came of it. What was found wrong."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        found, acts = fall(Path(name), count, seed, lambda done: print(f"  {done} dari {count}", flush=True))
    said = ", ".join(f"{n} {what}" for what, n in sorted(acts.items()))
    print(f"{count} kali dimatikan dalam {(time.perf_counter() - start) / 60:.1f} menit; diakui: {said}")
    print("\n".join(found) if found else "Tidak ada yang hilang, tidak ada yang setengah.")
    return found


def fall(room: Path, count: int, seed: int, tell: Any = lambda _: None) -> tuple[list[str], Counter[str]]:
    """What was found wrong, and how many acts of each kind were acknowledged."""
    chance = random.Random(seed)
    os.environ.setdefault("LAKIP_KUNCI", str(contoh_siap.KUNCI))  # that of the example, also without pytest
    folder = contoh_siap.copied(room / "data")
    store = Store(folder)
    awal = _counts(store)
    store.close()
    found: list[str] = []
    acts: Counter[str] = Counter()
    kinds = [kind for kind, (often, _) in JENIS.items() for _ in range(often)]
    for number in range(count):
        # The first few are one of each, so that a short run has them all.
        kind = [*JENIS][number] if number < len(JENIS) else chance.choice(kinds)
        about = f"{number} ({kind}, benih {seed})"
        place = _older(room / "lama") if kind == "migrasi" else folder
        acked, said = _killed(place, kind, chance)
        acts.update(one["apa"] for one in acked)
        problems = [said] if said else []
        problems += _migrated(place) if kind == "migrasi" else _whole(folder, acked, awal)
        found += [f"{about}: {problem}" for problem in problems]
        if (number + 1) % 25 == 0:
            tell(number + 1)
    return found, acts


def _killed(folder: Path, kind: str, chance: random.Random) -> tuple[list[dict[str, Any]], str]:
    """What it acknowledged until it was killed; and what it said when it ended by itself, which it should not."""
    words = [sys.executable, str(ANAK), str(folder), kind, str(chance.getrandbits(32))]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(chance.uniform(0, JENIS[kind][1]))
    process.send_signal(signal.SIGKILL)
    out, err = process.communicate()
    # A line that was not written to its end was not told.
    acked = [json.loads(line) for line in out.splitlines(keepends=True) if line.endswith("\n")]
    return acked, "" if process.returncode == -signal.SIGKILL else f"berakhir sendiri: {err.strip()[-300:]}"


def _whole(folder: Path, acked: Sequence[dict[str, Any]], awal: dict[str, tuple[int, int]]) -> list[str]:
    """What is wrong with a record after the process that held it was killed."""
    try:
        store = Store(folder)
    except Exception as error:
        return [f"tidak terbuka: {error}"]
    with store._root.cursor() as cursor:
        rows = dict(cursor.sql("select nomor, hash from jejak").fetchall())
    found = [
        f"hilang: {one['apa']}, jejak {one['nomor']}"
        for one in acked
        if "nomor" in one and rows.get(one["nomor"]) != one["hash"]
    ]
    for what, (left, right) in _counts(store).items():
        if left - awal[what][0] != right - awal[what][1]:
            found.append(f"setengah: {what}, {left - awal[what][0]} dan {right - awal[what][1]}")
    store.close()
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        if command(["--data", str(folder), "periksa"]):
            found.append(f"periksa: {said.getvalue().strip()}")
    return found + _backups(folder.parent, {one["berkas"] for one in acked if "berkas" in one})


def _counts(store: Store) -> dict[str, tuple[int, int]]:
    with store._root.cursor() as cursor:
        return {what: cursor.sql(sql).fetchall()[0] for what, sql in UTUH.items()}


def _backups(room: Path, acked: set[str]) -> list[str]:
    """What is wrong with the backups that lie there: those that were told are there, and under a name for keeps none is
    cut short. Cleared away afterwards."""
    there = [*room.glob("cadangan-*.zip")]
    found = [f"cadangan hilang: {name}" for name in acked - {str(path) for path in there}]
    for path in there:
        try:
            with zipfile.ZipFile(path) as bundle:
                bad = bundle.testzip()
        except zipfile.BadZipFile as error:
            bad = str(error)
        found += [f"cadangan rusak: {path.name}, {bad}"] if bad else []
    for path in room.glob("cadangan-*"):
        path.unlink()
    return found


def _older(folder: Path) -> Path:
    """A record as the program left it that knew the first migrations only, with an office in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with duckdb.connect(str(folder / FILE_NAME)) as db:
        db.execute("create table migrasi (nama varchar primary key, pada timestamp)")
        for path in sorted((QUERIES / "tables").glob("*.sql"))[:LAMA]:
            db.execute(path.read_text(encoding="utf-8"))
            db.execute("insert into migrasi values (?, current_timestamp::timestamp)", [path.stem])
        db.execute("insert into unit select '63.11.07', 'Kecamatan Lama', 'Balangan', null, 'Paringin', false")
    return folder


def _migrated(folder: Path) -> list[str]:
    """What is wrong with an older record after the process that brought it up to date was killed."""
    try:
        store = Store(folder)
    except Exception as error:
        return [f"tidak terbuka: {error}"]
    with store._root.cursor() as cursor:
        done = {name for (name,) in cursor.sql("select nama from migrasi").fetchall()}
        office = cursor.sql("select nama from unit").fetchall()
    store.close()
    wanted = {path.stem for path in (QUERIES / "tables").glob("*.sql")}
    found = [f"belum dimigrasi: {', '.join(sorted(wanted - done))}"] if wanted - done else []
    return found + ([] if office == [("Kecamatan Lama",)] else [f"kantornya menjadi {office}"])
