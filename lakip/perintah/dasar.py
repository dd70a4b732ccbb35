"""What the commands share: which office, in whose name, which bagian, reading and writing a file."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from lakip import akses, akun, keadaan, pengaturan, periode
from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.store import Store
from lakip.unggah.berkas.buku import MAKS_UKURAN


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


@contextmanager
def record(store: Store, wanted: argparse.Namespace) -> Iterator[tuple[Store, date]]:
    """The record that is asked for, of today or of `--keadaan`, and the day its data are of."""
    if wanted.keadaan is None:
        yield store, wanted.per or periode.today()
        return
    with keadaan.at(store, unit(store), saat := keadaan.moment(wanted.keadaan)) as then:
        yield then, wanted.per or periode.local(saat).date()


def read(path: Path) -> bytes:
    """No more than tells that a file is too large."""
    with path.open("rb") as stream:
        return stream.read(MAKS_UKURAN + 1)


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    print(f"Ditulis: {path}")
