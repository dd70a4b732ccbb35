"""The preview on screen: the same document is converted once, though each making of it has its own time."""

import time
from datetime import date

from contoh_siap import loaded

from lakip.akses import system
from lakip.contoh.isi import UNIT
from lakip.export import rapor
from lakip.ui import panel_pratinjau

HARI = date(2026, 1, 12)


def made(bagian: str) -> bytes:
    return rapor.build(loaded()[0], system(UNIT), UNIT, 2025, 4, HARI, HARI, bagian)


def test_a_document_made_twice_is_the_same_and_another_is_not() -> None:
    first = made("BATU")
    time.sleep(1.1)
    assert made("BATU") != first
    assert panel_pratinjau._same(made("BATU")) == panel_pratinjau._same(first)
    assert panel_pratinjau._same(made("PEM")) != panel_pratinjau._same(first)
