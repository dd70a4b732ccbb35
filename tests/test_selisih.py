"""Selisih antar dokumen: what contradicts among Renstra, Renja, RKT, IKU, PK and Rencana Aksi."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from kasus import TAHUN, UNIT, add_indikator, add_sasaran, new_office
from salinan import once

from lakip import dokumen
from lakip.akses import system
from lakip.dokumen import BarisDokumen, Dokumen, Selisih
from lakip.store import Store

SISTEM = system(UNIT)


@pytest.fixture
@once
def store() -> Store:
    """Cards I1..I4, percent, IKU, with the annual targets 80, 85, 90 and 10 in the PK of 2026."""
    store = new_office()
    for kode, target in (("I1", "80"), ("I2", "85"), ("I3", "90"), ("I4", "10")):
        add_indikator(store, kode, "posisi_akhir", target=f"– – – {target}")
    return store


def enter(store: Store, jenis: str, rows: str, tahun: int = TAHUN) -> None:
    """Register a document and enter its rows "kode | nama | satuan | target ..."; Renstra rows have five targets."""
    last = 2028 if jenis == "renstra" else None
    start = 2024 if jenis == "renstra" else tahun
    wanted = Dokumen(jenis, start, f"7/{jenis.upper()}", date(start, 1, 5), last)
    done = dokumen.register(store, SISTEM, UNIT, wanted)
    dokumen.save_contents(store, SISTEM, UNIT, done, [_row(done, line) for line in rows.strip().splitlines()])


def _row(one: Dokumen, line: str) -> BarisDokumen:
    kode, nama, satuan, target = (part.strip() for part in line.split("|"))
    values = [None if word == "-" else Decimal(word) for word in target.split()]
    return BarisDokumen(nama, kode or None, satuan or None, dict(zip(one.tahun_target, values, strict=True)))


RENSTRA = """
I1 | Indikator I1 | % | 70 75 80 85 90
I2 | Indikator I2 | % | 75 80 85 90 95
I3 | Indikator I3 | % | 80 85 90 95 95
I4 | Indikator I4 | % | 10 10 10 10 10
"""


def found(store: Store) -> list[tuple[str, str | None, str, str]]:
    """(jenis, kode, what the first says, what the second says)."""
    return [(s.jenis, s.kode, s.kata_a, s.kata_b) for s in dokumen.selisih(store, UNIT, TAHUN)]


def one(store: Store) -> Selisih:
    (only,) = dokumen.selisih(store, UNIT, TAHUN)
    return only


def test_documents_that_agree_contradict_nowhere(store: Store) -> None:
    enter(store, "renstra", RENSTRA)
    enter(store, "iku", "\n".join(f"I{n} | Indikator I{n} | persen |" for n in range(1, 5)))
    assert {s[0] for s in found(store)} == {"penulisan_satuan"}


def test_another_target_is_told_with_both_documents(store: Store) -> None:
    enter(store, "renstra", RENSTRA.replace("70 75 80", "70 75 82.5"))
    told = one(store)
    assert (told.jenis, told.kode, told.kata_a, told.kata_b) == ("target", "I1", "80,00 %", "82,50 %")
    assert told.dokumen_a == "Perjanjian Kinerja"
    assert told.dokumen_b == "Renstra Nomor 7/RENSTRA, 5 Januari 2024"
    assert told.asal_b == "diketik"
    assert told.saran.startswith("Tetapkan target yang benar.")


def test_targets_are_compared_at_the_decimals_of_the_card(store: Store) -> None:
    enter(store, "renstra", RENSTRA.replace("70 75 80", "70 75 80.004"))
    assert found(store) == []


def test_another_satuan_is_told_and_a_blank_one_is_not(store: Store) -> None:
    enter(store, "renstra", RENSTRA.replace("I1 | %", "I1 | indeks").replace("I2 | %", "I2 | "))
    assert found(store) == [("satuan", "I1", "“%”", "“indeks”")]


def test_another_name_is_told_apart_from_another_way_of_writing_it(store: Store) -> None:
    enter(store, "renstra", RENSTRA.replace("Indikator I1", "INDIKATOR  I-1.").replace("Indikator I2", "Nilai I2"))
    assert [(s.jenis, s.kode, s.kata_b) for s in dokumen.selisih(store, UNIT, TAHUN)] == [
        ("nama", "I1", "“INDIKATOR  I-1.”"), ("nama", "I2", "“Nilai I2”"),
    ]  # fmt: skip


def test_only_case_spaces_and_punctuation_are_said_to_differ_in_writing(store: Store) -> None:
    enter(store, "renstra", RENSTRA.replace("Indikator I1", "INDIKATOR  I1."))
    told = one(store)
    assert (told.jenis, told.apa) == ("penulisan_nama", "Hanya penulisan nama")
    assert "hanya cara menulisnya berbeda" in told.saran


def test_an_indikator_without_kode_is_matched_by_its_name(store: Store) -> None:
    enter(store, "renstra", RENSTRA.replace("I1 | Indikator I1 | %", " | indikator i1 | %"))
    assert found(store) == [("penulisan_nama", "I1", "“Indikator I1”", "“indikator i1”")]


def test_what_a_document_lacks_is_told_on_its_side(store: Store) -> None:
    enter(store, "renstra", RENSTRA.replace("I4 | Indikator I4 | % | 10 10 10 10 10\n", ""))
    assert found(store) == [("hilang", "I4", "ada", "tidak ada")]


def test_what_has_no_card_is_missing_in_the_pk_and_the_nearest_name_is_shown(store: Store) -> None:
    enter(store, "renstra", RENSTRA + "X9 | Indikator I33 | % | 1 2 3 4 5")
    told = one(store)
    assert (told.jenis, told.kode, told.indikator) == ("hilang", None, "Indikator I33")
    assert (told.dokumen_a.split(" ")[0], told.dokumen_b) == ("Renstra", "Perjanjian Kinerja")
    assert "Nama terdekat pada acuan: I3 Indikator I3" in told.saran


def test_two_documents_that_name_the_same_unknown_indikator_are_compared(store: Store) -> None:
    enter(store, "renstra", RENSTRA + " | Lembaga aktif | % | 1 2 3 4 5")
    enter(store, "rkt", "\n".join(f"I{n} | Indikator I{n} | % | {t}" for n, t in enumerate((80, 85, 90, 10), 1))
          + "\n | Lembaga Aktif | % | 4")  # fmt: skip
    assert [(s.jenis, s.dokumen_a.split(" ")[0], s.dokumen_b.split(" ")[0], s.kata_b) for s in
            dokumen.selisih(store, UNIT, TAHUN)] == [
        ("hilang", "Renstra", "Perjanjian", "tidak ada"),
        ("target", "Renstra", "RKT", "4 %"),
        ("penulisan_nama", "Renstra", "RKT", "“Lembaga Aktif”"),
    ]  # fmt: skip


def test_a_lower_jenjang_is_only_missed_where_the_document_names_that_jenjang(store: Store) -> None:
    add_sasaran(store, "S1.1", "kasi")
    add_indikator(store, "K1", "posisi_akhir", target="– – – 5", sasaran="S1.1")
    add_indikator(store, "K2", "posisi_akhir", target="– – – 6", sasaran="S1.1")
    enter(store, "renstra", RENSTRA)
    assert found(store) == []
    enter(store, "rkt", "\n".join(f"I{n} | Indikator I{n} | % | {t}" for n, t in enumerate((80, 85, 90, 10), 1))
          + "\nK1 | Indikator K1 | % | 5")  # fmt: skip
    assert found(store) == [("hilang", "K2", "ada", "tidak ada")]


def test_an_iku_that_its_card_does_not_call_so_is_told(store: Store) -> None:
    with store.transaction() as tx:
        card = tx.read("indikator_tahun", unit=UNIT, tahun=TAHUN).to_dicts()[0]
        by = {"oleh": "uji", "pada": datetime(2026, 1, 1)}
        tx.insert("indikator", [{**card, "unit": UNIT, "versi": 2, "iku": False, **by}])
    enter(store, "iku", "\n".join(f"I{n} | Indikator I{n} | % |" for n in range(1, 5)))
    assert found(store) == [("bukan_iku", "I1", "bukan IKU", "termasuk IKU")]


def test_a_rencana_aksi_that_does_not_come_to_the_pk_is_told(store: Store) -> None:
    add_indikator(store, "I5", "jumlah", target="1 1 1 1", tahunan="5")
    assert found(store) == [("target", "I5", "5,00 %", "4,00 %")]
    add_indikator(store, "I6", "jumlah", target="– – – –", tahunan="5")
    assert found(store)[-1] == ("hilang", "I6", "ada", "tidak ada")


@pytest.mark.parametrize(("shift", "year"), [(-1, 2025), (1, 2027)])
def test_a_year_shifted_is_said_as_its_own_sentence(store: Store, shift: int, year: int) -> None:
    """Every Renstra row moved one column: its target of another tahun is the PK's of 2026."""
    moved = {-1: "75 80 85 90 95", 1: "65 70 75 80 85"}[shift]
    lines = [
        f"I{n} | Indikator I{n} | % | {' '.join(str(int(w) + 5 * (n - 1)) for w in moved.split())}" for n in (1, 2, 3)
    ]
    enter(store, "renstra", "\n".join([*lines, "I4 | Indikator I4 | % | 10 10 10 10 10"]))
    first = dokumen.selisih(store, UNIT, TAHUN)[0]
    assert (first.jenis, first.indikator) == ("bergeser", "I1, I2, I3")
    assert first.kata_a == f"target tahun {year}"
    assert "pada 3 dari 3 indikator yang berbeda: tampak bergeser satu tahun" in first.saran


def test_one_coincidence_is_no_shift(store: Store) -> None:
    enter(store, "renstra", RENSTRA.replace("70 75 80", "70 80 82"))
    assert [s[0] for s in found(store)] == ["target"]


def test_a_year_before_any_document_has_nothing_to_compare(store: Store) -> None:
    assert found(store) == []
    assert dokumen.uncompared(store, UNIT, TAHUN) == (
        "Renstra (belum terdaftar)", "Renja (belum terdaftar)", "RKT (belum terdaftar)", "IKU (belum terdaftar)",
        "Rencana Aksi (belum ada)",
    )  # fmt: skip
