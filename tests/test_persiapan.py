"""What a new office still needs, and the accounts that are made from the heads it typed."""

from datetime import date
from decimal import Decimal

import pytest
from layar import add_person, button, checked, screen, texts, ways
from salinan import empty, once

from lakip import akun, persiapan, rencana
from lakip import pengaturan as kantor
from lakip.akses import Izin, Pengguna, Peran, system
from lakip.akun import usul
from lakip.errors import AccessError, UserError
from lakip.indikator import Metode, Rumus
from lakip.pengaturan import Bagian, Identitas, Pejabat
from lakip.rencana import Indikator, PkVersion, Rencana, Sasaran, Target
from lakip.store import Store

UNIT, HARI = "11.22.33", date(2026, 12, 1)
OLEH = system(UNIT)
BAGIAN = (Bagian("PEM", "Seksi Pemerintahan", "seksi", 1), Bagian("REN", "Subbagian Perencanaan", "subbag", 2))
KEPALA = (
    Pejabat("Camat Awal", Peran.CAMAT, "BUDI SANTOSO, S.Sos."),
    Pejabat("Kepala Seksi Pemerintahan", Peran.KASI, "H. AHMAD FAUZI, S.Sos.", bagian="PEM"),
    Pejabat("Kepala Subbagian Perencanaan", Peran.KASUBBAG, "AHMAD RIZAL, S.E.", bagian="REN"),
)


@pytest.fixture
@once
def store() -> Store:
    store = empty()
    identity = Identitas(UNIT, "Kecamatan Awal", "Kabupaten Uji", "", "Awal")
    kantor.set_up_office(store, OLEH, identity, BAGIAN, KEPALA)
    add_person(store, UNIT, "kasubbag", Peran.KASUBBAG, "REN")
    return store


def plan(store: Store) -> None:
    card = Indikator("IK-01", "Dokumen terbit", "PEM", "dokumen", Metode.JUMLAH, Rumus.POSITIF, 2026, sasaran="S1")
    target = Target("IK-01", (Decimal(10),) * 4, Decimal(40))
    goal = Sasaran("S1", "Pelayanan", "camat", 2026)
    rencana.save(store, OLEH, UNIT, 2026, Rencana(PkVersion(None, "1/PK"), (target,), (card,), (goal,)))


def left(store: Store, hari: date = HARI) -> list[str]:
    return [one.apa for one in persiapan.needs(store, UNIT, hari) if not one.selesai]


def test_a_new_office_is_told_in_order_what_it_needs(store: Store) -> None:
    assert left(store) == [
        "Isi Rencana Aksi Tahun 2026", "Buat akun untuk 2 pejabat sekaligus", "Buka periode Triwulan III Tahun 2026",
        "Isi pagu anggaran Tahun 2026", "Catat Bupati atau Wali Kota", "Buat cadangan yang pertama",
    ]  # fmt: skip
    plan(store)
    assert "Isi Rencana Aksi Tahun 2026" not in left(store)
    assert "Buka periode Triwulan I Tahun 2027" in left(store, date(2027, 1, 20)), "in January the year that begins"


def test_each_is_led_to_what_is_his_and_reads_who_sees_to_the_rest(store: Store) -> None:
    at = screen(store, "admin", "tugas.py")
    assert "0 dari 6 selesai" in texts(at)
    assert (
        ways(at)["Isi Rencana Aksi Tahun 2026"] == f"tahun={persiapan.first(store, UNIT, date.today())[0]}&tab=Unggah"
    )
    assert "oleh Kasubbag" in texts(at)
    assert not at.success, "nothing says that nothing waits"
    first = persiapan.next_for(store, akun.find(store, "kasubbag"), UNIT, HARI)
    assert first is not None
    assert (first.apa, first.izin) == ("Isi Rencana Aksi Tahun 2026", Izin.RENCANA)


def test_the_accounts_of_the_heads_are_made_in_one_go_and_shown_once(store: Store) -> None:
    at = screen(store, "admin", "8_pengaturan.py", isi="Akun")
    assert "2 pejabat belum mempunyai akun" in at.subheader[0].value + texts(at)
    at = checked(button(at, "Buat 2 akun").click().run())
    assert at.success[0].value.startswith("2 akun dibuat.")
    slip = next(row for row in texts(at).splitlines() if row.startswith("H. AHMAD FAUZI") and "`" in row)
    name, sandi = (part.strip(" `") for part in slip.split(" | ")[2:])
    assert akun.authenticate(store, name, sandi) == name
    assert akun.restriction(store, name) == "sandi", "its holder sets another at the first sign-in"
    assert akun.find(store, name).may(Izin.BENARKAN, UNIT, "PEM")
    at = checked(button(at, "Sudah saya catat").click().run())
    assert sandi not in texts(at)
    assert usul.proposed(store, UNIT, HARI) == ()


def test_two_of_one_name_get_two_accounts_and_titles_are_no_names(store: Store) -> None:
    akun.set_active(store, OLEH, "kasubbag", aktif=False)
    assert [one.akun for one in usul.proposed(store, UNIT, HARI)] == ["budi", "ahmad", "ahmad.pem"]


def test_all_or_none_are_made_and_only_by_an_admin(store: Store) -> None:
    with pytest.raises(UserError, match="sudah dibuat"):
        usul.add_proposed(store, OLEH, UNIT, ["budi", "orang-lain"], HARI)
    assert {r["akun"] for r in akun.list_accounts(store, UNIT).iter_rows(named=True)} == {"admin", "kasubbag"}
    with pytest.raises(AccessError):
        usul.add_proposed(store, Pengguna("x", "X", ()), UNIT, ["budi"], HARI)
