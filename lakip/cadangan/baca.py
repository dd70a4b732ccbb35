"""Reading a backup back. What is brought may come from anybody: nothing in it is believed before it was checked.

Names, sizes and kinds first, then every byte against the list it carries, then the database itself, opened without
writing to it.
"""

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

from lakip import periode, salinan
from lakip.cadangan import isi
from lakip.cadangan.irama import POTONG, paced
from lakip.cadangan.isi import ANGGOTA, BACA, MANIFES, SUMS, Manifes
from lakip.errors import UserError
from lakip.salinan import FILE_NAME

TERBANYAK, TERBESAR = 200_000, 64_000_000_000  # members; bytes of them all
DAFTAR = 50_000_000  # bytes of the list
MELAR = 400  # times that a member may grow beyond a million bytes when it is unpacked
BUKAN = "Berkas ini bukan cadangan Lakip"
RUSAK = "Cadangan ini rusak ({}). Pakai cadangan yang lain."

Maju = Callable[[float], None]


def check(path: Path) -> Manifes:
    """What a backup says of itself, when its names and sizes are those of a backup; unpacks nothing else.

    One of a program from before there was a list has only its database and originals checked, by `extract`. Raises
    UserError.
    """
    with _opened(path) as bundle:
        return _manifes(bundle, path)


def extract(path: Path, folder: Path, hanya: frozenset[str] = frozenset(), maju: Maju = lambda _: None) -> Manifes:
    """Unpack into `folder` what brings a record back (with `hanya`, only these), and check everything on the way.

    Raises UserError for the first that is not as the list says, or an original that is not what its name says.
    """
    with _opened(path) as bundle:
        manifes = _manifes(bundle, path)
        total, done = sum(info.file_size for info in bundle.infolist()) or 1, 0
        if shutil.disk_usage(folder).free < total:
            raise UserError(f"Ruang di {folder} kurang: isi cadangan ini {total // 1_000_000} MB.")
        for info in bundle.infolist():
            if info.filename in (MANIFES, SUMS, BACA):
                continue
            wanted = info.filename in hanya if hanya else not info.filename.startswith(("parquet/", "csv/"))
            target = folder / info.filename if wanted else None
            if target is not None:
                target.parent.mkdir(parents=True, exist_ok=True)
            sha = _read(bundle, info, target)
            said = manifes.berkas.get(info.filename)
            named = info.filename.startswith("arsip/") and not manifes.berkas
            if (manifes.berkas and said != (sha, info.file_size)) or (named and Path(info.filename).stem != sha):
                raise UserError(RUSAK.format(f"isi {info.filename} berubah"))
            done += info.file_size
            maju(done / total)
        return manifes


def verify(path: Path, room: Path, ditulis: Manifes | None = None, maju: Maju = lambda _: None) -> salinan.Isi:
    """Read a whole backup back and open its database in `room`. Returns what the database holds.

    Raises UserError when a byte is not as the list says, the database does not open, or its rows are not those that
    were written.
    """
    room.mkdir(parents=True, exist_ok=True)
    manifes = extract(path, room, frozenset({FILE_NAME}), maju)
    if ditulis is not None and manifes != ditulis:
        raise UserError(RUSAK.format("daftar isinya berubah"))
    return look(room / FILE_NAME, manifes)


def look(database: Path, manifes: Manifes) -> salinan.Isi:
    """What an unpacked database holds; raises UserError when it is not what the list says."""
    try:
        found = salinan.look(database)
    except salinan.TakTerbaca as error:
        newer = f"; ditulis DuckDB {manifes.duckdb}, di sini DuckDB {salinan.engine()}"
        raise UserError(RUSAK.format(f"basis datanya tidak terbuka{newer}")) from error
    rows = {table: count for table, count in found.baris.items() if table not in manifes.hilang}
    if manifes.baris and rows != manifes.baris:
        odd = sorted(t for t in rows.keys() | manifes.baris.keys() if rows.get(t) != manifes.baris.get(t))
        raise UserError(RUSAK.format(f"jumlah baris tabel {', '.join(odd[:3])} lain"))
    return found


# ---------------------------------------------------------------- inside


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise UserError(f"{BUKAN}, atau terpotong ketika disalin. Salin sekali lagi dari asalnya.") from error


def _manifes(bundle: zipfile.ZipFile, path: Path) -> Manifes:
    infos = bundle.infolist()
    names = [info.filename for info in infos]
    if FILE_NAME not in names:
        raise UserError(f"{BUKAN}: tidak ada {FILE_NAME} di dalamnya.")
    if len(names) > TERBANYAK or len(set(names)) < len(names):
        raise UserError(f"{BUKAN}: daftar berkasnya janggal.")
    for info in infos:
        if not ANGGOTA.fullmatch(info.filename):
            raise UserError(f"{BUKAN}: “{info.filename[:80]}” tidak dikenal.")
        stretched = info.file_size > 1_000_000 and info.file_size > MELAR * max(1, info.compress_size)
        odd_kind = info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.flag_bits & 1
        if stretched or odd_kind or (info.external_attr >> 28) == 0xA:  # a link
            raise UserError(f"{BUKAN}: “{info.filename}” dikemas dengan cara yang tidak dipakai Lakip.")
    if sum(info.file_size for info in infos) > TERBESAR:
        raise UserError(f"{BUKAN}: isinya terlalu besar.")
    if MANIFES not in names:
        made = datetime.fromtimestamp(path.stat().st_mtime, periode.WITA)
        return Manifes("", "", (), f"{made:%Y-%m-%d %H:%M:%S}")
    if bundle.getinfo(MANIFES).file_size > DAFTAR:
        raise UserError(f"{BUKAN}: daftar isinya terlalu besar.")
    manifes = isi.from_json(_bytes(bundle, MANIFES))
    if lacking := manifes.berkas.keys() ^ set(names).difference((MANIFES, SUMS, BACA)):
        raise UserError(RUSAK.format(f"{min(lacking)} tidak sesuai daftarnya"))
    return manifes


def _read(bundle: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path | None) -> str:
    """The sha256 of a member, written to `target` too; never more bytes than it says it has."""
    sha, left = hashlib.sha256(), info.file_size
    kept = nullcontext(lambda _: None) if target is None else paced(target)
    try:
        with bundle.open(info) as source, kept as give:
            while piece := source.read(POTONG):
                left -= len(piece)
                if left < 0:
                    raise UserError(RUSAK.format(f"{info.filename} lebih panjang daripada yang tertulis"))
                sha.update(piece)
                give(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise UserError(RUSAK.format(f"{info.filename} tidak terbaca")) from error
    return sha.hexdigest()


def _bytes(bundle: zipfile.ZipFile, name: str) -> bytes:
    try:
        return bundle.read(name)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise UserError(RUSAK.format(f"{name} tidak terbaca")) from error
