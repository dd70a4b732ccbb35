"""The planning tree: who may serve whom, and what is named twice."""

from dataclasses import replace
from decimal import Decimal

import pytest
from test_rencana import DOK, IKM, S1, SISTEM, UNIT, planned, store  # noqa: F401 (fixtures)

from lakip import anggaran, periode, rencana
from lakip.errors import UserError
from lakip.indikator import Isian, Metode, TipeNilai
from lakip.rencana import Indikator, PkVersion, Rencana, Sasaran, Tujuan
from lakip.store import Store

SEKCAM = Sasaran("S1.0", "Tertibnya sekretariat", "sekcam", 2026, induk="S1")
KASI = Sasaran("S1.1", "Cepatnya layanan", "kasi", 2026, induk="S1.0")
T1 = Tujuan("T1", "Terwujudnya pelayanan yang baik", 2026)


def goals(*rows: Sasaran) -> dict[str, Sasaran]:
    return {r.kode: r for r in rows}


def told(*rows: Sasaran) -> list[str]:
    return [t.pesan for t in rencana.check_tree(goals(*rows), ["T1"])]


# ---------------------------------------------------------------- the cascade


def test_camat_sekcam_kasi_is_a_cascade_and_a_level_may_be_passed_over() -> None:
    assert told(S1, SEKCAM, KASI, replace(KASI, kode="S1.2", induk="S1", jenjang="lurah")) == []


@pytest.mark.parametrize(
    ("row", "kata"),
    [
        (replace(KASI, induk="S1.1x", kode="S1.9"), "induknya, S1.1x, tidak berlaku"),
        (replace(SEKCAM, kode="S1.9", induk="S1.0"), "S1.9 (Sekcam) tidak dapat menunjang S1.0 (Sekcam)"),
        (replace(KASI, kode="S1.9", induk="S1.1", jenjang="kasubbag"), "S1.9 (Kasubbag) tidak dapat menunjang S1.1"),
        (replace(S1, kode="S9", induk="S1.1"), "S9 (Camat) tidak dapat menunjang S1.1 (Kasi)"),
        (replace(S1, kode="S9", tujuan="T9"), "tujuan “T9” tidak berlaku"),
    ],
)
def test_a_sasaran_serves_one_of_a_higher_jenjang_that_is_in_force(row: Sasaran, kata: str) -> None:
    (pesan,) = told(S1, SEKCAM, KASI, row)
    assert kata in pesan


def test_a_circle_is_told_once_with_its_path() -> None:
    a, b, c = (replace(KASI, kode=k, induk=i) for k, i in (("A", "B"), ("B", "C"), ("C", "A")))
    assert told(a, b, c) == [
        "Sasaran saling menunjang dalam lingkaran: A > B > C > A. "
        "Ubah induk salah satunya ke jenjang yang lebih tinggi."
    ]
    assert "S1 > S1" in told(replace(S1, induk="S1"))[0]


def test_a_sasaran_below_the_camat_that_serves_none_is_a_remark() -> None:
    (found,) = rencana.check_tree(goals(S1, replace(KASI, induk=None)), [])
    assert (found.salah, "belum menunjang" in found.pesan) == (False, True)


def test_a_circle_is_refused_on_saving_and_nothing_of_it_is_kept(planned: Store) -> None:  # noqa: F811
    for row in (SEKCAM, KASI):
        rencana.save_sasaran(planned, SISTEM, UNIT, row)
    with pytest.raises(UserError, match=r"lingkaran: S1 > S1\.1 > S1\.0 > S1"):
        rencana.save_sasaran(planned, SISTEM, UNIT, replace(S1, induk="S1.1"))
    assert rencana.sasaran(planned, UNIT, 2026)["S1"] == S1


def test_an_older_fault_does_not_lock_what_is_right(store: Store) -> None:  # noqa: F811
    """A store of an earlier release may hold a tree that was never checked."""
    wrong = {**vars(replace(S1, induk="S1")), "unit": UNIT, "versi": 1, "oleh": "x", "pada": periode.now()}
    with store.transaction() as tx:
        tx.insert("sasaran", [wrong])
    assert rencana.save_sasaran(store, SISTEM, UNIT, replace(S1, kode="S2"))


def test_tujuan_are_versions_and_the_sasaran_of_the_camat_serve_them(planned: Store) -> None:  # noqa: F811
    assert rencana.save_tujuan(planned, SISTEM, UNIT, T1)
    assert not rencana.save_tujuan(planned, SISTEM, UNIT, T1)
    assert rencana.save_sasaran(planned, SISTEM, UNIT, replace(S1, tujuan="T1"))
    assert rencana.tujuan(planned, UNIT, 2026) == {"T1": T1}
    row = rencana.acuan(planned, UNIT, 2026).row(0, named=True)
    assert (row["tujuan"], row["tujuan_uraian"]) == ("T1", "Terwujudnya pelayanan yang baik")
    with pytest.raises(UserError, match="harus diisi"):
        rencana.save_tujuan(planned, SISTEM, UNIT, replace(T1, uraian=" "))


def test_a_sasaran_does_not_end_over_its_indikator_or_below_others(planned: Store) -> None:  # noqa: F811
    rencana.save_sasaran(planned, SISTEM, UNIT, SEKCAM)
    with pytest.raises(UserError, match=r"S1\.0: induknya, S1, tidak berlaku.*IK-01 berada pada sasaran S1"):
        rencana.save_sasaran(planned, SISTEM, UNIT, replace(S1, mulai_tahun=2027, sampai_tahun=2026))


# ---------------------------------------------------------------- a kode in two places


def test_one_kode_for_two_things_is_refused_with_both_places(store: Store) -> None:  # noqa: F811
    two = (S1, replace(S1, uraian="Lain", jenjang="kasi"))
    with pytest.raises(UserError, match=r"Sasaran S1 dipakai dua kali: “Meningkatnya kualitas pelayanan” \(Camat\)"):
        rencana.save(store, SISTEM, UNIT, 2026, Rencana(PkVersion(), sasaran=two))
    cards = (IKM, replace(IKM, sasaran="S2"))
    with pytest.raises(UserError, match="IK-01 dipakai dua kali: “IKM” pada sasaran S1, dan “IKM” pada sasaran S2"):
        rencana.save(store, SISTEM, UNIT, 2026, Rencana(PkVersion(), indikator=cards, sasaran=(S1,)))


def test_an_output_indikator_hangs_from_a_known_code_and_from_nothing_else(planned: Store) -> None:  # noqa: F811
    output = replace(DOK, kode="OP-01", nama="Laporan", sasaran=None, kode_anggaran="7.01.01")
    with pytest.raises(UserError, match=r"kode 7\.01\.01 tidak ada dalam nomenklatur"):
        rencana.save_indikator(planned, SISTEM, UNIT, output)
    anggaran.save_nomenklatur(planned, SISTEM, UNIT, "uji", [anggaran.Kode("7.01.01", "program", "Penunjang")])
    assert rencana.save_indikator(planned, SISTEM, UNIT, output)
    last = rencana.acuan(planned, UNIT, 2026).row(-1, named=True)
    assert (last["kode"], last["sasaran"], last["anggaran_nama"]) == ("OP-01", None, "Penunjang")
    with pytest.raises(UserError, match=r"di dua tempat: sasaran S1 dan kode anggaran 7\.01\.01"):
        rencana.save_indikator(planned, SISTEM, UNIT, replace(output, sasaran="S1"))


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("IKM", "IKM (IKM)", True),
        ("Indeks Kepuasan Masyarakat", "Indeks kepuasan masyarakat (IKM)", True),
        ("IKM", "Indeks Kepuasan Masyarakat", True),
        ("Persentase pengaduan yang diselesaikan", "Persentase  Pengaduan yang di selesaikan.", True),
        ("Jumlah desa mandiri", "Jumlah desa mandiri tahap 2", False),
        ("Jumlah kegiatan tahap 1", "Jumlah kegiatan tahap 2", False),
        ("Persentase desa tertib", "Jumlah desa tertib", False),
    ],
)
def test_names_that_are_nearly_the_same_are_a_remark(one: str, other: str, same: bool) -> None:
    found = rencana.check_names([replace(IKM, nama=one), replace(DOK, nama=other)])
    assert [(t.kode, t.salah) for t in found] == ([("IK-02", False)] if same else [])


# ---------------------------------------------------------------- the card


def full(card: Indikator = IKM) -> Indikator:
    return replace(card, definisi="Nilai survei", frekuensi="Triwulanan", formula="Rata-rata x 25", media="Kuesioner")


def test_a_card_says_which_of_the_five_legal_things_it_lacks() -> None:
    assert rencana.missing_parts(full()) == ()
    assert rencana.missing_parts(replace(full(), media=" ", frekuensi=None)) == ("frekuensi pengumpulan", "media")
    assert len(rencana.missing_parts(IKM)) == 4


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"tipe_nilai": TipeNilai.PERSEN, "satuan": "%"}, False),
        ({"tipe_nilai": TipeNilai.PERSEN, "satuan": "orang"}, True),
        ({"tipe_nilai": TipeNilai.RUPIAH, "satuan": "Rp"}, False),
        ({"tipe_nilai": TipeNilai.RUPIAH, "satuan": "%"}, True),
        ({"tipe_nilai": TipeNilai.YA_TIDAK, "metode": Metode.RASIO, "isian": Isian.PASANGAN, "satuan": "%"}, True),
        ({"tipe_nilai": TipeNilai.INDEKS}, False),
    ],
)
def test_the_type_of_a_value_goes_with_its_satuan(change: dict[str, object], wrong: bool) -> None:
    found = rencana.check_card(replace(IKM, **change), ["S1"], ["YAN"])  # type: ignore[arg-type]
    assert [t.kolom for t in found] == (["tipe_nilai"] if wrong else [])


def test_the_new_fields_of_a_card_are_read_back(planned: Store) -> None:  # noqa: F811
    card = replace(
        full(), tipe_nilai=TipeNilai.INDEKS, alasan="Ukuran mutu layanan", dasar_penetapan="SK Camat 1/2026",
        baseline=Decimal("83.5"), baseline_tahun=2025,
    )  # fmt: skip
    assert rencana.save_indikator(planned, SISTEM, UNIT, card)
    assert rencana.indikator(planned, UNIT, 2026)["IK-01"] == card
    assert not rencana.save_indikator(planned, SISTEM, UNIT, card)
