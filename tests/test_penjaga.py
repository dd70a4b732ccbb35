"""The watchman: what is due is made, what a crash left is taken away, and the admin reads what went wrong."""

import signal
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from conftest import ROOT
from kasus import UNIT
from test_cadangan import folder_of, office

from lakip import akun, cadangan, penjaga, tugas
from lakip.akses import Peran
from lakip.cadangan import Jenis, tanda
from lakip.errors import UserError
from lakip.penjaga import Berhenti, Penjaga
from lakip.store import Store

MALAM = datetime(2026, 11, 30, 21, 30)


# A process of its own, killed while it reads back what it has written.
BUNUH = """
import os, signal, sys
from pathlib import Path
from lakip import cadangan
from lakip.store import Store

def die(bagian, _):
    if bagian > 0.6:
        os.kill(os.getpid(), signal.SIGKILL)

cadangan.write(Store(Path(sys.argv[1])), cadangan.Jenis.MALAM, lapor=die)
"""


@pytest.fixture
def store() -> Store:
    store = office()
    akun.add(store, None, "admin", "Admin", "kata sandi uji", UNIT, Peran.ADMIN)
    penjaga.begin(store, MALAM - timedelta(days=1))
    return store


def approve(store: Store, nomor: int) -> None:
    with store.transaction() as tx:
        tx.insert("alur", [{"unit": UNIT, "tahun": 2026, "periode": "TW1", "nomor": nomor, "keadaan": "disahkan",
                            "oleh": "camat", "pada": datetime(2026, 4, 20, 8, nomor)}])  # fmt: skip


def test_each_night_one_is_made_and_each_approval_another(store: Store) -> None:
    assert penjaga.look(store, MALAM) is Jenis.MALAM
    assert penjaga.look(store, MALAM) is None
    approve(store, 1)
    assert penjaga.look(store, MALAM + timedelta(minutes=1)) is Jenis.PENGESAHAN
    assert penjaga.look(store, MALAM + timedelta(minutes=2)) is None
    approve(store, 2)
    assert penjaga.look(store, MALAM + timedelta(minutes=3)) is Jenis.PENGESAHAN
    assert penjaga.look(store, MALAM + timedelta(days=1)) is Jenis.MALAM
    there = cadangan.listed(folder_of(store) / "cadangan")
    assert [c.jenis for c in there] == [Jenis.MALAM, Jenis.PENGESAHAN, Jenis.PENGESAHAN]  # of a day the newest counts


def test_while_people_still_write_the_night_waits_an_hour(store: Store) -> None:
    assert penjaga.look(store, MALAM.replace(hour=20)) is None
    assert penjaga.look(store, MALAM.replace(hour=21)) is Jenis.MALAM


def test_an_office_that_nobody_has_set_up_is_left_alone() -> None:
    assert penjaga.look(office(), MALAM) is None


def test_what_killed_backups_and_restores_left_is_taken_away_and_nothing_else(store: Store) -> None:
    folder = folder_of(store)
    hasil = cadangan.run(store, Jenis.MALAM, saat=MALAM)
    left = [folder / "cadangan" / ".kerja-abc" / "lakip.duckdb", folder / "cadangan" / ".unggah-1" / "x"]
    left += [folder / "pulih-1a2b3c4d" / "lakip.duckdb", folder / "cadangan" / ".uji-9" / "arsip"]
    ours = [folder / "disimpan-2026-01-01-000000" / "lakip.duckdb", folder / "cadangan" / "surat.txt"]
    for path in (*left, *ours):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (folder / "cadangan" / "lakip_x.zip.tmp").write_bytes(b"x")
    penjaga.tidy(folder)
    assert not [p for p in left if p.parent.exists()]
    assert [p.exists() for p in (*ours, hasil.path)] == [True, True, True]
    assert not list((folder / "cadangan").glob("*.tmp"))


def test_a_backup_that_fails_or_is_missed_stands_on_the_tasks_of_the_admin_alone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    akun.add(store, akun.find(store, "admin"), "camat", "Camat", "kata sandi uji", UNIT, Peran.CAMAT)
    admin, camat = akun.find(store, "admin"), akun.find(store, "camat")

    def asked(who: str) -> list[str | None]:
        found = tugas.mine(store, akun.find(store, who), UNIT, MALAM.date())
        return [t.catatan for t in found if t.halaman == "cadangan.py"]

    def refuse(*_: object) -> None:
        raise UserError("Ruang kurang.")

    assert (admin.akun, camat.akun, asked("admin")) == ("admin", "camat", [])
    with monkeypatch.context() as patch:
        patch.setattr(cadangan.susun, "_check_room", refuse)
        with pytest.raises(UserError, match="Ruang kurang"):
            penjaga.look(store, MALAM)
    assert asked("admin") == ["Cadangan malam pada 30/11/2026 21.30 gagal: Ruang kurang."]
    assert asked("camat") == []
    tanda.remember(folder_of(store), mulai="2026-01-01 08:00:00")
    assert any("terlewat" in str(said) for said in asked("admin"))
    penjaga.look(store, tanda.local_now())
    assert asked("admin") == []


def test_a_backup_that_is_being_made_is_left_off_without_a_trace_when_the_server_stops(store: Store) -> None:
    def stop(_: float, __: str) -> None:
        raise Berhenti

    with pytest.raises(Berhenti):
        penjaga.look(store, MALAM, stop)
    folder = folder_of(store) / "cadangan"
    assert [p.name for p in folder.iterdir()] == [tanda.NAMA]
    assert cadangan.problems(store, MALAM) == []
    assert penjaga.look(store, MALAM) is Jenis.MALAM


def test_a_backup_that_is_killed_counts_for_nothing_and_the_next_is_whole(store: Store) -> None:
    folder = folder_of(store)
    store.close()
    killed = subprocess.run([sys.executable, "-c", BUNUH, str(folder)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    left = [p.name for p in (folder / "cadangan").iterdir() if p.name != tanda.NAMA]
    assert [name[:7] for name in left] == [".kerja-"]
    again = Store(folder)
    penjaga.begin(again, MALAM)
    assert [p.name for p in (folder / "cadangan").iterdir()] == [tanda.NAMA]
    assert penjaga.look(again, MALAM) is Jenis.MALAM
    again.close()


def test_the_thread_looks_and_stops(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = threading.Event()
    monkeypatch.setattr(penjaga, "MULAI_DETIK", 0.01)

    def given() -> Store:
        looked.set()
        return store

    watchman = Penjaga(given)
    watchman.start()
    assert looked.wait(30)
    watchman.stop()
    assert not watchman._thread.is_alive()


def test_a_record_that_is_written_all_the_time_is_quiet_when_nobody_writes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.is_quiet(0)
    assert not store.is_quiet(3600)
    store.checkpoint()
    store.close()
