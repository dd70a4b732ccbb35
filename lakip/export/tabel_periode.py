"""The rows of the tables of a report of several triwulan, as text ready to print."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import polars as pl

from lakip import sumber
from lakip.export import lipat, tabel
from lakip.export.bahan import Row
from lakip.export.bahan_periode import BahanPeriode
from lakip.export.baris import BarisKendala, BarisTindakLanjut, Kelompok
from lakip.export.baris_periode import (
    BarisAnggaranSemester,
    BarisBanding,
    BarisRekonsiliasi,
    BarisSemester,
)
from lakip.formatting import KOSONG, angka, half_up
from lakip.indikator import KEADAAN_NAMA
from lakip.narasi.arah import asked
from lakip.periode import ROMAWI
from lakip.sumber import Bertanda

NOL = "0"


def semester(bahan: BahanPeriode) -> tuple[Kelompok, ...]:
    """Each indikator by sasaran: its two triwulan, the semester, and how far the year is."""
    sampai = f"SD{bahan.triwulan}"
    to_date = {r["kode"]: r for r in bahan.of(sampai).iter_rows(named=True)}

    def row(nomor: int, r: Row) -> BarisSemester:
        first, second = (quarter(bahan, r, n) for n in bahan.periode.triwulan)
        kategori = None if r["sementara"] else bahan.kategori(r["kategori"])
        return BarisSemester(
            nomor=f"{nomor}.",
            kode=r["kode"],
            nama=r["nama"],
            satuan=r["satuan"],
            target_tahun=tabel.promised(bahan, r, "TH", angka(r["target_tahun"], r["desimal"])),
            target=tabel.mark(bahan, r, bahan.periode.kode, "target", angka(r["target"], r["desimal"])),
            realisasi_1=first,
            realisasi_2=second,
            realisasi=tabel.mark(bahan, r, bahan.periode.kode, "realisasi", angka(r["realisasi"], r["desimal"])),
            capaian=tabel.mark(bahan, r, bahan.periode.kode, "capaian", angka(r["capaian_persen"], 2)),
            kemajuan=tabel.mark(bahan, r, sampai, "kemajuan", tabel.kemajuan(r, to_date[r["kode"]])),
            keadaan=tabel.keadaan(r, kategori),
            sementara=r["sementara"],
            warna=tabel.tint(kategori) if kategori else tabel.KUNING if r["alasan"] == "belum_diisi" else tabel.KELABU,
            bagian=bahan.nama_bagian(r["bagian"]),
        )

    return tabel.grouped(bahan.kini.iter_rows(named=True), row)


def quarter(bahan: BahanPeriode, card: Row, triwulan: int) -> Bertanda:
    """What was reported of one triwulan: its figure, or the word for none; a dash where it is not measured."""
    return tabel.mark(bahan, card, f"TW{triwulan}", "realisasi", _reported(bahan, card, triwulan))


def _reported(bahan: BahanPeriode, card: Row, triwulan: int) -> str:
    saved = bahan.figure(card["kode"], triwulan)
    rows = bahan.of(f"TW{triwulan}").filter(pl.col("kode") == card["kode"])
    if rows.is_empty() or not rows["berlaku"].item():
        return KOSONG
    if saved is None:
        return "belum diisi"
    if saved["keadaan"] != "terisi":
        return KEADAAN_NAMA[saved["keadaan"]].lower()
    return angka(rows["realisasi"].item(), card["desimal"])


def reconciliation(bahan: BahanPeriode) -> tuple[BarisRekonsiliasi, ...]:
    """Every figure of the periode and its budget beside what its triwulan make; selisih is 0, or it is a fault."""
    due = set(bahan.capaian.filter(pl.col("berlaku") > 0).select("kode", "periode").iter_rows())
    saved = {(r["indikator"], r["triwulan"]): r for r in bahan.realisasi.iter_rows(named=True)}

    def quarters(kode: str) -> list[Row]:
        measured = [n for n in bahan.periode.triwulan if (kode, f"TW{n}") in due]
        return [saved[kode, n] for n in measured if (kode, n) in saved]

    rows = [
        BarisRekonsiliasi(
            "", f"{r['kode']} {r['nama']}", lipat.CARA[r["metode"]], *_proof(bahan, r, quarters(r["kode"]))
        )
        for r in bahan.kini.iter_rows(named=True)
        if r["berlaku"]
    ]
    rows += list(_money(bahan))
    return tuple(
        BarisRekonsiliasi(f"{nomor}.", r.uraian, r.cara, r.hitungan, r.lipatan, r.laporan, r.selisih)
        for nomor, r in enumerate(rows, 1)
    )


def differs(rows: tuple[BarisRekonsiliasi, ...]) -> list[str]:
    """What does not agree with its triwulan."""
    return [r.uraian for r in rows if sumber.polos(r.selisih) not in (NOL, KOSONG)]


def comparison(bahan: BahanPeriode) -> tuple[BarisBanding, ...]:
    """The semester beside the one before it and the same one a year ago."""
    periods = [(bahan.tahun - 1, bahan.periode.kode), previous(bahan)]
    year_ago, before = ({r["kode"]: r for r in bahan.before(*p).iter_rows(named=True)} for p in periods)
    rows = []
    for nomor, r in enumerate(bahan.kini.iter_rows(named=True), 1):
        then, last = year_ago.get(r["kode"]), before.get(r["kode"])
        rows.append(
            BarisBanding(
                f"{nomor}.",
                f"{r['kode']} {r['nama']}",
                r["satuan"],
                *_old(bahan, r, then, *periods[0]),
                *_old(bahan, r, last, *periods[1]),
                *_old(bahan, r, r, bahan.tahun, bahan.periode.kode),
                *(
                    tabel.mark(bahan, r, bahan.periode.kode, f"selisih_{than}", points(r, other))
                    for than, other in (("tahun_lalu", then), ("sebelumnya", last))
                ),
            )
        )
    return tuple(rows)


def previous(bahan: BahanPeriode) -> tuple[int, str]:
    """The semester before this one."""
    return (bahan.tahun - 1, "SM2") if bahan.periode.kode == "SM1" else (bahan.tahun, "SM1")


def points(now: Row, then: Row | None) -> str:
    """ "naik 1,20": between two complete figures before they are rounded; a dash where one of them is not judged."""
    if then is None or not (judged(now) and judged(then)):
        return KOSONG
    moved = half_up(now["capaian_persen"] - then["capaian_persen"], 2)
    if not moved:
        return "tetap"
    return f"{'naik' if moved > 0 else 'turun'} {angka(abs(moved), 2)}"


def judged(row: Row) -> bool:
    return row["capaian_persen"] is not None and not row["sementara"]


def causes(bahan: BahanPeriode) -> tuple[BarisKendala, ...]:
    """Each indikator of which something was told in any triwulan of the periode, and each of which it has to be."""
    rows: list[BarisKendala] = []
    for r in bahan.kini.iter_rows(named=True):
        told = {name: narrated(bahan, r["kode"], name) for name in tabel.CERITA}
        if any(told.values()) or asked(r):
            shown = tabel.shown(r, told)
            capaian = tabel.mark(bahan, r, bahan.periode.kode, "capaian", tabel.short(r))
            rows.append(BarisKendala(f"{len(rows) + 1}.", f"{r['kode']} {r['nama']}", capaian, *shown))
    return tuple(rows)


def narrated(bahan: BahanPeriode, kode: str, name: str) -> str:
    """What was told of one indikator in each triwulan of the periode: "TW I: …" on a line of its own."""
    lines: dict[str, list[str]] = {}
    for n in bahan.periode.triwulan:
        text = ((bahan.figure(kode, n) or {}).get(name) or "").strip()
        if text:
            lines.setdefault(text, []).append(ROMAWI[n])
    return "\n".join(f"TW {', '.join(quarters)}: {text}" for text, quarters in lines.items())


def follow_ups(bahan: BahanPeriode) -> tuple[BarisTindakLanjut, ...]:
    """What was promised in one triwulan of the periode, and what the next one brought."""
    rows: list[BarisTindakLanjut] = []
    for n in bahan.periode.triwulan[1:]:
        for r in tabel.tindak_lanjut(bahan.quarter(n)):
            rows.append(BarisTindakLanjut(f"{len(rows) + 1}.", r.indikator, r.tindak_lanjut, r.sebelumnya, r.sekarang))
    return tuple(rows)


def budget(bahan: BahanPeriode) -> tuple[BarisAnggaranSemester, ...]:
    kode, (one, two) = bahan.periode.kode, bahan.periode.triwulan
    return tuple(
        BarisAnggaranSemester(
            jenjang=r["jenjang"],
            kode=r["kode"] or "",
            nama=r["nama"],
            pagu=rp(bahan, r, kode, "pagu", r["pagu_rupiah"]),
            realisasi_1=rp(bahan, r, f"TW{one}", "realisasi", r[f"tw{one}_rupiah"]),
            realisasi_2=rp(bahan, r, f"TW{two}", "realisasi", r[f"tw{two}_rupiah"]),
            realisasi=rp(bahan, r, kode, "realisasi", spent(r, bahan.periode.triwulan)),
            realisasi_sd=rp(bahan, r, kode, "realisasi_sd", r["realisasi_sd_rupiah"]),
            serapan=tabel.money(bahan, r, kode, "serapan", angka(r["serapan_persen"], 2)),
            sisa=rp(bahan, r, kode, "sisa", r["sisa_rupiah"]),
        )
        for r in bahan.pohon.iter_rows(named=True)
    )


def spent(row: Row, triwulan: tuple[int, ...]) -> int | None:
    """Of some triwulan together; None before anything was saved."""
    found = [row[f"tw{n}_rupiah"] for n in triwulan if row[f"tw{n}_rupiah"] is not None]
    return sum(found) if found else None


def rp(bahan: BahanPeriode, row: Row, periode: str, besaran: str, rupiah: int | None) -> Bertanda:
    """Rupiah of a node of the budget, with its code."""
    return tabel.money(bahan, row, periode, besaran, angka(rupiah, 0))


# ---------------------------------------------------------------- inside


def _proof(bahan: BahanPeriode, row: Row, saved: Sequence[Row]) -> Iterator[Bertanda]:
    """`saved`: what its measured quarters were saved with."""
    folded = lipat.fold(row["metode"], row["isian"], saved)
    desimal = row["desimal"]
    said = lipat.told(row["metode"], row["isian"], saved, desimal)
    for besaran, teks in (
        ("hitungan", said or KOSONG),
        ("hitung_ulang", angka(folded, desimal)),
        ("realisasi", angka(row["realisasi"], desimal)),
        ("selisih_hitung", _difference(row["realisasi"], folded, desimal)),
    ):
        yield tabel.mark(bahan, row, bahan.periode.kode, besaran, teks)


def _difference(laporan: Decimal | None, folded: Decimal | None, desimal: int) -> str:
    if laporan is None and folded is None:
        return KOSONG
    gap = half_up((laporan or Decimal(0)) - (folded or Decimal(0)), desimal)
    return angka(gap, desimal) if gap else NOL


def _money(bahan: BahanPeriode) -> Iterator[BarisRekonsiliasi]:
    """The total of the tree beside the sum of what each sub kegiatan was saved with."""
    total = bahan.pohon.filter(pl.col("jenjang") == "total")
    saved = bahan.sumber_anggaran.filter(pl.col("triwulan").is_in(list(bahan.periode.triwulan)))
    if total.is_empty() or saved.is_empty():
        return
    by_quarter = {
        n: int(saved.filter(pl.col("triwulan") == n)["realisasi_rupiah"].sum()) for n in bahan.periode.triwulan
    }
    row, kode = total.row(0, named=True), bahan.periode.kode
    reported, folded = spent(row, bahan.periode.triwulan), sum(by_quarter.values())
    yield BarisRekonsiliasi(
        nomor="",
        uraian="Realisasi anggaran (rupiah)",
        cara="jumlah sub kegiatan dan triwulan",
        hitungan=tabel.money(bahan, row, kode, "hitungan", " + ".join(angka(n, 0) for n in by_quarter.values())),
        lipatan=rp(bahan, row, kode, "hitung_ulang", folded),
        laporan=rp(bahan, row, kode, "realisasi", reported),
        selisih=tabel.money(
            bahan, row, kode, "selisih_hitung", _difference(Decimal(reported or 0), Decimal(folded), 0)
        ),
    )


def _old(bahan: BahanPeriode, card: Row, row: Row | None, tahun: int, periode: str) -> tuple[Bertanda, Bertanda]:
    """Realisasi and capaian of one indikator in one periode, marked with that periode; dashes where there was none."""
    realisasi, capaian = KOSONG, KOSONG
    if row is not None:
        realisasi, capaian = angka(row["realisasi"], row["desimal"]), angka(row["capaian_persen"], 2)
        capaian += "" if judged(row) or row["capaian_persen"] is None else "*"
    about = {"kode": card["kode"], "tahun": tahun}
    return tabel.mark(bahan, about, periode, "realisasi", realisasi), tabel.mark(
        bahan, about, periode, "capaian", capaian
    )
