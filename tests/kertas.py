"""Every Word paper of the example office, and its tables cell by cell as a person sees them."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from lakip.akses import system
from lakip.contoh.isi import UNIT
from lakip.export import (
    laporan_semester,
    laporan_tahunan,
    laporan_triwulan,
    log_sop,
    perjanjian_kinerja,
    rapor,
    ringkasan,
    tabel_rencana,
    tanda,
)
from lakip.store import Store

SISTEM, PER, HARI = system(UNIT), date(2026, 10, 31), date(2026, 3, 2)
SAAT = datetime(2026, 10, 31, 4)
KERTAS: Mapping[str, Callable[[Store], bytes]] = {
    "triwulan": lambda s: laporan_triwulan.build(s, SISTEM, UNIT, 2026, "TW3", PER, PER),
    "semester": lambda s: laporan_semester.build(s, SISTEM, UNIT, 2026, "SM2", PER, PER),
    "tahunan": lambda s: laporan_tahunan.build(s, SISTEM, UNIT, 2025, "TH", PER, HARI),
    "rapor": lambda s: rapor.build(s, SISTEM, UNIT, 2026, 3, PER, PER),
    "pk": lambda s: perjanjian_kinerja.build(s, SISTEM, UNIT, 2026, "camat"),
    "pk kasi": lambda s: perjanjian_kinerja.build(s, SISTEM, UNIT, 2026, "PEM"),
    "renaksi": lambda s: tabel_rencana.build(s, SISTEM, UNIT, "renaksi", 2026),
    "rkt": lambda s: tabel_rencana.build(s, SISTEM, UNIT, "rkt", 2026),
    "iku": lambda s: tabel_rencana.build(s, SISTEM, UNIT, "iku", 2026),
    "ringkasan": lambda s: ringkasan.build(s, SISTEM, UNIT, 2026, "TW3", SAAT),
    "log sop": lambda s: log_sop.build(s, SISTEM, UNIT, 2026, "TW3", SAAT),
}
# Columns whose numbers are names, dates or places, not figures of the record.
BUKAN = {"No.", "Nomor", "Kode", "Tahun", "Versi", "Periode", "Sel", "Sidik", "Lembar", "Waktu (WITA)", "Tanggal",
         "Tenggat", "Diterima", "Selesai", "Mulai", "Batas", "Dikirim", "Mendukung sasaran nomor"}  # fmt: skip
ANGKA = re.compile(
    r"(?:Rp\s)?[−+-]?\d[\d.]*(?:,\d+)?(?:\s?%)?\*?(?:\s\(.*\))?|(?:naik|turun) \d+,\d+"
    r"|\d+ dari \d+ indikator|(?:di atas|sampai dengan) .*\d|[\d.,()+/× ]+|[\d.,]+ (?:%|persen|[a-z]+)"
)


@dataclass(frozen=True)
class Sel:
    """One cell below the head of a column. `tabel` counts from 1; `tc` is its element."""

    tabel: int
    kolom: str
    teks: str
    tc: Any

    @property
    def is_marked(self) -> bool:
        """Whether all that is read in it stands inside content controls of ours."""
        marks = list(tanda._marks(self.tc, ""))
        return bool(marks) and "".join(m.teks for m in marks).split() == self.teks.split()

    @property
    def kode(self) -> str:
        """The code of its first mark."""
        return next(iter(tanda._marks(self.tc, ""))).kode

    @property
    def rupa(self) -> str:
        """What stands there: a figure, a dash, a word, nothing."""
        if any(sign.isdigit() for sign in self.teks):
            return "angka"
        return {"–": "tanda", "-": "tanda", "": "kosong"}.get(self.teks.strip(), "kata")


def cells(root: Any) -> Iterator[Sel]:
    """Every cell that is shown in a table with a head, the rows of the head and notes over the whole width left out."""
    for nomor, table in enumerate((t for t in root.iter(qn("w:tbl")) if _heads(t)), 1):
        heads = _heads(table)
        for row in table.iterchildren(qn("w:tr")):
            if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
                continue
            at = 0
            for tc in row.iterchildren(qn("w:tc")):
                wide = tc.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                span = int(wide.get(qn("w:val"))) if wide is not None else 1
                merged = tc.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                hidden = merged is not None and merged.get(qn("w:val")) != "restart"
                if span == 1 and not hidden:
                    yield Sel(nomor, heads[at], _words(tc), tc)
                at += span


def figures(root: Any) -> list[Sel]:
    """The cells of every column in which at least one cell holds a figure."""
    every = list(cells(root))
    of_figures = {(c.tabel, c.kolom) for c in every if c.kolom not in BUKAN and ANGKA.fullmatch(c.teks.strip())}
    return [c for c in every if (c.tabel, c.kolom) in of_figures]


def body(content: bytes) -> Any:
    return parse_xml(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))


def saved(content: bytes, root: Any) -> bytes:
    """The file with another body."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(item, etree.tostring(root) if item.filename == "word/document.xml" else old.read(item))
    return out.getvalue()


def overwrite(sel: Sel, teks: str) -> None:
    """What a person does who selects the words of a cell in Word and types: the control stays, with other words."""
    control = next(sel.tc.iter(qn("w:sdt")))
    for t in sel.tc.iter(qn("w:t")):
        t.text = ""
    next(control.iter(qn("w:t"))).text = teks
    for br in list(sel.tc.iter(qn("w:br"))):
        br.getparent().remove(br)


def _heads(table: Any) -> list[str]:
    row = table.find(qn("w:tr"))
    if row is None or row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
        return []
    return [_words(tc) for tc in row.iterchildren(qn("w:tc"))]


def _words(tc: Any) -> str:
    return "\n".join(tanda.said(p) for p in tc.iter(qn("w:p"))).replace("\u00a0", " ")
