"""The first start: /pasang, while no account exists. Example data, the office's own set-up, or its backup."""

import secrets
import shutil
import threading
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from lakip import akses, akun, cadangan, pengaturan, periode
from lakip.akses import Peran
from lakip.cadangan.pulih import Siap
from lakip.errors import UserError
from lakip.formatting import angka, waktu
from lakip.pengaturan import BAGIAN_BAWAAN, CAMAT_BAWAAN, IDENTITAS_BAWAAN, Awal, Bagian, Identitas, Pejabat
from lakip.periode import TRIWULAN
from lakip.server import unggahan
from lakip.server.halaman import KEDALUWARSA, Form, is_ours, read_form, render
from lakip.store import Store

JENIS = {"subbag": "Subbagian", "seksi": "Seksi", "kelurahan": "Kelurahan", "sekretariat": "Sekretariat"}
KEPALA = {"subbag": Peran.KASUBBAG, "sekretariat": Peran.SEKCAM}
BARIS_KOSONG = 2
IDENTITAS = ("unit", "nama", "kabupaten", "alamat", "tempat")
TERUSAN = ("x-forwarded-for", "forwarded", "x-real-ip")
SUDAH = "Lakip sudah dipasang. Silakan masuk."
KODE_KELIRU = "Kode pemasangan keliru. Kode itu tertulis di jendela tempat Lakip dijalankan."


class Pasang:
    """`kode` is what another computer must show; None admits only this computer."""

    def __init__(self, store: Callable[[], Store], https: bool, kode: str | None) -> None:
        self._store, self._https, self._kode = store, https, kode
        self._lock = threading.Lock()
        self._siap: Siap | None = None

    async def show(self, request: Request) -> Response:
        if not await to_thread.run_sync(akun.is_empty, self._store()):
            return RedirectResponse("/", 303)
        return self._page(request, defaults())

    async def submit(self, request: Request) -> Response:
        form = await read_form(request)
        if form is None:
            return self._page(request, defaults(), KEDALUWARSA, 403)
        try:
            self._admit(request, form)
            if form.get("aksi") == "contoh":
                return await self._load_example(request)
            if form.get("aksi") == "pulihkan":
                await to_thread.run_sync(self._restore)
                return RedirectResponse("/masuk?kabar=pulih", 303)
            await to_thread.run_sync(set_up, self._store(), form)
        except UserError as error:
            return self._page(request, defaults() | form, str(error), 400)
        return RedirectResponse("/masuk?kabar=terpasang", 303)

    async def receive(self, request: Request) -> Response:
        """A backup of the office: kept on the disk, checked whole, and shown before it becomes the record."""

        def admit(form: Form) -> None:
            if not is_ours(request, form):
                raise UserError(KEDALUWARSA)
            self._admit(request, form)

        folder = self._store().folder
        assert folder is not None, "a server keeps its record on a disk"
        try:
            target = folder / "cadangan" / f".unggah-{secrets.token_hex(8)}"
            try:
                await unggahan.receive(request, target, admit)
                siap = await to_thread.run_sync(self._prepare, target, folder)
            finally:
                target.unlink(missing_ok=True)
        except UserError as error:
            return self._page(request, defaults(), str(error), 400)
        return render(
            request, "pulih.html", https=self._https, siap=siap, butuh_kode=not is_local(request),
            pada=waktu(siap.isi.pada), baris=angka(sum(siap.isi.baris.values())),
        )  # fmt: skip

    def _prepare(self, target: Path, folder: Path) -> Siap:
        with self._lock:
            self._discard()
            self._siap = cadangan.prepare(target, folder)
            return self._siap

    def _restore(self) -> None:
        with self._lock:
            siap, self._siap = self._siap, None
            if siap is None or not siap.folder.exists():
                raise UserError("Cadangannya belum diperiksa, atau sudah dipulihkan. Unggah sekali lagi.")
            self._store().exchange(lambda: cadangan.restore(siap))
            cadangan.note_restored(self._store(), f"{siap.manifes.saat} WITA")

    def _discard(self) -> None:
        if self._siap is not None:
            shutil.rmtree(self._siap.folder, ignore_errors=True)
            self._siap = None

    def _admit(self, request: Request, form: Form) -> None:
        if not akun.is_empty(self._store()):
            raise UserError(SUDAH)
        if is_local(request):
            return
        if self._kode is None or not secrets.compare_digest(
            form.get("kode", "").strip().lower().encode(), self._kode.encode()
        ):
            raise UserError(KODE_KELIRU)

    async def _load_example(self, request: Request) -> Response:
        from lakip import contoh  # noqa: PLC0415  pulls in the whole house; only this button needs it

        accounts = await to_thread.run_sync(contoh.load, self._store())
        return render(request, "contoh.html", https=self._https, akun=accounts)

    def _page(self, request: Request, isi: Form, salah: str | None = None, status: int = 200) -> Response:
        baris = range(len(BAGIAN_BAWAAN) + BARIS_KOSONG)
        return render(
            request,
            "pasang.html",
            https=self._https,
            status=status,
            isi=isi,
            baris=baris,
            jenis=JENIS,
            awal=beginnings(),
            salah=salah,
            butuh_kode=not is_local(request),
        )


def is_local(request: Request) -> bool:
    """Whether the browser runs on this computer: a loopback address, and no proxy in between."""
    if request.client is None or any(name in request.headers for name in TERUSAN):
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def defaults() -> Form:
    """The form as it opens: the office of the SOP, every field editable."""
    kantor = IDENTITAS_BAWAAN
    isi: Form = {name: getattr(kantor, name) for name in IDENTITAS}
    isi |= {"camat": CAMAT_BAWAAN.nama, "camat_nip": CAMAT_BAWAAN.nip or "", "camat_pangkat": ""}
    isi["awal"] = _kode(pengaturan.running(periode.today()))
    isi |= {"sekcam": "", "sekcam_nip": "", "sekcam_pangkat": "", "akun": "admin", "akun_nama": "", "kode": ""}
    for n in range(len(BAGIAN_BAWAAN) + BARIS_KOSONG):
        b = BAGIAN_BAWAAN[n] if n < len(BAGIAN_BAWAAN) else Bagian("", "", "seksi")
        isi |= {f"bagian_{n}": b.bagian, f"bagian_nama_{n}": b.nama, f"bagian_jenis_{n}": b.jenis}
        isi |= {f"kepala_{n}": "", f"kepala_nip_{n}": ""}
    return isi


def set_up(store: Store, form: Form) -> None:
    """Create the office of a filled form and its first admin. Raises UserError; then nothing was created."""
    isi = {name: value.strip() for name, value in form.items()}
    unit, nama, kabupaten, alamat, tempat = (isi.get(name, "") for name in IDENTITAS)
    kantor = Identitas(unit, nama, kabupaten, alamat, tempat)
    sandi = form.get("sandi", "")
    if sandi != form.get("ulang", ""):
        raise UserError("Kata sandi admin dan ulangannya tidak sama. Ketik keduanya sekali lagi.")
    akun.check_new(isi.get("akun", ""), isi.get("akun_nama", ""), sandi, Peran.ADMIN, None)
    akun.sandi.check(sandi, (nama, kabupaten, tempat))
    bagian = _bagian(isi)
    # A set-up that stopped between office and admin is finished, not refused.
    if kantor.unit not in {u.unit for u in pengaturan.units(store)}:
        awal = _awal(isi.get("awal", ""))
        people = _pejabat(isi, kantor, bagian)
        pengaturan.set_up_office(store, akses.system(kantor.unit), kantor, bagian, people, awal=awal)
    akun.add(store, None, isi["akun"], isi["akun_nama"], sandi, kantor.unit, Peran.ADMIN)


def beginnings() -> dict[str, str]:
    """What an office may begin with, as the form offers it: from next year's last quarter to the first of last year."""
    year = periode.today().year
    every = [Awal(y, n) for y in (year + 1, year, year - 1) for n in reversed(TRIWULAN)]
    return {_kode(one): one.kata for one in every}


def _kode(awal: Awal) -> str:
    return f"{awal.tahun}-{awal.triwulan}"


def _awal(kode: str) -> Awal:
    """That of the form; the running quarter where it says nothing. Raises UserError for one it does not offer."""
    if not kode:
        return pengaturan.running(periode.today())
    if kode not in beginnings():
        raise UserError("Triwulan awal tidak dikenal. Pilih dari daftar pada formulir.")
    tahun, _, triwulan = kode.partition("-")
    return Awal(int(tahun), int(triwulan))


def _rows(isi: Form) -> list[int]:
    return [n for n in range(len(BAGIAN_BAWAAN) + BARIS_KOSONG) if isi.get(f"bagian_{n}")]


def _bagian(isi: Form) -> list[Bagian]:
    rows = [
        Bagian(isi[f"bagian_{n}"].upper(), isi.get(f"bagian_nama_{n}", ""), isi.get(f"bagian_jenis_{n}", ""), n + 1)
        for n in _rows(isi)
    ]
    codes = [b.bagian for b in rows]
    if not rows:
        raise UserError("Belum ada bagian. Isi sedikitnya satu seksi atau subbagian.")
    if twice := {c for c in codes if codes.count(c) > 1}:
        raise UserError(f"Kode bagian {', '.join(sorted(twice))} dipakai dua kali. Bedakan kodenya.")
    for b in rows:
        if not b.nama or b.jenis not in JENIS:
            raise UserError(f"Bagian {b.bagian} belum lengkap. Isi nama dan jenisnya.")
    return rows


def _pejabat(isi: Form, kantor: Identitas, bagian: list[Bagian]) -> list[Pejabat]:
    tempat = kantor.nama.removeprefix("Kecamatan ")
    people = [
        Pejabat(
            f"{jabatan} {tempat}", peran, isi[key], isi.get(f"{key}_nip") or None, isi.get(f"{key}_pangkat") or None
        )
        for key, jabatan, peran in (
            ("camat", "Camat", Peran.CAMAT),
            ("sekcam", "Sekretaris Camat", Peran.SEKCAM),
        )
        if isi.get(key)
    ]
    for n, b in zip(_rows(isi), bagian, strict=True):
        if name := isi.get(f"kepala_{n}"):
            jabatan = f"Lurah {b.nama.removeprefix('Kelurahan ')}" if b.jenis == "kelurahan" else f"Kepala {b.nama}"
            people.append(
                Pejabat(
                    jabatan, KEPALA.get(b.jenis, Peran.KASI), name, isi.get(f"kepala_nip_{n}") or None, None, b.bagian
                )
            )
    return people
