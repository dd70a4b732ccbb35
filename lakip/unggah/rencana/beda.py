"""What a file of plans would change: what is recorded beside what will be, in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from lakip.formatting import KOSONG, angka, tanggal
from lakip.rencana import DASAR_UBAH, PERIODE_TARGET, Indikator, PkVersion, Sasaran, Target, Tujuan
from lakip.unggah.hasil import Perubahan
from lakip.unggah.rencana.formulir import NAMA
from lakip.unggah.rencana.kamus import NAMA_KOLOM

SASARAN = {"uraian": "Sasaran", "jenjang": "Jenjang", "induk": "Induk Sasaran", "tujuan": "Kode Tujuan"}
PK = {
    "nomor": "Nomor PK", "tanggal": "Tanggal PK", "dasar_ubah": "Dasar perubahan", "alasan": "Alasan perubahan",
}  # fmt: skip


def card_changes(old: Indikator | None, new: Indikator) -> list[Perubahan]:
    """One entry for a new card; one per field that differs otherwise."""
    names = {n: NAMA_KOLOM.get(n, n) for n in vars(new) if n not in ("mulai_tahun", "sampai_tahun")}
    return [Perubahan(new.kode, "Indikator", KOSONG, new.nama)] if old is None else _fields(new.kode, old, new, names)


def target_changes(kode: str, old: Target | None, new: Target) -> list[Perubahan]:
    """The targets that would count differently; `new` is what would be in force."""
    before = old.nilai if old else dict.fromkeys(PERIODE_TARGET)
    return [
        Perubahan(kode, NAMA_KOLOM[n], angka(before[n]), angka(new.nilai[n]))
        for n in PERIODE_TARGET
        if before[n] != new.nilai[n]
    ]


def aim_changes(old: Tujuan | None, new: Tujuan) -> list[Perubahan]:
    return _fields(new.kode, old, new, {"uraian": "Tujuan"})


def goal_changes(old: Sasaran | None, new: Sasaran) -> list[Perubahan]:
    return _fields(new.kode, old, new, SASARAN if old else {"uraian": "Sasaran"})


def pk_changes(existing: Sequence[PkVersion], pk: PkVersion) -> list[Perubahan]:
    if pk.versi is None:
        return [Perubahan("PK", f"PK {'perubahan' if existing else 'murni'}", KOSONG, pk.nomor or "tanpa nomor")]
    old = next(e for e in existing if e.versi == pk.versi)
    return _fields("PK", old, pk, {name: label for name, label in PK.items() if getattr(pk, name)})


def _fields(kode: str, old: Any, new: Any, names: Mapping[str, str]) -> list[Perubahan]:
    pairs = [(label, _shown(name, old), _shown(name, new)) for name, label in names.items()]
    return [Perubahan(kode, label, before, after) for label, before, after in pairs if before != after]


def _shown(name: str, one: Any) -> str:
    value = getattr(one, name, None)
    words = DASAR_UBAH if name == "dasar_ubah" else NAMA.get(name, {})
    match value:
        case None | "":
            return KOSONG
        case Decimal():
            return angka(value)
        case date():
            return tanggal(value)
        case _:
            return words.get(value, str(value))
