"""How a paper comes on record: saved while the record stands as it was read, with potret, file and trail."""

import hashlib
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from lakip import jejak, periode
from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.store import Store, Transaction

C = TypeVar("C")

PUTARAN = 5  # so often a paper is looked over again because the record moved while it was made
SIBUK = "Catatan kantor terus berubah selagi dokumen ini disusun, sehingga tidak ada yang dicatat. Coba sekali lagi."
SIFAT_POTRET, SIFAT_SIDIK, SIFAT_JENIS = "LakipPotret", "LakipSidikPotret", "LakipJenis"
SIFAT_JEJAK = "LakipJejak"  # the newest act when it was printed: an anchor of the trail on somebody else's computer


@dataclass(frozen=True)
class Potret:
    """The frozen figures of one report."""

    id: str
    sidik: str


def settle(store: Store, look: Callable[[], C], save: Callable[[Transaction, C], None]) -> C:
    """What `look` makes of the record, saved while the record stands as `look` saw it: only `save` holds the lock.

    Raises UserError when the record moved under every one of PUTARAN looks.
    """
    for _ in range(PUTARAN):
        seen = store.version
        made = look()
        with store.transaction() as tx:
            if store.version == seen:
                save(tx, made)
                return made
    raise UserError(SIBUK)


def record(
    store: Store,
    tx: Transaction,
    pengguna: Pengguna,
    about: Mapping[str, Any],
    said: Mapping[str, Any],
    potret: Potret,
    teks: str,
    content: bytes | None,
) -> datetime:
    """The archive first, then potret, laporan and trail in the transaction; gives the moment that they carry. What was
    not printed has no hash.

    Args:
        about: unit, tahun, periode.
        said: jenis, versi, final.
        teks: of the potret.
    """
    sha256 = ""
    if content is not None:
        sha256 = sidik(content)
        store.archive(sha256, ".docx", content)
    pada = periode.now()
    base = {**about, "oleh": pengguna.akun, "pada": pada}
    tx.insert("potret", [{**base, "id": potret.id, "isi": teks, "sha256": potret.sidik}])
    tx.insert("laporan", [{**base, **said, "sha256": sha256, "id": uuid.uuid4().hex, "potret": potret.id}])
    objek = f"laporan:{about['tahun']}:{about['periode']}"
    rincian = {"unit": about["unit"], **said, "sha256": sha256, "sidik_potret": potret.sidik}
    jejak.write(tx, pengguna.akun, "menyusun laporan", objek, **rincian)
    return pada


def marks_of(store: Store, potret: Potret, jenis: str) -> dict[str, str]:
    """What a file says about itself, so that it is found again."""
    last = store.read("jejak_terakhir").row(0, named=True)
    act = {SIFAT_JEJAK: f"{last['nomor']} {last['hash']}"} if last["nomor"] else {}
    return {SIFAT_POTRET: potret.id, SIFAT_SIDIK: potret.sidik, SIFAT_JENIS: jenis, **act}


def trail_moved(store: Store, sifat: str) -> str | None:
    """What a file says of the trail (SIFAT_JEJAK) that the trail no longer says; None when it still does."""
    nomor, _, hash = sifat.partition(" ")
    acts = store.read("jejak_ujung", sejak=int(nomor)) if nomor.isdecimal() else None
    if acts is not None and not acts.is_empty() and (acts["nomor"][0], acts["hash"][0]) == (int(nomor), hash):
        return None
    return (
        f"Dokumen ini menyebut perbuatan nomor {nomor}, yang pada basis data ini tidak ada atau berbunyi lain: "
        "ada yang hilang atau diubah sejak dokumen disusun. Jalankan “periksa”."
    )


def sidik(content: str | bytes) -> str:
    """The SHA-256, as text."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()
