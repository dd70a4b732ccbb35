"""Workbooks, the rapor, the check of a report, and PDF out."""

import argparse
from datetime import date

from lakip import periode, praperiksa
from lakip.export import e81, pdf, rapor, rekap_excel
from lakip.perintah import dasar
from lakip.periode import PERIODE
from lakip.store import Store


def rekap(store: Store, wanted: argparse.Namespace) -> None:
    unit = dasar.unit(store)
    content = rekap_excel.build(
        store, dasar.actor(store, wanted, unit), unit, wanted.tahun, wanted.periode, _per(wanted)
    )
    dasar.write(wanted.ke, content)


def formulir_e81(store: Store, wanted: argparse.Namespace) -> None:
    unit, per = dasar.unit(store), _per(wanted)
    about = (unit, wanted.tahun, wanted.triwulan, per, wanted.tanggal or per)
    dasar.write(wanted.ke, e81.build(store, dasar.actor(store, wanted, unit), *about))


def rapor_kinerja(store: Store, wanted: argparse.Namespace) -> None:
    unit, per = dasar.unit(store), _per(wanted)
    about = (unit, wanted.tahun, wanted.triwulan, per, wanted.tanggal or per, dasar.bagian(store, unit, wanted))
    dasar.write(wanted.ke, rapor.build(store, dasar.actor(store, wanted, unit), *about))


def pra_periksa(store: Store, wanted: argparse.Namespace) -> int:
    """Every requirement as a line; 1 while one is missing."""
    found = praperiksa.check(store, dasar.unit(store), wanted.tahun, wanted.periode, _per(wanted))
    print(f"Pra-periksa {PERIODE[wanted.periode].label(wanted.tahun)}: {praperiksa.summary(found)}")
    for one in found:
        print(f"[{praperiksa.KATA[one.hasil]}] {one.syarat.kode} {one.syarat.judul}: {one.bukti}")
    return int(any(one.hasil is praperiksa.Hasil.KURANG for one in found))


def ubah_pdf(_: Store, wanted: argparse.Namespace) -> None:
    dasar.write(wanted.ke, pdf.convert(dasar.read(wanted.berkas), wanted.berkas.suffix.lower()))


def _per(wanted: argparse.Namespace) -> date:
    found: date = wanted.per or periode.today()
    return found
