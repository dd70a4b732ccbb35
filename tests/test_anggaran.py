"""The budget tree closes to the rupiah, keeps its versions, and takes no figure above sub kegiatan."""

from decimal import Decimal

import pytest
from salinan import empty, once

from lakip import anggaran
from lakip.akses import Pengguna, Peran, Tugas, system
from lakip.anggaran import Anggaran, Kode
from lakip.errors import AccessError, UserError
from lakip.store import Store

UNIT = "63.11.07"
EDISI = "uji"
SUB1, SUB2, SUB3 = "7.01.01.2.01.0001", "7.01.01.2.02.0001", "7.01.02.2.01.0001"
SUB4 = "7.01.02.2.01.0002"
KODE = [
    Kode("7.01.01", "program", "Penunjang"),
    Kode("7.01.01.2.01", "kegiatan", "Perencanaan"),
    Kode(SUB1, "sub_kegiatan", "Dokumen"),
    Kode("7.01.01.2.02", "kegiatan", "Keuangan"),
    Kode(SUB2, "sub_kegiatan", "Gaji"),
    Kode("7.01.02", "program", "Pelayanan"),
    Kode("7.01.02.2.01", "kegiatan", "Koordinasi"),
    Kode(SUB3, "sub_kegiatan", "Sinergi"),
    Kode(SUB4, "sub_kegiatan", "Tanpa pagu"),
    Kode("7.01.1", "program", "A code that only looks like the beginning of another"),
]


@pytest.fixture
@once
def store() -> Store:
    store = empty()
    anggaran.save_nomenklatur(store, system(UNIT), UNIT, EDISI, KODE)
    anggaran.save_anggaran(
        store, system(UNIT), UNIT, 2026, "murni", EDISI, {SUB1: 33_000_000, SUB2: 200, SUB3: 5_000_000}
    )
    return store


def rows(store: Store, triwulan: int = 4) -> dict[str | None, dict[str, object]]:
    return {r["kode"]: r for r in anggaran.pohon(store, UNIT, 2026, triwulan).to_dicts()}


def spend(store: Store, triwulan: int, realisasi: dict[str, int]) -> int:
    return anggaran.save_realisasi_anggaran(store, system(UNIT), UNIT, 2026, triwulan, realisasi)


def test_parents_are_sums_of_their_children(store: Store) -> None:
    tree = rows(store)
    assert tree["7.01.01"]["pagu_rupiah"] == 33_000_000 + 200
    assert tree["7.01.02.2.01"]["pagu_rupiah"] == 5_000_000
    assert tree[None]["pagu_rupiah"] == 33_000_000 + 200 + 5_000_000
    assert list(tree) == [*sorted(k for k in tree if k), None]
    assert "7.01.1" not in tree


def test_a_quarter_not_saved_is_missing_and_not_zero(store: Store) -> None:
    spend(store, 1, {SUB1: 28_091_250})
    tree = rows(store, 2)
    assert tree[SUB1]["realisasi_sd_rupiah"] == 28_091_250
    assert tree[SUB1]["realisasi_rupiah"] is None
    assert tree["7.01.02"]["realisasi_sd_rupiah"] is None
    assert tree["7.01.02"]["serapan_persen"] is None
    assert tree["7.01.02"]["sisa_rupiah"] == 5_000_000


def test_serapan_is_exact_before_it_is_rounded(store: Store) -> None:
    spend(store, 1, {SUB1: 20_000_000})
    spend(store, 2, {SUB1: 8_091_250})
    assert rows(store, 2)[SUB1]["serapan_persen"] == Decimal("85.125")
    assert rows(store, 1)[SUB1]["realisasi_sd_rupiah"] == 20_000_000
    assert rows(store)[SUB1]["sisa_rupiah"] == 33_000_000 - 28_091_250


def test_after_a_dppa_the_perubahan_counts_and_the_murni_stays_visible(store: Store) -> None:
    anggaran.save_anggaran(store, system(UNIT), UNIT, 2026, "perubahan", EDISI, {SUB1: 30_000_000, SUB3: 0})
    tree = rows(store)
    assert (tree[SUB1]["pagu_murni_rupiah"], tree[SUB1]["pagu_rupiah"]) == (33_000_000, 30_000_000)
    assert tree[SUB2]["pagu_rupiah"] == 200
    assert tree[SUB3]["pagu_rupiah"] == 0
    assert tree[SUB3]["serapan_persen"] is None
    assert tree[None]["pagu_rupiah"] == 30_000_000 + 200 + 0


def test_only_what_changed_gets_a_new_version(store: Store) -> None:
    assert spend(store, 1, {SUB1: 10, SUB2: 20}) == 2
    assert spend(store, 1, {SUB1: 10, SUB2: 25}) == 1
    assert spend(store, 1, {SUB1: 10, SUB2: 25}) == 0
    assert anggaran.save_anggaran(store, system(UNIT), UNIT, 2026, "murni", EDISI, {SUB1: 33_000_000}) == 0
    saved = anggaran.record(store, UNIT, 2026)
    assert [saved[kode, "realisasi_tw1", "murni"]["versi"] for kode in (SUB1, SUB2)] == [1, 2]
    assert store.read("jejak_terakhir")["nomor"].item() == 2 + 2


def test_a_correction_of_an_earlier_quarter_may_be_negative_but_not_the_total(store: Store) -> None:
    spend(store, 1, {SUB1: 100})
    spend(store, 2, {SUB1: -40})
    assert rows(store, 2)[SUB1]["realisasi_sd_rupiah"] == 100 - 40
    with pytest.raises(UserError, match="Koreksi tidak boleh melebihi"):
        spend(store, 3, {SUB1: -61})
    assert rows(store, 3)[SUB1]["realisasi_sd_rupiah"] == 100 - 40


@pytest.mark.parametrize(
    ("kode", "pagu", "kata"),
    [
        ("7.01.01", 1, "bukan sub kegiatan"),
        ("9.99", 1, "bukan sub kegiatan"),
        (SUB1, -1, "tidak boleh negatif"),
    ],
)
def test_a_wrong_pagu_is_refused_with_the_way_out(store: Store, kode: str, pagu: int, kata: str) -> None:
    with pytest.raises(UserError, match=kata):
        anggaran.save_anggaran(store, system(UNIT), UNIT, 2026, "murni", EDISI, {kode: pagu})


def test_money_without_pagu_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match="belum berpagu"):
        spend(store, 1, {SUB4: 5})


def test_an_edition_of_the_nomenclature_never_changes(store: Store) -> None:
    assert anggaran.save_nomenklatur(store, system(UNIT), UNIT, EDISI, KODE) == 0
    with pytest.raises(UserError, match="sudah bernama"):
        anggaran.save_nomenklatur(store, system(UNIT), UNIT, EDISI, [Kode("7.01.01", "program", "Lain")])


def test_the_cell_of_a_figure_is_kept(store: Store) -> None:
    key = (SUB1, "realisasi_tw1")
    anggaran.save(store, system(UNIT), UNIT, 2026, Anggaran({key: 7}, sel={key: ("TW I", "F9")}))
    saved = store.read("laporan_sumber_anggaran", unit=UNIT, tahun=2026, triwulan=1).row(0, named=True)
    assert (saved["lembar"], saved["sel"]) == ("TW I", "F9")


def test_a_year_without_pagu_is_empty() -> None:
    assert anggaran.pohon(empty(), UNIT, 2026).is_empty()
    assert anggaran.total(empty(), UNIT, 2026) is None


def test_the_camat_reads_and_does_not_write(store: Store) -> None:
    camat = Pengguna("camat", "Camat", (Tugas(Peran.CAMAT, UNIT),))
    with pytest.raises(AccessError, match="Kasubbag"):
        anggaran.save_anggaran(store, camat, UNIT, 2026, "murni", EDISI, {SUB1: 1})
