"""Sosialisasi, steps 4 and 7 of the SOP: the invitation, who came, the minutes; versions, like every figure.

The evidence that evaluators ask for by name (LKE CLAP003.1): attendance, photos, minutes, directions of the head.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from lakip import jejak, periode
from lakip.akses import Izin, Pengguna
from lakip.errors import UserError
from lakip.formatting import tanggal, waktu
from lakip.pengaturan import Pejabat
from lakip.periode import PERIODE
from lakip.sop import jabatan_kini, kalender
from lakip.sop.waktu_kerja import check_order
from lakip.store import Store, Transaction

DIUNDANG, DILAKSANAKAN, DIBATALKAN = "diundang", "dilaksanakan", "dibatalkan"
KEADAAN_NAMA = {DIUNDANG: "Diundang", DILAKSANAKAN: "Dilaksanakan", DIBATALKAN: "Dibatalkan"}
PERIODE_SOSIALISASI = ("TW1", "TW2", "SM1", "TW3", "TW4", "SM2", "TH")


@dataclass(frozen=True)
class Peserta:
    """One on the list; `pejabat` None: a guest. `hadir` None: the meeting is still to come."""

    nama: str
    jabatan: str
    pejabat: str | None = None
    hadir: bool | None = None


@dataclass(frozen=True)
class Sosialisasi:
    """One meeting as it stands. Moments are UTC; `pimpinan` is an id of the register.

    `mulai` is what the invitation says; `dimulai`..`selesai` is how it was.
    """

    tahun: int
    periode: str
    mulai: datetime
    tempat: str
    agenda: str
    pimpinan: str
    peserta: tuple[Peserta, ...]
    nomor_undangan: str = ""
    tanggal_undangan: date | None = None
    dimulai: datetime | None = None
    selesai: datetime | None = None
    notulis: str = ""
    notulen: str = ""
    keadaan: str = DIUNDANG
    alasan: str = ""
    nomor: int = 0
    versi: int = 0

    @property
    def nama(self) -> str:
        """As on paper: "Sosialisasi Laporan Kinerja Triwulan I Tahun 2026"."""
        return f"Sosialisasi Laporan Kinerja {PERIODE[self.periode].label(self.tahun)}"

    @property
    def hari(self) -> date:
        """The day of the meeting in WITA, as held or else as invited."""
        return periode.local(self.dimulai or self.mulai).date()


def meetings(store: Store | Transaction, unit: str, tahun: int, kode: str | None = None) -> tuple[Sosialisasi, ...]:
    """Those of a tahun, or of one periode, the last meeting first."""
    rows = store.read("sosialisasi_daftar", unit=unit, tahun=tahun).iter_rows(named=True)
    return tuple(_parse(store, unit, row) for row in rows if kode in (None, row["periode"]))


def find(store: Store | Transaction, unit: str, one: Sosialisasi) -> Sosialisasi:
    """A meeting as the record has it now. Raises UserError when there is no such one."""
    now = next((s for s in meetings(store, unit, one.tahun, one.periode) if s.nomor == one.nomor), None)
    if now is None:
        raise UserError(f"{one.nama} tidak ada lagi. Muat ulang halaman, lalu pilih lagi.")
    return now


def held(store: Store | Transaction, unit: str, tahun: int, kode: str) -> Sosialisasi | None:
    """The last meeting about a periode that took place; None while there is none."""
    return next((s for s in meetings(store, unit, tahun, kode) if s.keadaan == DILAKSANAKAN), None)


def everybody(store: Store, unit: str, hari: date) -> tuple[Peserta, ...]:
    """The officials of a day, as a list of participants."""
    return tuple(Peserta(p.nama, p.sebutan, p.id) for p in jabatan_kini.in_office(store, unit, hari))


def flags(store: Store, unit: str, one: Sosialisasi) -> list[str]:
    """What is odd about a meeting, a sentence each: a day off, a participant who held no office then."""
    off = kalender.load(store, unit).why_off(one.hari)
    found = [f"{tanggal(one.hari)} bukan hari kerja: {off}."] if off else []
    known = {p.id: p for p in (jabatan_kini.find(store, unit, q.pejabat) for q in one.peserta if q.pejabat) if p}
    left = [p for p in known.values() if not jabatan_kini.was_in_office(p, one.hari)]
    return found + [f"{p.nama} tidak menjabat {p.jabatan} pada {tanggal(one.hari)}." for p in left]


def invite(store: Store, pengguna: Pengguna, unit: str, baru: Sosialisasi) -> Sosialisasi:
    """Record an invitation; with its nomor within the periode.

    Raises UserError for an unknown periode, an empty place or agenda, no participant, or a chair who is not in office.
    """
    pengguna.require(Izin.DISPOSISI, unit)
    baru = replace(baru, keadaan=DIUNDANG, versi=1, tanggal_undangan=baru.tanggal_undangan or periode.today())
    _check_invitation(store, unit, baru)
    with store.transaction() as tx:
        before = [s.nomor for s in meetings(tx, unit, baru.tahun, baru.periode)]
        saved = replace(baru, nomor=max(before, default=0) + 1)
        _insert(tx, pengguna, unit, saved)
        _tell(tx, pengguna, unit, saved, "mengundang sosialisasi", peserta=len(saved.peserta))
    return saved


def record(store: Store, pengguna: Pengguna, unit: str, one: Sosialisasi) -> Sosialisasi:
    """Record how a meeting went, or correct that record with a reason (`alasan`).

    Raises UserError when it would end before it began or lies in the future, nobody came, the minutes are empty, it
    was called off, or somebody else has changed it meanwhile.
    """
    pengguna.require(Izin.DISPOSISI, unit)
    with store.transaction() as tx:
        now = _current(tx, unit, one)
        if now.keadaan == DIBATALKAN:
            raise UserError(f"{one.nama} sudah dibatalkan. Buat undangan baru.")
        if now.keadaan == DILAKSANAKAN and not one.alasan.strip():
            raise UserError("Catatan sosialisasi ini sudah ada. Perubahannya harus beralasan; tulis alasannya.")
        _check_record(one)
        saved = replace(one, keadaan=DILAKSANAKAN, versi=now.versi + 1)
        _insert(tx, pengguna, unit, saved)
        came = sum(bool(p.hadir) for p in saved.peserta)
        _tell(
            tx, pengguna, unit, saved, "mencatat sosialisasi", hadir=came, peserta=len(saved.peserta), alasan=one.alasan
        )
    return saved


def cancel(store: Store, pengguna: Pengguna, unit: str, one: Sosialisasi, alasan: str) -> None:
    """Call a meeting off. Raises UserError without a reason, or when it took place already."""
    pengguna.require(Izin.DISPOSISI, unit)
    if not alasan.strip():
        raise UserError("Pembatalan harus beralasan. Tulis alasannya, lalu batalkan lagi.")
    with store.transaction() as tx:
        now = _current(tx, unit, one)
        if now.keadaan != DIUNDANG:
            raise UserError(f"{one.nama} berkeadaan {KEADAAN_NAMA[now.keadaan].lower()}, jadi tidak dapat dibatalkan.")
        saved = replace(now, keadaan=DIBATALKAN, versi=now.versi + 1, alasan=alasan.strip())
        _insert(tx, pengguna, unit, saved)
        _tell(tx, pengguna, unit, saved, "membatalkan sosialisasi", alasan=alasan.strip())


# ---------------------------------------------------------------- inside


def _parse(store: Store | Transaction, unit: str, row: dict[str, Any]) -> Sosialisasi:
    key = {k: row[k] for k in ("tahun", "periode", "nomor", "versi")}
    people = store.read("sosialisasi_hadir", unit=unit, **key).drop("urutan").iter_rows(named=True)
    left_out = ("pimpinan_nama", "pimpinan_jabatan", "oleh", "pada")
    fields = {k: v for k, v in row.items() if k not in left_out}
    for name in ("notulis", "notulen", "alasan"):
        fields[name] = fields[name] or ""
    return Sosialisasi(**fields, peserta=tuple(Peserta(**p) for p in people))


def _current(tx: Transaction, unit: str, one: Sosialisasi) -> Sosialisasi:
    """The newest version. Raises UserError when it is not the one that was open on the screen."""
    now = find(tx, unit, one)
    if now.versi != one.versi:
        raise UserError(f"{one.nama} sudah diubah orang lain sejak Anda membukanya. Muat ulang halaman, lalu ulangi.")
    return now


def _check_invitation(store: Store, unit: str, baru: Sosialisasi) -> None:
    if baru.periode not in PERIODE_SOSIALISASI:
        raise UserError("Sosialisasi harus tentang satu triwulan, semester, atau tahun. Pilih periodenya.")
    empty = [kata for kata, isi in (("tempat", baru.tempat), ("acara", baru.agenda)) if not isi.strip()]
    if empty:
        raise UserError(f"Undangan belum lengkap. Isi: {', '.join(empty)}.")
    if not baru.peserta:
        raise UserError("Undangan belum memuat peserta. Pilih sedikitnya satu pejabat atau tamu.")
    if baru.tanggal_undangan is not None and baru.tanggal_undangan > baru.hari:
        raise UserError(
            f"Undangan bertanggal {tanggal(baru.tanggal_undangan)}, sesudah acaranya ({tanggal(baru.hari)}). "
            "Perbaiki salah satunya."
        )
    chair: Pejabat | None = jabatan_kini.find(store, unit, baru.pimpinan)
    if chair is None or not jabatan_kini.was_in_office(chair, baru.hari):
        raise UserError(f"Pimpinan sosialisasi harus menjabat pada {tanggal(baru.hari)}. Pilih pejabat lain.")


def _check_record(one: Sosialisasi) -> None:
    if one.dimulai is None or one.selesai is None:
        raise UserError("Waktu mulai dan selesai sosialisasi harus diisi.")
    check_order(one.dimulai, one.selesai)
    if one.selesai > periode.now():
        raise UserError(
            f"Sosialisasi yang selesai {waktu(one.selesai)} belum berlangsung. Catat sesudah acaranya, atau periksa "
            "jam komputer."
        )
    if not any(p.hadir for p in one.peserta):
        raise UserError("Daftar hadir masih kosong. Tandai siapa saja yang hadir, lalu simpan.")
    if not one.notulen.strip() or not one.notulis.strip():
        raise UserError("Notulen belum lengkap. Isi nama notulis dan isi notulennya.")


def _insert(tx: Transaction, pengguna: Pengguna, unit: str, one: Sosialisasi) -> None:
    key = {"unit": unit, "tahun": one.tahun, "periode": one.periode, "nomor": one.nomor, "versi": one.versi}
    names = (
        "keadaan", "nomor_undangan", "tanggal_undangan", "mulai", "tempat", "agenda", "pimpinan", "dimulai", "selesai",
        "notulis", "notulen", "alasan",
    )  # fmt: skip
    row = {name: getattr(one, name) for name in names}
    tx.insert("sosialisasi", [{**key, **row, "oleh": pengguna.akun, "pada": periode.now()}])
    people: Sequence[dict[str, Any]] = [
        {**key, "urutan": n, "pejabat": p.pejabat, "nama": p.nama, "jabatan": p.jabatan, "hadir": p.hadir}
        for n, p in enumerate(one.peserta, 1)
    ]
    tx.insert("sosialisasi_hadir", people)


def _tell(tx: Transaction, pengguna: Pengguna, unit: str, one: Sosialisasi, act: str, **rincian: Any) -> None:
    objek = f"{unit}/sosialisasi/{one.tahun}/{one.periode}/{one.nomor}"
    jejak.write(tx, pengguna.akun, act, objek, hari=one.hari, tempat=one.tempat, **rincian)
