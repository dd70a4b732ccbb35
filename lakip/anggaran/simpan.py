"""Recording the budget; every change is a new version, and what did not change gets none."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.anggaran import baca
from lakip.anggaran.isi import KOLOM_NAMA, PAGU, SIFAT, Anggaran, Angka, Kode, Kunci, Tersimpan
from lakip.anggaran.periksa import check
from lakip.errors import UserError
from lakip.store import Store, Transaction

BERUBAH = (
    "{kolom} {kode} diubah orang lain sejak Anda melihatnya, sehingga tidak ada yang disimpan. "
    "Muat ulang, periksa angka lama dan barunya, lalu simpan lagi."
)


def save(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    anggaran: Anggaran,
    unggahan: Mapping[str, Any] | None = None,
) -> Tersimpan:
    """Record pagu, target keuangan and realisasi together, whole or not at all.

    `unggahan` is the row of the uploaded file, if it came from one. What changes nothing leaves no trace.
    Raises UserError with what is wrong: see `periksa.check`; or when somebody changed a figure since it was seen.
    """
    pengguna.require(Izin.RENCANA, unit)
    with store.transaction() as tx:
        new = _add_codes(tx, anggaran.edisi or baca.edition(tx, unit, tahun), anggaran.kode)
        nodes = baca.nodes(tx, unit, tahun, anggaran.edisi)
        rows = baca.record(tx, unit, tahun)
        known = baca.figures(rows)
        changed = {k: v for k, v in anggaran.angka.items() if known.get(k) != v or _moved(rows, k, anggaran.edisi)}
        _check_seen(anggaran, known, changed)
        if wrong := [t.pesan for t in check(nodes, {**known, **changed}, changed) if t.salah]:
            raise UserError(" ".join(wrong))
        saved = replace(_put(tx, pengguna, unit, tahun, anggaran, rows, changed, unggahan), kode=new)
        if changed or new:
            if unggahan is not None:
                tx.insert("unggahan", [{**unggahan, "unit": unit, "oleh": pengguna.akun}])
            jejak.write(
                tx, pengguna.akun, "menyimpan anggaran", f"anggaran:{tahun}", unit=unit, **vars(saved),
                angka={f"{k} {c}": [known.get((k, c)), v] for (k, c), v in changed.items()},
                unggahan=unggahan["id"] if unggahan else None,
            )  # fmt: skip
    return saved


def save_nomenklatur(store: Store, pengguna: Pengguna, unit: str, edisi: str, rows: Iterable[Kode]) -> int:
    """Add the codes of an edition that it does not hold yet; returns how many were new.

    Raises UserError when a code's name differs from the one recorded: an edition never changes, a new one is added.
    """
    pengguna.require(Izin.RENCANA, unit)
    with store.transaction() as tx:
        new = _add_codes(tx, edisi, rows)
        if new:
            jejak.write(tx, pengguna.akun, "menambah nomenklatur", f"nomenklatur:{edisi}", unit=unit, kode=new)
    return new


def save_anggaran(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, sifat: str, edisi: str, pagu: Mapping[str, int]
) -> int:
    """Record the pagu of sub kegiatan {kode: rupiah}; returns how many changed. Raises as `save`."""
    assert sifat in SIFAT, sifat
    angka = {(kode, f"pagu_{sifat}"): nilai for kode, nilai in pagu.items()}
    return save(store, pengguna, unit, tahun, Anggaran(angka, edisi=edisi)).angka


def save_realisasi_anggaran(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    triwulan: int,
    realisasi: Mapping[str, int],
) -> int:
    """Record what each sub kegiatan {kode: rupiah} spent in one triwulan; returns how many changed. Raises as `save`.

    A negative figure is a correction of an earlier quarter and is allowed, as long as the total to date is not
    negative.
    """
    angka = {(kode, f"realisasi_tw{triwulan}"): nilai for kode, nilai in realisasi.items()}
    return save(store, pengguna, unit, tahun, Anggaran(angka)).angka


# ---------------------------------------------------------------- inside


def _add_codes(tx: Transaction, edisi: str, rows: Iterable[Kode]) -> int:
    rows = list(rows)
    if not rows:
        return 0
    known = {k.kode: k for k in (Kode(**r) for r in tx.read("anggaran_nomenklatur", edisi=edisi).to_dicts())}
    for row in rows:
        if row.kode in known and known[row.kode] != row:
            raise UserError(
                f"Kode {row.kode} dalam edisi {edisi} sudah bernama “{known[row.kode].nama}”. "
                "Pakai nama edisi yang baru untuk nomenklatur yang berubah."
            )
    new = [row for row in rows if row.kode not in known]
    if new:
        tx.insert("nomenklatur", [{"edisi": edisi, **vars(row)} for row in new])
    return len(new)


def _moved(rows: baca.Rows, key: Kunci, edisi: str | None) -> bool:
    """Whether a pagu comes under another edition with the same figure."""
    _, kolom = key
    old = rows.get((*key, kolom.removeprefix("pagu_")))
    return edisi is not None and kolom in PAGU and old is not None and old["edisi"] != edisi


def _check_seen(anggaran: Anggaran, known: Angka, changed: Angka) -> None:
    """Two people at once: the second is told, instead of overwriting what he never saw."""
    if anggaran.dilihat is not None:
        for key in changed:
            if known.get(key) != anggaran.dilihat.get(key):
                raise UserError(BERUBAH.format(kolom=KOLOM_NAMA[key[1]], kode=key[0]))


def _put(
    tx: Transaction,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    anggaran: Anggaran,
    rows: baca.Rows,
    changed: Angka,
    unggahan: Mapping[str, Any] | None,
) -> Tersimpan:
    nodes = {r["kode"]: r["edisi"] for r in tx.read("anggaran_simpul", unit=unit, tahun=tahun).to_dicts()}
    base = {"unit": unit, "tahun": tahun, "oleh": pengguna.akun, "pada": periode.now()}
    base |= {"unggahan": unggahan["id"] if unggahan else None}
    after = {*baca.figures(rows), *changed}
    pagu, target, realisasi = [], [], []
    for (kode, kolom), nilai in changed.items():
        kind, _, which = kolom.partition("_")
        sifat = which if kind == "pagu" else _sifat(kind, kode, after)
        old = rows.get((kode, kolom, sifat))
        lembar, sel = anggaran.sel.get((kode, kolom), (None, None))
        row = {**base, "kode": kode, "versi": old["versi"] + 1 if old else 1, "lembar": lembar, "sel": sel}
        if kind == "pagu":
            edisi = anggaran.edisi or nodes[kode]
            pagu.append({**row, "sifat": sifat, "edisi": edisi, "pagu_rupiah": nilai})
        elif kind == "target":
            target.append({**row, "sifat": sifat, "triwulan": int(which[-1]), "target_rupiah": nilai})
        else:
            realisasi.append({**row, "triwulan": int(which[-1]), "realisasi_rupiah": nilai})
    for table, new in (("anggaran", pagu), ("target_keuangan", target), ("realisasi_anggaran", realisasi)):
        tx.insert(table, new)
    return Tersimpan(len(pagu), len(target), len(realisasi))


def _sifat(kind: str, kode: str, after: set[Kunci]) -> str:
    """A target belongs to the DPPA once that has a pagu for the kode; a realisasi to neither."""
    return "perubahan" if kind == "target" and (kode, "pagu_perubahan") in after else "murni"
