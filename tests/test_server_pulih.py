"""The third way of the set-up page: an office comes back from its backup, over the same guard; and one carried away."""

import re
from pathlib import Path

import pytest
from kasus import UNIT
from salinan import empty
from starlette.testclient import TestClient
from test_cadangan import folder_of, office
from test_server import KODE, PAGE, SANDI, build, csrf, sign_in
from test_store import add_sasaran, codes

from lakip import akun, cadangan, jejak
from lakip.akses import Peran
from lakip.cadangan import Jenis
from lakip.server import unggahan


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """Of an office with the sasaran S1 and the account admin."""
    store = office()
    akun.add(store, None, "admin", "Admin", SANDI, UNIT, Peran.ADMIN)
    add_sasaran(store, "S1")
    path = cadangan.write(store, Jenis.MANUAL, tmp_path / "cadangan.zip").path
    store.close()
    return path


def send(client: TestClient, content: bytes, **fields: str) -> str:
    form = {"csrf": csrf(client, "/pasang"), **fields}
    return client.post("/pasang/cadangan", data=form, files={"berkas": ("c.zip", content, "application/zip")}).text


def test_an_office_comes_back_with_its_accounts_and_figures(backup: Path) -> None:
    store = empty()
    with build(store) as client:
        assert 'action="/pasang/cadangan"' in client.get("/pasang", headers=PAGE).text
        shown = send(client, backup.read_bytes())
        assert "Kecamatan Paringin Selatan" in shown
        assert "Perbuatan terakhir" in shown
        assert akun.is_empty(store)  # only shown so far
        answer = client.post("/pasang", data={"csrf": csrf(client, "/pasang"), "aksi": "pulihkan"})
        assert answer.headers["location"] == "/masuk?kabar=pulih"
        assert "sudah dipulihkan" in client.get("/masuk?kabar=pulih").text
        assert codes(store) == ["S1"]
        assert sign_in(client).status_code == 303
    assert "memulihkan cadangan" in jejak.search(store, UNIT)["perbuatan"].to_list()
    assert jejak.check(store) == []
    folder = folder_of(store)
    assert len(list(folder.glob("disimpan-*"))) == 1
    assert not list(folder.glob("pulih-*")) + list((folder / "cadangan").glob(".unggah-*"))


def test_what_is_no_backup_is_told_and_leaves_nothing(backup: Path) -> None:
    store = empty()
    with build(store) as client:
        assert "bukan cadangan Lakip" in send(client, b"PK\x03\x04 bukan")
        assert "bukan cadangan Lakip" in send(client, b"")
        assert "belum diperiksa" in client.post(
            "/pasang", data={"csrf": csrf(client, "/pasang"), "aksi": "pulihkan"}
        ).text.replace("Belum", "belum")
    left = {p.name for p in folder_of(store).rglob("*")}
    assert left == {"arsip", "cadangan", "lakip.duckdb", "lakip.duckdb.wal"} & left


def test_another_computer_needs_the_code_before_a_byte_is_kept(backup: Path) -> None:
    store = empty()
    with build(store, client="192.168.1.30") as far:
        assert "Kode pemasangan keliru" in send(far, backup.read_bytes(), kode="salah")
        assert list((folder_of(store) / "cadangan").iterdir()) == []
        assert "Kecamatan Paringin Selatan" in send(far, backup.read_bytes(), kode=KODE)
        form = {"csrf": csrf(far, "/pasang"), "aksi": "pulihkan"}
        assert "Kode pemasangan keliru" in far.post("/pasang", data=form).text
        assert far.post("/pasang", data={**form, "kode": KODE}).status_code == 303


def test_a_form_from_elsewhere_or_too_large_or_broken_is_not_taken(
    backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = empty()
    with build(store) as client:
        assert "kedaluwarsa" in send(client, backup.read_bytes(), csrf="tebakan")
        assert "tidak terkirim" in client.post("/pasang/cadangan", content=b"x").text
        broken = {"content-type": "multipart/form-data; boundary=batas"}
        assert "tidak terkirim" in client.post("/pasang/cadangan", content=b"--lain", headers=broken).text
        monkeypatch.setattr(unggahan, "MAKS", 1000)
        assert "terlalu besar" in send(client, backup.read_bytes())

        def pieces() -> object:
            """Without saying beforehand how much."""
            yield (
                b'--batas\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n'
                + client.cookies["lakip_csrf"].encode()
            )
            yield b'\r\n--batas\r\nContent-Disposition: form-data; name="berkas"; filename="c.zip"\r\n\r\n'
            yield from (b"x" * 500 for _ in range(5))

        assert "terlalu besar" in client.post("/pasang/cadangan", content=pieces(), headers=broken).text  # type: ignore[arg-type]
    assert list((folder_of(store) / "cadangan").iterdir()) == []


def test_an_office_that_is_set_up_takes_no_backup_from_the_door(backup: Path) -> None:
    store = office()
    akun.add(store, None, "admin", "Admin", SANDI, UNIT, Peran.ADMIN)
    with build(store) as client:
        files = {"berkas": ("c.zip", backup.read_bytes(), "application/zip")}
        assert client.post("/pasang/cadangan", files=files).status_code == 401
        sign_in(client)
        form = {"csrf": client.cookies["lakip_csrf"]}
        assert "sudah dipasang" in client.post("/pasang/cadangan", data=form, files=files).text


# ---------------------------------------------------------------- carried away


def test_only_who_manages_backups_carries_one_away(tmp_path: Path) -> None:
    store = office()
    akun.add(store, None, "admin", "Admin", SANDI, UNIT, Peran.ADMIN)
    akun.add(store, akun.find(store, "admin"), "camat", "Camat", SANDI, UNIT, Peran.CAMAT)
    path = cadangan.run(store, Jenis.MANUAL).path
    with build(store) as client:
        assert client.get(f"/cadangan/unduh/{path.name}").status_code == 401
        sign_in(client)
        answer = client.get(f"/cadangan/unduh/{path.name}")
        assert answer.content == path.read_bytes()
        assert re.search(r'attachment; filename="lakip_.*zip"', answer.headers["content-disposition"])
        for nama in ("lakip.duckdb", "..%2Flakip.duckdb", "keadaan.json"):
            assert client.get(f"/cadangan/unduh/{nama}").status_code == 404
    with build(store) as other:
        form = {"csrf": csrf(other, "/masuk"), "akun": "camat", "sandi": SANDI, "ke": "/"}
        other.post("/masuk", data=form)
        assert other.get(f"/cadangan/unduh/{path.name}").status_code == 403
