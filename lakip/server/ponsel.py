"""A photo or document from a phone: /ponsel/bukti and /ponsel/foto.

Android drops the websocket of a screen while its camera or file picker is open, and what was picked is lost. A plain
form is sent when it is ready. What may come in, and who may bring it, is decided by the functions of the panels.
"""

import tempfile
from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from lakip import akun, bukti, periode
from lakip.akses import Izin, Pengguna
from lakip.berkas import Pintu
from lakip.bukti import Bukti
from lakip.errors import AccessError, UserError
from lakip.periode import PERIODE
from lakip.server import unggahan
from lakip.server.halaman import KEDALUWARSA, Form, is_ours, render
from lakip.sop import foto, sosialisasi
from lakip.sop.sosialisasi import DILAKSANAKAN, PERIODE_SOSIALISASI
from lakip.store import Store
from lakip.unggah.berkas import bukti as berkas_bukti

SELEBIHNYA = 200_000  # bytes of a form beside its file
MENUNGGU = 8  # files of refused forms, of all sessions


class Tempat(ABC):
    """Where a file goes. `isi` are the fields of the form, first from the address and then as typed."""

    def __init__(self, store: Store, pengguna: Pengguna, unit: str, isi: Mapping[str, str]) -> None:
        self.store, self.pengguna, self.unit, self.isi = store, pengguna, unit, isi
        self.tahun = int(isi["tahun"]) if isi.get("tahun", "").isdecimal() else periode.today().year

    judul: str
    pintu: Pintu
    terima: str  # what the picker of the phone offers

    @abstractmethod
    def choices(self) -> dict[str, str]:
        """What the file may belong to, by code; empty when this account may bring none."""

    @abstractmethod
    def back(self, pilihan: str | None = None) -> str:
        """The address of the screen; with what was just saved there."""

    @abstractmethod
    def save(self, pilihan: str, nama: str, content: bytes) -> None:
        """Raises UserError as the panel's own function does."""


class TempatBukti(Tempat):
    judul, pintu = "Bukti dukung", berkas_bukti.PINTU
    terima = "image/*,application/pdf,.docx,.xlsx"

    @property
    def triwulan(self) -> int:
        kode = self.isi.get("periode", "")
        return PERIODE[kode].triwulan[0] if kode in PERIODE else 1

    def choices(self) -> dict[str, str]:
        return bukti.open_to(self.store, self.pengguna, self.unit, self.tahun, self.isi.get("bagian"))

    def back(self, pilihan: str | None = None) -> str:
        said = {"tahun": self.tahun, "periode": f"TW{self.triwulan}", "bagian": self.isi.get("bagian"), "baru": pilihan}
        return "/bukti?" + urlencode({k: v for k, v in said.items() if v})

    def save(self, pilihan: str, nama: str, content: bytes) -> None:
        said = {k: self.isi.get(k, "") for k in bukti.PANJANG}
        try:
            hari = date.fromisoformat(self.isi.get("tanggal", ""))
        except ValueError:
            raise UserError("Tanggal dokumen belum diisi. Pilih tanggal yang tertulis di dokumen.") from None
        one = Bukti(tanggal=hari, **said)
        bukti.add(self.store, self.pengguna, self.unit, pilihan, self.tahun, self.triwulan, one, nama, content)


class TempatFoto(Tempat):
    judul, pintu, terima = "Foto sosialisasi", foto.PINTU, "image/*"

    def choices(self) -> dict[str, str]:
        if not self.pengguna.may(Izin.DISPOSISI, self.unit):
            return {}
        found = sosialisasi.meetings(self.store, self.unit, self.tahun, self._kode())
        return {str(one.nomor): one.nama for one in found if one.keadaan == DILAKSANAKAN}

    def back(self, pilihan: str | None = None) -> str:
        return "/sosialisasi?" + urlencode({"tahun": self.tahun, "periode": self._kode()})

    def save(self, pilihan: str, nama: str, content: bytes) -> None:
        found = sosialisasi.meetings(self.store, self.unit, self.tahun, self._kode())
        one = next((one for one in found if str(one.nomor) == pilihan), None)
        if one is None:
            raise UserError("Sosialisasi ini tidak ada lagi. Kembali, lalu pilih lagi.")
        foto.add(self.store, self.pengguna, self.unit, one, nama, content, self.isi.get("keterangan", ""))

    def _kode(self) -> str:
        kode = self.isi.get("periode", "")
        return kode if kode in PERIODE_SOSIALISASI else PERIODE_SOSIALISASI[0]


TEMPAT: dict[str, type[Tempat]] = {"bukti": TempatBukti, "foto": TempatFoto}


class Ponsel:
    """A photo whose form was refused waits here, so that nobody takes it twice."""

    def __init__(self, store: Callable[[], Store], https: bool) -> None:
        self._store, self._https = store, https
        self._waiting: OrderedDict[str, tuple[str, bytes]] = OrderedDict()  # by session and place

    async def show(self, request: Request) -> Response:
        return await to_thread.run_sync(self._page, request, dict(request.query_params))

    async def submit(self, request: Request) -> Response:
        typed: Form = {}

        def admit(form: Form) -> None:
            if not is_ours(request, form):
                raise UserError(KEDALUWARSA)
            typed.update(form)

        kind = TEMPAT.get(request.path_params["untuk"])
        if kind is None:
            return RedirectResponse("/", 303)
        with tempfile.TemporaryDirectory() as room:
            target = Path(room) / "berkas"
            try:
                form = await unggahan.receive(request, target, admit, kind.pintu.maks + SELEBIHNYA)
                return await to_thread.run_sync(self._keep, request, form, target)
            except AccessError as error:
                return PlainTextResponse(str(error), 403)
            except UserError as error:
                said = str(error)
        return await to_thread.run_sync(self._page, request, dict(request.query_params) | typed, said)

    def _keep(self, request: Request, form: Form, target: Path) -> Response:
        place = self._place(request, dict(request.query_params) | form)
        if place is None:
            return RedirectResponse("/", 303)
        waits, pilihan = _waits_as(request), form.get("pilihan", "")
        if form.get("berkas"):
            self._waiting[waits] = form["berkas"], target.read_bytes()
            while len(self._waiting) > MENUNGGU:
                self._waiting.popitem(last=False)
        if waits not in self._waiting:
            raise UserError("Pilih berkasnya dahulu, atau ambil fotonya.")
        place.save(pilihan, *self._waiting[waits])
        self._waiting.pop(waits, None)
        return RedirectResponse(place.back(pilihan), 303)

    def _place(self, request: Request, isi: Mapping[str, str]) -> Tempat | None:
        who = akun.pengguna(self._store(), request.headers.get("x-lakip-sid", ""))
        kind = TEMPAT.get(request.path_params["untuk"])
        if who is None or not who.tugas or kind is None:
            return None
        return kind(self._store(), who, who.tugas[0].unit, isi)

    def _page(self, request: Request, isi: dict[str, str], salah: str | None = None) -> Response:
        place = self._place(request, isi)
        if place is None:
            return RedirectResponse("/", 303)
        kept = self._waiting.get(_waits_as(request), ("", b""))[0]
        values: dict[str, Any] = {
            "ada": kept,
            "tempat": place,
            "untuk": request.path_params["untuk"],
            "isi": isi,
            "salah": salah,
        }
        if isinstance(place, TempatBukti):
            tw = PERIODE[f"TW{place.triwulan}"]
            start = min(tw.ends(place.tahun), periode.today()).isoformat()
            values |= {"waktu": tw.label(place.tahun), "awal": start, "kini": periode.today().isoformat()}
        return render(
            request, "ponsel.html", https=self._https, status=400 if salah else 200, choices=place.choices(),
            kirim=f"{request.url.path}?{request.url.query}", **values,
        )  # fmt: skip


def _waits_as(request: Request) -> str:
    return f"{request.headers.get('x-lakip-sid', '')} {request.url.path}"
