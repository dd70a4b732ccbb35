"""Accounts: who may sign in, with which password, and the peran that each holds."""

import re
from datetime import date, timedelta

import polars as pl

from lakip import jejak, periode
from lakip.akses import PERAN_NAMA, TERBATAS_BAGIAN, Izin, Pengguna, Peran
from lakip.akun import jeda, kabar, pintu, sesi
from lakip.akun import sandi as kata_sandi
from lakip.errors import AccessError, UserError
from lakip.store import Store, Transaction
from lakip.utuh import jam

POLA_AKUN = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}")


def is_empty(store: Store) -> bool:
    """Whether no account exists yet, so that the set-up page may be shown."""
    return bool(store.read("akun_jumlah").item() == 0)


def list_accounts(store: Store, unit: str, hari: date | None = None) -> pl.DataFrame:
    """Columns akun, nama, aktif, berfaktor, peran, bagian; one row per account and peran in force."""
    return store.read("akun_semua", unit=unit, hari=hari or periode.today())


def check_new(akun: str, nama: str, sandi: str, peran: Peran, bagian: str | None) -> None:
    """Raises UserError when an account may not look so."""
    check_name(akun)
    if not nama.strip():
        raise UserError(f"Akun “{akun}” belum bernama. Isi nama lengkap pemegangnya.")
    kata_sandi.check(sandi, (akun, nama))
    _check_bagian(peran, bagian)


def check_name(akun: str) -> None:
    """Raises UserError when an account may not be called so."""
    if not POLA_AKUN.fullmatch(akun):
        raise UserError(
            f"Nama akun “{akun}” tidak dapat dipakai. Pakai 2 sampai 32 huruf kecil, angka, titik, atau tanda hubung."
        )


def check_first(peran: Peran) -> None:
    """Raises UserError when the first account would be no admin: nobody could add the next."""
    if peran is not Peran.ADMIN:
        raise UserError("Akun pertama harus berperan admin. Ulangi dengan peran admin.")


def add(
    store: Store,
    oleh: Pengguna | None,
    akun: str,
    nama: str,
    sandi: str,
    unit: str,
    peran: Peran,
    bagian: str | None = None,
    *,
    mulai: date | None = None,
    sementara: bool = True,
) -> None:
    """Add an account with one peran from `mulai` (default today).

    `sementara`: its holder must set another password before anything else. The first one's holder sets it himself.

    While no account exists, anybody on the machine may add the first one, which must be an admin
    (`oleh` None); afterwards `oleh` needs Izin.AKUN. Raises UserError for a name taken or out of policy.
    """
    peran = Peran(peran)
    check_new(akun, nama, sandi, peran, bagian)
    kata_sandi.check(sandi, (akun, nama, *_office(store, [unit])))
    hashed = kata_sandi.hashed(sandi)
    with store.transaction() as tx:
        _require_add(tx, oleh, unit, peran)
        insert_new(
            tx, oleh, akun, nama, hashed, unit, peran, bagian, mulai=mulai or periode.today(), sementara=sementara
        )


def insert_new(
    tx: Transaction,
    oleh: Pengguna | None,
    akun: str,
    nama: str,
    hashed: str,
    unit: str,
    peran: Peran,
    bagian: str | None,
    *,
    mulai: date,
    pejabat: str | None = None,
    sementara: bool = True,
) -> None:
    """Write one account with its peran, in the transaction of whoever asked for the right to."""
    if not tx.read("akun_satu", akun=akun).is_empty():
        raise UserError(f"Akun “{akun}” sudah ada. Pilih nama akun lain.")
    row = {"akun": akun, "nama": nama.strip(), "sandi": hashed, "aktif": True, "gagal": 0, "dibuat": periode.now()}
    tx.insert("akun", [{**row, "wajib_ganti": sementara and oleh is not None}])
    _check_known(tx, unit, bagian)
    _insert_peran(tx, akun, unit, peran, bagian, mulai, None, pejabat)
    by = oleh.akun if oleh else akun
    jejak.write(tx, by, "menambah akun", f"akun:{akun}", unit=unit, peran=peran, bagian=bagian)


def give_peran(
    store: Store,
    oleh: Pengguna,
    akun: str,
    unit: str,
    peran: Peran,
    bagian: str | None = None,
    *,
    mulai: date,
    selesai: date | None = None,
    pejabat: str | None = None,
) -> None:
    """Let an account hold one more peran, `mulai`..`selesai` both included (a Plt holds two for a while)."""
    oleh.require(Izin.AKUN, unit)
    _check_bagian(peran, bagian)
    if selesai is not None and selesai < mulai:
        raise UserError(f"Peran untuk akun “{akun}” berakhir sebelum dimulai. Periksa kedua tanggalnya.")
    with store.transaction() as tx:
        _existing(tx, akun)
        _check_known(tx, unit, bagian)
        _insert_peran(tx, akun, unit, peran, bagian, mulai, selesai, pejabat)
        jejak.write(tx, oleh.akun, "memberi peran", f"akun:{akun}", unit=unit, peran=peran, bagian=bagian, mulai=mulai)


def end_peran(store: Store, oleh: Pengguna, akun: str, unit: str, peran: Peran, selesai: date) -> None:
    """Let a peran end with the day `selesai`."""
    oleh.require(Izin.AKUN, unit)
    with store.transaction() as tx:
        tx.run("akun_peran_akhiri", akun=akun, unit=unit, peran=str(peran), selesai=selesai)
        _require_admin_left(tx, unit, selesai + timedelta(days=1))
        jejak.write(tx, oleh.akun, "mengakhiri peran", f"akun:{akun}", unit=unit, peran=peran, selesai=selesai)


def set_sandi(store: Store, oleh: Pengguna, akun: str, baru: str, lama: str | None = None) -> None:
    """Change a password and end every session of the account.

    For one's own account `lama` must be right; for another's `oleh` needs Izin.AKUN in its units, and its holder must
    set one of his own at the next sign-in, where he is told who set this one.
    """
    own = oleh.akun == akun
    kata_sandi.check(baru, (akun, *_office(store, store.read("akun_unit", akun=akun)["unit"].to_list())))
    if own:
        pintu.authenticate(store, akun, lama or "", inside=True)
        if lama == baru:
            raise UserError("Kata sandi baru sama dengan yang sekarang. Pilih yang lain.")
    hashed = kata_sandi.hashed(baru)
    with store.transaction() as tx:
        _existing(tx, akun)
        if not own:
            _require_over(tx, oleh, akun)
            kabar.record(tx, akun, "mengganti kata sandi", oleh.akun)
        tx.run("akun_sandi", akun=akun, sandi=hashed, wajib_ganti=not own)
        tx.run("sesi_tutup_akun", akun=akun, kecuali=None)
        jejak.write(tx, oleh.akun, "mengganti kata sandi", f"akun:{akun}")
    jeda.of(store).free(akun)


def release(store: Store, oleh: Pengguna, akun: str) -> None:
    """Let an account try again at once, however often it was wrong; what runs elsewhere keeps its own counts."""
    with store.transaction() as tx:
        _existing(tx, akun)
        _require_over(tx, oleh, akun)
        jejak.write(tx, oleh.akun, "membebaskan akun", f"akun:{akun}")
    for key in (akun, f"{akun}#kode"):
        jeda.of(store).free(key)


def set_active(store: Store, oleh: Pengguna, akun: str, aktif: bool) -> None:
    """Disable or enable an account; disabling ends its sessions. The last admin of a unit stays."""
    with store.transaction() as tx:
        _existing(tx, akun)
        units = _require_over(tx, oleh, akun)
        tx.run("akun_aktif", akun=akun, aktif=aktif)
        if not aktif:
            tx.run("sesi_tutup_akun", akun=akun, kecuali=None)
            for unit in units:
                _require_admin_left(tx, unit, periode.today())
        jejak.write(tx, oleh.akun, "mengaktifkan akun" if aktif else "menonaktifkan akun", f"akun:{akun}")


def find(store: Store | Transaction, akun: str, hari: date | None = None) -> Pengguna:
    """The account as who acts on `hari`, without a password: for the command line on the machine itself.

    Raises UserError when there is no such active account.
    """
    found = sesi.from_rows(store.read("akun_pengguna", akun=akun, hari=hari or periode.today()))
    if found is not None and not found.tugas and (said := jam.now_doubted(store)):
        raise UserError(f"{said} Menurut tanggal itu akun “{akun}” belum berperan. {jam.BETULKAN}")
    if found is None:
        raise UserError(f"Akun “{akun}” tidak ada atau tidak aktif. Lihat daftar akun di halaman Pengaturan.")
    return found


# ---------------------------------------------------------------- inside


def _office(store: Store, units: list[str]) -> list[str]:
    """What the offices are called: no password is made of that."""
    rows = [store.read("unit_satu", unit=unit) for unit in units]
    return [text for row in rows if not row.is_empty() for text in row.select("nama", "kabupaten", "tempat").row(0)]


def _check_bagian(peran: Peran, bagian: str | None) -> None:
    if peran in TERBATAS_BAGIAN and not bagian:
        raise UserError(f"Peran {PERAN_NAMA[peran]} bertugas untuk satu bagian. Pilih bagiannya.")


def _check_known(tx: Transaction, unit: str, bagian: str | None) -> None:
    known = tx.read("bagian_semua", unit=unit)["bagian"].to_list()
    if bagian is not None and bagian not in known:
        raise UserError(f"Bagian “{bagian}” tidak ada. Bagian yang ada: {', '.join(known)}.")


def _require_add(tx: Transaction, oleh: Pengguna | None, unit: str, peran: Peran) -> None:
    if tx.read("akun_jumlah").item() == 0 and oleh is None:
        check_first(peran)
    elif oleh is None:
        raise AccessError("Sudah ada akun. Akun berikutnya ditambah oleh admin di halaman Pengaturan.")
    else:
        oleh.require(Izin.AKUN, unit)


def _require_over(tx: Transaction, oleh: Pengguna, akun: str) -> list[str]:
    """The units in which `akun` holds or held a peran; `oleh` must be allowed in all of them."""
    units: list[str] = tx.read("akun_unit", akun=akun)["unit"].to_list()
    assert units, "add() gives every account a peran"
    for unit in units:
        oleh.require(Izin.AKUN, unit)
    return units


def _require_admin_left(tx: Transaction, unit: str, hari: date) -> None:
    if tx.read("akun_admin", unit=unit, hari=hari).item() == 0:
        raise UserError("Tindakan ini menghapus admin terakhir. Beri peran admin kepada akun lain lebih dahulu.")


def _existing(tx: Transaction, akun: str) -> None:
    if tx.read("akun_satu", akun=akun).is_empty():
        raise UserError(f"Akun “{akun}” tidak ada. Periksa penulisannya.")


def _insert_peran(
    tx: Transaction,
    akun: str,
    unit: str,
    peran: Peran,
    bagian: str | None,
    mulai: date,
    selesai: date | None,
    pejabat: str | None = None,
) -> None:
    tx.insert(
        "akun_peran",
        [
            {
                "akun": akun,
                "unit": unit,
                "peran": str(peran),
                "bagian": bagian,
                "pejabat": pejabat,
                "mulai": mulai,
                "selesai": selesai,
            }
        ],
    )
