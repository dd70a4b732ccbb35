"""The user's own workbook handed back: each cell with a temuan coloured and commented, a first sheet that lists all.

Checked as any upload and counted small, then marked by `penanda` in a process of its own, bounded in time
and, where the system can, in memory: openpyxl loads a workbook whole. What is no .xlsx is written anew as one first.
"""

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from lakip.berkas import hakim
from lakip.berkas.aliran import RUSAK, Arsip, TooLargeError
from lakip.errors import UserError
from lakip.unggah.berkas import anak, tulis_ulang
from lakip.unggah.berkas.buku import PINTU, display_name, read_workbook
from lakip.unggah.berkas.lembar import alamat_luas
from lakip.unggah.berkas.penanda import Tanda
from lakip.validasi import Temuan, Tingkat

ASLI = (".xlsx", ".xlsm")
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
    """An .xlsx with the temuan marked: the user's own, with its values, formulas and formats; of any other format a
    new one with the cells as they were read. Macros do not come back.

    Raises UserError when the workbook is too large or cannot be written again.
    """
    nama = display_name(nama_berkas)
    isi = hakim.judge(PINTU, content, nama)
    try:
        names: Mapping[str, str] = {}
        if isi.suffix in ASLI:
            _weigh(isi.parts)
        else:
            content, names = tulis_ulang.workbook(read_workbook(content, nama_berkas))
        marks = [_plain(one, names.get(one.lembar, one.lembar)) for one in temuan]
        whole = json.dumps(marks).encode() + b"\n" + content
        return anak.run("lakip.unggah.berkas.penanda", whole, memori=MAKS_MEMORI, detik=MAKS_DETIK)
    except (TooLargeError, *RUSAK, subprocess.SubprocessError) as error:
        raise UserError(GAGAL.format(nama=nama)) from error


def copy_name(nama_berkas: str) -> str:
    """What to call it: “periksa_rekap.xlsx” for rekap.xls."""
    return f"periksa_{PurePath(display_name(nama_berkas)).stem}.xlsx"


def _plain(one: Temuan, lembar: str) -> Tanda:
    return {
        "lembar": lembar,
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
