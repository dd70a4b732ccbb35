"""What needs a decision, whoever looks: the Camat's indikator by the year at risk, other misses, kiriman.

Texts are ready to show. Takes frames, reads nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import polars as pl

from lakip import sebutan
from lakip.formatting import angka, half_up, persen, tanggal
from lakip.narasi.kalimat import besar
from lakip.narasi.rujukan import unit_of
from lakip.periode import PERIODE, ROMAWI, local
from lakip.sop.dispensasi import Pengiriman

Row = Mapping[str, Any]


class Tindak(StrEnum):
    """What settles a matter on the spot."""

    DISPENSASI = "Beri dispensasi"
    TEGUR = "Tegur"
    ARAHAN = "Beri arahan"
    LANGKAH = "Lanjutkan"  # a step of a run, called by its own name
    SELESAI = "Selesaikan"


@dataclass(frozen=True)
class Hal:
    """One matter: `apa` it is, `mengapa`, `sejak` when, each ready to show, `sejak` empty where nothing says so.

    jenis: meleset, dikembalikan, terlambat; or what waits for one person: disposisi, langkah, tugas.
    tindak: what settles it. What it is about: the `kode` of an indikator; `kiriman`, bagian and triwulan; `disposisi`,
    tahun and nomor; `langkah`, tahun, periode and the step of its run. `halaman`, `alamat`: where it is looked at.
    """

    jenis: str
    apa: str
    mengapa: str
    bagian: str = ""
    sejak: str = ""
    tindak: tuple[Tindak, ...] = ()
    kode: str | None = None
    kiriman: tuple[tuple[str, int], ...] = ()
    disposisi: tuple[int, int] | None = None
    langkah: tuple[int, str, str] | None = None
    halaman: str = ""
    alamat: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Bahan:
    """What the matters of a periode are told from.

    indikator: of read/capaian.sql. laju: read/dasbor_laju.sql by kode. ucapan: what was written beside the newest
    figure of each kode. kosong: the kode that each late kiriman lacks. sent: read/kiriman_kelengkapan.sql of the
    periode. arahan: open directions, read/sosialisasi_arahan.sql, with how far past their day. sejak: since which
    triwulan each kode misses without a break, in words. nama: of each bagian.
    """

    tahun: int
    periode: str
    indikator: pl.DataFrame
    laju: Mapping[str, Row]
    ucapan: Mapping[str, Row]
    terlambat: Sequence[Pengiriman]
    kosong: Mapping[tuple[str, int], Sequence[str]]
    sent: pl.DataFrame
    arahan: Sequence[tuple[Row, str]]
    sejak: Mapping[str, str]
    nama: Mapping[str, str]


def narratives(realisasi: pl.DataFrame, triwulan: pl.DataFrame, periode: str) -> dict[str, Row]:
    """Per indikator, the faktor and tindak lanjut of the last quarter of the periode that missed, for that one explains
    the miss; where none did, of the newest that was saved. `triwulan`: read/capaian.sql of TW1..TW4."""
    words, quarters = ("faktor_pendukung", "faktor_penghambat", "tindak_lanjut"), PERIODE[periode].triwulan
    within = triwulan.filter(pl.col("periode").is_in([f"TW{n}" for n in quarters])).sort("periode")
    explains = {row["kode"]: int(row["periode"][-1]) for row in _missed(within, sort=False)}
    found: dict[str, Row] = {}
    for row in realisasi.filter(pl.col("triwulan").is_in(quarters)).sort("triwulan").iter_rows(named=True):
        if row["triwulan"] == explains.get(row["indikator"], row["triwulan"]):
            found[row["indikator"]] = {w: row[w] for w in words}
    return found


def matters(bahan: Bahan) -> tuple[Hal, ...]:
    """The Camat's indikator that miss, the year most at risk first; then kiriman that are late, whoever lacks most
    first, and returned ones; then the misses below the Camat, worst first."""
    missed = _missed(bahan.indikator)
    camat = [r for r in missed if r["jenjang"] == "camat"]
    return (
        *(_miss(r, bahan) for r in sorted(camat, key=lambda r: _risk(r, bahan.laju))),
        *(_late(p, bahan.kosong[p.bagian, p.triwulan]) for p in sorted(bahan.terlambat, key=lambda p: -p.kosong)),
        *_returned(bahan),
        *(_miss(r, bahan) for r in missed if r["jenjang"] != "camat"),
    )


# ---------------------------------------------------------------- inside


def _missed(hasil: pl.DataFrame, *, sort: bool = True) -> list[Row]:
    """Every complete periode below 100,00 %. An unconfirmed one is told too, with that word: a miss is not hidden."""
    rows = hasil.filter(pl.col("lengkap") & pl.col("capaian_persen").is_not_null())
    rows = rows.sort("capaian_persen") if sort else rows
    return [r for r in rows.iter_rows(named=True) if half_up(r["capaian_persen"], 2) < 100]


def _risk(row: Row, laju: Mapping[str, Row]) -> tuple[bool, Decimal]:
    """The least first: a limit of the year that is used up, then how many times the pace until now is needed. Where no
    pace can be told, how many times the realisasi its target asks for stands in for it."""
    pace = laju[row["kode"]]
    if pace["butuh"] is not None and pace["selama_ini"]:
        return not pace["habis"], -pace["butuh"] / pace["selama_ini"]
    return not pace["habis"], -100 / row["capaian_persen"] if row["capaian_persen"] > 0 else Decimal("-Infinity")


def _miss(row: Row, bahan: Bahan) -> Hal:
    words, who = bahan.ucapan.get(row["kode"], {}), bahan.nama.get(row["bagian"], row["bagian"])
    done = words.get("tindak_lanjut")
    said = [
        sentence(words.get("faktor_penghambat")) or "Hambatan belum diisi.",
        f"{sebutan.bagian(who)}: {sentence(done)[:1].lower()}{sentence(done)[1:]}" if done else
        f"Tindak lanjut {sebutan.bagian(who)} belum diisi.",
        *(f"Arahan {sebutan_periode(a['periode'])} {late}." for a, late in bahan.arahan
          if late and row["jenjang"] == "camat" and a["pejabat_bagian"] == row["bagian"]),
    ]  # fmt: skip
    return Hal(
        jenis="meleset",
        apa=f"{sebutan.indikator(row['nama'])}: {_standing(row, bahan)}",
        mengapa=" ".join(said),
        bagian=str(row["bagian"]),
        sejak=bahan.sejak.get(row["kode"], ""),
        tindak=(Tindak.ARAHAN,),
        kode=str(row["kode"]),
        halaman="kartu.py",
        alamat={"indikator": row["kode"], "tahun": str(bahan.tahun), "periode": bahan.periode},
    )


def _standing(row: Row, bahan: Bahan) -> str:
    """Why the year is at risk, in the fewest words that its figures allow."""
    pace, d = bahan.laju[row["kode"]], row["desimal"]
    draft = " (belum dibenarkan)" if row["sementara"] else ""

    def said(value: Decimal) -> str:
        return angka(half_up(value, d))

    if row["jenjang"] == "camat" and pace["habis"]:
        over = pace["realisasi_sd"] > pace["target_tahun"]
        state = f"terlampaui ({said(pace['realisasi_sd'])})" if over else "sudah habis"
        return f"batas setahun ({said(pace['target_tahun'])}) {state}{draft}"
    if row["jenjang"] == "camat" and pace["butuh"] is not None and pace["selama_ini"] is not None:
        unit = unit_of(row["satuan"])
        return f"butuh {said(pace['butuh'])}{unit} per triwulan, selama ini {said(pace['selama_ini'])}{unit}{draft}"
    pair = ""
    if row["metode"] == "rasio" and pace["pembilang"] is not None and bahan.sejak.get(row["kode"]):
        last = ROMAWI[PERIODE[bahan.periode].triwulan[-1]]
        pair = f", TW {last} {angka(pace['pembilang'])} dari {angka(pace['penyebut'])}"
    return f"{persen(row['capaian_persen'])} dari target{pair}{draft}"


def _returned(bahan: Bahan) -> Iterable[Hal]:
    for row in bahan.sent.filter(pl.col("keadaan") == "dikembalikan").iter_rows(named=True):
        name, n = row["bagian_nama"] or row["bagian"], row["triwulan"]
        yield Hal(
            jenis="dikembalikan",
            apa=f"{name}: kiriman Triwulan {ROMAWI[n]} dikembalikan",
            mengapa=f"Alasan: {sentence(row['alasan']) or 'tidak ditulis.'}",
            bagian=row["bagian"],
            sejak=since(row["pada"], "Menunggu bagiannya"),
            kiriman=((row["bagian"], n),),
            **_kiriman_page(bahan.tahun, row["bagian"], n),
        )


def _late(sent: Pengiriman, kosong: Sequence[str]) -> Hal:
    return Hal(
        jenis="terlambat",
        apa=f"{sent.nama}: {'belum mengirim' if sent.dikirim is None else f'{sent.kosong} angka belum diisi'}",
        mengapa=f"Triwulan {ROMAWI[sent.triwulan]}: {', '.join(kosong) or 'semua angka sudah diisi'}.",
        bagian=sent.bagian,
        sejak=f"Batas {tanggal(sent.batas)}, {lateness(sent)}.",
        tindak=(Tindak.DISPENSASI, Tindak.TEGUR),
        kiriman=((sent.bagian, sent.triwulan),),
    )


def lateness(sent: Pengiriman) -> str:
    return sent.kata.rpartition(", ")[2]


def sebutan_periode(kode: str) -> str:
    """ "TW II", "Sem. I", "Tahun", "s.d. TW III"."""
    name = PERIODE[kode].nama
    return name.replace("Triwulan", "TW").replace("Semester", "Sem.").replace("Tahunan", "Tahun")


def since(saat: datetime | date | None, apa: str) -> str:
    """ "Menunggu Anda sejak 7 Oktober 2026."; empty without a moment."""
    if saat is None:
        return ""
    day = local(saat).date() if isinstance(saat, datetime) else saat
    return f"{apa} sejak {tanggal(day)}."


def _kiriman_page(tahun: int, bagian: str, triwulan: int) -> dict[str, Any]:
    where = {"tahun": str(tahun), "periode": f"TW{triwulan}", "bagian": bagian}
    return {"halaman": "7_alur.py", "alamat": where}


def sentence(text: object) -> str:
    """What a clerk wrote, as one sentence that ends."""
    said = " ".join(str(text or "").split()).rstrip(" .;,")
    return f"{besar(said)}." if said else ""
