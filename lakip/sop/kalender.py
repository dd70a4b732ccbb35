"""The working calendar of an office: its hours and its days off, as recorded, and the only ways to change them.

A tahun of which nothing national was recorded takes the shipped list, so that the clock runs right from the first
day; `fill_year` puts that list on record, where the admin corrects it.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.formatting import tanggal as printed
from lakip.sop.libur_nasional import TAHUN, Libur, national
from lakip.sop.waktu_kerja import HARI_NAMA, JamKerja, Kalender, Minggu
from lakip.store import Store, Transaction

JENIS_NAMA = {"nasional": "Libur nasional", "cuti_bersama": "Cuti bersama", "daerah": "Libur daerah atau kantor"}

# Perpres 21/2023 pasal 3-5: five days, 37 hours 30 minutes without breaks, from 07.30 local time; the break is 60
# minutes, on Friday 90. When the break begins is an assumption.
_BIASA, _JUMAT = JamKerja(450, 960, 720, 780), JamKerja(450, 990, 690, 780)
JAM_BAWAAN: Minggu = {1: _BIASA, 2: _BIASA, 3: _BIASA, 4: _BIASA, 5: _JUMAT}
ANGGAPAN = (
    "Jam kerja bawaan mengikuti Perpres 21 Tahun 2023 (mulai 07.30, 37 jam 30 menit seminggu, istirahat 60 menit, "
    "Jumat 90 menit); saat mulai istirahat adalah anggapan. Ubah bila kantor menetapkan lain, misalnya pada Ramadan."
)


def load(store: Store | Transaction, unit: str) -> Kalender:
    """The calendar as it stands now."""
    recorded = _rows(store, unit)
    days = {day: _libur(row) for day, row in recorded.items() if row["libur"]}
    filled = _filled(recorded)
    for tahun in range(TAHUN[0], TAHUN[1] + 1):
        if tahun not in filled:
            days |= {d.tanggal: d for d in national(tahun) if d.tanggal not in recorded}
    weeks = (*_weeks(store, unit), (date.min, JAM_BAWAAN))
    estimated = frozenset(d.tanggal for d in days.values() if d.perkiraan)
    return Kalender(weeks, {d.tanggal: d.nama for d in days.values()}, estimated)


def holidays(store: Store, unit: str, tahun: int) -> tuple[Libur, ...]:
    """The days off of a tahun beside the weekends, by date."""
    recorded = _rows(store, unit)
    own = [_libur(row) for day, row in recorded.items() if row["libur"] and day.year == tahun]
    if tahun not in _filled(recorded):
        own += [d for d in national(tahun) if d.tanggal not in recorded]
    return tuple(sorted(own, key=lambda d: d.tanggal))


def is_filled(store: Store, unit: str, tahun: int) -> bool:
    """Whether the national list of a tahun is on record, rather than taken from what is shipped."""
    return tahun in _filled(_rows(store, unit))


def hours(store: Store, unit: str) -> tuple[tuple[date, Minggu], ...]:
    """The weeks on record with the day they count from, the newest first; empty while the shipped one counts."""
    return _weeks(store, unit)


def fill_year(store: Store, pengguna: Pengguna, unit: str, tahun: int) -> int:
    """Put the national list of a tahun on record; how many days changed.

    A day that the admin has decided himself stays as he left it; one that moved in the list moves here.
    """
    pengguna.require(Izin.PENGATURAN, unit)
    listed = {d.tanggal: d for d in national(tahun)}
    if not listed:
        raise UserError(f"Daftar hari libur tahun {tahun} tidak tersedia. Tambahkan hari liburnya satu per satu.")
    with store.transaction() as tx:
        known = {day: row for day, row in _rows(tx, unit).items() if day.year == tahun}
        rows = [
            _row(unit, d, known.get(day), libur=True)
            for day, d in listed.items()
            if day not in known or (known[day]["alasan"] is None and not _same(known[day], d))
        ]
        rows += [
            _row(unit, _libur(row), row, libur=False)
            for day, row in known.items()
            if day not in listed and row["alasan"] is None and row["libur"]
        ]
        _insert(tx, pengguna, rows)
        jejak.write(tx, pengguna.akun, "mengisi kalender libur", f"{unit}/libur/{tahun}", hari_berubah=len(rows))
    return len(rows)


def add_holiday(store: Store, pengguna: Pengguna, unit: str, baru: Libur, alasan: str) -> None:
    """Record a day off, or correct one: its name, its kind, that it is decreed now."""
    pengguna.require(Izin.PENGATURAN, unit)
    if not baru.nama.strip() or not alasan.strip():
        raise UserError(
            "Hari libur harus bernama dan berdasar. Isi namanya, dan dasarnya, misalnya nomor surat edaran."
        )
    if baru.jenis not in JENIS_NAMA:
        raise UserError(f"Jenis libur “{baru.jenis}” tidak dikenal. Pilih: {', '.join(JENIS_NAMA.values())}.")
    _decide(store, pengguna, unit, baru, alasan.strip(), libur=True)


def remove_holiday(store: Store, pengguna: Pengguna, unit: str, hari: date, alasan: str) -> None:
    """Make a day off a working day. Raises UserError when it is none, or without a reason."""
    pengguna.require(Izin.PENGATURAN, unit)
    if not alasan.strip():
        raise UserError("Penghapusan hari libur harus beralasan. Tulis dasarnya, misalnya nomor surat edaran.")
    found = next((d for d in holidays(store, unit, hari.year) if d.tanggal == hari), None)
    if found is None:
        raise UserError(f"{printed(hari)} tidak ada dalam kalender libur. Muat ulang halaman, lalu pilih lagi.")
    _decide(store, pengguna, unit, found, alasan.strip(), libur=False)


def set_hours(store: Store, pengguna: Pengguna, unit: str, mulai: date, minggu: Minggu, alasan: str) -> None:
    """Let other working hours count from a day on. Raises UserError for hours that no day can have."""
    pengguna.require(Izin.PENGATURAN, unit)
    if not alasan.strip():
        raise UserError("Perubahan jam kerja harus beralasan. Tulis dasarnya, misalnya surat edaran jam kerja Ramadan.")
    if not minggu:
        raise UserError("Sedikitnya satu hari harus menjadi hari kerja. Pilih harinya, lalu simpan lagi.")
    for hari, jam in minggu.items():
        if not 0 <= jam.buka < jam.rehat_mulai <= jam.rehat_selesai < jam.tutup <= 24 * 60:
            raise UserError(
                f"Jam kerja hari {HARI_NAMA[hari]} tidak berurutan. Urutannya: masuk, mulai istirahat, selesai "
                "istirahat, pulang."
            )
    with store.transaction() as tx:
        versi = max(tx.read("libur_jam", unit=unit)["versi"].to_list(), default=0) + 1
        stamp = {"alasan": alasan.strip(), "oleh": pengguna.akun, "pada": periode.now()}
        key = {"unit": unit, "versi": versi, "mulai": mulai}
        tx.insert("jam_kerja", [{**key, "hari": hari, **asdict(jam), **stamp} for hari, jam in minggu.items()])
        week = {HARI_NAMA[hari]: jam.menit for hari, jam in minggu.items()}
        jejak.write(
            tx, pengguna.akun, "mengubah jam kerja", f"{unit}/jam kerja/{versi}", mulai=mulai, menit_kerja=week,
            alasan=alasan.strip(),
        )  # fmt: skip


# ---------------------------------------------------------------- inside


def _rows(store: Store | Transaction, unit: str) -> dict[date, dict[str, Any]]:
    return {row["tanggal"]: row for row in store.read("libur_semua", unit=unit).iter_rows(named=True)}


def _libur(row: Mapping[str, Any]) -> Libur:
    return Libur(row["tanggal"], row["nama"], row["jenis"], row["perkiraan"])


def _filled(rows: Mapping[date, Mapping[str, Any]]) -> frozenset[int]:
    return frozenset(day.year for day, row in rows.items() if row["terdaftar"])


def _weeks(store: Store | Transaction, unit: str) -> tuple[tuple[date, Minggu], ...]:
    weeks: dict[tuple[date, int], dict[int, JamKerja]] = {}
    for row in store.read("libur_jam", unit=unit).iter_rows(named=True):
        hours = JamKerja(row["buka"], row["tutup"], row["rehat_mulai"], row["rehat_selesai"])
        weeks.setdefault((row["mulai"], row["versi"]), {})[row["hari"]] = hours
    return tuple((mulai, week) for (mulai, _), week in weeks.items())


def _same(row: Mapping[str, Any], libur: Libur) -> bool:
    return row["libur"] and _libur(row) == libur


def _row(unit: str, day: Libur, before: Mapping[str, Any] | None, *, libur: bool) -> dict[str, Any]:
    return {"unit": unit, **asdict(day), "versi": before["versi"] + 1 if before else 1, "libur": libur}


def _decide(store: Store, pengguna: Pengguna, unit: str, day: Libur, alasan: str, *, libur: bool) -> None:
    with store.transaction() as tx:
        row = _row(unit, day, _rows(tx, unit).get(day.tanggal), libur=libur) | {"alasan": alasan}
        _insert(tx, pengguna, [row])
        act = "menetapkan hari libur" if libur else "menghapus hari libur"
        jejak.write(tx, pengguna.akun, act, f"{unit}/libur/{day.tanggal}", nama=day.nama, alasan=alasan)


def _insert(tx: Transaction, pengguna: Pengguna, rows: list[dict[str, Any]]) -> None:
    stamp = {"oleh": pengguna.akun, "pada": periode.now()}
    tx.insert("libur", [{"alasan": None, **row, **stamp} for row in rows])
