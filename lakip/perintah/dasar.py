"""What the commands share: which office, in whose name, which bagian, reading and writing a file."""

import argparse
from pathlib import Path

from lakip import akses, akun, pengaturan
from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.store import Store
from lakip.unggah.berkas import MAKS_UKURAN


def unit(store: Store) -> str:
    known = pengaturan.units(store)
    if not known:
        raise UserError(
            "Belum ada kantor di folder data ini. Tambah admin pertama dengan “akun tambah”, atau muat data contoh."
        )
    return known[0].unit


def actor(store: Store, wanted: argparse.Namespace, unit: str) -> Pengguna:
    return akun.find(store, wanted.sebagai) if wanted.sebagai else akses.system(unit)


def triwulan(wanted: argparse.Namespace) -> int:
    if wanted.triwulan is None:
        raise UserError("Sebutkan triwulannya, misalnya --triwulan 1.")
    return int(wanted.triwulan)


def bagian(store: Store, unit: str, wanted: argparse.Namespace) -> str | None:
    known = [b.bagian for b in pengaturan.bagian(store, unit)]
    if wanted.bagian and wanted.bagian not in known:
        raise UserError(f"Bagian “{wanted.bagian}” tidak ada. Bagian yang ada: {', '.join(known)}.")
    return str(wanted.bagian) if wanted.bagian else None


def read(path: Path) -> bytes:
    """No more than tells that a file is too large."""
    with path.open("rb") as stream:
        return stream.read(MAKS_UKURAN + 1)


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    print(f"Ditulis: {path}")
