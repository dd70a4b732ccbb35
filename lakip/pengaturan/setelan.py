"""Dated settings: which count in a tahun, and the one way to change them."""

from datetime import date
from decimal import Decimal

import polars as pl

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.pengaturan.isi import KATEGORI, SETELAN, Berlaku, Kategori
from lakip.store import Store, Transaction


def in_force(store: Store | Transaction, unit: str, tahun: int) -> Berlaku:
    """The settings that count in `tahun`; the declared defaults where an office has no row yet."""
    rows = store.read("pengaturan_berlaku", unit=unit, tahun=tahun)
    nilai = {s.kunci: s.bawaan for s in SETELAN.values()} | dict(rows.select("kunci", "nilai").iter_rows())
    skala = tuple(Kategori(**r) for r in store.read("kategori_berlaku", unit=unit, tahun=tahun).iter_rows(named=True))
    batas, kumpul = nilai["batas_rata_rata"], nilai["batas_pengumpulan"]
    return Berlaku(
        batas_rata_rata=None if batas is None else Decimal(batas),
        target_nol=nilai["target_nol"] == "1",
        batas_pengumpulan=None if kumpul is None else int(kumpul),
        pembenaran_sendiri=nilai["pembenaran_sendiri"] == "1",
        kategori=skala or KATEGORI,
    )


def wants_second_factor(store: Store | Transaction, unit: str, tahun: int) -> bool:
    """Whether an office wants it of those who decide. Not part of `Berlaku`, which is frozen with figures."""
    nilai = dict(store.read("pengaturan_berlaku", unit=unit, tahun=tahun).select("kunci", "nilai").iter_rows())
    return nilai.get("faktor_kedua", SETELAN["faktor_kedua"].bawaan) == "1"


def years(store: Store, unit: str, hari: date) -> tuple[int, ...]:
    """The tahun an office can look at, newest first: those with targets, realisasi or a budget, and this one."""
    known = store.read("unit_tahun", unit=unit)["tahun"].to_list()
    return tuple(sorted({*known, hari.year}, reverse=True))


def history(store: Store, unit: str) -> pl.DataFrame:
    """Every change of a setting, newest first: columns kunci, mulai_tahun, nilai, alasan, oleh, pada."""
    return store.read("pengaturan_riwayat", unit=unit)


def set_setting(
    store: Store, oleh: Pengguna, unit: str, kunci: str, mulai_tahun: int, nilai: str | None, alasan: str = ""
) -> None:
    """Let a setting have another value from a tahun on; earlier years keep theirs.

    Raises UserError for a value that it does not have, and without the reason that some ask for.
    """
    oleh.require(Izin.PENGATURAN, unit)
    setelan, why = SETELAN[kunci], " ".join(alasan.split()) or None
    if nilai not in setelan.nilai:
        allowed = ", ".join(setelan.nilai.values())
        raise UserError(f"“{nilai}” tidak dapat dipakai untuk “{setelan.nama}”. Pilih salah satu: {allowed}.")
    if setelan.beralasan and why is None:
        raise UserError(f"Perubahan “{setelan.nama}” harus beralasan. Tulis alasannya, lalu simpan lagi.")
    with store.transaction() as tx:
        insert_setting(tx, oleh, unit, mulai_tahun, kunci, nilai, why)
        jejak.write(
            tx, oleh.akun, "mengubah pengaturan", f"pengaturan:{kunci}", unit=unit, mulai=mulai_tahun, nilai=nilai,
            alasan=why,
        )  # fmt: skip


def insert_setting(
    tx: Transaction, oleh: Pengguna, unit: str, tahun: int, kunci: str, nilai: str | None, alasan: str | None = None
) -> None:
    row = {"unit": unit, "kunci": kunci, "mulai_tahun": tahun, "nilai": nilai, "alasan": alasan}
    tx.insert("pengaturan", [{**row, "oleh": oleh.akun, "pada": periode.now()}])
