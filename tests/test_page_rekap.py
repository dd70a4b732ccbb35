"""The recap of any periode: grouped, honest about what is not final, each row leading to its card."""

import re

import pytest
from kasus import TAHUN, UNIT, add_indikator, add_sasaran, new_office, office
from layar import add_person, cells, example, screen, texts

from lakip import rollup
from lakip.akses import Peran
from lakip.formatting import persen
from lakip.pengaturan import IDENTITAS_BAWAAN
from lakip.periode import PERIODE
from lakip.store import Store
from lakip.ui import session
from lakip.ui.menu import STATIC

PAGE = "3_rekap.py"


def with_camat(store: Store) -> Store:
    add_person(store, UNIT, "camat", Peran.CAMAT)
    return store


@pytest.mark.parametrize("periode", list(PERIODE))
def test_every_periode_shows_the_figures_of_rollup(periode: str) -> None:
    at = screen(example(), "peninjau", PAGE, tahun=2025, periode=periode)
    expected = rollup.capaian(example(), IDENTITAS_BAWAAN.unit, 2025, periode, session.today())
    shown = {row[0][1:].split("]")[0].replace("\u2011", "-"): row for row in cells(at.table[0]) if row[0]}
    assert list(shown) == expected["kode"].to_list()
    for row in expected.iter_rows(named=True):
        assert persen(row["capaian_persen"]) in shown[row["kode"]][4].replace("\u00a0", " ")
        assert f"/kartu?indikator={row['kode']}&tahun=2025&periode={periode}" in shown[row["kode"]][0]


def test_indikator_stand_under_their_sasaran_with_its_level() -> None:
    store = office("jumlah", target="10 – – –", realisasi="10 – – –")
    add_sasaran(store, "S2", "kasi")
    add_indikator(store, "K1", "jumlah", target="10 – – –", realisasi="5 – – –", sasaran="S2")
    at = screen(with_camat(store), "camat", PAGE, tahun=TAHUN, periode="TW1")
    firsts = [row[1].split(" :gray")[0] for row in cells(at.table[0])]
    assert firsts == ["**Sasaran S1**", "Indikator I1", "**Sasaran S2 (tingkat Kasi)**", "Indikator K1"]


def test_averages_are_printed_twice_with_x_of_y() -> None:
    store = office("jumlah", target="10 – – –", realisasi="15 – – –")
    add_indikator(store, "I2", "jumlah", target="10 – – –", realisasi="5 – – –")
    add_indikator(store, "I3", "jumlah", target="10 – – –", realisasi="5? – – –")
    at = screen(with_camat(store), "camat", PAGE, tahun=TAHUN, periode="TW1")
    whole = [c.strip("*").replace("\u00a0", " ") for c in cells(at.table[1])[-1]]
    assert whole[1:3] == ["100,00 %", "75,00 %"]  # (150 + 50) / 2 and (100 + 50) / 2
    assert whole[4] == "2 dari 3 indikator"


def test_what_is_not_final_is_grey_and_says_why() -> None:
    store = office("jumlah", target="10 10 – –", realisasi="10 – – –")
    add_indikator(store, "I2", "jumlah", target="10 10 – –", realisasi="10 10? – –")
    add_indikator(store, "I3", "jumlah", target="10 10 – –", realisasi="10? – – –")
    at = screen(with_camat(store), "camat", PAGE, tahun=TAHUN, periode="SM1")
    rows = [[c.replace("\u00a0", " ") for c in row] for row in cells(at.table[0])[1:]]
    assert [row[5:7] for row in rows] == [
        [":gray[◌ belum lengkap]", "1/2 TW"],
        [":gray[◌ belum dibenarkan]", "2/2 TW"],
        [":gray[◌ belum lengkap]", "1/2 TW, 1 belum dibenarkan"],
    ]
    assert all(row[4].startswith(":gray[") for row in rows)


def test_kemajuan_of_lower_is_better_says_what_is_used_up() -> None:
    store = office("jumlah", "negatif_selisih", target="3 3 3 3", realisasi="1 2 – –")
    at = screen(with_camat(store), "camat", PAGE, tahun=TAHUN, periode="TW2")
    assert cells(at.table[0])[1][7] == "terpakai 3,00 dari batas 12,00"


def test_the_codes_of_bagian_are_named_below_and_only_what_is_measured_is_counted() -> None:
    at = screen(example(), "camat", PAGE, tahun=2026, periode="SD3")
    assert "YAN Seksi Pelayanan Umum · " in texts(at)
    assert "25 dari 27 indikator yang diukur lengkap" in texts(at)  # of 30; three are measured later in the year


def test_on_a_phone_each_cell_brings_its_head_and_empty_ones_go() -> None:
    store = office("jumlah", target="10 – – –", realisasi="10 – – –")
    at = screen(with_camat(store), "camat", PAGE, tahun=TAHUN, periode="TW1")
    styles = at.table[0].proto.arrow_data.styler.styles
    assert re.search(r'td\.col2 \{\s*--judul: "Target"', styles)
    assert re.search(r"td\.row0\.col2[^{]*\{\s*--tampak: none", styles)  # the row of the sasaran
    assert not re.search(r"td\.row1\.col\d[^{]*\{\s*--tampak", styles)
    css = (STATIC / "layar.css").read_text(encoding="utf-8")
    assert all(f"var({name}" in css for name in ("--judul", "--tampak", "--rata"))


def test_the_rules_and_the_workbook_stand_on_the_page() -> None:
    at = screen(example(), "staf", PAGE, tahun=2026, periode="TH")
    assert "capaian di atas 100 dihitung 100" in texts(at)
    assert "Sangat Tinggi di atas 90" in texts(at)
    assert [b.label for b in at.get("download_button")] == ["Unduh Excel"]


def test_what_people_typed_is_not_read_as_markdown() -> None:
    store = office("jumlah", target="10 – – –", realisasi="10 – – –")
    add_indikator(store, "X*1", "jumlah", target="1 – – –")
    at = screen(with_camat(store), "camat", PAGE, tahun=TAHUN, periode="TW1")
    assert any(row[0].startswith("[X\\*1](/kartu?indikator=X%2A1") for row in cells(at.table[0]))


def test_an_empty_year_reads_what_to_do() -> None:
    at = screen(with_camat(new_office()), "camat", PAGE, tahun=TAHUN, periode="TW1")
    assert "Belum ada indikator untuk tahun 2026" in at.info[0].value
