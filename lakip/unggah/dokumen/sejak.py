"""The content of a document by our own form, beside the record: what the person changed is taken, all else stays.

A document is recorded as a whole. While it is not recorded at all, its form is a proposal, of which everything counts.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from lakip.dokumen import BarisDokumen, Dokumen
from lakip.unggah.dokumen.formulir import NAMA_KOLOM, TIDAK, YA, row_key
from lakip.unggah.formulir import identitas
from lakip.unggah.formulir.sejak import SejakFormulir, Tempat
from lakip.unggah.tabel.calon import Calon
from lakip.unggah.tabel.kata import plain
from lakip.validasi import Temuan

Putus = Callable[[Calon, str, str, tuple[str, str], str], bool]
"""(row, field, its heading, what it is kept under, what the cell says): whether the cell counts."""

DIHAPUS = "tidak ada di dokumen"
TANPA_TARGET = "tidak bertarget pada dokumen ini"
BUKAN_ANDA = "tidak ada di dokumen, dan barisnya tidak Anda ubah"


def said_of(calon: Calon, isi: BarisDokumen, dokumen: Dokumen) -> dict[str, str]:
    """What the cells of a row say, as the form writes them."""
    targets = {str(y): isi.target.get(y) for y in dokumen.tahun_target}
    found = {name: identitas.said(calon.sel.get(name)) for name in ("nama", "satuan", "ada") if name in calon.alamat}
    for name, nilai in targets.items():
        raw = identitas.said(calon.sel.get(name))
        found[name] = raw if nilai is None else identitas.text(nilai)
    if plain(found.get("ada", "")) in (plain(YA), plain(TIDAK)):
        found["ada"] = TIDAK if plain(found["ada"]) == plain(TIDAK) else YA
    return found


def merged(
    sejak: SejakFormulir, counts: Putus, calon: Calon, isi: BarisDokumen, old: BarisDokumen | None, dokumen: Dokumen
) -> BarisDokumen | str:
    """The row as it would be recorded, or why it is not.

    Args:
        isi: what the file says; `old` what the record says of it now.
    """
    key = row_key(isi.kode, isi.nama)
    said = said_of(calon, isi, dokumen)
    if old is None and not any(sejak.touched((key, name), text) for name, text in said.items()):
        return BUKAN_ANDA
    counted = {name: counts(calon, name, _heading(name), (key, name), text) for name, text in said.items()}
    if old is None:
        return isi if any(counted[name] for name in counted if sejak.touched((key, name), said[name])) else BUKAN_ANDA
    if counted.get("ada") and said["ada"] == TIDAK:
        return DIHAPUS
    target: dict[int, Decimal | None] = {
        year: (isi if counted[str(year)] else old).target.get(year) for year in dokumen.tahun_target
    }
    emptied = any(counted[str(year)] for year in target)
    if emptied and all(v is None for v in target.values()):
        return TANPA_TARGET
    taken = {name for name in counted if counted[name] or not sejak.moved((key, name))}
    return replace(
        isi,
        nama=isi.nama if counted.get("nama") and isi.nama else old.nama,
        satuan=isi.satuan if counted.get("satuan") and isi.satuan else old.satuan,
        target=target,
        sel={name: sel for name, sel in isi.sel.items() if name in taken},
    )


def with_rest(
    sejak: SejakFormulir,
    rows: Sequence[BarisDokumen],
    before: Sequence[BarisDokumen],
    in_file: Collection[str],
    gone: Collection[str],
    lembar: str,
) -> tuple[tuple[BarisDokumen, ...], tuple[Temuan, ...]]:
    """The whole content: the rows of the file, and those of the record that the file does not take away.

    Args:
        in_file, gone: the keys of all rows of the file, and of those that the person took out of the document.
    """
    read = {row_key(one.kode, one.nama) for one in rows}
    kept, found = [], []
    for one in before:
        key = row_key(one.kode, one.nama)
        mine = [kunci for kunci in sejak.terbit or {} if kunci[0] == key]
        moved = [kunci for kunci in mine if sejak.moved(kunci)]
        if key in read or key in gone:
            continue
        if key not in in_file and mine and not moved:
            sejak.touched((key, "baris"), DIHAPUS)  # its row was deleted
            continue
        if key not in in_file and mine:
            name = moved[0][1]
            place = Tempat(lembar, "A1", f"{_heading(name)} dari baris yang Anda hapus", key)
            found.append(sejak.remark(place, moved[0], sejak.kini[moved[0]]))
        kept.append(one)
    return (*rows, *kept), tuple(found)


def _heading(name: str) -> str:
    return NAMA_KOLOM.get(name, f"Target {name}")
