"""Stage 3: the record of realisasi. A correction is a new version; what was saved before stays visible.

Saving is whole or not at all, and only over the versions that the person had seen. Sending and confirming
are in `kiriman`.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

import polars as pl

from lakip import jejak, kiriman, periode, rencana, rollup
from lakip.akses import Izin, Pengguna
from lakip.berkas import hakim
from lakip.berkas.unggahan import row as unggahan_row
from lakip.errors import UserError
from lakip.indikator import Isian, Keadaan, Metode
from lakip.periode import ROMAWI
from lakip.realisasi import (
    BILANGAN,
    TAHUN_PENILAIAN,
    TEKS,
    Acuan,
    Realisasi,
    Tercatat,
    assessment,
    differences,
    for_record,
)
from lakip.store import Store, Transaction
from lakip.validasi import Baris, Temuan, check


@dataclass(frozen=True)
class Sumber:
    """The file that figures come from: its bytes, what its rows came to, each kode's cell, and what was answered.

    `dibetulkan`: JSON of what was written in cells that were corrected on screen (table unggahan).
    """

    nama_berkas: str
    content: bytes
    dibaca: int
    dilewati: int
    ditahan: int
    bagian: str | None = None
    sel: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    jawaban: Sequence[str] = ()
    dibetulkan: str | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Perubahan:
    """One figure that saving would change: what is recorded beside what will be, and which fields differ."""

    acuan: Acuan
    lama: Tercatat | None
    baru: Realisasi
    bidang: tuple[str, ...]

    @property
    def kode(self) -> str:
        return self.acuan.kode

    @property
    def versi(self) -> int:
        """The version that was seen: 0 when there is none."""
        return self.lama.versi if self.lama else 0


@dataclass(frozen=True)
class Simpanan:
    """What a save came to. `unggahan` None: nothing differed from the record, so nothing was kept."""

    unggahan: str | None
    tersimpan: int
    pesan: str


@dataclass(frozen=True)
class Ketikan:
    """What typing one figure came to: saved, or held by its temuan."""

    temuan: tuple[Temuan, ...]
    simpanan: Simpanan | None


SAMA = "Isinya sama dengan yang tersimpan; tidak ada angka yang berubah."
BERUBAH = (
    "Catatan {kode} diubah orang lain sejak Anda melihat pratinjau, sehingga tidak ada yang disimpan. "
    "Muat ulang pratinjaunya, periksa angka lama dan barunya, lalu simpan lagi."
)


def acuan(store: Store | Transaction, unit: str, tahun: int, triwulan: int) -> dict[str, Acuan]:
    """What each indikator in force expects in one triwulan, with all recorded quarters of the tahun, by kode."""
    saved: dict[str, dict[int, Tercatat]] = {}
    for row in store.read("realisasi_tahun", unit=unit, tahun=tahun).iter_rows(named=True):
        saved.setdefault(row["indikator"], {})[row["triwulan"]] = _recorded(row)
    rows = rencana.acuan(store, unit, tahun).iter_rows(named=True)
    return {row["kode"]: _expected(row, tahun, triwulan, saved.get(row["kode"], {})) for row in rows}


def changes(acuan: Mapping[str, Acuan], triwulan: int, isi: Iterable[Realisasi]) -> tuple[Perubahan, ...]:
    """The figures that differ from the record, in the order given; empty when the file says the same again."""
    found = []
    for one in isi:
        card = acuan[one.kode]
        old = card.tercatat.get(triwulan)
        new = for_record(one, card, old.isi if old else None)
        if fields := differences(new, old.isi if old else None):
            found.append(Perubahan(card, old, new, fields))
    return tuple(found)


def effects(
    store: Store, unit: str, tahun: int, triwulan: int, perubahan: Sequence[Perubahan], per: date
) -> pl.DataFrame:
    """What saving would do to triwulan, semester and tahun. Nothing is kept: it is folded and rolled back.

    Returns:
        Columns kode, periode, realisasi_lama, realisasi_baru, capaian_lama, capaian_baru, kategori_lama,
        kategori_baru, alasan_lama, alasan_baru; one row per changed indikator and periode whose figures move.
    """
    codes = [f"TW{triwulan}", "SM1" if triwulan <= 2 else "SM2", "TH"]
    with store.trial() as tx:
        before = rollup.capaian(tx, unit, tahun, codes, per)
        tx.insert("realisasi", _rows(unit, tahun, triwulan, perubahan, "pratinjau"))
        after = rollup.capaian(tx, unit, tahun, codes, per)
    return _moved(before, after, [p.kode for p in perubahan])


def outcome(
    store: Store, unit: str, tahun: int, triwulan: int, perubahan: Sequence[Perubahan], per: date
) -> pl.DataFrame:
    """The changed indikator in their triwulan as they would stand after saving; columns as read/capaian.sql."""
    with store.trial() as tx:
        tx.insert("realisasi", _rows(unit, tahun, triwulan, perubahan, "pratinjau"))
        after = rollup.capaian(tx, unit, tahun, f"TW{triwulan}", per)
    return after.filter(pl.col("kode").is_in([p.kode for p in perubahan]))


def save_realisasi(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    triwulan: int,
    perubahan: Sequence[Perubahan],
    sumber: Sumber | None = None,
) -> Simpanan:
    """Record new versions, put the kiriman of each bagian touched back to draf, keep the file.

    Raises:
        AccessError: a figure belongs to a bagian that the pengguna may not upload for; whose it is, its card says.
        UserError: someone saved one of these figures since `perubahan` was made.
    """
    if not perubahan:
        return Simpanan(None, 0, SAMA)
    with store.transaction() as tx:
        kini = acuan(tx, unit, tahun, triwulan)
        touched = sorted({kini[p.kode].bagian for p in perubahan if p.kode in kini})
        for bagian in touched:
            pengguna.require(Izin.UNGGAH, unit, bagian)
        _check_seen(kini, triwulan, perubahan)
        if sumber is not None:
            store.archive(sumber.sha256, hakim.suffix(sumber.content), sumber.content)
        unggahan = _keep_file(tx, pengguna, unit, tahun, triwulan, sumber) if sumber else None
        tx.insert("realisasi", _rows(unit, tahun, triwulan, perubahan, pengguna.akun, unggahan, sumber))
        kiriman.reopen(tx, pengguna.akun, unit, touched, tahun, triwulan)
        jejak.write(
            tx,
            pengguna.akun,
            "unggah realisasi" if sumber else "ketik realisasi",
            f"{unit}/{tahun}/TW{triwulan}",
            unggahan=unggahan,
            berkas=sumber.nama_berkas if sumber else None,
            sha256=sumber.sha256 if sumber else None,
            angka={p.kode: _told(p) for p in perubahan},
            jawaban=list(sumber.jawaban) if sumber else [],
        )
    where = f"Triwulan {ROMAWI[triwulan]} Tahun {tahun}"
    return Simpanan(unggahan, len(perubahan), f"{len(perubahan)} realisasi {where} tersimpan sebagai draf.")


def type_realisasi(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    triwulan: int,
    isi: Realisasi,
    versi: int,
    diterima: Iterable[str] = (),
) -> Ketikan:
    """One figure typed on screen, under the same rules as an uploaded one.

    Args:
        versi: the recorded version that was on the screen; 0 for none.
        diterima: codes of the questions (tanya) that were answered with "pakai".
    """
    cards = acuan(store, unit, tahun, triwulan)
    if isi.kode not in cards:
        raise UserError(f"Indikator “{isi.kode}” tidak ada pada tahun {tahun}. Pilih indikator dari daftar.")
    card = cards[isi.kode]
    pengguna.require(Izin.UNGGAH, unit, card.bagian)
    inferred = isi.keadaan or (Keadaan.TERISI if isi.has_number else None)
    isi = Realisasi(**{**asdict(isi), "keadaan": inferred})
    fields = {name: name for name in ("kode", "keadaan", *BILANGAN, *TEKS, TAHUN_PENILAIAN)}
    found = tuple(check(Baris(isi, card, triwulan, sel=fields)))
    accepted = set(diterima)
    if any(t.tingkat == "salah" or (t.menahan and t.kode not in accepted) for t in found):
        return Ketikan(found, None)
    if versi != (card.tercatat[triwulan].versi if triwulan in card.tercatat else 0):
        raise UserError(BERUBAH.format(kode=isi.kode))
    changed = changes(cards, triwulan, [isi])
    return Ketikan(found, save_realisasi(store, pengguna, unit, tahun, triwulan, changed))


def history(store: Store, unit: str, kode: str) -> pl.DataFrame:
    """Every version ever saved of one indikator, newest first; columns as read/dasbor_riwayat.sql."""
    return store.read("dasbor_riwayat", unit=unit, indikator=kode)


def assessments(store: Store, unit: str, tahun: int, triwulan: Sequence[int]) -> list[str]:
    """Which figures of these triwulan assess another tahun, a sentence each: of an LHE that came out later."""
    saved = store.read("realisasi_tahun", unit=unit, tahun=tahun).iter_rows(named=True)
    return [
        f"{r['indikator']} TW {ROMAWI[r['triwulan']]}: {said}."
        for r in saved
        if r["triwulan"] in triwulan and (said := assessment(r))
    ]


def _recorded(row: Mapping[str, Any]) -> Tercatat:
    isi = Realisasi(
        kode=row["indikator"],
        keadaan=Keadaan(row["keadaan"]),
        **{name: row[name] for name in (*BILANGAN, *TEKS, TAHUN_PENILAIAN)},
    )
    return Tercatat(isi, row["versi"], row["dibenarkan"], row["oleh_nama"] or row["oleh"])


def _expected(row: Mapping[str, Any], tahun: int, triwulan: int, saved: Mapping[int, Tercatat]) -> Acuan:
    return Acuan(
        kode=row["kode"],
        tahun=tahun,
        nama=row["nama"],
        bagian=row["bagian"],
        bagian_nama=row["bagian_nama"] or row["bagian"],
        satuan=row["satuan"],
        isian=Isian(row["isian"]),
        metode=Metode(row["metode"]),
        target=row[f"target_tw{triwulan}"],
        label_pembilang=row["label_pembilang"],
        label_penyebut=row["label_penyebut"],
        tercatat=saved,
    )


def _check_seen(kini: Mapping[str, Acuan], triwulan: int, perubahan: Sequence[Perubahan]) -> None:
    """Two people at once: the second is told, instead of overwriting what he never saw."""
    for one in perubahan:
        card = kini.get(one.kode)
        newest = card.tercatat.get(triwulan) if card else None
        if card is None or card.cap != one.acuan.cap or (newest.versi if newest else 0) != one.versi:
            raise UserError(BERUBAH.format(kode=one.kode))


def _keep_file(tx: Transaction, pengguna: Pengguna, unit: str, tahun: int, triwulan: int, sumber: Sumber) -> str:
    row = unggahan_row(
        pengguna.akun, unit, "realisasi", tahun, sumber.nama_berkas, sumber.content, triwulan=triwulan,
        bagian=sumber.bagian, dibaca=sumber.dibaca, dilewati=sumber.dilewati, ditahan=sumber.ditahan,
        dibetulkan=sumber.dibetulkan,
    )  # fmt: skip
    tx.insert("unggahan", [row])
    return str(row["id"])


def _rows(
    unit: str,
    tahun: int,
    triwulan: int,
    perubahan: Sequence[Perubahan],
    oleh: str,
    unggahan: str | None = None,
    sumber: Sumber | None = None,
) -> list[dict[str, Any]]:
    now = periode.now()
    found = []
    for one in perubahan:
        lembar, sel = sumber.sel.get(one.kode, (None, None)) if sumber else (None, None)
        values = asdict(one.baru)
        values["indikator"] = values.pop("kode")
        found.append(
            values
            | {"unit": unit, "tahun": tahun, "triwulan": triwulan, "versi": one.versi + 1}
            | {"unggahan": unggahan, "lembar": lembar, "sel": sel, "oleh": oleh, "pada": now}
        )
    return found


def _told(one: Perubahan) -> dict[str, Any]:
    """Old and new as the trail keeps them."""
    old = one.lama.isi if one.lama else None
    return {"versi": one.versi + 1} | {n: [old and getattr(old, n), getattr(one.baru, n)] for n in one.bidang}


def _moved(before: pl.DataFrame, after: pl.DataFrame, kode: Sequence[str]) -> pl.DataFrame:
    shown = {"realisasi": "realisasi", "capaian_persen": "capaian", "kategori": "kategori", "alasan": "alasan"}
    old, new = (
        frame.select("kode", "periode", **{f"{alias}_{age}": pl.col(name) for name, alias in shown.items()})
        for frame, age in ((before, "lama"), (after, "baru"))
    )
    pairs = [(f"{alias}_lama", f"{alias}_baru") for alias in shown.values()]
    joined = new.join(old, on=["kode", "periode"], how="left", maintain_order="left")
    differs = pl.any_horizontal([pl.col(a).ne_missing(pl.col(b)) for a, b in pairs])
    columns = ["kode", "periode", *(name for pair in pairs for name in pair)]
    return joined.filter(pl.col("kode").is_in(list(kode)) & differs).select(columns)
