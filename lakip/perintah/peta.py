"""What a person decided about a file, written down beside it (`unggah --peta BERKAS.json`):

{"arti":    {"TW II!G7": "realisasi"},             what the column with this heading cell holds, or "tidak dipakai"
 "isi":     {"TW II!G12": "1500"},                 what counts instead of what the cell says
 "jawaban": {"TW II!G12 ambigu": "1500"}}          the answer to a temuan: one of its choices, pakai, tinggalkan
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lakip.errors import UserError
from lakip.perintah import dasar
from lakip.unggah import betulan
from lakip.unggah.hasil import PAKAI, TINGGALKAN, Hasil
from lakip.unggah.tabel.bacaan import ARTI, ISI, TIDAK_DIPAKAI
from lakip.validasi import Temuan, Tingkat

JAWABAN = "jawaban"
BAGIAN = (ARTI, ISI, JAWABAN)
BENTUK = '{"arti": {"TW II!G7": "realisasi"}, "isi": {"TW II!G12": "1500"}, "jawaban": {"TW II!G12 ambigu": "1500"}}'

Jawaban = dict[tuple[str, str, str], str]


def read(path: Path) -> Jawaban:
    """The answers in a file. Raises UserError naming what is not understood in it."""
    try:
        said = json.loads(dasar.read(path).decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError) as error:
        raise _refusal(path, f"bukan JSON ({str(error).rstrip('.')})") from error
    if not isinstance(said, dict) or not all(isinstance(part, dict) for part in said.values()):
        raise _refusal(path, "susunannya lain")
    if odd := sorted(said.keys() - {*BAGIAN}):
        raise _refusal(path, f"kunci “{odd[0]}” tidak dikenal; yang dikenal: {', '.join(BAGIAN)}")
    return {_key(path, part, place): _text(path, place, value)
            for part, pairs in said.items() for place, value in pairs.items()}  # fmt: skip


def meant(jawaban: Jawaban, hasil: Hasil) -> Jawaban:
    """The same with the meaning of each column as the upload names it; a label ("Realisasi") serves too.

    Raises UserError for a cell that is no heading of a table of the file, or a meaning that it cannot have.
    """
    columns = {(t.lembar, k.sel): t for t in hasil.bacaan for k in t.kolom}
    found = dict(jawaban)
    for key, said in jawaban.items():
        lembar, sel, kode = key
        if kode != ARTI:
            continue
        if (lembar, sel) not in columns:
            known = ", ".join(f"{nama}!{cell}" for nama, cell in columns) or "tidak ada"
            raise UserError(f"Peta: “{lembar}!{sel}” bukan sel judul kolom pada berkas ini. Yang ada: {known}.")
        options = columns[lembar, sel].pilihan
        names = {label.casefold(): bidang for bidang, label in options} | {bidang: bidang for bidang, _ in options}
        names[TIDAK_DIPAKAI] = TIDAK_DIPAKAI
        if (bidang := names.get(said) or names.get(said.casefold())) is None:
            offered = ", ".join(dict.fromkeys([bidang for bidang, _ in options] + [TIDAK_DIPAKAI]))
            raise UserError(f"Peta: kolom {lembar}!{sel} tidak dapat berarti “{said}”. Pilihannya: {offered}.")
        found[key] = bidang
    return found


def check(jawaban: Jawaban, temuan: Iterable[Temuan]) -> None:
    """Raises UserError for an answer to what was never asked, or one that is no answer to it."""
    asked = {t.kunci: t for t in temuan}
    for (lembar, sel, kode), said in jawaban.items():
        if kode in (ARTI, ISI):
            continue
        one = asked.get((lembar, sel, kode))
        if one is None:
            raise UserError(
                f"Peta: tidak ada temuan “{name((lembar, sel, kode))}” pada berkas ini. Hapus dari petanya."
            )
        if said not in (options := choices(one)):
            raise UserError(f"Peta: “{said}” bukan jawaban atas {name(one.kunci)}. Pilihannya: {', '.join(options)}.")


def choices(one: Temuan) -> tuple[str, ...]:
    """What may be answered."""
    said = (one.pilihan or (PAKAI,)) if one.tingkat is Tingkat.TANYA else ()
    return said if one.kode == ARTI else (*said, TINGGALKAN)


def name(kunci: tuple[str, str, str]) -> str:
    """ "TW II!G12 ambigu", as a peta names a temuan."""
    lembar, sel, kode = kunci
    return f"{lembar}!{sel} {kode}"


# ---------------------------------------------------------------- inside


def _key(path: Path, part: str, place: str) -> tuple[str, str, str]:
    where, _, kode = place.rpartition(" ") if part == JAWABAN else (place, "", part)
    lembar, mark, sel = where.rpartition("!")
    if not mark or (part != JAWABAN and not betulan.is_cell(sel)):
        raise _refusal(path, f"“{place}” pada “{part}” bukan sel. Tulis lembar, tanda seru, lalu selnya")
    return lembar, sel, kode


def _text(path: Path, place: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _refusal(path, f"isi “{place}” harus teks di antara tanda petik")
    return value


def _refusal(path: Path, why: str) -> UserError:
    return UserError(f"Peta “{path.name}”: {why}. Bentuknya: {BENTUK}")
