"""One's own account, behind the gate: /sandi. Password, second factor, what others did to it, open sessions.

A session that is held back until the password is changed, or the second factor set up, opens this page only.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import segno
from anyio import to_thread
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from lakip import akun, pengaturan
from lakip.akses import Pengguna
from lakip.akun import Sesi, TungguError, faktor, kabar
from lakip.errors import UserError
from lakip.formatting import waktu
from lakip.server.halaman import KEDALUWARSA, Form, read_form, render
from lakip.server.pintu import session_of
from lakip.store import Store

TERBATAS = {
    "sandi": "Kata sandi Anda dibuat oleh orang lain. Ganti dahulu dengan kata sandi Anda sendiri; sesudah itu halaman "
    "lain terbuka.",
    "faktor": "Kantor mewajibkan faktor kedua untuk peran Anda. Pasang dahulu; sesudah itu halaman lain terbuka.",
}
MASA_RAHASIA = 10 * 60.0  # seconds to set up a phone in
RAHASIA_MAKSIMUM = 200


class Sandi:
    def __init__(self, store: Callable[[], Store], https: bool) -> None:
        self._store, self._https = store, https
        self._rahasia: OrderedDict[str, tuple[str, float]] = OrderedDict()  # by session: shown, not yet confirmed
        self._aksi: dict[str, Callable[[str, Sesi, Form], dict[str, Any]]] = {
            "ketahui": self._know, "akhiri_lain": self._close_others, "mulai": self._begin, "pasang": self._enrol,
            "kode_baru": self._renew, "lepas": self._remove,
        }  # fmt: skip

    async def show(self, request: Request) -> Response:
        return await to_thread.run_sync(self._page, request)

    async def submit(self, request: Request) -> Response:
        form = await read_form(request)
        if form is None:
            return await to_thread.run_sync(lambda: self._page(request, 403, salah=KEDALUWARSA))
        return await to_thread.run_sync(self._act, request, form)

    def _act(self, request: Request, form: Form) -> Response:
        name = session_of(request.headers) or ""
        found = akun.find_session(self._store(), name)
        if found is None:
            return RedirectResponse("/masuk", 303)
        try:
            if act := self._aksi.get(form.get("aksi", "")):
                return self._page(request, **act(name, found, form))
            self._change(found.pengguna, form)
        except UserError as error:
            return self._page(request, 429 if isinstance(error, TungguError) else 400, salah=str(error))
        return RedirectResponse("/masuk?kabar=sandi", 303)

    def _change(self, who: Pengguna, form: Form) -> None:
        if form.get("baru", "") != form.get("ulang", ""):
            raise UserError("Kata sandi baru dan ulangannya tidak sama. Ketik keduanya sekali lagi.")
        akun.set_sandi(self._store(), who, who.akun, form.get("baru", ""), form.get("lama", ""))

    def _know(self, _: str, found: Sesi, form: Form) -> dict[str, Any]:
        wanted = [int(n) for n in form.get("nomor", "").split(",") if n.isdecimal()]
        for unit in {t.unit for t in found.pengguna.tugas}:
            kabar.know(self._store(), found.pengguna, unit, wanted)
        return {"kabar": "Tercatat bahwa Anda mengetahuinya."}

    def _close_others(self, name: str, found: Sesi, _: Form) -> dict[str, Any]:
        many = akun.close_others(self._store(), found.pengguna, name)
        return {"kabar": f"{many} sesi lain diakhiri." if many else "Tidak ada sesi lain."}

    def _begin(self, name: str, found: Sesi, form: Form) -> dict[str, Any]:
        """Asks for the password: who finds a browser open sets up no phone of his own."""
        akun.authenticate(self._store(), found.pengguna.akun, form.get("sandi", ""), inside=True)
        self._rahasia[name] = faktor.new_secret(), time.monotonic() + MASA_RAHASIA
        while len(self._rahasia) > RAHASIA_MAKSIMUM:
            self._rahasia.popitem(last=False)
        return {}

    def _enrol(self, name: str, found: Sesi, form: Form) -> dict[str, Any]:
        secret = self._pending(name)
        if secret is None:
            raise UserError("Waktu pemasangan sudah lewat. Mulai sekali lagi.")
        codes = faktor.enrol(self._store(), found.pengguna, secret, form.get("kode", ""))
        self._rahasia.pop(name, None)
        return {"kode": codes, "kabar": "Faktor kedua terpasang."}

    def _renew(self, _: str, found: Sesi, form: Form) -> dict[str, Any]:
        codes = faktor.renew_codes(self._store(), found.pengguna, form.get("sandi", ""))
        return {"kode": codes, "kabar": "Kode pemulihan yang lama tidak berlaku lagi."}

    def _remove(self, _: str, found: Sesi, form: Form) -> dict[str, Any]:
        faktor.remove(self._store(), found.pengguna, found.pengguna.akun, form.get("sandi", ""))
        return {"kabar": "Faktor kedua dilepas."}

    def _pending(self, name: str) -> str | None:
        secret, until = self._rahasia.get(name, (None, 0.0))
        return secret if until > time.monotonic() else None

    def _page(self, request: Request, status: int = 200, **said: Any) -> Response:
        store, name = self._store(), session_of(request.headers) or ""
        found = akun.find_session(store, name)
        if found is None:
            return RedirectResponse("/masuk", 303)
        who = found.pengguna
        secret = self._pending(name)
        units = sorted({t.unit for t in who.tugas})
        told = [r for u in units for r in kabar.waiting(store, who, u).to_dicts() if r["akun"] == who.akun]
        return render(
            request, "sandi.html", https=self._https, status=status, waktu=waktu, sebutan=kabar.SEBUTAN,
            terbatas=TERBATAS.get(found.terbatas or ""), alasan=found.terbatas, nama=who.nama, milik=told,
            panjang=akun.SANDI_MINIMUM, sesi=akun.listed(store, who).to_dicts(), ini=name,
            terpasang=faktor.is_set(store, who.akun), wajib=faktor.is_required(store, who),
            rahasia=secret and " ".join(secret[n : n + 4] for n in range(0, len(secret), 4)),
            qr=secret and _qr(faktor.address(who.akun, secret, self._kantor(units))),
            **{"salah": None, "kabar": None, "kode": None} | said,
        )  # fmt: skip

    def _kantor(self, units: list[str]) -> str:
        return pengaturan.identity(self._store(), units[0]).nama if units else ""


def _qr(text: str) -> Markup:
    """Drawn here, as part of the page: nothing of the secret goes to another computer, and the policy stays strict."""
    code = segno.make(text, error="m").svg_inline(scale=4, border=3, dark="#000", light="#fff", svgclass="qr")
    return Markup(code)  # noqa: S704  made of squares only
