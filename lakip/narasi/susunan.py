"""All sections of a report together: generated from the record, or an official's own text in their place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lakip import keadaan
from lakip.narasi import fakta as fakta_
from lakip.narasi import hasil_kantor, indikator, kantor, perbedaan, rujukan, sasaran, staf
from lakip.narasi.fakta import Fakta
from lakip.narasi.isi import DALAM_SEMESTER, SEMESTER, STAF, TAHUNAN, UMUM, Alinea, Celah, Naskah
from lakip.narasi.kalimat import alamat
from lakip.narasi.rujukan import Daftar
from lakip.narasi.staf import Tulisan
from lakip.store import Store

Penulis = Callable[[Fakta], Iterable[Alinea]]
TANDA_CELAH = re.compile(r"\[belum diisi: ([^\]]*)\]")

DEPAN: dict[str, Penulis] = {
    "kata_pengantar": kantor.pengantar,
    "ikhtisar": hasil_kantor.ikhtisar,
    "latar": kantor.latar,
    "gambaran": kantor.gambaran,
    "sumber_daya": kantor.sumber_daya,
    "isu": kantor.isu,
    "perencanaan": kantor.perencanaan,
    "selisih": perbedaan.paragraphs,
}
BELAKANG: dict[str, Penulis] = {
    "anggaran": hasil_kantor.anggaran,
    "efisiensi": hasil_kantor.efisiensi,
    "penyesuaian_strategi": hasil_kantor.strategi,
    "penyesuaian_aktivitas": hasil_kantor.aktivitas,
    "penyesuaian_anggaran": hasil_kantor.anggaran_semester,
    "tindak_lanjut_lhe": kantor.tindak_lanjut_lhe,
    "simpulan": hasil_kantor.simpulan,
    "langkah": hasil_kantor.langkah,
}


@dataclass(frozen=True)
class Susunan:
    """The narrative of one periode with what it stands on.

    naskah: by section, in the order of a report. otomatis: the generated text of each, with references.
    tulisan: the newest text of officials, for those sections that have ever had one.
    """

    fakta: Fakta
    daftar: Daftar
    naskah: Mapping[str, Naskah]
    otomatis: Mapping[str, tuple[str, ...]]
    tulisan: Mapping[str, Tulisan]

    def utama(self) -> tuple[Naskah, ...]:
        """The sections about the office, and those of the Camat's sasaran and indikator."""
        return tuple(one for kunci, one in self.naskah.items() if self._is_utama(kunci))

    def dicetak(self) -> tuple[Naskah, ...]:
        """The sections that the report of this periode prints; that of a semester only some."""
        whole = self.fakta.periode.kode == "TH"
        return tuple(one for one in self.utama() if whole or one.kunci in DALAM_SEMESTER)

    def _is_utama(self, kunci: str) -> bool:
        jenis, _, kode = kunci.partition(":")
        if jenis == "indikator":
            return bool(self.fakta.kini[kode]["jenjang"] == "camat")
        return jenis != "sasaran" or bool(self.fakta.sasaran[kode]["jenjang"] == "camat")


def susun(store: Store, unit: str, tahun: int, periode: str, per: date) -> dict[str, Naskah]:
    """The narrative of one periode by section; keys and their order as `sections`.

    Raises UserError for a periode without report, and when the tahun has no indikator.
    """
    return dict(lengkap(store, unit, tahun, periode, per).naskah)


def lengkap(store: Store, unit: str, tahun: int, periode: str, per: date) -> Susunan:
    """The same with references, generated texts and what officials wrote; as it was approved, once it is."""
    store = keadaan.of_periode(store, unit, tahun, periode)
    facts = fakta_.gather(store, unit, tahun, periode, per)
    daftar = rujukan.listed(facts)
    tulisan = staf.written(store, unit, tahun, periode)
    naskah, otomatis = {}, {}
    for kunci, judul, made in sections(facts):
        parts = tuple(made)
        otomatis[kunci] = tuple(a.naskah for a in parts)
        own = tulisan.get(kunci)
        if own is None or own.teks is None:
            naskah[kunci] = _generated(kunci, judul, parts, daftar)
        else:
            naskah[kunci] = _own(facts, judul, own, own.teks, otomatis[kunci], daftar)
    return Susunan(facts, daftar, naskah, otomatis, tulisan)


def sections(fakta: Fakta) -> Iterator[tuple[str, str, Iterable[Alinea]]]:
    """Key, title and paragraphs of every section, in the order of a report."""
    yield from _general(fakta, DEPAN)
    for kode, row in fakta.sasaran.items():
        if not (rows := fakta.dari(kode)):
            continue
        yield f"sasaran:{kode}", f"Sasaran {kode}: {row['uraian']}", sasaran.paragraphs(fakta, kode)
        for one in rows:
            kunci = f"indikator:{one['kode']}"
            yield kunci, f"{one['kode']} {one['nama']}", indikator.paragraphs(fakta, one["kode"])
    yield from _general(fakta, BELAKANG)


def gaps(naskah: Iterable[Naskah]) -> tuple[Celah, ...]:
    """What these sections lack, each thing once."""
    found: dict[tuple[str, str], Celah] = {}
    for one in naskah:
        for gap in one.celah:
            found.setdefault((gap.pesan, gap.halaman), gap)
    return tuple(found.values())


# ---------------------------------------------------------------- inside


def _general(fakta: Fakta, penulis: Mapping[str, Penulis]) -> Iterator[tuple[str, str, Iterable[Alinea]]]:
    kode = fakta.periode.kode
    for kunci, write in penulis.items():
        if (kunci not in SEMESTER or kode.startswith("SM")) and (kunci not in TAHUNAN or kode == "TH"):
            yield kunci, UMUM[kunci], write(fakta)


def _generated(kunci: str, judul: str, made: tuple[Alinea, ...], daftar: Daftar) -> Naskah:
    return Naskah(
        kunci=kunci,
        judul=judul,
        paragraf=tuple(rujukan.resolve(a.naskah, daftar) for a in made),
        celah=tuple(c for a in made for c in a.celah),
        judul_paragraf=tuple(a.judul for a in made),
        mentah=tuple(a.naskah for a in made),
    )


def _own(fakta: Fakta, judul: str, own: Tulisan, teks: str, otomatis: tuple[str, ...], daftar: Daftar) -> Naskah:
    """A gap that was left in the text, or a figure that is gone from the record, is a gap still."""
    mentah = tuple(teks.split("\n\n"))
    printed = tuple(rujukan.resolve(p, daftar) for p in mentah)
    where = alamat(fakta, "naskah", bagian=own.kunci)
    bergerak = staf.moved(own, otomatis, daftar)
    passed_over = perbedaan.unexplained(fakta, printed) if own.kunci == perbedaan.KUNCI else ()
    return Naskah(
        kunci=own.kunci,
        judul=judul,
        paragraf=printed,
        celah=(*(Celah(own.kunci, said, where) for p in printed for said in TANDA_CELAH.findall(p)), *passed_over),
        dari=STAF,
        basi=bool(bergerak),
        judul_paragraf=("",) * len(mentah),
        mentah=mentah,
        bergerak=bergerak,
    )
