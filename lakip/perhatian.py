"""What needs a decision: misses, returned kiriman, late ones; the few that fit on one screen.

Texts are ready to show. Takes frames, reads nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from lakip.formatting import angka, half_up, persen
from lakip.pengaturan import Kategori
from lakip.periode import PERIODE, ROMAWI
from lakip.sop.dispensasi import Pengiriman

MAKSIMUM = 5


@dataclass(frozen=True)
class Perubahan:
    """An indikator that is judged otherwise than in the periode before."""

    kode: str
    nama: str
    dari: str
    ke: str
    naik: bool


@dataclass(frozen=True)
class Perhatian:
    """One thing that asks for a decision; texts are ready to show."""

    jenis: str  # meleset, dikembalikan, terlambat
    judul: str
    isi: str
    bagian: str
    kode: str | None = None  # the indikator whose card tells more
    kiriman: tuple[str, int] | None = None  # or else the bagian and triwulan whose kiriman tells more


def narratives(realisasi: pl.DataFrame, periode: str) -> dict[str, dict[str, str | None]]:
    """Per indikator, the faktor and tindak lanjut of the newest quarter of the periode that was saved."""
    words = ("faktor_pendukung", "faktor_penghambat", "tindak_lanjut")
    saved = realisasi.filter(pl.col("triwulan").is_in(PERIODE[periode].triwulan)).sort("triwulan")
    return {row["indikator"]: {w: row[w] for w in words} for row in saved.iter_rows(named=True)}


def attention(
    indikator: pl.DataFrame,
    narasi: dict[str, dict[str, str | None]],
    terlambat: Sequence[Pengiriman],
    kosong: Mapping[tuple[str, int], Sequence[str]],
    sent: pl.DataFrame,
    names: dict[str, str],
) -> tuple[Perhatian, ...]:
    """What needs a decision: misses worst first, then returned kiriman, then late ones, whoever lacks most first.

    Args:
        kosong: the kode that each late kiriman lacks, by bagian and triwulan.
        sent: of the periode; columns as read/kiriman_kelengkapan.sql.
    """
    late = sorted(terlambat, key=lambda p: -p.kosong)
    return (
        *_misses(indikator, narasi, names), *_returned(sent), *(_late(p, kosong[p.bagian, p.triwulan]) for p in late)
    )  # fmt: skip


def changed(indikator: pl.DataFrame, lalu: pl.DataFrame, skala: Sequence[Kategori]) -> tuple[Perubahan, ...]:
    """Those whose kategori is another than in `lalu`, falls first; what is not judged in both tells nothing."""
    rank = {k.nama: n for n, k in enumerate(skala)}
    both = indikator.join(lalu.select("kode", dari="kategori"), on="kode", maintain_order="left")
    found = [
        Perubahan(row["kode"], row["nama"], row["dari"], row["kategori"], rank[row["kategori"]] < rank[row["dari"]])
        for row in both.drop_nulls(["dari", "kategori"]).iter_rows(named=True)
        if row["kategori"] != row["dari"]
    ]
    return tuple(sorted(found, key=lambda p: p.naik))


def shortlist(items: Sequence[Perhatian]) -> tuple[Perhatian, ...]:
    """At most five. Two places are kept for what is no miss, so that gaps never hide behind bad figures."""
    misses = [i for i in items if i.jenis == "meleset"]
    others = [i for i in items if i.jenis != "meleset"]
    room = MAKSIMUM - min(2, len(others))
    chosen = misses[:room]
    return (*chosen, *others[: MAKSIMUM - len(chosen)])


# ---------------------------------------------------------------- inside


def _misses(
    indikator: pl.DataFrame, narasi: dict[str, dict[str, str | None]], names: dict[str, str]
) -> list[Perhatian]:
    """Every complete periode below 100,00 %. An unconfirmed one is told too, with that word: a miss is not hidden."""
    rows = indikator.filter(pl.col("lengkap") & pl.col("capaian_persen").is_not_null()).sort("capaian_persen")
    return [
        _miss(row, narasi.get(row["kode"], {}), names)
        for row in rows.iter_rows(named=True)
        if half_up(row["capaian_persen"], 2) < 100
    ]


def _miss(row: dict[str, object], narasi: dict[str, str | None], names: dict[str, str]) -> Perhatian:
    desimal, satuan = row["desimal"], row["satuan"]
    figures = f"Realisasi {angka(row['realisasi'], desimal)} dari target {angka(row['target'], desimal)} {satuan}"  # type: ignore[arg-type]
    draft = " (belum dibenarkan)" if row["sementara"] else ""
    words = (
        f"Hambatan: {narasi.get('faktor_penghambat') or 'belum diisi'}.",
        f"Tindak lanjut: {narasi.get('tindak_lanjut') or 'belum diisi'}.",
    )
    return Perhatian(
        jenis="meleset",
        judul=f"{row['kode']} {row['nama']}: {persen(row['capaian_persen'])}{draft}",  # type: ignore[arg-type]
        isi=f"{figures}. {' '.join(w.replace('..', '.') for w in words)}",
        bagian=names.get(str(row["bagian"]), str(row["bagian"])),
        kode=str(row["kode"]),
    )


def _returned(sent: pl.DataFrame) -> list[Perhatian]:
    return [
        Perhatian(
            jenis="dikembalikan",
            judul=f"{row['bagian_nama'] or row['bagian']}: kiriman Triwulan {ROMAWI[row['triwulan']]} dikembalikan",
            isi=f"Alasan: {row['alasan'] or 'tidak ditulis'}",
            bagian=row["bagian_nama"] or row["bagian"],
            kiriman=(row["bagian"], row["triwulan"]),
        )
        for row in sent.filter(pl.col("keadaan") == "dikembalikan").iter_rows(named=True)
    ]


def _late(sent: Pengiriman, kosong: Sequence[str]) -> Perhatian:
    what = f"{len(kosong)} angka terlambat diisi" if kosong else "kiriman terlambat diajukan"
    where = f"Triwulan {ROMAWI[sent.triwulan]}"
    return Perhatian(
        jenis="terlambat",
        judul=f"{sent.nama}: {what}",
        isi=f"{where}: {', '.join(kosong)}." if kosong else f"{where}: semua angka sudah diisi.",
        bagian=sent.nama,
        kiriman=(sent.bagian, sent.triwulan),
    )
