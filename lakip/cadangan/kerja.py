"""Making the backups of a record: one at a time, whoever asks, and what went wrong is remembered."""

import logging
import sys
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from weakref import WeakKeyDictionary

from lakip import jejak, pengaturan, periode
from lakip.akses import Izin, Pengguna
from lakip.cadangan import kedua, pulih, setelan, susun, tanda
from lakip.cadangan.isi import Jenis, listed
from lakip.cadangan.susun import Hasil, Lapor, quiet
from lakip.errors import KESALAHAN, UserError
from lakip.formatting import angka, waktu
from lakip.store import Store
from lakip.utuh import mulai

GAGAL = "Cadangan {} pada {} gagal: {}"


@dataclass
class Kerja:
    """A backup in the making: by whom, since when (UTC), how far it is, and what came of it."""

    oleh: str
    sejak: datetime
    bagian: float = 0.0
    langkah: str = "Menunggu giliran"
    hasil: Future[Hasil] = field(default_factory=Future)

    def tell(self, bagian: float, langkah: str) -> None:
        self.bagian, self.langkah = bagian, langkah


_kunci = threading.Lock()
_giliran: WeakKeyDictionary[Store, threading.Lock] = WeakKeyDictionary()
_kerja: WeakKeyDictionary[Store, Kerja] = WeakKeyDictionary()


def run(store: Store, jenis: Jenis, lapor: Lapor = quiet, saat: datetime | None = None) -> Hasil:
    """Make one backup, copy it to the second folder, and take away those that may go. Waits for one that is being made.

    What is wrong stands in `tanda` afterwards; when nothing came of it, that is raised too.
    """
    assert store.folder is not None, "an in-memory record is not backed up"
    with _kunci:
        turn = _giliran.setdefault(store, threading.Lock())
    with turn:
        saat = saat or tanda.local_now()
        sah = store.read("cadangan_pengesahan").item()
        try:
            hasil = susun.write(store, jenis, None, lapor, saat)
        except (UserError, OSError) as error:
            why = str(error) if isinstance(error, UserError) else f"{error.strerror}."
            _remember(store, masalah=[GAGAL.format(jenis, f"{saat:%d/%m/%Y %H.%M}", why)])
            raise
        sidik, said = store.read("jejak_pertama").item(), []
        if second := setelan.in_force(store).folder:
            lapor(1.0, "Menyalin ke folder kedua")
            try:
                kedua.copy(hasil.path, second)
                kedua.retain(second, sidik)
            except (UserError, OSError) as error:
                said = [str(error)]
        kedua.retain(store.folder / "cadangan", sidik)
        known = {"pengesahan": sah} if jenis is Jenis.PENGESAHAN else {}
        _remember(store, masalah=list(hasil.masalah), kedua=said, **known)
        return hasil


def before_change(store: Store) -> None:
    """What `Store` calls before another program, or new tables, touch a record: without this backup, nothing does."""
    print("Program ini belum pernah membuka data ini: mencadangkannya dahulu ...", file=sys.stderr, flush=True)
    try:
        susun.write(store, Jenis.PEMBARUAN)
    except (UserError, OSError) as error:
        raise UserError(
            f"Program ini belum pernah membuka data ini, dan cadangan sebelum membukanya gagal: {error} "
            "Tidak ada yang diubah. Perbaiki sebabnya, lalu jalankan lagi."
        ) from error


def by_hand(store: Store, oleh: Pengguna, unit: str, lapor: Lapor = quiet) -> Hasil:
    """One that somebody asks for; on the trail."""
    oleh.require(Izin.AKUN, unit)
    hasil = run(store, Jenis.MANUAL, lapor)
    with store.transaction() as tx:
        jejak.write(tx, oleh.akun, "membuat cadangan", f"unit:{unit}", unit=unit, berkas=hasil.path.name)
    return hasil


def note_restored(store: Store, berkas: str) -> None:
    """Say on the trail that the record goes on from a backup: which, and by whom nobody knows yet."""
    mulai.begin(store)
    offices = [one.unit for one in pengaturan.units(store)]
    with store.transaction() as tx:
        for unit in offices:
            jejak.write(tx, "sistem", "memulihkan cadangan", f"unit:{unit}", unit=unit, berkas=berkas)


def take(store: Store, oleh: Pengguna, unit: str, nama: str) -> Path:
    """The file of a backup that somebody carries away, with all that an office knows; on the trail.

    Raises UserError when there is none of that name.
    """
    oleh.require(Izin.AKUN, unit)
    path = _named(store, nama)
    with store.transaction() as tx:
        jejak.write(tx, oleh.akun, "mengunduh cadangan", f"unit:{unit}", unit=unit, berkas=nama)
    return path


def start(store: Store, oleh: Pengguna, unit: str) -> Kerja:
    """The same in the background: begun now, or the one that goes on already."""
    oleh.require(Izin.AKUN, unit)
    with _kunci:
        now = _kerja.get(store)
        if now is not None and not now.hasil.done():
            return now
        kerja = _kerja[store] = Kerja(oleh.nama, periode.now())

    def make() -> None:
        try:
            kerja.hasil.set_result(by_hand(store, oleh, unit, kerja.tell))
        except UserError as error:
            kerja.hasil.set_exception(error)
        except Exception as error:
            logging.getLogger("lakip").exception("cadangan gagal", exc_info=error)
            kerja.hasil.set_exception(UserError(KESALAHAN.format(waktu(periode.now()))))

    threading.Thread(target=make, name="cadangan", daemon=True).start()
    return kerja


def try_out(store: Store, oleh: Pengguna, unit: str, nama: str) -> str:
    """Bring a backup back into a folder of its own: what came of it, in words, which is remembered beside it."""
    oleh.require(Izin.AKUN, unit)
    assert store.folder is not None, "an in-memory record has no backups"
    uji = pulih.drill(_named(store, nama))
    said = (
        f"{waktu(periode.now())}: pulih dalam {angka(Decimal(str(round(uji.detik, 1))))} detik, "
        f"{angka(sum(uji.isi.baris.values()))} baris, {uji.berkas} berkas asli, perbuatan nomor {uji.isi.nomor}"
    )
    _remember(store, uji={**tanda.read(store.folder).get("uji", {}), nama: said})
    return said


def find(store: Store) -> Kerja | None:
    """The last one that was asked for in this program; None: none was."""
    return _kerja.get(store)


def _named(store: Store, nama: str) -> Path:
    """Only what is listed: a name from outside is no path."""
    there = {c.path.name: c.path for c in listed(store.folder / "cadangan")} if store.folder else {}
    if nama not in there:
        raise UserError(f"Cadangan “{nama}” tidak ada lagi. Muat ulang halaman Cadangan.")
    return there[nama]


def _remember(store: Store, **what: object) -> None:
    """A disk that is full holds nothing more, not even that."""
    assert store.folder is not None
    try:
        tanda.remember(store.folder, **what)
    except OSError as error:
        logging.getLogger("lakip").warning("keadaan cadangan tidak tercatat", exc_info=error)
