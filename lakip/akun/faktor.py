"""The second factor: a code that changes every 30 seconds (RFC 6238), and recovery codes for when the phone is lost.

The secret stands in the record as it is, because the server must compute with it; recovery codes only as sha256.
Whoever can copy the record can therefore make codes, but still needs the password.
"""

import hashlib
import re
import secrets
import time
from datetime import date

import pyotp

from lakip import jejak, pengaturan, periode
from lakip.akses import Izin, Pengguna, Peran
from lakip.akun import gagal, jeda, kabar, pintu
from lakip.errors import UserError
from lakip.store import Store, Transaction

WAJIB = frozenset({Peran.ADMIN, Peran.SEKCAM, Peran.CAMAT})
JUMLAH_PEMULIHAN = 10
LANGKAH = 30  # seconds
TOLERANSI = 1  # steps that a phone may be fast or slow
HURUF = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that looks like another
KODE_KELIRU = "Kode keliru atau sudah dipakai. Tunggu kode berikutnya pada ponsel, lalu ketik kode itu."


def is_set(store: Store, akun: str) -> bool:
    rows = store.read("akun_satu", akun=akun)
    return not rows.is_empty() and rows["faktor"][0] is not None


def is_required(store: Store, pengguna: Pengguna, hari: date | None = None) -> bool:
    """Whether an office of this account wants it for a peran that it holds."""
    tahun = (hari or periode.today()).year
    units = {t.unit for t in pengguna.tugas if t.peran in WAJIB}
    return any(pengaturan.wants_second_factor(store, unit, tahun) for unit in units)


def new_secret() -> str:
    return pyotp.random_base32()


def address(akun: str, rahasia: str, kantor: str) -> str:
    """What the QR code says to an authenticator application."""
    return pyotp.TOTP(rahasia).provisioning_uri(name=akun, issuer_name=f"Lakip {kantor}".strip())


def enrol(store: Store, pengguna: Pengguna, rahasia: str, kode: str) -> list[str]:
    """Set one's own second factor once a code proves that the phone has it; the recovery codes, shown once.

    Raises UserError for a wrong code.
    """
    step = _step(rahasia, kode, None)
    if step is None:
        raise UserError("Kode tidak cocok. Periksa jam ponsel, lalu ketik kode yang sedang tampil.")
    with store.transaction() as tx:
        tx.run("akun_faktor", akun=pengguna.akun, faktor=rahasia, langkah=step)
        tx.run("sesi_lepas", akun=pengguna.akun, terbatas="faktor")
        codes = _new_codes(tx, pengguna.akun)
        jejak.write(tx, pengguna.akun, "memasang faktor kedua", f"akun:{pengguna.akun}")
    return codes


def renew_codes(store: Store, pengguna: Pengguna, kata: str) -> list[str]:
    """New recovery codes in place of the old ones, for who knows the password."""
    pintu.authenticate(store, pengguna.akun, kata, inside=True)
    if not is_set(store, pengguna.akun):
        raise UserError("Faktor kedua belum dipasang, sehingga tidak ada kode pemulihan.")
    with store.transaction() as tx:
        codes = _new_codes(tx, pengguna.akun)
        jejak.write(tx, pengguna.akun, "membuat kode pemulihan baru", f"akun:{pengguna.akun}")
    return codes


def check(store: Store, akun: str, kode: str, alamat: str = "") -> None:
    """Take a code of the phone, or a recovery code, once. The caller then calls `gagal.write_due`.

    Raises UserError when it is neither, and TungguError while the account waits: here over all addresses, since nobody
    comes so far without the password.
    """
    pintu.wait_turn(store, key := f"{akun}#kode", "")
    with store.transaction() as tx:
        row = tx.read("akun_satu", akun=akun).row(0, named=True)
        step = _step(row["faktor"] or "", kode, row["faktor_langkah"])
        if step is not None:
            tx.run("akun_faktor", akun=akun, faktor=row["faktor"], langkah=step)
            jejak.write(tx, akun, "mengetik kode faktor kedua", f"akun:{akun}")
        elif (hashed := _hash(kode)) in tx.read("akun_pemulihan", akun=akun)["kode"]:
            tx.run("akun_pemulihan_hapus", akun=akun, kode=hashed)
            left = tx.read("akun_pemulihan", akun=akun).height
            jejak.write(tx, akun, "memakai kode pemulihan", f"akun:{akun}", sisa=left)
        else:
            gagal.note(store, akun, alamat, ada=True)
            raise UserError(KODE_KELIRU)
    jeda.of(store).passed(key, "")


def remove(store: Store, oleh: Pengguna, akun: str, kata: str | None = None) -> None:
    """Take a second factor away: one's own with the password `kata` unless the office wants it; that of another with
    Izin.AKUN in its units, which ends its sessions and is told to its holder."""
    own = oleh.akun == akun
    if own:
        if is_required(store, oleh):
            raise UserError("Kantor mewajibkan faktor kedua untuk peran Anda. Pasang pada ponsel lain bila perlu.")
        pintu.authenticate(store, akun, kata or "", inside=True)
    with store.transaction() as tx:
        if not own:
            for unit in tx.read("akun_unit", akun=akun)["unit"]:
                oleh.require(Izin.AKUN, unit)
        rows = tx.read("akun_satu", akun=akun)
        if rows.is_empty() or rows["faktor"][0] is None:
            raise UserError(f"Akun “{akun}” tidak memakai faktor kedua.")
        tx.run("akun_faktor", akun=akun, faktor=None, langkah=None)
        tx.run("akun_pemulihan_hapus", akun=akun, kode=None)
        if not own:
            tx.run("sesi_tutup_akun", akun=akun, kecuali=None)
            kabar.record(tx, akun, "menghapus faktor kedua", oleh.akun)
        jejak.write(tx, oleh.akun, "menghapus faktor kedua", f"akun:{akun}")


# ---------------------------------------------------------------- inside


def _step(rahasia: str, kode: str, terakhir: int | None) -> int | None:
    """The 30-second step that this code is of, later than the one taken last; None when it is of none."""
    digits = re.sub(r"\s", "", kode)
    if not rahasia or not re.fullmatch(r"[0-9]{6}", digits):
        return None
    now = int(time.time()) // LANGKAH
    if terakhir is not None and terakhir > now + TOLERANSI:
        terakhir = None  # taken while the clock was wrong; it must not shut its holder out until that day comes
    for step in range(now - TOLERANSI, now + TOLERANSI + 1):
        right = secrets.compare_digest(pyotp.TOTP(rahasia).generate_otp(step), digits)
        if right and (terakhir is None or step > terakhir):
            return step
    return None


def _new_codes(tx: Transaction, akun: str) -> list[str]:
    tx.run("akun_pemulihan_hapus", akun=akun, kode=None)
    raw = ["".join(secrets.choice(HURUF) for _ in range(10)) for _ in range(JUMLAH_PEMULIHAN)]
    tx.insert("akun_pemulihan", [{"akun": akun, "kode": _hash(one)} for one in raw])
    return [f"{one[:5]}-{one[5:]}" for one in raw]


def _hash(kode: str) -> str:
    """Of a recovery code, however it is typed."""
    return hashlib.sha256(re.sub(r"[^A-Z0-9]", "", kode.upper()).encode()).hexdigest()
