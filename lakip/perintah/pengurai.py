"""The words of a command line taken apart, in Indonesian. Knows argparse, and none of the commands.

A mistake raises UserError with one sentence, as everywhere; argparse itself would print its usage and end with 2.
"""

import argparse
import errno
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from lakip.errors import UserError

# What argparse says, and what we say instead; the first that fits counts.
KALIMAT = tuple(
    (re.compile(pattern, re.DOTALL), sentence)
    for pattern, sentence in (
        (r"the following arguments are required: (.+)", "Belum disebut: {0}."),
        (r"unrecognized arguments: (.+)", "Tidak dikenal: {0}."),
        (
            r"argument (.+?): invalid choice: (.*?) \(choose from (.*?)\).*",
            "{0}: “{1}” tidak dikenal. Pilihannya: {2}.",
        ),
        (r"argument (.+?): invalid \w+ value: (.*)", "{0}: “{1}” bukan angka."),
        (r"argument (.+?): expected .+ argument.*", "{0} belum diisi."),
        (r"argument (.+?): ignored explicit argument (.*)", "{0} tidak memerlukan isi, padahal tertulis “{1}”."),
        (r"argument (.+?): (.+)", "{0}: {1}"),
    )
)
SEBAB = {
    errno.ENOENT: "tidak ada. Periksa letak dan namanya",
    errno.EISDIR: "adalah folder. Sebutkan nama berkasnya",
    errno.EACCES: "tidak boleh dibuka oleh pengguna komputer ini. Periksa izinnya",
    errno.EPERM: "tidak boleh diubah oleh pengguna komputer ini. Periksa izinnya",
    errno.EEXIST: "bukan folder. Sebutkan folder lain",
    errno.ENOTDIR: "terletak di bawah sesuatu yang bukan folder. Periksa letaknya",
    errno.ENOSPC: "tidak muat, karena penyimpanannya penuh. Kosongkan dahulu sebagian",
    errno.EROFS: "terletak di penyimpanan yang hanya dapat dibaca. Pilih tempat lain",
    errno.ENAMETOOLONG: "bernama terlalu panjang. Pendekkan namanya",
}


class _Bantuan(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)


class Pengurai(argparse.ArgumentParser):
    """An ArgumentParser that speaks Indonesian. Its subcommands are of the same kind."""

    def __init__(self, **more: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Bantuan, **more)
        self._positionals.title, self._optionals.title = "yang disebut", "pilihan"
        self.add_argument("-h", "--help", action="help", help="menampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        found = next(((s, m) for p, s in KALIMAT if (m := p.fullmatch(message))), None)
        said = found[0].format(*(g.replace("'", "") for g in found[1].groups())) if found else f"{message}."
        raise UserError(f"{said} Bantuan: {self.prog} --help")


def tahun(teks: str) -> int:
    if not re.fullmatch(r"20[0-9]{2}", teks):
        raise argparse.ArgumentTypeError(f"“{teks}” bukan tahun. Tulis empat angka, misalnya 2026.")
    return int(teks)


def tanggal(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError as error:
        pesan = f"“{teks}” bukan tanggal. Tulis tahun-bulan-hari, misalnya 2026-12-31."
        raise argparse.ArgumentTypeError(pesan) from error


def target(teks: str) -> Path:
    """A file to be written. Refused before any work is done for it."""
    path = Path(teks)
    if path.is_dir() or not path.name:
        raise argparse.ArgumentTypeError(f"“{teks}” adalah folder. Sebutkan juga nama berkasnya.")
    if not path.parent.is_dir():
        raise argparse.ArgumentTypeError(f"folder “{path.parent}” tidak ada. Buat foldernya dahulu.")
    return path


def explain(error: OSError) -> str:
    """What the system said about a file, in one sentence."""
    what = f"Berkas “{error.filename}”" if error.filename else "Berkas"
    return f"{what} {SEBAB.get(error.errno or 0, f'tidak dapat dibaca atau ditulis (galat sistem {error.errno})')}."
