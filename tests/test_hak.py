"""Every act of the program, by every peran, in its own bagian and another, here and in another office.

The function that acts decides, from the record: what its caller says about bagian and holder is never believed.
"""

import inspect
from dataclasses import replace
from typing import get_args

import pytest
from kantor_hak import ACTS, KASUBBAG, LAIN, RKT, TAHUN, UNIT, Act, kantor
from perbuatan import writers

from lakip import bukti, dokumen
from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.periode import now

# What comes before anybody is known, or is done only within an act that is in the table.
TANPA_PENGGUNA = {"akun.pintu.authenticate", "akun.gagal.write_due", "akun.faktor.check", "rencana.catat.recording"}
TANPA_PENGGUNA |= {f"akun.sesi.{act}" for act in ("open_session", "close_session", "find", "pengguna")}  # idle: ended
# Whoever brings a record back is known to none of its accounts; what they try out is thrown away.
TANPA_PENGGUNA |= {"cadangan.kerja.note_restored", "cadangan.pulih.prepare", "cadangan.pulih.drill"}
TANPA_PENGGUNA |= {"export.catatan.settle"}  # runs what its caller saves, who has asked
TANPA_PENGGUNA |= {"export.ringkasan.kerja.begin"}  # from then on it acts for whoever took a step
TANPA_PENGGUNA |= {"utuh.mulai.begin"}  # the program itself, as it opens the record
PELAKU = [Tugas(peran, unit, bagian) for peran in Peran for unit in (UNIT, LAIN) for bagian in ("PEM", "YAN")]


def test_every_function_that_writes_stands_in_the_table() -> None:
    assert {act.fungsi for act in ACTS} | TANPA_PENGGUNA == writers().keys()


@pytest.mark.parametrize("nama", sorted(writers().keys() - TANPA_PENGGUNA))
def test_every_function_that_writes_asks_who_is_acting(nama: str) -> None:
    parameters = inspect.signature(writers()[nama]).parameters.values()
    asked = [part for p in parameters for part in (p.annotation, *get_args(p.annotation))]  # one, or each of several
    assert Pengguna in asked, nama


@pytest.mark.parametrize("act", ACTS, ids=lambda a: f"{a.fungsi} {a.tentang}".strip())
def test_who_may_act_is_what_akses_says(act: Act) -> None:
    """Those who may not come first: nothing has happened yet that could refuse them for another reason."""
    store = kantor()
    for tugas in sorted(PELAKU, key=act.boleh):
        who = Pengguna(f"{tugas.peran}.{tugas.bagian}".lower(), "Uji", (tugas,))
        assert _let(act, store, who, tugas) == act.boleh(tugas), tugas


def test_a_file_is_recorded_in_the_name_of_who_brings_it_whatever_the_caller_says() -> None:
    store = kantor()
    forged = {
        "id": "u9", "unit": LAIN, "jenis": "dokumen", "tahun": TAHUN, "nama_berkas": "rkt.pdf", "sha256": "9" * 64,
        "ukuran": 1, "dibaca": 0, "dilewati": 0, "ditahan": 0, "oleh": "camat", "pada": now(),
    }  # fmt: skip
    dokumen.register(store, KASUBBAG, UNIT, replace(RKT, nomor="050/7"), forged)
    kept = {
        unit: store.read("bukti_berkas", unit=unit, sha256="9" * 64, nama_berkas="rkt.pdf") for unit in (UNIT, LAIN)
    }
    assert (kept[UNIT]["oleh"].to_list(), kept[LAIN].height) == (["kasubbag"], 0)


def test_a_bukti_of_one_office_is_not_read_through_another() -> None:
    store = kantor()
    (row,) = bukti.listed(store, UNIT, TAHUN).to_dicts()
    here, elsewhere = (Pengguna("camat", "Camat", (Tugas(Peran.CAMAT, unit),)) for unit in (UNIT, LAIN))
    assert bukti.content(store, here, UNIT, row["sha256"], row["nama_berkas"])
    with pytest.raises(UserError, match="tidak ada di arsip"):
        bukti.content(store, elsewhere, LAIN, row["sha256"], row["nama_berkas"])


def _let(act: Act, store: object, who: Pengguna, tugas: Tugas) -> bool:
    """Whether it was not for want of the right that nothing came of it."""
    try:
        act.minta(store, who, tugas)  # type: ignore[arg-type]
    except AccessError:
        return False
    except UserError:
        return True
    return True
