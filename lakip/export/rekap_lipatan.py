"""Further sheets of the recap: quarter beside quarter with their folds, and how complete each bagian is."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import polars as pl

from lakip import bukti, kiriman, rollup
from lakip.export import tabel
from lakip.export.excel import Kolom
from lakip.formatting import waktu
from lakip.kiriman import KIRIMAN_NAMA, Kiriman
from lakip.pengaturan import Berlaku
from lakip.periode import PERIODE, ROMAWI
from lakip.store import Store

Row = Mapping[str, Any]
Judge = Callable[[Row], dict[str, Any]]
SEMESTER = ("SM1", "SM2")
KELENGKAPAN = (
    Kolom("No.", "nomor", 4, "tengah"),
    Kolom("Bagian", "bagian_nama", 36),
    Kolom("Triwulan", "tw", 9, "tengah"),
    Kolom("Indikator berlaku", "berlaku", 10, "angka", desimal=0),
    Kolom("Terisi", "terisi", 9, "angka", desimal=0),
    Kolom("Dibenarkan", "dibenarkan", 11, "angka", desimal=0),
    Kolom("Angka dengan bukti", "berbukti", 11, "angka", desimal=0),
    Kolom("Kiriman", "kata", 14, "tengah"),
    Kolom("Oleh", "oleh_nama", 26),
    Kolom("Pada", "saat", 24, "tengah"),
)


def parts(periode: str) -> list[str]:
    """What stands beside each other: the quarters of the periode, its semesters, itself; one quarter stands alone."""
    quarters = [f"TW{n}" for n in PERIODE[periode].triwulan]
    if len(quarters) == 1:
        return [periode]
    return [*quarters, *(SEMESTER if periode == "TH" else ()), periode]


def columns(periode: str, tahun: int) -> list[Kolom]:
    found = [
        Kolom("No.", "nomor", 4, "tengah"),
        Kolom("Kode", "kode", 7),
        Kolom("Indikator kinerja", "nama", 28),
        Kolom("Satuan", "satuan", 9, "tengah"),
        Kolom("Target tahun", "target_tahun", 9, "angka"),
    ]
    for one in parts(periode):
        induk = PERIODE[one].label(tahun) if one == "TH" else PERIODE[one].nama
        found += [
            Kolom("Target", f"target_{one}", 8, "angka", induk=induk),
            Kolom("Realisasi", f"realisasi_{one}", 9, "angka", induk=induk),
            Kolom("Capaian (%)", f"capaian_{one}", 8, "angka", 2, induk=induk),
            Kolom("Kategori atau keadaan", f"keadaan_{one}", 12, "tengah", warna=f"warna_{one}", induk=induk),
        ]
    return found


def rows(store: Store, unit: str, tahun: int, periode: str, per: date, judge: Judge) -> list[dict[str, Any]]:
    """One row per indikator; `judge` gives keadaan and warna of a row of read/capaian.sql."""
    frame = rollup.capaian(store, unit, tahun, parts(periode), per)
    found: dict[str, dict[str, Any]] = {}
    for r in frame.iter_rows(named=True):
        one = found.setdefault(r["kode"], {k: r[k] for k in ("kode", "nama", "satuan", "target_tahun", "desimal")})
        one.setdefault("nomor", str(len(found)))
        judged = judge(r)
        one |= {
            f"target_{r['periode']}": r["target"],
            f"realisasi_{r['periode']}": r["realisasi"],
            f"capaian_{r['periode']}": r["capaian_persen"],
            f"keadaan_{r['periode']}": judged["keadaan"],
            f"warna_{r['periode']}": judged["warna"],
        }
    return list(found.values())


def average_columns(periode: str, tahun: int, batas: str) -> list[Kolom]:
    found = [Kolom("Sasaran", "uraian", 40)]
    for one in parts(periode):
        induk = PERIODE[one].label(tahun) if one == "TH" else PERIODE[one].nama
        found += [
            Kolom("Dihitung dari", f"dasar_{one}", 8, "tengah", induk=induk),
            Kolom("Tanpa batas (%)", f"tanpa_batas_{one}", 8, "angka", 2, induk=induk),
            Kolom(batas, f"dengan_batas_{one}", 8, "angka", 2, induk=induk),
            Kolom("Kategori", f"kategori_{one}", 12, "tengah", warna=f"warna_{one}", induk=induk),
        ]
    return found


def averages(store: Store, unit: str, tahun: int, periode: str, per: date, berlaku: Berlaku) -> list[dict[str, Any]]:
    """One row per sasaran, the whole of the Camat last."""
    found: dict[str | None, dict[str, Any]] = {}
    for r in rollup.rata_rata(store, unit, tahun, parts(periode), per).iter_rows(named=True):
        kategori = next((k for k in berlaku.kategori if k.nama == r["kategori"]), None)
        one = found.setdefault(r["sasaran"], {"uraian": r["uraian"] or "Seluruh indikator kinerja Camat"})
        one |= {
            f"dasar_{r['periode']}": f"{r['dihitung']} dari {r['jumlah']}",
            f"tanpa_batas_{r['periode']}": r["tanpa_batas"],
            f"dengan_batas_{r['periode']}": r["dengan_batas"],
            f"kategori_{r['periode']}": r["kategori"] or "belum dinilai",
            f"warna_{r['periode']}": f"#{tabel.tint(kategori)}" if kategori else None,
        }
    return list(found.values())


def completeness(store: Store, unit: str, tahun: int, periode: str) -> list[dict[str, Any]]:
    """One row per bagian and quarter of the periode."""
    proven = {
        (n, r["bagian"]): r["berbukti"]
        for n in PERIODE[periode].triwulan
        for r in bukti.per_bagian(store, unit, tahun, n).iter_rows(named=True)
    }
    frame = kiriman.completeness(store, unit, tahun).filter(pl.col("triwulan").is_in(PERIODE[periode].triwulan))
    return [
        {
            **r,
            "nomor": str(nomor),
            "tw": f"TW {ROMAWI[r['triwulan']]}",
            "berbukti": proven.get((r["triwulan"], r["bagian"]), 0),
            "kata": KIRIMAN_NAMA[Kiriman(r["keadaan"])] if r["keadaan"] else "belum mengirim",
            "saat": waktu(r["pada"]),
        }
        for nomor, r in enumerate(frame.iter_rows(named=True), 1)
    ]
