"""Figures and documents out."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date

from lakip import keadaan, periode, rollup
from lakip.errors import UserError
from lakip.export import (
    laporan_semester,
    laporan_tahunan,
    laporan_triwulan,
    log_sop,
    perjanjian_kinerja,
    pilihan,
    tabel_rencana,
)
from lakip.formatting import waktu
from lakip.perintah import cetak, dasar
from lakip.periode import PERIODE
from lakip.store import Store

SEMUA = "semua"


def show_capaian(store: Store, wanted: argparse.Namespace) -> None:
    """Figures of a periode as they stand, or as the record held them at a past moment."""
    with dasar.record(store, wanted) as (record, per):
        if record.saat and not wanted.json:
            print(f"Keadaan catatan {waktu(record.saat)}")
        then = record if record.saat else keadaan.of_periode(store, dasar.unit(store), wanted.tahun, wanted.periode)
        _capaian(then, wanted, per)


def _capaian(store: Store, wanted: argparse.Namespace, per: date) -> None:
    unit = dasar.unit(store)
    rows = rollup.capaian(store, unit, wanted.tahun, wanted.periode, per).to_dicts()
    if not rows:
        raise UserError(f"Tidak ada indikator pada Tahun {wanted.tahun}. Unggah Rencana Aksi tahun itu lebih dahulu.")
    if wanted.json:
        print(json.dumps([cetak.as_json(row) for row in rows], ensure_ascii=False, indent=2))
        return
    print(PERIODE[wanted.periode].label(wanted.tahun))
    averages = rollup.rata_rata(store, unit, wanted.tahun, wanted.periode, per).to_dicts()
    for line in cetak.capaian_lines(rows, averages):
        print(line)


def triwulanan(store: Store, wanted: argparse.Namespace) -> None:
    _report(laporan_triwulan.build, store, wanted, wanted.periode)


def semester(store: Store, wanted: argparse.Namespace) -> None:
    _report(laporan_semester.build, store, wanted, wanted.periode)


def tahunan(store: Store, wanted: argparse.Namespace) -> None:
    _report(laporan_tahunan.build, store, wanted, "TH")


def _report(build: Callable[..., bytes], store: Store, wanted: argparse.Namespace, kode: str) -> None:
    """One report of a periode, with what is being done on stderr."""
    unit, who = dasar.unit(store), dasar.actor(store, wanted, dasar.unit(store))
    with dasar.record(store, wanted) as (record, per):
        content = build(
            store, who, unit, wanted.tahun, kode, per, wanted.tanggal,
            lambda step: print(f"{step} ...", file=sys.stderr), wanted.final, record if record.saat else None,
        )  # fmt: skip
    dasar.write(wanted.ke, content)


def ulang(store: Store, wanted: argparse.Namespace) -> None:
    """A report once more from its potret, with the figures of that day; records nothing."""
    unit = dasar.unit(store)
    dasar.write(wanted.ke, pilihan.again(store, dasar.actor(store, wanted, unit), unit, wanted.potret))


def log(store: Store, wanted: argparse.Namespace) -> None:
    """The log of one run of the SOP."""
    unit = dasar.unit(store)
    about = (unit, wanted.tahun, wanted.periode, periode.now())
    dasar.write(wanted.ke, log_sop.build(store, dasar.actor(store, wanted, unit), *about))


def pk(store: Store, wanted: argparse.Namespace) -> None:
    """One Perjanjian Kinerja, or a zip of all of them; what it lacks is said beside it."""
    unit = dasar.unit(store)
    about = (store, dasar.actor(store, wanted, unit), unit, wanted.tahun)
    if wanted.jabatan == SEMUA:
        dasar.write(wanted.ke, perjanjian_kinerja.build_all(*about, wanted.versi))
        return
    dasar.write(wanted.ke, perjanjian_kinerja.build(*about, wanted.jabatan, wanted.versi))
    for gap in perjanjian_kinerja.draft(store, unit, wanted.tahun, wanted.jabatan, wanted.versi).kurang:
        print(cetak.gap(gap), file=sys.stderr)


def tabel(store: Store, jenis: str, wanted: argparse.Namespace) -> None:
    """Rencana Aksi, IKU or RKT; what it lacks is said beside it."""
    unit, versi = dasar.unit(store), getattr(wanted, "versi", None)
    bagian = dasar.bagian(store, unit, wanted) if hasattr(wanted, "bagian") else None
    about = (jenis, wanted.tahun, versi, bagian, wanted.tanggal)
    dasar.write(wanted.ke, tabel_rencana.build(store, dasar.actor(store, wanted, unit), unit, *about))
    for gap in tabel_rencana.draft(store, unit, *about).kurang:
        print(cetak.gap(gap), file=sys.stderr)
