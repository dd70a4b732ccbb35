"""The office: set up once, its identity corrected, its bagian added and renamed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from lakip import jejak
from lakip.akses import Izin, Pengguna, Peran
from lakip.errors import UserError
from lakip.pengaturan.isi import JENIS_BAGIAN, KATEGORI, MULAI_TAHUN, SETELAN, Bagian, Identitas, Pejabat
from lakip.pengaturan.register import pejabat_in_office, pejabat_row
from lakip.pengaturan.setelan import insert_setting
from lakip.pengaturan.triwulan_awal import Awal, insert_awal
from lakip.store import Store, Transaction


def set_up_office(
    store: Store,
    oleh: Pengguna,
    identity: Identitas,
    bagian: Sequence[Bagian],
    pejabat: Sequence[Pejabat],
    tahun: int = MULAI_TAHUN,
    awal: Awal | None = None,
) -> None:
    """Create an office with its bagian, officials, and the default settings from `tahun`, all or nothing.

    `oleh` is `akses.system(unit)` while nobody exists; `awal` the quarter that it begins with (None: it states none,
    and every quarter counts). Raises UserError when the unit exists.
    """
    oleh.require(Izin.PENGATURAN, identity.unit)
    _check_identity(identity)
    unit = identity.unit
    with store.transaction() as tx:
        if not tx.read("unit_satu", unit=unit).is_empty():
            raise UserError(f"Kantor dengan kode wilayah {unit} sudah ada. Ubah datanya di halaman Pengaturan.")
        tx.insert("unit", [vars(identity)])
        tx.insert("bagian", [{"unit": unit, **vars(b)} for b in bagian])
        tx.insert("pejabat", [pejabat_row(unit, p) for p in pejabat])
        for setelan in SETELAN.values():
            insert_setting(tx, oleh, unit, tahun, setelan.kunci, setelan.bawaan)
        tx.insert("kategori", [{"unit": unit, "mulai_tahun": tahun, **vars(k)} for k in KATEGORI])
        if awal is not None:
            insert_awal(tx, oleh, unit, awal)
        jejak.write(
            tx, oleh.akun, "memasang kantor", f"unit:{unit}", nama=identity.nama, contoh=identity.contoh,
            **({"triwulan_awal": awal.kata} if awal else {}),
        )  # fmt: skip


def units(store: Store) -> tuple[Identitas, ...]:
    """Every office of this installation, by kode wilayah."""
    return tuple(Identitas(**r) for r in store.read("unit_semua").iter_rows(named=True))


def identity(store: Store, unit: str) -> Identitas:
    """Raises UserError when there is no such office."""
    rows = store.read("unit_satu", unit=unit)
    if rows.is_empty():
        raise UserError(f"Kantor dengan kode wilayah {unit} belum dipasang. Pasang lebih dahulu di halaman awal.")
    return Identitas(**rows.row(0, named=True))


def bagian(store: Store, unit: str) -> tuple[Bagian, ...]:
    """In the order of the office."""
    return tuple(Bagian(**r) for r in store.read("bagian_semua", unit=unit).iter_rows(named=True))


def set_identity(store: Store, oleh: Pengguna, baru: Identitas) -> None:
    """Correct the name, kop or place of signing. Whether the data are an example stays as it was."""
    oleh.require(Izin.PENGATURAN, baru.unit)
    _check_identity(baru)
    lama = identity(store, baru.unit)
    baru = replace(baru, contoh=lama.contoh)
    with store.transaction() as tx:
        tx.run("unit_ubah", **{k: v for k, v in vars(baru).items() if k != "contoh"})
        jejak.write(tx, oleh.akun, "mengubah identitas", f"unit:{baru.unit}", lama=vars(lama), baru=vars(baru))


def kasubbag_pelaporan(store: Store, unit: str, hari: date) -> Pejabat | None:
    """The Kasubbag who plans and reports: of several the one of the first subbagian that had one on that day."""
    subbag = [b.bagian for b in bagian(store, unit) if b.jenis == "subbag"]
    found = (pejabat_in_office(store, unit, Peran.KASUBBAG, hari, kode) for kode in subbag)
    return next((p for p in found if p is not None), None)


def add_bagian(store: Store, oleh: Pengguna, unit: str, baru: Bagian) -> None:
    """Add a bagian at the end of the office. Its code stays for good: every figure carries it."""
    oleh.require(Izin.PENGATURAN, unit)
    baru = replace(baru, bagian=baru.bagian.strip().upper(), nama=" ".join(baru.nama.split()))
    if not re.fullmatch(r"[A-Z0-9][A-Z0-9._-]{0,11}", baru.bagian):
        raise UserError(f"Kode bagian “{baru.bagian}” harus 1 sampai 12 huruf atau angka tanpa spasi, misalnya PEM.")
    with store.transaction() as tx:
        known = _bagian(tx, unit)
        if same := next((b for b in known if b.bagian.upper() == baru.bagian), None):
            raise UserError(f"Kode bagian {baru.bagian} sudah dipakai {same.nama}. Pilih kode lain.")
        _check_name(known, baru)
        last = max((b.urutan for b in known), default=0)
        tx.insert("bagian", [{"unit": unit, **vars(baru), "urutan": last + 1}])
        jejak.write(tx, oleh.akun, "menambah bagian", f"bagian:{baru.bagian}", unit=unit, nama=baru.nama)


def rename_bagian(store: Store, oleh: Pengguna, unit: str, kode: str, nama: str) -> None:
    """Give a bagian another name, on every screen and paper from now on; its code and its figures stay."""
    oleh.require(Izin.PENGATURAN, unit)
    with store.transaction() as tx:
        known = _bagian(tx, unit)
        lama = next((b for b in known if b.bagian == kode), None)
        if lama is None:
            raise UserError(f"Bagian “{kode}” tidak ada. Bagian yang ada: {', '.join(b.bagian for b in known)}.")
        baru = replace(lama, nama=" ".join(nama.split()))
        _check_name([b for b in known if b != lama], baru)
        tx.run("bagian_ubah", unit=unit, bagian=kode, nama=baru.nama)
        jejak.write(tx, oleh.akun, "mengubah bagian", f"bagian:{kode}", unit=unit, lama=lama.nama, baru=baru.nama)


# ---------------------------------------------------------------- inside


def _bagian(tx: Transaction, unit: str) -> list[Bagian]:
    return [Bagian(**r) for r in tx.read("bagian_semua", unit=unit).iter_rows(named=True)]


def _check_name(others: Sequence[Bagian], baru: Bagian) -> None:
    if not baru.nama:
        raise UserError("Nama bagian harus diisi.")
    if baru.jenis not in JENIS_BAGIAN:
        raise UserError(f"Jenis bagian “{baru.jenis}” tidak dikenal. Pilih: {', '.join(JENIS_BAGIAN.values())}.")
    if same := next((b for b in others if b.nama.casefold() == baru.nama.casefold()), None):
        raise UserError(f"“{baru.nama}” sudah menjadi nama bagian {same.bagian}. Bedakan namanya.")


def _check_identity(baru: Identitas) -> None:
    empty = [name for name in ("unit", "nama", "kabupaten", "tempat") if not getattr(baru, name).strip()]
    if empty:
        words = {"unit": "kode wilayah", "nama": "nama kantor", "kabupaten": "kabupaten", "tempat": "tempat"}
        raise UserError(f"Identitas kantor belum lengkap. Isi: {', '.join(words[n] for n in empty)}.")
