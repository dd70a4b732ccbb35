"""A backup holds the office, is read back, brings it back, and lets nobody wait."""

import hashlib
import json
import shutil
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import polars
import pytest
from kasus import UNIT
from salinan import empty, once
from test_store import add_sasaran, codes, sasaran

from lakip import akses, akun, cadangan, jejak, pengaturan
from lakip.akses import Pengguna, Peran, Tugas
from lakip.cadangan import Jenis, kedua, tanda
from lakip.errors import AccessError, UserError
from lakip.salinan import FILE_NAME
from lakip.store import Store

ADMIN = Pengguna("admin", "Admin", (Tugas(Peran.ADMIN, UNIT),))
STAF = Pengguna("staf", "Staf", (Tugas(Peran.STAF, UNIT, "PEM"),))
SAAT = datetime(2026, 11, 30, 20, 0)


@once
def office() -> Store:
    store = empty()
    pengaturan.set_up_office(store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [])
    return store


@pytest.fixture
def store() -> Store:
    """An office with two originals."""
    store = office()
    for n, content in enumerate((b"satu", b"dua")):
        keep(store, f"u{n}", content)
    return store


def keep(store: Store, id: str, content: bytes) -> str:
    sha = hashlib.sha256(content).hexdigest()
    store.archive(sha, ".pdf", content)
    with store.transaction() as tx:
        tx.insert("unggahan", [{
            "id": id, "unit": UNIT, "jenis": "dokumen", "tahun": 2026, "nama_berkas": f"{id}.pdf", "sha256": sha,
            "ukuran": len(content), "dibaca": 0, "dilewati": 0, "ditahan": 0, "oleh": "uji", "pada": SAAT,
        }])  # fmt: skip
    return sha


def folder_of(store: Store) -> Path:
    assert store.folder is not None
    return store.folder


def names(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as bundle:
        return set(bundle.namelist())


def rewritten(path: Path, target: Path, change: dict[str, bytes | None], more: dict[str, bytes] | None = None) -> Path:
    """The same zip with other contents; None leaves a member out."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return target


# ---------------------------------------------------------------- what is in it


def test_a_backup_says_whose_it_is_how_far_it_goes_and_how_many_rows_it_holds(store: Store) -> None:
    hasil = cadangan.write(store, Jenis.MALAM, saat=SAAT)
    last = store.read("jejak_terakhir").row(0, named=True)
    first = store.read("jejak_pertama").item()
    assert hasil.path == folder_of(store) / "cadangan" / f"lakip_2026-11-30_200000_malam_{first[:8]}.zip"
    assert (hasil.masalah, hasil.manifes.kantor) == ((), ("Kecamatan Paringin Selatan",))
    assert (hasil.manifes.nomor, hasil.manifes.hash) == (last["nomor"], last["hash"])
    assert hasil.manifes.baris["unggahan"] == 2
    assert hasil.manifes.migrasi[0] == "001_awal"
    assert cadangan.check(hasil.path) == hasil.manifes


def test_each_table_can_be_read_without_lakip_and_each_file_has_its_sum(store: Store, tmp_path: Path) -> None:
    hasil = cadangan.write(store, Jenis.MANUAL)
    with zipfile.ZipFile(hasil.path) as bundle:
        bundle.extractall(tmp_path)
    there = {p.stem for p in (tmp_path / "parquet").iterdir()}
    assert there == {p.stem for p in (tmp_path / "csv").iterdir()} == store._tables
    for table in ("unggahan", "jejak"):
        assert polars.read_parquet(tmp_path / "parquet" / f"{table}.parquet").height == hasil.manifes.baris[table]
    assert polars.read_csv(tmp_path / "csv" / "unggahan.csv")["nama_berkas"].to_list() == ["u0.pdf", "u1.pdf"]
    assert subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=False).returncode == 0
    assert "sha256sum -c SHA256SUMS" in (tmp_path / "BACA-SAYA.txt").read_text(encoding="utf-8")


def test_what_an_office_laid_beside_its_record_goes_along_and_nothing_else(store: Store) -> None:
    folder = folder_of(store)
    for name in ("templat/laporan.docx", "lakip.jangkar", "disimpan-2026-01-01-000000/lakip.duckdb", "arsip/x.abc.tmp"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"isi")
    there = names(cadangan.write(store, Jenis.MANUAL).path)
    assert {"templat/laporan.docx", "lakip.jangkar"} <= there
    assert not [n for n in there if "disimpan" in n or n.endswith(".tmp")]


# ---------------------------------------------------------------- what is wrong is told, and stops nothing


def test_a_missing_and_a_damaged_original_are_named_and_the_rest_is_kept(store: Store) -> None:
    arsip = folder_of(store) / "arsip"
    (arsip / f"{hashlib.sha256(b'satu').hexdigest()}.pdf").unlink()
    (arsip / f"{hashlib.sha256(b'dua').hexdigest()}.pdf").write_bytes(b"lain")
    hasil = cadangan.write(store, Jenis.MALAM)
    assert hasil.masalah == (
        "Berkas asli “u0.pdf” tidak ada di arsip.",
        "Berkas asli “u1.pdf” di arsip berubah sejak diunggah.",
    )
    assert hasil.path.name.endswith("_kurang.zip")
    assert cadangan.check(hasil.path).baris["unggahan"] == 2


def test_a_table_that_cannot_be_read_does_not_stop_the_rest(store: Store) -> None:
    with store.transaction() as tx:
        tx.insert("sasaran", [sasaran(f"S{n}") for n in range(3000)])
    store.checkpoint()
    asked = "select min(block_id) from pragma_storage_info('sasaran') where block_id >= 0"
    block = store._root.execute(asked).fetchall()[0][0]
    folder = folder_of(store)
    store.close()
    with (folder / FILE_NAME).open("r+b") as file:
        file.seek(3 * 4096 + block * 262_144 + 1000)
        file.write(b"\xff" * 64)
    store = Store(folder)
    hasil = cadangan.write(store, Jenis.MALAM)
    assert hasil.masalah == ("Tabel “sasaran” tidak terbaca dan tidak ikut dicadangkan.",)
    assert "sasaran" not in hasil.manifes.baris
    assert hasil.manifes.baris["unggahan"] == 2
    assert cadangan.drill(hasil.path).isi.baris["unggahan"] == 2
    store.close()


def test_without_room_nothing_is_written_and_it_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))  # type: ignore[attr-defined]
    with pytest.raises(UserError, match="Kosongkan sebagian"):
        cadangan.run(store, Jenis.MALAM, saat=SAAT)
    assert not cadangan.listed(folder_of(store) / "cadangan")
    assert "malam pada 30/11/2026 20.00 gagal" in tanda.read(folder_of(store))["masalah"][0]


# ---------------------------------------------------------------- nobody waits


def test_a_backup_and_a_writer_do_not_wait_for_each_other(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    add_sasaran(store, "S1")
    with ThreadPoolExecutor(1) as other, store.transaction() as tx:
        tx.insert("sasaran", [sasaran("S2")])
        hasil = other.submit(cadangan.write, store, Jenis.MANUAL).result(60)
    assert codes(store) == ["S1", "S2"]
    store.close()
    kept = cadangan.restore(cadangan.prepare(hasil.path, tmp_path / "data"))
    restored = Store(tmp_path / "data")
    assert codes(restored) == ["S1"]  # the other was not committed yet
    restored.close()
    before = Store(kept)
    assert codes(before) == ["S1", "S2"]
    before.close()


def test_a_sign_in_is_written_while_a_backup_is_read_back(store: Store) -> None:
    akun.add(store, None, "budi", "Budi", "kata sandi uji", UNIT, Peran.ADMIN)
    written = []

    def meanwhile(bagian: float, _: str) -> None:
        if 0.1 <= bagian < 1.0:
            written.append(akun.open_session(store, "budi"))

    hasil = cadangan.write(store, Jenis.MANUAL, lapor=meanwhile)
    assert written
    assert store.read("jejak_terakhir")["nomor"].item() == hasil.manifes.nomor + len(written)


# ---------------------------------------------------------------- by hand, the second folder, what is remembered


def test_who_may_not_manage_backups_makes_and_takes_none(store: Store) -> None:
    for act in (
        lambda: cadangan.by_hand(store, STAF, UNIT),
        lambda: cadangan.start(store, STAF, UNIT),
        lambda: cadangan.take(store, STAF, UNIT, "x.zip"),
        lambda: cadangan.set_setting(store, STAF, UNIT, 20, ""),
    ):
        with pytest.raises(AccessError, match="mengelola akun dan cadangan"):
            act()


def test_one_that_is_asked_for_is_made_once_and_stands_on_the_trail(store: Store) -> None:
    kerja = cadangan.start(store, ADMIN, UNIT)
    assert cadangan.start(store, ADMIN, UNIT) is kerja or kerja.hasil.done()
    nama = kerja.hasil.result(60).path.name
    assert cadangan.take(store, ADMIN, UNIT, nama).exists()
    found = jejak.search(store, UNIT, "cadangan")
    assert found["perbuatan"].to_list()[:2] == ["mengunduh cadangan", "membuat cadangan"]
    with pytest.raises(UserError, match="tidak ada lagi"):
        cadangan.take(store, ADMIN, UNIT, "../lakip.duckdb")


def test_a_second_folder_gets_each_backup_and_is_told_when_it_cannot_be_reached(store: Store, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    cadangan.set_setting(store, ADMIN, UNIT, 19, str(usb))
    assert cadangan.in_force(store) == cadangan.Setelan(19, usb)
    first = cadangan.run(store, Jenis.MALAM, saat=SAAT)
    assert (usb / first.path.name).read_bytes() == first.path.read_bytes()
    assert cadangan.problems(store, SAAT) == []
    shutil.rmtree(usb)
    second = cadangan.run(store, Jenis.MALAM, saat=SAAT.replace(day=29))
    assert second.path.exists()
    (said,) = cadangan.problems(store, SAAT)
    assert f"Folder kedua {usb} tidak dapat ditulisi" in said


@pytest.mark.parametrize(
    ("folder", "said"),
    [("usb", "letak lengkap"), ("/tidak/ada", "tidak terjangkau"), ("{data}/arsip", "di luar folder data")],
)
def test_a_folder_that_cannot_keep_a_second_copy_is_refused(store: Store, folder: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        cadangan.set_setting(store, ADMIN, UNIT, 20, folder.format(data=folder_of(store)))
    assert cadangan.in_force(store) == cadangan.Setelan()


def test_only_backups_of_the_same_record_are_taken_away(store: Store, tmp_path: Path) -> None:
    sidik = store.read("jejak_pertama").item()
    for n in range(1, 31):
        (tmp_path / f"lakip_2026-11-{n:02}_200000_malam_{sidik[:8]}.zip").write_bytes(b"")
        (tmp_path / f"lakip_2026-11-{n:02}_200000_malam_ffffffff.zip").write_bytes(b"")
        (tmp_path / f"surat {n}.zip").write_bytes(b"")
    gone = kedua.retain(tmp_path, sidik)
    left = sorted(int(c.path.name[14:16]) for c in cadangan.listed(tmp_path, sidik))
    assert left == [8, 15, 22, 24, 25, 26, 27, 28, 29, 30]  # 7 days, and the Sundays 8, 15 and 22 of 5 weeks; 1 month
    assert len(gone) == 20
    assert len(list(tmp_path.glob("surat*"))) == len(cadangan.listed(tmp_path, "ffffffff")) == 30


def test_what_is_not_legible_beside_the_backups_is_as_if_nothing_was_remembered(store: Store) -> None:
    (folder_of(store) / "cadangan" / tanda.NAMA).write_text("{", encoding="utf-8")
    assert cadangan.problems(store) == []
    tanda.remember(folder_of(store), masalah=["a"])
    assert json.loads((folder_of(store) / "cadangan" / tanda.NAMA).read_text(encoding="utf-8")) == {"masalah": ["a"]}
