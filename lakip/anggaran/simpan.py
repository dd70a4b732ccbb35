"""Recording the budget; every change is a new version."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.anggaran.isi import SIFAT, Asal, Kode
from lakip.errors import UserError
from lakip.formatting import rupiah
from lakip.store import Store, Transaction

DIKETIK = Asal()


def save_nomenklatur(store: Store, pengguna: Pengguna, unit: str, edisi: str, rows: Iterable[Kode]) -> int:
    """Add the codes of an edition that it does not hold yet; returns how many were new.

    Raises UserError when a code's name differs from the one recorded: an edition never changes, a new one is added.
    """
    pengguna.require(Izin.RENCANA, unit)
    with store.transaction() as tx:
        known = {k.kode: k for k in (Kode(**r) for r in tx.read("anggaran_nomenklatur", edisi=edisi).to_dicts())}
        rows = list(rows)
        for row in rows:
            if row.kode in known and known[row.kode] != row:
                raise UserError(
                    f"Kode {row.kode} dalam edisi {edisi} sudah bernama “{known[row.kode].nama}”. "
                    "Pakai nama edisi yang baru untuk nomenklatur yang berubah."
                )
        new = [row for row in rows if row.kode not in known]
        if new:
            tx.insert("nomenklatur", [{"edisi": edisi, **vars(row)} for row in new])
            jejak.write(tx, pengguna.akun, "menambah nomenklatur", f"nomenklatur:{edisi}", unit=unit, kode=len(new))
    return len(new)


def save_anggaran(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, sifat: str, edisi: str, pagu: Mapping[str, int]
) -> int:
    """Record the pagu of sub kegiatan {kode: rupiah}; only what changed gets a new version. Returns how many.

    Raises UserError for a kode that is not a sub kegiatan of the edition, has no program or kegiatan above
    it, or a negative pagu.
    """
    pengguna.require(Izin.RENCANA, unit)
    assert sifat in SIFAT, sifat
    with store.transaction() as tx:
        _check_kode(tx, edisi, pagu)
        known = {r["kode"]: r for r in _anggaran(tx, unit, tahun) if r["sifat"] == sifat}
        changed = {
            kode: nilai
            for kode, nilai in pagu.items()
            if kode not in known or (known[kode]["pagu_rupiah"], known[kode]["edisi"]) != (nilai, edisi)
        }
        if not changed:
            return 0
        base = {"unit": unit, "tahun": tahun, "sifat": sifat, "edisi": edisi, "oleh": pengguna.akun}
        tx.insert(
            "anggaran",
            [
                {**base, "kode": k, "versi": _next(known, k), "pagu_rupiah": v, "pada": periode.now()}
                for k, v in changed.items()
            ],
        )
        jejak.write(
            tx, pengguna.akun, "menyimpan pagu", f"anggaran:{tahun}", unit=unit, sifat=sifat, kode=len(changed),
            rupiah=sum(changed.values()),
        )  # fmt: skip
    return len(changed)


def save_realisasi_anggaran(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    triwulan: int,
    realisasi: Mapping[str, int],
    asal: Asal = DIKETIK,
) -> int:
    """Record what each sub kegiatan {kode: rupiah} spent in one triwulan; only what changed gets a new version.

    A negative figure is a correction of an earlier quarter and is allowed, as long as the total to date is not
    negative. Raises UserError for a kode without pagu in that tahun.
    """
    pengguna.require(Izin.RENCANA, unit)
    with store.transaction() as tx:
        budgeted = {r["kode"] for r in _anggaran(tx, unit, tahun)}
        if missing := sorted(realisasi.keys() - budgeted):
            raise UserError(
                f"Sub kegiatan {', '.join(missing)} belum berpagu pada tahun {tahun}. Isi pagunya lebih dahulu."
            )
        known = {r["kode"]: r for r in _realisasi(tx, unit, tahun, triwulan)}
        changed = {k: v for k, v in realisasi.items() if k not in known or known[k]["realisasi_rupiah"] != v}
        if not changed:
            return 0
        tx.insert("realisasi_anggaran", [
            {
                "unit": unit, "tahun": tahun, "kode": k, "triwulan": triwulan, "versi": _next(known, k),
                "realisasi_rupiah": v, "unggahan": asal.unggahan, "lembar": asal.lembar,
                "sel": (asal.sel or {}).get(k), "oleh": pengguna.akun, "pada": periode.now(),
            }
            for k, v in changed.items()
        ])  # fmt: skip
        _check_to_date(tx, unit, tahun, triwulan)
        jejak.write(
            tx, pengguna.akun, "menyimpan realisasi anggaran", f"anggaran:{tahun}", unit=unit, triwulan=triwulan,
            kode=len(changed), rupiah=sum(changed.values()),
        )  # fmt: skip
    return len(changed)


# ---------------------------------------------------------------- inside


def _anggaran(tx: Transaction, unit: str, tahun: int) -> list[dict[str, Any]]:
    return tx.read("anggaran_satu", unit=unit, tahun=tahun).to_dicts()


def _realisasi(tx: Transaction, unit: str, tahun: int, triwulan: int) -> list[dict[str, Any]]:
    return tx.read("anggaran_realisasi", unit=unit, tahun=tahun, triwulan=triwulan).to_dicts()


def _next(known: Mapping[str, Mapping[str, Any]], kode: str) -> int:
    return int(known[kode]["versi"]) + 1 if kode in known else 1


def _check_kode(tx: Transaction, edisi: str, pagu: Mapping[str, int]) -> None:
    jenjang = dict(tx.read("anggaran_nomenklatur", edisi=edisi).select("kode", "jenjang").iter_rows())
    for kode, nilai in pagu.items():
        if jenjang.get(kode) != "sub_kegiatan":
            raise UserError(
                f"Kode {kode} bukan sub kegiatan dalam nomenklatur {edisi}. Pagu hanya diisi pada sub kegiatan; "
                "pagu kegiatan dan program dihitung dari jumlahnya."
            )
        parents = {j for k, j in jenjang.items() if kode.startswith(k + ".")}
        if not {"program", "kegiatan"} <= parents:
            raise UserError(f"Sub kegiatan {kode} belum berinduk dalam nomenklatur {edisi}. Tambahkan induknya dahulu.")
        if nilai < 0:
            raise UserError(f"Pagu sub kegiatan {kode} tidak boleh negatif ({rupiah(nilai)}).")


def _check_to_date(tx: Transaction, unit: str, tahun: int, triwulan: int) -> None:
    rows = tx.read("anggaran_pohon", unit=unit, tahun=tahun, triwulan=triwulan)
    wrong = rows.filter((pl.col("jenjang") == "sub_kegiatan") & (pl.col("realisasi_sd_rupiah") < 0))
    if not wrong.is_empty():
        row = wrong.row(0, named=True)
        raise UserError(
            f"Realisasi {row['kode']} sampai dengan triwulan {triwulan} menjadi {rupiah(row['realisasi_sd_rupiah'])}. "
            "Koreksi tidak boleh melebihi yang sudah dicatat."
        )
