"""The office itself: its example, its accounts, its backup, whether its record is whole."""

import argparse
import getpass
import shutil
import sys
from contextlib import closing

from lakip import akses, akun, cadangan, contoh, pengaturan, periode
from lakip.akses import Peran
from lakip.cadangan import Jenis, Manifes
from lakip.formatting import waktu
from lakip.perintah import dasar
from lakip.store import Store
from lakip.utuh import periksa, selesai


def load_example(store: Store, _: argparse.Namespace) -> None:
    for name, nama, peran, sandi in contoh.load(store):
        print(f"{name:<16} {peran:<28} {nama:<36} kata sandi: {sandi}")
    print("Data contoh dimuat: tiga tahun Kecamatan Paringin Selatan, dengan pejabat dan angka rekaan.")


def add_account(store: Store, wanted: argparse.Namespace) -> None:
    """The first account of a fresh folder is an admin, and brings the office of the SOP with it."""
    first = akun.is_empty(store)
    peran = Peran(wanted.peran or (Peran.ADMIN if first else Peran.STAF))
    nama, sandi = wanted.nama or wanted.akun, _sandi(wanted)
    akun.check_new(wanted.akun, nama, sandi, peran, wanted.bagian)
    if first:
        akun.check_first(peran)
    if not pengaturan.units(store):
        _set_up(store)
    unit = dasar.unit(store)
    oleh = None if first else dasar.actor(store, wanted, unit)
    akun.add(store, oleh, wanted.akun, nama, sandi, unit, peran, dasar.bagian(store, unit, wanted))
    print(f"Akun “{wanted.akun}” ditambah dengan peran {akses.PERAN_NAMA[peran]}.")


def set_password(store: Store, wanted: argparse.Namespace) -> None:
    akun.set_sandi(store, dasar.actor(store, wanted, dasar.unit(store)), wanted.akun, _sandi(wanted))
    print(
        f"Kata sandi akun “{wanted.akun}” diganti; sesinya yang terbuka diakhiri. Pemegangnya mengganti kata sandi ini "
        "ketika masuk."
    )


def disable(store: Store, wanted: argparse.Namespace) -> None:
    akun.set_active(store, dasar.actor(store, wanted, dasar.unit(store)), wanted.akun, aktif=False)
    print(f"Akun “{wanted.akun}” dinonaktifkan.")


def release(store: Store, wanted: argparse.Namespace) -> None:
    """What is counted in memory went when the application was stopped for this command."""
    who = dasar.actor(store, wanted, dasar.unit(store))
    akun.release(store, who, wanted.akun)
    if akun.faktor.is_set(store, wanted.akun):
        akun.faktor.remove(store, who, wanted.akun)
    print(f"Akun “{wanted.akun}” bebas: tanpa jeda dan tanpa faktor kedua. Jalankan lagi aplikasinya.")


def back_up(store: Store, wanted: argparse.Namespace) -> int:
    """1 when the backup lacks something; it is kept all the same."""
    hasil = cadangan.write(store, Jenis.MANUAL, wanted.ke)
    for sentence in hasil.masalah:
        print(sentence, file=sys.stderr)
    print(f"Cadangan ditulis ke {hasil.path} dan terbaca kembali: {_held(hasil.manifes)}.")
    return 1 if hasil.masalah else 0


def bring_back(wanted: argparse.Namespace) -> int:
    """Shows what a backup holds, after reading all of it; with --ya it becomes the record of the data folder."""
    siap = cadangan.prepare(wanted.berkas, wanted.data)
    try:
        isi, manifes = siap.isi, siap.manifes
        print(f"Kantor:              {', '.join(isi.kantor) or 'belum ada'}")
        print(f"Tahun:               {', '.join(map(str, isi.tahun)) or 'belum ada'}")
        print(f"Perbuatan terakhir:  nomor {isi.nomor}, {waktu(isi.pada)}")
        print(f"Isinya:              {sum(isi.baris.values())} baris dalam {len(isi.baris)} tabel")
        print(f"Dibuat:              {manifes.saat} WITA oleh Lakip {manifes.versi or 'versi lama'}")
        for sentence in (*manifes.kurang, *(f"Tabel “{t}” tidak ikut: tidak terbaca." for t in manifes.hilang)):
            print(f"Kurang:              {sentence}")
        if not wanted.ya:
            print("Belum ada yang diubah. Tambahkan --ya untuk memulihkannya.", file=sys.stderr)
            return 1
        kept = cadangan.restore(siap)
    finally:
        shutil.rmtree(siap.folder, ignore_errors=True)
    with closing(Store(wanted.data, cadangan.before_change)) as store:
        cadangan.note_restored(store, wanted.berkas.name)
    print(f"Dipulihkan. Keadaan sebelumnya disimpan di {kept}.")
    return 0


def check(store: Store, _: argparse.Namespace) -> int:
    """Everything that is not as it was written, with what and where; 1 when there is any."""
    found = periksa.check(store, lambda what: print(f"{what} ...", file=sys.stderr) if sys.stderr.isatty() else None)
    for sentence in (*found.temuan, *found.catatan):
        print(sentence, file=sys.stderr)
    if found.temuan:
        return 1
    print(found.kalimat)
    return 0


def _held(manifes: Manifes) -> str:
    originals = sum(1 for name in manifes.berkas if name.startswith("arsip/"))
    return f"{sum(manifes.baris.values())} baris, {originals} berkas asli, perbuatan nomor {manifes.nomor}"


def settle(store: Store, wanted: argparse.Namespace) -> None:
    unit = dasar.unit(store)
    who = dasar.actor(store, wanted, unit)
    if wanted.apa == "jam":
        selesai.clock_is_right(store, who, unit, wanted.alasan)
        print("Jam komputer dinyatakan benar; perbuatan berikutnya dicatat menurut jam itu.")
    else:
        found = selesai.go_on(store, who, unit, wanted.alasan)
        print(f"Catatan dilanjutkan sebagaimana adanya; {len(found)} temuan tertulis pada jejak.")


def _set_up(store: Store) -> None:
    identity = pengaturan.IDENTITAS_BAWAAN
    officials = (pengaturan.CAMAT_BAWAAN,)
    awal = pengaturan.running(periode.today())
    pengaturan.set_up_office(
        store, akses.system(identity.unit), identity, pengaturan.BAGIAN_BAWAAN, officials, awal=awal
    )  # fmt: skip


def _sandi(wanted: argparse.Namespace) -> str:
    if wanted.sandi is not None:
        return str(wanted.sandi)
    return getpass.getpass("Kata sandi: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
