"""When the nightly backup is made, and where a second copy goes. A wrong word here loses no backup: the first folder is
always that of the record."""

import os
import uuid
from dataclasses import dataclass
from pathlib import Path

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.store import Store

JAM = 20


@dataclass(frozen=True)
class Setelan:
    """`jam`: of the nightly backup, WITA. `folder`: the second one; None: none."""

    jam: int = JAM
    folder: Path | None = None


def in_force(store: Store) -> Setelan:
    rows = store.read("cadangan_setelan")
    if rows.is_empty():
        return Setelan()
    row = rows.row(0, named=True)
    return Setelan(row["jam"], Path(row["folder"]) if row["folder"] else None)


def set_setting(store: Store, oleh: Pengguna, unit: str, jam: int, folder: str) -> None:
    """Raises UserError when the second folder cannot take a file now, or lies within the data folder."""
    oleh.require(Izin.AKUN, unit)
    second = folder.strip()
    if second:
        _check_folder(Path(second), store.folder)
    with store.transaction() as tx:
        before = tx.read("cadangan_setelan")
        nomor = before["nomor"].item() + 1 if len(before) else 1
        row = {"nomor": nomor, "jam": jam, "folder": second or None, "oleh": oleh.akun, "pada": periode.now()}
        tx.insert("setelan_cadangan", [row])
        jejak.write(
            tx, oleh.akun, "mengubah setelan cadangan", f"unit:{unit}", unit=unit, jam=jam, folder_kedua=second or None
        )


def _check_folder(folder: Path, data: Path | None) -> None:
    if not folder.is_absolute():
        raise UserError(f"Tulis letak lengkap folder kedua, misalnya E:\\cadangan atau /media/usb, bukan “{folder}”.")
    if not folder.is_dir():
        raise UserError(f"Folder “{folder}” tidak ada atau tidak terjangkau. Pasang cakramnya atau buat foldernya.")
    if data is not None and folder.resolve().is_relative_to(data.resolve()):
        raise UserError("Folder kedua harus di luar folder data, sebaiknya pada cakram lain.")
    probe = folder / f".lakip-{uuid.uuid4().hex}"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise UserError(f"Folder “{folder}” tidak dapat ditulisi ({os.strerror(error.errno or 0)}).") from error
