"""What a file of plans would change: what is recorded beside what will be, in words."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from lakip.formatting import KOSONG, angka, tanggal
from lakip.indikator import METODE_NAMA, RUMUS_NAMA, TIPE_NAMA, Metode, Rumus, TipeNilai
from lakip.rencana import DASAR_UBAH, PERIODE_TARGET, Indikator, PkVersion, Sasaran, Target, Tujuan
from lakip.unggah.hasil import Perubahan
from lakip.unggah.rencana.kamus import NAMA_KOLOM


def card_changes(old: Indikator | None, new: Indikator) -> list[Perubahan]:
    """One entry for a new card; one per field that differs otherwise."""
    if old is None:
        return [Perubahan(new.kode, "Indikator", KOSONG, new.nama)]
    names = [n for n in vars(new) if n not in ("mulai_tahun", "sampai_tahun")]
    return [
        Perubahan(new.kode, NAMA_KOLOM.get(n, n), _shown(old, n), _shown(new, n))
        for n in names
        if getattr(old, n) != getattr(new, n)
    ]


def target_changes(kode: str, old: Target | None, new: Target) -> list[Perubahan]:
    """The targets that would count differently; `new` is what would be in force."""
    before = old.nilai if old else dict.fromkeys(PERIODE_TARGET)
    return [
        Perubahan(kode, NAMA_KOLOM[n], angka(before[n]), angka(new.nilai[n]))
        for n in PERIODE_TARGET
        if before[n] != new.nilai[n]
    ]


def aim_changes(old: Tujuan | None, new: Tujuan) -> list[Perubahan]:
    if old is not None and old.uraian == new.uraian:
        return []
    return [Perubahan(new.kode, "Tujuan", old.uraian if old else KOSONG, new.uraian)]


def goal_changes(old: Sasaran | None, new: Sasaran) -> list[Perubahan]:
    if old is None:
        return [Perubahan(new.kode, "Sasaran", KOSONG, new.uraian)]
    labels = {"uraian": "Sasaran", "jenjang": "Jenjang", "induk": "Induk Sasaran", "tujuan": "Kode Tujuan"}
    return [
        Perubahan(new.kode, label, str(getattr(old, n) or KOSONG), str(getattr(new, n) or KOSONG))
        for n, label in labels.items()
        if getattr(old, n) != getattr(new, n)
    ]


def pk_changes(existing: Sequence[PkVersion], pk: PkVersion) -> list[Perubahan]:
    if pk.versi is None:
        return [Perubahan("PK", f"PK {'perubahan' if existing else 'murni'}", KOSONG, pk.nomor or "tanpa nomor")]
    old = next(e for e in existing if e.versi == pk.versi)
    texts = {
        "Nomor PK": (old.nomor, pk.nomor),
        "Tanggal PK": (_day(old.tanggal), _day(pk.tanggal)),
        "Dasar perubahan": (DASAR_UBAH.get(old.dasar_ubah or ""), DASAR_UBAH.get(pk.dasar_ubah or "")),
        "Alasan perubahan": (old.alasan, pk.alasan),
    }
    return [
        Perubahan("PK", label, before or KOSONG, after)
        for label, (before, after) in texts.items()
        if after and before != after
    ]


def _day(day: date | None) -> str | None:
    return tanggal(day) if day else None


def _shown(card: Indikator, name: str) -> str:
    value = getattr(card, name)
    if name == "metode":
        return METODE_NAMA[Metode(value)]
    if name == "rumus":
        return RUMUS_NAMA[Rumus(value)]
    if name == "tipe_nilai" and value:
        return TIPE_NAMA[TipeNilai(value)]
    if isinstance(value, Decimal):
        return angka(value)
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    return KOSONG if value in (None, "") else str(value)
