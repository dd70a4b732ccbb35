"""The sheets of an .xls (Excel 97-2003), read by xlrd in a process of its own."""

import json
import subprocess
from typing import Any

from lakip.berkas import lama
from lakip.berkas.aliran import BrokenError, TooLargeError
from lakip.berkas.pintu import DitolakError, Sebab
from lakip.unggah.berkas import anak
from lakip.unggah.berkas.komentar import kept
from lakip.unggah.berkas.lembar import Anggaran, Lembar, Sel, Susunan
from lakip.unggah.berkas.penggal import Penggal, Tulisan, resolve
from lakip.unggah.berkas.sel_xlsx import moment
from lakip.unggah.berkas.tampilan import TERBESAR, Nilai, is_date

MAKS_MEMORI = 200 * 2**20
MAKS_DETIK = 10


def sheets(content: bytes) -> list[Lembar]:
    """Every worksheet in the order of the tabs. Raises TooLargeError, DitolakError or BrokenError."""
    try:
        printed = anak.run("lakip.unggah.berkas.pembaca_xls", content, memori=MAKS_MEMORI, detik=MAKS_DETIK)
    except subprocess.TimeoutExpired as error:
        raise TooLargeError from error
    except subprocess.SubprocessError as error:
        raise BrokenError("its reader died of it") from error
    told = json.loads(printed)
    if told.get("gagal") == "besar":
        raise TooLargeError
    if told.get("gagal") == "sandi":
        raise DitolakError(Sebab.TERKUNCI)
    if not told.get("lembar"):
        raise BrokenError("no worksheet")
    anggaran = Anggaran()
    # A program that never calculates leaves no summary either; Excel and LibreOffice always do.
    calculated, makro = lama.has(content, lama.RINGKASAN), lama.has(content, lama.VBA)
    codes = {int(key): code for key, code in told["format"].items()}
    return [_sheet(one, codes, anggaran, calculated, makro) for one in told["lembar"]]


# ---------------------------------------------------------------- inside


def _sheet(told: dict[str, Any], codes: dict[int, str], anggaran: Anggaran, calculated: bool, makro: bool) -> Lembar:
    sheet, closed = Susunan(anggaran, dihitung=calculated), {*told["tertutup"]}
    for printed in told["sel"]:
        sel = _cell(printed, codes, anggaran, told["sejak_1904"])
        sheet.add(sel, tertutup=sel.baris in closed)
    for area in told["gabungan"]:
        sheet.merge((*area,))
    for column in told["kolom_tertutup"]:
        sheet.close_columns(column, column)
    sheet.komentar |= {
        (row, column): text for row, column, note in told["komentar"] if (text := kept(anggaran.take(note)))
    }
    return sheet.done(anggaran.take(told["nama"]), told["keadaan"], "xls", makro=makro)


def _cell(printed: list[Any], codes: dict[int, str], anggaran: Anggaran, sejak_1904: bool) -> Sel:
    row, column, kind, value, key, computed, struck, runs = printed
    code = codes.get(key, "General")
    written = Tulisan("", coret=struck)
    if kind == "teks":
        pieces = [Penggal(anggaran.take(text), above, line) for text, above, line in runs or [[value, False, None]]]
        written = resolve(pieces, struck)
        value = written.nilai
    nilai = _value(kind, value, code, sejak_1904)
    return Sel(
        row, column, nilai, code, computed, kind == "galat", written.coret, written.catatan_kaki, written.tercoret
    )


def _value(kind: str | None, value: Any, code: str, sejak_1904: bool) -> Nilai:
    """Whole numbers as the other readers give them."""
    match kind:
        case "teks" | "galat":
            return str(value)
        case "benar":
            return bool(value)
        case "angka":
            number = int(value) if float(value).is_integer() and abs(value) < TERBESAR else float(value)
            return moment(number, sejak_1904) if is_date(code) else number
        case _:
            return None
