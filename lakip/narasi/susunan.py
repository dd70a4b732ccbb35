"""All sections of a report together: generated from the record, or an official's own text in their place."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from lakip.narasi import fakta as fakta_
from lakip.narasi import indikator, rujukan, sasaran
from lakip.narasi.fakta import Fakta
from lakip.narasi.isi import Alinea, Naskah
from lakip.narasi.rujukan import Daftar
from lakip.store import Store

Penulis = Callable[[Fakta], Iterable[Alinea]]


def susun(store: Store, unit: str, tahun: int, periode: str, per: date) -> dict[str, Naskah]:
    """The narrative of one periode by section; keys and their order as `sections`.

    Raises UserError for a periode without report, and when the tahun has no indikator.
    """
    facts = fakta_.gather(store, unit, tahun, periode, per)
    daftar = rujukan.listed(facts)
    return {kunci: _naskah(kunci, judul, tuple(made), daftar) for kunci, judul, made in sections(facts)}


def sections(fakta: Fakta) -> Iterator[tuple[str, str, Iterable[Alinea]]]:
    """Key, title and paragraphs of every section, in the order of a report."""
    for kode, row in fakta.sasaran.items():
        if fakta.dari(kode):
            yield f"sasaran:{kode}", f"Sasaran {kode}: {row['uraian']}", sasaran.paragraphs(fakta, kode)
            for one in fakta.dari(kode):
                kunci = f"indikator:{one['kode']}"
                yield kunci, f"{one['kode']} {one['nama']}", indikator.paragraphs(fakta, one["kode"])


def _naskah(kunci: str, judul: str, made: tuple[Alinea, ...], daftar: Daftar) -> Naskah:
    return Naskah(
        kunci=kunci,
        judul=judul,
        paragraf=tuple(rujukan.resolve(a.naskah, daftar) for a in made),
        celah=tuple(c for a in made for c in a.celah),
        judul_paragraf=tuple(a.judul for a in made),
        mentah=tuple(a.naskah for a in made),
    )
