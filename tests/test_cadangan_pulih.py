"""Bringing an office back: only what a backup is, checked to the last byte, and whole whatever is killed when."""

import hashlib
import shutil
import signal
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from test_cadangan import folder_of, office, rewritten
from test_store import add_sasaran, codes

from lakip import cadangan, tukar
from lakip import store as module
from lakip.cadangan import Jenis
from lakip.cadangan.isi import MANIFES
from lakip.errors import UserError
from lakip.salinan import FILE_NAME
from lakip.store import Store
from lakip.utuh.terbuka import BUSY

ASLI = hashlib.sha256(b"asli").hexdigest()


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """Of a small office with the sasaran S1 and one original."""
    store = office()
    add_sasaran(store, "S1")
    store.archive(ASLI, ".pdf", b"asli")
    path = cadangan.write(store, Jenis.MANUAL, tmp_path / "cadangan.zip").path
    store.close()
    return path


# ---------------------------------------------------------------- what is refused


def bomb(path: Path, target: Path) -> Path:
    return rewritten(path, target, {}, {f"arsip/{'1' * 64}.pdf": b"\0" * 40_000_000})


def cut(path: Path, target: Path) -> Path:
    target.write_bytes(path.read_bytes()[:-1000])
    return target


def bit(path: Path, target: Path) -> Path:
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as bundle:
        at = bundle.getinfo(FILE_NAME).header_offset + 20_000
    content[at] ^= 1
    target.write_bytes(content)
    return target


def twice(path: Path, target: Path) -> Path:
    shutil.copy(path, target)
    with zipfile.ZipFile(target, "a") as bundle, pytest.warns(UserWarning, match="Duplicate"):
        bundle.writestr(FILE_NAME, b"lain")
    return target


def link(path: Path, target: Path) -> Path:
    shutil.copy(path, target)
    with zipfile.ZipFile(target, "a") as bundle:
        info = zipfile.ZipInfo(f"arsip/{'2' * 64}.pdf")
        info.external_attr = 0o120777 << 16
        bundle.writestr(info, "/etc/passwd")
    return target


def with_member(name: str) -> object:
    return lambda path, target: rewritten(path, target, {}, {name: b"x"})


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        pytest.param(with_member("../lakip.duckdb"), "tidak dikenal", id="outside"),
        pytest.param(with_member("/etc/cron.d/x"), "tidak dikenal", id="absolute"),
        pytest.param(with_member("arsip/../../x.pdf"), "tidak dikenal", id="hidden outside"),
        pytest.param(with_member("templat/..\\..\\x"), "tidak dikenal", id="backslash"),
        pytest.param(with_member("program.exe"), "tidak dikenal", id="something else"),
        pytest.param(with_member(f"arsip/{'3' * 64}.pdf"), "tidak sesuai daftarnya", id="not in the list"),
        pytest.param(bomb, "dikemas dengan cara", id="bomb"),
        pytest.param(cut, "terpotong", id="cut"),
        pytest.param(bit, "tidak terbaca|berubah", id="one bit"),
        pytest.param(twice, "janggal", id="the same name twice"),
        pytest.param(link, "dikemas dengan cara", id="a link"),
        pytest.param(lambda p, t: rewritten(p, t, {"BACA-SAYA.txt": None, MANIFES: b"[]"}), "Daftar isi", id="no list"),
        pytest.param(lambda p, t: rewritten(p, t, {FILE_NAME: None}), "tidak ada lakip.duckdb", id="no database"),
        pytest.param(lambda p, t: rewritten(p, t, {FILE_NAME: b"x" * 9}), "berubah", id="another database"),
        pytest.param(
            lambda p, t: rewritten(p, t, {MANIFES: None, FILE_NAME: b"x"}), "tidak terbuka", id="no database 2"
        ),
    ],
)
def test_what_is_no_backup_or_no_longer_one_is_refused_and_leaves_nothing(
    backup: Path, tmp_path: Path, spoil: object, said: str
) -> None:
    spoiled = spoil(backup, tmp_path / "lain.zip")  # type: ignore[operator]
    with pytest.raises(UserError, match=said):
        cadangan.prepare(spoiled, tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []


def test_a_list_that_was_made_to_fit_other_rows_is_refused(backup: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(backup) as bundle:
        said = bundle.read(MANIFES).replace(b'"sasaran": 1', b'"sasaran": 2')
    with pytest.raises(UserError, match="jumlah baris tabel sasaran lain"):
        cadangan.prepare(rewritten(backup, tmp_path / "lain.zip", {MANIFES: said}), tmp_path / "data")


def test_a_running_server_keeps_its_record(backup: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    siap = cadangan.prepare(backup, tmp_path / "data")
    with pytest.raises(UserError) as refused:
        cadangan.restore(siap)
    assert str(refused.value) == BUSY
    store.close()
    cadangan.restore(siap)


# ---------------------------------------------------------------- what is brought back


def test_the_record_the_originals_and_the_state_before_are_all_there(backup: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    before = Store(data)
    add_sasaran(before, "LAMA")
    before.archive("9" * 64, ".pdf", b"lama")
    before.close()
    kept = cadangan.restore(cadangan.prepare(backup, data))
    after, before = Store(data), Store(kept)
    assert (codes(after), codes(before)) == (["S1"], ["LAMA"])
    assert [p.stem for p in (data / "arsip").iterdir()] == [ASLI]
    assert [p.stem for p in (kept / "arsip").iterdir()] == ["9" * 64]
    assert not list(data.glob("pulih-*"))
    after.close()
    before.close()


def test_a_record_that_no_longer_opens_is_brought_back_and_kept_aside(backup: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / FILE_NAME).write_bytes(b"rusak")
    (data / f"{FILE_NAME}.wal").write_bytes(b"rusak juga")
    kept = cadangan.restore(cadangan.prepare(backup, data))
    assert (kept / FILE_NAME).read_bytes() == b"rusak"
    assert (kept / f"{FILE_NAME}.wal").read_bytes() == b"rusak juga"
    assert not (data / f"{FILE_NAME}.wal").exists()
    store = Store(data)
    assert codes(store) == ["S1"]
    store.close()


def test_the_drill_tells_how_long_it_took(backup: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uji = cadangan.drill(backup)
    with capsys.disabled():
        print(f"\nuji pemulihan: {uji.detik:.1f} detik, {sum(uji.isi.baris.values())} baris, {uji.berkas} berkas asli")
    assert (uji.isi.kantor, uji.isi.baris["sasaran"], uji.berkas) == (("Kecamatan Paringin Selatan",), 1, 1)
    assert [p.name for p in backup.parent.glob(".uji-*")] == []


# One process each, killed for good before its n-th change of a name.
BUNUH = """
import os, signal, sys
from pathlib import Path
from lakip import tukar

left = int(sys.argv[1])

def counted(how):
    def act(*given, **more):
        global left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return how(*given, **more)
    return act

for name in ("replace", "unlink", "mkdir"):
    setattr(Path, name, counted(getattr(Path, name)))
folder = Path(sys.argv[2])
tukar.exchange(folder, folder / "pulih-uji", folder / "disimpan-uji")
"""


def test_whenever_it_is_killed_the_folder_holds_one_record_or_the_other(tmp_path: Path) -> None:
    """At every change of a name that an exchange makes; the next opening finishes what was begun."""
    seen = []
    for step in range(30):
        folder = tmp_path / str(step)
        for root, word in ((folder, "lama"), (folder / "pulih-uji", "baru")):
            (root / "arsip").mkdir(parents=True)
            (root / "arsip" / word).write_text(word)
            (root / FILE_NAME).write_text(word)
        (folder / f"{FILE_NAME}.wal").write_text("lama")
        done = subprocess.run([sys.executable, "-c", BUNUH, str(step), str(folder)], cwd=ROOT, check=False)
        wanted = (folder / tukar.PENANDA).exists()
        tukar.finish(folder)
        tukar.tidy(folder)
        record = (folder / FILE_NAME).read_text()
        assert [p.name for p in (folder / "arsip").iterdir()] == [record]
        assert (folder / f"{FILE_NAME}.wal").exists() == (record == "lama")
        if record == "baru":
            kept = folder / "disimpan-uji"
            held = {p.relative_to(kept).as_posix() for p in kept.rglob("*") if p.is_file()}
            assert held == {FILE_NAME, f"{FILE_NAME}.wal", "arsip/lama"}
        assert {p.name for p in folder.iterdir()} <= {"arsip", FILE_NAME, f"{FILE_NAME}.wal", "disimpan-uji"}
        seen.append((done.returncode, wanted, record))
        if done.returncode == 0:
            break
    killed = -signal.SIGKILL
    assert seen[0] == (killed, False, "lama")
    assert seen[-1] == (0, False, "baru")
    assert len({s for s in seen if s == (killed, True, "baru")}) == 1
    assert len(seen) >= 8  # the mark, the folder, four or five moves, the mark again


# ---------------------------------------------------------------- older and newer programs


def test_an_older_program_refuses_newer_data_and_says_who_wrote_it(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with store._root.cursor() as cursor:
        cursor.execute("insert into migrasi values ('999_kelak', now()::timestamp)")
        cursor.execute("insert into program values (99, '7.5', '3.0.0', now()::timestamp)")
    store.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(UserError, match=r"terakhir ditulis Lakip 7\.5, yang lebih baru .* Tidak ada yang diubah"):
        Store(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_file_of_a_newer_engine_is_refused_by_its_version(tmp_path: Path) -> None:
    """The first block of a database: a sum over the rest, "DUCK", the number of the format, and who wrote it."""
    Store(tmp_path).close()
    with (tmp_path / FILE_NAME).open("r+b") as file:
        head = bytearray(file.read(4096))
        head[12:20], head[52:58] = struct.pack("<Q", 5000), b"v9.8.7"
        total = 5381
        for (word,) in struct.iter_unpack("<Q", head[8:]):
            total ^= word * 0xBF58476D1CE4E5B9 % 2**64
        head[:8] = struct.pack("<Q", total)
        file.seek(0)
        file.write(head)
    with pytest.raises(UserError, match=r"DuckDB v9\.8\.7, yang lebih baru daripada program ini"):
        Store(tmp_path)


def test_a_backup_of_a_newer_program_is_refused_before_anything_is_exchanged(tmp_path: Path) -> None:
    store = office()
    with store._root.cursor() as cursor:
        cursor.execute("insert into migrasi values ('999_kelak', now()::timestamp)")
    path = cadangan.write(store, Jenis.MANUAL, tmp_path / "c.zip").path
    with pytest.raises(UserError, match="lebih baru"):
        cadangan.prepare(path, tmp_path / "data")
    assert list((tmp_path / "data").iterdir()) == []


def test_before_another_program_or_a_new_table_touches_a_record_a_backup_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(store := office())
    store.close()

    def opened() -> list[Jenis]:
        Store(folder, cadangan.before_change).close()
        return [c.jenis for c in cadangan.listed(folder / "cadangan")]

    assert opened() == []  # the same program as before
    monkeypatch.setattr(module, "VERSI", "9.9")
    assert opened() == [Jenis.PEMBARUAN]
    assert opened() == [Jenis.PEMBARUAN]
    empty = tmp_path / "kosong"
    Store(empty, cadangan.before_change).close()
    assert list((empty / "cadangan").iterdir()) == []


def test_without_that_backup_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(store := office())
    store.close()
    before = (folder / FILE_NAME).read_bytes()
    monkeypatch.setattr(module, "VERSI", "9.9")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))  # type: ignore[attr-defined]
    with pytest.raises(UserError, match="Tidak ada yang diubah"):
        Store(folder, cadangan.before_change)
    assert (folder / FILE_NAME).read_bytes() == before
    assert list((folder / "cadangan").iterdir()) == []
