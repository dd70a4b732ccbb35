"""The SOP as data: what is shipped, its versions, and the questions about its printed copy."""

from dataclasses import replace
from datetime import date

import pytest
from kasus import UNIT, new_office

from lakip import akses
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.sop import langkah, pertanyaan
from lakip.sop.langkah import BAWAAN, Sop
from lakip.sop.waktu_kerja import BakuMutu
from lakip.store import Store

ADMIN = akses.system(UNIT)
KASUBBAG = Pengguna("rudi", "Rudi", (Tugas(Peran.KASUBBAG, UNIT),))


@pytest.fixture
def store() -> Store:
    return new_office()


def changed(sop: Sop, nomor: int, **what: object) -> Sop:
    return replace(sop, langkah=tuple(replace(s, **what) if s.nomor == nomor else s for s in sop.langkah))


def test_the_shipped_steps_carry_the_times_of_the_printed_sop() -> None:
    said = [s.baku.kata for s in BAWAAN.langkah]
    assert said == [
        "15 menit", "30 menit", "30 menit", "1 jam", "2 hari kerja", "5 hari kerja", "1 jam", "30 menit",
    ]  # fmt: skip


def test_the_misprints_are_put_right() -> None:
    assert BAWAAN.nomor == ""
    assert BAWAAN.step(8).output == "Laporan Kinerja Tahunan"
    assert BAWAAN.step(5).uraian.endswith("laporan semester")


def test_the_staf_begins_and_the_camat_ends() -> None:
    assert BAWAAN.step(1).pelaksana["staf"] == "mulai"
    assert BAWAAN.step(8).pelaksana["camat"] == "selesai"


def test_until_somebody_changes_it_the_shipped_sop_counts(store: Store) -> None:
    assert langkah.versions(store, UNIT) == (BAWAAN,)
    assert langkah.changes(store, UNIT) == []


def test_a_revision_is_a_new_version_and_the_old_ones_stay(store: Store) -> None:
    new = changed(replace(BAWAAN, nomor="000.8.3/12/PS/2026", tanggal_revisi=date(2026, 2, 2)), 8, baku=BakuMutu(120))
    saved = langkah.save(store, ADMIN, UNIT, new, "Evaluasi SOP 2025")
    assert (saved.versi, saved.alasan) == (2, "Evaluasi SOP 2025")
    assert langkah.versions(store, UNIT) == (saved, BAWAAN)
    assert langkah.current(store, UNIT).step(8).baku.kata == "2 jam"
    told = store.read("jejak_semua").row(-1, named=True)
    assert told["perbuatan"] == "mengubah SOP"
    assert "000.8.3/12/PS/2026" in told["rincian"]


def test_whoever_comes_second_is_told(store: Store) -> None:
    langkah.save(store, ADMIN, UNIT, replace(BAWAAN, nomor="1"), "pertama")
    with pytest.raises(UserError, match="sudah diubah orang lain menjadi versi 2"):
        langkah.save(store, ADMIN, UNIT, replace(BAWAAN, nomor="2"), "kedua")


@pytest.mark.parametrize(
    ("baru", "said"),
    [
        (BAWAAN, "Tidak ada yang berubah"),
        (replace(BAWAAN, nama=" "), "Nama SOP harus diisi"),
        (replace(BAWAAN, tanggal_revisi=date(2022, 1, 1)), "Tanggal revisi .* mendahului tanggal pembuatan"),
        (changed(BAWAAN, 3, uraian=""), "Langkah 3 belum lengkap. Isi: uraian"),
        (changed(BAWAAN, 3, pelaksana={}), "Langkah 3 belum mempunyai pelaksana"),
        (changed(BAWAAN, 3, pelaksana={"bupati": "proses"}), "tidak dikenal: bupati"),
        (changed(BAWAAN, 3, baku=BakuMutu(0)), "Baku mutu langkah 3"),
        (changed(BAWAAN, 8, pelaksana={"camat": "proses"}), "satu simbol mulai dan sedikitnya satu simbol selesai"),
        (changed(changed(BAWAAN, 1, pelaksana={"staf": "proses"}), 2, pelaksana={"staf": "mulai"}), "langkah pertama"),
    ],
)
def test_an_sop_that_cannot_be_is_refused_in_words(store: Store, baru: Sop, said: str) -> None:
    with pytest.raises(UserError, match=said):
        langkah.save(store, ADMIN, UNIT, baru, "coba")
    assert langkah.versions(store, UNIT) == (BAWAAN,)


def test_a_revision_needs_a_reason_and_the_admin(store: Store) -> None:
    new = replace(BAWAAN, nomor="1")
    with pytest.raises(UserError, match="harus beralasan"):
        langkah.save(store, ADMIN, UNIT, new, " ")
    with pytest.raises(AccessError):
        langkah.save(store, KASUBBAG, UNIT, new, "coba")


def test_the_questions_name_every_misprint_of_the_printed_copy() -> None:
    printed = " ".join(q.tercetak for q in pertanyaan.PERTANYAAN)
    for misprint in (
        "PARING SELATAN", "PARINGIT SELATAN", "02 JANUARI 2023", "Start/JF", "Kasubdag", "4, 4", "Semesteran",
    ):  # fmt: skip
        assert misprint in printed


def test_an_answer_closes_a_question_and_an_empty_one_opens_it_again(store: Store) -> None:
    pertanyaan.answer(store, ADMIN, UNIT, "langkah_8", "Ya, salah cetak")
    said = {q.kode: q.jawaban for q in pertanyaan.questions(store, UNIT)}
    assert said["langkah_8"] == "Ya, salah cetak"
    assert said["nomor"] == ""
    pertanyaan.answer(store, ADMIN, UNIT, "langkah_8", "")
    assert not any(q.jawaban for q in pertanyaan.questions(store, UNIT))
    with pytest.raises(AccessError):
        pertanyaan.answer(store, KASUBBAG, UNIT, "langkah_8", "Ya")
    with pytest.raises(UserError, match="tidak ada lagi"):
        pertanyaan.answer(store, ADMIN, UNIT, "xyz", "Ya")
