"""Accounts, passwords, the peran an account holds, and server-side sessions.

Knows nothing of cookies and headers: the server hands in a token or its hash. The record keeps argon2id
hashes of passwords and sha256 hashes of session tokens, never the things themselves.
"""

import hashlib
import re
import secrets
import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

import polars as pl
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from lakip import jejak, periode
from lakip.akses import PERAN_NAMA, TERBATAS_BAGIAN, Izin, Pengguna, Peran, Tugas
from lakip.errors import AccessError, UserError
from lakip.formatting import waktu
from lakip.store import Store, Transaction

SANDI_MINIMUM = 8
SANDI_MAKSIMUM = 200
GAGAL_MAKSIMUM = 5
TERKUNCI = timedelta(minutes=15)
MASA_SESI = timedelta(hours=8)
POLA_AKUN = re.compile(r"[a-z0-9][a-z0-9._-]{1,31}")

KELIRU = "Nama akun atau kata sandi keliru. Periksa lagi keduanya, lalu coba sekali lagi."

# Each verify takes 64 MB for a tenth of a second; more at once would let strangers exhaust the machine.
_VERIFIES = threading.BoundedSemaphore(2)
_HASHER = PasswordHasher()


@dataclass(frozen=True)
class Kredensial:
    """What is known of one account at the door."""

    sandi: str
    aktif: bool
    gagal: int
    terkunci_sampai: datetime | None


# ---------------------------------------------------------------- accounts


def is_empty(store: Store) -> bool:
    """Whether no account exists yet, so that the set-up page may be shown."""
    return bool(store.read("akun_jumlah").item() == 0)


def list_accounts(store: Store, unit: str, hari: date | None = None) -> pl.DataFrame:
    """Columns akun, nama, aktif, terkunci_sampai, peran, bagian; one row per account and peran in force."""
    return store.read("akun_semua", unit=unit, hari=hari or periode.today())


def check_new(akun: str, nama: str, sandi: str, peran: Peran, bagian: str | None) -> None:
    """Raises UserError when an account may not look so."""
    if not POLA_AKUN.fullmatch(akun):
        raise UserError(
            f"Nama akun “{akun}” tidak dapat dipakai. Pakai 2 sampai 32 huruf kecil, angka, titik, atau tanda hubung."
        )
    if not nama.strip():
        raise UserError(f"Akun “{akun}” belum bernama. Isi nama lengkap pemegangnya.")
    check_sandi(sandi)
    _check_bagian(peran, bagian)


def check_first(peran: Peran) -> None:
    """Raises UserError when the first account would be no admin: nobody could add the next."""
    if peran is not Peran.ADMIN:
        raise UserError("Akun pertama harus berperan admin. Ulangi dengan peran admin.")


def check_sandi(sandi: str) -> None:
    """The password policy: length only, as NIST SP 800-63B 5.1.1.2 advises."""
    if len(sandi) < SANDI_MINIMUM:
        raise UserError(f"Kata sandi terlalu pendek. Pakai sedikitnya {SANDI_MINIMUM} karakter.")
    if len(sandi) > SANDI_MAKSIMUM:
        raise UserError(f"Kata sandi terlalu panjang. Pakai paling banyak {SANDI_MAKSIMUM} karakter.")


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
) -> None:
    """Add an account with one peran from `mulai` (default today).

    While no account exists, anybody on the machine may add the first one, which must be an admin
    (`oleh` None); afterwards `oleh` needs Izin.AKUN. Raises UserError for a name taken or out of policy.
    """
    peran = Peran(peran)
    check_new(akun, nama, sandi, peran, bagian)
    hashed = _HASHER.hash(sandi)
    with store.transaction() as tx:
        _require_add(tx, oleh, unit, peran)
        if not tx.read("akun_satu", akun=akun).is_empty():
            raise UserError(f"Akun “{akun}” sudah ada. Pilih nama akun lain.")
        tx.insert(
            "akun",
            [{"akun": akun, "nama": nama.strip(), "sandi": hashed, "aktif": True, "gagal": 0, "dibuat": periode.now()}],
        )
        _check_known(tx, unit, bagian)
        _insert_peran(tx, akun, unit, peran, bagian, mulai or periode.today(), None)
        jejak.write(
            tx, oleh.akun if oleh else akun, "menambah akun", f"akun:{akun}", unit=unit, peran=peran, bagian=bagian
        )


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

    For one's own account `lama` must be right; for another's `oleh` needs Izin.AKUN in its units.
    """
    check_sandi(baru)
    if oleh.akun == akun:
        authenticate(store, akun, lama or "")
    hashed = _HASHER.hash(baru)
    with store.transaction() as tx:
        _existing(tx, akun)
        if oleh.akun != akun:
            _require_over(tx, oleh, akun)
        tx.run("akun_sandi", akun=akun, sandi=hashed)
        tx.run("sesi_tutup_akun", akun=akun)
        jejak.write(tx, oleh.akun, "mengganti kata sandi", f"akun:{akun}")


def set_active(store: Store, oleh: Pengguna, akun: str, aktif: bool) -> None:
    """Disable or enable an account; disabling ends its sessions. The last admin of a unit stays."""
    with store.transaction() as tx:
        _existing(tx, akun)
        units = _require_over(tx, oleh, akun)
        tx.run("akun_aktif", akun=akun, aktif=aktif)
        if not aktif:
            tx.run("sesi_tutup_akun", akun=akun)
            for unit in units:
                _require_admin_left(tx, unit, periode.today())
        jejak.write(tx, oleh.akun, "mengaktifkan akun" if aktif else "menonaktifkan akun", f"akun:{akun}")


def find(store: Store | Transaction, akun: str, hari: date | None = None) -> Pengguna:
    """The account as who acts on `hari`, without a password: for the command line on the machine itself.

    Raises UserError when there is no such active account.
    """
    found = _pengguna(store.read("akun_pengguna", akun=akun, hari=hari or periode.today()))
    if found is None:
        raise UserError(f"Akun “{akun}” tidak ada atau tidak aktif. Lihat daftar akun di halaman Pengaturan.")
    return found


# ---------------------------------------------------------------- the door


def authenticate(store: Store, akun: str, sandi: str, pada: datetime | None = None) -> str:
    """Return the account's name when the password is right; raise UserError otherwise.

    Five wrong in a row lock the account for 15 minutes. An unknown account costs the same time as a known
    one. A disabled account answers like a wrong password.
    """
    akun, pada = akun.strip().lower(), pada or periode.now()
    if not _VERIFIES.acquire(timeout=10):
        raise UserError("Terlalu banyak orang masuk pada saat yang sama. Tunggu sebentar, lalu coba lagi.")
    try:
        known = _credentials(store, akun)
        if known and known.terkunci_sampai and known.terkunci_sampai > pada:
            raise UserError(_locked(known.terkunci_sampai))
        right = _matches(known.sandi if known else _dummy(), sandi)
        if known is None or not known.aktif:
            raise UserError(KELIRU)
        if not right or known.gagal or known.terkunci_sampai:
            _count(store, akun, right, pada)
        if not right:
            raise UserError(KELIRU)
    finally:
        _VERIFIES.release()
    return akun


def open_session(store: Store, akun: str, pada: datetime | None = None) -> str:
    """Begin a session of 8 hours and return its token; the record keeps only the token's hash."""
    pada, token = pada or periode.now(), secrets.token_urlsafe(32)
    with store.transaction() as tx:
        tx.run("sesi_bersihkan", pada=pada)
        tx.insert("sesi", [{"sesi": sid(token), "akun": akun, "dibuat": pada, "berakhir": pada + MASA_SESI}])
        jejak.write(tx, akun, "masuk", f"akun:{akun}")
    return token


def sid(token: str) -> str:
    """What a session is called inside: the sha256 of its token."""
    return hashlib.sha256(token.encode()).hexdigest()


def pengguna(store: Store, sesi: str, hari: date | None = None, pada: datetime | None = None) -> Pengguna | None:
    """Who a session (`sid` of its token) belongs to, with the peran in force on `hari`; None when it has
    ended, expired, or its account was disabled."""
    rows = store.read("sesi_pengguna", sesi=sesi, hari=hari or periode.today())
    return _pengguna(rows.filter(pl.col("berakhir") > (pada or periode.now())))


def close_session(store: Store, sesi: str) -> None:
    """End one session; nothing happens when it has ended already."""
    with store.transaction() as tx:
        owner = tx.read("sesi_akun", sesi=sesi)
        if owner.is_empty():
            return
        akun = owner.item()
        tx.run("sesi_tutup", sesi=sesi)
        jejak.write(tx, akun, "keluar", f"akun:{akun}")


# ---------------------------------------------------------------- inside


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


def _pengguna(rows: pl.DataFrame) -> Pengguna | None:
    if rows.is_empty():
        return None
    tugas = tuple(
        Tugas(Peran(r["peran"]), r["unit"], r["bagian"]) for r in rows.iter_rows(named=True) if r["peran"] is not None
    )
    return Pengguna(rows["akun"][0], rows["nama"][0], tugas)


def _credentials(store: Store, akun: str) -> Kredensial | None:
    rows = store.read("akun_satu", akun=akun)
    return None if rows.is_empty() else Kredensial(**rows.row(0, named=True))


@cache
def _dummy() -> str:
    return _HASHER.hash(secrets.token_urlsafe(16))


def _matches(hashed: str, sandi: str) -> bool:
    try:
        return _HASHER.verify(hashed, sandi[:SANDI_MAKSIMUM])
    except (VerificationError, InvalidHashError):
        return False


def _count(store: Store, akun: str, right: bool, pada: datetime) -> None:
    """Keep the number of wrong passwords in a row, and lock at the fifth."""
    with store.transaction() as tx:
        gagal = 0 if right else tx.read("akun_satu", akun=akun)["gagal"][0] + 1
        until = pada + TERKUNCI if gagal >= GAGAL_MAKSIMUM else None
        tx.run("akun_percobaan", akun=akun, gagal=0 if until else gagal, terkunci_sampai=until)
        if until:
            jejak.write(tx, akun, "terkunci", f"akun:{akun}", sampai=until.replace(tzinfo=UTC).isoformat())
    if until:
        raise UserError(_locked(until))


def _locked(until: datetime) -> str:
    return (
        f"Akun dikunci karena {GAGAL_MAKSIMUM} kali kata sandi keliru berturut-turut. "
        f"Coba lagi setelah {waktu(until)}, atau minta kata sandi baru kepada admin."
    )
