"""One year, many papers: triwulan, semester, annual, rapor, recap, E.81 all print the figures worked out by hand.

Every marked figure is read back out of each .docx, every cell out of each .xlsx, for the example tahun 2025.
"""

import io
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import openpyxl
import pytest
from contoh_siap import fresh
from docx import Document
from test_golden import BARIS, BARIS_RATA, worth
from tulisan import opened, unmarked, words

from lakip import anggaran, pengaturan, rollup, sumber
from lakip.akses import system
from lakip.contoh import naskah
from lakip.contoh.isi import UNIT
from lakip.export import (
    e81,
    laporan_semester,
    laporan_tahunan,
    laporan_triwulan,
    rapor,
    rekap_excel,
    rekap_lipatan,
    tanda,
)
from lakip.formatting import angka
from lakip.store import Store

TAHUN, PER, HARI = 2025, date(2026, 10, 31), date(2026, 3, 2)
SISTEM = system(UNIT)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    one = fresh(tmp_path_factory.mktemp("satu"))
    yield one
    one.close()


@pytest.fixture(scope="module")
def files(store: Store) -> dict[str, bytes]:
    about = (store, SISTEM, UNIT, TAHUN)
    made = {f"TW{n}": laporan_triwulan.build(*about, f"TW{n}", PER) for n in (1, 2, 3, 4)}
    made |= {kode: laporan_semester.build(*about, kode, PER) for kode in ("SM1", "SM2")}
    made["TH"] = laporan_tahunan.build(*about, "TH", PER)
    return made | {f"rapor TW{n}": rapor.build(*about, n, PER, None) for n in (1, 2, 3, 4)}


@pytest.fixture(scope="module")
def papers(files: dict[str, bytes]) -> dict[str, list[tanda.Tanda]]:
    """The marked figures of each Word document; what no card names, and whose long name is cut, belongs to nobody."""
    cut = re.compile(r".+~[0-9a-f]{8}")
    return {name: [m for m in tanda.read(content) if not cut.fullmatch(m.kode)] for name, content in files.items()}


@pytest.fixture(scope="module")
def book(store: Store) -> Any:
    return openpyxl.load_workbook(io.BytesIO(rekap_excel.build(store, SISTEM, UNIT, TAHUN, "TH", PER)))


def by_hand() -> dict[tuple[str, str], dict[str, Fraction]]:
    """By kode and periode: target, realisasi, capaian of the golden tables; without a figure no entry."""
    found: dict[tuple[str, str], dict[str, Fraction]] = {}
    for tahun, periode, row in BARIS:
        if tahun != TAHUN:
            continue
        kode, target, realisasi, answer, *_ = row
        one = found.setdefault((kode, periode), {})
        if target != "-":
            one["target"] = worth(target)
        if realisasi != "-":
            one["realisasi"] = worth(realisasi)
        if answer != "-":
            one["capaian"] = Fraction(answer.rpartition("=")[2].strip())  # as printed
    return found


def number(text: str) -> Decimal | None:
    """The figure of a printed text; None for words and dashes."""
    plain = text.split("\n", maxsplit=1)[0].removesuffix("%").strip().rstrip("*").removeprefix("Rp").strip()
    try:
        return Decimal(plain.replace(".", "").replace(",", "."))
    except ArithmeticError:
        return None


def test_one_code_is_one_figure_in_all_papers(papers: dict[str, list[tanda.Tanda]]) -> None:
    said: dict[str, dict[Decimal, list[str]]] = {}
    for name, marks in papers.items():
        for mark in marks:
            value = number(mark.teks)
            if value is not None:
                said.setdefault(mark.kode, {}).setdefault(value, []).append(f"{name}: {mark.tempat}")
    assert len(said) > 300
    assert {kode: places for kode, places in said.items() if len(places) > 1} == {}


@pytest.mark.parametrize("nama", ["TW1", "TW2", "TW3", "TW4", "SM1", "SM2", "TH", "rapor TW1", "rapor TW4"])
def test_every_figure_in_a_sentence_is_marked(store: Store, files: dict[str, bytes], nama: str) -> None:
    """What the Kasubbag wrote himself of people and equipment is no figure of the record; he affirmed it."""
    address = pengaturan.identity(store, UNIT).alamat
    assert address
    assert list(unmarked(files[nama], [address, *naskah.TEKS["sumber_daya"].split("\n\n")])) == []


SATUAN = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
KATA = {*SATUAN, "belas", "puluh", "ratus", "ribu"}
PANGKAT = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9}
DIEJA = re.compile(r"([0-9.]+) \(([a-z ]+?)(?: rupiah)?\)")


def read_out(words: str) -> int:
    """A number in words, as a person reads it: "tiga miliar dua puluh satu" is 3.000.000.021."""
    whole = part = digit = 0
    for word in re.sub(r"\bse(belas|puluh|ratus|ribu)", r"satu \1", words).split():
        if word in PANGKAT:
            whole, part, digit = whole + (part + digit or 1) * PANGKAT[word], 0, 0
        elif word == "belas":
            digit += 10
        elif word in ("puluh", "ratus"):
            part, digit = part + digit * (10 if word == "puluh" else 100), 0
        else:
            digit = SATUAN.index(word)
    return whole + part + digit


@pytest.mark.parametrize("nama", ["TW1", "TW4", "SM1", "SM2", "TH", "rapor TW1"])
def test_every_number_in_words_is_the_number_beside_it(files: dict[str, bytes], nama: str) -> None:
    found = DIEJA.findall(words(opened(files[nama]).element.body).replace("\u00a0", " "))
    spelt = [
        (int(digits.replace(".", "")), text) for digits, text in found if text.split()[0].removeprefix("se") in KATA
    ]
    assert spelt
    assert [(n, text) for n, text in spelt if read_out(text) != n] == []


@pytest.mark.parametrize(
    ("n", "said"),
    [(0, "nol"), (11, "sebelas"), (19, "sembilan belas"), (29, "dua puluh sembilan"), (110, "seratus sepuluh"),
     (3_736_550_000, "tiga miliar tujuh ratus tiga puluh enam juta lima ratus lima puluh ribu"),
     (1_012, "seribu dua belas")],
)  # fmt: skip
def test_a_number_in_words_is_read_as_a_person_reads_it(n: int, said: str) -> None:
    assert read_out(said) == n


@pytest.mark.parametrize("said", ["Serapan 92,99 %.", "Terdapat 3 (tiga) program.", "Pagu Rp 1.000.", "Capaian 100 %."])
def test_a_figure_without_mark_would_be_seen(said: str) -> None:
    buffer = io.BytesIO()
    document = Document()
    document.add_paragraph(f"Pada 3 Januari 2025, menurut Tabel 3.2. {said}")
    document.save(buffer)
    assert len(list(unmarked(buffer.getvalue()))) == 1


@pytest.mark.parametrize("periode", ["SM1", "SM2", "TH"])
def test_every_paper_prints_the_figures_worked_out_by_hand(papers: dict[str, list[tanda.Tanda]], periode: str) -> None:
    wanted, found = by_hand(), set()
    for mark in papers[periode]:
        kode = sumber.urai(mark.kode)
        hand = wanted.get((kode.subjek, kode.periode), {})
        value = number(mark.teks)
        if kode.jenis or kode.tahun != TAHUN or kode.besaran not in hand or value is None:
            continue
        exponent = value.as_tuple().exponent
        places = -exponent if isinstance(exponent, int) else 0
        assert abs(Fraction(value) - hand[kode.besaran]) <= Fraction(1, 2 * 10**places), (mark, hand)
        found.add((kode.subjek, kode.periode, kode.besaran))
    own = {(k, p, b) for (k, p), figures in wanted.items() if p == periode for b in figures}
    assert own <= found


def test_the_averages_of_papers_and_recap_are_those_worked_out_by_hand(
    store: Store, papers: dict[str, list[tanda.Tanda]], book: Any
) -> None:
    hand = {(p, row[0]): row for t, p, row in BARIS_RATA if t == TAHUN}
    printed = {
        (k.periode, k.subjek, k.besaran): number(m.teks)
        for marks in papers.values()
        for m in marks
        if (k := sumber.urai(m.kode)).jenis == sumber.RATA and k.tahun == TAHUN
    }
    names = {r["sasaran"]: r["uraian"] for r in rollup.rata_rata(store, UNIT, TAHUN, "TH", PER).to_dicts()}
    cells = {row[0]: row for row in book["Rata-rata Per Triwulan"].iter_rows(values_only=True)}
    on_paper = set()
    for (periode, sasaran), row in hand.items():
        line = cells[names.get(sasaran) or "Seluruh indikator kinerja Camat"]
        for n, (besaran, cell) in enumerate((("tanpa_batas", row[2]), ("dengan_batas", row[3]))):
            wanted = Decimal(cell.rpartition("=")[2].strip())
            shown = line[2 + 4 * rekap_lipatan.parts("TH").index(periode) + n]
            assert number(angka(Decimal(repr(shown)), 2)) == wanted, (periode, sasaran, besaran)
            if (periode, sasaran, besaran) in printed:
                assert printed[periode, sasaran, besaran] == wanted, (periode, sasaran)
                on_paper.add((periode, sasaran))
    camat = ("S1", "S2", "S3", "S4", "semua")
    assert {(p, s) for p in ("SM1", "SM2", "TH") for s in camat} <= on_paper


def sheet_rows(book: Any, name: str) -> dict[str, list[Any]]:
    """The rows of a table by the kode in their second cell."""
    rows = book[name].iter_rows(values_only=True)
    return {row[1]: list(row) for row in rows if str(row[1] or "").startswith(("IK-", "OP-"))}


def test_the_recap_holds_every_quarter_semester_and_year_as_the_papers_print_them(
    papers: dict[str, list[tanda.Tanda]], book: Any
) -> None:
    printed = {m.kode: number(m.teks) for marks in papers.values() for m in marks}
    rows, compared = sheet_rows(book, "Per Triwulan"), 0
    for n, periode in enumerate(("TW1", "TW2", "TW3", "TW4", "SM1", "SM2", "TH")):
        for kode, cells in rows.items():
            for offset, besaran in enumerate(("target", "realisasi", "capaian")):
                paper = printed.get(sumber.tag(sumber.indikator(kode, TAHUN, periode, besaran)))
                if paper is None:
                    continue
                cell = cells[5 + 4 * n + offset]
                exponent = paper.as_tuple().exponent
                places = -exponent if isinstance(exponent, int) else 0
                assert cell is not None, (kode, periode)
                assert number(angka(Decimal(repr(cell)), places)) == paper, (kode, periode)
                compared += 1
    assert compared > 400


def test_the_form_e81_says_the_same_and_closes(store: Store, papers: dict[str, list[tanda.Tanda]]) -> None:
    content = e81.build(store, SISTEM, UNIT, TAHUN, 4, PER, HARI)
    sheet = openpyxl.load_workbook(io.BytesIO(content))["E.81"]
    rows = list(sheet.iter_rows(values_only=True))
    wanted = by_hand()
    seen = set()
    for row in rows:
        kode = str(row[3] or "").split(" ")[0]
        if (kode, "TH") in wanted:
            hand = wanted[kode, "TH"]
            assert float(row[9]) == pytest.approx(float(hand["target"]))
            assert float(row[19]) == pytest.approx(float(hand["realisasi"]), abs=1e-6)
            assert number(angka(Decimal(repr(row[21])), 2)) == Decimal(f"{float(hand['capaian']):.2f}")
            renstra = next((m for m in papers["TH"] if m.kode == f"{kode}.2025.TH.kemajuan_renstra"), None)
            if renstra is not None and number(renstra.teks) is not None and row[25] is not None:
                assert number(angka(Decimal(repr(row[25])), 2)) == number(renstra.teks), kode
            seen.add(kode)
    camat = [k for k in seen if k.startswith("IK")]
    assert len(camat) == 9
    assert sum(k.startswith("OP") for k in seen) == 10
    total = next(row for row in rows if row[2] == "JUMLAH")
    programs = [row for row in rows if str(row[2] or "").startswith("7.01.") and len(str(row[2]).split(" ")[0]) == 7]
    for column in (8, 10, 12, 14, 16, 18, 20):
        assert total[column] == sum(row[column] or 0 for row in programs), column
    assert total[12] + total[14] + total[16] + total[18] == total[20]
    whole = anggaran.total(store, UNIT, TAHUN)
    assert whole is not None
    assert (total[10], total[20]) == (whole["pagu_rupiah"], whole["realisasi_sd_rupiah"])
