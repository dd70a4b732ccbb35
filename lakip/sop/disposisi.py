"""Disposisi: numbered orders from Camat to Sekcam to Kasubbag to staf, and the recap that travels up the same way.

A disposisi is never changed; what happens to it is a stamp, or another disposisi that hands it on. Only who holds the
jabatan it is addressed to stamps it, or the staf whose account it names.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import polars as pl

from lakip import jejak, pengaturan, periode, rencana
from lakip.akses import Izin, Pengguna
from lakip.errors import AccessError, UserError
from lakip.formatting import tanggal as printed
from lakip.formatting import waktu
from lakip.pengaturan import Pejabat
from lakip.periode import PERIODE
from lakip.sop import jabatan_kini, kalender
from lakip.sop.disposisi_baca import (
    DITERIMA,
    KEADAAN_NAMA,
    RAHASIA,
    SELESAI,
    TERBIT,
    TERTUTUP,
    Baris,
    chain,
    closed,
    flags,
    goes_up,
    is_addressee,
    listed,
    may_read,
    number,
    one,
    recorded,
    recorded_all,
    require_read,
    state,
    waiting,
)
from lakip.store import Store, Transaction

__all__ = [
    "DITERIMA", "KEADAAN_NAMA", "LAMPIRAN", "RAHASIA", "SELESAI", "SIFAT_NAMA", "TERBIT", "TERTUTUP", "Baris",
    "Disposisi", "chain", "closed", "finish", "flags", "goes_up", "is_addressee", "issue", "listed", "may_read",
    "number", "one", "receive", "recorded", "recorded_all", "require_read", "senders", "staff", "state", "waiting",
]  # fmt: skip

LAMPIRAN = {"pk": "Perjanjian Kinerja", "renaksi": "Rencana Aksi", "rekap": "Rekap capaian kinerja"}
SIFAT_NAMA = {"biasa": "Biasa", "segera": "Segera", "sangat_segera": "Sangat segera", RAHASIA: "Rahasia"}
BUKAN_ISI = ("unit", "tahun", "nomor")
ISI = ("hal", "instruksi", "lampiran")  # what the trail does not repeat of one that is Rahasia


@dataclass(frozen=True)
class Disposisi:
    """What is to be issued. `dari` and `kepada_pejabat` are ids of the register; either a pejabat or an account is
    addressed. `hari_kerja`: how long it may take. `nomor` None: the next free one.
    """

    tanggal: date
    dari: str
    hal: str
    instruksi: str
    tahun_kinerja: int
    periode: str
    kepada_pejabat: str | None = None
    kepada_akun: str | None = None
    lampiran: tuple[str, ...] = ("pk", "renaksi")
    hari_kerja: int = 3
    sifat: str = "biasa"
    nomor: int | None = None


# ---------------------------------------------------------------- reading


def senders(store: Store, pengguna: Pengguna, unit: str, hari: date) -> tuple[Pejabat, ...]:
    """The officials in whose name somebody may issue a disposisi on a day."""
    if not pengguna.may(Izin.DISPOSISI, unit):
        return ()
    return tuple(
        p
        for p in jabatan_kini.in_office(store, unit, hari)
        if p.peran in ("camat", "sekcam", "kasubbag") and jabatan_kini.acts_for(pengguna, unit, p.peran, p.bagian)
    )


def staff(store: Store, unit: str, hari: date) -> dict[str, str]:
    """{account: name} of the staf who may be addressed."""
    rows = store.read("akun_semua", unit=unit, hari=hari).filter(pl.col("aktif") & (pl.col("peran") == "staf"))
    return {row["akun"]: row["nama"] for row in rows.iter_rows(named=True)}


# ---------------------------------------------------------------- acting


def issue(
    store: Store, pengguna: Pengguna, unit: str, baru: Disposisi, induk: tuple[int, int] | None = None
) -> tuple[int, int]:
    """Issue a disposisi; its tahun and nomor.

    Args:
        induk: tahun and nomor of the one that this hands on; only its addressee may, once it is received.

    Raises:
        UserError: something is missing, nobody holds the jabatan on that day, or the number is taken.
        AccessError: without Izin.DISPOSISI, or in a name that is not one's own to sign.
    """
    pengguna.require(Izin.DISPOSISI, unit)
    _check_words(baru)
    dari = _sender(store, pengguna, unit, baru)
    _check_addressee(store, unit, baru, dari)
    with store.transaction() as tx:
        if induk is not None:
            _check_parent(tx, pengguna, unit, induk, baru)
        tahun = baru.tanggal.year
        nomor = _number(tx, unit, tahun, baru.nomor)
        due = kalender.load(tx, unit).add_days(baru.tanggal, baru.hari_kerja)
        row = {
            "unit": unit, "tahun": tahun, "nomor": nomor, "tanggal": baru.tanggal, "dari": baru.dari,
            "kepada_pejabat": baru.kepada_pejabat, "kepada_akun": baru.kepada_akun, "sifat": baru.sifat,
            "hal": baru.hal.strip(), "instruksi": baru.instruksi.strip(), "tahun_kinerja": baru.tahun_kinerja,
            "periode": baru.periode, "lampiran": " ".join(k for k in LAMPIRAN if k in baru.lampiran),
            "pk": _attached(tx, unit, baru), "tenggat": due, "induk_tahun": induk[0] if induk else None,
            "induk_nomor": induk[1] if induk else None,
        }  # fmt: skip
        tx.insert("disposisi", [{**row, "oleh": pengguna.akun, "pada": periode.now()}])
        unsaid = (*BUKAN_ISI, *ISI) if baru.sifat == RAHASIA else BUKAN_ISI
        told = {k: v for k, v in row.items() if k not in unsaid}
        jejak.write(tx, pengguna.akun, "menerbitkan disposisi", _objek(unit, tahun, nomor), **told)
    return tahun, nomor


def receive(store: Store, pengguna: Pengguna, unit: str, tahun: int, nomor: int) -> None:
    """Stamp "diterima". Raises UserError when it is stamped already."""
    with store.transaction() as tx:
        row = _for_addressee(tx, pengguna, unit, tahun, nomor)
        if row["diterima"]:
            raise UserError(f"Disposisi {number(tahun, nomor)} sudah diterima {waktu(row['diterima'])}.")
        _stamp(tx, pengguna, unit, row, DITERIMA, None, row["pada"])


def finish(store: Store, pengguna: Pengguna, unit: str, tahun: int, nomor: int, catatan: str) -> None:
    """Stamp "selesai", with what was done. Raises UserError before it is received, or without a word on the result."""
    with store.transaction() as tx:
        row = _for_addressee(tx, pengguna, unit, tahun, nomor)
        if row["selesai"]:
            raise UserError(f"Disposisi {number(tahun, nomor)} sudah selesai {waktu(row['selesai'])}.")
        if row["diterima"] is None:
            raise UserError(f"Disposisi {number(tahun, nomor)} belum diterima. Beri cap diterima dahulu, baru selesai.")
        if not catatan.strip():
            raise UserError("Tulis hasilnya dahulu, misalnya “Data TW I delapan bagian terkumpul”, lalu selesaikan.")
        _stamp(tx, pengguna, unit, row, SELESAI, catatan.strip(), row["diterima"])


# ---------------------------------------------------------------- inside


def _check_words(baru: Disposisi) -> None:
    empty = [kata for kata, isi in (("hal", baru.hal), ("instruksi", baru.instruksi)) if not isi.strip()]
    if empty:
        raise UserError(f"Disposisi belum lengkap. Isi: {', '.join(empty)}.")
    if (baru.kepada_pejabat is None) == (baru.kepada_akun is None):
        raise UserError("Disposisi harus ditujukan kepada satu orang. Pilih pejabat atau staf yang dituju.")
    if baru.sifat not in SIFAT_NAMA or baru.periode not in PERIODE or set(baru.lampiran) - LAMPIRAN.keys():
        raise UserError("Sifat, periode, atau lampiran disposisi tidak dikenal. Pilih dari daftarnya.")
    if not 0 <= baru.hari_kerja <= 60:
        raise UserError("Tenggat disposisi paling lama 60 hari kerja. Perkecil jumlah harinya.")
    if baru.tanggal > periode.today():
        raise UserError(
            f"Tanggal disposisi ({printed(baru.tanggal)}) belum tiba. Pilih hari ini, atau periksa jam komputer."
        )


def _sender(store: Store, pengguna: Pengguna, unit: str, baru: Disposisi) -> Pejabat:
    who = jabatan_kini.find(store, unit, baru.dari)
    if who is None:
        raise UserError("Pejabat yang menerbitkan tidak ada di daftar pejabat. Muat ulang halaman, lalu pilih lagi.")
    _check_term(store, unit, who, baru.tanggal)
    if not jabatan_kini.acts_for(pengguna, unit, str(who.peran), who.bagian):
        raise AccessError(
            f"Akun “{pengguna.akun}” tidak memegang jabatan {who.sebutan}, jadi tidak dapat menandatangani."
        )
    return who


def _check_addressee(store: Store, unit: str, baru: Disposisi, dari: Pejabat) -> None:
    if baru.kepada_akun is not None:
        if baru.kepada_akun not in staff(store, unit, periode.today()):
            raise UserError(f"Akun “{baru.kepada_akun}” bukan staf yang aktif. Pilih staf dari daftarnya.")
        return
    who = jabatan_kini.find(store, unit, baru.kepada_pejabat or "")
    if who is None:
        raise UserError("Pejabat yang dituju tidak ada di daftar pejabat. Muat ulang halaman, lalu pilih lagi.")
    _check_term(store, unit, who, baru.tanggal)
    if who.id == dari.id:
        raise UserError("Disposisi tidak dapat ditujukan kepada penerbitnya sendiri. Pilih pejabat lain.")


def _check_term(store: Store, unit: str, who: Pejabat, hari: date) -> None:
    if jabatan_kini.was_in_office(who, hari):
        return
    now = pengaturan.pejabat_in_office(store, unit, who.peran, hari, who.bagian)
    instead = f"Yang menjabat: {now.nama}." if now else "Catat pejabatnya di halaman Pengaturan lebih dahulu."
    raise UserError(f"{who.nama} tidak menjabat {who.jabatan} pada {printed(hari)}. {instead}")


def _check_parent(tx: Transaction, pengguna: Pengguna, unit: str, induk: tuple[int, int], baru: Disposisi) -> None:
    row = _for_addressee(tx, pengguna, unit, *induk)
    if row["diterima"] is None:
        raise UserError(f"Disposisi {number(*induk)} belum diterima. Beri cap diterima dahulu, baru teruskan.")
    if row["sifat"] == RAHASIA and baru.sifat != RAHASIA:
        raise UserError(f"Disposisi {number(*induk)} bersifat Rahasia, jadi penerusannya juga. Pilih sifat Rahasia.")
    if baru.tanggal < row["tanggal"]:
        raise UserError(
            f"Disposisi {number(*induk)} bertanggal {printed(row['tanggal'])}; penerusannya tidak dapat bertanggal "
            f"{printed(baru.tanggal)}. Pilih tanggal yang sama atau sesudahnya."
        )


def _number(tx: Transaction, unit: str, tahun: int, asked: int | None) -> int:
    taken = {row["nomor"]: row for row in recorded_all(tx, unit, tahun) if row["tahun"] == tahun}
    free = max(taken, default=0) + 1
    if asked is None:
        return free
    if asked < 1:
        raise UserError("Nomor disposisi dimulai dari 1. Perbaiki, atau kosongkan agar diberi nomor berikutnya.")
    if same := taken.get(asked):
        raise UserError(
            f"Nomor {number(tahun, asked)} sudah dipakai disposisi tanggal {printed(same['tanggal'])} kepada "
            f"{same['kepada_nama']}. Nomor berikutnya yang bebas: {number(tahun, free)}."
        )
    return asked


def _attached(tx: Transaction, unit: str, baru: Disposisi) -> int | None:
    """The newest PK version: what it says is attached, and the Rencana Aksi that goes with it."""
    if not {"pk", "renaksi"} & set(baru.lampiran):
        return None
    known = [pk.versi for pk in rencana.pk_versions(tx, unit, baru.tahun_kinerja) if pk.versi is not None]
    if not known:
        raise UserError(
            f"Perjanjian Kinerja dan Rencana Aksi tahun {baru.tahun_kinerja} belum tercatat, jadi tidak dapat "
            "dilampirkan. Isi rencananya di halaman Rencana dan indikator, atau lepaskan lampirannya."
        )
    return max(known)


def _for_addressee(tx: Transaction, pengguna: Pengguna, unit: str, tahun: int, nomor: int) -> dict[str, Any]:
    row = recorded(tx, unit, tahun, nomor)
    if not is_addressee(pengguna, unit, row):
        raise AccessError(
            f"Disposisi {number(tahun, nomor)} ditujukan kepada {row['kepada_nama']}; akun “{pengguna.akun}” tidak "
            "dapat menerima, menyelesaikan, atau meneruskannya."
        )
    return row


def _stamp(
    tx: Transaction, pengguna: Pengguna, unit: str, row: Baris, cap: str, catatan: str | None, sesudah: datetime
) -> None:
    now, nomor = periode.now(), number(row["tahun"], row["nomor"])
    if now < sesudah:
        raise UserError(
            f"Cap {cap} pada {waktu(now)} akan mendahului langkah sebelumnya ({waktu(sesudah)}). Jam komputer "
            "tampaknya dimundurkan; betulkan dahulu."
        )
    key = {"unit": unit, "tahun": row["tahun"], "nomor": row["nomor"]}
    tx.insert("disposisi_cap", [{**key, "cap": cap, "catatan": catatan, "oleh": pengguna.akun, "pada": now}])
    told = None if row["sifat"] == RAHASIA else catatan
    jejak.write(
        tx, pengguna.akun, f"disposisi {cap}", _objek(unit, row["tahun"], row["nomor"]), nomor=nomor, catatan=told
    )


def _objek(unit: str, tahun: int, nomor: int) -> str:
    return f"{unit}/disposisi/{tahun}/{nomor}"
