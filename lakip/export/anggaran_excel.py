"""The budget of one tahun up to a triwulan as a workbook: the tree, and efficiency per program and per sasaran."""

from typing import Any

from lakip import anggaran, pengaturan
from lakip.akses import Izin, Pengguna
from lakip.anggaran import ALASAN_NAMA
from lakip.export import excel, kop
from lakip.export.excel import Kolom, Lembar
from lakip.periode import ROMAWI
from lakip.rencana import JENJANG_NAMA
from lakip.store import Store

RUPIAH: dict[str, Any] = {"lebar": 15, "jenis": "angka", "desimal": 0}
DARI_ASLI = (
    "{apa} dihitung dari angka yang tidak dibulatkan, sehingga angka terakhirnya dapat berbeda dari selisih sel."
)
PERSEN: dict[str, Any] = {"lebar": 9, "jenis": "angka", "desimal": 2}
POHON = (
    Kolom("Kode", "kode", 17),
    Kolom("Program, kegiatan, sub kegiatan", "nama", 44),
    Kolom("Pagu murni", "pagu_murni_rupiah", **RUPIAH),
    Kolom("Pagu perubahan", "pagu_perubahan_rupiah", **RUPIAH),
    Kolom("Realisasi triwulan", "realisasi_rupiah", **RUPIAH),
    Kolom("Realisasi s.d. triwulan", "realisasi_sd_rupiah", **RUPIAH),
    Kolom("Sisa", "sisa_rupiah", **RUPIAH),
    Kolom("Serapan (%)", "serapan_persen", **PERSEN),
    Kolom("Target keuangan s.d. (%)", "target_persen", **PERSEN),
    Kolom("Deviasi (poin)", "deviasi_persen", **PERSEN),
)
EFISIENSI = (
    Kolom("Pagu", "pagu_rupiah", **RUPIAH),
    Kolom("Realisasi s.d. triwulan", "realisasi_sd_rupiah", **RUPIAH),
    Kolom("Serapan (%)", "serapan_persen", **PERSEN),
    Kolom("Capaian (%)", "capaian_persen", **PERSEN),
    Kolom("Indikator lengkap", "dihitung", 9, "angka", desimal=0),
    Kolom("Indikator", "jumlah", 9, "angka", desimal=0),
    Kolom("Efisiensi (poin)", "efisiensi_persen", **PERSEN),
    Kolom("Penilaian", "penilaian", 26),
)


def build(store: Store, pengguna: Pengguna, unit: str, tahun: int, triwulan: int) -> bytes:
    """The workbook (.xlsx): sheets Anggaran, Per Program, Per Sasaran. Raises AccessError without Izin.LIHAT."""
    pengguna.require(Izin.LIHAT, unit)
    office = pengaturan.identity(store, unit)
    title = f"ANGGARAN TAHUN {tahun} S.D. TRIWULAN {ROMAWI[triwulan]}"
    head = (title,)
    mark = "DATA CONTOH" if office.contoh else ""
    programs = [_judged(r) for r in anggaran.per_program(store, unit, tahun, triwulan).to_dicts()]
    goals = [
        _judged(r) | {"tingkat": JENJANG_NAMA[r["jenjang"]]}
        for r in anggaran.per_sasaran(store, unit, tahun, triwulan).to_dicts()
    ]
    tree = anggaran.pohon(store, unit, tahun, triwulan).to_dicts()
    program = (Kolom("Kode", "kode", 12), Kolom("Program", "nama", 44), *EFISIENSI)
    goal = (Kolom("Sasaran", "sasaran", 9), Kolom("Uraian", "uraian", 44), Kolom("Tingkat", "tingkat", 10), *EFISIENSI)
    return excel.write(
        [
            Lembar("Anggaran", head, POHON, tree, (DARI_ASLI.format(apa="Deviasi"),), mark, 2),
            Lembar("Per Program", head, program, programs, (DARI_ASLI.format(apa="Efisiensi"),), mark, 2),
            Lembar("Per Sasaran", head, goal, goals, (DARI_ASLI.format(apa="Efisiensi"),), mark, 2),
        ],
        title,
        office.nama,
        kop.of(store, unit),
    )


def _judged(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"penilaian": row["efisiensi"] or ALASAN_NAMA[row["alasan"]]}
