"""A browser tab without a browser: speaks Streamlit's own protocol, so that a run is timed to its last message.

Polls as the page does: a fragment with `run_every` is asked again when its time has come, while its page is open.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ssl import SSLContext

import httpx2
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse, ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 60


class Tab:
    """One open tab.

    `polls`: seconds that each poll took, from asking to its last message. `tombol`: the buttons on the screen, by
    label. `galat`: the sentences it shows in red.
    """

    def __init__(self, line: ClientConnection, address: str, cookies: str) -> None:
        self._line, self._address, self._cookies = line, address, cookies
        self._pages: dict[str, str] = {}
        self._page, self._path, self._query, self._sesi = "", "", "", ""
        self._pengunggah = ""
        self._urls: FileURLs | None = None
        self._tunda: dict[str, str] = {}
        self._unduhan: BackendOperationResponse | None = None
        self._berkas: WidgetState | None = None
        self.tombol: dict[str, str] = {}
        self.galat: list[str] = []
        self._auto: tuple[str, float] | None = None
        self._turn = asyncio.Lock()  # as the page: one question after the other
        self.polls: list[float] = []

    async def open(self, path: str = "", query: str = "") -> float:
        """The page at this address; "": the first of the menu."""
        async with self._turn:
            self._auto, self._berkas = None, None
            self._path, self._query = path, query
            return await self._ask(page_script_hash=self._pages.get(path, ""), page_name=path, query_string=query)

    async def rerun(self) -> float:
        """As a click on the page: the whole script once more."""
        async with self._turn:
            return await self._ask(page_script_hash=self._page, page_name=self._path, query_string=self._query)

    async def click(self, label: str) -> float:
        """Press the button whose label begins so."""
        press = WidgetState(id=next(id for name, id in self.tombol.items() if name.startswith(label)))
        press.trigger_value = True
        return await self._answer(press)

    async def download(self, label: str) -> bytes:
        """What the button gives whose label begins so, made when it is pressed."""
        async with self._turn:
            question = BackMsg()
            asked = question.backend_operation_request
            asked.request_id, asked.session_id = label, self._sesi
            asked.deferred_file.file_id = next(id for name, id in self._tunda.items() if name.startswith(label))
            self._unduhan = None
            await self._line.send(question.SerializeToString())
            while self._unduhan is None:
                await self._finished()
        if self._unduhan.error_msg:
            raise RuntimeError(self._unduhan.error_msg)
        return await asyncio.to_thread(self._get, self._unduhan.deferred_file.url)

    def _get(self, path: str) -> bytes:
        with httpx2.Client(base_url=self._address, timeout=PATIENCE, headers={"Cookie": self._cookies}) as browser:
            return browser.get(path).raise_for_status().content

    async def upload(self, nama: str, content: bytes) -> float:
        """Bring a file, as the browser does, and wait for what the page says of it."""
        start = time.perf_counter()
        async with self._turn:
            question = BackMsg()
            question.file_urls_request.request_id = nama
            question.file_urls_request.file_names.append(nama)
            question.file_urls_request.session_id = self._sesi
            self._urls = None
            await self._line.send(question.SerializeToString())
            while self._urls is None:
                await self._finished()
        urls: FileURLs = self._urls
        await asyncio.to_thread(self._put, urls.upload_url, nama, content)
        self._berkas = WidgetState(id=self._pengunggah)
        brought = self._berkas.file_uploader_state_value.uploaded_file_info.add()
        brought.file_id, brought.name, brought.size = urls.file_id, nama, len(content)
        brought.file_urls.CopyFrom(urls)
        await self._answer()
        return time.perf_counter() - start

    def _put(self, path: str, nama: str, content: bytes) -> None:
        with httpx2.Client(base_url=self._address, timeout=PATIENCE) as browser:
            token = browser.get("/_stcore/health").cookies["_streamlit_xsrf"]
            headers = {
                "Cookie": f"{self._cookies}; _streamlit_xsrf={token}",
                "X-Xsrftoken": token,
                "Origin": self._address,
            }
            browser.cookies.clear()
            browser.put(path, headers=headers, files={nama: (nama, content)}).raise_for_status()

    async def _answer(self, *said: WidgetState) -> float:
        async with self._turn:
            states = WidgetStates(widgets=[*said, *([self._berkas] if self._berkas else [])])
            where = {"page_script_hash": self._page, "page_name": self._path, "query_string": self._query}
            return await self._ask(states, **where)

    async def poll(self) -> float:
        """What the page itself asks every few seconds; 0.0 where it does not."""
        async with self._turn:
            if self._auto is None:
                return 0.0
            return await self._ask(
                page_script_hash=self._page, page_name=self._path, query_string=self._query,
                fragment_id=self._auto[0], is_auto_rerun=True,
            )  # fmt: skip

    async def idle(self, seconds: float) -> None:
        """Look at the page; it polls."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            pause = min(left, self._auto[1] if self._auto else left)
            await asyncio.sleep(pause)
            if self._auto and until - time.perf_counter() > 0:
                self.polls.append(await self.poll())

    async def _ask(self, said: WidgetStates | None = None, **state: object) -> float:
        question = BackMsg()
        if said is not None:
            question.rerun_script.widget_states.CopyFrom(said)
        for name, value in state.items():
            setattr(question.rerun_script, name, value)
        start = time.perf_counter()
        await self._line.send(question.SerializeToString())
        # The page draws on after a rerun that the script asks for itself.
        while not await self._finished():
            pass
        return time.perf_counter() - start

    async def _finished(self) -> bool:
        message = ForwardMsg.FromString(await asyncio.wait_for(self._line.recv(), PATIENCE))
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self._pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            self._page = message.navigation.page_script_hash
        elif kind == "new_session":
            self._sesi = message.new_session.initialize.session_id or self._sesi
            if not message.metadata.run.fragment_ids:
                self.tombol, self.galat, self._auto = {}, [], None
        elif kind == "auto_rerun":
            self._auto = message.auto_rerun.fragment_id, message.auto_rerun.interval
        elif kind == "backend_operation_response":
            self._unduhan = message.backend_operation_response
        elif kind == "file_urls_response":
            self._urls = message.file_urls_response.file_urls[0]
        elif kind == "delta":
            self._see(message.delta.new_element)
        return kind == "script_finished" and message.script_finished in (
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
        )

    def _see(self, element: Element) -> None:
        match element.WhichOneof("type"):
            case "exception":
                raise RuntimeError(element.exception.message)
            case "button":
                self.tombol[element.button.label] = element.button.id
            case "download_button":
                self.tombol[element.download_button.label] = element.download_button.id
                self._tunda[element.download_button.label] = element.download_button.deferred_file_id
            case "file_uploader":
                self._pengunggah = element.file_uploader.id
            case "alert" if element.alert.format == Alert.ERROR:
                self.galat.append(element.alert.body)


def sign_in(address: str, akun: str, sandi: str, tls: SSLContext | None = None) -> str:
    """The cookies of a browser that has passed the door; the bare page of a floor has none."""
    with httpx2.Client(base_url=address, follow_redirects=False, timeout=PATIENCE, verify=tls or False) as browser:
        page = browser.get("/masuk")
        found = re.search(r'name="csrf" value="([^"]*)"', page.text)
        if found is None:
            return ""
        form = {"csrf": found[1], "ke": "/", "akun": akun, "sandi": sandi}
        browser.post("/masuk", data=form, headers={"Origin": address})
        return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())


@asynccontextmanager
async def tab(address: str, cookies: str, tls: SSLContext | None = None) -> AsyncIterator[Tab]:
    headers = {"Cookie": cookies} if cookies else {}
    async with connect(
        f"{address.replace('http', 'ws', 1)}/_stcore/stream", additional_headers=headers, subprotocols=["streamlit"],  # type: ignore[list-item]
        origin=address, max_size=None, compression=None, ssl=tls,  # type: ignore[arg-type]
    ) as line:  # fmt: skip
        yield Tab(line, address, cookies)
