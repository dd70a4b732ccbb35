"""Every cell of every figure column of every paper carries its mark, whatever stands in it; whoever overwrites one is
named, and where."""

from collections.abc import Iterator

import kertas
import pytest
from contoh_siap import fresh
from kertas import KERTAS

from lakip.store import Store

TANPA_ANGKA = {"iku"}  # words only
PALSU = "100,00"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    one = fresh(tmp_path_factory.mktemp("tanda"))
    yield one
    one.close()


@pytest.fixture(scope="module")
def files(store: Store) -> dict[str, bytes]:
    return {name: build(store) for name, build in KERTAS.items()}


@pytest.mark.parametrize("nama", sorted(KERTAS))
def test_every_cell_of_a_figure_column_carries_its_mark(files: dict[str, bytes], nama: str) -> None:
    found = kertas.figures(kertas.body(files[nama]))
    assert bool(found) is (nama not in TANPA_ANGKA)
    bare = sorted({(c.tabel, c.kolom, c.rupa) for c in found if not c.is_marked})
    assert bare == []
