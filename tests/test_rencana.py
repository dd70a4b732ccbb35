"""What a plan keeps: versions of what changed, targets by the PK in force, and the rules its targets obey."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from salinan import empty, once

from lakip import pengaturan, rencana
from lakip.akses import Pengguna, Peran, Tugas, system
from lakip.errors import AccessError, UserError
from lakip.indikator import Isian, Metode, Rumus
from lakip.rencana import Indikator, PkVersion, Rencana, Sasaran, Target
from lakip.store import Store

UNIT = "63.11.07"
SISTEM = system(UNIT)
S1 = Sasaran("S1", "Meningkatnya kualitas pelayanan", "camat", 2026, urutan=1)
IKM = Indikator("IK-01", "IKM", "YAN", "indeks", Metode.RATA_RATA, Rumus.POSITIF, 2026, sasaran="S1")
DOK = replace(IKM, kode="IK-02", nama="Dokumen", metode=Metode.JUMLAH, satuan="dokumen", desimal=0)
AKIP = replace(IKM, kode="IK-03", nama="Nilai AKIP", metode=Metode.TAHUNAN)
PK1 = PkVersion(None, "1/PK/2026", date(2026, 1, 12))


def row(kode: str, *nilai: str) -> Target:
    """Targets TW1..TW4, TH as typed; "-" is blank."""
    tw1, tw2, tw3, tw4, th = (None if n == "-" else Decimal(n) for n in nilai)
    return Target(kode, (tw1, tw2, tw3, tw4), th)


IKM_ROW, DOK_ROW, AKIP_ROW = (
    row("IK-01", "85", "85", "85", "85", "85"),
    row("IK-02", "10", "20", "30", "40", "100"),
    row("IK-03", "-", "-", "-", "-", "74"),
)


@pytest.fixture
@once
def store() -> Store:
    store = empty()
    pengaturan.set_up_office(store, SISTEM, pengaturan.IDENTITAS_BAWAAN, pengaturan.BAGIAN_BAWAAN, [])
    return store


@pytest.fixture
def planned(store: Store) -> Store:
    plan = Rencana(PK1, (IKM_ROW, DOK_ROW, AKIP_ROW), (IKM, DOK, AKIP), (S1,))
    assert rencana.save(store, SISTEM, UNIT, 2026, plan) == rencana.Tersimpan(1, 5 + 5 + 2, 3, 1)
    return store


def save(store: Store, pk: PkVersion, *rows: Target) -> rencana.Tersimpan:
    return rencana.save_target_set(store, SISTEM, UNIT, 2026, pk, rows)


def target(store: Store, kode: str) -> list[str]:
    """Targets in force, "-" for blank."""
    nilai = rencana.targets(store, UNIT, 2026)[kode].nilai.values()
    return ["-" if n is None else f"{n.normalize():f}" for n in nilai]


# ---------------------------------------------------------------- versions


def test_a_plan_is_read_back_as_it_was_saved(planned: Store) -> None:
    assert rencana.sasaran(planned, UNIT, 2026) == {"S1": S1}
    assert rencana.indikator(planned, UNIT, 2026) == {"IK-01": IKM, "IK-02": DOK, "IK-03": AKIP}
    assert target(planned, "IK-02") == ["10", "20", "30", "40", "100"]
    assert rencana.pk_versions(planned, UNIT, 2026) == (replace(PK1, versi=1),)
    assert rencana.acuan(planned, UNIT, 2026)["kode"].to_list() == ["IK-01", "IK-02", "IK-03"]


def test_a_tahunan_with_only_an_annual_target_is_measured_in_tw_iv(planned: Store) -> None:
    assert target(planned, "IK-03") == ["-", "-", "-", "74", "74"]


def test_saving_the_same_again_leaves_no_trace(planned: Store) -> None:
    before = planned.read("jejak_terakhir")["nomor"].item()
    plan = Rencana(replace(PK1, versi=1), (IKM_ROW, DOK_ROW, AKIP_ROW), (IKM, DOK, AKIP), (S1,))
    assert rencana.save(planned, SISTEM, UNIT, 2026, plan).is_empty
    assert planned.read("jejak_terakhir")["nomor"].item() == before
    assert planned.read("rencana_dokumen", unit=UNIT, tahun=2026, jenis="renaksi").height == 1


def test_only_the_changed_cells_get_a_new_version(planned: Store) -> None:
    saved = save(planned, PkVersion(1), IKM_ROW, row("IK-02", "10", "20", "35", "35", "100"))
    assert saved.target == 2
    history = rencana.history(planned, UNIT, 2026, "IK-02")
    assert history.filter(history["versi"] == 2)["periode"].to_list() == ["TW3", "TW4"]
    assert history.filter(history["periode"] == "TW3")["nilai"].to_list() == [35, 30]
    assert planned.read("rencana_dokumen", unit=UNIT, tahun=2026, jenis="renaksi")["versi"].to_list() == [1, 2]


def test_a_changed_card_counts_from_its_tahun_on_and_leaves_earlier_years_alone(planned: Store) -> None:
    assert rencana.save_indikator(planned, SISTEM, UNIT, replace(IKM, mulai_tahun=2027, nama="IKM baru"))
    assert rencana.indikator(planned, UNIT, 2026)["IK-01"].nama == "IKM"
    assert rencana.indikator(planned, UNIT, 2027)["IK-01"].nama == "IKM baru"
    assert not rencana.save_indikator(planned, SISTEM, UNIT, replace(IKM, mulai_tahun=2028, nama="IKM baru"))


def test_a_changed_sasaran_is_a_new_version(planned: Store) -> None:
    assert rencana.save_sasaran(planned, SISTEM, UNIT, replace(S1, uraian="Lain"))
    assert not rencana.save_sasaran(planned, SISTEM, UNIT, replace(S1, uraian="Lain"))
    assert planned.read("sasaran_versi", unit=UNIT)["versi"].to_list() == [2]


def test_a_blank_takes_a_target_away_and_is_not_zero(planned: Store) -> None:
    save(planned, PkVersion(1), row("IK-02", "-", "20", "30", "50", "100"))
    assert target(planned, "IK-02") == ["-", "20", "30", "50", "100"]
    save(planned, PkVersion(1), row("IK-02", "0", "20", "30", "50", "100"))
    assert target(planned, "IK-02") == ["0", "20", "30", "50", "100"]


# ---------------------------------------------------------------- PK perubahan

PK2 = PkVersion(None, "2/PK/2026", date(2026, 8, 3), "perubahan", 3, "APBD Perubahan", "strategi")


def test_a_perubahan_keeps_the_quarters_before_it(planned: Store) -> None:
    saved = save(planned, PK2, row("IK-02", "-", "-", "40", "50", "120"))
    assert (saved.pk, saved.target) == (2, 3)
    assert target(planned, "IK-02") == ["10", "20", "40", "50", "120"]
    assert target(planned, "IK-01") == ["85", "85", "85", "85", "85"]
    assert [p.sifat for p in rencana.pk_versions(planned, UNIT, 2026)] == ["murni", "perubahan"]


def test_a_perubahan_says_everything_that_it_is_given_and_a_correction_only_what_differs(planned: Store) -> None:
    assert save(planned, PK2, row("IK-01", "-", "-", "85", "85", "85")).target == 3
    assert save(planned, PkVersion(2), DOK_ROW).is_empty
    assert save(planned, PkVersion(2), row("IK-02", "10", "20", "31", "39", "100")).target == 2


def test_a_perubahan_may_repeat_the_earlier_quarters_but_not_change_them(planned: Store) -> None:
    save(planned, PK2, row("IK-02", "10", "20", "40", "50", "120"))
    with pytest.raises(UserError, match=r"TW I 11 berbeda dengan yang berlaku \(10\)"):
        save(planned, PkVersion(2), row("IK-02", "11", "20", "40", "49", "120"))


def test_the_annual_target_of_a_perubahan_equals_the_fold_of_the_targets_in_force(planned: Store) -> None:
    with pytest.raises(UserError, match=r"tahunan 130 tidak sama dengan jumlah target triwulan \(120\)"):
        save(planned, PK2, row("IK-02", "-", "-", "40", "50", "130"))
    assert len(rencana.pk_versions(planned, UNIT, 2026)) == 1


def test_a_perubahan_needs_a_reason(planned: Store) -> None:
    with pytest.raises(UserError, match="belum beralasan"):
        save(planned, replace(PK2, alasan=" "), row("IK-02", "-", "-", "40", "50", "120"))


def test_the_label_of_a_pk_can_be_corrected_without_touching_its_targets(planned: Store) -> None:
    assert save(planned, PkVersion(1, nomor="9/PK/2026"), IKM_ROW).target == 1
    assert rencana.pk_versions(planned, UNIT, 2026)[0] == replace(PK1, versi=1, nomor="9/PK/2026")
    assert rencana.history(planned, UNIT, 2026, "IK-01")["versi"].max() == 1


def test_an_unknown_pk_version_is_named(planned: Store) -> None:
    with pytest.raises(UserError, match="versi 7 belum ada"):
        save(planned, PkVersion(7), IKM_ROW)


# ---------------------------------------------------------------- rules

BERSIH = ""


@pytest.mark.parametrize(
    ("metode", "desimal", "nilai", "kata"),
    [
        ("jumlah", 0, ("10", "20", "30", "40", "100"), BERSIH),
        ("jumlah", 0, ("10", "20", "30", "40", "99"), "jumlah target triwulan (100)"),
        ("jumlah", 0, ("-", "20", "-", "40", "60"), BERSIH),
        ("rata_rata", 2, ("84", "85", "85", "-", "84.67"), BERSIH),
        ("rata_rata", 2, ("84", "85", "85", "-", "84.66"), "rata-rata target triwulan (84,67)"),
        ("rata_rata", 1, ("84", "85", "85", "-", "84.7"), BERSIH),
        ("kumulatif", 2, ("20", "40", "60", "100", "100"), BERSIH),
        ("kumulatif", 2, ("20", "40", "40", "-", "40"), BERSIH),
        ("kumulatif", 2, ("20", "40", "30", "100", "100"), "tidak boleh turun"),
        ("kumulatif", 2, ("20", "40", "60", "90", "100"), "target triwulan terakhir (90,00)"),
        ("posisi_akhir", 0, ("5", "4", "4", "6", "6"), BERSIH),
        ("posisi_akhir", 0, ("5", "5", "5", "5", "6"), "target triwulan terakhir (5)"),
        ("rasio", 2, ("90", "-", "90", "90", "90"), BERSIH),
        ("rasio", 2, ("80", "90", "90", "100", "90"), "harus sama pada setiap triwulan"),
        ("rasio", 2, ("90", "90", "90", "90", "95"), "target triwulan (90,00)"),
        ("tahunan", 2, ("-", "74", "-", "-", "74"), BERSIH),
        ("tahunan", 2, ("-", "74", "-", "74", "74"), "hanya bertarget pada satu triwulan"),
        ("jumlah", 0, ("10", "20", "30", "40", "-"), "Target tahunan belum diisi"),
        ("jumlah", 0, ("-", "-", "-", "-", "100"), "Belum ada triwulan yang bertarget"),
        ("jumlah", 0, ("0", "0", "0", "0", "0"), BERSIH),
    ],
)
def test_targets_obey_the_metode(store: Store, metode: str, desimal: int, nilai: tuple[str, ...], kata: str) -> None:
    card = replace(IKM, metode=Metode(metode), desimal=desimal)
    found = rencana.check_targets(store, [(card, row("IK-01", *nilai))])
    assert [t.pesan for t in found if t.salah and kata not in t.pesan] == []
    assert bool(found) == bool(kata)


def test_an_indikator_without_any_target_is_a_remark(store: Store) -> None:
    (found,) = rencana.check_targets(store, [(IKM, row("IK-01", "-", "-", "-", "-", "-"))])
    assert (found.salah, found.pesan) == (False, "Indikator IK-01 belum bertarget.")


def test_everything_in_force_can_be_checked_at_once(planned: Store) -> None:
    assert rencana.check_in_force(planned, UNIT, 2026) == []
    rencana.save_indikator(planned, SISTEM, UNIT, replace(DOK, metode=Metode.POSISI_AKHIR))
    (found,) = rencana.check_in_force(planned, UNIT, 2026)
    assert (found.kode, found.kolom) == ("IK-02", "TH")


@pytest.mark.parametrize(
    ("change", "kolom", "kata"),
    [
        ({"metode": Metode.RASIO}, "isian", "pembilang dan penyebut, bukan nilai"),
        ({"isian": Isian.PASANGAN}, "isian", "nilai, bukan pembilang dan penyebut"),
        ({"bagian": "ABC"}, "bagian", "REN, UMUM"),
        ({"sasaran": "S9"}, "sasaran", "“S9” belum ada"),
        ({"sasaran": None}, "sasaran", "belum masuk sasaran"),
        ({"nama": " "}, "nama", "belum diisi"),
        ({"desimal": 9}, "desimal", "0 sampai 6"),
    ],
)
def test_a_card_says_what_is_wrong_with_it(store: Store, change: dict[str, object], kolom: str, kata: str) -> None:
    (found,) = rencana.check_card(replace(IKM, **change), ["S1"], [b.bagian for b in pengaturan.BAGIAN_BAWAAN])  # type: ignore[arg-type]
    assert (found.kolom, kata in found.pesan) == (kolom, True)


def test_a_wrong_card_is_not_saved(planned: Store) -> None:
    with pytest.raises(UserError, match="Bagian “ABC” tidak dikenal"):
        rencana.save_indikator(planned, SISTEM, UNIT, replace(IKM, bagian="ABC"))
    with pytest.raises(UserError, match="belum ada pada tahun 2026"):
        save(planned, PkVersion(1), row("IK-99", "1", "1", "1", "1", "4"))


def test_a_plan_is_saved_whole_or_not_at_all(store: Store) -> None:
    plan = Rencana(PK1, (row("IK-02", "1", "1", "1", "1", "5"),), (DOK,), (S1,))
    with pytest.raises(UserError):
        rencana.save(store, SISTEM, UNIT, 2026, plan)
    assert rencana.sasaran(store, UNIT, 2026) == {}
    assert rencana.indikator(store, UNIT, 2026) == {}


# ---------------------------------------------------------------- rights


@pytest.mark.parametrize("peran", [Peran.STAF, Peran.KASI, Peran.SEKCAM, Peran.CAMAT, Peran.PENINJAU])
def test_who_may_not_plan_is_told_who_may(store: Store, peran: Peran) -> None:
    other = Pengguna("x", "X", (Tugas(peran, UNIT, "YAN"),))
    with pytest.raises(AccessError, match="Kasubbag, Admin"):
        rencana.save(store, other, UNIT, 2026, Rencana(PK1))
    with pytest.raises(AccessError):
        rencana.save_indikator(store, other, UNIT, IKM)
    with pytest.raises(AccessError):
        rencana.save_sasaran(store, other, UNIT, S1)
