"""A count above a list is the number of things in that list: on screens, papers, workbooks and the command line."""

import re
from collections import Counter
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from contoh_siap import copied, gathered
from layar import cells, example, screen, texts

from lakip import akses, dokumen, praperiksa
from lakip.__main__ import main
from lakip.contoh.isi import UNIT
from lakip.export import kurang, pilihan, praperiksa_excel, selisih_excel
from lakip.sumber import polos

HARI = date(2026, 11, 29)
LAPORAN = [(2026, "TW3"), (2026, "TW1"), (2026, "SM1"), (2025, "TH"), (2024, "TH")]
LISTED = re.compile(r"(Yang belum lengkap|Untuk diketahui) \((\d+)\)")


def lists(page: Any) -> dict[str, tuple[int, int]]:
    """Each list of the page Laporan: the count in its heading, and how many things stand below it."""
    said = [e.value for e in page.main if e.type in ("subheader", "markdown")]
    return {
        found[1]: (int(found[2]), sum(line.startswith("1. ") for line in below.splitlines()))
        for above, below in pairwise(said)
        if (found := LISTED.fullmatch(above))
    }


@pytest.mark.parametrize(("tahun", "kode"), LAPORAN)
def test_what_holds_a_report_back_is_one_list_and_what_is_to_be_known_another(tahun: int, kode: str) -> None:
    page = screen(example(), "camat", "6_laporan.py", tahun=tahun, periode=kode)
    found = lists(page)
    assert found, "the example has something to say of each of these"
    assert all(counted == shown for counted, shown in found.values()), found
    told = re.search(r"(\d+) hal belum lengkap", texts(page))
    assert int(told[1] if told else 0) == found.get("Yang belum lengkap", (0, 0))[0]


@pytest.mark.parametrize(("tahun", "kode"), LAPORAN)
def test_the_paper_counts_the_rows_that_it_prints(tahun: int, kode: str) -> None:
    """TW III 2026: six things are missing, and one figure is not available for a reason: seven in all."""
    jenis = pilihan.of(kode)
    bahan = gathered(tahun, kode)
    gaps, paper = jenis.gaps(bahan), jenis.compose(bahan, 1)
    said = polos(paper.kalimat_kurang)
    missing, known = (re.search(rf"{word} (\d+) ", said) for word in ("Terdapat", "Dicatat pula"))
    assert int(missing[1] if missing else 0) == len(paper.kurang)
    assert int(known[1] if known else 0) == len(paper.diketahui)
    assert len(paper.kurang) + len(paper.diketahui) == len(gaps)
    assert all(g.menahan for g in kurang.holding(gaps))
    if (tahun, kode) == (2026, "TW3"):
        assert (len(paper.kurang), len(paper.diketahui)) == (6, 1)


def test_the_narrative_counts_what_its_sections_lack() -> None:
    page = screen(example(), "kasubbag", "naskah.py", tahun=2024, periode="TH")
    whole, parts = re.search(r"(\d+) hal belum diisi, pada (\d+) bagian", texts(page)).groups()  # type: ignore[union-attr]
    (table,) = (t for t in page.table if "Celah" in t.value.columns)
    gaps = [int(row[-1]) for row in cells(table) if row[-1].strip()]
    assert (int(whole), int(parts)) == (sum(gaps), len(gaps))


@pytest.mark.parametrize("tahun", [2024, 2025, 2026])
def test_contradictions_are_counted_line_by_line(tahun: int) -> None:
    """A shifted tahun is told besides: each of its targets is a line already."""
    page = screen(example(), "camat", "selisih.py", tahun=tahun)
    said = texts(page)
    whole = int(re.search(r"(\d+) selisih antar dokumen", said)[1])  # type: ignore[index]
    kinds = Counter(s.jenis for s in dokumen.selisih(example(), UNIT, tahun))
    lines = [m.value for m in page.markdown if m.value.startswith("- :")]
    assert whole == sum(text.count("\n- :") + 1 for text in lines)
    weak = re.search(r"(\d+) di antaranya hanya beda penulisan", said)
    assert int(weak[1] if weak else 0) == sum(kinds[k] for k in dokumen.LEMAH)
    shifts = re.search(r"(\d+) dokumen tampak bergeser", said)
    assert int(shifts[1] if shifts else 0) == sum("Target bergeser" in m.value for m in page.markdown)
    book = openpyxl.load_workbook(BytesIO(selisih_excel.build(example(), akses.system(UNIT), UNIT, tahun)))
    numbers = [row[0].value for row in book.active.iter_rows() if str(row[0].value).isdigit()]
    assert len(numbers) == kinds.total()


@pytest.mark.parametrize(("tahun", "kode"), LAPORAN)
def test_the_check_names_as_many_indikator_as_it_counts(tahun: int, kode: str) -> None:
    """ "7 selisih ..., pada 6 indikator: five names, dan 1 lainnya"."""
    found = praperiksa.check(example(), UNIT, tahun, kode, HARI)
    told = [m for b in found if (m := re.search(r"(\d+) (?:selisih|angka).*, pada (\d+) indikator: (.*)\.$", b.bukti))]
    assert told
    for findings, whole, names in (m.groups() for m in told):
        *named, last = names.split(", ")
        rest = re.fullmatch(r"dan (\d+) lainnya", last)
        assert int(whole) == len(named) + (int(rest[1]) if rest else 1)
        assert int(findings) >= int(whole)


def test_a_shifted_document_is_no_contradiction_more() -> None:
    """In 2025 a document repeats the Renstra of another year: "4 selisih" stood above eight names. Each target is counted
    once, never all of them once more together."""
    found = {b.syarat.kode: b.bukti for b in praperiksa.check(example(), UNIT, 2025, "TH", HARI)}
    every = [s for s in dokumen.selisih(example(), UNIT, 2025) if "renstra" in (s.jenis_a, s.jenis_b)]
    assert sum(s.jenis == "bergeser" for s in every) == 1
    about = dokumen.differences(every)
    names = {s.kode or s.indikator for s in about}
    assert found["III.2"].startswith(f"{len(about)} selisih dengan Renstra, pada {len(names)} indikator: ")
    assert (len(about), len(names)) == (3, 2)


@pytest.mark.parametrize("kode", ["TW3", "SM1"])
def test_the_check_counts_its_lines_on_screen_in_excel_and_on_the_command_line(
    kode: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--data", str(copied(tmp_path / "data")), "laporan", "pra-periksa", "--tahun", "2026", "--periode", kode])
    head, *lines = capsys.readouterr().out.splitlines()
    counts = {kata: int(re.search(rf"(\d+) {kata.lower()}\b", head)[1]) for kata in praperiksa.KATA.values()}  # type: ignore[index]
    assert counts == {kata: sum(line.startswith(f"[{kata}]") for line in lines) for kata in counts}
    page = screen(example(), "camat", "praperiksa.py", tahun=2026, periode=kode)
    rows = [row for table in page.table for row in cells(table)]
    assert sum("Belum terpenuhi]" in row[2] for row in rows) == counts["Belum terpenuhi"]
    assert f"{counts['Belum terpenuhi']} belum terpenuhi" in texts(page)
    found = praperiksa_excel.build(example(), akses.system(UNIT), UNIT, 2026, kode, HARI)
    marks = [str(c.value) for row in openpyxl.load_workbook(BytesIO(found)).active.iter_rows() for c in row]
    assert marks.count("Belum terpenuhi") == counts["Belum terpenuhi"]


def test_a_refused_final_report_counts_what_the_page_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three are named, the rest is counted."""
    folder, goal = str(copied(tmp_path / "data")), str(tmp_path / "laporan.docx")
    words = ["laporan", "triwulan", "--tahun", "2026", "--periode", "TW3", "--ke", goal, "--final"]
    assert main(["--data", folder, *words]) == 1
    said = capsys.readouterr().err
    named, rest = re.search(r"Yang belum lengkap: (.*); dan (\d+) lainnya\.", said).groups()  # type: ignore[union-attr]
    page = lists(screen(example(), "camat", "6_laporan.py", tahun=2026, periode="TW3"))
    assert len(named.split("; ")) + int(rest) == page["Yang belum lengkap"][1]


@pytest.mark.parametrize("jenis", ["pk", "renaksi", "iku", "rkt"])
def test_a_document_of_the_plan_counts_what_it_lacks(jenis: str) -> None:
    page = screen(example(), "camat", "6_laporan.py", tahun=2026, periode="TW3", dokumen=jenis)
    told = re.search(r"(\d+) hal belum lengkap\. Dokumen", texts(page))
    shown = [m.value for m in page.tabs[2].markdown if m.value.startswith("1. ")]
    assert int(told[1] if told else 0) == sum(text.count("\n1. ") + 1 for text in shown)
