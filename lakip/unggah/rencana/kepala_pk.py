"""The Perjanjian Kinerja that stands above a table of plans: labels, each with its value to the right."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise

from babel.dates import get_month_names

from lakip.formatting import LOCALE, tanggal
from lakip.periode import ROMAWI
from lakip.rencana import DASAR_UBAH, PkVersion
from lakip.unggah.berkas.lembar import Sel, alamat
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.sejak import SejakFormulir, Tempat
from lakip.unggah.rencana.formulir import BARU, DASAR_PENDEK, KOLOM_NILAI_PK, LABEL_PK, pk_cells
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

BULAN = {name.casefold(): number for number, name in get_month_names("wide", locale=LOCALE).items()}
_GROUNDS = "; ".join(DASAR_PENDEK.values())
_TRIWULAN = {**{roman: n for n, roman in ROMAWI.items()}, **{str(n): n for n in ROMAWI}}


def read_pk(tabel: Tabel, existing: Sequence[PkVersion], sejak: SejakFormulir) -> tuple[PkVersion, list[Temuan]]:
    """The PK that a file's targets belong to, and what is wrong with what it says of it.

    A file that says nothing of it corrects the newest PK, or makes the first of the tahun. Of a PK that is recorded
    already, a cell of a form counts where the person changed it.
    """
    cells = _cells(tabel)
    found: list[Temuan] = []

    def wrong(name: str, pesan: str) -> None:
        sel = cells[name].alamat if name in cells else _blank(tabel, LABEL_PK[name], sejak.tahu)
        rule = f"pk_{name.split('_', maxsplit=1)[0]}"
        found.append(Temuan(Tingkat.SALAH, tabel.lembar.nama, sel, rule, pesan))

    versi = _version(cells, existing)
    if versi == 0:
        choices = ", ".join([*(str(e.versi) for e in existing), BARU])
        wrong("versi", f"Versi PK “{cells['versi'].teks}” tidak dikenal. Pilih salah satu: {choices}.")
        versi = existing[-1].versi if existing else None
    same = next((e for e in existing if e.versi == versi), None)
    if same is not None and sejak.tahu:
        cells, asked = _changed(tabel, cells, same, sejak)
        found += asked
    nomor, alasan = (cells[n].teks or None if n in cells else None for n in ("nomor", "alasan"))
    dasar, day = _ground(cells.get("dasar_ubah")), _date(cells.get("tanggal"))
    if dasar == "":
        wrong("dasar_ubah", f"Dasar perubahan “{cells['dasar_ubah'].teks[:60]}” tidak dikenal. Pilih: {_GROUNDS}.")
    if "tanggal" in cells and day is None:
        wrong("tanggal", f"Tanggal PK “{cells['tanggal'].teks}” tidak terbaca. Tulis misalnya 12 Januari 2026.")
    if same is not None:
        pk = PkVersion(
            versi, nomor or same.nomor, day or same.tanggal, same.sifat, same.mulai_triwulan, alasan or same.alasan,
            dasar or same.dasar_ubah,
        )  # fmt: skip
        return pk, found
    if not existing:
        return PkVersion(None, nomor, day), found
    said = cells["mulai_triwulan"].teks if "mulai_triwulan" in cells else ""
    mulai = _TRIWULAN.get(said.upper().removeprefix("TW ").strip())
    if mulai is None:
        wrong("mulai_triwulan", "PK perubahan belum menyebut triwulan mulai berlakunya. Isi I sampai IV.")
    if dasar is None:
        wrong("dasar_ubah", f"PK perubahan belum menyebut Dasar perubahan. Pilih: {_GROUNDS}.")
    if not alasan:
        wrong("alasan", "PK perubahan belum beralasan. Isi Alasan perubahan di atas tabel.")
    if nomor and nomor == existing[-1].nomor:
        wrong("nomor", f"Nomor PK {nomor} masih milik PK sebelumnya. Tulis nomor PK yang baru.")
    if alasan and alasan == existing[-1].alasan:
        wrong("alasan", "Alasan perubahan masih milik PK sebelumnya. Tulis alasan PK yang baru.")
    return PkVersion(None, nomor, day, "perubahan", mulai or 1, alasan, dasar or None), found


def _changed(
    tabel: Tabel, cells: Mapping[str, Sel], same: PkVersion, sejak: SejakFormulir
) -> tuple[Mapping[str, Sel], list[Temuan]]:
    """The cells that say something of a PK that is recorded, and what is asked of them."""
    issued, who = pk_cells(same), sejak.pengubah.get((f"PK {same.versi}", ""))
    head = sejak.beside({("PK", name): text for name, text in issued.items()}, {("PK", ""): who} if who else {})
    kept = {name: sel for name, sel in cells.items() if name not in issued}
    found: list[Temuan] = []
    for name in (n for n in issued if n in cells):
        place = Tempat(tabel.lembar.nama, cells[name].alamat, LABEL_PK[name], f"PK versi {same.versi}")
        verdict = head.judge(place, ("PK", name), _said(name, cells[name]))
        found += verdict.temuan
        kept |= {name: cells[name]} if verdict.pakai else {}
    return kept, found


def _said(name: str, sel: Sel) -> str:
    """What a cell says, as the form writes it."""
    day, ground = (_date(sel) if name == "tanggal" else None), (_ground(sel) if name == "dasar_ubah" else None)
    return tanggal(day) if day else DASAR_PENDEK[ground] if ground else identitas.said(sel)


def _blank(tabel: Tabel, label: str, formulir: bool) -> str:
    """The empty cell beside a label: in the column of the form, or the next one; "" without the label."""
    above = (sel for row, cells in tabel.lembar.baris.items() if row < tabel.baris_judul for sel in cells.values())
    found = next((sel for sel in above if plain(sel.teks) == plain(label)), None)
    return "" if found is None else alamat(found.baris, KOLOM_NILAI_PK if formulir else found.kolom + 1)


def _cells(tabel: Tabel) -> Mapping[str, Sel]:
    """The value cell of each label above the table: the first filled cell to its right."""
    labels = {plain(label): name for name, label in LABEL_PK.items()}
    rows = (cells for row, cells in tabel.lembar.baris.items() if row < tabel.baris_judul)
    beside = (pair for cells in rows for pair in pairwise(sorted(cells.values(), key=lambda sel: sel.kolom)))
    return {labels[plain(label.teks)]: value for label, value in beside if plain(label.teks) in labels}


def _version(cells: Mapping[str, Sel], existing: Sequence[PkVersion]) -> int | None:
    """None: a new one. 0: not to be understood."""
    text = cells["versi"].teks.casefold() if "versi" in cells else ""
    if not text:
        return existing[-1].versi if existing else None
    number = re.match(r"\d+", text)
    known = number and any(e.versi == int(number[0]) for e in existing)
    return None if text.startswith(BARU) else int(number[0]) if number and known else 0


def _ground(sel: Sel | None) -> str | None:
    """Which of the three legal reasons a cell names; "" for none of them, None where nothing stands."""
    text = plain(sel.teks) if sel is not None else ""
    names = ((kode, (kode, DASAR_PENDEK[kode], DASAR_UBAH[kode])) for kode in DASAR_UBAH)
    return next((kode for kode, words in names if text in map(plain, words)), "") if text else None


def _date(sel: Sel | None) -> date | None:
    """A date cell, "12 Januari 2026", or 12/01/2026 (day first)."""
    if sel is None:
        return None
    if isinstance(sel.nilai, datetime):
        return sel.nilai.date()
    text = sel.teks.casefold()
    words = re.fullmatch(r"(\d{1,2})\s+([a-z]+)\s+(\d{4})", text)
    digits = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text)
    try:
        if words:
            return date(int(words[3]), BULAN[words[2]], int(words[1]))
        return date(int(digits[3]), int(digits[2]), int(digits[1])) if digits else date.fromisoformat(text)
    except (KeyError, ValueError):
        return None
