"""The budget on screen: who plans types and uploads, the others read; what is wrong is said before it is saved."""

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from contoh_siap import fresh
from layar import PAGES, button, cells, checked, example, forms, screen, texts
from streamlit.testing.v1 import AppTest

from lakip import akun, anggaran
from lakip.akses import system
from lakip.anggaran import Kode
from lakip.pengaturan import IDENTITAS_BAWAAN
from lakip.store import Store
from lakip.ui import menu
from lakip.unggah.anggaran.formulir import anggaran_form
from lakip.unggah.kaitan.formulir import kaitan_form

UNIT = IDENTITAS_BAWAAN.unit
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUB = "7.01.01.2.01.0001"
GAJI = "7.01.01.2.02.0001"  # the third row of the grid, with the widest pagu
KAITAN = "Berkas kaitan"
CAMAT = "kaitan 2026 program S1,S2,S3,S4"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """An example of one's own: these tests save, each another figure."""
    return fresh(tmp_path_factory.mktemp("data"))


def rows(at: AppTest, head: str) -> list[list[str]]:
    """The table whose first row holds `head`; as read."""
    for table in at.table:
        shown = [[c.replace("\u00a0", " ").replace("\u2011", "-").replace("\\", "") for c in r] for r in cells(table)]
        if shown and head in shown[0][0]:
            return shown
    raise AssertionError(head)


def typed(at: AppTest, grid: str, **edits: object) -> AppTest:
    """A grid edited in the browser; `grid` is the beginning of its key."""
    nothing = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}
    at.session_state[drawn(at, grid)] = {**nothing, **edits}
    return checked(at.run())


def drawn(at: AppTest, grid: str) -> str:
    """The key of the grid on the screen; it tells what the grid shows."""
    keys = [str(e.proto.id).split("-", 2)[-1] for e in at.get("dataframe")]  # $$ID-<hash>-<key>
    return next(key for key in keys if key.startswith(grid))


def written(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def upload(at: AppTest, content: bytes, label: str = "Berkas anggaran") -> AppTest:
    one = next(u for u in at.file_uploader if u.label == label)
    return checked(one.upload("anggaran.xlsx", content, XLSX).run())


# ---------------------------------------------------------------- weighed


def test_the_recap_shows_the_tree_and_what_came_of_it() -> None:
    store = example()
    at = screen(store, "camat", "3_rekap.py", rekap="Anggaran", tahun=2025, periode="TH")
    tree = rows(at, "7.01.01 Program Penunjang")
    total = anggaran.total(store, UNIT, 2025)
    assert total is not None
    assert tree[-1][:2] == ["**Jumlah**", f"**{total['pagu_rupiah']:,}**".replace(",", ".")]
    assert len(tree) == 6 + 1  # programs, total
    at.get_by_key("rinci_serapan").set_value("sub_kegiatan").run()
    assert len(rows(at, "7.01.01 Program Penunjang")) == 6 + 17 + 26 + 1
    assert "S1" in rows(at, "**S1**")[0][0]
    assert "Unduh anggaran (Excel)" in [b.label for b in at.get("download_button")]


def test_the_recap_waits_with_efficiency_for_the_whole_year() -> None:
    store = example()
    at = screen(store, "camat", "3_rekap.py", rekap="Anggaran", tahun=2026, periode="SD2")
    assert all("dinilai pada akhir tahun" in row[-1] for row in rows(at, "**S1**"))


# ---------------------------------------------------------------- spent


def test_a_quarter_is_typed_reviewed_and_saved(store: Store) -> None:
    at = screen(store, "kasubbag", "1_unggah.py", cara="Realisasi anggaran", tahun=2026, periode="TW4")
    typed(at, "ketik anggaran tw4 2026", edited_rows={0: {"Realisasi TW IV": "1.000.000"}})
    assert [SUB, "Realisasi TW IV", "–", "**Rp 1.000.000**"] in rows(at, SUB)
    button(at, "Simpan 1 angka").click().run()
    assert anggaran.recorded(store, UNIT, 2026)[SUB, "realisasi_tw4"] == 1_000_000


def test_over_pagu_is_said_and_cannot_be_saved() -> None:
    store = example()
    at = screen(store, "kasubbag", "1_unggah.py", cara="Realisasi anggaran", tahun=2026, periode="TW4")
    typed(at, "ketik anggaran tw4 2026", edited_rows={0: {"Realisasi TW IV": "900.000.000"}})
    assert "melebihi pagu" in at.error[0].value
    assert not [b for b in at.button if b.label.startswith("Simpan 1 angka")]


def test_staf_has_no_budget_to_fill() -> None:
    store = example()
    at = screen(store, "staf", "1_unggah.py", cara="Realisasi anggaran", tahun=2026, periode="TW4")
    assert "Realisasi anggaran" not in [t.label for t in at.tabs]


def test_a_file_shows_old_and_new_and_is_saved_whole(store: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(anggaran_form(store, UNIT, 2026)))
    sheet = book["Anggaran"]
    row = next(r for r in range(1, 99) if sheet[f"A{r}"].value == SUB)
    sheet[f"M{row}"] = 250_000
    content = written(book)
    at = upload(screen(store, "kasubbag", "1_unggah.py", cara="Realisasi anggaran", tahun=2026, periode="TW4"), content)
    assert "Yang berubah: 1 angka" in texts(at)
    button(at, "Simpan 1 angka").click().run()
    assert anggaran.recorded(store, UNIT, 2026)[SUB, "realisasi_tw4"] == 250_000
    assert "tidak ada angka yang berubah" in texts(upload(at, content))


# ---------------------------------------------------------------- typed, pasted, and kept

TW4 = "ketik anggaran tw4 2026"


def spending(store: Store) -> AppTest:
    return screen(store, "kasubbag", "1_unggah.py", cara="Realisasi anggaran", tahun=2026, periode="TW4")


def quarter(row: int, text: str | None) -> dict[int, dict[str, str | None]]:
    return {row: {"Realisasi TW IV": text}}


def grid_text(at: AppTest, row: int) -> str:
    return str(next(e for e in at.get("dataframe") if TW4 in e.proto.id).value["Realisasi TW IV"][row])


def errors(at: AppTest) -> str:
    return " ".join(e.value.replace("\\", "") for e in at.error)


def saving(at: AppTest) -> list[str]:
    return [b.label for b in at.button if b.label.startswith("Simpan") and b.label.endswith("angka")]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("4.500.000,00", "Rp 4.500.000"),
        ("1.500", "Rp 1.500"),
        ("1.234.567", "Rp 1.234.567"),
        ("12.450.000,00", "Rp 12.450.000"),
        ("Rp 9.875.000", "Rp 9.875.000"),
        ("4500000", "Rp 4.500.000"),
        ("0", "Rp 0"),
    ],
)
def test_a_typed_amount_is_read_as_an_office_writes_it(text: str, whole: str) -> None:
    """Streamlit's number column made Rp 450.000.000 of the first, 15 of the second, nothing of the next three."""
    at = typed(spending(example()), TW4, edited_rows=quarter(2, text))
    assert [GAJI, "Realisasi TW IV", "–", f"**{whole}**"] in rows(at, GAJI)
    assert saving(at) == ["Simpan 1 angka"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("85,5", "85,5 memuat pecahan rupiah. Tulis rupiah bulat."),
        ("4.500.000,50", "memuat pecahan rupiah"),
        ("1,500", "Ketik 1500 bila itu maksudnya."),
        ("-5.000", "“-5.000” negatif"),
        ("-", "Ketik 0 bila memang nol"),
        ("lima juta", "“lima juta” bukan angka"),
    ],
)
def test_what_is_no_whole_amount_is_refused_in_words_and_nothing_is_saved(text: str, said: str) -> None:
    at = typed(spending(example()), TW4, edited_rows={**quarter(0, text), **quarter(1, "1.500")})
    assert f"{SUB}, Realisasi TW IV: " in errors(at)
    assert said in errors(at)
    assert "**Rp 1.500**" in texts(at), "what can be read is said back meanwhile"
    assert saving(at) == []


def test_recorded_amounts_are_shown_with_thousands_and_emptying_one_is_no_zero() -> None:
    at = screen(example(), "kasubbag", "anggaran.py", tahun=2026)
    grid = next(e for e in at.get("dataframe") if "ketik anggaran rencana" in e.proto.id).value
    assert (grid["Kode"][0], grid["Pagu murni"][0], grid["Target keuangan TW I"][0]) == (SUB, "12.450.000", "2.500.000")
    typed(at, "ketik anggaran rencana", edited_rows={0: {"Target keuangan TW I": None}})
    assert "dikosongkan, tetapi yang tercatat tetap Rp 2.500.000. Ketik 0 bila memang nol." in texts(at)
    assert saving(at) == []


def pasted(at: AppTest, text: str) -> AppTest:
    next(t for t in at.text_area if t.label == "Tempel dari Excel").set_value(text)
    return checked(button(at, "Isikan ke tabel").click().run())


def test_pasted_rows_fill_the_grid_and_are_read_by_the_same_reader(store: Store) -> None:
    """Three rows as copied out of Excel, without their kode: from the row and column that are picked."""
    second, third = sorted(k for k, c in anggaran.recorded(store, UNIT, 2026) if c == "pagu_murni")[1:3]
    at = pasted(spending(store), "4.500\nRp 9.875\n85,5\n")
    assert [r[-1] for r in rows(at, SUB)] == ["**Rp 4.500**", "**Rp 9.875**"]
    assert f"{third}, Realisasi TW IV: 85,5 memuat pecahan rupiah" in errors(at)
    assert saving(at) == []
    typed(at, TW4, edited_rows=quarter(2, "86"))
    button(at, "Simpan 3 angka").click().run()
    found = anggaran.recorded(store, UNIT, 2026)
    assert [found[k, "realisasi_tw4"] for k in (SUB, second, third)] == [4_500, 9_875, 86]


def test_where_a_paste_begins_stays_in_its_form_after_one(store: Store) -> None:
    at = spending(store)
    before = forms(at)
    after = forms(pasted(at, "4.500\n"))
    assert {**before, **after} == {**after, **before}


def test_a_paste_that_does_not_fit_is_refused_beside_its_box() -> None:
    at = pasted(spending(example()), "1.000\t2.000")
    assert "2 kolom angka, sedangkan tabel punya 1 kolom" in errors(at)
    assert next(t for t in at.text_area if t.label == "Tempel dari Excel").value == "1.000\t2.000"


def test_typed_cells_stay_while_others_sign_in_and_save(store: Store) -> None:
    """The key of the grid told the newest act of anybody."""
    at = typed(spending(store), TW4, edited_rows=quarter(3, "1.500"))
    fourth = sorted(k for k, c in anggaran.recorded(store, UNIT, 2026) if c == "pagu_murni")[3]
    akun.close_session(store, akun.open_session(store, "camat"))
    anggaran.save_realisasi_anggaran(store, system(UNIT), UNIT, 2026, 4, {SUB: 7_000})
    assert [fourth, "Realisasi TW IV", "–", "**Rp 1.500**"] in rows(checked(at.run()), fourth)
    assert saving(at) == ["Simpan 1 angka"]
    assert grid_text(at, 0) == "7.000", "what the other one saved is shown"


def test_typed_cells_stay_when_a_sub_kegiatan_comes_in_above_them_and_when_one_looks_elsewhere(tmp_path: Path) -> None:
    store = fresh(tmp_path)
    at = typed(spending(store), TW4, edited_rows=quarter(3, "1.500"))
    fourth = sorted(k for k, c in anggaran.recorded(store, UNIT, 2026) if c == "pagu_murni")[3]
    new = Kode("7.01.01.2.01.0000", "sub_kegiatan", "Sub kegiatan yang baru masuk")
    edisi = anggaran.edition(store, UNIT, 2026)
    anggaran.save_nomenklatur(store, system(UNIT), UNIT, edisi, [new])
    anggaran.save_anggaran(store, system(UNIT), UNIT, 2026, "murni", edisi, {new.kode: 1_000_000})
    assert [fourth, "Realisasi TW IV", "–", "**Rp 1.500**"] in rows(checked(at.run()), fourth)
    at.switch_page(str(PAGES / "tugas.py")).run()
    at.switch_page(str(PAGES / "1_unggah.py"))
    at.query_params.update(cara="Realisasi anggaran", tahun="2026", periode="TW4")
    assert [fourth, "Realisasi TW IV", "–", "**Rp 1.500**"] in rows(checked(at.run()), fourth)
    akun.close_session(store, at.user["sid"])
    at = AppTest.from_file(menu.__file__, default_timeout=60)
    at.user = {"sid": akun.sid(akun.open_session(store, "kasubbag"))}  # who signs in again goes on
    at.switch_page(str(PAGES / "1_unggah.py"))
    at.query_params.update(cara="Realisasi anggaran", tahun="2026", periode="TW4")
    assert [fourth, "Realisasi TW IV", "–", "**Rp 1.500**"] in rows(checked(at.run()), fourth)
    button(at, "Batalkan yang belum disimpan").click().run()
    assert saving(at) == []


def test_a_figure_that_somebody_saved_meanwhile_is_not_overwritten_unseen(store: Store) -> None:
    at = typed(spending(store), TW4, edited_rows=quarter(0, "1.600"))
    anggaran.save_realisasi_anggaran(store, system(UNIT), UNIT, 2026, 4, {SUB: 8_000})
    button(at, "Simpan 1 angka").click().run()
    assert "Orang lain baru saja menyimpan" in texts(at)
    assert "kini Rp 8.000" in texts(at)
    assert anggaran.recorded(store, UNIT, 2026)[SUB, "realisasi_tw4"] == 8_000
    button(at, "Simpan 1 angka").click().run()
    assert anggaran.recorded(store, UNIT, 2026)[SUB, "realisasi_tw4"] == 1_600


# ---------------------------------------------------------------- planned


def test_who_plans_types_pagu_and_sees_what_does_not_fit(store: Store) -> None:
    at = screen(store, "kasubbag", "anggaran.py", tahun=2026)
    typed(at, "ketik anggaran rencana 2026", edited_rows={0: {"Target keuangan TW I": "99.000.000"}})
    assert "melebihi pagu" in at.error[0].value
    typed(at, "ketik anggaran rencana 2026", edited_rows={0: {"Pagu perubahan": "99.000.000"}})
    button(at, "Simpan 1 angka").click().run()
    assert anggaran.recorded(store, UNIT, 2026)[SUB, "pagu_perubahan"] == 99_000_000


def test_a_porsi_that_does_not_sum_to_100_is_said_and_not_saved() -> None:
    store = example()
    at = screen(store, "kasubbag", "anggaran.py", tahun=2026)
    typed(at, CAMAT, edited_rows={0: {"Porsi": "60"}})
    assert "Porsi 7.01.01 berjumlah 110" in texts(at)
    assert button(at, "Simpan kaitan").disabled


@pytest.mark.parametrize(
    ("text", "said"),
    [("60.000", "“60.000” dapat berarti 60 atau 60.000. Ketik 60 atau 60000."), ("abc", "bukan angka"), (None, "belum diisi")],
)  # fmt: skip
def test_a_porsi_that_cannot_be_read_is_said_and_its_link_is_not_lifted(text: str | None, said: str) -> None:
    at = screen(example(), "kasubbag", "anggaran.py", tahun=2026)
    typed(at, CAMAT, edited_rows={0: {"Porsi": text}})
    assert "Porsi 7.01.01 untuk sasaran S1: " in texts(at)
    assert said in texts(at)
    assert button(at, "Simpan kaitan").disabled


def test_a_typed_porsi_stays_while_others_save(store: Store) -> None:
    """62,5 and 37,5 of the program of S1, while another program is given to S1 as well."""
    at = screen(store, "kasubbag", "anggaran.py", tahun=2026)
    before = anggaran.links(store, UNIT, 2026)
    first, second = [k for k in before if k.kode == "7.01.01"][:2]
    at = typed(at, CAMAT, edited_rows={0: {"Porsi": "62,5"}, 1: {"Porsi": "37,5 %"}})
    assert not button(at, "Simpan kaitan").disabled
    other = next(k for k in before if k.kode not in ("7.01.01",) and k.porsi == 100 and k.sasaran in ("S2", "S3", "S4"))
    moved = [replace(k, sasaran="S1") if k == other else k for k in before]
    anggaran.save_sasaran_program(store, system(UNIT), UNIT, 2026, moved)
    button(at, "Simpan kaitan").click().run()
    assert "Orang lain baru saja menyimpan kaitan" in texts(at)
    button(at, "Simpan kaitan").click().run()
    now = {(k.sasaran, k.kode): k.porsi for k in anggaran.links(store, UNIT, 2026)}
    assert (now[first.sasaran, "7.01.01"], now[second.sasaran, "7.01.01"]) == (Decimal("62.5"), Decimal("37.5"))
    assert now["S1", other.kode] == 100
    anggaran.save_sasaran_program(store, system(UNIT), UNIT, 2026, before)


def test_a_link_is_moved_in_the_grid(store: Store) -> None:
    at = screen(store, "kasubbag", "anggaran.py", tahun=2026)
    typed(at, CAMAT, edited_rows={0: {"Porsi": "100"}}, deleted_rows=[1])
    button(at, "Simpan kaitan").click().run()
    found = [(k.sasaran, k.porsi) for k in anggaran.links(store, UNIT, 2026) if k.kode == "7.01.01"]
    assert found == [("S1", 100)]


def test_links_by_workbook_show_what_moves_and_are_saved_whole(store: Store) -> None:
    """The program of S1 alone, as the grid left it, is shared again, 60 to 40."""
    before = anggaran.links(store, UNIT, 2026)
    book = openpyxl.load_workbook(io.BytesIO(kaitan_form(store, UNIT, 2026)))
    sheet = next(s for s in book if s.title.startswith("Kaitan"))
    row = next(r for r in range(1, 99) if [sheet.cell(r, c).value for c in (1, 4)] == ["S1", "7.01.01"])
    empty = next(r for r in range(row, 199) if sheet.cell(r, 1).value is None)
    sheet.cell(row, 6).value = 60
    at = upload(screen(store, "kasubbag", "anggaran.py", tahun=2026), written(book), KAITAN)
    assert "7.01.01 berjumlah 60" in texts(at)
    assert "1 temuan masih menahan" in texts(at)
    for column, value in {1: "S2", 4: "7.01.01", 6: 40}.items():
        sheet.cell(empty, column).value = value
    upload(at, written(book), KAITAN)
    assert "**Yang berubah: 2**" in texts(at)
    button(at, "Simpan 2 perubahan").click().run()
    moved = {(k.sasaran, k.kode): k.porsi for k in anggaran.links(store, UNIT, 2026)}
    assert (moved["S1", "7.01.01"], moved["S2", "7.01.01"]) == (60, 40)
    assert len(moved) == len(before) + 1


@pytest.mark.parametrize("name", ["camat", "peninjau"])
def test_who_does_not_plan_reads_it_only(name: str) -> None:
    at = screen(example(), name, "anggaran.py", tahun=2026)
    assert rows(at, "7.01.01 Program")
    assert not at.file_uploader
    assert not [b for b in at.button if b.label.startswith("Simpan")]


def test_a_year_without_pagu_reads_what_to_do() -> None:
    store = example()
    at = screen(store, "kasubbag", "anggaran.py", tahun=2027)
    assert "Belum ada pagu untuk tahun 2027" in texts(at)
    assert "Unduh formulir anggaran 2027" in [b.label for b in at.get("download_button")]
