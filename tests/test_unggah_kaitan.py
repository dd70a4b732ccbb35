"""The links between sasaran and the budget by workbook: the form read back, and each mistake at its cell."""

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from contoh_siap import fresh, loaded

from lakip import anggaran, rencana
from lakip.akses import Pengguna, Peran, Tugas
from lakip.anggaran import Kaitan
from lakip.errors import AccessError, UserError
from lakip.store import Store
from lakip.unggah import kaitan
from lakip.unggah.anggaran.formulir import anggaran_form
from lakip.unggah.hasil import vouched

UNIT, TAHUN = "63.11.07", 2026
KASUBBAG = Pengguna("kasubbag", "Kasubbag", (Tugas(Peran.KASUBBAG, UNIT),))
STAF = Pengguna("staf", "Staf", (Tugas(Peran.STAF, UNIT, "YAN"),))
HEAD = ["Kode Sasaran", "Kode", "Program/Kegiatan/Sub Kegiatan", "Porsi (%)"]


def book(*rows: list[Any], title: str = "") -> bytes:
    wb = openpyxl.Workbook()
    sheet = wb.active
    for line in ([title] if title else [], HEAD, *rows):
        if line:
            sheet.append(line)
    buffer = io.BytesIO()
    wb.save(buffer)
    return buffer.getvalue()


def read(content: bytes, store: Store | None = None, **jawaban: Any) -> kaitan.HasilKaitan:
    to, given = store or loaded()[0], jawaban.pop("jawaban", None)
    return vouched(lambda j: kaitan.read(to, KASUBBAG, content, "kaitan.xlsx", UNIT, TAHUN, jawaban=j), given)


def found(hasil: kaitan.HasilKaitan) -> list[tuple[str, str]]:
    return [(t.sel, t.kode) for t in hasil.temuan]


def test_the_form_read_back_changes_nothing() -> None:
    store = loaded()[0]
    hasil = read(kaitan.kaitan_form(store, UNIT, TAHUN))
    assert (hasil.temuan, hasil.perubahan, hasil.dibaca) == ((), (), len(anggaran.links(store, UNIT, TAHUN)))


def test_a_changed_porsi_is_shown_and_saved_with_its_cell(tmp_path: Path) -> None:
    store = fresh(tmp_path)
    wb = openpyxl.load_workbook(io.BytesIO(kaitan.kaitan_form(store, UNIT, TAHUN)))
    sheet = wb["Kaitan"]
    at = {(r[0].value, r[3].value): r[5] for r in sheet.iter_rows(min_row=6) if r[0].value}
    at["S1", "7.01.01"].value, at["S2", "7.01.01"].value = 30, 70
    buffer = io.BytesIO()
    wb.save(buffer)
    hasil = read(buffer.getvalue(), store)
    assert [(p.kode, p.bidang, p.lama, p.baru) for p in hasil.perubahan] == [
        ("7.01.01", "Porsi untuk S1", "50 %", "30 %"),
        ("7.01.01", "Porsi untuk S2", "50 %", "70 %"),
    ]
    assert kaitan.save(store, KASUBBAG, hasil).tersimpan == 2
    assert Kaitan("S2", "7.01.01", Decimal(70)) in anggaran.links(store, UNIT, TAHUN)
    rows = store.read("anggaran_kaitan", unit=UNIT, tahun=TAHUN).to_dicts()
    saved = next(r for r in rows if (r["sasaran"], r["kode"]) == ("S2", "7.01.01"))
    assert (saved["versi"], Decimal(saved["porsi"])) == (2, 70)
    with pytest.raises(UserError, match="diubah orang lain"):
        kaitan.save(store, KASUBBAG, hasil)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["S1", "7.01.01", None, 40], [("D2", "kaitan_salah")]),  # 40 + 50 of S2 is 90
        (["S1", "7.01.09", None, 100], [("B2", "kode_tak_dikenal")]),
        (["S9", "7.01.02", None, 100], [("A2", "sasaran_tak_dikenal")]),
        (["S1", "7.01.01.2.01", None, 100], [("B2", "kaitan_salah"), ("D2", "kaitan_salah")]),  # a kegiatan, and 200
        (["S1", "7.01.02", None, 120], [("D2", "kaitan_salah"), ("D2", "kaitan_salah")]),
        (["S1", "7.01.02", None, "banyak"], [("D2", "bukan_angka")]),
        (["S1", "7.01.02", None, None], [("D2", "dikosongkan")]),
    ],
)
def test_each_mistake_is_found_at_its_cell_and_holds(row: list[Any], expected: list[tuple[str, str]]) -> None:
    hasil = read(book(row))
    assert found(hasil) == expected
    assert bool(hasil.menahan) == (expected[0][1] != "dikosongkan")


def test_a_row_may_be_known_by_its_name_and_a_sasaran_written_once() -> None:
    store = loaded()[0]
    goal = rencana.sasaran(store, UNIT, TAHUN)["S4"]
    name = anggaran.nodes(store, UNIT, TAHUN)["7.01.05"].nama
    hasil = read(book([goal.kode, "7.01.04", None, 100], [None, None, name, 100]))
    assert (hasil.temuan, hasil.dibaca, hasil.perubahan) == ((), 2, ())


def test_zero_lifts_a_link_and_the_rest_must_still_sum_to_a_hundred() -> None:
    assert found(read(book(["S1", "7.01.01", None, 0]))) == [("D2", "kaitan_salah")]
    moved = read(book(["S1", "7.01.01", None, 0], ["S2", "7.01.01", None, 100]))
    assert (moved.temuan, [p.baru for p in moved.perubahan]) == ((), ["–", "100 %"])


def test_a_link_twice_is_held() -> None:
    twice = read(book(["S1", "7.01.02", None, 100], ["S1", "7.01.02", None, 100]))
    assert {kode for _, kode in found(twice)} == {"kode_ganda"}
    assert twice.ditahan == 2


def test_a_file_of_another_year_or_kind_is_refused_by_name() -> None:
    store = loaded()[0]
    for content, kode in (
        (kaitan.kaitan_form(store, UNIT, 2025), "tahun_lain"),
        (book(["S1", "7.01.02", None, 100], title="KAITAN TAHUN 2024"), "tahun_lain"),
        (book(["S1", "7.01.02", None, 100], title="KECAMATAN HALONG"), "unit_lain"),
        (anggaran_form(store, UNIT, TAHUN), "jenis_lain"),
    ):
        hasil = read(content)
        assert (hasil.ditolak, [t.kode for t in hasil.temuan]) == (True, [kode])


def test_only_who_plans_may_upload_it() -> None:
    with pytest.raises(AccessError):
        kaitan.read(loaded()[0], STAF, book(), "kaitan.xlsx", UNIT, TAHUN)
