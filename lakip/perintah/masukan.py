"""Workbooks in: the forms, their upload, the confirmation of what came in."""

import argparse
import sys
from collections.abc import Callable
from typing import Any

from lakip import akun, dokumen, kiriman
from lakip.akses import Pengguna
from lakip.dokumen import BERISI
from lakip.perintah import cetak, dasar
from lakip.store import Store
from lakip.unggah import anggaran, hasil, kaitan, pembanding, realisasi, rencana
from lakip.unggah import dokumen as isi_dokumen
from lakip.unggah.anggaran import formulir as anggaran_formulir
from lakip.unggah.dokumen import formulir as dokumen_formulir
from lakip.unggah.realisasi import formulir
from lakip.unggah.rencana import formulir as formulir_rencana

JENIS = ("rencana", "realisasi", "anggaran", "kaitan", "pembanding", *BERISI)
Baca = Callable[[hasil.Jawaban | None], Any]


def form(store: Store, wanted: argparse.Namespace) -> None:
    unit, tahun = dasar.unit(store), wanted.tahun
    match wanted.jenis:
        case "rencana":
            content = formulir_rencana.rencana_form(store, unit, tahun)
        case "realisasi":
            triwulan, bagian = dasar.triwulan(wanted), dasar.bagian(store, unit, wanted)
            content = formulir.realisasi_form(store, unit, tahun, triwulan, bagian)
        case "anggaran":
            content = anggaran_formulir.anggaran_form(store, unit, tahun)
        case "kaitan":
            content = kaitan.kaitan_form(store, unit, tahun)
        case "pembanding":
            content = pembanding.pembanding_form(store, unit, tahun)
        case jenis:
            content = dokumen_formulir.contents_form(store, unit, dokumen.in_force(store, unit, jenis, tahun))
    dasar.write(wanted.ke, content)


def upload(store: Store, wanted: argparse.Namespace) -> int:
    """Print rows read, skipped, held and every temuan; save only when nothing is held."""
    dasar.unit(store)
    pengguna = akun.find(store, wanted.sebagai)
    read, save = _ways(store, pengguna, wanted)
    found = read(None)
    if wanted.tinggalkan and found.menahan and not found.ditolak:
        found = read(hasil.leave_out(found))
    for line in cetak.upload_lines(found):
        print(line)
    if found.menahan:
        print(cetak.why_not(found), file=sys.stderr)
        return 1
    if found.siap:
        print(save(store, pengguna, found).pesan)
    return 0


def _ways(store: Store, pengguna: Pengguna, wanted: argparse.Namespace) -> tuple[Baca, Callable[..., Any]]:
    """How a file of this jenis is read, given answers, and how it is saved."""
    unit, tahun = dasar.unit(store), wanted.tahun
    file = (dasar.read(wanted.berkas), wanted.berkas.name, unit)
    match wanted.jenis:
        case "rencana":
            return lambda answers: rencana.read(store, pengguna, *file, tahun, jawaban=answers), rencana.save
        case "realisasi":
            about = (tahun, dasar.triwulan(wanted), dasar.bagian(store, unit, wanted))
            return lambda answers: realisasi.read(store, pengguna, *file, *about, answers), realisasi.save
        case "anggaran":
            return lambda answers: anggaran.read(store, pengguna, *file, tahun, answers), anggaran.save
        case "kaitan":
            return lambda answers: kaitan.read(store, pengguna, *file, tahun, answers), kaitan.save
        case "pembanding":
            return (
                lambda answers: pembanding.read(store, pengguna, *file, tahun, answers),
                pembanding.save,
            )
        case jenis:
            one = dokumen.in_force(store, unit, jenis, tahun)
            return lambda answers: isi_dokumen.read(store, pengguna, *file, one, answers), isi_dokumen.save


def confirm(store: Store, wanted: argparse.Namespace) -> None:
    unit, pengguna = dasar.unit(store), akun.find(store, wanted.sebagai)
    bagian = dasar.bagian(store, unit, wanted)
    done = kiriman.confirm_all(store, pengguna, unit, wanted.tahun, wanted.triwulan, bagian)
    for one, many in done.items():
        print(f"{one}: {many} angka dibenarkan.")
