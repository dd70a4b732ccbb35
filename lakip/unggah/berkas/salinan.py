"""The user's own workbook handed back: each cell with a temuan coloured and commented, a first sheet that lists all.

Checked as any upload and counted small, then marked by `penanda` in a process of its own, bounded in time
and, where the system can, in memory: openpyxl loads a workbook whole.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lakip.berkas.aliran import RUSAK, Arsip, TooLargeError
from lakip.errors import UserError
from lakip.unggah.berkas.buku import display_name, open_parts
from lakip.unggah.berkas.lembar import alamat_luas
from lakip.unggah.berkas.penanda import Tanda
from lakip.validasi import Temuan, Tingkat

ROOT = Path(__file__).parents[3]
MAKS_UNSUR = 100_000
MAKS_LUAS = 200_000
MAKS_DETIK = 20
MAKS_MEMORI = 3 * 2**29
WARNA = {Tingkat.SALAH: "FFD6D1", Tingkat.TANYA: "FFE9B8", Tingkat.CATATAN: "DCE9F9"}
NAMA = {Tingkat.SALAH: "Perlu diperbaiki", Tingkat.TANYA: "Perlu dijawab", Tingkat.CATATAN: "Catatan"}
GAGAL = (
    "Salinan bertanda untuk berkas “{nama}” tidak dapat dibuat, karena isinya terlalu besar atau tidak lazim. "
    "Pakai daftar temuan di layar, atau salin tabelnya saja ke buku kerja baru."
)


def marked_copy(content: bytes, nama_berkas: str, temuan: Sequence[Temuan]) -> bytes:
    """The same .xlsx with the temuan marked; values, formulas and formats are the user's.

    Raises UserError when the workbook is too large or cannot be written again.
    """
    nama = display_name(nama_berkas)
    arsip = open_parts(content, nama)
    try:
        _weigh(arsip)
        return _run(content, [_plain(one) for one in temuan])
    except (TooLargeError, *RUSAK, subprocess.SubprocessError) as error:
        raise UserError(GAGAL.format(nama=nama)) from error


def _run(content: bytes, tanda: list[Tanda]) -> bytes:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "lakip.unggah.berkas.penanda", str(MAKS_MEMORI)],
        input=json.dumps(tanda).encode() + b"\n" + content,
        capture_output=True,
        timeout=MAKS_DETIK,
        check=True,
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return done.stdout


def _plain(one: Temuan) -> Tanda:
    return {
        "lembar": one.lembar,
        "sel": one.sel,
        "pesan": one.pesan,
        "tingkat": NAMA[one.tingkat],
        "warna": WARNA[one.tingkat],
        "berat": list(Tingkat).index(one.tingkat),
    }


@dataclass
class _Timbangan:
    """Cells that openpyxl would make for the ranges it spreads out."""

    luas: int = 0

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if tag in {"mergeCell", "hyperlink"}:
            self.luas += alamat_luas(attrs.get("ref", ""))
            if self.luas > MAKS_LUAS:
                raise TooLargeError


def _weigh(arsip: Arsip) -> None:
    """Every element becomes an object of its own, every merged or linked cell too."""
    scale, total = _Timbangan(), 0
    for part in sorted(arsip.names):
        if part.endswith((".xml", ".rels", ".vml")):
            total += arsip.parse(part, scale.start if re.search(r"/worksheets/", part) else _ignore)
            if total > MAKS_UNSUR:
                raise TooLargeError


def _ignore(_tag: str, _attrs: dict[str, str]) -> None:
    return None
