"""The workbooks of ../shared/kasus, judged file by file: `python tests/kasus_bersama.py [R03 B12 ...] [-v]`.

Prints per file how many right figures are read with one confirmation, how many more once the questions were answered,
and which stay asked, refused, lost or wrong.
"""

import csv
import difflib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]

import openpyxl
from juri import Jawaban, Nilai, Unggahan, judged
from kantor_kasus import NAMA, SUB, kantor
from openpyxl.utils.cell import coordinate_from_string
from orang_tahu import answered

from lakip.errors import UserError
from lakip.store import Store
from lakip.validasi import Temuan

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "kasus"
TERCATAT = frozenset({"rencana.xlsx", "anggaran.xlsx", "tw1.xlsx"})

# What a person could not give either: formulas that nobody calculated, a figure to date without the quarter before it
# in the record, another satuan than the record's. They have to be asked about.
TAK_TERBACA = {
    "R33.xlsx": "semua",
    "B20.xlsx": "semua",
    "B01.xlsx": "semua",
    "B01b.xlsx": "semua",
    "R52b.xlsx": "A-11",
}


@dataclass
class Putusan:
    """One file: the verdict with one confirmation, and with every question answered."""

    nama: str
    jenis: str
    angka: int
    setuju: Nilai = field(default_factory=Nilai)
    jawab: Nilai = field(default_factory=Nilai)
    jawaban: Jawaban = field(default_factory=dict)
    pertanyaan: tuple[Temuan, ...] = ()
    ditolak: str = ""  # the sentence that refused it
    galat: str = ""  # an error that is no sentence

    @property
    def wajib(self) -> int:
        """How many figures have to be read."""
        out = TAK_TERBACA.get(self.nama)
        return 0 if out == "semua" else self.angka - (out is not None)

    @property
    def salah(self) -> dict[str, Any]:
        return self.setuju.salah | self.jawab.salah


def answer_key() -> dict[str, dict[str, Any]]:
    return json.loads((FOLDER / "kunci.json").read_text("utf-8"))  # type: ignore[no-any-return]


def figure(said: Any) -> Any:
    if isinstance(said, list):
        return tuple(Decimal(n) for n in said)
    return None if said is None else Decimal(said)


def judge_file(store: Store, nama: str, one: dict[str, Any]) -> Putusan:
    benar = {key: figure(said) for key, said in one["benar"].items()}
    put = Putusan(nama, one["jenis_kesalahan"], sum(v is not None for v in benar.values()))
    unggahan = Unggahan((FOLDER / nama).read_bytes(), nama, one["jenis"], one["triwulan"])
    asks = asked_in(unggahan)
    judge = partial(judged, store, unggahan, benar, asks)
    try:
        put.setuju, hasil, _ = judge(None)
        put.pertanyaan = hasil.menahan
        put.jawab, put.jawaban = answered(judge, benar, asks)
    except UserError as error:
        put.ditolak = str(error)
        put.setuju.ditolak = put.jawab.ditolak = {k for k, v in benar.items() if v is not None}
    except Exception as error:
        put.galat = f"{type(error).__name__}: {error}"
        put.setuju.hilang = put.jawab.hilang = {k for k, v in benar.items() if v is not None}
    return put


# ---------------------------------------------------------------- where a figure may be asked about


def asked_in(unggahan: Unggahan) -> Callable[[str, Temuan], bool]:
    """Whether a temuan stands on the rows of a key, above all rows, or is about the whole sheet or file."""
    rows = _rows(unggahan)
    first = {lembar: min(found) for lembar, found in rows.items() if found}

    def asks(key: str, temuan: Temuan) -> bool:
        kode = key.split("|", maxsplit=1)[0]
        if temuan.indikator is not None and temuan.indikator in {**NAMA, **SUB}:
            return temuan.indikator == kode
        if not temuan.sel or temuan.lembar not in first:
            return True
        row = coordinate_from_string(temuan.sel.split(":")[0])[1]
        return row < first[temuan.lembar] or rows[temuan.lembar].get(row) == kode

    return asks


def _rows(unggahan: Unggahan) -> dict[str, dict[int, str]]:
    """{lembar: {row: kode}}: each row from one that names a kode to the next."""
    found: dict[str, dict[int, str]] = {}
    for lembar, values in _sheets(unggahan).items():
        here, rows = "", {}
        for number, row in enumerate(values, start=1):
            named = _named({str(v).strip().casefold() for v in row if v is not None})
            here = named or (here if any(v is not None for v in row) else "")
            if here:
                rows[number] = here
        found[lembar] = rows
    return found


def _named(said: set[str]) -> str:
    """The kode that a row is about, by its kode, its name, or a name nearly alike."""
    for cutoff in (1.0, 0.9):
        for kode, nama in {**NAMA, **SUB}.items():
            if kode.casefold() in said or difflib.get_close_matches(nama.casefold(), said, 1, cutoff):
                return kode
    return ""


def _sheets(unggahan: Unggahan) -> dict[str, list[Any]]:
    if unggahan.nama.endswith(".csv"):
        return {"": list(csv.reader(StringIO(unggahan.content.decode("cp1252")), delimiter=";"))}
    if not unggahan.nama.endswith(".xlsx"):
        return {}
    wb = openpyxl.load_workbook(BytesIO(unggahan.content), data_only=True)
    return {ws.title: list(ws.iter_rows(values_only=True)) for ws in wb.worksheets}


# ---------------------------------------------------------------- the table


def summary(putusan: list[Putusan]) -> str:
    """One line: how many right figures are read, asked about, refused, lost; and how many wrong ones."""
    wajib = sum(p.wajib for p in putusan)
    setuju, jawab = sum(readable(p, p.setuju) for p in putusan), sum(readable(p, p.jawab) for p in putusan)
    left = {name: sum(len(getattr(p.jawab, name)) for p in putusan) for name in ("ditanya", "ditolak", "hilang")}
    return (
        f"{len(putusan)} berkas, {sum(p.angka for p in putusan)} angka benar; dari {wajib} yang dapat dibaca: "
        f"{setuju} dengan satu konfirmasi, {jawab} ({100 * jawab / max(wajib, 1):.1f} %) setelah pertanyaan dijawab; "
        f"masih ditanyakan {left['ditanya']}, ditolak {left['ditolak']}, hilang {left['hilang']}, "
        f"SALAH {sum(len(p.salah) for p in putusan)}"
    )


def readable(put: Putusan, nilai: Nilai) -> int:
    out = TAK_TERBACA.get(put.nama)
    return 0 if out == "semua" else len(nilai.benar - {out or ""})


def table(putusan: list[Putusan], verbose: bool = False) -> str:
    head = (
        f"{'berkas':12}{'jenis':11}{'angka':>6}{'setuju':>7}{'jawab':>6}{'(n)':>5}{'tanya':>6}{'tolak':>6}"
        f"{'hilang':>7}{'SALAH':>6}{'lain':>5}"
    )
    lines = [head]
    for p in putusan:
        n = p.jawab
        lines.append(
            f"{p.nama:12}{p.jenis:11}{p.angka:>6}{len(p.setuju.benar):>7}{len(n.benar):>6}{len(p.jawaban):>5}"
            f"{len(n.ditanya):>6}{len(n.ditolak):>6}{len(n.hilang):>7}{len(p.salah):>6}{len(n.lain):>5}"
            f"  {'GALAT ' + p.galat if p.galat else p.ditolak[:80]}".rstrip()
        )
        lines += [f"    salah {k}: {v}" for k, v in p.salah.items()]
        if verbose:
            lines += [f"    {t.tingkat} {t.kode} {t.pilihan or ''}: {t}" for t in p.pertanyaan]
            lines += [f"    dijawab {' '.join(key)} -> {said}" for key, said in p.jawaban.items()]
            lines += [f"    hilang {', '.join(sorted(n.hilang))}"] if n.hilang else []
            lines += [f"    lain {k}: {v}" for k, v in n.lain.items()]
    return "\n".join(lines)


def main(words: list[str]) -> int:
    verbose = "-v" in words
    wanted = {w.removesuffix(".xlsx") for w in words if w != "-v"}
    store = kantor()
    key = answer_key()
    chosen = {f: one for f, one in key.items() if not wanted or f in wanted or Path(f).stem in wanted}
    putusan = [judge_file(store, nama, one) for nama, one in chosen.items()]
    print(table(putusan, verbose))
    print(summary(putusan))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
