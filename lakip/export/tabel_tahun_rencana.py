"""The rows of the annual report on its plan and its budget (domain.md 2.8: Bab II, T3.10, T3.11, lampiran PK)."""

from decimal import Decimal
from itertools import count

import polars as pl

from lakip import narasi
from lakip.dokumen import APA, JENIS_NAMA, Selisih
from lakip.export.bahan import Row
from lakip.export.bahan_tahunan import BahanTahunan
from lakip.export.baris import Kelompok
from lakip.export.baris_tahunan import (
    BarisAnggaranSasaran,
    BarisAnggaranTahun,
    BarisPagu,
    BarisPk,
    BarisRenstraTahun,
    BarisSelisih,
)
from lakip.export.kalimat import rupiah
from lakip.export.tabel import mark, money
from lakip.export.tabel_periode import rp
from lakip.formatting import KOSONG, angka, terbilang

PANJANG_RENSTRA = 5  # UU 23/2014: as long as the term of the Bupati
SISA = "Tidak dikaitkan dengan sasaran Camat"
SERATUS = Decimal(100)


def renstra_years(bahan: BahanTahunan) -> tuple[str, ...]:
    """The tahun of the Renstra, as heads of five columns."""
    found = bahan.renstra_dokumen
    years = [str(t) for t in found.tahun_target][:PANJANG_RENSTRA] if found else []
    return tuple(years + [KOSONG] * (PANJANG_RENSTRA - len(years)))


def renstra(bahan: BahanTahunan) -> tuple[BarisRenstraTahun, ...]:
    """Every line of the Renstra in force, in its own words, with the sasaran it belongs to (T2.1)."""
    cards = {r["kode"]: r for r in bahan.rencana.iter_rows(named=True)}
    years = bahan.renstra_dokumen.tahun_target[:PANJANG_RENSTRA] if bahan.renstra_dokumen else ()
    rows = []
    for nomor, line in enumerate(bahan.renstra_isi, 1):
        card = cards.get(line.kode or "")
        desimal = card["desimal"] if card else None
        about = {"kode": line.kode or line.nama}
        cells = [mark(bahan, {**about, "tahun": t}, "TH", "renstra", angka(line.target.get(t), desimal)) for t in years]
        cells += [mark(bahan, about, "TH", f"renstra_{n}", KOSONG) for n in range(len(cells) + 1, PANJANG_RENSTRA + 1)]
        sasaran = (card["sasaran_uraian"] if card else None) or KOSONG
        satuan = line.satuan or (card["satuan"] if card else "")
        rows.append(BarisRenstraTahun(f"{nomor}.", sasaran, line.nama, satuan, *cells))
    return tuple(rows)


def pk(bahan: BahanTahunan) -> tuple[BarisPk, ...]:
    """What the first PK of the Camat promised, and what the last one says now."""
    versions = [v.versi for v in bahan.pk_versi]
    if not versions:
        return ()
    first, last = (_annual(bahan, versi) for versi in (versions[0], versions[-1]))
    rows = []
    for nomor, r in enumerate(bahan.utama.rencana.iter_rows(named=True), 1):
        old, new = first.get(r["kode"]), last.get(r["kode"])
        said = "tetap" if old == new else "baru" if old is None else "ditiadakan" if new is None else "berubah"
        rows.append(
            BarisPk(
                f"{nomor}.",
                r["sasaran_uraian"] or KOSONG,
                r["nama"],
                r["satuan"],
                mark(bahan, r, "TH", "target_pk_awal", angka(old, r["desimal"])),
                mark(bahan, r, "TH", "target_pk_akhir", angka(new if len(versions) > 1 else None, r["desimal"])),
                said if len(versions) > 1 else "",
            )
        )
    return tuple(rows)


def total_rkt(bahan: BahanTahunan) -> str:
    """The pagu murni of the tahun, in figures and words."""
    whole = bahan.pohon.filter(pl.col("jenjang") == "total")
    pagu = None if whole.is_empty() else whole["pagu_murni_rupiah"].item()
    if pagu is None:
        return bahan.rkt.jumlah
    figure, words = (money(bahan, {"kode": None}, "TH", "pagu_murni", t) for t in (rupiah(pagu), terbilang(pagu)))
    return f"{figure} ({words} rupiah)"


def differences(bahan: BahanTahunan) -> tuple[Kelompok, ...]:
    """What the planning documents say differently, side by side, under each explanation of the office (T2.6)."""
    told = narasi.explanations(bahan.selisih, bahan.text("selisih"))
    groups: dict[str, list[Selisih]] = {}
    for one, said in zip(bahan.selisih, told, strict=True):
        groups.setdefault(said, []).append(one)
    numbers = count(1)
    return tuple(
        Kelompok(said, tuple(_difference(bahan, next(numbers), one) for one in found)) for said, found in groups.items()
    )


def _difference(bahan: BahanTahunan, nomor: int, one: Selisih) -> BarisSelisih:
    about = {"kode": one.kode or one.indikator}
    acuan, dokumen = (
        mark(bahan, about, "TH", f"{one.jenis}_{of}_{one.jenis_a}_{one.jenis_b}", kata)
        for of, kata in (("acuan", one.kata_a), ("dokumen", one.kata_b))
    )
    return BarisSelisih(
        f"{nomor}.",
        f"{one.kode} {one.indikator}" if one.kode else one.indikator,
        APA[one.jenis],
        f"{JENIS_NAMA[one.jenis_a]}: {acuan}",
        f"{JENIS_NAMA[one.jenis_b]}: {dokumen}",
    )


def programs(bahan: BahanTahunan) -> tuple[BarisPagu, ...]:
    """The programs of the PK with their pagu, murni and in force."""
    rows = bahan.pohon.filter(pl.col("jenjang").is_in(["program", "total"])).iter_rows(named=True)
    return tuple(
        BarisPagu(
            f"{nomor}." if r["kode"] else "",
            r["kode"] or "",
            r["nama"],
            rp(bahan, r, "TH", "pagu_murni", r["pagu_murni_rupiah"]),
            rp(bahan, r, "TH", "pagu", r["pagu_rupiah"]),
        )
        for nomor, r in enumerate(rows, 1)
    )


def budget(bahan: BahanTahunan) -> tuple[BarisAnggaranTahun, ...]:
    """The whole tree, with every triwulan (T3.10)."""
    return tuple(
        BarisAnggaranTahun(
            jenjang=r["jenjang"],
            kode=r["kode"] or "",
            nama=r["nama"],
            murni=rp(bahan, r, "TH", "pagu_murni", r["pagu_murni_rupiah"]),
            perubahan=rp(bahan, r, "TH", "pagu", r["pagu_rupiah"]),
            **{f"tw_{n}": rp(bahan, r, f"TW{n}", "realisasi", r[f"tw{n}_rupiah"]) for n in (1, 2, 3, 4)},
            realisasi=rp(bahan, r, "TH", "realisasi_sd", r["realisasi_sd_rupiah"]),
            serapan=money(bahan, r, "TH", "serapan", angka(r["serapan_persen"], 2)),
            sisa=rp(bahan, r, "TH", "sisa", r["sisa_rupiah"]),
        )
        for r in bahan.pohon.iter_rows(named=True)
    )


def by_goal(bahan: BahanTahunan) -> tuple[BarisAnggaranSasaran, ...]:
    """What each sasaran of the Camat had of the money, and what is linked to none; they make the whole (T3.11)."""
    total = bahan.pohon.filter(pl.col("jenjang") == "total")
    if total.is_empty():
        return ()
    whole = total.row(0, named=True)
    goals = bahan.per_sasaran.filter(pl.col("jenjang") == "camat").to_dicts()
    rows = [_goal(bahan, f"{n}.", r, whole) for n, r in enumerate(goals, 1)]
    left = {
        name: (whole[name] or 0) - sum(g[name] or 0 for g in goals) for name in ("pagu_rupiah", "realisasi_sd_rupiah")
    }
    if left["pagu_rupiah"]:
        share = SERATUS - sum((_share(g, whole) or Decimal(0) for g in goals), Decimal(0))
        spent = left["realisasi_sd_rupiah"]
        rows.append(_money(bahan, {"kode": "tanpa_sasaran"}, ("", SISA, ""), left["pagu_rupiah"], share, spent, None))
    sums = (whole["pagu_rupiah"], SERATUS, whole["realisasi_sd_rupiah"], whole["serapan_persen"])
    return (*rows, _money(bahan, whole, ("", "Jumlah", ""), *sums))


def _goal(bahan: BahanTahunan, nomor: str, r: Row, whole: Row) -> BarisAnggaranSasaran:
    nodes = [n.sebutan for n in bahan.dukungan if n.sasaran == r["sasaran"]]
    about = (nomor, r["uraian"], "\n".join(nodes) or "belum dikaitkan")
    figures = (r["pagu_rupiah"], _share(r, whole), r["realisasi_sd_rupiah"], r["serapan_persen"])
    return _money(bahan, {"kode": r["sasaran"]}, about, *figures)


def _share(r: Row, whole: Row) -> Decimal | None:
    """Of the pagu of the office, in percent; worked out here for a potret of before it was spread over the rows."""
    if r["pagu_rupiah"] is None or not whole["pagu_rupiah"]:
        return None
    spread: Decimal | None = r.get("bagian_persen")
    return SERATUS * r["pagu_rupiah"] / whole["pagu_rupiah"] if spread is None else spread


def _money(
    bahan: BahanTahunan,
    row: Row,
    about: tuple[str, str, str],
    pagu: int | None,
    share: Decimal | None,
    spent: int | None,
    serapan: Decimal | None,
) -> BarisAnggaranSasaran:
    return BarisAnggaranSasaran(
        *about,
        rp(bahan, row, "TH", "pagu", pagu),
        money(bahan, row, "TH", "bagian", angka(share, 2)),
        rp(bahan, row, "TH", "realisasi_sd", spent),
        money(bahan, row, "TH", "serapan", angka(serapan, 2)),
    )


def _annual(bahan: BahanTahunan, versi: int | None) -> dict[str, Decimal]:
    rows = bahan.target_pk.filter(
        (pl.col("versi") == versi) & (pl.col("periode") == "TH") & pl.col("nilai").is_not_null()
    )
    return dict(rows.select("indikator", "nilai").iter_rows())
