"""The budget on screen: who plans types and uploads, the others read; what is wrong is said before it is saved."""

import io

import openpyxl
import pytest
from contoh_siap import fresh
from layar import button, cells, checked, example, screen, texts
from streamlit.testing.v1 import AppTest

from lakip import anggaran, dasbor
from lakip.pengaturan import IDENTITAS_BAWAAN
from lakip.store import Store
from lakip.unggah.anggaran_formulir import anggaran_form
from lakip.unggah.kaitan_formulir import kaitan_form

UNIT = IDENTITAS_BAWAAN.unit
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUB = "7.01.01.2.01.0001"
KAITAN = "Berkas kaitan (.xlsx)"
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


def typed(store: Store, at: AppTest, grid: str, **edits: object) -> AppTest:
    """A grid edited in the browser; `grid` is the beginning of its key."""
    nothing = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}
    at.session_state[f"{grid} {dasbor.version(store)}"] = {**nothing, **edits}
    return checked(at.run())


def written(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def upload(at: AppTest, content: bytes, label: str = "Berkas anggaran (.xlsx)") -> AppTest:
    one = next(u for u in at.file_uploader if u.label == label)
    return checked(one.upload("anggaran.xlsx", content, XLSX).run())


# ---------------------------------------------------------------- weighed


def test_the_recap_shows_the_tree_and_what_came_of_it() -> None:
    store = example()
    at = screen(store, "camat", "3_rekap.py", tab="Anggaran", tahun=2025, periode="TH")
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
    at = screen(store, "camat", "3_rekap.py", tab="Anggaran", tahun=2026, periode="SD2")
    assert all("dinilai pada akhir tahun" in row[-1] for row in rows(at, "**S1**"))


# ---------------------------------------------------------------- spent


def test_a_quarter_is_typed_reviewed_and_saved(store: Store) -> None:
    at = screen(store, "kasubbag", "1_unggah.py", tab="Realisasi anggaran", tahun=2026, periode="TW4")
    typed(store, at, "ketik anggaran tw4 2026", edited_rows={0: {"Realisasi TW IV": 1_000_000}})
    assert [SUB, "Realisasi TW IV", "–", "**Rp 1.000.000**"] in rows(at, SUB)
    button(at, "Simpan 1 angka").click().run()
    assert anggaran.recorded(store, UNIT, 2026)[SUB, "realisasi_tw4"] == 1_000_000


def test_over_pagu_is_said_and_cannot_be_saved() -> None:
    store = example()
    at = screen(store, "kasubbag", "1_unggah.py", tab="Realisasi anggaran", tahun=2026, periode="TW4")
    typed(store, at, "ketik anggaran tw4 2026", edited_rows={0: {"Realisasi TW IV": 900_000_000}})
    assert "melebihi pagu" in at.error[0].value
    assert not [b for b in at.button if b.label.startswith("Simpan 1 angka")]


def test_staf_has_no_budget_to_fill() -> None:
    store = example()
    at = screen(store, "staf", "1_unggah.py", tab="Realisasi anggaran", tahun=2026, periode="TW4")
    assert "Realisasi anggaran" not in [t.label for t in at.tabs]


def test_a_file_shows_old_and_new_and_is_saved_whole(store: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(anggaran_form(store, UNIT, 2026)))
    sheet = book["Anggaran"]
    row = next(r for r in range(1, 99) if sheet[f"A{r}"].value == SUB)
    sheet[f"M{row}"] = 250_000
    content = written(book)
    at = upload(screen(store, "kasubbag", "1_unggah.py", tab="Realisasi anggaran", tahun=2026, periode="TW4"), content)
    assert "Yang berubah: 1 angka" in texts(at)
    button(at, "Simpan 1 angka").click().run()
    assert anggaran.recorded(store, UNIT, 2026)[SUB, "realisasi_tw4"] == 250_000
    assert "tidak ada angka yang berubah" in texts(upload(at, content))


# ---------------------------------------------------------------- planned


def test_who_plans_types_pagu_and_sees_what_does_not_fit(store: Store) -> None:
    at = screen(store, "kasubbag", "0_acuan.py", tab="Anggaran", tahun=2026)
    typed(store, at, "ketik anggaran rencana 2026", edited_rows={0: {"Target keuangan TW I": 99_000_000}})
    assert "melebihi pagu" in at.error[0].value
    typed(store, at, "ketik anggaran rencana 2026", edited_rows={0: {"Pagu perubahan": 99_000_000}})
    button(at, "Simpan 1 angka").click().run()
    assert anggaran.recorded(store, UNIT, 2026)[SUB, "pagu_perubahan"] == 99_000_000


def test_a_porsi_that_does_not_sum_to_100_is_said_and_not_saved() -> None:
    store = example()
    at = screen(store, "kasubbag", "0_acuan.py", tab="Anggaran", tahun=2026)
    typed(store, at, CAMAT, edited_rows={0: {"Porsi": 60}})
    assert "Porsi 7.01.01 berjumlah 110" in texts(at)
    assert button(at, "Simpan kaitan").disabled


def test_a_link_is_moved_in_the_grid(store: Store) -> None:
    at = screen(store, "kasubbag", "0_acuan.py", tab="Anggaran", tahun=2026)
    typed(store, at, CAMAT, edited_rows={0: {"Porsi": 100}}, deleted_rows=[1])
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
    at = upload(screen(store, "kasubbag", "0_acuan.py", tab="Anggaran", tahun=2026), written(book), KAITAN)
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
    at = screen(example(), name, "0_acuan.py", tab="Anggaran", tahun=2026)
    assert rows(at, "7.01.01 Program")
    assert not at.file_uploader
    assert not [b for b in at.button if b.label.startswith("Simpan")]


def test_a_year_without_pagu_reads_what_to_do() -> None:
    store = example()
    at = screen(store, "kasubbag", "0_acuan.py", tab="Anggaran", tahun=2027)
    assert "Belum ada pagu untuk tahun 2027" in texts(at)
    assert "Unduh formulir anggaran 2027" in [b.label for b in at.get("download_button")]
