"""One error at a random cell of a clean form, one other word in a heading of a clean table: told there, or harmless."""

import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import openpyxl
import pytest
from berkas_mentah import patched
from buku_kantor import Buku
from isi_kantor import IDENTITAS, JUMLAHAN, KODE, Isi, capaian, k, pagu, target, tw, uang
from juri import Catatan, Unggahan, agreed, reader, settled, to_record
from kantor_kasus import NAMA, SUB, TAHUN, UNIT, kantor
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_from_string

from lakip import rekap
from lakip.errors import UserError
from lakip.store import Store
from lakip.unggah.anggaran.formulir import anggaran_form
from lakip.unggah.hasil import Hasil
from lakip.unggah.realisasi.formulir import realisasi_form
from lakip.unggah.tabel.bacaan import BacaanKolom, Guna

BENIH, KELOMPOK = 500, 10  # seeds of each, in groups
GROUPS = pytest.mark.parametrize("kelompok", range(KELOMPOK))
bersama: Callable[[], Store] = cache(kantor)  # nothing is saved


@dataclass(frozen=True)
class Dasar:
    """A clean workbook, what it would record, and its cells: {address: what stands there}."""

    content: bytes
    catatan: Catatan
    sel: dict[str, object]
    kepala: tuple[int, int]
    jenis: str = "realisasi"


def read(content: bytes, jenis: str = "realisasi") -> tuple[Hasil | None, Catatan]:
    """The reading with one confirmation, and what would be recorded; None and nothing of a refused file."""
    read_with = reader(bersama(), Unggahan(content, jenis=jenis))
    try:
        hasil, jawaban = agreed(read_with)
    except UserError:
        return None, {}
    return hasil, to_record(settled(read_with, hasil, jawaban))


def based(content: bytes, kepala: tuple[int, int], jenis: str = "realisasi") -> Dasar:
    hasil, catatan = read(content, jenis)
    assert hasil is not None
    assert hasil.menahan == ()
    ws = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    cells = {c.coordinate: c.value for row in ws.iter_rows() for c in row if c.value is not None}
    return Dasar(content, catatan, cells, kepala, jenis)


# ---------------------------------------------------------------- the form, and one error in it


@cache
def formulir() -> Dasar:
    """The form of realisasi of triwulan II, with its ten plain figures filled in."""
    return _filled(realisasi_form(bersama(), UNIT, TAHUN, 2), "B", "G", tw(2))


@cache
def formulir_anggaran() -> Dasar:
    """The form of the budget, with what its six sub kegiatan spent in triwulan II."""
    return _filled(anggaran_form(bersama(), UNIT, TAHUN), "A", "K", {kode: uang(2)[kode] for kode in SUB}, "anggaran")


def _filled(content: bytes, kode: str, angka: str, isi: Isi, jenis: str = "realisasi") -> Dasar:
    """A form with a figure in column `angka` of each row of which column `kode` names one."""
    wb = openpyxl.load_workbook(io.BytesIO(content))
    for cell in wb.worksheets[0][kode]:
        if cell.value in isi:
            wb.worksheets[0][f"{angka}{cell.row}"] = isi[cell.value]
    out = io.BytesIO()
    wb.save(out)
    return based(out.getvalue(), (1, 6), jenis)


BUKAN_ANGKA = (
    "banyak", "12,5,3", "8..5", "??", "#REF!", "=1+1", "1.2.3", "sekitar 90", "10-12", "A-01", "9O", "12/07/2026", "1e400", -5,
)  # fmt: skip
# Column of the form: what may stand in it by mistake.
KINERJA: dict[str, tuple[object, ...]] = {
    "B": ("A-99", "X-01", "A01x", None, "A-O1", "A-08", "7.01.01", "lihat atas"),
    "C": (NAMA["A-08"], "Jumlah desa mandiri", "Indeks Kebahagiaan"),
    "D": ("jam", "ton", "juta rupiah", "km2"),
    "E": (77777, "tidak ada"),
    "G": BUKAN_ANGKA,
    "H": (3, "tiga"),
    "I": (4, "empat"),
    "J": ("Nihil", "Tidak tersedia", "Mungkin", "Terisi?", "0"),
}
BELANJA: dict[str, tuple[object, ...]] = {
    "A": ("7.01.09.2.01.0001", "7.01.01.2.01.O001", "7.01.01.2.02.0001", "A-01", None, "7.01.01"),
    "B": (SUB["7.01.01.2.02.0001"], "Belanja lain-lain", "Sosialisasi Pajak Daerah"),
    "C": ("kegiatan", "program", "sub"),
    "D": ("banyak", "40.000.00", "??", "=1+1", -5),
    "K": (*BUKAN_ANGKA, 12.5, 9_000_000_000_000),
}


def broken_form(seed: int) -> str:
    """What went wrong with one error of a form; "" when it was told, or harmless. Every fifth form is one of money."""
    rng = random.Random(seed)
    dasar, mistakes, kode, named = (
        (formulir_anggaran(), BELANJA, "A", SUB) if seed % 5 == 0 else (formulir(), KINERJA, "B", KODE)
    )
    row = rng.choice([coordinate_from_string(s)[1] for s, v in dasar.sel.items() if s.startswith(kode) and v in named])
    letter = rng.choice([*mistakes, "K" if "K" in mistakes else "G"])
    value, sel = rng.choice(mistakes[letter]), f"{letter}{row}"
    if value == dasar.sel.get(sel):
        return ""
    hasil, catatan = read(patched(dasar.content, sel, value), dasar.jenis)
    return verdict(dasar, hasil, catatan, sel, f"benih {seed}: {sel} ({dasar.sel[f'{kode}{row}']}) = {value!r}")


def verdict(dasar: Dasar, hasil: Hasil | None, catatan: Catatan, sel: str, what: str) -> str:
    if wrong := differing(dasar, catatan):
        return f"{what}: akan tercatat {wrong}"
    if hasil is None or hasil.ditolak or catatan == dasar.catatan or told(hasil, sel):
        return ""
    return f"{what}: hilang {sorted(dasar.catatan.keys() - catatan.keys())} tanpa pertanyaan"


def differing(dasar: Dasar, catatan: Catatan) -> Catatan:
    return {key: value for key, value in catatan.items() if value != dasar.catatan.get(key)}


def told(hasil: Hasil, sel: str) -> bool:
    """Whether something that holds stands on the row or in the column of a cell, or is about all of it."""
    letter, row = coordinate_from_string(sel)
    places = [coordinate_from_string(t.sel) if t.sel else (letter, row) for t in hasil.menahan]
    return any(place[0] == letter or place[1] == row for place in places)


@GROUPS
def test_one_error_in_a_clean_form_is_told_on_its_row_or_changes_no_figure(kelompok: int) -> None:
    faults = [broken_form(seed) for seed in range(kelompok, BENIH, KELOMPOK)]
    assert [one for one in faults if one] == []


def test_an_emptied_cell_of_a_form_records_nothing_for_its_indikator_and_all_the_others() -> None:
    dasar = formulir()
    for row in (r for r in range(7, 7 + len(NAMA)) if dasar.sel.get(f"B{r}") in KODE):
        _, catatan = read(patched(dasar.content, f"G{row}", None))
        assert catatan == {key: v for key, v in dasar.catatan.items() if key != dasar.sel[f"B{row}"]}


# ---------------------------------------------------------------- a foreign table, and one other word in its headings


# With one of these a column plainly holds something else; that it is not used need not be asked.
LAIN_HAL = {"2025", "2027", "lalu", "Fisik", "(%)", "Renstra", "Sisa", "Proyeksi", "Rencana", "L", "P", "Desa"}
SAMPAI = {
    "s.d.",
    "sampai dengan",
    "hingga",
    "Kumulatif",
    "Semester",
    "Juni",
}  # the figure is read as one to date then, which it says
UNSURE = (Guna.DITANYAKAN, Guna.TIDAK_DIPAHAMI)


def _tables() -> list[tuple[Buku, str]]:
    """Layouts of offices that are read without a question."""
    dua = Buku().judul("PENGUKURAN KINERJA", "TRIWULAN II TAHUN 2026")
    dua.tabel([*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2)), k("Capaian (%)", isi=capaian())])
    empat = Buku().judul("PENGUKURAN KINERJA TAHUN 2026")
    groups = [(f"TRIWULAN {r}", n) for n, r in enumerate(("I", "II", "III", "IV"), 1)]
    pairs = [k(judul, w, isi=i(n)) for judul, n in groups for w, i in (("Target", target), ("Realisasi", tw))]
    empat.tabel([*IDENTITAS, *pairs])
    datar = Buku().judul("REALISASI KINERJA TAHUN 2026")
    datar.tabel([*IDENTITAS, *(k(f"Realisasi TW {r}", isi=tw(n)) for n, r in enumerate(("I", "II", "III", "IV"), 1))])
    lra = Buku().judul("REALISASI ANGGARAN TAHUN 2026")
    lra.anggaran(k("Pagu", isi=pagu()), k("Realisasi TW I", isi=uang(1)), k("Realisasi TW II", isi=uang(2)))
    murni = Buku().judul("ANGGARAN TAHUN 2026")
    murni.anggaran(k("Pagu Murni", isi=pagu(0.9)), k("Pagu Perubahan", isi=pagu(1.05)))
    return [(dua, "realisasi"), (empat, "realisasi"), (datar, "realisasi"), (lra, "anggaran"), (murni, "anggaran")]


@cache
def tabel() -> list[Dasar]:
    return [based(buku.simpan(), buku.kepala, jenis) for buku, jenis in _tables()]


KATA = (
    "lalu", "s.d.", "sampai dengan", "hingga", "I", "II", "III", "IV", "2025", "2027", "Target", "Realisasi", "Capaian",
    "Pagu", "Fisik", "Keuangan", "(%)", "(Rp)", "(ribuan)", "(juta)", "Semester", "Tahunan", "Kumulatif", "Rencana",
    "Proyeksi", "Sementara", "Perubahan", "Murni", "Desa", "L", "P", "Juni", "(April)", "Renstra", "Sisa", "xyz", "Relaisasi",
)  # fmt: skip


def other_word(seed: int) -> str:
    """What went wrong with one other word in a heading; "" when it was told, or harmless."""
    rng = random.Random(10_000 + seed)
    dasar = rng.choice(tabel())
    top, bottom = dasar.kepala
    cells = [s for s in dasar.sel if top <= coordinate_from_string(s)[1] <= bottom]
    sel = rng.choice(cells)
    words, word = str(dasar.sel[sel]).split(), rng.choice(KATA)
    where, how = rng.randrange(len(words)), rng.choice(("ganti", "tambah", "hapus", "depan"))
    changed = {
        "ganti": [*words[:where], word, *words[where + 1 :]],
        "tambah": [*words, word],
        "depan": [word, *words],
        "hapus": [*words[:where], *words[where + 1 :]],
    }[how]
    heading = " ".join(changed) or None
    if heading == dasar.sel[sel]:
        return ""
    hasil, catatan = read(patched(dasar.content, sel, heading), dasar.jenis)
    what = f"benih {seed}: {dasar.jenis} {sel} {dasar.sel[sel]!r} -> {heading!r}"
    if word in SAMPAI:
        catatan = {key: _undone(dasar, key, value) for key, value in catatan.items()}
    if (marked(hasil, sel) or (word in LAIN_HAL and unused(hasil, sel))) and not differing(dasar, catatan):
        return ""
    if not catatan and hasil is not None and rekap.SAMA not in hasil.ringkasan:
        return ""
    return verdict(dasar, hasil, catatan, sel, what)


def _undone(dasar: Dasar, key: str, value: object) -> object:
    """The figure of the cell, where it was taken for one to date and the quarter before was taken off."""
    kode, right = key.split("|", maxsplit=1)[0], dasar.catatan.get(key)
    before = tw(1)[kode] if kode in JUMLAHAN else uang(1).get(kode)
    return right if right is not None and before is not None and value == right - before else value


def marked(hasil: Hasil | None, sel: str) -> bool:
    """Whether the reading shown to a person says of this column that it is not understood, or why it is not read."""
    return any(one.guna in UNSURE or (one.guna is not Guna.DIPAKAI and one.sebab) for one in shown(hasil, sel))


def unused(hasil: Hasil | None, sel: str) -> bool:
    return any(one.guna is Guna.TIDAK_DIPAKAI for one in shown(hasil, sel))


def shown(hasil: Hasil | None, sel: str) -> list[BacaanKolom]:
    """What the reading says of the column of a cell."""
    letter, _ = coordinate_from_string(sel)
    columns = [one for table in hasil.bacaan for one in table.kolom] if hasil else []
    return [one for one in columns if get_column_letter(one.nomor) == letter]


@GROUPS
def test_one_other_word_in_a_heading_is_told_at_its_column_or_changes_no_figure(kelompok: int) -> None:
    faults = [other_word(seed) for seed in range(kelompok, BENIH, KELOMPOK)]
    assert [one for one in faults if one] == []


# ---------------------------------------------------------------- ten times the past


@pytest.mark.parametrize("kode", KODE)
def test_ten_times_the_past_is_asked_in_form_and_table(kode: str) -> None:
    form, dua = formulir(), tabel()[0]
    for dasar, letter in ((form, "G"), (dua, "F")):
        row = next(coordinate_from_string(s)[1] for s, v in dasar.sel.items() if v == kode)
        hasil, catatan = read(patched(dasar.content, f"{letter}{row}", round(10 * tw(1)[kode], 4)))
        assert hasil is not None
        assert any(t.sel == f"{letter}{row}" or t.indikator == kode for t in hasil.menahan)
        assert kode not in catatan


@pytest.mark.parametrize("kode", SUB)
def test_ten_times_the_pagu_of_before_is_asked(kode: str) -> None:
    murni = tabel()[4]
    row = next(coordinate_from_string(s)[1] for s, v in murni.sel.items() if v == kode)
    hasil, catatan = read(patched(murni.content, f"C{row}", pagu(10)[kode]), "anggaran")
    assert hasil is None or hasil.menahan
    assert f"{kode}|pagu_murni" not in catatan
