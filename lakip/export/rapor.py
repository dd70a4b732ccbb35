"""Rapor Kinerja Triwulanan: one page per bagian with what it promised, reached and sent, and what is next.

Figures are those of the Laporan Kinerja Triwulan: the same Bahan, the same rows, only of one bagian.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import polars as pl

from lakip import bukti, grafik, keadaan, kiriman
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.export import bahan as sumber
from lakip.export import baris, jabatan, kalimat, kop, pengesahan, pihak, tabel
from lakip.export.bahan import Bahan
from lakip.export.cetakan import Cetakan
from lakip.export.kop import Kop
from lakip.export.pihak import Pihak
from lakip.export.word import Gambar
from lakip.formatting import KOSONG, tanggal
from lakip.kiriman import KIRIMAN_NAMA, Kiriman
from lakip.pengaturan import Bagian
from lakip.periode import PERIODE, local
from lakip.sop import dispensasi
from lakip.sop.dispensasi import Kirim, Pengiriman
from lakip.store import Store

TEMPLATE = Path(__file__).parent / "templates" / "rapor.docx"
LEBAR_GAMBAR, LEBAR_KECIL, BANYAK = 13.0, 8.0, 5  # cm; so many rows and more take the smaller, to keep to a page


@dataclass(frozen=True)
class Lembar:
    """The page of one bagian."""

    bagian: str
    baru: bool  # begins a new page
    pejabat: Pihak
    kalimat: str
    kiriman: str
    bukti: str
    capaian: tuple[baris.BarisCapaian, ...]
    gambar: tuple[Gambar, ...]
    kendala: tuple[baris.BarisKendala, ...]


@dataclass(frozen=True)
class Rapor:
    """Every word the template may use: text as printed, rows of tables, pictures."""

    kop: Kop
    judul: str
    tanda_halaman: str
    kaki: str
    tempat: str
    tanggal: str
    camat: Pihak
    lembar: tuple[Lembar, ...]


HASIL = ("tercapai", "kurang")  # besaran of their codes


def build(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    triwulan: int,
    per: date,
    tanggal_ttd: date | None,
    bagian: str | None = None,
    menurut: Store | None = None,
) -> bytes:
    """The .docx, a page for each bagian that has an indikator, or for one; officials as of `tanggal_ttd` (default:
    the day of the approval, else `per`). `menurut`: as laporan.build.

    Raises AccessError without Izin.LAPORAN, UserError for a tahun or a bagian without indikator.
    """
    pengguna.require(Izin.LAPORAN, unit)
    cara = {"triwulan": triwulan, "per": per, "hari": tanggal_ttd, "bagian": bagian}
    return KIND.build(store, pengguna, unit, tahun, f"TW{triwulan}", menurut, **cara)


def draft(
    store: Store, unit: str, tahun: int, triwulan: int, per: date, hari: date | None, bagian: str | None = None
) -> Rapor:
    """The words of the rapor."""
    bahan = sumber.gather(store, unit, tahun, f"TW{triwulan}", per, hari)
    store = keadaan.of_periode(store, unit, tahun, f"TW{triwulan}")
    found = [b for b in bahan.bagian if b.bagian in set(bahan.kini["bagian"]) and bagian in (None, b.bagian)]
    if not found:
        raise UserError(f"Bagian “{bagian}” tidak mempunyai indikator pada tahun {tahun}.")
    office, camat = bahan.identitas, jabatan.find(store, unit, "camat")
    sent = {d.bagian: d for d in dispensasi.deliveries(store, unit, tahun, bahan.per) if d.triwulan == triwulan}
    judul = f"Rapor Kinerja {bahan.periode.label(tahun)}"
    return Rapor(
        kop=kop.of(store, unit, kop.KECIL),
        judul=judul.upper(),
        tanda_halaman="DATA CONTOH" if office.contoh else "",
        kaki=f"{judul}, {office.nama}, {pengesahan.as_of(bahan)}",
        tempat=office.tempat,
        tanggal=tanggal(bahan.tanggal),
        camat=pihak.printed(bahan.camat, camat.nama),
        lembar=tuple(_page(store, bahan, one, sent.get(one.bagian), n > 0) for n, one in enumerate(found)),
    )


def _page(store: Store, bahan: Bahan, bagian: Bagian, sent: Pengiriman | None, baru: bool) -> Lembar:
    own = _of(bahan, bagian.bagian)
    head = _head(store, bahan, bagian)
    return Lembar(
        bagian=bagian.nama,
        baru=baru,
        pejabat=head,
        kalimat=_summary(own, bagian.bagian),
        kiriman=_sent(store, bahan, bagian.bagian, sent),
        bukti=_proof(store, bahan, bagian.bagian),
        capaian=tuple(row for group in tabel.capaian(own) for row in _figures(group)),
        gambar=_chart(own),
        # A page has no room for what went well as planned: the report of the triwulan tells that.
        kendala=tuple(row for row in tabel.kendala(own) if {row.penghambat, row.tindak_lanjut} != {KOSONG}),
    )


def _of(bahan: Bahan, bagian: str) -> Bahan:
    """The same facts, of the indikator of one bagian."""
    own = bahan.capaian.filter(pl.col("bagian") == bagian)
    return replace(
        bahan, capaian=own, realisasi=bahan.realisasi.filter(pl.col("indikator").is_in(own["kode"].to_list()))
    )


def _figures(group: baris.Kelompok) -> Iterator[baris.BarisCapaian]:
    yield from (row for row in group.baris if isinstance(row, baris.BarisCapaian))


def _head(store: Store, bahan: Bahan, bagian: Bagian) -> Pihak:
    known = {j.kode: j for j in jabatan.of_office(store, bahan.identitas.unit)}
    chair = known.get(bagian.bagian)
    if chair is None:
        return pihak.printed(None, f"Kepala {bagian.nama}")
    return pihak.printed(jabatan.holder(store, bahan.identitas.unit, chair, bahan.tanggal), chair.nama)


def _summary(bahan: Bahan, bagian: str) -> str:
    """How many are measured, judged, reached and missed."""

    def many(besaran: str, n: int) -> str:
        return kalimat.many(bahan, f"bagian.{bagian}", besaran, n)

    rows = list(bahan.kini.iter_rows(named=True))
    measured = [r for r in rows if r["berlaku"]]
    judged = [r for r in measured if r["capaian_persen"] is not None and not r["sementara"]]
    said = f"Dari {many('jumlah', len(rows))} indikator, {many('diukur', len(measured))} diukur pada triwulan ini"
    if not judged:
        return f"{said}; belum ada yang lengkap dan dibenarkan, sehingga capaian belum dinilai."
    missed = sum(map(tabel.is_missed, judged))
    counts = {"mencapai atau melampaui target": len(judged) - missed, "belum mencapai target": missed}
    told = [f"{many(besaran, n)} {kata}" for besaran, (kata, n) in zip(HASIL, counts.items(), strict=True) if n]
    rest = many("belum_dinilai", len(measured) - len(judged)) if len(measured) > len(judged) else ""
    said += f" dan {many('dinilai', len(judged))} dinilai: {' dan '.join(told)}."
    return said + (f" Belum dinilai: {rest}." if rest else "")


def _sent(store: Store, bahan: Bahan, bagian: str, kept: Pengiriman | None) -> str:
    """When its kiriman was sent and confirmed, and whether that was in time."""
    unit, tahun, triwulan = bahan.identitas.unit, bahan.tahun, bahan.triwulan
    steps = kiriman.steps(store, unit, bagian, tahun, triwulan).to_dicts()
    if not steps:
        return kept.kata if kept and kept.is_late else "belum dikirim"
    sent = next((s for s in steps if s["keadaan"] in (Kiriman.DIAJUKAN, Kiriman.DIBENARKAN)), None)
    returned = sum(s["keadaan"] == Kiriman.DIKEMBALIKAN for s in steps)
    said = []
    if sent is not None:
        said.append(_in_time(local(sent["pada"]).date(), kept))
    elif kept and kept.is_late:
        said.append(kept.kata)
    if returned:
        said.append(f"dikembalikan {tabel.count(bahan, f'bagian.{bagian}', 'dikembalikan', str(returned))} kali")
    if sent is None or steps[-1]["keadaan"] != Kiriman.DIAJUKAN:
        said.append(f"{KIRIMAN_NAMA[Kiriman(steps[-1]['keadaan'])].lower()} {tanggal(local(steps[-1]['pada']).date())}")
    return "; ".join(said)


def _in_time(sent: date, kept: Pengiriman | None) -> str:
    said = f"diajukan {tanggal(sent)}"
    if kept is None or kept.keadaan is Kirim.TANPA_BATAS:
        return said
    how = f"{dispensasi.days(kept.lewat)} sesudah batas" if kept.keadaan is Kirim.SESUDAH else kept.kata
    return f"{said}, {how}"


def _proof(store: Store, bahan: Bahan, bagian: str) -> str:
    frame = bukti.per_bagian(store, bahan.identitas.unit, bahan.tahun, bahan.triwulan)
    row = next((r for r in frame.iter_rows(named=True) if r["bagian"] == bagian), None)
    if row is None:
        return KOSONG
    told, every = (
        tabel.count(bahan, f"bagian.{bagian}", besaran, str(row[besaran])) for besaran in ("berbukti", "angka")
    )
    return f"{told} dari {every} angka mempunyai bukti dukung"


def _chart(bahan: Bahan) -> tuple[Gambar, ...]:
    """What is measured this triwulan; nothing while there is nothing to draw."""
    drawn = bahan.kini.filter(pl.col("capaian_persen").is_not_null())
    if drawn.is_empty():
        return ()
    chart = grafik.bullet(drawn, bahan.berlaku.kategori)
    lebar = LEBAR_GAMBAR if drawn.height < BANYAK else LEBAR_KECIL
    return (Gambar(grafik.to_png(chart), lebar, grafik.alt_text(chart)),)


KIND = Cetakan("rapor", "Rapor Kinerja Triwulanan", TEMPLATE, draft)


def file_name(tahun: int, triwulan: int, bagian: str | None = None) -> str:
    where = f"_{bagian.lower()}" if bagian else ""
    return f"rapor_kinerja_{tahun}_{PERIODE[f'TW{triwulan}'].kode}{where}.docx"
