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
from lakip.unggah.formulir.sejak import Pengubah, SejakFormulir, Tempat
from lakip.unggah.rencana.formulir import BARU, DASAR_PENDEK, KOLOM_NILAI_PK, LABEL_PK, pk_cells
from lakip.unggah.tabel.kata import plain
from lakip.unggah.tabel.tabel import Tabel
from lakip.validasi import Temuan, Tingkat

BULAN = {name.casefold(): number for number, name in get_month_names("wide", locale=LOCALE).items()}
_GROUNDS = "; ".join(DASAR_PENDEK.values())
_TRIWULAN = {**{roman: n for n, roman in ROMAWI.items()}, **{str(n): n for n in ROMAWI}}


def read_pk(
    tabel: Tabel, existing: Sequence[PkVersion], sejak: SejakFormulir, pengubah: Pengubah
) -> tuple[PkVersion, list[Temuan]]:
    """The PK that a file's targets belong to, and what is wrong with what it says of it.

    A file that says nothing of it corrects the newest PK, or makes the first of the tahun. Of a PK that is recorded
    already, a cell of a form counts where the person changed it.
    """
    cells = _cells(tabel)
    found: list[Temuan] = []

    def wrong(name: str, rule: str, pesan: str) -> None:
        sel = cells[name].alamat if name in cells else _blank(tabel, LABEL_PK[name], sejak.tahu)
        found.append(Temuan(Tingkat.SALAH, tabel.lembar.nama, sel, rule, pesan))

    versi = _version(cells, existing)
    if versi == 0:
        choices = ", ".join([*(str(e.versi) for e in existing), BARU])
        wrong("versi", "pk_versi", f"Versi PK “{cells['versi'].teks}” tidak dikenal. Pilih salah satu: {choices}.")
        versi = existing[-1].versi if existing else None
    same = next((e for e in existing if e.versi == versi), None)
    if same is not None and sejak.tahu:
        cells, asked = _changed(tabel, cells, same, sejak, pengubah)
        found += asked
    nomor, alasan = (cells[n].teks or None if n in cells else None for n in ("nomor", "alasan"))
    dasar = _ground(cells.get("dasar_ubah"))
    if dasar == "":
        pesan = f"Dasar perubahan “{cells['dasar_ubah'].teks[:60]}” tidak dikenal. Pilih: {_GROUNDS}."
        wrong("dasar_ubah", "pk_dasar", pesan)
    day = _date(cells.get("tanggal"))
    if "tanggal" in cells and day is None:
        wrong(
            "tanggal",
            "pk_tanggal",
            f"Tanggal PK “{cells['tanggal'].teks}” tidak terbaca. Tulis misalnya 12 Januari 2026.",
        )
    if same is not None:
        pk = PkVersion(
            versi, nomor or same.nomor, day or same.tanggal, same.sifat, same.mulai_triwulan, alasan or same.alasan,
            dasar or same.dasar_ubah,
        )  # fmt: skip
        return pk, found
    if not existing:
        return PkVersion(None, nomor, day), found
    mulai = _quarter(cells.get("mulai_triwulan"))
    if mulai is None:
        wrong("mulai_triwulan", "pk_mulai", "PK perubahan belum menyebut triwulan mulai berlakunya. Isi I sampai IV.")
    if dasar is None:
        wrong("dasar_ubah", "pk_dasar", f"PK perubahan belum menyebut Dasar perubahan. Pilih: {_GROUNDS}.")
    if not alasan:
        wrong("alasan", "pk_alasan", "PK perubahan belum beralasan. Isi Alasan perubahan di atas tabel.")
    if nomor and nomor == existing[-1].nomor:
        wrong("nomor", "pk_nomor", f"Nomor PK {nomor} masih milik PK sebelumnya. Tulis nomor PK yang baru.")
    if alasan and alasan == existing[-1].alasan:
        wrong("alasan", "pk_alasan", "Alasan perubahan masih milik PK sebelumnya. Tulis alasan PK yang baru.")
    return PkVersion(None, nomor, day, "perubahan", mulai or 1, alasan, dasar or None), found


def _changed(
    tabel: Tabel, cells: Mapping[str, Sel], same: PkVersion, sejak: SejakFormulir, pengubah: Pengubah
) -> tuple[Mapping[str, Sel], list[Temuan]]:
    """The cells that say something of a PK that is recorded, and what is asked of them."""
    head = sejak.beside({("PK", name): text for name, text in pk_cells(same).items()}, _whose(same, pengubah))
    kept = {name: sel for name, sel in cells.items() if name not in pk_cells(same)}
    found: list[Temuan] = []
    for name in (n for n in pk_cells(same) if n in cells):
        place = Tempat(tabel.lembar.nama, cells[name].alamat, LABEL_PK[name], f"PK versi {same.versi}")
        verdict = head.judge(place, ("PK", name), _said(name, cells[name]))
        found += verdict.temuan
        kept |= {name: cells[name]} if verdict.pakai else {}
    return kept, found


def _whose(pk: PkVersion, pengubah: Pengubah) -> Pengubah:
    who = pengubah.get((f"PK {pk.versi}", ""))
    return {("PK", ""): who} if who else {}


def _said(name: str, sel: Sel) -> str:
    """What a cell says, as the form writes it."""
    day, ground = (_date(sel) if name == "tanggal" else None), (_ground(sel) if name == "dasar_ubah" else None)
    if day is not None:
        return tanggal(day)
    return DASAR_PENDEK[ground] if ground else identitas.said(sel)


def _blank(tabel: Tabel, label: str, formulir: bool) -> str:
    """The empty cell beside a label: in the column of the form, or the next one; "" without the label."""
    above = (sel for row, cells in tabel.lembar.baris.items() if row < tabel.baris_judul for sel in cells.values())
    found = next((sel for sel in above if plain(sel.teks) == plain(label)), None)
    return "" if found is None else alamat(found.baris, KOLOM_NILAI_PK if formulir else found.kolom + 1)


def _cells(tabel: Tabel) -> Mapping[str, Sel]:
    """The value cell of each label above the table: the first filled cell to its right."""
    labels = {plain(label): name for name, label in LABEL_PK.items()}
    found: dict[str, Sel] = {}
    for row, cells in tabel.lembar.baris.items():
        if row >= tabel.baris_judul:
            break
        filled = sorted(cells.values(), key=lambda sel: sel.kolom)
        for label, value in pairwise(filled):
            if name := labels.get(plain(label.teks)):
                found[name] = value
    return found


def _version(cells: Mapping[str, Sel], existing: Sequence[PkVersion]) -> int | None:
    """None: a new one. 0: not to be understood."""
    text = cells["versi"].teks.casefold() if "versi" in cells else ""
    if not text:
        return existing[-1].versi if existing else None
    if text.startswith(BARU):
        return None
    number = re.match(r"\d+", text)
    return int(number[0]) if number and any(e.versi == int(number[0]) for e in existing) else 0


def _ground(sel: Sel | None) -> str | None:
    """Which of the three legal reasons a cell names; "" for none of them, None where nothing stands."""
    text = plain(sel.teks) if sel is not None else ""
    if not text or text == "-":
        return None
    names = ((kode, (kode, DASAR_PENDEK[kode], DASAR_UBAH[kode])) for kode in DASAR_UBAH)
    return next((kode for kode, words in names if text in map(plain, words)), "")


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


def _quarter(sel: Sel | None) -> int | None:
    return None if sel is None else _TRIWULAN.get(sel.teks.upper().removeprefix("TW ").strip())
