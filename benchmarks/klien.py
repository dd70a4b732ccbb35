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
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 60


class Tab:
    """One open tab. `polls`: seconds that each poll took, from asking to its last message."""

    def __init__(self, line: ClientConnection) -> None:
        self._line = line
        self._pages: dict[str, str] = {}
        self._page, self._path = "", ""
        self._auto: tuple[str, float] | None = None
        self._turn = asyncio.Lock()  # as the page: one question after the other
        self.polls: list[float] = []

    async def open(self, path: str = "") -> float:
        """The page at this address; "": the first of the menu."""
        async with self._turn:
            self._auto = None
            return await self._ask(page_script_hash=self._pages.get(path, ""), page_name=path)

    async def rerun(self) -> float:
        """As a click on the page: the whole script once more."""
        async with self._turn:
            return await self._ask(page_script_hash=self._page, page_name=self._path)

    async def poll(self) -> float:
        """What the page itself asks every few seconds; 0.0 where it does not."""
        async with self._turn:
            if self._auto is None:
                return 0.0
            return await self._ask(
                page_script_hash=self._page, page_name=self._path, fragment_id=self._auto[0], is_auto_rerun=True
            )

    async def idle(self, seconds: float) -> None:
        """Look at the page; it polls."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            pause = min(left, self._auto[1] if self._auto else left)
            await asyncio.sleep(pause)
            if self._auto and until - time.perf_counter() > 0:
                self.polls.append(await self.poll())

    async def _ask(self, **state: object) -> float:
        question = BackMsg()
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
        elif kind == "new_session":
            self._page = message.new_session.page_script_hash
        elif kind == "auto_rerun":
            self._auto = message.auto_rerun.fragment_id, message.auto_rerun.interval
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(message.delta.new_element.exception.message)
        return kind == "script_finished" and message.script_finished in (
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
        )


def sign_in(address: str, akun: str, sandi: str, tls: SSLContext | None = None) -> str:
    """The cookies of a browser that has passed the door; the bare page of a floor has none."""
    with httpx2.Client(base_url=address, follow_redirects=False, timeout=PATIENCE, verify=tls or True) as browser:
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
        yield Tab(line)
