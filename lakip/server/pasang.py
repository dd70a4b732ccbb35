"""The first start: /pasang, while no account exists. Example data, the office's own set-up, or its backup."""

import re
import secrets
import shutil
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
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
BARIS_KOSONG = 6
MAKS_BAGIAN = 60
IDENTITAS = ("unit", "nama", "kabupaten", "alamat", "tempat")
WAJIB = {
    "nama": "nama kantor", "unit": "kode wilayah", "kabupaten": "kabupaten atau kota", "tempat": "tempat",
    "akun_nama": "nama lengkap admin", "akun": "nama akun admin",
}  # fmt: skip
KODE_BAGIAN = re.compile(r"[A-Z0-9][A-Z0-9._-]{0,11}")
# What a field shows in grey while it is empty: an example, never an answer.
MISAL = {
    "nama": "misalnya Kecamatan Contoh", "unit": "misalnya 12.34.05", "kabupaten": "misalnya Kabupaten Contoh",
    "tempat": "misalnya Contoh", "alamat": "misalnya Jl. Merdeka No. 1 Telp. (0500) 123456 Kode Pos 12345",
    "camat": "misalnya BUDI SANTOSO, S.Sos., M.Si.", "camat_nip": "18 angka",
    "camat_pangkat": "misalnya Pembina (IV/a)", "sekcam": "misalnya SITI RAHMAH, S.E.", "sekcam_nip": "18 angka",
    "sekcam_pangkat": "misalnya Penata (III/c)", "akun_nama": "misalnya Ahmad Fauzi", "akun": "misalnya ahmad",
    "kepala": "nama dengan gelar", "kepala_nip": "18 angka",
}  # fmt: skip
MISAL_BAGIAN = (
    ("PEM", "Seksi Pemerintahan"), ("YAN", "Seksi Pelayanan Umum"), ("PMD", "Seksi Pemberdayaan Masyarakat"),
    ("REN", "Subbagian Perencanaan"), ("UMUM", "Subbagian Umum"), ("KEL", "Kelurahan Contoh"),
)  # fmt: skip
SOP = "sop"  # in the address: filled with the office of the SOP
TERUSAN = ("x-forwarded-for", "forwarded", "x-real-ip")
SUDAH = "Lakip sudah dipasang. Silakan masuk."
KODE_KELIRU = "Kode pemasangan keliru. Kode itu tertulis di jendela tempat Lakip dijalankan."


class IsianError(UserError):
    """What is wrong with a form, by field: everything at once."""

    def __init__(self, salah: Mapping[str, str]) -> None:
        super().__init__(f"{len(salah)} isian perlu diperbaiki. Yang lain masih tertulis; tidak ada yang dipasang.")
        self.salah = salah


class Pasang:
    """`kode` is what another computer must show; None admits only this computer."""

    def __init__(self, store: Callable[[], Store], https: bool, kode: str | None) -> None:
        self._store, self._https, self._kode = store, https, kode
        self._lock = threading.Lock()
        self._siap: Siap | None = None

    async def show(self, request: Request) -> Response:
        if not await to_thread.run_sync(akun.is_empty, self._store()):
            return RedirectResponse("/", 303)
        return self._page(request, of_sop() if request.query_params.get("isi") == SOP else empty())

    async def submit(self, request: Request) -> Response:
        form = await read_form(request)
        if form is None:
            return self._page(request, empty(), KEDALUWARSA, 403)
        try:
            self._admit(request, form)
            if form.get("aksi") == "contoh":
                return await self._load_example(request)
            if form.get("aksi") == "pulihkan":
                await to_thread.run_sync(self._restore)
                return RedirectResponse("/masuk?kabar=pulih", 303)
            await to_thread.run_sync(set_up, self._store(), form)
        except UserError as error:
            salah = error.salah if isinstance(error, IsianError) else {}
            return self._page(request, empty() | form, str(error), 400, salah)
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
            return self._page(request, empty(), str(error), 400)
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

    def _page(
        self,
        request: Request,
        isi: Form,
        salah: str | None = None,
        status: int = 200,
        isian_salah: Mapping[str, str] | None = None,
    ) -> Response:
        return render(
            request,
            "pasang.html",
            https=self._https,
            status=status,
            isi=defaultdict(str, isi),
            baris=rows(isi),
            jenis=JENIS,
            awal=beginnings(),
            salah=salah,
            isian_salah=isian_salah or {},
            misal=MISAL,
            misal_bagian=MISAL_BAGIAN,
            kantor_sop=IDENTITAS_BAWAAN.nama,
            maks_bagian=MAKS_BAGIAN,
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


def empty() -> Form:
    """The form as it opens: nothing is answered."""
    return {
        "kode": "",
        "awal": _kode(pengaturan.running(periode.today())),
        **{f"bagian_{n}": "" for n in range(BARIS_KOSONG)},
    }


def of_sop() -> Form:
    """The form filled with the office of the SOP, every field editable."""
    isi: Form = {**empty(), **{name: getattr(IDENTITAS_BAWAAN, name) for name in IDENTITAS}}
    isi |= {"camat": CAMAT_BAWAAN.nama, "camat_nip": CAMAT_BAWAAN.nip or ""}
    for n, b in enumerate(BAGIAN_BAWAAN):
        isi |= {f"bagian_{n}": b.bagian, f"bagian_nama_{n}": b.nama, f"bagian_jenis_{n}": b.jenis}
    return isi


def set_up(store: Store, form: Form) -> None:
    """Create the office of a filled form and its first admin.

    Raises IsianError with everything that is wrong with it; then nothing was created.
    """
    isi = defaultdict(str, {name: value.strip() for name, value in form.items()})
    unit, nama, kabupaten, alamat, tempat = (isi[name] for name in IDENTITAS)
    kantor, sandi = Identitas(unit, nama, kabupaten, alamat, tempat), form.get("sandi", "")
    if salah := {**_blank(isi), **_wrong_bagian(isi), **_wrong_admin(isi, sandi, form.get("ulang", ""))}:
        raise IsianError(salah)
    bagian = _bagian(isi)
    # A set-up that stopped between office and admin is finished, not refused.
    if kantor.unit not in {u.unit for u in pengaturan.units(store)}:
        awal = _awal(isi.get("awal", ""))
        people = _pejabat(isi, kantor, bagian)
        pengaturan.set_up_office(store, akses.system(kantor.unit), kantor, bagian, people, awal=awal)
    akun.add(store, None, isi["akun"], isi["akun_nama"], sandi, kantor.unit, Peran.ADMIN)


def rows(isi: Form) -> list[int]:
    """The numbers of the rows of bagian in a form, in order."""
    found = (re.fullmatch(r"bagian_(\d{1,4})", name) for name in isi)
    return sorted(int(m[1]) for m in found if m)[:MAKS_BAGIAN]


def beginnings() -> dict[str, str]:
    """What an office may begin with, as the form offers it: from next year's last quarter to the first of last year."""
    year = periode.today().year
    every = [Awal(y, n) for y in (year + 1, year, year - 1) for n in reversed(TRIWULAN)]
    return {_kode(one): one.kata for one in every}


# ---------------------------------------------------------------- inside


def _blank(isi: Form) -> dict[str, str]:
    return {name: f"Isi {kata}." for name, kata in WAJIB.items() if not isi[name]}


def _wrong_bagian(isi: Form) -> dict[str, str]:
    """Of each row that says anything: what its code and its name lack."""
    filled, salah = _filled(isi), {}
    codes = [isi[f"bagian_{n}"].upper() for n in filled]
    if not filled:
        return {"bagian_0": "Belum ada bagian. Isi sedikitnya satu seksi atau subbagian."}
    for n, kode in zip(filled, codes, strict=True):
        if not kode:
            salah[f"bagian_{n}"] = "Isi kodenya, misalnya PEM, atau hapus barisnya."
        elif not KODE_BAGIAN.fullmatch(kode):
            salah[f"bagian_{n}"] = "1 sampai 12 huruf atau angka tanpa spasi, misalnya PEM."
        elif codes.count(kode) > 1:
            salah[f"bagian_{n}"] = f"Kode bagian {kode} dipakai dua kali. Bedakan kodenya."
        if not isi[f"bagian_nama_{n}"]:
            salah[f"bagian_nama_{n}"] = "Isi nama bagiannya."
        if isi[f"bagian_jenis_{n}"] not in JENIS:
            salah[f"bagian_jenis_{n}"] = "Pilih jenisnya."
    return salah


def _wrong_admin(isi: Form, sandi: str, ulang: str) -> dict[str, str]:
    salah = {}
    try:
        if isi["akun"]:
            akun.check_name(isi["akun"])
    except UserError as error:
        salah["akun"] = str(error)
    try:
        akun.sandi.check(sandi, [isi[name] for name in ("akun", "akun_nama", "nama", "kabupaten", "tempat")])
    except UserError as error:
        salah["sandi"] = str(error)
    if sandi != ulang:
        salah["ulang"] = "Kata sandi dan ulangannya tidak sama. Ketik keduanya sekali lagi."
    return salah


def _filled(isi: Form) -> list[int]:
    names = ("bagian_{}", "bagian_nama_{}", "kepala_{}", "kepala_nip_{}")
    return [n for n in rows(isi) if any(isi[name.format(n)] for name in names)]


def _kode(awal: Awal) -> str:
    return f"{awal.tahun}-{awal.triwulan}"


def _awal(kode: str) -> Awal:
    """That of the form; the running quarter where it says nothing. Raises IsianError for one it does not offer."""
    if not kode:
        return pengaturan.running(periode.today())
    if kode not in beginnings():
        raise IsianError({"awal": "Triwulan awal tidak dikenal. Pilih dari daftar pada formulir."})
    tahun, _, triwulan = kode.partition("-")
    return Awal(int(tahun), int(triwulan))


def _bagian(isi: Form) -> list[Bagian]:
    return [
        Bagian(isi[f"bagian_{n}"].upper(), isi[f"bagian_nama_{n}"], isi[f"bagian_jenis_{n}"], place)
        for place, n in enumerate(_filled(isi), start=1)
    ]


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
    for n, b in zip(_filled(isi), bagian, strict=True):
        if name := isi.get(f"kepala_{n}"):
            jabatan = f"Lurah {b.nama.removeprefix('Kelurahan ')}" if b.jenis == "kelurahan" else f"Kepala {b.nama}"
            people.append(
                Pejabat(
                    jabatan, KEPALA.get(b.jenis, Peran.KASI), name, isi.get(f"kepala_nip_{n}") or None, None, b.bagian
                )
            )
    return people
