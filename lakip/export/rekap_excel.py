"""The recap of one periode as a workbook: every indikator, the averages, and the rules behind them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl

from lakip import pengaturan, rekap, rencana, rollup
from lakip.akses import Izin, Pengguna
from lakip.export import excel, kalimat, kop, pengesahan, rekap_lipatan, tabel
from lakip.export.excel import Kolom, Lembar
from lakip.formatting import angka, tanggal, waktu
from lakip.indikator import ALASAN_NAMA, METODE_NAMA, Metode, Rumus
from lakip.pengaturan import Berlaku
from lakip.periode import PERIODE, ROMAWI
from lakip.store import Store

REKAP = (
    Kolom("No.", "nomor", 4, "tengah"),
    Kolom("Kode", "kode", 8),
    Kolom("Indikator kinerja", "nama", 30),
    Kolom("Sasaran", "sasaran_uraian", 24),
    Kolom("Satuan", "satuan", 9, "tengah"),
    Kolom("Target tahun", "target_tahun", 10, "angka"),
    Kolom("Target periode", "target", 10, "angka"),
    Kolom("Realisasi periode", "realisasi", 10, "angka"),
    Kolom("Capaian (%)", "capaian_persen", 9, "angka", desimal=2),
    Kolom("Kategori atau keadaan", "keadaan", 15, "tengah", warna="warna"),
    Kolom("Realisasi s.d. periode", "realisasi_sd", 10, "angka"),
    Kolom("Kemajuan terhadap target tahun (%)", "kemajuan_persen", 11, "angka", desimal=2),
    Kolom("Terisi", "terisi", 6, "angka", desimal=0),
    Kolom("Berlaku", "berlaku", 8, "angka", desimal=0),
    Kolom("Jatuh tempo", "jatuh_tempo", 7, "angka", desimal=0),
    Kolom("Dibenar-\nkan", "dibenarkan", 8, "angka", desimal=0),
    Kolom("Metode", "metode_nama", 12),
    Kolom("Rumus capaian", "rumus_nama", 16),
    Kolom("Penanggung jawab", "bagian_nama", 20),
)
ALASAN_ARTI = {
    "belum_diisi": "triwulannya sudah berakhir, tetapi datanya belum ada",
    "belum_waktunya": "triwulannya belum berakhir, atau baru diukur pada triwulan berikutnya",
    "belum_lengkap": "capaian baru dihitung setelah seluruh periode terisi",
    "tanpa_target": "tidak ada target pada periode ini",
    "tidak_tersedia": "data dinyatakan tidak tersedia, dengan alasan",
    "penyebut_nol": "jumlah penyebut nol, sehingga rasio tidak dapat dihitung",
}


def build(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    kode_periode: str,
    per: date,
) -> bytes:
    """The workbook (.xlsx): sheets Rekap, Rata-rata, Kelengkapan, Keterangan. Any periode, also SM1, TH and SDn.

    A periode of several quarters has two sheets more, Per Triwulan and Rata-rata Per Triwulan: its quarters, semesters
    and itself beside each other.

    An approved periode is told as it was approved. When `store` holds a past moment (lakip.keadaan), every sheet says
    so.

    Raises AccessError without Izin.LIHAT, UserError for an unknown periode.
    """
    pengguna.require(Izin.LIHAT, unit)
    saat = store.saat
    if saat is None:
        store, per, _ = pengesahan.record(store, unit, tahun, kode_periode, per, None)
    frame = rollup.capaian(store, unit, tahun, kode_periode, per)
    averages = rollup.rata_rata(store, unit, tahun, kode_periode, per)
    berlaku = pengaturan.in_force(store, unit, tahun)
    names = {b.bagian: b.nama for b in pengaturan.bagian(store, unit)}
    identity = pengaturan.identity(store, unit)
    judul = f"REKAPITULASI CAPAIAN KINERJA {PERIODE[kode_periode].label(tahun).upper()}"
    mark = "DATA CONTOH" if identity.contoh else ""
    said = f"Keadaan catatan {waktu(saat)}, bukan keadaan sekarang" if saat else f"Data per {tanggal(per)}"
    head = [judul, said]
    rows = [_row(n, row, berlaku, names) for n, row in enumerate(frame.iter_rows(named=True), 1)]
    notes = [*_legend(rows), *_footnotes(store, unit, tahun, kode_periode)]
    sheets = [
        Lembar("Rekap", head, REKAP, rows, notes, mark, beku=3),
        Lembar("Rata-rata", head, _average_columns(berlaku), _averages(averages, berlaku), (), mark),
    ]
    if len(rekap_lipatan.parts(kode_periode)) > 1:
        about = (store, unit, tahun, kode_periode, per)
        sheets += [
            Lembar(
                "Per Triwulan", head, rekap_lipatan.columns(kode_periode, tahun),
                rekap_lipatan.rows(*about, lambda row: _judged(row, berlaku)), notes, mark, 3, kertas=excel.A3,
            ),
            Lembar(
                "Rata-rata Per Triwulan", head, rekap_lipatan.average_columns(kode_periode, tahun, _cap(berlaku)),
                rekap_lipatan.averages(*about, berlaku), (), mark, 1, kertas=excel.A3,
            ),
        ]  # fmt: skip
    sheets += [
        Lembar(
            "Kelengkapan", head, rekap_lipatan.KELENGKAPAN,
            rekap_lipatan.completeness(store, unit, tahun, kode_periode), (), mark, 2,
        ),
        Lembar("Keterangan", head, [Kolom("Kaidah penghitungan", "isi", 100)], _rules(berlaku), (), mark),
    ]  # fmt: skip
    return excel.write(sheets, judul.capitalize(), identity.nama, kop.of(store, unit))


def _row(nomor: int, row: Mapping[str, Any], berlaku: Berlaku, names: dict[str, str]) -> dict[str, Any]:
    return {
        **row,
        **_judged(row, berlaku),
        "nomor": str(nomor),
        "metode_nama": METODE_NAMA[Metode(row["metode"])].split(" (")[0],
        "rumus_nama": tabel.RUMUS[Rumus(row["rumus"])][0],
        "bagian_nama": names.get(row["bagian"], row["bagian"]),
    }


def _judged(row: Mapping[str, Any], berlaku: Berlaku) -> dict[str, Any]:
    """The word and the colour of one capaian; sementara is grey and has no kategori."""
    kategori = next((k for k in berlaku.kategori if k.nama == row["kategori"]), None)
    judged = None if row["sementara"] else kategori
    return {
        "keadaan": tabel.keadaan(row, judged),
        "warna": f"#{tabel.tint(judged)}" if judged else f"#{tabel.KELABU}",
    }


def _footnotes(store: Store, unit: str, tahun: int, kode_periode: str) -> list[str]:
    """Figures declared not available with the reason, those that assess another tahun, and the PK of the targets."""
    quarters = PERIODE[kode_periode].triwulan
    saved = store.read("realisasi_tahun", unit=unit, tahun=tahun).iter_rows(named=True)
    absent = [
        f"{r['indikator']} TW {ROMAWI[r['triwulan']]}: tidak tersedia, {r['alasan'] or 'alasan belum dicatat'}."
        for r in saved
        if r["keadaan"] == "tidak_tersedia" and r["triwulan"] in quarters
    ]
    changed = [
        f"Target sejak Triwulan {ROMAWI[pk.mulai_triwulan]} menurut Perjanjian Kinerja Perubahan"
        f"{f' Nomor {pk.nomor}' if pk.nomor else ''}; triwulan sebelumnya tetap menurut targetnya semula."
        for pk in rencana.pk_versions(store, unit, tahun)
        if pk.sifat != "murni" and pk.mulai_triwulan <= quarters[-1]
    ]
    return [*absent, *rekap.assessments(store, unit, tahun, quarters), *changed]


def _legend(rows: list[dict[str, Any]]) -> list[str]:
    """What the words in place of a figure mean; only those that occur."""
    notes = [f"{ALASAN_NAMA[k]}: {arti}." for k, arti in ALASAN_ARTI.items() if any(r["alasan"] == k for r in rows)]
    if any(r["sementara"] and not r["alasan"] for r in rows):
        notes.append("sementara atau belum dibenarkan: belum diberi kategori dan tidak masuk rata-rata.")
    return ["Keterangan:", *notes] if notes else []


def _cap(berlaku: Berlaku) -> str:
    batas: Decimal | None = berlaku.batas_rata_rata
    return "Rata-rata (%)" if batas is None else f"Rata-rata batas {angka(batas)} (%)"


def _average_columns(berlaku: Berlaku) -> list[Kolom]:
    return [
        Kolom("Sasaran", "uraian", 50),
        Kolom("Dihitung dari", "dasar", 22, "tengah"),
        Kolom("Rata-rata tanpa batas (%)", "tanpa_batas", 16, "angka", desimal=2),
        Kolom(_cap(berlaku), "dengan_batas", 16, "angka", 2),
        Kolom("Kategori", "kategori", 18, "tengah", warna="warna"),
    ]


def _averages(frame: pl.DataFrame, berlaku: Berlaku) -> list[dict[str, Any]]:
    rows = []
    for row in frame.iter_rows(named=True):
        kategori = next((k for k in berlaku.kategori if k.nama == row["kategori"]), None)
        said = {
            "uraian": row["uraian"] or "Seluruh indikator kinerja Camat",
            "dasar": f"{row['dihitung']} dari {row['jumlah']} indikator",
            "kategori": row["kategori"] or "belum dinilai",
            "warna": f"#{tabel.tint(kategori)}" if kategori else None,
        }
        rows.append({**row, **said})
    return rows


def _rules(berlaku: Berlaku) -> list[dict[str, str]]:
    formulas = [f"{nama}: {rumus}" for nama, rumus in tabel.RUMUS.values()]
    return [{"isi": text} for text in (*formulas, *kalimat.kaidah(berlaku))]
