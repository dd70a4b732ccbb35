"""Every act of the program, by every peran, in its own bagian and another, here and in another office.

The function that acts decides, from the record: what its caller says about bagian and holder is never believed.
"""

import inspect

import pytest
from kantor_hak import ACTS, LAIN, UNIT, Act, kantor
from perbuatan import writers

from lakip.akses import Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError

# What comes before anybody is known, or is done only within an act that is in the table.
TANPA_PENGGUNA = {"akun.authenticate", "akun.open_session", "akun.close_session", "rencana.catat.recording"}
PELAKU = [Tugas(peran, unit, bagian) for peran in Peran for unit in (UNIT, LAIN) for bagian in ("PEM", "YAN")]


def test_every_function_that_writes_stands_in_the_table() -> None:
    assert {act.fungsi for act in ACTS} | TANPA_PENGGUNA == writers().keys()


@pytest.mark.parametrize("nama", sorted(writers().keys() - TANPA_PENGGUNA))
def test_every_function_that_writes_asks_who_is_acting(nama: str) -> None:
    asked = {p.annotation for p in inspect.signature(writers()[nama]).parameters.values()}
    assert asked & {Pengguna, Pengguna | None}, nama


@pytest.mark.parametrize("act", ACTS, ids=lambda a: f"{a.fungsi} {a.tentang}".strip())
def test_who_may_act_is_what_akses_says(act: Act) -> None:
    """Those who may not come first: nothing has happened yet that could refuse them for another reason."""
    store = kantor()
    for tugas in sorted(PELAKU, key=act.boleh):
        who = Pengguna(f"{tugas.peran}.{tugas.bagian}".lower(), "Uji", (tugas,))
        assert _let(act, store, who, tugas) == act.boleh(tugas), tugas


def _let(act: Act, store: object, who: Pengguna, tugas: Tugas) -> bool:
    """Whether it was not for want of the right that nothing came of it."""
    try:
        act.minta(store, who, tugas)  # type: ignore[arg-type]
    except AccessError:
        return False
    except UserError:
        return True
    return True
