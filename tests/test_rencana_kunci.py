"""What a figure already dibenarkan was judged by stays as it was; what is not yet may change."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest
from test_rencana import DOK, IKM, PK2, S1, SISTEM, UNIT, planned, row, save, store, target  # noqa: F401 (fixtures)

from lakip import kiriman, periode, rekap, rencana, transaction
from lakip import store as module
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import UserError
from lakip.indikator import Keadaan, Metode, Rumus
from lakip.realisasi import Realisasi
from lakip.rencana import PkVersion, Rencana
from lakip.store import Store

STAF = Pengguna("staf", "Staf", (Tugas(Peran.STAF, UNIT, "YAN"),))
KASI = Pengguna("kasi", "Kasi", (Tugas(Peran.KASI, UNIT, "YAN"),))


def report(store: Store, triwulan: int, confirmed: bool = True) -> None:  # noqa: F811
    """IK-01 and IK-02 of one quarter, as typed by the staf and confirmed by the Kasi."""
    rows = [Realisasi(kode, Keadaan.TERISI, Decimal(80)) for kode in ("IK-01", "IK-02")]
    expected = rekap.acuan(store, UNIT, 2026, triwulan)
    rekap.save_realisasi(store, STAF, UNIT, 2026, triwulan, rekap.changes(expected, triwulan, rows))
    if confirmed:
        kiriman.confirm(store, KASI, UNIT, "YAN", 2026, triwulan)


@pytest.fixture
def confirmed(planned: Store) -> Store:  # noqa: F811
    """TW I is dibenarkan, TW II is only typed."""
    report(planned, 1)
    report(planned, 2, confirmed=False)
    return planned


# ---------------------------------------------------------------- the card


@pytest.mark.parametrize(
    ("change", "kata"),
    [
        ({"satuan": "poin"}, "satuan dari “indeks” menjadi “poin”"),
        ({"metode": Metode.POSISI_AKHIR}, "metode dari “Rata-rata triwulan” menjadi “Posisi akhir triwulan”"),
        ({"rumus": Rumus.STABIL}, "rumus dari “Makin tinggi"),
        ({"desimal": 1}, "desimal dari “2” menjadi “1”"),
    ],
)
def test_what_a_confirmed_figure_hangs_on_may_not_change(
    confirmed: Store, change: dict[str, object], kata: str
) -> None:
    with pytest.raises(UserError) as caught:
        rencana.save_indikator(confirmed, SISTEM, UNIT, replace(IKM, **change))  # type: ignore[arg-type]
    assert kata in str(caught.value)
    assert "realisasi TW I tahun 2026 sudah dibenarkan" in str(caught.value)
    assert "Mulailah perubahan ini pada tahun 2027" in str(caught.value)
    assert rencana.indikator(confirmed, UNIT, 2026)["IK-01"] == IKM
    assert rencana.save_indikator(confirmed, SISTEM, UNIT, replace(IKM, mulai_tahun=2027, **change))  # type: ignore[arg-type]


def test_a_text_makes_a_new_version_any_time(confirmed: Store) -> None:
    assert rencana.save_indikator(confirmed, SISTEM, UNIT, replace(IKM, nama="IKM baru", media="Kuesioner"))
    versions = dict(confirmed.read("indikator_versi", unit=UNIT).iter_rows())
    assert versions["IK-01"] == 2


def test_a_card_whose_figures_wait_may_change(planned: Store) -> None:  # noqa: F811
    report(planned, 1, confirmed=False)
    assert rencana.save_indikator(planned, SISTEM, UNIT, replace(IKM, satuan="poin"))


def test_an_upload_cannot_do_what_the_screen_may_not(confirmed: Store) -> None:
    plan = Rencana(PkVersion(1), (), (replace(IKM, satuan="poin"), replace(DOK, nama="Lain")))
    with pytest.raises(UserError, match="satuan"):
        rencana.save(confirmed, SISTEM, UNIT, 2026, plan)
    assert rencana.indikator(confirmed, UNIT, 2026)["IK-02"] == DOK


def test_an_indikator_ends_after_the_tahun_of_its_figures(confirmed: Store) -> None:
    with pytest.raises(UserError, match=r"IK-01 tidak dapat diakhiri sebelum tahun 2026.*Akhiri mulai tahun 2027"):
        rencana.save_indikator(confirmed, SISTEM, UNIT, replace(IKM, sampai_tahun=2025))
    assert rencana.save_indikator(confirmed, SISTEM, UNIT, replace(IKM, mulai_tahun=2027, sampai_tahun=2026))
    assert set(rencana.indikator(confirmed, UNIT, 2026)) == {"IK-01", "IK-02", "IK-03"}
    assert set(rencana.indikator(confirmed, UNIT, 2027)) == {"IK-02", "IK-03"}


def test_a_sasaran_ends_after_the_tahun_of_its_figures(confirmed: Store) -> None:
    with pytest.raises(UserError, match="S1"):
        rencana.save_sasaran(confirmed, SISTEM, UNIT, replace(S1, sampai_tahun=2025))
    assert "S1" in rencana.sasaran(confirmed, UNIT, 2026)


# ---------------------------------------------------------------- the targets


def test_a_perubahan_may_not_count_from_before_a_confirmed_quarter(confirmed: Store) -> None:
    early = replace(PK2, mulai_triwulan=1)
    with pytest.raises(UserError) as caught:
        save(confirmed, early, row("IK-02", "15", "20", "30", "40", "105"))
    assert str(caught.value) == (
        "PK ini berlaku mulai TW I, sebelum angka yang sudah dibenarkan. Target IK-02 TW I dari 10 menjadi 15 tidak "
        "dapat diubah, karena realisasi TW I tahun 2026 sudah dibenarkan. Mulailah PK perubahan pada TW II, dan "
        "biarkan target triwulan yang sudah dibenarkan."
    )
    assert len(rencana.pk_versions(confirmed, UNIT, 2026)) == 1
    assert target(confirmed, "IK-02") == ["10", "20", "30", "40", "100"]


def test_a_perubahan_after_it_counts(confirmed: Store) -> None:
    save(confirmed, replace(PK2, mulai_triwulan=2), row("IK-02", "-", "25", "30", "45", "110"))
    assert target(confirmed, "IK-02") == ["10", "25", "30", "45", "110"]


def test_a_correction_of_the_pk_is_held_by_the_same_rule(confirmed: Store) -> None:
    with pytest.raises(UserError, match="Target IK-02 TW I dari 10 menjadi 11 tidak dapat diubah"):
        save(confirmed, PkVersion(1), row("IK-02", "11", "20", "30", "39", "100"))
    with pytest.raises(UserError, match="dari 10 menjadi kosong"):
        save(confirmed, PkVersion(1), row("IK-02", "-", "20", "30", "50", "100"))
    save(confirmed, PkVersion(1), row("IK-02", "10", "21", "30", "39", "100"))
    assert target(confirmed, "IK-02") == ["10", "21", "30", "39", "100"]


def test_a_full_year_leads_to_the_next(planned: Store) -> None:  # noqa: F811
    for triwulan in (1, 2, 3, 4):
        report(planned, triwulan)
    with pytest.raises(UserError, match="Tuangkan perubahannya dalam PK tahun berikutnya"):
        save(planned, PkVersion(1), row("IK-02", "10", "20", "30", "41", "101"))


def test_a_dasar_of_a_perubahan_is_one_of_the_three(planned: Store) -> None:  # noqa: F811
    with pytest.raises(UserError, match="Pilih salah satu: pejabat, strategi, prioritas"):
        save(planned, replace(PK2, dasar_ubah="lain"), row("IK-02", "-", "-", "40", "50", "120"))
    save(planned, replace(PK2, dasar_ubah="strategi"), row("IK-02", "-", "-", "40", "50", "120"))
    assert rencana.pk_versions(planned, UNIT, 2026)[1].dasar_ubah == "strategi"


# ---------------------------------------------------------------- an existing database


def test_a_database_of_the_first_release_migrates_with_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "queries"
    copytree(module.QUERIES, old, ignore=lambda folder, names: [n for n in names if n[:3].isdigit() and n > "002"])
    for path in old.glob("[0-9]_*.sql"):
        path.unlink()
    monkeypatch.setattr(module, "QUERIES", old)
    monkeypatch.setattr(transaction, "_guarded", frozenset)  # nothing was ever approved
    first = Store(tmp_path)
    stamp = {"unit": UNIT, "versi": 1, "oleh": "x", "pada": periode.now()}
    goal = {k: v for k, v in vars(S1).items() if k != "tujuan"}
    new = ("tipe_nilai", "alasan", "dasar_penetapan", "baseline", "baseline_tahun", "aktivitas")
    card = {k: str(v) if k in ("metode", "rumus", "isian") else v for k, v in vars(IKM).items() if k not in new}
    with first.transaction() as tx:
        tx.insert("sasaran", [{**stamp, **goal}])
        tx.insert("indikator", [{**stamp, **card}])
        tx.insert("dokumen_rencana", [{
            **stamp, "jenis": "pk", "tahun": 2026, "sifat": "murni", "mulai_triwulan": 1, "tanggal": date(2026, 1, 2),
        }])  # fmt: skip
    first.close()
    monkeypatch.undo()
    migrated = Store(tmp_path)
    assert rencana.sasaran(migrated, UNIT, 2026) == {"S1": S1}
    assert rencana.indikator(migrated, UNIT, 2026) == {"IK-01": IKM}
    assert rencana.pk_versions(migrated, UNIT, 2026)[0].dasar_ubah is None
    assert rencana.tujuan(migrated, UNIT, 2026) == {}
    migrated.close()
