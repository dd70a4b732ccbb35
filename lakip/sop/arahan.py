"""Directions of the Camat at a sosialisasi: each has a holder and a day, and comes back next time until it is done."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import AccessError, UserError
from lakip.formatting import tanggal
from lakip.periode import PERIODE
from lakip.sop import jabatan_kini, sosialisasi
from lakip.sop.sosialisasi import DILAKSANAKAN, Sosialisasi
from lakip.store import Store, Transaction

Arahan = Mapping[str, Any]


def given(store: Store | Transaction, unit: str, one: Sosialisasi, sampai: date | None = None) -> list[Arahan]:
    """What was directed at one meeting, as it stood at the end of a day, or stands; columns as
    read/sosialisasi_arahan.sql."""
    return [row for row in _all(store, unit, sampai) if _meeting(row) == (one.tahun, one.periode, one.nomor)]


def follow_ups(store: Store, unit: str, tahun: int, kode: str, sampai: date | None = None) -> list[Arahan]:
    """What a periode has to answer for: all that is open from before it, and what the last one before it gave.

    A meeting about the semester follows that about its last triwulan. `sampai`: as it stood at the end of that day.
    """
    before = [row for row in _all(store, unit, sampai) if _order(row["tahun"], row["periode"]) < _order(tahun, kode)]
    last = max((_order(row["tahun"], row["periode"]) for row in before), default=None)
    return [row for row in before if not row["selesai"] or _order(row["tahun"], row["periode"]) == last]


def open_for(store: Store, pengguna: Pengguna, unit: str) -> list[Arahan]:
    """The open ones that somebody is to carry out."""
    return [row for row in _all(store, unit) if not row["selesai"] and is_holder(pengguna, unit, row)]


def open_due(store: Store | Transaction, unit: str, tahun: int) -> list[Arahan]:
    """The open ones that were given about a tahun, or are due in it."""
    return [r for r in _all(store, unit) if not r["selesai"] and tahun in (r["tahun"], r["tenggat"].year)]


def is_holder(pengguna: Pengguna, unit: str, row: Arahan) -> bool:
    return jabatan_kini.acts_for(pengguna, unit, row["pejabat_peran"], row["pejabat_bagian"])


def flags(row: Arahan, per: date) -> list[str]:
    """What is wrong with one on a day, a few words each."""
    if row["selesai"]:
        return []
    found = [f"lewat tenggat {tanggal(row['tenggat'])}"] if per > row["tenggat"] else []
    left = row["pejabat_sampai"]
    if left is not None and left < per:
        found.append(f"{row['pejabat_nama']} tidak lagi menjabat sejak {tanggal(left)}")
    return found


def direct(
    store: Store, pengguna: Pengguna, unit: str, one: Sosialisasi, uraian: str, pejabat: str, tenggat: date
) -> None:
    """Write down a direction of a meeting that took place, as the record has it: `one` only names it.

    Raises UserError for an empty one, a day before the meeting, or a holder who is not in office on that day.
    """
    pengguna.require(Izin.DISPOSISI, unit)
    if not uraian.strip():
        raise UserError("Arahan belum ditulis. Tulis apa yang harus dikerjakan.")
    with store.transaction() as tx:
        one = sosialisasi.find(tx, unit, one)
        if one.keadaan != DILAKSANAKAN:
            raise UserError("Arahan dicatat pada sosialisasi yang sudah dilaksanakan. Catat pelaksanaannya dahulu.")
        if tenggat < one.hari:
            raise UserError(
                f"Tenggat {tanggal(tenggat)} mendahului sosialisasinya ({tanggal(one.hari)}). Pilih sesudahnya."
            )
        who = jabatan_kini.find(tx, unit, pejabat)
        if who is None or not jabatan_kini.was_in_office(who, one.hari):
            raise UserError(f"Pilih pelaksana arahan dari pejabat yang menjabat pada {tanggal(one.hari)}.")
        key = {"unit": unit, "tahun": one.tahun, "periode": one.periode, "nomor": one.nomor}
        row = {**key, "urutan": len(given(tx, unit, one)) + 1, "uraian": uraian.strip(), "pejabat": pejabat}
        tx.insert("arahan", [{**row, "tenggat": tenggat, "oleh": pengguna.akun, "pada": periode.now()}])
        told = {"uraian": uraian.strip(), "pelaksana": who.nama, "tenggat": tenggat}
        jejak.write(tx, pengguna.akun, "mencatat arahan", _objek(unit, row), **told)


def carry_out(store: Store, pengguna: Pengguna, unit: str, row: Arahan, catatan: str, *, selesai: bool = True) -> None:
    """Note that a direction was carried out, or open it again. `row` only names it: its holder is the record's.

    Its holder may, and who records sosialisasi; only the latter opens it again. Raises UserError without a note.
    """
    with store.transaction() as tx:
        now = next((r for r in _all(tx, unit) if (*_meeting(r), r["urutan"]) == (*_meeting(row), row["urutan"])), None)
        if now is None:
            raise UserError("Arahan ini tidak ada dalam catatan kantor. Muat ulang halaman, lalu pilih lagi.")
        _require(pengguna, unit, now, selesai=selesai)
        if not catatan.strip():
            raise UserError("Tulis apa yang sudah dikerjakan, atau mengapa arahan dibuka kembali.")
        if now["selesai"] == selesai:
            raise UserError("Arahan ini sudah dicatat selesai." if selesai else "Arahan ini memang masih terbuka.")
        key = {"unit": unit, **{k: now[k] for k in ("tahun", "periode", "nomor", "urutan")}}
        stamp = {"oleh": pengguna.akun, "pada": periode.now()}
        note = {"versi": now["versi"] + 1, "selesai": selesai, "catatan": catatan.strip()}
        tx.insert("arahan_tindak", [{**key, **note, **stamp}])
        act = "menyelesaikan arahan" if selesai else "membuka kembali arahan"
        jejak.write(tx, pengguna.akun, act, _objek(unit, now), catatan=catatan.strip())


# ---------------------------------------------------------------- inside


def _require(pengguna: Pengguna, unit: str, row: Arahan, *, selesai: bool) -> None:
    if not (pengguna.may(Izin.DISPOSISI, unit) or (selesai and is_holder(pengguna, unit, row))):
        raise AccessError(
            f"Arahan ini dikerjakan {row['pejabat_nama']}; akun “{pengguna.akun}” tidak dapat mencatatnya."
        )


def _all(store: Store | Transaction, unit: str, sampai: date | None = None) -> list[dict[str, Any]]:
    until = periode.recorded(datetime.combine(sampai, time.max)) if sampai else None
    return store.read("sosialisasi_arahan", unit=unit, sampai=until).to_dicts()


def _meeting(row: Arahan) -> tuple[int, str, int]:
    return row["tahun"], row["periode"], row["nomor"]


def _order(tahun: int, kode: str) -> tuple[int, int, int]:
    """When a periode is talked about: after its last quarter, the longer one later."""
    return tahun, PERIODE[kode].triwulan[-1], len(PERIODE[kode].triwulan)


def _objek(unit: str, row: Arahan) -> str:
    return f"{unit}/sosialisasi/{row['tahun']}/{row['periode']}/{row['nomor']}/arahan/{row['urutan']}"
