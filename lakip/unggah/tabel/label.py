"""What a cell says its row is: of what (target, realisasi) and of when, in a column of such cells or as a title."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date

from lakip.unggah.berkas.lembar import Sel
from lakip.unggah.tabel import makna, waktu
from lakip.unggah.tabel.makna import Makna

PENGENAL = frozenset({"kode", "nama", "uraian", "sasaran", "satuan", "no"})
LABEL_APA = frozenset({"target", "realisasi", "capaian", "pagu"})
JADWAL = frozenset({"pelaksanaan", "jadwal", "rencana", "mulai", "selesai", "input", "lahir", "penilaian", "rapat"})
CONTOH = 5
KEBANYAKAN = 0.8  # of the cells of a column Triwulan name one
SINGKAT = {"t": "target", "r": "realisasi", "c": "capaian"}
_BULAT = re.compile(r"^[1-4]$")
Saat = tuple[tuple[int, int], str]
"""Tahun and month in which the time of a cell ends, and its text."""


def kind(head: Makna, words: Set[str], texts: Sequence[str]) -> str | None:
    """What the cells of a column say of their rows: "apa", "waktu" or "tahun". None: they are no labels.

    Args:
        head, words: its heading.
        texts: its cells, of rows that hold more than that cell.
    """
    if head.apa in LABEL_APA or head.apa in PENGENAL - {"uraian"} or len(texts) < 2:
        return None
    if not any(_may_label(text) for text in texts[:CONTOH]):  # of a column of names not every cell is looked into
        return None
    told = [makna.one(text) for text in texts]
    letters = {text.casefold() for text in texts}
    whole = all(m.paham and m.apa in LABEL_APA and not m.waktu.berkala for m in told)
    monthly = head.apa == "kolom_bulan"
    timed = sum(
        bool(m.waktu.triwulan) or (_month(t) if monthly else _bare(t)) is not None
        for t, m in zip(texts, told, strict=True)
    )
    dated = all((m.waktu.triwulan or m.waktu.bulan) and m.paham and m.apa is None for m in told)
    kinds = {
        "apa": (letters <= {*SINGKAT} and len(letters) > 1) or (whole and len({m.apa for m in told}) > 1),
        "waktu": (dated and not words & JADWAL)
        or ((head.waktu.sebut or monthly or head.apa == "kolom_triwulan") and timed >= KEBANYAKAN * len(texts)),
        "tahun": all(re.fullmatch(r"20\d\d", t) for t in texts) and (head.setahun or head.apa == "kolom_tahun"),
    }
    return next((kind for kind, hit in kinds.items() if hit), None)


def of_row(kind: str, head: Makna, sel: Sel, found: Makna) -> Makna:
    """What is known of a row, with what one such cell says of it."""
    said, bare = makna.one(sel.teks), _bare(sel.teks)
    if kind == "apa":
        return replace(found, apa=SINGKAT.get(sel.teks.casefold(), said.apa))
    when = found.waktu
    if kind == "tahun":
        when = replace(when, tahun=(int(sel.teks),))
    elif head.apa == "kolom_bulan" and (month := _month(sel.teks)):
        when = replace(when, bulan=(month,))
    elif bare is not None:
        when = replace(when, triwulan=(bare,))
    else:
        when = replace(said.waktu, tahun=said.waktu.tahun or when.tahun)
    return replace(found, waktu=when)


def title(sel: Sel, alone: bool) -> Makna | None:
    """What a title between the rows says: "TRIWULAN II", "TAHUN 2026", "Keadaan akhir Juni". None: it is none."""
    said = makna.one(sel.teks)
    when = said.waktu
    only = said.apa in (None, "keadaan") and len(said.sisa) <= 1
    if not isinstance(sel.nilai, str) or len(sel.teks) > 80:
        return None
    if (alone and when.triwulan) or (only and (when.triwulan or when.bulan or when.tahun)):
        return Makna(waktu=when)
    return None


def end(kepala: str, sel: Sel) -> tuple[int, int] | None:
    """The tahun and month in which the time of a cell ends: "31 Maret 2026", "TW I", and below Semester "II/2025"."""
    if isinstance(sel.nilai, date):
        return sel.nilai.year, sel.nilai.month
    when = waktu.read(f"per {sel.teks}")[0]
    if not (when.berkala and (when.triwulan or when.bulan)):
        when = waktu.read(f"{kepala} {sel.teks}")[0]
    months = (*when.bulan, *(3 * q for q in when.triwulan), *([6 * when.semester] if when.semester else []))
    return (max(when.tahun, default=0), max(months)) if months else None


def only_counts(sel: Sel) -> bool:
    """Whether it only numbers the section."""
    return isinstance(sel.nilai, int) and 0 < sel.nilai < 100 and sel.kolom <= 2


# ---------------------------------------------------------------- inside


def _bare(teks: str) -> int | None:
    text = teks.strip(" .()").casefold()
    return makna.ROMAWI.get(text) or (int(text) if _BULAT.match(text) else None)


def _may_label(teks: str) -> bool:
    """Whether a cell by itself says what or when its row is of."""
    said = makna.one(teks)
    timed = said.waktu.triwulan or said.waktu.bulan or said.waktu.tahun or _month(teks)
    return _bare(teks) is not None or (
        said.paham and (said.apa in LABEL_APA or teks.casefold() in SINGKAT or bool(timed))
    )


def _month(teks: str) -> int | None:
    """Of a cell below the heading Bulan: "6"."""
    text = teks.strip(" .()")
    return int(text) if text.isdecimal() and 1 <= int(text) <= 12 else None
