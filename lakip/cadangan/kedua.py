"""The second folder: another disk, a stick, the network. That it cannot be reached is told, and stops nothing."""

import hashlib
from pathlib import Path

from lakip.cadangan import irama, umur
from lakip.cadangan.isi import listed
from lakip.errors import UserError
from lakip.tukar import sync_folder


def copy(source: Path, folder: Path) -> None:
    """Copy a backup there and read it back. Raises UserError, naming the folder, when it is not there afterwards."""
    target, half = folder / source.name, folder / f"{source.name}.tmp"
    try:
        with source.open("rb") as file, irama.paced(half) as give:
            said = hashlib.sha256()
            while piece := file.read(irama.POTONG):
                said.update(piece)
                give(piece)
        with half.open("rb") as file:
            if hashlib.file_digest(file, "sha256").digest() != said.digest():
                raise UserError(f"Salinan di folder kedua {folder} tidak sama dengan aslinya. Periksa cakramnya.")
        half.replace(target)
        sync_folder(folder)
    except OSError as error:
        raise UserError(
            f"Folder kedua {folder} tidak dapat ditulisi ({error.strerror}). Cadangan {source.name} hanya ada di "
            "folder data. Pasang cakramnya, lalu pilih Cadangkan sekarang."
        ) from error
    finally:
        _forget(half)


def retain(folder: Path, sidik: str) -> list[Path]:
    """Take away what may go of the backups of one record in a folder, and what a kill left half copied; which backups
    those were."""
    for half in folder.glob(f"lakip_*_{sidik[:8]}*.zip.tmp"):
        _forget(half)
    gone = []
    for one in umur.old(listed(folder, sidik)):
        one.path.unlink(missing_ok=True)
        gone.append(one.path)
    return gone


def _forget(half: Path) -> None:
    try:
        half.unlink(missing_ok=True)
    except OSError:
        return
