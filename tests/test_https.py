"""HTTPS with a certificate of the office's own, made as docs/pemasangan.md says: a page, the cookie, the live line."""

import asyncio
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import contoh_siap
import httpx2
import pytest
from conftest import ROOT
from test_app import launch, start

from lakip.contoh import SANDI

sys.path.insert(0, str(ROOT))
from benchmarks import klien

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl tidak terpasang")


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sertifikat")
    words = ["sh", str(ROOT / "scripts" / "make_certificate.sh"), str(folder), "kantor-kami", "192.168.1.10"]
    subprocess.run(words, check=True, capture_output=True)
    return folder


def env(berkas: Path) -> dict[str, str]:
    return {"LAKIP_SERTIFIKAT": str(berkas / "lakip.crt"), "LAKIP_SERTIFIKAT_KUNCI": str(berkas / "lakip.key")}


@pytest.fixture(scope="module")
def alamat(berkas: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server = launch(contoh_siap.copied(tmp_path_factory.mktemp("kantor")), **env(berkas))
    assert server.said.startswith("Lakip siap di https://127.0.0.1:")
    yield server.said.split()[3]
    server.terminate()
    server.communicate(timeout=60)


@pytest.fixture(scope="module")
def percaya(berkas: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=berkas / "kantor.crt")


def test_who_knows_the_office_s_certificate_signs_in_and_works_over_wss(alamat: str, percaya: ssl.SSLContext) -> None:
    async def look() -> None:
        cookies = await asyncio.to_thread(klien.sign_in, alamat, "camat", SANDI, percaya)
        async with klien.tab(alamat, cookies, percaya) as page:
            assert await page.open("dasbor") > 0

    asyncio.run(look())


def test_every_cookie_is_for_https_only(alamat: str, percaya: ssl.SSLContext) -> None:
    answer = httpx2.get(f"{alamat}/masuk", verify=percaya)
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert "; secure" in answer.headers["set-cookie"].lower()


def test_who_does_not_know_the_certificate_is_warned_and_plain_http_gets_nothing(alamat: str) -> None:
    with pytest.raises(httpx2.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        httpx2.get(f"{alamat}/masuk")
    with pytest.raises(httpx2.HTTPError):
        httpx2.get(f"{alamat.replace('https', 'http')}/masuk")


def test_the_key_is_for_its_owner_alone(berkas: Path) -> None:
    assert {oct((berkas / name).stat().st_mode & 0o777) for name in ("lakip.key", "kantor.key")} == {"0o600"}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"LAKIP_SERTIFIKAT_KUNCI": ""}, "diisi keduanya"),
        ({"LAKIP_SERTIFIKAT_KUNCI": "tidak-ada.key"}, "tidak-ada.key untuk HTTPS tidak ada"),
        ({"LAKIP_SERTIFIKAT_KUNCI": "kantor.key"}, "tidak dapat dipakai"),
    ],
)
def test_a_certificate_that_will_not_do_is_said_in_one_sentence(
    tmp_path: Path, berkas: Path, changed: dict[str, str], said: str
) -> None:
    changed = {k: str(berkas / v) if v == "kantor.key" else v for k, v in changed.items()}
    done = start(tmp_path, **(env(berkas) | changed))
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert said in done.stderr
    assert [*tmp_path.iterdir()] == []
