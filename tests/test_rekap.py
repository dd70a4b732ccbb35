"""The record: versions, old beside new, what changes downstream, two people at once, the trail."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from berkas_format import ods, xls, xlsm
from unggahan import CAMAT, KASI, KASUBBAG, STAF, TAHUN, UNIT, book, new_office, read, recorded, row, save, upload

from lakip import kiriman, rekap
from lakip.errors import AccessError, UserError
from lakip.indikator import Keadaan
from lakip.realisasi import Realisasi
from lakip.store import Store
from lakip.unggah import realisasi
from lakip.unggah.realisasi.formulir import realisasi_form

PER = date(2026, 12, 31)


@pytest.fixture
def store() -> Store:
    return new_office()


def versions(store: Store, kode: str) -> list[tuple[int, int, Decimal]]:
    """(triwulan, versi, nilai), newest first."""
    return rekap.history(store, UNIT, kode).select("triwulan", "versi", "nilai").rows()


def test_a_correction_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    upload(store, row("IK-04", 15))
    upload(store, row("IK-04", 16))
    assert versions(store, "IK-04") == [(2, 2, 16), (2, 1, 15)]
    assert recorded(store, "IK-04")["nilai"] == 16


def test_only_figures_that_changed_get_a_new_version(store: Store) -> None:
    upload(store, row("IK-04", 15), row("IK-06", 80))
    hasil = upload(store, row("IK-04", 15), row("IK-06", 81))
    assert [(p.kode, p.bidang) for p in hasil.perubahan] == [("IK-06", ("nilai",))]
    assert (recorded(store, "IK-04")["versi"], recorded(store, "IK-06")["versi"]) == (1, 2)


def test_each_figure_knows_the_file_sheet_and_cell_it_came_from(store: Store) -> None:
    hasil = upload(store, row("IK-04", 15), row("IK-02", None, 18, 20))
    one = recorded(store, "IK-02")
    assert (one["nama_berkas"], one["lembar"], one["sel"], one["oleh"]) == ("berkas.xlsx", "Data", "E5", "budi")
    assert one["sha256"] == hasil.sha256
    assert recorded(store, "IK-04")["sel"] == "D4"


@pytest.mark.parametrize(
    ("content", "suffix"),
    [(book(row("IK-04", 15)), ".xlsx"), (xlsm(), ".xlsm"), (ods([["IK-04"]]), ".ods"), (xls([["IK-04"]]), ".xls"),
     (b"Kode;Realisasi", ".csv"), ("Kode\tRealisasi".encode("utf-16"), ".csv")],
)  # fmt: skip
def test_the_original_file_is_kept_under_its_hash_as_what_it_is(content: bytes, suffix: str) -> None:
    store = new_office()
    with store.transaction() as tx:
        row = {"unit": UNIT, "tahun": TAHUN, "periode": "TW2", "nomor": 1, "keadaan": "disahkan", "oleh": "camat"}
        tx.insert("alur", [row | {"pada": datetime(TAHUN, 7, 10)}])
    sumber = rekap.Sumber("a.xlsx", content, 1, 0, 0, sel={"IK-04": ("Data", "D4")})
    card = rekap.acuan(store, UNIT, TAHUN, 2)["IK-04"]
    change = rekap.Perubahan(card, None, Realisasi("IK-04", Keadaan.TERISI, Decimal(15)), ("nilai",))
    with pytest.raises(UserError, match="terkunci"):
        rekap.save_realisasi(store, KASUBBAG, UNIT, TAHUN, 2, [change], sumber)
    assert (store.folder / "arsip" / f"{sumber.sha256}{suffix}").read_bytes() == content, "the file goes first"
    assert store.read("realisasi_tahun", unit=UNIT, tahun=TAHUN).is_empty(), "then all or nothing"


def test_several_may_bring_the_same_file_at_once(tmp_path: Path) -> None:
    store, content = Store(tmp_path), b"isi" * 200_000
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: store.archive("sama", ".xlsx", content), range(32)))
    assert [p.name for p in (tmp_path / "arsip").iterdir()] == ["sama.xlsx"]
    store.archived("sama", ".xlsx").write_bytes(b"terpotong")
    store.archive("sama", ".xlsx", content)
    assert store.archived("sama", ".xlsx").read_bytes() == content, "one that a power cut left short is written again"


def test_the_effect_on_triwulan_semester_and_tahun_is_shown_before_saving(store: Store) -> None:
    upload(store, row("IK-04", 10), triwulan=1)
    hasil = read(store, book(row("IK-04", 15)))
    effect = rekap.effects(store, UNIT, TAHUN, 2, hasil.perubahan, PER)
    shown = effect.select("periode", "realisasi_lama", "realisasi_baru", pl.col("capaian_baru").round(2)).rows()
    assert sorted(shown) == [
        ("SM1", 10, 25, Decimal("83.33")),  # 25 of 10 + 20
        ("TH", 10, 25, Decimal("25.00")),  # 25 of 100
        ("TW2", None, 15, Decimal("75.00")),  # 15 of 20
    ]
    assert recorded(store, "IK-04") is None, "looking changes nothing"


def test_a_change_that_moves_no_figure_has_no_effect(store: Store) -> None:
    upload(store, row("IK-04", 15))
    head = ["Kode", "Realisasi TW II", "Tindak Lanjut"]
    hasil = read(store, book(["IK-04", 15, "Lanjutkan"], head=head))
    assert [p.bidang for p in hasil.perubahan] == [("tindak_lanjut",)]
    assert rekap.effects(store, UNIT, TAHUN, 2, hasil.perubahan, PER).is_empty()


def test_the_second_of_two_at_once_is_told_instead_of_overwriting(store: Store) -> None:
    mine, theirs = read(store, book(row("IK-04", 15))), read(store, book(row("IK-04", 16), row("IK-06", 80)))
    realisasi.save(store, KASUBBAG, mine)
    with pytest.raises(UserError, match="Catatan IK-04 diubah orang lain"):
        realisasi.save(store, KASUBBAG, theirs)
    assert recorded(store, "IK-06") is None, "whole or not at all"
    again = read(store, theirs.content)
    assert (again.perubahan[0].lama.isi.nilai, realisasi.save(store, KASUBBAG, again).tersimpan) == (15, 2)


def test_two_who_change_different_figures_do_not_disturb_each_other(store: Store) -> None:
    mine, theirs = read(store, book(row("IK-04", 15))), read(store, book(row("IK-06", 80)))
    realisasi.save(store, KASUBBAG, mine)
    realisasi.save(store, KASUBBAG, theirs)
    assert (recorded(store, "IK-04")["nilai"], recorded(store, "IK-06")["nilai"]) == (15, 80)


def test_rights_are_checked_where_it_is_saved(store: Store) -> None:
    hasil = read(store, book(row("IK-01", 85)))
    for who in (STAF, CAMAT):
        with pytest.raises(AccessError, match="tidak berhak"):
            realisasi.save(store, who, hasil)
    assert recorded(store, "IK-01") is None


def test_saving_writes_one_line_in_the_trail(store: Store) -> None:
    before = store.read("jejak_terakhir")["nomor"][0]
    upload(store, row("IK-04", 15), row("IK-06", 80))
    assert store.read("jejak_terakhir")["nomor"][0] == before + 1


# ---------------------------------------------------------------- typed on screen


def typed(kode: str = "IK-04", nilai: str | None = "15", **more: object) -> Realisasi:
    return Realisasi(kode, nilai=None if nilai is None else Decimal(nilai), **more)


def test_a_typed_figure_is_recorded_under_the_name_of_who_typed_it(store: Store) -> None:
    done = rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, typed(), 0)
    assert (done.temuan, done.simpanan.tersimpan) == ((), 1)
    one = recorded(store, "IK-04")
    assert (one["nilai"], one["unggahan"], one["sel"], one["oleh"]) == (15, None, None, "sari")


def test_typing_obeys_the_same_rules_and_points_at_the_field(store: Store) -> None:
    held = rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, typed(nilai="-3"), 0)
    assert ([(t.sel, t.kode) for t in held.temuan], held.simpanan) == ([("nilai", "negatif")], None)
    waved = rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, typed(nilai="-3"), 0, diterima=["negatif"])
    assert waved.simpanan is None, "only a question can be answered"
    nothing = rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, typed(nilai=None), 0)
    assert nothing.simpanan is None
    assert recorded(store, "IK-04") is None


def test_a_question_is_answered_by_naming_it(store: Store) -> None:
    asked = typed("IK-06", "0.85")
    assert rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, asked, 0).simpanan is None
    assert rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, asked, 0, diterima=["pecahan_persen"]).simpanan


def test_typing_over_a_newer_version_is_refused(store: Store) -> None:
    upload(store, row("IK-04", 15))
    with pytest.raises(UserError, match="diubah orang lain"):
        rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, typed(nilai="16"), 0)
    assert rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, typed(nilai="16"), 1).simpanan.tersimpan == 1


def test_a_text_can_be_emptied_on_screen(store: Store) -> None:
    rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, typed(tindak_lanjut="Lama"), 0)
    rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, typed(tindak_lanjut=""), 1)
    assert recorded(store, "IK-04")["tindak_lanjut"] is None


def test_typing_for_another_bagian_or_an_unknown_kode_is_refused(store: Store) -> None:
    with pytest.raises(AccessError):
        rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, typed("IK-01", "85"), 0)
    with pytest.raises(UserError, match="IK-99"):
        rekap.type_realisasi(store, STAF, UNIT, TAHUN, 2, typed("IK-99"), 0)


def test_nihil_and_tidak_tersedia_carry_no_number(store: Store) -> None:
    upload(
        store, row("IK-04", None, keadaan="Nihil"), row("IK-01", None, keadaan="Tidak tersedia", alasan="Survei belum")
    )
    assert (recorded(store, "IK-04")["keadaan"], recorded(store, "IK-04")["nilai"]) == ("nihil", 0)
    assert (recorded(store, "IK-01")["nilai"], recorded(store, "IK-01")["alasan"]) == (None, "Survei belum")


# ---------------------------------------------------------------- figures and their kiriman


def test_new_figures_bring_the_kiriman_back_to_draf_and_unconfirm_only_themselves(store: Store) -> None:
    upload(store, row("IK-04", 15), row("IK-06", 80))
    kiriman.submit(store, STAF, UNIT, "PEM", TAHUN, 2)
    kiriman.confirm(store, KASI, UNIT, "PEM", TAHUN, 2)
    upload(store, row("IK-04", 16))
    assert kiriman.steps(store, UNIT, "PEM", TAHUN, 2)["keadaan"].to_list() == [
        "draf",
        "diajukan",
        "dibenarkan",
        "draf",
    ]
    assert (recorded(store, "IK-04")["dibenarkan"], recorded(store, "IK-06")["dibenarkan"]) == (False, True)


def test_a_stale_form_does_not_undo_a_correction(store: Store) -> None:
    upload(store, row("IK-04", 15))
    form = realisasi_form(store, UNIT, TAHUN, 2)
    upload(store, row("IK-04", 16))
    hasil = read(store, form)
    assert (hasil.menahan, hasil.perubahan) == ((), ())
    touched = openpyxl.load_workbook(io.BytesIO(form))
    touched["Realisasi"]["G9"] = 14
    held = read(store, save(touched))
    assert [t.kode for t in held.menahan] == ["berubah_sejak_formulir"]
    answered = read(store, save(touched), jawaban={held.menahan[0].kunci: "pakai"})
    assert [(p.lama.isi.nilai, p.baru.nilai) for p in answered.perubahan] == [(16, 14)]


def test_a_change_made_for_another_card_is_refused(store: Store) -> None:
    hasil = read(store, book(row("IK-04", 15)))
    moved = replace(hasil.perubahan[0].acuan, satuan="lembar")
    with pytest.raises(UserError, match="diubah orang lain"):
        rekap.save_realisasi(store, KASUBBAG, UNIT, TAHUN, 2, [replace(hasil.perubahan[0], acuan=moved)])
