"""A number that a person types on a screen: read by `angka`, told back, or refused with the way out.

A field or a cell of a grid has nowhere to choose, so what may mean two things is asked by saying how to type each.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from lakip.errors import UserError
from lakip.formatting import angka
from lakip.unggah.tabel.angka import Bacaan, read_text, whole_rupiah, written

JALAN = "Ketik 0 bila memang nol, atau kosongkan bila belum ada."
NEGATIF = (
    "“{teks}” negatif, sedangkan rupiah di sini tidak ditulis negatif. Periksa angkanya; pengembalian belanja dicatat "
    "lewat berkas anggaran."
)
UTUH = "buah"  # of things that come whole "1.500" can only be a thousand five hundred


@dataclass(frozen=True)
class Ketikan:
    """One text read. Without nilai it was left blank, or `salah`: then `pesan` says why, and how to type it.

    With nilai, `pesan` is a remark on how it was read, or empty.
    """

    nilai: Decimal | None
    pesan: str = ""
    salah: bool = False


KOSONG = Ketikan(None)


def read(teks: str, satuan: str, rata_rata: bool = False, jalan: str = JALAN) -> Ketikan:
    """A figure in its satuan. `jalan`: what to do instead of typing “nihil”, “-” or “n/a”."""
    return _told(teks, read_text(teks, satuan, rata_rata), jalan)


def rupiah(teks: str) -> Ketikan:
    """An amount of whole rupiah, not negative."""
    one = _told(teks, whole_rupiah(read_text(teks, "rupiah")), JALAN)
    return Ketikan(None, NEGATIF.format(teks=_short(teks)), True) if one.nilai is not None and one.nilai < 0 else one


def whole(teks: str, dari: int, sampai: int | None = None) -> Ketikan:
    """A counting number within these bounds."""
    found = read_text(teks, UTUH)
    if found.nilai is None and found.kode != "ambigu":
        return _told(teks, found, JALAN)
    nilai = whole_rupiah(found).nilai
    if nilai is None or nilai < dari or (sampai is not None and nilai > sampai):
        bounds = f"{angka(dari)} sampai {angka(sampai)}" if sampai is not None else f"mulai dari {angka(dari)}"
        return Ketikan(None, f"“{_short(teks)}” harus bilangan bulat {bounds}.", True)
    return Ketikan(nilai, found.pesan)


def accepted(sebutan: str, one: Ketikan) -> Decimal | None:
    """The number of one field; None for a blank one. Raises UserError naming the field when it was refused."""
    if one.salah:
        raise UserError(f"{sebutan}: {one.pesan}")
    return one.nilai


def required(sebutan: str, one: Ketikan) -> int:
    """The counting number of a field that may not stay blank. Raises as `accepted`."""
    nilai = accepted(sebutan, one)
    if nilai is None:
        raise UserError(f"{sebutan}: belum diisi. Ketik angkanya.")
    return int(nilai)


def echo(bacaan: Mapping[str, Decimal | None]) -> str:
    """What was read, said back after saving; empty without a number."""
    said = [f"{sebutan} {angka(nilai)}" for sebutan, nilai in bacaan.items() if nilai is not None]
    return f" Dibaca: {'; '.join(said)}." if said else ""


# ---------------------------------------------------------------- inside


def _told(teks: str, one: Bacaan, jalan: str) -> Ketikan:
    match one.kode:
        case "kosong":
            return KOSONG
        case "nihil" | "strip" | "tidak_tersedia":
            return Ketikan(None, f"“{_short(teks)}” bukan angka. {jalan}", True)
        case "ambigu":
            return Ketikan(None, _asked(teks, one.pilihan), True)
    return Ketikan(one.nilai, one.pesan, one.nilai is None)


def _asked(teks: str, pilihan: tuple[Decimal, ...]) -> str:
    ways = " atau ".join(written(p) for p in pilihan)
    if len(pilihan) == 1:
        return (
            f"“{_short(teks)}” dapat dibaca sebagai pecahan, sedangkan rupiah bulat. Ketik {ways} bila itu maksudnya."
        )
    return f"“{_short(teks)}” dapat berarti {' atau '.join(angka(p) for p in pilihan)}. Ketik {ways}."


def _short(teks: str) -> str:
    flat = " ".join(teks.split())
    return flat if len(flat) <= 40 else flat[:39] + "…"
