"""The scale of kategori, a dated setting: words and lower bounds from a tahun on, best first."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import polars as pl

from lakip import jejak
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.formatting import angka
from lakip.pengaturan.isi import KATEGORI, Kategori
from lakip.store import Store

PALING_SEDIKIT, PALING_BANYAK = 2, len(KATEGORI)


def scale(baris: Sequence[tuple[str, Decimal | None]]) -> tuple[Kategori, ...]:
    """Names with what each holds above, best first, as a scale; the last holds all that is left.

    Colours are those of the shipped scale, best and worst always the same. Raises UserError for too few, an empty or
    repeated name, a bound that is missing or does not fall.
    """
    names = [" ".join(nama.split()) for nama, _ in baris]
    if not PALING_SEDIKIT <= len(baris) <= PALING_BANYAK:
        raise UserError(
            f"Skala memuat {PALING_SEDIKIT} sampai {PALING_BANYAK} kategori. Isi namanya dari yang terbaik."
        )
    if not all(names):
        raise UserError("Ada kategori tanpa nama. Isi namanya, atau kosongkan seluruh barisnya.")
    if len({n.casefold() for n in names}) < len(names):
        raise UserError("Ada nama kategori yang sama. Bedakan namanya.")
    bounds = [batas for _, batas in baris[:-1]]
    for nama, batas in zip(names, bounds, strict=False):
        if batas is None:
            raise UserError(f"Batas kategori “{nama}” belum diisi. Hanya kategori terakhir yang tanpa batas.")
    falling = [b for b in bounds if b is not None]
    for n, (above, below) in enumerate(pairwise(falling)):
        if below >= above:
            raise UserError(
                f"Batas “{names[n + 1]}” ({angka(below)}) harus di bawah batas “{names[n]}” ({angka(above)})."
            )
    last = len(names) - 1
    return tuple(
        Kategori(n + 1, nama, falling[n] if n < last else None, KATEGORI[_shade(n, last)].warna, KATEGORI[n].ikon)
        for n, nama in enumerate(names)
    )


def set_kategori(
    store: Store, oleh: Pengguna, unit: str, mulai_tahun: int, skala: Sequence[Kategori], alasan: str
) -> None:
    """Let another scale count from a tahun on; earlier years keep theirs, and of the same tahun it takes the place.

    Raises UserError without a reason, when nothing changes, and for a tahun that an approval has closed.
    """
    oleh.require(Izin.PENGATURAN, unit)
    why = " ".join(alasan.split())
    if not why:
        raise UserError("Perubahan skala kategori harus beralasan. Tulis alasannya, lalu simpan lagi.")
    with store.transaction() as tx:
        before = tuple(Kategori(**r) for r in tx.read("kategori_berlaku", unit=unit, tahun=mulai_tahun).to_dicts())
        if before == tuple(skala):
            raise UserError(f"Skala yang berlaku mulai tahun {mulai_tahun} memang demikian. Ubah dahulu isinya.")
        tx.run("kategori_ganti", unit=unit, mulai_tahun=mulai_tahun)
        tx.insert("kategori", [{"unit": unit, "mulai_tahun": mulai_tahun, **vars(k)} for k in skala])
        jejak.write(
            tx, oleh.akun, "mengubah skala kategori", f"unit:{unit}", unit=unit, mulai=mulai_tahun,
            skala=[told(before), told(skala)], alasan=why,
        )  # fmt: skip


def scales(store: Store, unit: str) -> dict[int, tuple[Kategori, ...]]:
    """Every scale by the tahun that it counts from, the newest first."""
    rows = store.read("kategori_riwayat", unit=unit)
    return {
        int(key[0]): tuple(Kategori(**r) for r in group.drop("mulai_tahun").iter_rows(named=True))
        for key, group in rows.group_by("mulai_tahun", maintain_order=True)
        if isinstance(group, pl.DataFrame)
    }


def told(skala: Sequence[Kategori]) -> str:
    """ "Baik di atas 80, Cukup di atas 60, Kurang"."""
    return ", ".join(k.nama + (f" di atas {angka(k.di_atas)}" if k.di_atas is not None else "") for k in skala)


# ---------------------------------------------------------------- inside


def _shade(n: int, last: int) -> int:
    """Which of the shipped colours the n-th of so many takes: spread over all of them."""
    return round(n * (PALING_BANYAK - 1) / last)
