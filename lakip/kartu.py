"""The card of one indikator: its quarters, where each figure came from, and how its capaian is worked out.

Writes the calculation out in the words and numbers of the office; the numbers themselves are rollup's.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl

from lakip import pengaturan, rencana, rollup
from lakip.errors import UserError
from lakip.formatting import KOSONG, angka, persen, waktu
from lakip.indikator import ALASAN_NAMA, Isian, Metode, Rumus
from lakip.periode import PERIODE, ROMAWI
from lakip.store import Store
from lakip.unggah import betulan

Row = dict[str, Any]

METODE_ARTI = {
    Metode.JUMLAH: "Realisasi setiap triwulan adalah tambahan; realisasi periode adalah jumlahnya.",
    Metode.KUMULATIF: "Realisasi setiap triwulan adalah total sejak Januari; realisasi periode adalah angka terakhir.",
    Metode.POSISI_AKHIR: "Realisasi triwulan adalah keadaan pada akhirnya; realisasi periode adalah angka terakhir.",
    Metode.RATA_RATA: "Realisasi periode adalah rata-rata triwulan yang terisi.",
    Metode.RASIO: "Realisasi periode adalah jumlah pembilang dibagi jumlah penyebut, bukan rata-rata persentase.",
    Metode.TAHUNAN: "Diukur sekali setahun.",
}
ALASAN_ARTI = {
    "belum_diisi": "angka yang sudah jatuh tempo belum diisi",
    "belum_waktunya": "triwulannya belum berakhir, atau targetnya baru ada pada triwulan berikutnya",
    "belum_lengkap": "indikator seperti ini baru dinilai setelah semua triwulan dalam periode terisi",
    "tanpa_target": "tidak ada target untuk periode ini",
    "tidak_tersedia": "data dinyatakan tidak tersedia",
    "penyebut_nol": "penyebutnya 0, sehingga tidak dapat dibagi",
}


@dataclass(frozen=True)
class Kartu:
    """indikator: one row of read/acuan.sql. angka: one row of read/capaian.sql, for the periode.

    triwulan: columns of read/dasbor_triwulan.sql, four rows.
    tahunan: see `trend`.
    kumulatif: read/capaian.sql for SD1..SD4 of the tahun.
    riwayat: columns of read/dasbor_riwayat.sql; one row per version saved, newest first.
    """

    tahun: int
    periode: str
    indikator: Row
    angka: Row
    triwulan: pl.DataFrame
    tahunan: pl.DataFrame
    kumulatif: pl.DataFrame
    riwayat: pl.DataFrame

    @property
    def uraian(self) -> tuple[str, ...]:
        return explain(self.indikator, self.triwulan, self.angka, self.tahun)


def read(store: Store, unit: str, tahun: int, periode: str, kode: str, per: date) -> Kartu:
    """The card of one indikator. Raises UserError when it is not in force in that tahun."""
    cards = rencana.acuan(store, unit, tahun, PERIODE[periode].triwulan[-1]).filter(pl.col("kode") == kode)
    if cards.is_empty():
        raise UserError(f"Indikator “{kode}” tidak ada pada tahun {tahun}. Pilih tahun lain atau indikator lain.")
    codes = [periode, *(f"SD{n}" for n in range(1, 5)), "TH"]
    figures = _one(rollup.capaian(store, unit, tahun, list(dict.fromkeys(codes)), per), kode)
    return Kartu(
        tahun=tahun,
        periode=periode,
        indikator=cards.row(0, named=True),
        angka=figures.filter(pl.col("periode") == periode).row(0, named=True),
        triwulan=store.read("dasbor_triwulan", unit=unit, tahun=tahun, indikator=kode),
        tahunan=_with_target([*_earlier(store, unit, tahun, kode, per), _dated(figures, tahun)]),
        kumulatif=figures.filter(pl.col("periode").str.starts_with("SD")),
        riwayat=store.read("dasbor_riwayat", unit=unit, indikator=kode),
    )


def trend(store: Store, unit: str, tahun: int, kode: str, per: date, banyak: int = 5) -> pl.DataFrame:
    """Columns of read/capaian.sql for TH and `tahun`; one row for each of the `banyak` years up to `tahun` in which
    the indikator has a target or a figure."""
    return _with_target([*_earlier(store, unit, tahun, kode, per, banyak), _year(store, unit, tahun, kode, per)])


def origin(row: Row) -> str:
    """Where a version came from, out of read/dasbor_riwayat.sql: file, sheet and cell, and what was corrected on screen
    in its row; or who typed it."""
    who = f"{row['oleh_nama']}, {waktu(row['pada'])}"
    if row["nama_berkas"] is None:
        return f"Diketik oleh {who}"
    place = f", lembar “{row['lembar']}”, sel {row['sel']}" if row["lembar"] else ""
    corrected = betulan.told(row["dibetulkan"], row["lembar"], row["sel"])
    return f"Berkas “{row['nama_berkas']}”{place}{corrected and ', '}{corrected}; diunggah {who}"


def value(row: Row, desimal: int = 0) -> str:
    """A quarter's figure as it was typed: "1.234,5", "45 / 90", "nihil", "tidak tersedia", or a dash.

    With at least `desimal` decimals, those of the indikator, so that it stands beside its target; never with fewer
    than were typed. A pair is of counts, and keeps its own.
    """
    if row["keadaan"] is None:
        return KOSONG
    if row["keadaan"] != "terisi":
        return str(row["keadaan"]).replace("_", " ")
    if row["pembilang"] is not None:
        return f"{angka(row['pembilang'])} / {angka(row['penyebut'])}"
    return full(row["nilai"], desimal)


def full(nilai: Decimal | None, desimal: int) -> str:
    """The value at the desimal of its indikator, or at more when more were typed."""
    typed = 0 if nilai is None else -int(nilai.normalize().as_tuple().exponent)
    return angka(nilai, max(desimal, typed))


def explain(indikator: Row, triwulan: pl.DataFrame, hasil: Row, tahun: int) -> tuple[str, ...]:
    """The calculation of one periode, a sentence per step: realisasi, target, capaian, kategori.

    Args:
        indikator: needs metode, rumus, isian, satuan, desimal.
        triwulan: columns of read/dasbor_triwulan.sql.
        hasil: one row of read/capaian.sql; every result printed is taken from it.
    """
    rows = [r for r in triwulan.iter_rows(named=True) if r["triwulan"] in PERIODE[hasil["periode"]].triwulan]
    due = [r for r in rows if r["target"] is not None and not r["sebelum_awal"]]
    nama = PERIODE[hasil["periode"]].label(tahun)
    steps = (
        METODE_ARTI[Metode(indikator["metode"])],
        _realisasi(indikator, due, hasil, nama),
        *_gaps(rows),
        _target(indikator, due, hasil, nama),
        _capaian(indikator, hasil),
        _standing(hasil),
    )
    return tuple(s for s in steps if s)


# ---------------------------------------------------------------- inside


def _one(frame: pl.DataFrame, kode: str) -> pl.DataFrame:
    return frame.filter(pl.col("kode") == kode)


def _dated(figures: pl.DataFrame, tahun: int) -> pl.DataFrame:
    return figures.filter(pl.col("periode") == "TH").with_columns(tahun=pl.lit(tahun, pl.Int32))


def _year(store: Store, unit: str, tahun: int, kode: str, per: date) -> pl.DataFrame:
    return _dated(_one(rollup.capaian(store, unit, tahun, "TH", per), kode), tahun)


def _earlier(store: Store, unit: str, tahun: int, kode: str, per: date, banyak: int = 5) -> list[pl.DataFrame]:
    years = (t for t in sorted(pengaturan.years(store, unit, per)) if tahun - banyak < t < tahun)
    return [_year(store, unit, t, kode, per) for t in years]


def _with_target(years: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(years).filter(pl.col("target").is_not_null() | pl.col("realisasi").is_not_null())


def _realisasi(indikator: Row, due: list[Row], hasil: Row, nama: str) -> str:
    if hasil["realisasi"] is None:
        return f"Realisasi {nama}: {ALASAN_NAMA.get(hasil['alasan'], 'belum ada')}."
    filled = [r for r in due if r["keadaan"] in ("terisi", "nihil")]
    said = _fold(indikator, filled)
    return f"Realisasi {nama} = {said}{_result(said, hasil['realisasi'], indikator)} {indikator['satuan']}."


def _fold(indikator: Row, filled: list[Row]) -> str:
    """The left side of the equation: which quarters enter, and how."""
    metode, last = Metode(indikator["metode"]), filled[-1]
    if metode is Metode.RASIO:
        top, bottom = (" + ".join(angka(r[k] or Decimal(0)) for r in filled) for k in ("pembilang", "penyebut"))
        return f"100 × {_bracket(top)} / {_bracket(bottom)}"
    if metode is Metode.JUMLAH:
        return " + ".join(full(r["nilai"], indikator["desimal"]) for r in filled)
    if metode is Metode.RATA_RATA:
        return _mean([full(r["nilai"], indikator["desimal"]) for r in filled])
    where = f"angka Triwulan {ROMAWI[last['triwulan']]}"
    if indikator["isian"] == Isian.PASANGAN:
        return f"{where} = 100 × {angka(last['pembilang'])} / {angka(last['penyebut'])}"
    return where


def _target(indikator: Row, due: list[Row], hasil: Row, nama: str) -> str:
    if hasil["target"] is None:
        return f"Target {nama}: tidak ada."
    metode, targets = Metode(indikator["metode"]), [full(r["target"], indikator["desimal"]) for r in due]
    if hasil["periode"] == "TH":
        # Outputs of the budget are pledged in no Perjanjian Kinerja.
        said = f"target tahunan {'Rencana Aksi' if indikator.get('kode_anggaran') else 'Perjanjian Kinerja'}"
    elif metode is Metode.JUMLAH:
        said = " + ".join(targets)
    elif metode in (Metode.RATA_RATA, Metode.RASIO):
        said = _mean(targets)
    else:
        said = f"target Triwulan {ROMAWI[due[-1]['triwulan']]}"
    return f"Target {nama} = {said}{_result(said, hasil['target'], indikator)} {indikator['satuan']}."


def _capaian(indikator: Row, hasil: Row) -> str:
    r, t = (angka(hasil[k], indikator["desimal"]) for k in ("realisasi", "target"))
    if hasil["capaian_persen"] is None:
        return f"Capaian tidak dihitung: {ALASAN_ARTI[hasil['alasan']]}."
    if hasil["target"] == 0:
        return f"Capaian = {persen(hasil['capaian_persen'])}: target 0 dinilai 100 bila realisasinya 0, selain itu 0."
    if indikator["rumus"] == Rumus.NEGATIF_RASIO and hasil["realisasi"] == 0:
        return f"Capaian = {persen(hasil['capaian_persen'])}: realisasi 0 dinilai sebesar batas rata-rata."
    said = {
        Rumus.POSITIF: f"{r} / {t}",
        Rumus.NEGATIF_SELISIH: f"(2 × {t} − {r}) / {t}",
        Rumus.NEGATIF_RASIO: f"{t} / {r}",
        Rumus.STABIL: f"(1 − |{r} − {t}| / {t})",
    }[Rumus(indikator["rumus"])]
    return f"Capaian = {said} × 100 = {persen(hasil['capaian_persen'])}."


def _standing(hasil: Row) -> str:
    if hasil["kategori"] is not None:
        return f"Kategori: {hasil['kategori']}."
    if not hasil["sementara"] or hasil["capaian_persen"] is None:
        return ""
    if not hasil["lengkap"]:
        why = f"baru {hasil['terisi']} dari {hasil['berlaku']} triwulan terisi"
    else:
        why = "belum dibenarkan Kasi"
    return f"Sementara, tanpa kategori: {why}."


def _gaps(rows: list[Row]) -> list[str]:
    """What of the periode is not in the figure, and why."""
    return [f"Triwulan {ROMAWI[r['triwulan']]} {said}." for r in rows if (said := _gap(r))]


def _gap(row: Row) -> str:
    if row["target"] is None:
        return "tidak diukur (tanpa target)"
    if row["sebelum_awal"]:
        return "sebelum triwulan awal kantor, tidak dikumpulkan"
    if row["keadaan"] is None:
        return "belum diisi"
    if row["keadaan"] == "tidak_tersedia":
        return f"tidak tersedia, tidak ikut dihitung (alasan: {row['alasan'] or 'tidak ditulis'})"
    return "nihil, dihitung 0" if row["keadaan"] == "nihil" else ""


def _result(said: str, hasil: Decimal, indikator: Row) -> str:
    """ " = 60", left out where the equation is the number itself."""
    result = angka(hasil, indikator["desimal"])
    return f" = {result}" if said not in (result, angka(hasil)) else ""


def _mean(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"({' + '.join(values)}) / {len(values)}"


def _bracket(said: str) -> str:
    return f"({said})" if " " in said else said
