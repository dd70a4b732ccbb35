"""The register of pejabat: who held which jabatan when. Documents take whoever held it on the day they are signed."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from lakip import jejak
from lakip.akses import PERAN_NAMA, Izin, Pengguna, Peran
from lakip.errors import UserError
from lakip.formatting import tanggal
from lakip.pengaturan.isi import ATASAN, STATUS_SEBUTAN, Kedudukan, Pejabat
from lakip.store import Store, Transaction

KEDUDUKAN_NAMA: dict[Kedudukan, str] = {
    ATASAN: "Atasan Camat (Bupati)",
    **{p: PERAN_NAMA[p] for p in (Peran.CAMAT, Peran.SEKCAM, Peran.KASUBBAG, Peran.KASI)},
}
SATU_KANTOR = (ATASAN, Peran.CAMAT, Peran.SEKCAM)  # one chair each, whatever the jabatan is called


def pejabat(store: Store | Transaction, unit: str) -> tuple[Pejabat, ...]:
    """Everybody who held or holds a jabatan, newest first within a peran."""
    return tuple(_pejabat(r) for r in store.read("pejabat_semua", unit=unit).iter_rows(named=True))


def pejabat_in_office(
    store: Store, unit: str, peran: Kedudukan, hari: date, bagian: str | None = None
) -> Pejabat | None:
    """Who held the jabatan on that day; a Plt or Plh before the definitif one; None when nobody did.

    `bagian` narrows it to one bagian (Kasi, Kasubbag); of a kelurahan it is the Lurah.
    """
    held = store.read("pejabat_pada", unit=unit, hari=hari).iter_rows(named=True)
    wanted = (r for r in held if r["peran"] == peran and (bagian is None or r["bagian"] == bagian))
    return next((_pejabat(r) for r in wanted), None)


def add_pejabat(store: Store, oleh: Pengguna, unit: str, baru: Pejabat) -> None:
    """Record who takes office; whoever held the same jabatan definitif leaves it the day before.

    Raises UserError when two would hold one jabatan on the same day: two definitif of whom the new one came first,
    two who stand in, or a Plt beside a definitif (only a Plh stands in for one who stays in office).
    """
    oleh.require(Izin.PENGATURAN, unit)
    baru = _checked(baru)
    with store.transaction() as tx:
        same = [p for p in map(_pejabat, tx.read("pejabat_semua", unit=unit).to_dicts()) if _same_chair(p, baru)]
        left = [p for p in same if _leaves_for(p, baru)]
        if clash := next((p for p in same if p not in left and _clash(p, baru)), None):
            raise UserError(_sentence(clash, baru))
        for before in left:
            tx.run("pejabat_gantikan", unit=unit, id=before.id, mulai=baru.mulai)
        tx.insert("pejabat", [pejabat_row(unit, baru)])
        jejak.write(
            tx, oleh.akun, "menambah pejabat", f"pejabat:{baru.id}", unit=unit, **vars(baru),
            menggantikan=[p.id for p in left],
        )  # fmt: skip


def end_pejabat(store: Store, oleh: Pengguna, unit: str, id: str, selesai: date) -> None:
    """Let a term end with the day `selesai`."""
    oleh.require(Izin.PENGATURAN, unit)
    with store.transaction() as tx:
        who = _one(tx, unit, id)
        if selesai < who.mulai:
            raise UserError(f"{who.nama} mulai menjabat {tanggal(who.mulai)}; pilih hari terakhir sesudahnya.")
        tx.run("pejabat_akhiri", unit=unit, id=id, selesai=selesai)
        jejak.write(tx, oleh.akun, "mengakhiri jabatan", f"pejabat:{id}", unit=unit, selesai=selesai)


def parse_kedudukan(text: str) -> Kedudukan:
    """A peran as the record has it."""
    return ATASAN if text == ATASAN else Peran(text)


def pejabat_row(unit: str, pejabat: Pejabat) -> dict[str, object]:
    return {"unit": unit, **vars(pejabat), "peran": str(pejabat.peran)}


# ---------------------------------------------------------------- inside


def _checked(baru: Pejabat) -> Pejabat:
    """The same, trimmed. Raises UserError for what a register cannot hold."""
    baru = replace(baru, nama=baru.nama.strip(), jabatan=" ".join(baru.jabatan.split()))
    if not baru.nama or not baru.jabatan:
        raise UserError("Nama dan jabatan pejabat harus diisi.")
    if re.match(r"(plt|plh)\b", baru.jabatan, re.IGNORECASE):
        raise UserError(f"Tulis “{baru.jabatan}” tanpa Plt atau Plh, lalu pilih statusnya; sebutannya dicetak sendiri.")
    if re.match(r"(pj\.?\s+)?(bupati|wali\s?kota)\b", baru.jabatan, re.IGNORECASE) and baru.peran != ATASAN:
        raise UserError(f"{baru.jabatan} dicatat dengan tingkat jabatan “{KEDUDUKAN_NAMA[ATASAN]}”. Pilih tingkat itu.")
    if baru.peran in (Peran.KASI, Peran.KASUBBAG) and baru.bagian is None:
        raise UserError(f"Pilih bagian yang dipimpin {baru.jabatan}; dokumennya memuat sasaran bagian itu.")
    if baru.selesai is not None and baru.selesai < baru.mulai:
        raise UserError(
            f"Masa jabatan {baru.nama} berakhir {tanggal(baru.selesai)}, sebelum mulai {tanggal(baru.mulai)}. "
            "Perbaiki salah satunya."
        )
    return replace(baru, bagian=None) if baru.peran in (ATASAN, Peran.CAMAT) else baru


def _same_chair(one: Pejabat, other: Pejabat) -> bool:
    if one.peran != other.peran:
        return False
    named_alike = one.jabatan.casefold() == other.jabatan.casefold()
    return one.peran in SATU_KANTOR or (one.bagian == other.bagian and named_alike)


def _leaves_for(before: Pejabat, baru: Pejabat) -> bool:
    """Whether the term before ends because the new definitif one begins."""
    both = before.status == baru.status == "definitif"
    return both and before.mulai < baru.mulai and (before.selesai is None or before.selesai >= baru.mulai)


def _clash(one: Pejabat, other: Pejabat) -> bool:
    together = one.mulai <= (other.selesai or date.max) and other.mulai <= (one.selesai or date.max)
    statuses = {one.status, other.status}
    return together and statuses != {"definitif", "plh"}


def _sentence(held: Pejabat, baru: Pejabat) -> str:
    until = f"sampai {tanggal(held.selesai)}" if held.selesai else "dan belum diakhiri"
    way_out = (
        "Akhiri masa jabatan itu lebih dahulu, atau pilih status Plh bila pejabatnya hanya berhalangan sementara."
        if {held.status, baru.status} == {"definitif", "plt"}
        else "Akhiri masa jabatan itu lebih dahulu, atau perbaiki tanggalnya."
    )
    return (
        f"{STATUS_SEBUTAN[held.status]}{held.jabatan} sudah dijabat {held.nama} mulai {tanggal(held.mulai)} {until}, "
        f"sehingga {baru.nama} tidak dapat dicatat {_span(baru)}. {way_out}"
    )


def _span(baru: Pejabat) -> str:
    return f"mulai {tanggal(baru.mulai)}" + (f" sampai {tanggal(baru.selesai)}" if baru.selesai else "")


def _one(tx: Transaction, unit: str, id: str) -> Pejabat:
    found = next((p for p in map(_pejabat, tx.read("pejabat_semua", unit=unit).to_dicts()) if p.id == id), None)
    if found is None:
        raise UserError("Pejabat itu tidak ada lagi di daftar. Muat ulang halaman, lalu pilih lagi.")
    return found


def _pejabat(row: Mapping[str, Any]) -> Pejabat:
    return Pejabat(**{**row, "peran": parse_kedudukan(row["peran"])})
