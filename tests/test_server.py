"""The gate, the door, the set-up page, the headers: the middleware and routes of app.py around an echo."""

import re
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

import anyio
import polars as pl
import pyotp
import pytest
import streamlit
from salinan import empty, once
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from lakip import akses, akun, pengaturan, server
from lakip.akses import Peran
from lakip.server import antrean
from lakip.server.antrean import Antrean
from lakip.server.headers import STREAMLIT, index_html, inline_hashes
from lakip.server.pintu import KUKI, own_path
from lakip.store import Store

UNIT = "63.11.07"
SANDI = "sandi-panjang"
PAGE = {"accept": "text/html,application/xhtml+xml"}
KODE = "kode-konsol"


async def echo(request: Request) -> JSONResponse:
    return JSONResponse({k: v for k, v in request.headers.items() if k.startswith("x-lakip")})


async def broken(request: Request) -> JSONResponse:
    raise ZeroDivisionError("rahasia dalam")


async def stream(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_json(dict(websocket.headers))
    await websocket.close()


def build(store: Store, client: str = "127.0.0.1", https: bool = False) -> TestClient:
    app = Starlette(
        routes=[
            *server.routes(
                lambda: store,
                kode=KODE,
                https=https,
                halaman=["dasbor", "rekap"],
                awal=lambda who: f"awal-{who.akun}",
            ),
            Route("/media/x.docx", echo, methods=["GET", "PUT"]),
            Route("/_stcore/metrics", echo),
            Route("/app/static/rusak", broken),
            Route("/_stcore/health", echo),
            Route("/app/static/lakip.css", echo),
            WebSocketRoute("/_stcore/stream", stream),
        ],
        exception_handlers={Exception: server.failed},
        middleware=server.middleware(lambda: store, https=https, hosts=frozenset({"kantor"})),
    )
    base = "https://localhost" if https else "http://localhost:8501"
    return TestClient(app, base_url=base, client=(client, 50000), follow_redirects=False, raise_server_exceptions=False)


@pytest.fixture
@once
def store() -> Store:
    store = empty()
    pengaturan.set_up_office(
        store, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [pengaturan.CAMAT_BAWAAN]
    )
    akun.add(store, None, "admin", "Admin", SANDI, UNIT, Peran.ADMIN)
    return store


@pytest.fixture
def peramban(store: Store) -> Iterator[TestClient]:
    with build(store) as client:
        yield client


def csrf(client: TestClient, path: str) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get(path, headers=PAGE).text)
    assert found
    return found[1]


def sign_in(client: TestClient, sandi: str = SANDI, ke: str = "/") -> object:
    form = {"csrf": csrf(client, "/masuk"), "akun": "admin", "sandi": sandi, "ke": ke}
    return client.post("/masuk", data=form)


# ---------------------------------------------------------------- the gate


def test_the_bare_address_leads_to_the_screen_that_somebody_begins_with(peramban: TestClient) -> None:
    sign_in(peramban)
    answer = peramban.get("/?tahun=2026&periode=SD3", headers=PAGE)
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "http://localhost:8501/awal-admin?tahun=2026&periode=SD3",
    )


def test_an_address_that_is_no_screen_is_said_in_indonesian_too(peramban: TestClient) -> None:
    sign_in(peramban)
    for path in ("/dasbor", "/tidakada"):
        assert "bahasa.js" in peramban.get(path, headers=PAGE).text


def test_without_session_a_page_leads_to_the_door_and_back(peramban: TestClient) -> None:
    answer = peramban.get("/dasbor?tahun=2026&periode=SD3", headers=PAGE)
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/masuk?ke=/dasbor%3Ftahun%3D2026%26periode%3DSD3",
    )
    back = sign_in(peramban, ke="/dasbor?tahun=2026&periode=SD3")
    assert (back.status_code, back.headers["location"]) == (303, "/dasbor?tahun=2026&periode=SD3")


@pytest.mark.parametrize("path", ["/media/x.docx", "/_stcore/metrics", "/app/statis", "/pasang", "/sandi", "/masuk/x"])
def test_without_session_anything_else_is_401(peramban: TestClient, path: str) -> None:
    assert peramban.get(path).status_code == 401
    assert peramban.put("/media/x.docx", content=b"x").status_code == 401


def test_the_scripts_of_the_screens_need_a_session_too(peramban: TestClient) -> None:
    """They hold no secret, but tell a stranger which program this is, and of which version."""
    path = f"/static/js/{next((STREAMLIT / 'static' / 'js').glob('index.*.js')).name}"
    assert peramban.get(path).status_code == 401
    sign_in(peramban)
    assert peramban.get(path).headers["cache-control"].startswith("private")


def test_without_session_a_websocket_is_refused(peramban: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), peramban.websocket_connect("ws://localhost:8501/_stcore/stream"):
        pass


@pytest.mark.parametrize("path", ["/masuk", "/keluar", "/_stcore/health", "/app/static/lakip.css"])
def test_the_door_its_looks_and_the_pulse_are_open(peramban: TestClient, path: str) -> None:
    assert peramban.get(path).status_code == 200


@pytest.mark.parametrize("name", ["x-lakip-sid", "X-Lakip-Akun", "x_lakip_sid", "X-LAKIP-APA-SAJA"])
def test_nobody_brings_their_own_identity(peramban: TestClient, name: str) -> None:
    assert peramban.get("/_stcore/health", headers={name: "admin"}).json() == {}
    assert peramban.get("/media/x.docx", headers={name: "admin"}).status_code == 401


def test_inside_the_gate_says_who_it_is(peramban: TestClient) -> None:
    sign_in(peramban)
    said = peramban.get("/media/x.docx", headers={"x-lakip-akun": "camat"}).json()
    assert said == {"x-lakip-akun": "admin", "x-lakip-sid": akun.sid(peramban.cookies[KUKI])}
    with peramban.websocket_connect(
        "ws://localhost:8501/_stcore/stream", headers={"x-lakip-sid": "palsu"}
    ) as websocket:
        assert websocket.receive_json()["x-lakip-sid"] == said["x-lakip-sid"]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8501", 200),
        ("127.0.0.1", 200),
        ("[::1]:8501", 200),
        ("192.168.1.20:8501", 200),
        ("kantor", 200),
        ("jahat.example", 400),
        ("jahat.example@127.0.0.1.jahat.example", 400),
        ("", 400),
    ],
)
def test_only_our_own_names_are_answered(peramban: TestClient, host: str, status: int) -> None:
    assert peramban.get("/masuk", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("origin", "open_"),
    [
        (None, True), ("http://localhost:8501", True), ("http://localhost:3000", False), ("http://localhost", False),
        ("http://jahat.example", False), ("null", False),
    ],
)  # fmt: skip
def test_what_writes_and_every_stream_comes_from_this_server_port_included(
    peramban: TestClient, origin: str | None, open_: bool
) -> None:
    sign_in(peramban)
    headers = {"origin": origin} if origin else {}
    assert peramban.put("/media/x.docx", headers=headers).status_code == (200 if open_ else 403)
    try:
        with peramban.websocket_connect("ws://localhost:8501/_stcore/stream", headers=headers):
            opened = True
    except WebSocketDisconnect:
        opened = False
    assert opened is open_


# ---------------------------------------------------------------- the door


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(store: Store, peramban: TestClient) -> None:
    cookie = sign_in(peramban).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Max-Age=28800" in cookie
    assert "Secure" not in cookie
    with build(store, https=True) as https:
        assert "Secure" in sign_in(https).headers["set-cookie"]


def test_a_wrong_password_says_so_and_keeps_the_account_name(peramban: TestClient) -> None:
    answer = sign_in(peramban, "keliru-sekali")
    assert answer.status_code == 401
    assert "Nama akun atau kata sandi keliru" in answer.text
    assert 'value="admin"' in answer.text
    assert KUKI not in peramban.cookies


def test_after_some_wrong_passwords_the_door_says_how_long_to_wait(store: Store, peramban: TestClient) -> None:
    assert [sign_in(peramban, "keliru-sekali").status_code for _ in range(3)] == [401] * 3
    answer = sign_in(peramban)
    assert (answer.status_code, "Tunggu 1 detik" in answer.text) == (429, True)
    found = store.read("jejak_semua").filter(pl.col("perbuatan") == "gagal masuk")
    assert found["objek"].to_list() == ["akun:admin"]  # the second and third are told with the next minute


def test_where_and_with_what_somebody_signed_in_is_kept(store: Store, peramban: TestClient) -> None:
    peramban.headers["user-agent"] = "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit Chrome/130.0 Safari/537.36"
    sign_in(peramban)
    with build(store, client="10.0.0.7") as other:
        other.headers["user-agent"] = "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0"
        sign_in(other)
        page = peramban.get("/sandi").text
        assert "Chrome di Windows dari 127.0.0.1" in page
        assert "Firefox di Android dari 10.0.0.7" in page
        done = peramban.post("/sandi", data={"csrf": csrf(peramban, "/sandi"), "aksi": "akhiri_lain"})
        assert "1 sesi lain diakhiri" in done.text
        assert other.get("/media/x.docx").status_code == 401
    assert peramban.get("/media/x.docx").status_code == 200


def test_a_password_of_the_admin_opens_nothing_but_the_page_to_change_it(store: Store, peramban: TestClient) -> None:
    akun.add(store, akun.find(store, "admin"), "camat", "Camat", SANDI, UNIT, Peran.CAMAT)
    form = {"csrf": csrf(peramban, "/masuk"), "akun": "camat", "sandi": SANDI, "ke": "/dasbor"}
    assert peramban.post("/masuk", data=form).headers["location"] == "/sandi"
    assert peramban.get("/dasbor", headers=PAGE).headers["location"] == "/sandi"
    assert peramban.get("/media/x.docx").status_code == 403
    with pytest.raises(WebSocketDisconnect), peramban.websocket_connect("ws://localhost:8501/_stcore/stream"):
        pass
    page = peramban.get("/sandi").text
    assert "dibuat oleh orang lain" in page
    assert "Sesi yang terbuka" not in page
    new = {"csrf": csrf(peramban, "/sandi"), "lama": SANDI, "baru": "sandi-yang-baru", "ulang": "sandi-yang-baru"}
    assert peramban.post("/sandi", data=new).headers["location"] == "/masuk?kabar=sandi"
    form = {"csrf": csrf(peramban, "/masuk"), "akun": "camat", "sandi": "sandi-yang-baru", "ke": "/dasbor"}
    assert peramban.post("/masuk", data=form).headers["location"] == "/dasbor"


def test_who_set_a_password_is_told_to_its_holder_until_he_knows(store: Store, peramban: TestClient) -> None:
    admin = akun.find(store, "admin")
    akun.add(store, admin, "camat", "Camat", SANDI, UNIT, Peran.CAMAT, sementara=False)
    akun.set_sandi(store, admin, "camat", "sandi-yang-baru")
    form = {"csrf": csrf(peramban, "/masuk"), "akun": "camat", "sandi": "sandi-yang-baru"}
    peramban.post("/masuk", data=form)
    assert "akun Anda diganti oleh Admin (admin)" in peramban.get("/sandi").text
    known = {"csrf": csrf(peramban, "/sandi"), "aksi": "ketahui", "nomor": "1"}
    assert "Tercatat bahwa Anda mengetahuinya" in peramban.post("/sandi", data=known).text
    assert "diganti oleh" not in peramban.get("/sandi").text


def test_a_second_factor_is_set_up_and_asked_for(store: Store, peramban: TestClient) -> None:
    sign_in(peramban)
    form = {"csrf": csrf(peramban, "/sandi"), "sandi": "bukan-ini", "aksi": "mulai"}
    assert "keliru" in peramban.post("/sandi", data=form).text
    page = peramban.post("/sandi", data={**form, "sandi": SANDI})
    assert "<svg" in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    secret = re.search(r"Kunci: <code>([A-Z2-7 ]+)</code>", page.text)
    assert secret
    phone = pyotp.TOTP(secret[1].replace(" ", ""))
    done = peramban.post("/sandi", data={"csrf": form["csrf"], "aksi": "pasang", "kode": phone.at(time.time() - 30)})
    codes = re.findall(r"<li><code>([A-Z2-9]{5}-[A-Z2-9]{5})</code>", done.text)
    assert len(codes) == 10
    with build(store) as other:
        asked = sign_in(other, ke="/rekap")
        step = re.search(r'name="langkah" value="([^"]+)"', asked.text)
        assert step
        assert KUKI not in other.cookies
        answer = {"csrf": other.cookies["lakip_csrf"], "langkah": step[1], "ke": "/rekap"}
        assert "Kode keliru" in other.post("/masuk", data={**answer, "kode": "000000"}).text
        assert other.post("/masuk", data={**answer, "kode": phone.now()}).headers["location"] == "/rekap"
        assert other.post("/masuk", data={**answer, "kode": codes[0]}).status_code == 401  # that step is over


def test_strangers_wait_in_a_lane_of_their_own_and_few_of_one_address() -> None:
    """The lane of strangers is taken throughout: nobody in it gets on."""

    async def morning() -> list[str]:
        queue, said = Antrean(), []

        async def come(alamat: str, *, biasa: bool) -> None:
            try:
                async with queue.turn(alamat, biasa=biasa):
                    said.append(f"{alamat} in")
            except akun.TungguError:
                said.append(f"{alamat} told to wait")

        async with queue.turn("x", biasa=False), anyio.create_task_group() as group:
            for _ in range(9):
                group.start_soon(partial(come, "a", biasa=False))
            await anyio.wait_all_tasks_blocked()
            await come("a", biasa=True)
            group.cancel_scope.cancel()
        await come("a", biasa=False)  # who was waiting has left nothing behind
        return said

    assert anyio.run(morning) == ["a told to wait", "a in", "a in"]


@pytest.mark.parametrize(("biasa", "order"), [(True, "bcd"), (False, "dcb")])
def test_of_strangers_the_last_goes_first_and_of_usual_ones_the_first(biasa: bool, order: str) -> None:
    async def morning() -> str:
        queue, said = Antrean(), []

        async def come(alamat: str) -> None:
            async with queue.turn(alamat, biasa=biasa):
                said.append(alamat)

        async with anyio.create_task_group() as group, AsyncExitStack() as taken:
            for n in range(antrean.SEKALIGUS[biasa]):
                await taken.enter_async_context(queue.turn(f"x{n}", biasa=biasa))
            for alamat in "bcd":
                group.start_soon(come, alamat)
                await anyio.wait_all_tasks_blocked()
        return "".join(said)

    assert anyio.run(morning) == order


def test_a_stranger_does_not_wait_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(antrean.SABAR, False, 0.01)

    async def busy() -> None:
        queue = Antrean()
        async with queue.turn("x", biasa=False), queue.turn("y", biasa=False):
            pass

    with pytest.raises(akun.TungguError, match="Tunggu beberapa detik"):
        anyio.run(busy)


def test_a_code_without_the_password_before_it_is_nothing(peramban: TestClient) -> None:
    form = {"csrf": csrf(peramban, "/masuk"), "langkah": "tebakan", "kode": "123456"}
    assert "sudah lewat" in peramban.post("/masuk", data=form).text


def test_a_form_from_elsewhere_is_not_taken(peramban: TestClient) -> None:
    right = {"csrf": csrf(peramban, "/masuk"), "akun": "admin", "sandi": SANDI}
    assert peramban.post("/masuk", data={**right, "csrf": "tebakan"}).status_code == 403
    assert peramban.post("/masuk", data=right, headers={"origin": "http://jahat.example"}).status_code == 403
    assert peramban.post("/masuk", data={**right, "isi": "x" * 100_000}).status_code == 403
    assert peramban.post("/masuk", data=right, headers={"origin": "http://localhost:8501"}).status_code == 303


def test_who_is_inside_does_not_see_the_door_again(peramban: TestClient) -> None:
    sign_in(peramban)
    assert peramban.get("/masuk?ke=/dasbor", headers=PAGE).headers["location"] == "/dasbor"
    assert peramban.get("/pasang", headers=PAGE).headers["location"] == "/"


def test_signing_in_again_ends_the_session_before(store: Store, peramban: TestClient) -> None:
    sign_in(peramban)
    first = akun.sid(peramban.cookies[KUKI])
    form = {"csrf": peramban.cookies["lakip_csrf"], "akun": "admin", "sandi": SANDI}
    assert peramban.post("/masuk", data=form).status_code == 303
    assert akun.pengguna(store, first) is None


def test_signing_out_ends_the_session_on_the_server(store: Store, peramban: TestClient) -> None:
    sign_in(peramban)
    sesi = akun.sid(peramban.cookies[KUKI])
    assert peramban.post("/keluar", headers={"origin": "http://jahat.example"}).status_code == 403
    assert akun.pengguna(store, sesi) is not None
    assert peramban.post("/keluar").headers["location"] == "/masuk?kabar=keluar"
    assert akun.pengguna(store, sesi) is None
    assert "Anda sudah keluar" in peramban.get("/masuk?kabar=keluar").text


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("/rekap?tahun=2026", "/rekap?tahun=2026"),
        ("//jahat.example", "/"),
        ("/\\jahat.example", "/"),
        ("/a\\..\\jahat", "/"),
        ("https://jahat.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\t/jahat.example", "/"),
        ("/keluar", "/"),
        ("/masuk?ke=/masuk", "/"),
        (None, "/"),
    ],
)
def test_the_way_back_is_never_another_site(asked: str | None, given: str) -> None:
    assert own_path(asked) == given


def test_a_person_changes_their_own_password(peramban: TestClient) -> None:
    sign_in(peramban)
    form = {"csrf": csrf(peramban, "/sandi"), "lama": SANDI, "baru": "sandi-yang-baru", "ulang": "sandi-yang-lain"}
    assert "tidak sama" in peramban.post("/sandi", data=form).text
    assert "keliru" in peramban.post("/sandi", data={**form, "ulang": form["baru"], "lama": "bukan"}).text
    done = peramban.post("/sandi", data={**form, "ulang": form["baru"]})
    assert done.headers["location"] == "/masuk?kabar=sandi"
    assert peramban.get("/media/x.docx").status_code == 401
    assert sign_in(peramban, "sandi-yang-baru").status_code == 303


# ---------------------------------------------------------------- the first start


def kantor(client: TestClient, **other: str) -> dict[str, str]:
    """The set-up form with the office of the SOP, filled where it is empty."""
    page = client.get("/pasang?isi=sop", headers=PAGE).text
    fields = dict(re.findall(r'name="([^"]+)"[^>]*? value="([^"]*)"', page))
    fields |= {f"bagian_jenis_{n}": "kelurahan" if n == 7 else "subbag" if n < 2 else "seksi" for n in range(10)}
    fields |= {"aksi": "kantor", "akun_nama": "Siti Aminah", "akun": "siti", "sandi": SANDI, "ulang": SANDI}
    return fields | other


def test_while_nobody_exists_every_page_leads_to_the_set_up() -> None:
    with build(empty()) as client:
        assert client.get("/dasbor", headers=PAGE).headers["location"] == "/pasang"
        assert client.get("/pasang").status_code == 200
        assert client.get("/media/x.docx").status_code == 401


def test_nothing_of_another_office_is_answered_before_somebody_chooses_it() -> None:
    """Every field opens empty, with an example in grey; the office of the SOP is one choice."""
    with build(empty()) as client:
        page = client.get("/pasang", headers=PAGE).text
        answered = [
            v for n, v in re.findall(r'name="([^"]+)"[^>]*? value="([^"]+)"', page) if n not in ("csrf", "aksi")
        ]
        assert answered == []
        assert "RENNY" not in page
        assert 'placeholder="misalnya Kecamatan Contoh"' in page
        assert 'href="/pasang?isi=sop#kantor"' in page


def test_an_office_has_as_many_bagian_as_it_wants() -> None:
    store = empty()
    with build(store) as client:
        more = {f"bagian_{n}": f"KEL{n}" for n in range(1001, 1015)}
        more |= {f"bagian_nama_{n}": f"Kelurahan {n}" for n in range(1001, 1015)}
        more |= {f"bagian_jenis_{n}": "kelurahan" for n in range(1001, 1015)}
        assert client.post("/pasang", data=kantor(client, **more)).status_code == 303
    assert len(pengaturan.bagian(store, UNIT)) == 8 + 14


def test_everything_wrong_with_a_set_up_form_is_told_at_once_each_at_its_field() -> None:
    with build(empty()) as client:
        form = kantor(client, nama="", bagian_0="", bagian_1="PEM", akun="Siti Aminah", sandi="pendek", ulang="lain")
        page = client.post("/pasang", data=form).text
    told = dict(re.findall(r'<p class="keliru" id="salah_([a-z_0-9]+)">([^<]+)</p>', page))
    assert {n: told[n].split(".")[0] for n in told} == {
        "nama": "Isi nama kantor",
        "bagian_0": "Isi kodenya, misalnya PEM, atau hapus barisnya",
        "bagian_1": "Kode bagian PEM dipakai dua kali",
        "bagian_2": "Kode bagian PEM dipakai dua kali",
        "akun": "Nama akun “Siti Aminah” tidak dapat dipakai",
        "sandi": "Kata sandi terlalu pendek",
        "ulang": "Kata sandi dan ulangannya tidak sama",
    }
    assert "7 isian perlu diperbaiki" in page


def test_the_office_of_the_sop_is_one_choice_and_makes_the_first_admin() -> None:
    store = empty()
    with build(store) as client:
        form = kantor(client, kepala_2="Ahmad, S.Sos.", kepala_7="Rahmah, S.E.", bagian_3="", bagian_nama_3="")
        assert (form["unit"], form["camat"]) == ("63.11.07", "RENNY YUDISTHESIA, S.I.P., M.I.P.")
        assert client.post("/pasang", data=form).headers["location"] == "/masuk?kabar=terpasang"
    assert "TRANTIB" not in {b.bagian for b in pengaturan.bagian(store, UNIT)}
    assert {p.jabatan for p in pengaturan.pejabat(store, UNIT)} == {
        "Camat Paringin Selatan",
        "Kepala Seksi Pemerintahan",
        "Lurah Batu Piring",
    }
    assert akun.find(store, "siti").tugas[0].peran is Peran.ADMIN


@pytest.mark.parametrize(
    ("other", "pesan"),
    [
        ({"ulang": "lain-sekali"}, "tidak sama"),
        ({"sandi": "pendek", "ulang": "pendek"}, "sedikitnya 10 karakter"),
        ({"nama": " "}, "Isi nama kantor"),
        ({"bagian_1": "REN"}, "Kode bagian REN dipakai dua kali"),
    ],
)
def test_a_set_up_form_with_a_mistake_comes_back_whole_and_creates_nothing(other: dict[str, str], pesan: str) -> None:
    store = empty()
    with build(store) as client:
        answer = client.post("/pasang", data=kantor(client, alamat="Jl. Baru 1", **other))
        assert pesan in answer.text
        assert 'value="Jl. Baru 1"' in answer.text
    assert akun.is_empty(store)
    assert pengaturan.units(store) == ()


def test_the_example_button_loads_the_example_and_shows_its_accounts() -> None:
    store = empty()
    with build(store) as client:
        page = client.post("/pasang", data={"csrf": csrf(client, "/pasang"), "aksi": "contoh"})
    assert page.status_code == 200
    assert pengaturan.units(store)[0].contoh
    shown = re.findall(r"<code>(.+?)</code></td><td><code>(.+?)</code>", page.text)
    assert len(shown) >= len(Peran)
    assert akun.authenticate(store, *shown[0]) == shown[0][0]


def test_another_computer_sets_up_only_with_the_code_of_the_console() -> None:
    store = empty()
    with build(store, client="192.168.1.30") as far:
        assert "Kode pemasangan" in far.get("/pasang").text
        for kode in ("", "salah"):
            assert "Kode pemasangan keliru" in far.post("/pasang", data=kantor(far, kode=kode)).text
        assert far.post("/pasang", data=kantor(far, kode=KODE)).status_code == 303
    assert not akun.is_empty(store)


def test_a_browser_behind_a_proxy_is_another_computer() -> None:
    with build(empty()) as client:
        assert "Kode pemasangan" in client.get("/pasang", headers={"x-forwarded-for": "10.0.0.7"}).text


def test_set_up_closes_behind_the_first_account(peramban: TestClient) -> None:
    assert peramban.get("/pasang", headers=PAGE).headers["location"] == "/masuk?ke=/pasang"
    assert peramban.post("/pasang", data={"aksi": "contoh"}).status_code == 401


# ---------------------------------------------------------------- headers


def test_every_word_put_into_indonesian_is_one_of_this_streamlit() -> None:
    """A new version may say it otherwise; then bahasa.js has to follow."""
    script = (Path(server.__file__).parents[1] / "ui" / "static" / "bahasa.js").read_text(encoding="utf-8")
    words = re.findall(r'^  (?:"(.+?)"|(\w+)): "', script, re.MULTILINE)
    shipped = Path(streamlit.__file__).parent / "static" / "static" / "js"
    code = "".join(p.read_text(encoding="utf-8") for p in shipped.glob("*.js"))
    assert len(words) > 60
    assert not [word for word in (a or b for a, b in words) if f"`{word}`" not in code]


def test_a_failure_tells_a_stranger_nothing(peramban: TestClient) -> None:
    answer = peramban.get("/app/static/rusak")
    assert (answer.status_code, answer.text) == (500, "Terjadi kesalahan pada server. Coba lagi, atau hubungi admin.")


def test_every_answer_carries_the_policy(peramban: TestClient) -> None:
    policy = peramban.get("/_stcore/health").headers["content-security-policy"]
    assert "unsafe-eval" not in policy
    assert "script-src 'self' 'sha256-" in policy
    assert "connect-src 'self' ws://localhost:8501 wss://localhost:8501;" in policy
    assert "frame-ancestors 'none'" in policy
    assert peramban.get("/masuk").headers["content-security-policy"].startswith("default-src 'none'")


def test_a_host_header_cannot_write_into_the_policy(peramban: TestClient) -> None:
    answer = peramban.get("/masuk", headers={"host": "127.0.0.1; script-src *"})
    assert "script-src *" not in answer.headers["content-security-policy"]


def test_the_inline_script_of_the_installed_streamlit_is_allowed_by_its_hash() -> None:
    assert len(inline_hashes(index_html())) == 1


def test_the_shell_page_is_declared_indonesian(peramban: TestClient) -> None:
    sign_in(peramban)
    page = peramban.get("/rekap", headers=PAGE).text
    assert '<html lang="id">' in page
    assert "<title>Lakip</title>" in page
    assert "agent" not in page.split("<noscript>")[1].split("</noscript>")[0]


def test_templates_and_stylesheet_bring_nothing_from_outside() -> None:
    root = Path(server.__file__).parent
    files = [*root.glob("templates/*.html"), *(root.parent / "ui" / "static").glob("*.[cj]ss*")]
    assert len(files) >= 6
    for path in files:
        assert not re.search(r"https?://", path.read_text(encoding="utf-8")), path.name
