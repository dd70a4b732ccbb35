"""What the screens are made of, as it travels: small once, and then not at all."""

import re
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from lakip.server import statis
from lakip.server.headers import STREAMLIT, index_html
from lakip.server.kulit import Kulit, shell
from lakip.server.statis import Statis, alamat

SKRIP = max((STREAMLIT / "static" / "js").glob("index.*.js"), key=lambda path: path.stat().st_size)
ALAMAT_SKRIP = f"/static/js/{SKRIP.name}"


async def behind(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"{request.method} diteruskan")


@pytest.fixture
def peramban() -> Iterator[TestClient]:
    app = Starlette(routes=[Route("/", Kulit().show), Route("/{path:path}", behind, methods=["GET", "POST"])])
    with TestClient(Statis(app)) as client:
        yield client


def test_a_script_of_streamlit_travels_compressed_and_is_kept_for_good(peramban: TestClient) -> None:
    answer = peramban.get(ALAMAT_SKRIP)
    assert answer.content == SKRIP.read_bytes()
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < SKRIP.stat().st_size / 2
    assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"
    assert answer.headers["vary"] == "Accept-Encoding"


def test_who_cannot_unpack_gets_it_as_it_is(peramban: TestClient) -> None:
    answer = peramban.get(ALAMAT_SKRIP, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert answer.content == SKRIP.read_bytes()


def test_what_is_compressed_already_is_not_compressed_again(peramban: TestClient) -> None:
    answer = peramban.get(alamat("Lakip-Bold.woff2"))
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-type"] == "font/woff2"


def test_our_own_file_is_kept_under_the_address_of_its_version_only(peramban: TestClient) -> None:
    assert "immutable" in peramban.get(alamat("bahasa.js")).headers["cache-control"]
    for old in ("/app/static/bahasa.js", "/app/static/bahasa.js?v=yanglama"):
        assert peramban.get(old).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/", "/app/static/lakip.css"])
def test_what_must_be_asked_for_again_is_not_sent_again(peramban: TestClient, path: str) -> None:
    first = peramban.get(path)
    again = peramban.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert peramban.get(path, headers={"if-none-match": 'W/"lain"'}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/media/x.docx", "/static/js/apa.js", "/app/static/apa.css", "/app/static/%2e%2e/menu.py", "/static/"]
)
def test_any_other_name_goes_on_to_streamlit(peramban: TestClient, path: str) -> None:
    assert peramban.get(path).text == "GET diteruskan"


def test_only_reading_is_answered_here(peramban: TestClient) -> None:
    assert peramban.post(ALAMAT_SKRIP).text == "POST diteruskan"
    assert peramban.head(ALAMAT_SKRIP).headers["content-encoding"] == "gzip"


def test_every_file_of_streamlit_is_of_a_kind_that_is_known() -> None:
    kinds = {path.suffix for path in (STREAMLIT / "static").rglob("*") if path.is_file()}
    assert kinds <= set(statis.JENIS)


def test_the_shell_page_has_words_before_any_script_or_style_has_come(peramban: TestClient) -> None:
    answer = peramban.get("/")
    root = answer.text.split('<div id="root">')[1]
    assert "Lakip sedang dimuat" in root.split("</span>")[0]
    assert 'role="status"' in root
    assert answer.text.index('rel="stylesheet"') > answer.text.index("Lakip sedang dimuat")
    assert answer.headers["content-encoding"] == "gzip"


def test_what_the_shell_changes_is_in_this_streamlit() -> None:
    """A new version may write its page otherwise; then shell() has to follow."""
    html = shell(index_html())
    assert html.count('rel="stylesheet"') == 2, "theirs, and draf.css"
    assert "SourceSans" not in html.split("</head>")[0]
    assert html.count("<noscript>") == 1
    assert set(re.findall(r'src="(.+?\.js)"', index_html())) <= set(re.findall(r'src="(.+?\.js)"', html))
