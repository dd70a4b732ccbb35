"""Recording a plan: new versions of what changed, in one transaction with its jejak."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.periode import TRIWULAN
from lakip.rencana import baca, periksa, pohon
from lakip.rencana.catat import put_indikator, put_sasaran, put_tujuan, recording, watching
from lakip.rencana.isi import (
    DASAR_UBAH,
    Indikator,
    PkVersion,
    Rencana,
    Sasaran,
    Target,
    TemuanRencana,
    Tersimpan,
    Tujuan,
)
from lakip.store import Store, Transaction


def save_tujuan(store: Store, pengguna: Pengguna, unit: str, row: Tujuan) -> bool:
    """Record a new version of one tujuan; False when it is as recorded already."""
    pengguna.require(Izin.RENCANA, unit)
    with recording(store, unit, row.mulai_tahun) as tx:
        changed = put_tujuan(tx, pengguna, unit, [row])
        for kode in changed:
            jejak.write(tx, pengguna.akun, "menyimpan tujuan", f"tujuan:{kode}", unit=unit, baru=vars(row))
    return bool(changed)


def save_sasaran(store: Store, pengguna: Pengguna, unit: str, row: Sasaran) -> bool:
    """Record a new version of one sasaran; False when it is as recorded already.

    Raises UserError for a parent that is not of a higher jenjang, and for a circle, with its path.
    """
    pengguna.require(Izin.RENCANA, unit)
    with recording(store, unit, row.mulai_tahun) as tx:
        changed = put_sasaran(tx, pengguna, unit, [row])
        for kode in changed:
            jejak.write(tx, pengguna.akun, "menyimpan sasaran", f"sasaran:{kode}", unit=unit, baru=vars(row))
    return bool(changed)


def save_indikator(store: Store, pengguna: Pengguna, unit: str, card: Indikator) -> bool:
    """Record a new version of one card, for `card.mulai_tahun` and on; False when it is as recorded already.

    Raises UserError with everything that is wrong with it.
    """
    pengguna.require(Izin.RENCANA, unit)
    with recording(store, unit, card.mulai_tahun) as tx:
        known = baca.parse_indikator(tx.read("indikator_tahun", unit=unit, tahun=card.mulai_tahun))
        changed = put_indikator(tx, pengguna, unit, [card])
        for kode in changed:
            before = vars(known[kode]) if kode in known else None
            jejak.write(
                tx, pengguna.akun, "menyimpan indikator", f"indikator:{kode}", unit=unit, lama=before, baru=vars(card)
            )
    return bool(changed)


def save_target_set(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    pk: PkVersion,
    rows: Iterable[Target],
    unggahan: Mapping[str, Any] | None = None,
) -> Tersimpan:
    """Record targets under one PK version: `save` without sasaran and cards."""
    return save(store, pengguna, unit, tahun, Rencana(pk, tuple(rows)), unggahan)


def save(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, rencana: Rencana, unggahan: Mapping[str, Any] | None = None
) -> Tersimpan:
    """Record sasaran, cards, targets and the PK version they belong to, in one transaction.

    `unggahan` is the row of the uploaded file, if it came from one. A file that changes nothing leaves no trace.
    Raises UserError with what is wrong; an unknown indikator, an unknown PK version, a perubahan without reason,
    a kode used for two things, a change of what a figure dibenarkan was judged by.
    """
    pengguna.require(Izin.RENCANA, unit)
    with recording(store, unit, _first(rencana, tahun), _kind(store, unit, tahun, rencana.pk)) as tx:
        saved = _put(tx, pengguna, unit, tahun, rencana, unggahan)
        if not saved.is_empty:
            if unggahan is not None:
                tx.insert("unggahan", [{**unggahan, "unit": unit, "oleh": pengguna.akun}])
            jejak.write(
                tx, pengguna.akun, "menyimpan rencana", f"rencana:{tahun}", unit=unit, **vars(saved),
                unggahan=unggahan["id"] if unggahan else None,
            )  # fmt: skip
    return saved


def objections(store: Store, pengguna: Pengguna, unit: str, tahun: int, rencana: Rencana) -> list[TemuanRencana]:
    """What `save` would refuse this for, without saving anything; empty when it would be saved.

    A temuan without kode is about the whole.
    """
    pengguna.require(Izin.RENCANA, unit)
    kind = _kind(store, unit, tahun, rencana.pk)
    with store.trial() as tx, watching(tx, unit, _first(rencana, tahun), kind) as found:
        try:
            _put(tx, pengguna, unit, tahun, rencana, None)
        except UserError as error:
            return [TemuanRencana("", "", str(error))]
        return found()


def _first(rencana: Rencana, tahun: int) -> int:
    """The first tahun that a plan touches."""
    rows: list[Tujuan | Sasaran | Indikator] = [*rencana.tujuan, *rencana.sasaran, *rencana.indikator]
    return min((tahun, *(r.mulai_tahun for r in rows)))


def _put(
    tx: Transaction, pengguna: Pengguna, unit: str, tahun: int, rencana: Rencana, unggahan: Mapping[str, Any] | None
) -> Tersimpan:
    """All of a plan, in its order: what is above before what hangs from it."""
    periksa.refuse(pohon.check_codes(rencana.sasaran) + pohon.check_codes(rencana.indikator))
    new_tujuan = put_tujuan(tx, pengguna, unit, rencana.tujuan)
    new_sasaran = put_sasaran(tx, pengguna, unit, rencana.sasaran)
    new_cards = put_indikator(tx, pengguna, unit, rencana.indikator)
    versi, changed = None, 0
    if rencana.target or rencana.pk.versi is not None:
        versi, changed = _put_targets(tx, pengguna, unit, tahun, rencana, unggahan)
    return Tersimpan(versi, changed, len(new_cards), len(new_sasaran), len(new_tujuan))


def _kind(store: Store, unit: str, tahun: int, pk: PkVersion) -> PkVersion:
    """The PK as a refusal names it: a correction is of the kind that it corrects."""
    existing = baca.pk_versions(store, unit, tahun)
    same = next((e for e in existing if e.versi == pk.versi), None)
    return same or replace(pk, sifat="perubahan" if existing else "murni")


def _put_targets(
    tx: Transaction,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    rencana: Rencana,
    unggahan: Mapping[str, Any] | None,
) -> tuple[int, int]:
    """The PK version they belong to, and how many cells (or labels of the PK) changed; recorded only then."""
    cards = baca.parse_indikator(tx.read("indikator_tahun", unit=unit, tahun=tahun))
    if missing := [t.indikator for t in rencana.target if t.indikator not in cards]:
        raise UserError(f"Indikator {', '.join(missing)} belum ada pada tahun {tahun}. Tambahkan kartunya dahulu.")
    existing = baca.parse_pk(tx.read("rencana_dokumen", unit=unit, tahun=tahun, jenis="pk"))
    pk = _resolve(existing, rencana.pk, tahun)
    rows = [periksa.complete(cards[t.indikator], t) for t in rencana.target]
    cells = _changed_cells(tx, unit, tahun, pk, rows, whole=not _is_old(pk, existing))
    changed = len(cells) + (_is_old(pk, existing) and pk not in existing)
    if changed:
        stamp = {"unit": unit, "tahun": tahun, "oleh": pengguna.akun, "pada": periode.now()}
        source = unggahan["id"] if unggahan else None
        _put_documents(tx, stamp, existing, pk, source)
        tx.insert("target", [{**stamp, **c, "pk": pk.versi, "unggahan": source} for c in cells])
        now = baca.parse_targets(tx.read("target_berlaku", unit=unit, tahun=tahun))
        periksa.refuse(periksa.check_targets(tx, [(cards[r.indikator], now.get(r.indikator, r)) for r in rows]))
    return pk.versi or 0, changed


def _changed_cells(
    tx: Transaction, unit: str, tahun: int, pk: PkVersion, rows: Sequence[Target], whole: bool
) -> list[dict[str, Any]]:
    """The cells to record; `whole`: also those that only repeat an earlier PK, since a new PK says everything."""
    in_force = baca.parse_targets(tx.read("target_berlaku", unit=unit, tahun=tahun))
    periksa.refuse(m for r in rows for m in periksa.check_kept(in_force.get(r.indikator), r, pk.mulai_triwulan))
    said = tx.read("target_pk", unit=unit, tahun=tahun, pk=pk.versi).to_dicts()
    by_cell = {(r["indikator"], r["periode"]): r for r in said}
    return [cell for row in rows for cell in _cells(row, pk, by_cell, in_force.get(row.indikator), whole)]


def _is_old(pk: PkVersion, existing: Sequence[PkVersion]) -> bool:
    return any(e.versi == pk.versi for e in existing)


def _cells(
    row: Target, pk: PkVersion, said: Mapping[tuple[str, str], Mapping[str, Any]], in_force: Target | None, whole: bool
) -> list[dict[str, Any]]:
    """The cells of one row to record. A blank is recorded only where it takes a target away."""
    kept = in_force.nilai if in_force else {}
    cells = []
    for name, nilai in row.nilai.items():
        if name != "TH" and int(name[-1]) < pk.mulai_triwulan:
            continue
        known = said.get((row.indikator, name))
        before = known["nilai"] if known else kept.get(name)
        if nilai == before and not (whole and nilai is not None):
            continue
        cells.append(
            {
                "indikator": row.indikator,
                "periode": name,
                "versi": known["versi"] + 1 if known else 1,
                "nilai": nilai,
                "lembar": row.lembar,
                "sel": row.sel.get(name),
            }
        )
    return cells


def _resolve(existing: Sequence[PkVersion], pk: PkVersion, tahun: int) -> PkVersion:
    """The PK version as it will stand, with its number; checks what a version must say."""
    if pk.dasar_ubah is not None and pk.dasar_ubah not in DASAR_UBAH:
        raise UserError(f"Dasar perubahan “{pk.dasar_ubah}” tidak dikenal. Pilih salah satu: {', '.join(DASAR_UBAH)}.")
    if pk.versi is not None:
        same = next((e for e in existing if e.versi == pk.versi), None)
        if same is None:
            raise UserError(f"PK tahun {tahun} versi {pk.versi} belum ada. Pilih PK baru, atau versi yang ada.")
        texts = {n: getattr(pk, n) or getattr(same, n) for n in ("nomor", "tanggal", "alasan", "dasar_ubah")}
        return replace(same, **texts)
    if not existing:
        return replace(pk, versi=1, sifat="murni", mulai_triwulan=1)
    if pk.dasar_ubah is None:
        grounds = "; ".join(DASAR_UBAH.values())
        raise UserError(f"PK perubahan tahun {tahun} belum menyebut dasarnya. Pilih salah satu: {grounds}.")
    if not (pk.alasan or "").strip():
        raise UserError(f"PK perubahan tahun {tahun} belum beralasan. Isi alasan perubahannya.")
    if pk.mulai_triwulan not in TRIWULAN:
        raise UserError(f"PK perubahan berlaku mulai triwulan 1 sampai 4, bukan {pk.mulai_triwulan}.")
    return replace(pk, versi=len(existing) + 1, sifat="perubahan")


def _put_documents(
    tx: Transaction, stamp: Mapping[str, Any], existing: Sequence[PkVersion], pk: PkVersion, source: str | None
) -> None:
    """The PK, when new or with another number; and the Rencana Aksi, which every target set is a version of."""
    if not _is_old(pk, existing):
        tx.insert("dokumen_rencana", [{**stamp, **vars(pk), "jenis": "pk", "unggahan": source}])
    elif pk not in existing:
        label = {"nomor": pk.nomor, "tanggal": pk.tanggal, "alasan": pk.alasan, "dasar_ubah": pk.dasar_ubah}
        tx.run("rencana_dokumen_ubah", unit=stamp["unit"], tahun=stamp["tahun"], versi=pk.versi, **label)
        before = next(e for e in existing if e.versi == pk.versi)
        jejak.write(
            tx, stamp["oleh"], "mengubah PK", f"pk:{stamp['tahun']}:{pk.versi}", unit=stamp["unit"],
            lama=vars(before), baru=vars(pk),
        )  # fmt: skip
    plans = tx.read("rencana_dokumen", unit=stamp["unit"], tahun=stamp["tahun"], jenis="renaksi").height
    tx.insert("dokumen_rencana", [
        {**stamp, **vars(pk), "versi": plans + 1, "jenis": "renaksi", "nomor": None, "unggahan": source}
    ])  # fmt: skip
