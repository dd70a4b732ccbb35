"""The hidden identity of our own forms: what a form is for, and what each of its cells was issued with.

Whoever opens the hidden sheet by force can write anything there, so that nothing in it is taken on trust: `fault` says
why an identity cannot be read, before anybody turns a word of it into a number.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from lakip.pengaturan import Identitas
from lakip.unggah.berkas.lembar import Lembar, Sel
from lakip.unggah.tabel.angka import exact

META, PILIHAN, PETUNJUK = "_meta", "_pilihan", "Petunjuk"
SENDIRI = (META, PILIHAN, PETUNJUK)  # the sheets that a form brings along beside the one to fill in
DICATAT = "terbit"  # says that the cells a form was issued with follow, even where there are none
TERBIT = ("sel", "angka")  # "angka" in the first forms of the budget
BILANGAN = ("skema", "tahun", "triwulan", "seen")
MAKS_HURUF = 100
BELUM_DIHITUNG = "= (belum dihitung)"  # a formula without its result, which is not the same as nothing

Kunci = tuple[str, str]
"""What a row is about, and one of its fields."""


@dataclass(frozen=True)
class Jenis:
    """One kind of form.

    Attributes:
        skema: the schema it is issued in; `dibaca` the oldest that is still read, `mencatat` the first that says what
            each cell was issued with.
        kata: what its identity says beside unit and tahun.
        baris: what its identity says of a row, as a pattern.
    """

    nama: str
    lembar: str
    skema: int
    dibaca: int
    mencatat: int = 1
    kata: tuple[str, ...] = ()
    baris: str = ".*"


JENIS = {
    "rencana": Jenis("Rencana Aksi", "Rencana Aksi", 4, dibaca=1, mencatat=4),
    "realisasi": Jenis("realisasi", "Realisasi", 2, 1, 2, ("triwulan", "bagian"), r".+\|[0-9]{1,9}"),
    "anggaran": Jenis("anggaran", "Anggaran", 1, 1),
    "isi_dokumen": Jenis("isi dokumen", "Isi Dokumen", 2, 2, kata=("untuk", "seen")),
    "pembanding": Jenis("pembanding", "Pembanding", 2, 2),
    "kaitan": Jenis("kaitan sasaran dengan anggaran", "Kaitan", 2, 2),
}


@dataclass(frozen=True)
class Meta:
    """What a form was made for.

    Attributes:
        triwulan, bagian: of realisasi; bagian None is every one.
        untuk, seen: of the content of a document: its jenis and versi, and the version of the content that the form
            was filled from, 0 where it only proposes one.
        baris: what it says of each row, by kode.
        terbit: what each cell was issued with; None in a form of before this was kept.
    """

    jenis: str
    unit: str
    tahun: int
    contoh: bool
    skema: int
    triwulan: int = 0
    bagian: str | None = None
    untuk: str = ""
    seen: int = 0
    baris: Mapping[str, Sequence[str]] = field(default_factory=dict)
    terbit: Mapping[Kunci, str] | None = None

    @classmethod
    def new(cls, jenis: str, kantor: Identitas, tahun: int, terbit: Mapping[Kunci, str], **more: Any) -> "Meta":
        """Of a form about to be issued."""
        return cls(jenis, kantor.unit, tahun, kantor.contoh, JENIS[jenis].skema, terbit=terbit, **more)


def read(lembar: Sequence[Lembar]) -> Meta | None:
    """None for an office's own workbook, and for a form whose identity is broken (see `fault`)."""
    rows = _rows(lembar)
    if not rows or _wrong(rows):
        return None
    told, baris = {row[0]: row[1] for row in rows}, {row[1]: row[2:] for row in rows if row[0] == "baris"}
    jenis, skema = JENIS[told["jenis"]], int(told["skema"])
    terbit = {(row[1], row[2]): row[3] for row in rows if row[0] in TERBIT} if skema >= jenis.mencatat else None
    numbers = {name: int(told[name]) for name in BILANGAN if name in jenis.kata}
    return Meta(
        told["jenis"], told["unit"], int(told["tahun"]), told["contoh"] == "1", skema, **numbers,
        bagian=told.get("bagian") or None, untuk=told.get("untuk", ""), baris=baris, terbit=terbit,
    )  # fmt: skip


def fault(lembar: Sequence[Lembar]) -> str | None:
    """Why the identity of a form cannot be read, and what to do; None when it can, or when the file is no form."""
    rows = _rows(lembar)
    wrong = _wrong(rows) if rows else None
    return wrong and (
        f"Identitas formulir ini tidak terbaca, karena lembar tersembunyinya berubah atau rusak (bagian “{wrong}”). "
        "Unduh formulir baru dari sistem ini, salin isian Anda ke dalamnya, lalu unggah kembali."
    )


def write(book: Any, meta: Meta) -> None:
    """The hidden sheet as `read` takes it."""
    names = ("jenis", "skema", "unit", "tahun", *JENIS[meta.jenis].kata, "contoh")
    rows: list[Sequence[str]] = [(name, _word(getattr(meta, name))) for name in names]
    rows += [("baris", kode, *texts) for kode, texts in meta.baris.items()]
    rows += [(DICATAT, "1"), *(("sel", *key, text) for key, text in (meta.terbit or {}).items() if text)]
    sheet = book.add_worksheet(META)
    for number, texts in enumerate(rows):
        for column, text in enumerate(texts):
            sheet.write_string(number, column, text)
    sheet.very_hidden()


def said(sel: Sel | None) -> str:
    """What stands in a cell, for comparison: each line of a text on its own, one space between words."""
    if sel is None:
        return ""
    if sel.tanpa_nilai:
        return BELUM_DIHITUNG
    return text(sel.nilai) if isinstance(sel.nilai, str) else sel.teks


def text(nilai: object) -> str:
    """The same of what a form writes. A number as it is read back: a workbook keeps fifteen digits of it."""
    match nilai:
        case None:
            return ""
        case int() | float() | Decimal():
            return _number(nilai)
        case _:
            return "\n".join(" ".join(line.split()) for line in str(nilai).splitlines()).strip()


# ---------------------------------------------------------------- inside


def _rows(lembar: Sequence[Lembar]) -> Sequence[tuple[str, ...]]:
    """The hidden sheet word by word; empty for an office's own workbook, even one that has a sheet of that name."""
    sheet = next((one for one in lembar if one.nama == META), None)
    rows = [] if sheet is None else [tuple(said(cells.get(c)) for c in range(1, 6)) for cells in sheet.baris.values()]
    return rows if {row[0] for row in rows} & {"jenis", "skema", "unit"} else ()


def _wrong(rows: Sequence[tuple[str, ...]]) -> str | None:
    """The first word that no form of ours would hold."""
    told = {row[0]: row[1] for row in rows if row[0] not in ("baris", *TERBIT)}
    jenis = JENIS.get(told.get("jenis", ""), Jenis("lain", "", 0, 0))
    checks = {
        "jenis": told.get("jenis") in JENIS,
        **{n: _is_number(told.get(n, "")) for n in BILANGAN if n in ("skema", "tahun", *jenis.kata)},
        "unit": 0 < len(told.get("unit", "")) <= MAKS_HURUF,
        "contoh": told.get("contoh") in ("0", "1"),
        **{name: len(told.get(name, "")) <= MAKS_HURUF for name in ("bagian", "untuk")},
        "baris": all(re.fullmatch(jenis.baris, row[2], re.DOTALL) for row in rows if row[0] == "baris"),
    }
    return next((name for name, right in checks.items() if not right), None)


def _is_number(teks: str) -> bool:
    """Whether a hidden cell holds a number as a form writes it; anything else was put there by hand."""
    return teks.isascii() and teks.isdecimal() and len(teks) < 10


def _word(value: object) -> str:
    return "" if value is None else str(int(value)) if isinstance(value, bool) else str(value)


def _number(nilai: int | float | Decimal) -> str:
    written = f"{nilai:.16G}" if isinstance(nilai, float) else f"{float(nilai):.16G}"
    try:
        kept: int | float = int(written)
    except ValueError:
        kept = float(written)
    number = exact(kept)
    return written if number is None else f"{number.normalize() + 0:f}"
