"""The office itself: its example, its accounts, its backup, whether its record is whole."""

import argparse
import getpass
import sys

from lakip import akses, akun, contoh, jejak, pengaturan
from lakip.akses import Peran
from lakip.perintah import dasar
from lakip.store import Store


def load_example(store: Store, _: argparse.Namespace) -> None:
    for name, nama, peran, sandi in contoh.load(store):
        print(f"{name:<16} {peran:<28} {nama:<36} kata sandi: {sandi}")
    print("Data contoh dimuat: tiga tahun Kecamatan Paringin Selatan, dengan pejabat dan angka rekaan.")


def add_account(store: Store, wanted: argparse.Namespace) -> None:
    """The first account of a fresh folder is an admin, and brings the office of the SOP with it."""
    first = akun.is_empty(store)
    peran = Peran(wanted.peran or (Peran.ADMIN if first else Peran.STAF))
    nama, sandi = wanted.nama or wanted.akun, _sandi(wanted)
    akun.check_new(wanted.akun, nama, sandi, peran, wanted.bagian)
    if first:
        akun.check_first(peran)
    if not pengaturan.units(store):
        _set_up(store)
    unit = dasar.unit(store)
    oleh = None if first else dasar.actor(store, wanted, unit)
    akun.add(store, oleh, wanted.akun, nama, sandi, unit, peran, dasar.bagian(store, unit, wanted))
    print(f"Akun “{wanted.akun}” ditambah dengan peran {akses.PERAN_NAMA[peran]}.")


def set_password(store: Store, wanted: argparse.Namespace) -> None:
    akun.set_sandi(store, dasar.actor(store, wanted, dasar.unit(store)), wanted.akun, _sandi(wanted))
    print(f"Kata sandi akun “{wanted.akun}” diganti; sesinya yang terbuka diakhiri.")


def disable(store: Store, wanted: argparse.Namespace) -> None:
    akun.set_active(store, dasar.actor(store, wanted, dasar.unit(store)), wanted.akun, aktif=False)
    print(f"Akun “{wanted.akun}” dinonaktifkan.")


def back_up(store: Store, wanted: argparse.Namespace) -> None:
    store.back_up(wanted.ke)
    print(f"Cadangan ditulis ke {wanted.ke}: basis data, berkas asli, dan salinan Parquet.")


def check(store: Store, _: argparse.Namespace) -> int:
    """The chain of the trail and the originals in the archive; 1 when something is not as it was written."""
    wrong = [*jejak.check(store), *jejak.check_archive(store)]
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    if wrong:
        return 1
    last = store.read("jejak_terakhir")["nomor"].item()
    print(f"Utuh: {last} baris jejak bersambung, dan setiap berkas asli di arsip sama dengan ketika diunggah.")
    return 0


def _set_up(store: Store) -> None:
    identity = pengaturan.IDENTITAS_BAWAAN
    officials = (pengaturan.CAMAT_BAWAAN,)
    pengaturan.set_up_office(store, akses.system(identity.unit), identity, pengaturan.BAGIAN_BAWAAN, officials)


def _sandi(wanted: argparse.Namespace) -> str:
    if wanted.sandi is not None:
        return str(wanted.sandi)
    return getpass.getpass("Kata sandi: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
