"""What a backup is: its kinds, its name, what lies in it, and the list it carries of itself."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from lakip.errors import UserError
from lakip.utuh import jangkar

MANIFES, SUMS, BACA = "manifes.json", "SHA256SUMS", "BACA-SAYA.txt"
TAMBAHAN = ("templat", "setelan")  # folders of an office's own files, where it has some
# What may lie in a backup; anything else is not one of ours.
ANGGOTA = re.compile(
    rf"{MANIFES}|{SUMS}|{BACA}|lakip\.duckdb|{re.escape(jangkar.NAMA)}|(parquet|csv)/[a-z_0-9]+\.(parquet|csv)"
    rf"|arsip/[0-9a-f]{{64}}(\.[A-Za-z0-9]{{1,8}})?|({'|'.join(TAMBAHAN)})/[\w .()-]{{1,100}}"
)
KOSONG = "0" * 8


class Jenis(StrEnum):
    """Why a backup was made; the word stands in its name."""

    MALAM = "malam"
    PENGESAHAN = "pengesahan"
    PEMBARUAN = "pembaruan"
    MANUAL = "manual"


JENIS_NAMA = {
    Jenis.MALAM: "Harian",
    Jenis.PENGESAHAN: "Pengesahan",
    Jenis.PEMBARUAN: "Sebelum pembaruan program",
    Jenis.MANUAL: "Atas permintaan",
}
NAMA = re.compile(
    rf"lakip_(?P<hari>\d{{4}}-\d\d-\d\d)_(?P<jam>\d{{6}})_(?P<jenis>{'|'.join(Jenis)})_(?P<sidik>[0-9a-f]{{8}})"
    r"(?P<kurang>_kurang)?\.zip"
)


@dataclass(frozen=True)
class Cadangan:
    """One backup as its name tells: why, when (the office's clock), of which record, whether something was missing."""

    path: Path
    jenis: Jenis
    saat: datetime
    sidik: str
    lengkap: bool = True
    ukuran: int = 0


@dataclass(frozen=True)
class Manifes:
    """What a backup says of itself. `kurang` are the originals that were missing or damaged, `hilang` the tables that
    could not be read, each with why."""

    versi: str
    duckdb: str
    migrasi: tuple[str, ...]
    saat: str  # WITA
    kantor: tuple[str, ...] = ()
    tahun: tuple[int, ...] = ()
    nomor: int = 0
    pada: str | None = None  # UTC
    hash: str = ""
    baris: Mapping[str, int] = field(default_factory=dict)
    berkas: Mapping[str, tuple[str, int]] = field(default_factory=dict)  # of each member: sha256, bytes
    kurang: tuple[str, ...] = ()
    hilang: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


def from_json(content: bytes) -> Manifes:
    """Raises UserError for what no backup says of itself."""
    try:
        said: dict[str, Any] = json.loads(content)
        known = {f.name: said[f.name] for f in fields(Manifes)}
        files = {str(n): (str(sha), int(size)) for n, (sha, size) in known["berkas"].items()}
        rows = {str(t): int(n) for t, n in known["baris"].items()}
        lists = {n: tuple(known[n]) for n in ("migrasi", "kantor", "tahun", "kurang")}
        return Manifes(**{**known, **lists, "berkas": files, "baris": rows})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError("Daftar isi cadangan ini rusak. Pakai cadangan yang lain.") from error


def name(jenis: Jenis, saat: datetime, sidik: str, lengkap: bool) -> str:
    """ "lakip_2026-11-30_200000_malam_1a2b3c4d.zip"; `sidik` is the hash of the first act of the record."""
    return f"lakip_{saat:%Y-%m-%d_%H%M%S}_{jenis}_{sidik[:8] or KOSONG}{'' if lengkap else '_kurang'}.zip"


def listed(folder: Path, sidik: str | None = None) -> list[Cadangan]:
    """The backups in a folder, newest first; of one record only, when it is said. Other files are not looked at."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        said = NAMA.fullmatch(path.name)
        if said is None or (sidik is not None and said["sidik"] != (sidik[:8] or KOSONG)):
            continue
        saat = datetime.strptime(f"{said['hari']} {said['jam']}", "%Y-%m-%d %H%M%S")  # noqa: DTZ007  WITA
        with suppress(FileNotFoundError):  # taken away meanwhile
            size = path.stat().st_size
            found.append(Cadangan(path, Jenis(said["jenis"]), saat, said["sidik"], said["kurang"] is None, size))
    return sorted(found, key=lambda c: (c.saat, c.path.name), reverse=True)
