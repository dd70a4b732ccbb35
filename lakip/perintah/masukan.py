"""Workbooks in: the forms, their upload, the confirmation of what came in."""

import argparse
import sys
from collections.abc import Callable
from typing import Any

from lakip import akun, dokumen, kiriman
from lakip.akses import Pengguna
from lakip.dokumen import BERISI
from lakip.perintah import cetak, dasar, peta
from lakip.store import Store
from lakip.unggah import anggaran, betulan, hasil, kaitan, pembanding, profil, realisasi, rencana
from lakip.unggah import dokumen as isi_dokumen
from lakip.unggah.anggaran import formulir as anggaran_formulir
from lakip.unggah.berkas.buku import read_workbook
from lakip.unggah.dokumen import formulir as dokumen_formulir
from lakip.unggah.realisasi import formulir
from lakip.unggah.rencana import formulir as formulir_rencana
from lakip.validasi import Temuan

JENIS = ("rencana", "realisasi", "anggaran", "kaitan", "pembanding", *BERISI)
Jawab = dict[tuple[str, str, str], str]
Baca = Callable[[Jawab], Any]


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
    """Print how a foreign table was read, rows read, skipped, held, every temuan; save only when nothing is held."""
    unit = dasar.unit(store)
    pengguna = akun.find(store, wanted.sebagai)
    read, save = _ways(store, pengguna, wanted)
    found, answers = _answered(store, unit, wanted, read)
    for line in cetak.upload_lines(found, answers):
        print(line)
    if found.menahan:
        for line in cetak.why_not(found):
            print(line, file=sys.stderr)
        return 1
    if found.siap:
        found = betulan.with_corrections(found, read_workbook(found.content, found.nama_berkas), answers)
        print(save(store, pengguna, found).pesan)
        for nama in profil.keep(store, pengguna, found, answers, wanted.jenis):
            print(f"Bacaannya diingat sebagai “{nama}”; berkas berikutnya yang sejudul dapat memakai --profil.")
    return 0


def _answered(store: Store, unit: str, wanted: argparse.Namespace, read: Baca) -> tuple[Any, Jawab]:
    """The file under what is remembered of its shape, what the peta says, and what is agreed to or left out."""
    answers: Jawab = peta.read(wanted.peta) if wanted.peta else {}
    named = profil.named(store, unit, wanted.profil) if wanted.profil else None
    found = read(answers)
    if found.ditolak:
        return found, answers
    answers = peta.meant(answers, found)
    if named:
        given = profil.apply(named, found)
    else:
        given, known = profil.remembered(store, unit, wanted.jenis, found)
        for (lembar, _), one in known.items():
            print(f"Lembar {lembar}: dikenali dari bacaan “{one.nama}”.")
    seen, told = list(found.temuan), answers
    found, answers = _settled(read, given | answers, wanted, seen)
    peta.check({key: said for key, said in told.items() if key not in found.terjawab}, seen)
    return found, answers


def _settled(read: Baca, answers: Jawab, wanted: argparse.Namespace, seen: list[Temuan]) -> tuple[Any, Jawab]:
    """Agree and leave out, as asked, until neither brings anything new. `seen` takes every temuan on the way."""
    while True:
        found, before = read(answers), answers
        seen += found.temuan
        if wanted.setuju:
            answers = hasil.agree(found) | answers
        if wanted.tinggalkan and answers == before:
            found, answers = hasil.leave_rest(read, found, answers)
        if answers == before:
            return found, answers


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
