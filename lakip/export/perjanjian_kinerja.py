"""Perjanjian Kinerja of one jabatan: the whole vocabulary of its template, and the act of making one.

The form is PermenPAN-RB 53/2014 Lampiran I: a Pernyataan, and a Lampiran with targets and budget. The same
PK version gives the same document for as long as the record behind it stands.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from lakip import anggaran
from lakip.akses import Izin, Pengguna
from lakip.export import bahan_rencana, dukungan, jabatan, kop, pihak
from lakip.export.bahan_rencana import BELUM, BahanRencana, Kelompok, pagu, with_satuan
from lakip.export.baris import BarisKurang
from lakip.export.cetakan import Cetakan
from lakip.export.jabatan import Jabatan
from lakip.export.kop import Kop
from lakip.export.pihak import Pihak
from lakip.formatting import rupiah, tanggal, terbilang
from lakip.store import Store
from lakip.sumber import Bertanda

TEMPLATE = Path(__file__).parent / "templates" / "perjanjian_kinerja.docx"
# A pagu comes from the DPA, which holds the APBD only; APBN by Dekonsentrasi or Tugas Pembantuan has a DIPA.
SUMBER_DANA = "APBD"
TANPA_TANGGAL = "(tanggal belum dicatat)"
TANPA_LAMBANG = ("Lambang daerah", "Belum diunggah.", "Admin, halaman Pengaturan, tab Identitas dan kop")

Gap = tuple[str, str, str]


@dataclass(frozen=True)
class BarisPk:
    indikator: str
    target: Bertanda


@dataclass(frozen=True)
class SasaranPk:
    nomor: str
    uraian: str
    baris: tuple[BarisPk, ...]


@dataclass(frozen=True)
class DukunganPk:
    """One line of table B."""

    nomor: str
    nama: str
    anggaran: Bertanda
    keterangan: str


@dataclass(frozen=True)
class PerjanjianKinerja:
    """Every word the template may use: text as printed, rows of tables."""

    judul: str
    kantor: tuple[str, ...]
    kaki: str
    kop: Kop
    tanda_contoh: str
    tanda_halaman: str
    tempat: str
    tanggal: str
    pertama: Pihak
    kedua: Pihak
    judul_sasaran: str
    sasaran: tuple[SasaranPk, ...]
    judul_anggaran: str
    anggaran: tuple[DukunganPk, ...]
    jumlah: Bertanda
    terbilang: Bertanda
    kurang: tuple[BarisKurang, ...]


def build(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, kode: str = "camat", versi: int | None = None
) -> bytes:
    """The .docx of one jabatan.

    Args:
        kode: camat, sekcam, or the code of the bagian whose Kasubbag, Kasi or Lurah it is.
        versi: of the PK; None: the newest.

    Raises:
        AccessError: without Izin.LAPORAN.
        UserError: no such jabatan or PK version, or a tahun without indikator.
    """
    pengguna.require(Izin.LAPORAN, unit)
    return KIND.build(store, pengguna, unit, tahun, "TH", kode=kode, versi=versi)


def build_all(store: Store, pengguna: Pengguna, unit: str, tahun: int, versi: int | None = None) -> bytes:
    """A zip with the .docx of every jabatan of the office. Raises as `build`."""
    pengguna.require(Izin.LAPORAN, unit)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for who in jabatan.of_office(store, unit):
            bundle.writestr(file_name(tahun, who.kode, versi), build(store, pengguna, unit, tahun, who.kode, versi))
    return out.getvalue()


def file_name(tahun: int, kode: str, versi: int | None = None) -> str:
    return f"perjanjian_kinerja_{tahun}_{kode.lower()}{f'_v{versi}' if versi else ''}.docx"


def draft(store: Store, unit: str, tahun: int, kode: str = "camat", versi: int | None = None) -> PerjanjianKinerja:
    """The words of one PK, and what they lack (`kurang`). Raises as `build`, but asks for no Izin."""
    who = jabatan.find(store, unit, kode)
    return _draft(store, bahan_rencana.gather(store, unit, tahun, versi), who)


def drafts(store: Store, unit: str, tahun: int, versi: int | None = None) -> dict[Jabatan, PerjanjianKinerja]:
    """The PK of every jabatan of the office, in its order."""
    bahan = bahan_rencana.gather(store, unit, tahun, versi)
    return {who: _draft(store, bahan, who) for who in jabatan.of_office(store, unit)}


KIND = Cetakan("perjanjian_kinerja", "Perjanjian Kinerja", TEMPLATE, draft)


# ---------------------------------------------------------------- inside


def _draft(store: Store, bahan: BahanRencana, who: Jabatan) -> PerjanjianKinerja:
    unit = bahan.identitas.unit
    groups = bahan_rencana.of_jabatan(bahan, who)
    budget = _budget(store, bahan, who, groups)
    pertama, kedua, missing = pihak.of_pk(store, unit, who, bahan.pk)
    head = kop.of(store, unit)
    gaps = [
        *([] if head.lambang else [TANPA_LAMBANG]),
        *_gaps_of_pk(bahan),
        *missing,
        *_gaps_of_plan(bahan, who, groups),
        *_gaps_of_budget(store, bahan, who, budget),
    ]
    return _compose(bahan, who, groups, budget, pertama, kedua, head, bahan_rencana.numbered(gaps))


def _compose(
    bahan: BahanRencana,
    who: Jabatan,
    groups: list[Kelompok],
    budget: pl.DataFrame,
    pertama: Pihak,
    kedua: Pihak,
    head: Kop,
    kurang: tuple[BarisKurang, ...],
) -> PerjanjianKinerja:
    pk, contoh = bahan.pk, "DATA CONTOH" if bahan.identitas.contoh else ""
    perubahan = " PERUBAHAN" if pk and pk.sifat == "perubahan" else ""
    known = budget["pagu_rupiah"].drop_nulls()
    jumlah = int(known.sum()) if known.len() else None
    return PerjanjianKinerja(
        judul=f"PERJANJIAN KINERJA{perubahan} TAHUN {bahan.tahun}",
        kantor=_office(bahan, who),
        kaki=_footer(bahan, pertama),
        kop=head,
        tanda_contoh=contoh,
        tanda_halaman=" · ".join(filter(None, (contoh, f"BELUM LENGKAP: {len(kurang)} HAL" if kurang else ""))),
        tempat=bahan.identitas.tempat,
        tanggal=tanggal(pk.tanggal) if pk and pk.tanggal else TANPA_TANGGAL,
        pertama=pertama,
        kedua=kedua,
        judul_sasaran=who.tingkat.sasaran,
        sasaran=tuple(_goals(bahan, groups)) or (SasaranPk("1.", BELUM, (_no_target(bahan, who.kode),)),),
        judul_anggaran=who.tingkat.anggaran,
        anggaran=tuple(_money(bahan, budget)) or (DukunganPk("1.", BELUM, pagu(bahan, who.kode, BELUM), ""),),
        jumlah=pagu(bahan, None, BELUM if jumlah is None else rupiah(jumlah)),
        terbilang=pagu(bahan, None, BELUM if jumlah is None else f"{terbilang(jumlah)} rupiah".capitalize()),
        kurang=kurang,
    )


def _office(bahan: BahanRencana, who: Jabatan) -> tuple[str, ...]:
    """Whose Lampiran it is, from the unit up to the kabupaten."""
    own = {"camat": (), "sekcam": ("SEKRETARIAT",)}.get(who.kode, (who.bagian.nama.upper(),) if who.bagian else ())
    return (*own, bahan.identitas.nama.upper(), bahan.identitas.kabupaten.upper())


def _footer(bahan: BahanRencana, pertama: Pihak) -> str:
    parts = [f"Perjanjian Kinerja {pertama.jabatan} Tahun {bahan.tahun}"]
    if bahan.pk:
        parts.append(f"{bahan.pk.sifat.capitalize()}, versi {bahan.pk.versi}")
        parts += [f"Nomor {bahan.pk.nomor}"] if bahan.pk.nomor else []
    return " · ".join(parts)


def _goals(bahan: BahanRencana, groups: list[Kelompok]) -> Iterator[SasaranPk]:
    for nomor, (sasaran, cards) in enumerate(groups, 1):
        rows = tuple(
            BarisPk(c.nama, bahan_rencana.mark(bahan, c.kode, "TH", with_satuan(c, bahan.of_target(c.kode).th)))
            for c in cards
        )
        yield SasaranPk(f"{nomor}.", sasaran.uraian, rows or (_no_target(bahan, sasaran.kode),))


def _no_target(bahan: BahanRencana, kode: str) -> BarisPk:
    return BarisPk(BELUM, bahan_rencana.mark(bahan, kode, "TH", BELUM))


def _money(bahan: BahanRencana, budget: pl.DataFrame) -> Iterator[DukunganPk]:
    for nomor, r in enumerate(budget.iter_rows(named=True), 1):
        said = BELUM if r["pagu_rupiah"] is None else rupiah(r["pagu_rupiah"])
        yield DukunganPk(f"{nomor}.", r["nama"], pagu(bahan, r["kode"], said), SUMBER_DANA)


def _budget(store: Store, bahan: BahanRencana, who: Jabatan, groups: list[Kelompok]) -> pl.DataFrame:
    """The nodes that support the sasaran of a jabatan, at the pagu that goes with the PK.

    Of a sasaran that two bagian share, without what the other one has for itself.
    """
    unit, tahun = bahan.identitas.unit, bahan.tahun
    sifat = "murni" if bahan.pk is None or bahan.pk.sifat == "murni" else "berlaku"
    rows = anggaran.pendukung(store, unit, tahun, [s.kode for s, _ in groups], sifat)
    if who.bagian is None:
        return rows
    cards, own = bahan.indikator.values(), who.bagian.bagian
    gone = {s.kode: dukungan.elsewhere(cards, s.kode, own) for s, _ in groups}
    links = anggaran.links(store, unit, tahun)
    return rows.filter(pl.col("kode").is_in([k.kode for k in links if k.kode not in gone.get(k.sasaran, {k.kode})]))


def _gaps_of_pk(bahan: BahanRencana) -> list[Gap]:
    if bahan.pk is None:
        return [("Perjanjian Kinerja", f"Perjanjian Kinerja tahun {bahan.tahun} belum dicatat.", "Perencanaan")]
    lacking = [kata for kata, isi in (("Nomor", bahan.pk.nomor), ("Tanggal", bahan.pk.tanggal)) if not isi]
    return [
        ("Perjanjian Kinerja", f"{kata} Perjanjian Kinerja versi {bahan.pk.versi} belum dicatat.", "Perencanaan")
        for kata in lacking
    ]


def _gaps_of_plan(bahan: BahanRencana, who: Jabatan, groups: list[Kelompok]) -> list[Gap]:
    if not groups:
        said = f"Belum ada sasaran dan indikator tingkat {who.jenjang.capitalize()} yang menjadi tanggung jawabnya."
        return [("Sasaran", said, "Perencanaan")]
    gaps = [(f"Sasaran {s.kode}", "Belum mempunyai indikator.", "Perencanaan") for s, cards in groups if not cards]
    return gaps + bahan_rencana.gaps_of_targets(bahan, [c for _, cards in groups for c in cards])


def _gaps_of_budget(store: Store, bahan: BahanRencana, who: Jabatan, budget: pl.DataFrame) -> list[Gap]:
    level = who.tingkat.anggaran.lower()
    if budget.is_empty():
        return [("Anggaran", f"Belum ada {level} yang dikaitkan dengan sasarannya.", "Perencanaan")]
    gaps = [
        (r["nama"], f"Pagu tahun {bahan.tahun} belum diisi.", "Perencanaan")
        for r in budget.filter(pl.col("pagu_rupiah").is_null()).iter_rows(named=True)
    ]
    if who.jenjang == "camat":
        gaps += _gaps_of_whole(store, bahan, budget)
    return gaps + _gaps_of_sharing(store, bahan, who, budget)


def _gaps_of_whole(store: Store, bahan: BahanRencana, budget: pl.DataFrame) -> list[Gap]:
    """The Camat answers for the whole budget: a program with a pagu that no sasaran is linked to."""
    tree = anggaran.pohon(store, bahan.identitas.unit, bahan.tahun)
    missing = tree.filter((pl.col("jenjang") == "program") & ~pl.col("kode").is_in(budget["kode"].to_list()))
    return [
        (r["nama"], "Berpagu, tetapi belum dikaitkan dengan sasaran Camat, sehingga tidak termuat.", "Perencanaan")
        for r in missing.iter_rows(named=True)
    ]


def _gaps_of_sharing(store: Store, bahan: BahanRencana, who: Jabatan, budget: pl.DataFrame) -> list[Gap]:
    """Sub kegiatan that two PK would show, because two bagian share a sasaran and no output indikator tells whose."""
    if who.bagian is None:
        return []
    own, gaps = who.bagian.bagian, []
    links, printed = anggaran.links(store, bahan.identitas.unit, bahan.tahun), set(budget["kode"])
    told = {card.kode_anggaran for card in bahan.indikator.values() if card.kode_anggaran and card.bagian == own}
    for sasaran, _ in bahan_rencana.of_jabatan(bahan, who):
        others = sorted({card.bagian for card in bahan.cards(sasaran.kode)} - {own})
        shared = [k.kode for k in links if k.sasaran == sasaran.kode and k.kode in printed - told]
        if others and shared:
            said = (
                f"{len(shared)} sub kegiatan juga termuat dalam Perjanjian Kinerja {_deret(bahan, others)}, karena "
                f"sasaran {sasaran.kode} dipakai bersama. Beri tiap sub kegiatan indikator keluaran, atau pisahkan "
                "sasarannya."
            )
            gaps.append(("Anggaran", said, "Perencanaan"))
    return gaps


def _deret(bahan: BahanRencana, bagian: list[str]) -> str:
    return " dan ".join(bahan.nama_bagian(kode) for kode in bagian)
