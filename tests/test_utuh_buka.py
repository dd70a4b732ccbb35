"""Opening a record: what is missing or damaged is told, with the way back, and an office can go on."""

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from belakang import behind
from conftest import ROOT
from contoh_siap import copied

from lakip import akun, jejak, pengaturan, transaction
from lakip import store as module
from lakip.__main__ import main
from lakip.akses import Peran, system
from lakip.errors import UserError
from lakip.pengaturan import BAGIAN_BAWAAN, CAMAT_BAWAAN, IDENTITAS_BAWAAN
from lakip.store import FILE_NAME, Store
from lakip.utuh import arsip, jangkar, kunci, mulai, periksa, segel, selesai, terbuka

UNIT = IDENTITAS_BAWAAN.unit
ADMIN = system(UNIT)
WAL = f"{FILE_NAME}.wal"


def office(folder: Path) -> Store:
    """One act: the office is set up."""
    store = Store(folder)
    pengaturan.set_up_office(store, ADMIN, IDENTITAS_BAWAAN, BAGIAN_BAWAAN, (CAMAT_BAWAAN,))
    return store


def act(store: Store, tahun: int = 2027) -> None:
    pengaturan.set_setting(store, ADMIN, UNIT, "target_nol", tahun, "1")


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[tuple[Store, list[str]]]:
    store = Store(folder)
    try:
        yield store, mulai.begin(store)
    finally:
        store.close()


def killed(folder: Path, acts: int) -> None:
    """Another process acts so often, and dies before anything reaches the database file."""
    script = (
        "import sys, os; sys.path[:0] = ['tests', '.']; from pathlib import Path; import test_utuh_buka as t\n"
        f"store = t.Store(Path({str(folder)!r}))\n"
        f"for n in range({acts}): t.act(store, 2030 + n)\n"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL


# ---------------------------------------------------------------- the anchor


def test_acts_that_lived_only_in_the_log_are_told_when_the_log_is_gone(tmp_path: Path) -> None:
    office(tmp_path).close()
    killed(tmp_path, 3)
    (tmp_path / WAL).unlink()
    with opened(tmp_path) as (store, told):
        assert len(told) == 1
        assert told[0].startswith("Menurut jangkar, 3 perbuatan, nomor 2 (")
        assert "sampai 4 (" in told[0]
        assert "pulihkan cadangan terakhir" in told[0]
        act(store)  # work goes on, under a number that another act had
        assert "nomor 2" in periksa.check(store).temuan[1]
    with opened(tmp_path) as (_, told):
        assert ["2 perbuatan, nomor 3" in told[0], "perbuatan nomor 2" in told[1]] == [True, True]


def test_after_a_kill_nothing_is_missing_and_the_log_is_brought_in(tmp_path: Path) -> None:
    office(tmp_path).close()
    killed(tmp_path, 3)
    assert (tmp_path / WAL).stat().st_size > 0
    with opened(tmp_path) as (store, told):
        assert (told, (tmp_path / WAL).exists()) == ([], False)
        assert periksa.check(store).temuan == ()
    last = jangkar.newest(tmp_path)
    assert last is not None
    assert last.nomor == 4


def test_an_act_that_the_anchor_was_not_told_of_is_told_it_at_the_next_opening(tmp_path: Path) -> None:
    store = office(tmp_path)
    before = (tmp_path / jangkar.NAMA).read_bytes()
    act(store)
    store.close()
    (tmp_path / jangkar.NAMA).write_bytes(before)  # the computer stopped between the two
    with opened(tmp_path) as (store, told):
        assert (told, periksa.check(store).temuan) == ([], ())
    last = jangkar.newest(tmp_path)
    assert last is not None
    assert last.nomor == 2


def test_an_admin_lets_the_record_go_on_and_the_trail_tells_what_was_found(tmp_path: Path) -> None:
    store = office(tmp_path)
    store.close()
    shutil.copy(tmp_path / FILE_NAME, tmp_path / "kemarin")
    store = Store(tmp_path)
    act(store)
    store.close()
    shutil.copy(tmp_path / "kemarin", tmp_path / FILE_NAME)
    with opened(tmp_path) as (store, told):
        assert told
        behind(store, "update pengaturan set nilai = '0'")
        seen = periksa.check(store).temuan
        with pytest.raises(UserError, match="harus beralasan"):
            selesai.go_on(store, ADMIN, UNIT, " ", seen)
        with pytest.raises(UserError, match="bertambah"):
            selesai.go_on(store, ADMIN, UNIT, "dipulihkan", seen[:1])
        assert selesai.go_on(store, ADMIN, UNIT, "dipulihkan dari kemarin", seen) == seen
        assert periksa.check(store).temuan == ()
        (row,) = jejak.search(store, UNIT, "melanjutkan").to_dicts()
        assert "Menurut jangkar" in row["rincian"]
        assert "Tabel pengaturan" in row["rincian"]
        behind(store, "update pengaturan set nilai = '1'")
        assert "Tabel pengaturan" in periksa.check(store).temuan[0]  # what comes after is told again
    with opened(tmp_path) as (_, told):
        assert told == []


def test_a_record_that_was_restored_deliberately_goes_on_from_there(tmp_path: Path) -> None:
    store = office(tmp_path)
    store.close()
    shutil.copy(tmp_path / FILE_NAME, tmp_path / "kemarin")
    store = Store(tmp_path)
    last = store.read("jejak_terakhir").row(0, named=True)
    act(store)
    store.close()
    shutil.copy(tmp_path / "kemarin", tmp_path / FILE_NAME)
    jangkar.accept(tmp_path, last["nomor"], last["hash"], "dipulihkan dari cadangan")
    with opened(tmp_path) as (store, told):
        act(store, 2028)
        assert (told, periksa.check(store).temuan) == ([], ())


def test_without_the_key_it_is_said_and_nothing_else_is_hindered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = office(tmp_path / "data")
    store.close()
    monkeypatch.setenv("LAKIP_KUNCI", str(tmp_path / "kunci-lain"))
    with opened(tmp_path / "data") as (store, told):
        assert "ditandatangani kunci lain" in told[0]
        act(store)
        assert any("1 perbuatan, nomor 1 sampai 1, ditandatangani kunci lain" in t for t in periksa.check(store).temuan)
        selesai.go_on(store, ADMIN, UNIT, "komputer baru")
        assert periksa.check(store).temuan == ()
    (tmp_path / "berkas").write_text("")
    monkeypatch.setenv("LAKIP_KUNCI", str(tmp_path / "berkas" / "kunci"))  # nothing can lie there
    with opened(tmp_path / "data") as (store, told):
        assert "tidak dapat dibaca atau dibuat" in told[0]
        act(store, 2028)
    assert kunci.own() is None


# ---------------------------------------------------------------- the rules and the migrations


def test_rules_that_were_changed_in_the_file_are_put_right_told_and_on_the_trail(tmp_path: Path) -> None:
    store = office(tmp_path)
    store._root.execute("create or replace macro persen(bagian, seluruh) as 0; create view lain as select 1 as satu")
    store.close()
    with opened(tmp_path) as (store, told):
        assert told == [
            "Aturan di dalam basis data: macro persen diubah dari luar aplikasi.",
            "Aturan di dalam basis data: view lain ditambahkan dari luar aplikasi.",
        ]
        assert store._root.execute("select persen(1, 4)").fetchall() == [(25,)]
        assert jejak.search(store, UNIT, "memasang ulang")["rincian"].len() == 1
    with opened(tmp_path) as (store, told):
        assert (told, periksa.check(store).temuan) == ([], ())


def older(folder: Path) -> None:
    """As a program left it that knew nothing of seals."""
    store = Store(folder)
    cursor = store._root
    cursor.execute("drop table segel; alter table jejak drop column segel; alter table jejak drop column tanda")
    cursor.execute(f"drop macro {module.aturan.VERSI}; delete from migrasi where nama = '016_segel'")
    before = jejak.AWAL
    for row in cursor.sql("from jejak order by nomor").pl().to_dicts():
        row["hash_sebelum"] = before
        before = segel.hash_of(row)
        cursor.execute(
            "update jejak set hash_sebelum = ?, hash = ? where nomor = ?", [row["hash_sebelum"], before, row["nomor"]]
        )
    store.close()
    (folder / jangkar.NAMA).unlink()


def test_a_record_that_is_older_than_its_seals_is_sealed_at_its_first_opening(tmp_path: Path) -> None:
    folder = copied(tmp_path / "data")
    older(folder)
    with opened(folder) as (store, told):
        assert (told, periksa.check(store).temuan) == ([], ())
        assert jejak.search(store, UNIT, "menyegel catatan").height == 1
        behind(store, "delete from realisasi where triwulan = 1")
        assert "Tabel realisasi" in periksa.check(store).temuan[0]


def test_what_was_changed_before_a_migration_is_told_and_not_sealed_over_silently(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = office(tmp_path / "data")
    behind(store, "update pejabat set nama = 'Orang Lain'")
    store.close()
    queries = shutil.copytree(module.QUERIES, tmp_path / "queries")
    (queries / "tables" / "999_uji.sql").write_text("alter table libur add column uji varchar;")
    monkeypatch.setattr(module, "QUERIES", queries)
    for remembered in (module._rules, module._rules_version, transaction.sql_of, module._tables):
        remembered.cache_clear()
    try:
        with opened(tmp_path / "data") as (store, told):
            assert told[0].startswith("Tabel pejabat: 1 baris yang disegel perbuatan nomor 1 (")
            assert "Orang Lain" in told[1]
            assert "Orang Lain" in jejak.search(store, UNIT, "menyegel catatan")["rincian"].item()
            assert periksa.check(store).temuan == ()
    finally:
        monkeypatch.undo()
        for remembered in (module._rules, module._rules_version, transaction.sql_of, module._tables):
            remembered.cache_clear()


# ---------------------------------------------------------------- a database that does not open


def test_a_damaged_log_is_told_apart_copied_aside_and_the_way_back_is_said(tmp_path: Path) -> None:
    office(tmp_path).close()
    killed(tmp_path, 5)
    wal = tmp_path / WAL
    content = bytearray(wal.read_bytes())
    content[len(content) // 2] ^= 1
    wal.write_bytes(content)
    for _ in range(2):
        with pytest.raises(UserError) as refused:
            Store(tmp_path)
        said = str(refused.value)
        assert "dipegang" not in said
        assert said.startswith("Perubahan terakhir (lakip.duckdb.wal) rusak")
        assert "nomor 6 (" in said
    (aside,) = tmp_path.glob("rusak-*")  # one copy, not one at each attempt
    assert (aside / WAL).read_bytes() == bytes(content)
    wal.unlink()  # as it says
    with opened(tmp_path) as (_, told):
        assert told[0].startswith("Menurut jangkar, 5 perbuatan, nomor 2 (")


@pytest.mark.parametrize("place", range(0, 100, 9))
def test_a_damaged_database_is_never_called_busy(tmp_path: Path, place: int) -> None:
    office(tmp_path).close()
    path = tmp_path / FILE_NAME
    content = bytearray(path.read_bytes())
    content[len(content) * place // 100 + 7] ^= 4
    path.write_bytes(content)
    said = ""
    try:
        with opened(tmp_path) as (store, _):
            said = " ".join(periksa.check(store).temuan)
    except UserError as refused:
        said = str(refused)
    assert "dipegang" not in said
    assert "python -m lakip pulihkan" in said or not said  # what was hit may be empty


@pytest.mark.parametrize(
    ("kata", "said"),
    [
        ('IO Error: Could not set lock on file "x": Conflicting lock is held in python (PID 4711).', "prosesnya 4711"),
        ('IO Error: Cannot open file "x": The process cannot access the file because it is being used by another '
         "process.", "sedang dipegang aplikasi"),
        ('IO Error: Cannot open file "x": File is already open in C:\\Python\\python.exe (PID 12)', "prosesnya 12"),
        ('IO Error: Cannot open file "x": Permission denied', "tidak boleh dibaca dan ditulis"),
        ('IO Error: Cannot open file "x": Read-only file system', "tidak boleh dibaca dan ditulis"),
        ("IO Error: Could not write file: No space left on device", "penuh"),
        ("Corrupt database file: computed checksum 1 does not match stored checksum 2 in block at location 4096",
         "rusak, atau bukan basis data"),
    ],
)  # fmt: skip
def test_what_the_engine_says_is_said_for_the_office(tmp_path: Path, kata: str, said: str) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"x")
    assert said in terbuka.refusal(tmp_path / FILE_NAME, kata)


def test_a_wrong_folder_makes_no_empty_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "dataa"
    for words in (["periksa"], ["capaian", "--tahun", "2026", "--periode", "TW1"]):
        assert main(["--data", str(wrong), *words]) == 1
        assert "Tidak ada catatan kantor di folder" in capsys.readouterr().err
    assert not wrong.exists()


# ---------------------------------------------------------------- the disk


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be deleted there")
def test_a_database_that_is_deleted_or_replaced_while_it_runs_takes_nothing_more(tmp_path: Path) -> None:
    store = office(tmp_path)
    kept = (tmp_path / FILE_NAME).read_bytes()
    for harm in ((tmp_path / FILE_NAME).unlink, lambda: (tmp_path / FILE_NAME).write_bytes(kept)):
        harm()
        with pytest.raises(UserError, match="TIDAK tersimpan"):
            act(store)
    assert store.read("jejak_terakhir")["nomor"].item() == 1
    store.close()


@pytest.mark.skipif(os.name == "nt", reason="setrlimit")
def test_a_full_disk_is_said_and_leaves_what_was_there(tmp_path: Path) -> None:
    script = (
        "import sys, resource, signal; sys.path[:0] = ['tests', '.']\n"
        "from pathlib import Path; import test_utuh_buka as t\n"
        f"store = t.office(Path({str(tmp_path)!r}))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "far = resource.RLIM_INFINITY\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, far))\n"
        "for n in range(60):\n"
        "    try: t.act(store, 2030 + n)\n"
        "    except t.UserError as said: print(n > 0, said); break\n"
        "try: store.archive('0' * 64, '.pdf', b'x' * 10000)\n"
        "except t.UserError as said: print(said)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (far, far))\n"
        "t.act(store, 2029); store.close()"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    first, second = done.stdout.splitlines()
    assert "TIDAK tersimpan" in first
    assert "penuh" in first
    assert "tidak ada yang dicatat" in second
    with opened(tmp_path) as (store, told):
        assert (told, periksa.check(store).temuan) == ([], ())
        assert [*(tmp_path / "arsip").iterdir()] == []


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "x"), "penyimpanannya penuh"),
        (OSError(30, "x"), "hanya dapat dibaca"),
        (PermissionError(13, "x"), "tidak boleh ditulis"),
        (FileNotFoundError(2, "x"), "folder arsip tidak ada lagi"),
        (OSError(5, "rusak"), "rusak"),
    ],
)
def test_each_hindrance_of_the_archive_has_its_sentence(error: OSError, said: str) -> None:
    assert said in arsip.why(error)


def test_a_file_that_a_virus_scanner_holds_is_said_so() -> None:
    held = PermissionError(13, "x")
    held.winerror = 32  # type: ignore[attr-defined]
    assert "antivirus" in arsip.why(held)


def test_a_damaged_original_is_not_served_and_is_replaced_when_it_is_brought_again(tmp_path: Path) -> None:
    store, sha = Store(tmp_path), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # of b"abc"
    store.archive(sha, ".txt", b"abc")
    store.archived(sha, ".txt").write_bytes(b"abd")  # of the same size
    assert store.original(sha, ".txt") is None
    store.archive(sha, ".txt", b"abc")
    assert store.original(sha, ".txt") == b"abc"
    store.archived(sha, ".txt").unlink()
    assert store.original(sha, ".txt") is None
    store.close()


def test_what_a_killed_write_left_is_cleared_at_the_next_opening(tmp_path: Path) -> None:
    office(tmp_path).close()
    half = tmp_path / "arsip" / "0123.abcdef.tmp"
    half.write_bytes(b"x")
    with opened(tmp_path):
        assert not half.exists()


def test_an_original_whose_upload_was_killed_is_named_and_the_record_is_whole(tmp_path: Path) -> None:
    store = office(tmp_path)
    content = b"angka triwulan"
    store.archive(hashlib.sha256(content).hexdigest(), ".xlsx", content)  # and then the process is gone
    found = periksa.check(store)
    store.close()
    assert found.temuan == ()
    assert "unggahan yang terputus sebelum tersimpan" in found.catatan[-1]


# ---------------------------------------------------------------- the database file


def test_a_checkpoint_leaves_no_log_and_waits_for_no_reader(tmp_path: Path) -> None:
    store = office(tmp_path)
    act(store)
    assert (tmp_path / WAL).exists()
    with module.one_moment():
        store.read("jejak_terakhir")
        assert store.checkpoint()
    assert not (tmp_path / WAL).exists()
    assert store.disetel is not None
    assert not store.checkpoint()  # there is nothing to bring in
    store.close()


def test_a_store_is_quiet_when_nothing_was_committed_for_so_long(tmp_path: Path) -> None:
    store = office(tmp_path)
    assert (store.is_quiet(60), store.is_quiet(0)) == (False, True)
    store.close()


def test_a_check_while_others_write_finds_nothing(tmp_path: Path) -> None:
    store, done = office(tmp_path), threading.Event()

    def work() -> None:
        for tahun in range(2030, 2090):
            act(store, tahun)
        done.set()

    other = threading.Thread(target=work)
    other.start()
    found = [t for _ in range(3) for t in periksa.check(store).temuan]
    other.join()
    store.close()
    assert (found, done.is_set()) == ([], True)


def test_wrong_passwords_and_sessions_leave_the_record_whole(tmp_path: Path) -> None:
    store = office(tmp_path)
    akun.add(store, None, "budi", "Budi", "kata sandi uji", UNIT, Peran.ADMIN)
    with pytest.raises(UserError):
        akun.authenticate(store, "budi", "salah")
    akun.open_session(store, "budi", pada=datetime(2020, 1, 1))
    token = akun.open_session(store, "budi")  # clears the old one away
    akun.set_sandi(store, akun.find(store, "budi"), "budi", "kata sandi lain", "kata sandi uji")
    akun.close_session(store, akun.sid(token))
    assert periksa.check(store).temuan == ()
    store.close()
