"""The example office is complete, plausible, and recorded as if people had used the screens."""

import json
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from contoh_siap import fresh, loaded
from salinan import empty

from lakip import akses, akun, alur, anggaran, contoh, kiriman, pengaturan, potret, rekap, rencana, rollup, tugas
from lakip.akses import Peran
from lakip.alur import Keadaan, waktu
from lakip.contoh import isi
from lakip.contoh.isi import TAHUN, UNIT
from lakip.errors import UserError
from lakip.export import bahan, kalimat, kurang, laporan, laporan_triwulan, periksa_dokumen, pilihan
from lakip.indikator import Isian, Metode, Rumus
from lakip.periode import PERIODE, now, today
from lakip.store import Store
from lakip.sumber import polos
from lakip.unggah import realisasi
from lakip.utuh.segel import hash_of


@pytest.fixture
def store() -> Store:
    return loaded()[0]


def state(store: Store, bagian: str, triwulan: int) -> str:
    rows = kiriman.completeness(store, UNIT, 2026).to_dicts()
    return next(r["keadaan"] for r in rows if (r["bagian"], r["triwulan"]) == (bagian, triwulan))


# ---------------------------------------------------------------- loading


def test_only_an_empty_store_takes_the_example(store: Store) -> None:
    with pytest.raises(UserError, match="--data"):
        contoh.load(store)


def test_every_account_signs_in_with_the_password_of_the_example(store: Store) -> None:
    said = loaded()[1]
    assert {a.peran for a in isi.accounts()} == set(Peran)
    assert said[0].split("  ")[0] == "admin"
    assert said[0].endswith("Admin Contoh                         kata sandi: contoh-2026")
    assert len(said) == len(isi.accounts()) + 1
    assert akun.authenticate(store, "staf", "contoh-2026") == "staf"
    assert akun.find(store, "kasi.pmd").tugas[0].bagian == "PMD"


def test_an_account_is_recorded_as_if_an_admin_had_added_it(store: Store) -> None:
    other = empty()
    pengaturan.set_up_office(other, akses.system(UNIT), pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, ())
    akun.add(other, None, "admin", "Admin", "sandi-panjang", UNIT, Peran.ADMIN)
    akun.add(other, akun.find(other, "admin"), "staf", "Staf", "sandi-panjang", UNIT, Peran.STAF, "YAN")
    by_hand, by_example = (
        {k: v is not None for k, v in s.read("akun_satu", akun="staf").row(0, named=True).items()}
        for s in (other, store)
    )
    assert by_hand == by_example
    assert akun.find(store, "staf").tugas == akun.find(other, "staf").tugas


def test_everything_is_marked_as_an_example(store: Store) -> None:
    assert pengaturan.identity(store, UNIT).contoh


# ---------------------------------------------------------------- what it covers


def test_the_indikator_cover_every_metode_rumus_and_isian(store: Store) -> None:
    cards = rencana.indikator(store, UNIT, 2026).values()
    assert len(cards) >= 15
    assert {c.metode for c in cards} == set(Metode)
    assert {c.rumus for c in cards} == set(Rumus)
    assert {c.isian for c in cards} == set(Isian)
    assert {c.bagian for c in cards} == {b.bagian for b in pengaturan.BAGIAN_BAWAAN}


@pytest.mark.parametrize("tahun", TAHUN)
def test_every_target_obeys_its_metode(store: Store, tahun: int) -> None:
    assert rencana.check_in_force(store, UNIT, tahun) == []


def test_the_pk_of_2025_changed_from_triwulan_iii_for_two_indikator(store: Store) -> None:
    versions = rencana.pk_versions(store, UNIT, 2025)
    assert [(p.sifat, p.mulai_triwulan) for p in versions] == [("murni", 1), ("perubahan", 3)]
    changed = rencana.acuan(store, UNIT, 2025).filter(rencana.acuan(store, UNIT, 2025)["pk"] == 2)
    assert changed["kode"].to_list() == ["IK-06", "IK-11"]
    history = rencana.history(store, UNIT, 2025, "IK-11")
    assert history.filter(history["periode"] == "TH")["nilai"].to_list() == [1400, 1300]


def test_the_signatures_follow_the_camat_of_the_day(store: Store) -> None:
    def who(day: date) -> tuple[str, str]:
        camat = pengaturan.pejabat_in_office(store, UNIT, Peran.CAMAT, day)
        assert camat is not None
        return camat.nama.split(",")[0], camat.status

    assert who(date(2025, 1, 20)) == ("H. SYARIF RAHMADI", "definitif")
    assert who(date(2025, 7, 7)) == ("DAHLIA PURNAMASARI", "plt")
    assert who(date(2026, 10, 7)) == ("NOVITA ANGGRAENI", "definitif")


def test_every_nip_has_eighteen_digits_and_is_plainly_invented() -> None:
    for pejabat in isi.officials():
        if pejabat.peran == pengaturan.ATASAN:
            assert pejabat.nip is None
            continue
        digits = (pejabat.nip or "").replace(" ", "")
        assert len(digits) == 18
        assert digits[4:8] == "0101"


def test_the_budget_has_six_programs_and_closes(store: Store) -> None:
    for tahun in TAHUN:
        tree = anggaran.pohon(store, UNIT, tahun)
        by_level = dict(tree.group_by("jenjang").agg(pl.col("pagu_rupiah").sum()).iter_rows())
        assert tree.filter(tree["jenjang"] == "program").height == 6
        assert len(set(by_level.values())) == 1


# ---------------------------------------------------------------- gaps and misses


def test_three_quarters_of_2026_are_in_different_hands(store: Store) -> None:
    assert state(store, "PMD", 3) == "diajukan"
    assert state(store, "KESOS", 3) == "dikembalikan"
    assert state(store, "UMUM", 3) == "draf"
    assert state(store, "YAN", 3) == "dibenarkan"
    assert state(store, "YAN", 4) is None


def test_there_is_a_gap_a_nihil_an_unavailable_and_a_correction(store: Store) -> None:
    saved = rekap.acuan(store, UNIT, 2026, 2)
    assert 2 not in saved["IK-14"].tercatat
    assert saved["IK-08"].tercatat[1].isi.keadaan == "nihil"
    unavailable = saved["IK-16"].tercatat[3].isi
    assert (unavailable.keadaan, bool(unavailable.alasan)) == ("tidak_tersedia", True)
    versions = rekap.history(store, UNIT, "IK-11").filter(tahun=2026, triwulan=1).sort("versi")
    assert versions.select("versi", "nilai").rows() == [(1, 316), (2, 361)]


def test_a_miss_is_explained(store: Store) -> None:
    for reported in isi.figures().values():
        for one in reported:
            assert not one.faktor_penghambat or one.tindak_lanjut or one.kode == "IK-11"


# ---------------------------------------------------------------- the runs


@pytest.mark.parametrize("periode", alur.PERIODE_ALUR)
def test_each_report_of_2025_may_be_final(store: Store, periode: str) -> None:
    isi = pilihan.of(periode).gather(store, UNIT, 2025, periode, today(), None)
    missing = pilihan.gaps(isi)
    assert [gap.hal for gap in missing if gap.menahan] == []
    assert kurang.is_final(isi, missing)


def test_2025_went_from_triwulan_i_to_the_annual_report(store: Store) -> None:
    assert set(alur.year(store, UNIT, 2025).values()) == {Keadaan.DISAHKAN}
    way = ["dibuka", "direkap", "draf", "diperiksa", "disosialisasikan", "disahkan"]
    for periode in alur.PERIODE_ALUR:
        steps = alur.history(store, UNIT, 2025, periode)
        assert steps["keadaan"].to_list() == way
        assert steps["pada"].is_sorted()
    clock = waktu.year(store, UNIT, 2025, now())
    assert len(clock) == 4 * 4 + 2 * 3 + 1
    assert all(step.tahap is waktu.Tahap.SELESAI and step.lama is not None and not step.tanda for step in clock)
    assert {step.melebihi for step in clock} == {True, False}


def test_every_approval_of_the_example_holds_the_figures_of_its_day(store: Store) -> None:
    for tahun in (2025, 2026):
        for periode, keadaan in alur.year(store, UNIT, tahun).items():
            if keadaan is Keadaan.DISAHKAN:
                frozen = alur.standing(store, UNIT, tahun, periode).potret
                assert frozen is not None
                assert potret.differences(store, UNIT, frozen, today()) == []


def test_each_periode_was_approved_by_the_camat_of_that_day(store: Store) -> None:
    approved = {p: alur.history(store, UNIT, 2025, p)["oleh_nama"].to_list()[-1] for p in alur.PERIODE_ALUR}
    assert approved == {
        "TW1": "H. Syarif Rahmadi, S.Sos., M.AP.",
        "TW2": "Dahlia Purnamasari, S.STP.",  # Plt. Camat in July 2025
        "SM1": "Dahlia Purnamasari, S.STP.",
        **dict.fromkeys(("TW3", "TW4", "SM2", "TH"), "Novita Anggraeni, S.STP., M.Si."),
    }


def test_triwulan_i_of_2026_was_corrected_before_and_reopened_after_its_approval(store: Store) -> None:
    steps = alur.history(store, UNIT, 2026, "TW1")
    assert steps.filter(keadaan="disahkan").height == 2
    told = steps.filter(keadaan="dibuka")["catatan"].to_list()
    assert [t and t.split(" ")[0] for t in told] == [None, "IK-11", "DPPA"]


def test_what_is_left_of_2026_waits_for_kasubbag_sekcam_and_camat(store: Store) -> None:
    waiting = {
        who: tugas.mine(store, akun.find(store, who), UNIT, date(2026, 11, 27))
        for who in ("kasubbag", "sekcam", "camat")
    }
    assert [t.apa for t in waiting["kasubbag"] if t.halaman == "periode.py"] == [
        "Nyatakan direkap: Triwulan II Tahun 2026", "Nyatakan direkap: Triwulan III Tahun 2026",
    ]  # fmt: skip
    assert "Angka IK-14 belum lengkap." in next(t for t in waiting["kasubbag"] if "Triwulan II " in t.apa).tertahan
    assert [t.apa[:20] for who in ("sekcam", "camat") for t in waiting[who]] == [
        "Disposisi 011/2026: ",
        "Disposisi 015/2026: ",
    ]


def test_a_draft_of_the_example_is_printed_from_its_potret(store: Store) -> None:
    row = (
        store.read("dasbor_laporan", unit=UNIT, tahun=2025, jenis=["laporan_triwulan"])
        .filter(periode="TW1")
        .row(0, named=True)
    )
    assert row["sha256"] == ""
    content = laporan.again(store, akun.find(store, "kasubbag"), laporan_triwulan.KIND, UNIT, row["potret"])
    found = periksa_dokumen.check(store, akun.find(store, "kasubbag"), UNIT, content)
    assert (found.salah, found.disunting, found.hilang) == ((), (), ())
    # The PK perubahan of August and the DPPA of September are no matter of TW I.
    assert found.berubah == ()


# ---------------------------------------------------------------- the trail


def test_the_trail_is_sealed_and_in_the_order_of_time(store: Store) -> None:
    with store._root.cursor() as cursor:  # no screen reads the whole trail yet
        rows = cursor.sql("from jejak order by nomor").pl().to_dicts()
    assert [r["nomor"] for r in rows] == list(range(1, len(rows) + 1))
    for before, row in pairwise(rows):
        assert row["hash_sebelum"] == before["hash"]
        assert before["pada"] <= row["pada"]
    assert all(hash_of(row) == row["hash"] for row in rows)
    assert rows[0]["pada"] == datetime(2023, 12, 18, 1, 30)
    assert {"unggah realisasi", "kiriman dibenarkan", "menyimpan rencana"} <= {r["perbuatan"] for r in rows}
    assert json.loads(rows[0]["rincian"])["contoh"] is True


def test_a_figure_leads_back_to_the_cell_of_the_file_it_came_from(tmp_path: Path) -> None:
    store = fresh(tmp_path)
    rows = store.read("realisasi_tahun", unit=UNIT, tahun=2025).filter(triwulan=3).to_dicts()
    for row in rows:
        book = openpyxl.load_workbook(store.archived(row["sha256"], ".xlsx"))
        cell = book[row["lembar"]][row["sel"]]
        shown = row["pembilang"] if row["pembilang"] is not None else row["nilai"]
        if row["keadaan"] == "terisi" and row["indikator"] != "IK-04":
            assert cell.value == float(shown)
        assert book[row["lembar"]][f"B{cell.row}"].value == row["indikator"]
    store.close()


@pytest.mark.parametrize(
    ("berkas", "akun_nama", "bagian", "banyak"),
    [("realisasi_tw4_2026.xlsx", "kasubbag", None, 27), ("realisasi_yan_tw4_2026.xlsx", "staf", "YAN", 5)],
)
def test_the_workbooks_for_trying_the_upload_are_ready_to_be_saved(
    store: Store, berkas: str, akun_nama: str, bagian: str | None, banyak: int
) -> None:
    content = (isi.FOLDER / berkas).read_bytes()
    hasil = realisasi.read(store, akun.find(store, akun_nama), content, berkas, UNIT, 2026, 4, bagian)
    assert (hasil.menahan, hasil.siap, hasil.dibaca) == ((), True, banyak)


def test_the_rumus_that_are_not_plain_were_chosen_with_a_reason(store: Store) -> None:
    cards = rencana.indikator(store, UNIT, 2026)
    chosen = {kode for kode, card in cards.items() if rencana.chosen(store, UNIT, card, 2026)}
    assert chosen == {kode for kode, card in cards.items() if card.rumus is not Rumus.POSITIF}


def test_outputs_of_the_budget_are_no_indikator_of_a_sasaran(store: Store) -> None:
    said = polos(kalimat.pk(bahan.gather(store, UNIT, 2026, "TW1", today(), today())))
    assert said.endswith(
        "Perjanjian Kinerja Camat memuat 9 (sembilan) indikator kinerja pada 4 (empat) sasaran strategis; bersama "
        "Perjanjian Kinerja jabatan di bawahnya, seluruhnya 19 (sembilan belas) indikator kinerja pada 13 (tiga belas) "
        "sasaran. Laporan ini memuat juga 10 (sepuluh) indikator keluaran program, kegiatan, dan sub kegiatan, yang tidak "
        "termasuk Perjanjian Kinerja."
    )


@pytest.mark.parametrize("periode", ["TW1", "TW3", "SM1", "SM2", "TH"])
def test_a_periode_is_the_same_asked_alone_or_with_all_that_its_report_tells(store: Store, periode: str) -> None:
    per = date(2026, 2, 10)
    alone = rollup.capaian(store, UNIT, 2025, periode, per)
    assert rollup.one(store, UNIT, 2025, periode, per).to_dicts() == alone.to_dicts()
    told = set(rollup.sampai(store, UNIT, 2025, periode, per)["periode"])
    assert told >= {periode, f"TW{PERIODE[periode].triwulan[-1]}", f"SD{PERIODE[periode].triwulan[-1]}"}
