"""Who confirms figures is not who saved them, unless the office says so; and then it is said wherever it matters."""

from datetime import date
from decimal import Decimal

import pytest
from salinan import once
from unggahan import KASI, KASUBBAG, STAF, TAHUN, UNIT, new_office, person, recorded, row, upload

from lakip import akses, akun, jejak_kata, kiriman, pengaturan, penyimpan, rekap, tugas
from lakip.akses import Pengguna, Peran
from lakip.errors import AccessError, UserError
from lakip.export import kepatuhan_excel, log_sop
from lakip.indikator import Keadaan
from lakip.periode import now
from lakip.realisasi import Realisasi
from lakip.store import Store

PEM2 = (UNIT, "PEM", TAHUN, 2)
ADMIN = akses.system(UNIT)
UMAR = person("umar", Peran.KASUBBAG)
SANDI = "sandi-panjang"


@pytest.fixture
@once
def store() -> Store:
    """The Kasi of PEM uploads himself, as in a small office; another Kasubbag has an account, and so has he."""
    store = new_office()
    akun.add(store, None, "admin", "Admin", SANDI, UNIT, Peran.ADMIN)
    akun.add(store, ADMIN, "umar", "Umar, S.E.", SANDI, UNIT, Peran.KASUBBAG, mulai=date(2025, 1, 1))
    akun.add(store, ADMIN, "karim", "Karim, S.IP.", SANDI, UNIT, Peran.KASI, "PEM", mulai=date(2025, 1, 1))
    upload(store, row("IK-04", 15), row("IK-06", 80), pengguna=KASI)
    return store


def change(store: Store, who: Pengguna, nilai: int = 15, **texts: str) -> None:
    one = Realisasi("IK-04", Keadaan.TERISI, Decimal(nilai), **texts)
    assert rekap.type_realisasi(store, who, UNIT, TAHUN, 2, one, recorded(store, "IK-04")["versi"]).simpanan


def allow(store: Store, nilai: str = "1", tahun: int = TAHUN) -> None:
    pengaturan.set_setting(store, ADMIN, UNIT, "pembenaran_sendiri", tahun, nilai, "Kasi merangkap pengumpul data")


# ---------------------------------------------------------------- refused


def test_who_saved_a_figure_does_not_confirm_it_and_reads_who_may(store: Store) -> None:
    with pytest.raises(AccessError) as told:
        kiriman.confirm(store, KASI, *PEM2)
    said = str(told.value)
    assert "Angka IK-04, IK-06 pada kiriman PEM Anda simpan sendiri" in said
    assert "Mintalah Umar, S.E. (Kasubbag) membenarkannya di halaman Kiriman" in said
    assert "Pembenaran oleh pengunggah sendiri diperbolehkan" in said
    assert not recorded(store, "IK-04")["dibenarkan"]
    assert kiriman.confirm(store, UMAR, *PEM2) == 2


def test_the_kasubbag_who_uploaded_for_all_is_refused_as_well(store: Store) -> None:
    upload(store, row("IK-01", 85), pengguna=KASUBBAG)
    for act in (
        lambda: kiriman.confirm(store, KASUBBAG, UNIT, "YAN", TAHUN, 2),
        lambda: kiriman.confirm_all(store, KASUBBAG, UNIT, TAHUN, 2),
    ):
        with pytest.raises(AccessError, match="Angka IK-01 pada kiriman YAN Anda simpan sendiri"):
            act()
    assert kiriman.confirm_all(store, UMAR, UNIT, TAHUN, 2) == {"YAN": 1, "PEM": 2}


def test_one_own_figure_among_others_is_enough(store: Store) -> None:
    upload(store, row("IK-04", 16), row("IK-06", 81), pengguna=STAF)
    change(store, KASI, 17)
    with pytest.raises(AccessError, match="Angka IK-04 pada kiriman PEM"):
        kiriman.confirm(store, KASI, *PEM2)


def test_a_number_stays_of_who_typed_it_when_somebody_else_writes_beside_it(store: Store) -> None:
    change(store, STAF, 15, tindak_lanjut="Menambah petugas")
    with pytest.raises(AccessError, match="IK-04"):
        kiriman.confirm(store, KASI, *PEM2)


def test_another_number_is_somebody_elses(store: Store) -> None:
    upload(store, row("IK-04", 16), row("IK-06", 81), pengguna=STAF)
    assert kiriman.confirm(store, KASI, *PEM2) == 2


def test_what_another_confirmed_is_behind_him(store: Store) -> None:
    kiriman.confirm(store, UMAR, *PEM2)
    change(store, STAF, 15, tindak_lanjut="Menambah petugas")
    assert kiriman.confirm(store, KASI, *PEM2) == 1, "the number was confirmed by Umar, the word is the staf's"


def test_where_nobody_else_may_the_way_out_is_an_account(store: Store) -> None:
    akun.set_active(store, ADMIN, "umar", aktif=False)
    with pytest.raises(AccessError, match="minta admin menambah akun Kasubbag, atau akun Kasi kedua"):
        kiriman.confirm(store, KASI, *PEM2)


def test_a_second_kasi_of_the_bagian_is_named_first(store: Store) -> None:
    akun.add(store, ADMIN, "zainal", "Zainal", SANDI, UNIT, Peran.KASI, "PEM", mulai=date(2025, 1, 1))
    assert penyimpan.own(store, KASI, *PEM2).lain == ("Zainal (Kasi)", "Umar, S.E. (Kasubbag)")


# ---------------------------------------------------------------- who is asked instead


def asked(store: Store, who: Pengguna) -> list[str]:
    return [t.apa for t in tugas.mine(store, who, UNIT, date(2026, 7, 5)) if "kiriman" in t.apa]


def test_the_kasi_sends_what_he_typed_and_the_kasubbag_is_asked_to_check_it(store: Store) -> None:
    assert asked(store, UMAR) == []
    change(store, KASI, 16)
    upload(store, row("IK-05", None, 6, 15), row("IK-07", 2000), pengguna=KASI)
    assert asked(store, KASI) == ["Ajukan kiriman Seksi Pemerintahan, Triwulan II"]
    kiriman.submit(store, KASI, *PEM2)
    assert asked(store, KASI) == []
    assert asked(store, UMAR) == ["Periksa kiriman Seksi Pemerintahan, Triwulan II"]


def test_what_the_staf_typed_is_still_the_kasis_alone(store: Store) -> None:
    upload(store, row("IK-04", 16), row("IK-06", 81), pengguna=STAF)
    kiriman.submit(store, STAF, *PEM2)
    assert asked(store, UMAR) == []
    assert "Periksa kiriman Seksi Pemerintahan, Triwulan II" in asked(store, KASI)


# ---------------------------------------------------------------- allowed


def test_the_office_may_allow_it_from_a_tahun_on_and_only_with_a_reason(store: Store) -> None:
    with pytest.raises(UserError, match="harus beralasan"):
        pengaturan.set_setting(store, ADMIN, UNIT, "pembenaran_sendiri", TAHUN, "1", " ")
    allow(store, tahun=TAHUN + 1)
    with pytest.raises(AccessError):
        kiriman.confirm(store, KASI, *PEM2)
    allow(store)
    assert pengaturan.history(store, UNIT)["alasan"][0] == "Kasi merangkap pengumpul data"
    assert kiriman.confirm(store, KASI, *PEM2) == 2


def test_what_he_confirmed_himself_is_told_in_the_log_the_workbook_and_the_trail(store: Store) -> None:
    allow(store)
    kiriman.confirm(store, KASI, *PEM2)
    said = "IK-04, IK-06 (Karim, S.IP.)"
    assert penyimpan.self_confirmed(store, UNIT, TAHUN) == {("PEM", 2): said}
    sent = {r.bagian: r.keadaan for r in log_sop.draft(store, UNIT, TAHUN, "TW2", now()).kirim}
    assert f"dibenarkan oleh yang menyimpannya sendiri: {said}" in sent["Seksi Pemerintahan"]
    assert "sendiri" not in sent["Seksi Pelayanan"]
    assert kepatuhan_excel.build(store, KASI, UNIT, TAHUN, now())
    act = store.read("jejak_semua").filter(perbuatan="kiriman dibenarkan").row(-1, named=True)
    assert "disimpan oleh yang membenarkan: IK-04, IK-06" in jejak_kata.tell(act["rincian"], objek=act["objek"])


def test_a_later_confirmation_by_another_takes_the_mark_away(store: Store) -> None:
    allow(store)
    kiriman.confirm(store, KASI, *PEM2)
    change(store, STAF, 16)
    kiriman.confirm(store, UMAR, *PEM2)
    assert penyimpan.self_confirmed(store, UNIT, TAHUN) == {("PEM", 2): "IK-06 (Karim, S.IP.)"}
