"""Settling a matter from the dashboard: the act, and the disposisi that asked for it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from contoh_siap import fresh

from lakip import akun, dasbor
from lakip.akses import Pengguna
from lakip.contoh.isi import UNIT
from lakip.dasbor import Keputusan, tindakan
from lakip.errors import AccessError, UserError
from lakip.periode import today
from lakip.sop import dispensasi, disposisi
from lakip.store import Store

LIMA_BELAS = (2026, 15)  # asks the Camat: dispensation, or a reprimand
UNTUK = (("UMUM", 3), ("KESOS", 3))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return fresh(tmp_path)


def who(store: Store, nama: str) -> Pengguna:
    return akun.find(store, nama, today())


def seen(store: Store) -> Keputusan:
    data = dasbor.read(store, UNIT, 2026, "SD3", today())
    return dasbor.keputusan(store, who(store, "camat"), data, today())


def test_a_dispensation_closes_the_disposisi_that_asked(store: Store) -> None:
    until = today() + timedelta(days=7)
    with pytest.raises(UserError, match="beralasan"):
        tindakan.grant(store, who(store, "camat"), UNIT, 2026, UNTUK, until, " ", LIMA_BELAS)
    assert disposisi.recorded(store, UNIT, *LIMA_BELAS)["diterima"] is None, "refused, and nothing is closed"
    with pytest.raises(AccessError):
        tindakan.grant(store, who(store, "sekcam"), UNIT, 2026, UNTUK, until, "Banjir", LIMA_BELAS)
    said = tindakan.grant(store, who(store, "camat"), UNIT, 2026, UNTUK, until, "Banjir", LIMA_BELAS)
    assert said.endswith("untuk Umum dan Kesejahteraan Sosial")
    row = disposisi.recorded(store, UNIT, *LIMA_BELAS)
    assert row["selesai"] is not None
    assert row["catatan"] == f"{said}: Banjir"
    given = {(d.bagian, d.triwulan): d for d in dispensasi.deliveries(store, UNIT, 2026, today())}
    assert [(given[k].batas, given[k].is_late) for k in UNTUK] == [(until, False)] * 2
    found = seen(store)
    assert not [h for h in (*found.hal, *found.lain) if h.disposisi == LIMA_BELAS]
    assert found.hal[0].kode == "IK-08", "the IKU comes up"


def test_a_reprimand_is_handed_on_to_the_head_of_each_bagian(store: Store) -> None:
    camat = who(store, "camat")
    with pytest.raises(UserError, match="Pilih sedikitnya satu bagian"):
        tindakan.reprimand(store, camat, UNIT, 2026, (), "Kirimkan.", 3, today(), LIMA_BELAS)
    said = tindakan.reprimand(store, camat, UNIT, 2026, UNTUK, "Kirimkan.", 3, today(), LIMA_BELAS)
    rows = [r for r in disposisi.recorded_all(store, UNIT, None) if (r["induk_tahun"], r["induk_nomor"]) == LIMA_BELAS]
    assert {r["kepada_bagian"] for r in rows} == {"UMUM", "KESOS"}
    assert {(r["hal"], r["instruksi"]) for r in rows} == {("Teguran pengiriman data Triwulan III", "Kirimkan.")}
    assert disposisi.recorded(store, UNIT, *LIMA_BELAS)["catatan"] == said


def test_a_direction_is_an_order_that_its_holder_finds_among_his_tasks(store: Store) -> None:
    with pytest.raises(UserError, match="Tulis dahulu"):
        tindakan.direct(store, who(store, "camat"), UNIT, 2026, "TW3", "TRANTIB", "Arahan", " ", 5, today())
    tindakan.direct(store, who(store, "camat"), UNIT, 2026, "TW3", "TRANTIB", "Arahan", "Tambah patroli.", 5, today())
    newest = disposisi.recorded_all(store, UNIT, today().year)[0]
    assert (newest["instruksi"], newest["kepada_bagian"], newest["tanggal"]) == ("Tambah patroli.", "TRANTIB", today())
    assert newest["tenggat"] > date(2026, 11, 30)
