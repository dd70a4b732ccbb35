"""Beside the screens: what is typed is kept under its account, a session says how long it lasts, phones send a plain form."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from kasus import TAHUN, UNIT, add_indikator, new_office
from layar import add_person
from PIL import Image
from salinan import once
from starlette.testclient import TestClient
from test_server import PAGE, build

from lakip import akun, bukti
from lakip.akses import Peran
from lakip.akun import sesi
from lakip.store import Store

FORM = f"/ponsel/bukti?tahun={TAHUN}&periode=TW1&bagian=PEM"
SATU = {"alamat": "/naskah?tahun=2026", "judul": "Naskah laporan", "label": "Naskah", "dasar": "", "isi": "Hujan lebat"}


@pytest.fixture
@once
def store() -> Store:
    store = new_office()
    add_indikator(store, "I1", "jumlah", target="10 20 30 40", realisasi="10 – – –")
    for name, peran, bagian in (("staf", Peran.STAF, "PEM"), ("kasi", Peran.KASI, "PEM"), ("camat", Peran.CAMAT, None)):
        add_person(store, UNIT, name, peran, bagian)
    return store


@pytest.fixture
def peramban(store: Store) -> Iterator[TestClient]:
    with build(store) as client:
        yield client


def signed_in(client: TestClient, store: Store, name: str) -> TestClient:
    client.cookies.set("lakip_sid", akun.open_session(store, name))
    return client


def keep(client: TestClient, whose: str, ubah: dict[str, Any]) -> int:
    return client.post("/draf", json={"akun": whose, "ubah": ubah}).status_code


# ---------------------------------------------------------------- drafts


def test_what_is_typed_is_given_back_to_its_author_and_to_nobody_else(store: Store, peramban: TestClient) -> None:
    signed_in(peramban, store, "staf")
    assert keep(peramban, "staf", {"a": SATU, "b": SATU}) == 200
    assert keep(peramban, "staf", {"b": None}) == 200
    assert {k: v["isi"] for k, v in peramban.get("/draf").json()["draf"].items()} == {"a": "Hujan lebat"}
    signed_in(peramban, store, "kasi")
    assert peramban.get("/draf").json()["draf"] == {}


def test_a_tab_of_another_account_writes_nothing_into_this_one(store: Store, peramban: TestClient) -> None:
    """Somebody signed in here meanwhile: the old tab is told, and keeps what was typed for its author."""
    signed_in(peramban, store, "kasi")
    assert keep(peramban, "staf", {"a": SATU}) == 409
    assert peramban.get("/draf").json()["draf"] == {}
    assert peramban.post("/draf", content=b"[]").status_code == 400
    peramban.cookies.clear()
    assert keep(peramban, "kasi", {"a": SATU}) == 401


def test_typing_keeps_a_session_open_and_asking_how_long_does_not(
    store: Store, peramban: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(sesi, "_clock", lambda: now[0])
    signed_in(peramban, store, "staf")

    def left() -> tuple[int, int]:
        said = peramban.get("/draf").json()
        return said["diam"], said["keras"]

    assert left() == (60 * 60, 8 * 60 * 60)
    now[0] += 51 * 60
    assert left() == (9 * 60, 8 * 60 * 60 - 51 * 60)
    keep(peramban, "staf", {})
    assert left() == (60 * 60, 8 * 60 * 60 - 51 * 60)
    now[0] += 60 * 60
    assert peramban.get("/draf").status_code == 401


def test_signing_out_tells_what_is_not_saved_and_drops_it_when_asked(store: Store, peramban: TestClient) -> None:
    signed_in(peramban, store, "staf")
    keep(peramban, "staf", {"a": SATU})
    said = peramban.get("/keluar").text
    assert "1 isian sudah diketik dan belum disimpan" in said
    assert '<a href="/naskah?tahun=2026">Naskah laporan</a>: Naskah' in said
    peramban.post("/keluar")
    signed_in(peramban, store, "staf")
    assert list(peramban.get("/draf").json()["draf"]) == ["a"]
    peramban.post("/keluar?buang=1")
    signed_in(peramban, store, "staf")
    assert peramban.get("/draf").json()["draf"] == {}
    assert "belum disimpan" not in peramban.get("/keluar").text


def test_before_the_eight_hours_are_over_one_may_sign_in_again(store: Store, peramban: TestClient) -> None:
    signed_in(peramban, store, "staf")
    assert peramban.get("/masuk?ke=/naskah%3Ftahun%3D2026", headers=PAGE).status_code == 303
    again = peramban.get("/masuk?lagi=1&ke=/naskah%3Ftahun%3D2026", headers=PAGE)
    assert 'name="ke" value="/naskah?tahun=2026"' in again.text


def test_a_sign_in_form_that_is_out_of_date_still_leads_back(peramban: TestClient) -> None:
    page = peramban.get("/masuk?ke=/naskah%3Ftahun%3D2026", headers=PAGE).text
    action = re.search(r'action="(/masuk[^"]*)"', page)
    assert action
    said = peramban.post(action[1], data={"csrf": "lama"})
    assert (said.status_code, 'value="/naskah?tahun=2026"' in said.text) == (403, True)


# ---------------------------------------------------------------- phones


def photo() -> bytes:
    content = BytesIO()
    Image.new("RGB", (640, 480), "#446688").save(content, "jpeg")
    return content.getvalue()


def send(client: TestClient, isi: bytes | None, **other: str) -> Any:
    csrf = re.search(r'name="csrf" value="([^"]+)"', client.get(FORM, headers=PAGE).text)
    form = {
        "csrf": csrf[1] if csrf else "",
        "pilihan": "I1",
        "nama": "Foto musrenbang",
        "tanggal": "2026-03-05",
    } | other
    if isi is not None:
        return client.post(FORM, data=form, files={"berkas": ("IMG 1.jpg", isi, "image/jpeg")})
    parts = [f'name="{k}"\r\n\r\n{v}' for k, v in form.items()] + ['name="berkas"; filename=""\r\n\r\n']
    body = "".join(f"--batas\r\nContent-Disposition: form-data; {part}\r\n" for part in parts) + "--batas--\r\n"
    return client.post(FORM, content=body, headers={"content-type": "multipart/form-data; boundary=batas"})


def test_a_photo_comes_by_a_plain_form_and_leads_back(store: Store, peramban: TestClient) -> None:
    signed_in(peramban, store, "staf")
    answer = send(peramban, photo())
    assert (answer.status_code, answer.headers["location"]) == (
        303, f"/bukti?tahun={TAHUN}&periode=TW1&bagian=PEM&baru=I1",
    )  # fmt: skip
    [row] = bukti.listed(store, UNIT, TAHUN, 1).to_dicts()
    assert (row["nama"], row["tanggal"], row["nama_berkas"], row["oleh_nama"]) == (
        "Foto musrenbang", date(2026, 3, 5), "IMG 1.jpg", "Staf",
    )  # fmt: skip


def test_a_refused_form_keeps_what_was_typed_and_the_photo(store: Store, peramban: TestClient) -> None:
    signed_in(peramban, store, "staf")
    said = send(peramban, photo(), tanggal="2026-04-07").text
    assert "7 April 2026 di luar Triwulan I Tahun 2026" in said
    assert 'value="Foto musrenbang"' in said
    assert "“IMG 1.jpg” sudah diterima" in said
    assert send(peramban, None, tanggal="2026-04-07", alasan_tanggal="terbit kemudian").status_code == 303
    assert "Pilih berkasnya dahulu" in send(peramban, None).text
    assert bukti.listed(store, UNIT, TAHUN, 1).height == 1


def test_the_judge_the_cap_and_the_rights_are_those_of_the_panel(store: Store, peramban: TestClient) -> None:
    signed_in(peramban, store, "staf")
    assert "bukan dokumen yang dikenal" in send(peramban, b"MZ program").text
    assert "terlalu besar" in send(peramban, photo() + bytes(11 << 20)).text
    assert "kedaluwarsa" in send(peramban, photo(), csrf="lain").text
    elsewhere = peramban.post(FORM, files={"berkas": ("a.jpg", photo())}, headers={"origin": "http://jahat.example"})
    assert elsewhere.status_code == 403
    signed_in(peramban, store, "camat")
    assert "Tidak ada yang dapat Anda lampiri" in peramban.get(FORM, headers=PAGE).text
    assert send(peramban, photo(), csrf=peramban.cookies["lakip_csrf"]).status_code == 403
    peramban.cookies.clear()
    assert peramban.post(FORM, files={"berkas": ("a.jpg", photo())}).status_code == 401
    assert bukti.listed(store, UNIT, TAHUN, 1).is_empty()
