"""Workbooks, the rapor, the check of a report, and PDF out."""

import argparse

from lakip import periode, praperiksa
from lakip.export import e81, pdf, rapor, rekap_excel
from lakip.perintah import dasar
from lakip.periode import PERIODE
from lakip.store import Store


def rekap(store: Store, wanted: argparse.Namespace) -> None:
    unit, who = dasar.unit(store), dasar.actor(store, wanted, dasar.unit(store))
    with dasar.record(store, wanted) as (record, per):
        dasar.write(wanted.ke, rekap_excel.build(record, who, unit, wanted.tahun, wanted.periode, per))


def formulir_e81(store: Store, wanted: argparse.Namespace) -> None:
    unit, who = dasar.unit(store), dasar.actor(store, wanted, dasar.unit(store))
    with dasar.record(store, wanted) as (record, per):
        dasar.write(wanted.ke, e81.build(record, who, unit, wanted.tahun, wanted.triwulan, per, wanted.tanggal))


def rapor_kinerja(store: Store, wanted: argparse.Namespace) -> None:
    unit, who = dasar.unit(store), dasar.actor(store, wanted, dasar.unit(store))
    about = (unit, wanted.tahun, wanted.triwulan)
    with dasar.record(store, wanted) as (record, per):
        past, part = record if record.saat else None, dasar.bagian(store, unit, wanted)
        content = rapor.build(store, who, *about, per, wanted.tanggal, part, past)
        dasar.write(wanted.ke, content)


def pra_periksa(store: Store, wanted: argparse.Namespace) -> int:
    """Every requirement as a line; 1 while one is missing."""
    per = wanted.per or periode.today()
    found = praperiksa.check(store, dasar.unit(store), wanted.tahun, wanted.periode, per)
    print(f"Pra-periksa {PERIODE[wanted.periode].label(wanted.tahun)}: {praperiksa.summary(found)}")
    for one in found:
        print(f"[{praperiksa.KATA[one.hasil]}] {one.syarat.kode} {one.syarat.judul}: {one.bukti}")
    return int(any(one.hasil is praperiksa.Hasil.KURANG for one in found))


def ubah_pdf(_: Store, wanted: argparse.Namespace) -> None:
    dasar.write(wanted.ke, pdf.convert(dasar.read(wanted.berkas), wanted.berkas.suffix.lower()))
