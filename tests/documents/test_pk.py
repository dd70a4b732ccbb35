"""The documents of the plan as LibreOffice prints them, held against the files of the example itself."""

import csv
import re
from decimal import Decimal
from functools import cache

import naskah
import pytest
import tulisan
from cetak import read, squeezed, to_pdfs
from conftest import ROOT
from contoh_siap import loaded

from lakip.export import perjanjian_kinerja, tabel_rencana
from lakip.formatting import angka, half_up, rupiah, terbilang

pytestmark = pytest.mark.documents

U = naskah.UNIT
PK = [(2025, "camat", 1), (2025, "camat", 2), (2026, "camat", 1), (2025, "sekcam", 2), (2025, "REN", 1),
      (2025, "PMD", 2), (2025, "BATU", 1), (2026, "TRANTIB", 1)]  # fmt: skip
TABEL = [("renaksi", 2025, 1), ("renaksi", 2025, 2), ("renaksi", 2026, 1), ("iku", 2025, None), ("iku", 2026, None),
         ("rkt", 2025, None), ("rkt", 2026, None)]  # fmt: skip
KEYS = [*(("pk", *key) for key in PK), *(("tabel", *key) for key in TABEL)]
LEVEL = {"camat": 3, "sekcam": 5}  # how many parts the code of a program, a kegiatan has; a sub kegiatan has 6


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "contoh" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cards() -> dict[str, dict[str, str]]:
    return {r["kode"]: r for r in rows("indikator")}


def target(tahun: int, versi: int, kode: str, column: str) -> Decimal | None:
    """As the newest PK up to this version says; a perubahan leaves the quarters before it blank."""
    found = [r for r in rows("target") if (int(r["tahun"]), r["indikator"]) == (tahun, kode) and int(r["pk"]) <= versi]
    said = [r[column] for r in sorted(found, key=lambda r: int(r["pk"])) if r[column]]
    return Decimal(said[-1]) if said else None


def pagu(tahun: int, versi: int, kode: str) -> int:
    """The sum below a code: the DPA for the murni, else the DPPA where it says something."""
    below = [r for r in rows("anggaran") if int(r["tahun"]) == tahun and f"{r['kode']}.".startswith(f"{kode}.")]
    return sum(int((versi > 1 and r["perubahan"]) or r["murni"] or 0) for r in below)


@cache
def made(kind: str, *key: object) -> bytes:
    store, who = loaded()[0], naskah.PENGGUNA
    if kind == "pk":
        return perjanjian_kinerja.build(store, who, U, *key)
    jenis, tahun, versi = key
    return tabel_rencana.build(store, who, U, jenis, tahun, versi)


def tables(content: bytes) -> list[list[list[str]]]:
    found = tulisan.tables(tulisan.opened(content))
    return [[[cell.strip() for cell in row] for row in table] for table in found]


def table_of(content: bytes, head: str) -> list[list[str]]:
    return next(t for t in tables(content) if head in t[0])


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The pages of each paper."""
    files = {f"{'_'.join(map(str, key))}.docx": made(*key) for key in KEYS}
    pdfs = to_pdfs(tmp_path_factory.mktemp("rencana"), files)
    return dict(zip(KEYS, (read(pdf, "-raw") for pdf in pdfs), strict=True))


# ---------------------------------------------------------------- figures out of the file


@pytest.mark.parametrize(("tahun", "kode", "versi"), PK)
def test_every_target_of_a_pk_is_that_of_its_version(tahun, kode, versi):
    by_name = {card["nama"]: card for card in cards().values()}
    printed = table_of(made("pk", tahun, kode, versi), "Indikator Kinerja")[2:]
    assert printed
    for _, _, name, said in printed:
        card = by_name[name]
        expected = half_up(target(tahun, versi, card["kode"], "th"), int(card["desimal"]))
        assert said == f"{angka(expected, int(card['desimal']))} {card['satuan']}"


@pytest.mark.parametrize(("tahun", "versi"), [(2025, 1), (2025, 2), (2026, 1)])
def test_the_camat_promises_every_indikator_of_the_camat(tahun, versi):
    goals = {r["kode"] for r in rows("sasaran") if r["jenjang"] == "camat"}
    expected = [c["nama"] for c in cards().values() if c["sasaran"] in goals]
    printed = [row[2] for row in table_of(made("pk", tahun, "camat", versi), "Indikator Kinerja")[2:]]
    assert sorted(printed) == sorted(expected)


@pytest.mark.parametrize(("tahun", "kode", "versi"), PK)
def test_every_rupiah_of_a_pk_is_the_sum_of_the_budget_below_it(tahun, kode, versi):
    names = {(r["nama"], r["kode"].count(".") + 1): r["kode"] for r in rows("nomenklatur")}
    printed = table_of(made("pk", tahun, kode, versi), "Anggaran")[1:]
    *lines, jumlah, words = printed
    total = 0
    for name, said, source in lines:
        node = names[name.split("\t")[1], LEVEL.get(kode, 6)]
        total += pagu(tahun, versi, node)
        assert (said, source) == (rupiah(pagu(tahun, versi, node)), "APBD")
    assert jumlah[1] == rupiah(total)
    assert words[0].casefold() == f"terbilang: {terbilang(total)} rupiah"


@pytest.mark.parametrize(("tahun", "versi"), [(2025, 1), (2025, 2), (2026, 1)])
def test_the_camat_answers_for_the_whole_budget(tahun, versi):
    jumlah = table_of(made("pk", tahun, "camat", versi), "Anggaran")[-2]
    assert jumlah[1] == rupiah(pagu(tahun, versi, "7"))


@pytest.mark.parametrize(("tahun", "versi"), [(2025, 1), (2025, 2), (2026, 1)])
def test_every_target_of_a_rencana_aksi_is_that_of_its_version(tahun, versi):
    by_name = {card["nama"]: card for card in cards().values()}
    printed = {row[2]: row for row in table_of(made("tabel", "renaksi", tahun, versi), "Target TW I")[2:]}
    assert printed.keys() == by_name.keys()
    for name, row in printed.items():
        card = by_name[name]
        desimal = int(card["desimal"])
        said = [target(tahun, versi, card["kode"], column) for column in ("th", "tw1", "tw2", "tw3", "tw4")]
        assert row[4:9] == [angka(nilai, desimal) for nilai in said]


@pytest.mark.parametrize(("tahun", "versi"), [(2025, 1), (2025, 2), (2026, 1)])
def test_the_money_of_the_camat_in_a_rencana_aksi_adds_up_to_the_pagu_in_all_and_by_quarter(tahun, versi):
    goals = {r["uraian"] for r in rows("sasaran") if r["jenjang"] == "camat"}
    printed = [row for row in table_of(made("tabel", "renaksi", tahun, versi), "Target TW I")[2:] if row[1] in goals]
    # One cell over many rows reads many times; the aktivitas between program and anggaran are each indikator's own.
    lines = list(dict.fromkeys((row[1], row[9], *row[11:16]) for row in printed))
    sums = [sum(int(line[n].replace(".", "")) for line in lines) for n in range(2, 7)]
    assert sums[0] == pagu(tahun, versi, "7") == sum(sums[1:])


@pytest.mark.parametrize("tahun", [2025, 2026])
def test_every_rupiah_of_the_rkt_is_the_pagu_murni(tahun):
    *lines, total = table_of(made("tabel", "rkt", tahun, None), "Program/kegiatan")[1:]
    assert [line[2] for line in lines] == [angka(pagu(tahun, 1, line[0]), 0) for line in lines]
    assert total[0].startswith(f"Jumlah: {rupiah(pagu(tahun, 1, '7'))} (")


# ---------------------------------------------------------------- on paper


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_every_cell_is_printed_and_nothing_of_the_program(printed, key):
    pages = printed[key]
    words = squeezed("".join(pages))
    for table in tables(made(*key)):
        for cell in {cell for row in table for cell in row}:
            assert all(word in words for word in cell.split()), cell  # one cell may go on over a page
    said = "\n".join(pages)
    assert not re.search(r"\{\{|\{%|\b(None|nan|NaN|Error|TODO)\b", said)
    assert not re.search(r"\b(January|February|March|April 2|May|June|July|August|October|December)\b", said)
    assert all("DATA CONTOH" in page for page in pages)


def test_pernyataan_is_one_page_and_the_lampiran_begins_the_next(printed):
    pages = printed["pk", 2025, "camat", 2]
    assert len(pages) == 2
    assert "selanjutnya disebut pihak pertama" in pages[0]
    assert "Sasaran Strategis" in pages[1]
    assert all("NOVITA ANGGRAENI" in page and "NIP 19820101 200401 2 003" in page for page in pages)


def test_a_table_over_many_pages_repeats_its_head(printed):
    assert sum("Penanggung" in page for page in printed["tabel", "renaksi", 2025, 1]) >= 3


def test_a_signature_never_stands_alone_on_a_page(printed):
    for key in TABEL:
        signed = next(page for page in printed["tabel", *key] if "NIP 19" in page)
        assert len(signed.split()) > 40, (key, signed)
