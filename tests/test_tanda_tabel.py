"""Every cell of every figure column of every paper carries its mark, whatever stands in it; whoever overwrites one is
named, and where."""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy

import kertas
import pytest
from contoh_siap import fresh
from docx.oxml.ns import qn
from kertas import KERTAS, SISTEM

from lakip.contoh.isi import UNIT
from lakip.export import periksa_dokumen
from lakip.store import Store

TANPA_ANGKA = {"iku"}  # words only
PALSU = "100,00"
LAIN = "123,45"  # stands nowhere: of many cells at once, a true figure could seem to have moved from another


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


@pytest.mark.parametrize("nama", sorted(KERTAS))
def test_a_paper_as_it_was_made_is_whole(store: Store, files: dict[str, bytes], nama: str) -> None:
    found = periksa_dokumen.check(store, SISTEM, UNIT, files[nama])
    assert found.asal is not None
    assert (found.sama, found.utuh, found.disunting, found.hilang, found.berubah) == (True, True, (), (), ())


@pytest.mark.parametrize("nama", sorted(set(KERTAS) - TANPA_ANGKA))
def test_whoever_overwrites_any_cell_of_a_figure_column_is_named(
    store: Store, files: dict[str, bytes], nama: str
) -> None:
    """All of them at once: each is told with its code and what stands there now."""
    root = kertas.body(files[nama])
    cells = kertas.figures(root)
    wanted = Counter((c.kode, LAIN) for c in cells)
    for cell in cells:
        kertas.overwrite(cell, LAIN)
    found = periksa_dokumen.check(store, SISTEM, UNIT, kertas.saved(files[nama], root))
    told = Counter((b.kode, b.baru) for b in found.disunting)
    assert wanted - told == Counter()
    assert not found.utuh


@pytest.mark.parametrize("nama", sorted(set(KERTAS) - TANPA_ANGKA))
def test_one_cell_of_each_kind_is_named_with_what_stood_there_and_where(
    store: Store, files: dict[str, bytes], nama: str
) -> None:
    """A figure, a dash, a word, a blank of the paper, each overwritten alone."""
    for rupa in sorted({c.rupa for c in kertas.figures(kertas.body(files[nama]))}):
        root = kertas.body(files[nama])
        cell = next(c for c in kertas.figures(root) if c.rupa == rupa)
        kertas.overwrite(cell, _forged(cell))
        found = periksa_dokumen.check(store, SISTEM, UNIT, kertas.saved(files[nama], root))
        told = [((b.lama or "").replace("\u00a0", " ").split(), b.baru) for b in found.disunting]
        assert told == [(cell.teks.split(), _forged(cell))], rupa
        assert (found.disunting[0].kode, found.hilang, found.berubah) == (cell.kode, (), ())
        assert "kolom" in found.disunting[0].tempat


def test_what_is_typed_beside_a_dash_is_named_too(store: Store, files: dict[str, bytes]) -> None:
    root = kertas.body(files["semester"])
    cell = next(c for c in kertas.figures(root) if c.rupa == "tanda")
    control = next(cell.tc.iter(qn("w:sdt")))
    run = deepcopy(next(control.iter(qn("w:r"))))
    next(run.iter(qn("w:t"))).text = PALSU
    control.addprevious(run)
    found = periksa_dokumen.check(store, SISTEM, UNIT, kertas.saved(files["semester"], root))
    assert [(b.kode, b.lama, b.baru) for b in found.disunting] == [(cell.kode, "–", f"{PALSU}–")]


def test_a_true_figure_in_the_place_of_a_dash_of_the_same_code_is_named(store: Store, files: dict[str, bytes]) -> None:
    """The realisasi of TW III stands as a word in one table and as a dash in another."""
    root = kertas.body(files["tahunan"])
    by_code: dict[str, list[kertas.Sel]] = {}
    for cell in kertas.figures(root):
        by_code.setdefault(cell.kode, []).append(cell)
    one, other = next(
        (a, b) for cells in by_code.values() for a in cells for b in cells if a.rupa == "angka" and b.teks != a.teks
    )
    kode, old, new = other.kode, other.teks.replace(" ", "\u00a0"), one.teks
    kertas.overwrite(other, new)
    found = periksa_dokumen.check(store, SISTEM, UNIT, kertas.saved(files["tahunan"], root))
    assert [(b.kode, b.baru) for b in found.disunting] == [(kode, new)]
    assert (found.disunting[0].lama or "").split() == old.split()


def _forged(cell: kertas.Sel) -> str:
    return PALSU if cell.teks.strip() != PALSU else "99,99"
