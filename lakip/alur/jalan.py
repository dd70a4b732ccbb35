"""Taking a step: rights, password, what must be done before, the row, its jejak, all in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

from lakip import akun, jejak, potret
from lakip import periode as kalender
from lakip.akses import Izin, Pengguna
from lakip.alur.langkah import KEADAAN_NAMA, LANGKAH, PERIODE_ALUR, Keadaan, Langkah
from lakip.alur.syarat import missing
from lakip.errors import UserError
from lakip.formatting import waktu
from lakip.periode import PERIODE
from lakip.store import Store, Transaction
from lakip.utuh import jam


@dataclass(frozen=True)
class Kedudukan:
    """Where a run stands; `nomor` 0 and `keadaan` None: not opened."""

    nomor: int
    keadaan: Keadaan | None
    catatan: str | None = None
    potret: str | None = None
    oleh: str | None = None
    oleh_nama: str | None = None
    pada: datetime | None = None


BELUM = Kedudukan(0, None)
# Called after a step was taken, with (store, who took it, its name, unit, tahun, periode): never raises, holds nobody.
SESUDAH: list[Callable[[Store, Pengguna, str, str, int, str], None]] = []


def standing(pembaca: Store | Transaction, unit: str, tahun: int, periode: str) -> Kedudukan:
    rows = pembaca.read("alur_keadaan", unit=unit, tahun=tahun, periode=periode).to_dicts()
    return Kedudukan(**{**rows[0], "keadaan": Keadaan(rows[0]["keadaan"])}) if rows else BELUM


def year(store: Store, unit: str, tahun: int) -> dict[str, Keadaan | None]:
    """{periode: keadaan} of the seven runs of a tahun."""
    rows = dict(store.read("alur_tahun", unit=unit, tahun=tahun).select("periode", "keadaan").iter_rows())
    return {p: Keadaan(rows[p]) if p in rows else None for p in PERIODE_ALUR}


def history(store: Store, unit: str, tahun: int, periode: str) -> pl.DataFrame:
    """Every step of one run, oldest first; columns as read/alur_riwayat.sql."""
    return store.read("alur_riwayat", unit=unit, tahun=tahun, periode=periode)


def locks(pembaca: Store | Transaction, unit: str, tahun: int, triwulan: int) -> pl.DataFrame:
    """The approvals that close a triwulan, the widest first; columns as read/alur_penguncian.sql. Empty: it is open."""
    return pembaca.read("alur_penguncian", unit=unit, tahun=tahun, triwulan=triwulan)


def possible(pengguna: Pengguna, unit: str, now: Kedudukan) -> dict[str, Langkah]:
    """The steps that this account may take from there; what must be done before them is not asked here."""
    return {name: step for name, step in LANGKAH.items() if now.keadaan in step.dari and pengguna.may(step.izin, unit)}


def move(
    store: Store,
    pengguna: Pengguna,
    langkah: str,
    unit: str,
    tahun: int,
    periode: str,
    *,
    nomor: int,
    per: date,
    catatan: str = "",
    sandi: str = "",
) -> None:
    """Take one step of a run.

    Args:
        nomor: of the step that was on the screen; when somebody was faster, this one is told.
        per: the day that decides what is due.
        catatan: the note; compulsory for a return, an approval (its decision), a reopening.
        sandi: the account's password, for approval and reopening.

    Raises:
        AccessError: not this account's to do.
        UserError: not from here, without a note, with a wrong password, or something must be done before.
    """
    step = LANGKAH[langkah]
    pengguna.require(step.izin, unit)
    if periode not in PERIODE_ALUR:
        raise UserError(f"Periode “{periode}” tidak berjalan sendiri. Pilih salah satu: {', '.join(PERIODE_ALUR)}.")
    if step.beralasan and not catatan.strip():
        raise UserError(f"“{step.kata}” harus disertai catatan. Tulis alasannya, lalu ulangi.")
    if step.bersandi:
        akun.authenticate(store, pengguna.akun, sandi, inside=True)
    with store.transaction() as tx:
        now = standing(tx, unit, tahun, periode)
        _check(tx, pengguna, step, unit, tahun, periode, now, nomor, per)
        frozen = None
        if step.ke is Keadaan.DISAHKAN:
            frozen = potret.freeze(
                tx, pengguna.akun, unit, tahun, periode, potret.figures(tx, unit, tahun, periode, per)
            )
        row = {"unit": unit, "tahun": tahun, "periode": periode, "nomor": now.nomor + 1, "keadaan": step.ke.value}
        tx.insert("alur", [
            {**row, "catatan": catatan.strip() or None, "potret": frozen, "oleh": pengguna.akun, "pada": kalender.now()}
        ])  # fmt: skip
        set_by = akun.kabar.set_by(tx, pengguna.akun) if step.bersandi else None
        jejak.write(
            tx, pengguna.akun, f"alur: {step.kata.lower()}", f"{unit}/{tahun}/{periode}", lama=now.keadaan,
            baru=step.ke, catatan=catatan.strip() or None, potret=frozen,
            **({"kata_sandi_disetel_oleh": set_by} if set_by else {}),
        )  # fmt: skip
    if frozen is not None:
        store.checkpoint()
    for tell in SESUDAH:
        tell(store, pengguna, langkah, unit, tahun, periode)


def _check(
    tx: Transaction, pengguna: Pengguna, step: Langkah, unit: str, tahun: int, periode: str, now: Kedudukan,
    nomor: int, per: date,
) -> None:  # fmt: skip
    about = PERIODE[periode].label(tahun)
    if now.nomor != nomor:
        raise UserError(
            f"{about} baru saja diubah {now.oleh_nama} ({waktu(now.pada)}) menjadi "
            f"{KEADAAN_NAMA[now.keadaan].lower()}. Periksa lagi layarnya sebelum melanjutkan."
        )
    if now.keadaan not in step.dari:
        allowed = " atau ".join(KEADAAN_NAMA[k].lower() for k in KEADAAN_NAMA if k in step.dari)
        raise UserError(f"{about} berkeadaan {KEADAAN_NAMA[now.keadaan].lower()}; “{step.kata}” hanya dari {allowed}.")
    if now.pada is not None and kalender.now() < now.pada and not jam.settled_before(tx, now.pada):
        raise UserError(
            f"Jam komputer mundur: langkah sebelumnya tercatat {waktu(now.pada)}. Betulkan tanggal dan jamnya dahulu."
        )
    if step.ke is Keadaan.DIBUKA and now.keadaan is Keadaan.DISAHKAN:
        _check_approver(tx, pengguna, unit, now)
    if found := missing(tx, step, unit, tahun, periode, per):
        raise UserError(f"{about} belum dapat dilanjutkan. " + " ".join(k.pesan for k in found))


def _check_approver(tx: Transaction, pengguna: Pengguna, unit: str, now: Kedudukan) -> None:
    """Only who approved opens again; when that account may no longer approve, whoever may now."""
    if now.oleh == pengguna.akun:
        return
    try:
        approver = akun.find(tx, now.oleh or "", kalender.today())
    except UserError:
        return
    if approver.may(Izin.SAHKAN, unit):
        raise UserError(f"Hanya {now.oleh_nama}, yang mengesahkannya, yang dapat membukanya kembali.")
