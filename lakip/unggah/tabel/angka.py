"""A number as an office types it: "1.234,5", "95,5", "80%", "Rp 1.500.000,-". Exact, and never guessed.

Returns what was read, or a code and a sentence. What cannot have two meanings is read; what can is asked,
with the candidates.
"""

import math
import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lakip.formatting import angka, half_up
from lakip.satuan import is_percent, is_scaled, is_whole
from lakip.unggah.berkas.lembar import Nilai, Sel

DESIMAL = 6
TERBESAR = Decimal(10) ** 18
TERPANJANG = 60

TIDAK_ADA = frozenset(
    ("n/a", "na", "n.a", "n.a.", "tidak tersedia", "tdk tersedia", "tidak ada data", "belum ada data", "belum tersedia")
)
STRIP = frozenset("-–—−") | {"--", "---"}

_RUANG = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000\u200b\ufeff\t\r\n"), " ")
_LEBAR = {ord("０") + n: str(n) for n in range(10)} | {ord("，"): ",", ord("．"): ".", ord("％"): "%", ord("－"): "-"}
_MINUS = {ord("−"): "-", ord("–"): "-"}

# The shapes of an unsigned number, first match counts; three of them have two meanings.
BENTUK = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("indonesia", r"\d+"),
        ("indonesia", r"[1-9]\d{0,2}(\.\d{3})+,\d+"),
        ("inggris", r"[1-9]\d{0,2}(,\d{3})+\.\d+"),
        ("ribuan titik", r"[1-9]\d{0,2}\.\d{3}"),
        ("indonesia", r"[1-9]\d{0,2}(\.\d{3}){2,}"),
        ("ribuan koma", r"[1-9]\d{0,2},\d{3}"),
        ("inggris", r"[1-9]\d{0,2}(,\d{3}){2,}"),
        ("indonesia", r"\d+,\d+"),
        ("titik tiga", r"\d+\.\d{3}"),
        ("titik", r"\d+\.\d+"),
        ("ilmiah", r"\d+([.,]\d+)?e[+-]?\d+"),
    )
)


@dataclass(frozen=True)
class Bacaan:
    """One number read. `nilai` is None when it was not; then `kode` says why.

    kode: "" read | cara_tulis read with a remark (97.5 for 97,5) | kosong | nihil | tidak_tersedia | strip |
    ambigu, persen_tanya (choose among `pilihan`) | bukan_angka, satuan_salah, rumus_kosong, galat_excel, terlalu_besar.
    `pesan` is the Indonesian clause after "Sel F12: ", with the way out.
    """

    nilai: Decimal | None
    kode: str = ""
    pesan: str = ""
    pilihan: tuple[Decimal, ...] = ()


KOSONG = Bacaan(None, "kosong")


def read_cell(sel: Sel | None, satuan: str, rata_rata: bool = False) -> Bacaan:
    """The number in a cell. A percent-formatted 0,8 is 80 where the satuan is persen; else as `read_text`."""
    if sel is None:
        return KOSONG
    if sel.galat:
        return Bacaan(None, "galat_excel", f"berisi galat Excel {sel.nilai}. Perbaiki rumusnya atau ketik angkanya.")
    if sel.tanpa_nilai:
        return Bacaan(
            None,
            "rumus_kosong",
            "berisi rumus yang belum dihitung. Buka di Excel, simpan, lalu unggah kembali; atau ketik angkanya.",
        )
    if isinstance(sel.nilai, (int, float)) and not isinstance(sel.nilai, bool) and sel.persen:
        return _percent_cell(sel.nilai, satuan)
    return read_value(sel.nilai, satuan, rata_rata)


def read_value(nilai: Nilai | Decimal | date, satuan: str, rata_rata: bool = False) -> Bacaan:
    """The number in a value without number format: typed on screen, or a cell's."""
    match nilai:
        case None:
            return KOSONG
        case bool():
            return _not_a_number("TRUE" if nilai else "FALSE")
        case int() | float() | Decimal():
            number = exact(nilai)
            return _kept(number) if number is not None else _not_a_number(str(nilai))
        case date():
            pesan = f"berisi tanggal ({nilai:%d/%m/%Y}), bukan angka. Ubah format selnya ke Umum, lalu ketik angkanya."
            return Bacaan(None, "bukan_angka", pesan)
        case _:
            return read_text(nilai, satuan, rata_rata)


def read_text(teks: str, satuan: str, rata_rata: bool = False) -> Bacaan:
    """The number in a text.

    "1.500" is a thousand five hundred only where things are counted: dokumen, but not hari, nor a mean of dokumen.
    `satuan` "": none is known, as of a numerator.
    """
    bare = " ".join(teks.translate(_RUANG).translate(_LEBAR).split())
    if not bare:
        return KOSONG
    if len(bare) > TERPANJANG:
        return _not_a_number(teks)
    if word := _word(bare):
        return word
    plain, rupiah = _strip_rupiah(bare.translate(_MINUS))
    if rupiah and (word := _word(plain)):  # the zero of Excel's accounting format: "Rp -"
        return word
    number, sign = _strip_unit(plain, satuan)
    if _foreign_unit(rupiah, sign, satuan):
        wanted = f"satuannya {satuan}. Ketik angka dalam {satuan}" if satuan else "yang diisi bilangan. Ketik angkanya"
        return Bacaan(None, "satuan_salah", f"“{_quote(teks)}” memakai satuan lain, padahal {wanted}.")
    negative, number = _sign(number)
    found = _unsigned(number, rupiah or (is_whole(satuan) and not rata_rata), teks)
    return _negated(found) if negative else found


def _negated(found: Bacaan) -> Bacaan:
    nilai = -found.nilai if found.nilai is not None else None
    return Bacaan(nilai, found.kode, found.pesan, tuple(-p for p in found.pilihan))


def _strip_rupiah(number: str) -> tuple[str, bool]:
    """Without "Rp" and ",-", and whether it said Rp; a minus may stand before it: "-Rp 5.000"."""
    bare, said = re.subn(r"^(-?)\s*(rp|idr)\.?\s*", r"\1", number, flags=re.IGNORECASE)
    return re.sub(r",[-=]+$", "", bare), bool(said)


def _foreign_unit(rupiah: bool, percent: bool, satuan: str) -> bool:
    """Whether a text names a unit that is not the indikator's: % for orang, Rp for persen or for juta rupiah.

    A numerator has no satuan of its own; money it may be.
    """
    if percent:
        return not is_percent(satuan)
    fits = not satuan or (re.search(r"\b(rp|rupiah)\b", satuan.casefold()) and not is_scaled(satuan))
    return rupiah and not fits


def whole_rupiah(one: Bacaan) -> Bacaan:
    """The same of rupiah, which have no fraction: 4.500.000,5 are none, and of 1,5 or 1.500 only the second."""
    if one.pilihan:
        return replace(one, pilihan=tuple(p for p in one.pilihan if p == p.to_integral_value()))
    if one.nilai is None or one.nilai == one.nilai.to_integral_value():
        return one
    return Bacaan(None, "pecahan_rupiah", f"{angka(one.nilai)} memuat pecahan rupiah. Tulis rupiah bulat.")


def written(nilai: Decimal | int | None, satuan: str = "", rata_rata: bool = False) -> str:
    """As a person may type it: read back as exactly this number. "2,3450" cannot mean 2.345.

    Thousands dots only with a satuan of which they can mean nothing else: 1.234 dokumen.
    """
    if nilai is None:
        return ""
    if satuan and read_text(angka(nilai), satuan, rata_rata).nilai == nilai:
        return angka(nilai)
    text = angka(nilai).replace(".", "")
    return f"{text}0" if re.fullmatch(r"-?[1-9]\d{0,2},\d{3}", text) else text


def exact(nilai: int | float | Decimal) -> Decimal | None:
    """An Excel number as typed: its 15 significant digits, without the noise of doubles. None: not finite."""
    if isinstance(nilai, float):
        return Decimal(f"{nilai:.15g}") if math.isfinite(nilai) else None
    return Decimal(nilai) if Decimal(nilai).is_finite() else None


def _word(bare: str) -> Bacaan | None:
    low = bare.casefold()
    if low in STRIP:
        pesan = "berisi “-”, yang dapat berarti nihil (0) atau tidak tersedia. Pilih salah satu di kolom Keadaan."
        return Bacaan(None, "strip", pesan)
    if low in ("nihil", "nol"):
        return Bacaan(None, "nihil")
    if low in TIDAK_ADA:
        return Bacaan(None, "tidak_tersedia")
    return None


def _strip_unit(number: str, satuan: str) -> tuple[str, bool]:
    """Without a trailing satuan or percent sign; whether it said percent."""
    if found := re.fullmatch(r"(.*[\d)])\s*(%|persen|prosen)", number, flags=re.IGNORECASE):
        return found[1], True
    unit = satuan.strip().rstrip(".")
    if unit and number.casefold().endswith(unit.casefold()) and number[: -len(unit)].rstrip()[-1:].isdigit():
        return number[: -len(unit)].rstrip(), False
    return number, False


def _sign(number: str) -> tuple[bool, str]:
    if found := re.fullmatch(r"-\s*(\S+)|\((\S+)\)", number):
        return True, found[1] or found[2]
    return False, number.removeprefix("+")


def _unsigned(number: str, utuh: bool, teks: str) -> Bacaan:
    shape = next((kind for kind, pattern in BENTUK if number.isascii() and pattern.fullmatch(number)), "")
    indonesian, english = number.replace(".", "").replace(",", "."), number.replace(",", "")
    if shape == "ribuan titik" and utuh:
        shape = "indonesia"
    match shape:
        case "indonesia":
            return _kept(Decimal(indonesian))
        case "inggris" | "titik":
            return _remarked(Decimal(english), teks)
        case "ribuan titik" | "ribuan koma" | "titik tiga":
            small, large = sorted((Decimal(number.replace(",", ".")), Decimal(re.sub("[.,]", "", number))))
            return _ambiguous(teks, small, large)
        case "ilmiah":
            pesan = f"“{_quote(teks)}” ditulis dalam bentuk ilmiah. Ketik angkanya lengkap, misalnya 1.500.000."
            return Bacaan(None, "bukan_angka", pesan)
        case _:
            return _not_a_number(teks)


def _percent_cell(nilai: int | float, satuan: str) -> Bacaan:
    number = exact(nilai)
    if number is None:
        return _not_a_number(str(nilai))
    if is_percent(satuan):
        return _kept(number * 100)
    pesan = (
        f"berformat persen ({angka(number * 100)} %), padahal satuannya {satuan}. Pilih angka yang dimaksud, "
        "atau ubah format selnya ke Umum."
    )
    return Bacaan(None, "persen_tanya", pesan, (number, number * 100))


def _kept(number: Decimal) -> Bacaan:
    """As the record holds it: six decimals, up to eighteen digits before them."""
    if abs(number) >= TERBESAR:
        return Bacaan(None, "terlalu_besar", "lebih dari 18 angka. Periksa apakah ada angka yang terketik ganda.")
    return Bacaan(half_up(number, DESIMAL).normalize() + 0)


def _remarked(number: Decimal, teks: str) -> Bacaan:
    kept = _kept(number)
    if kept.nilai is None:
        return kept
    pesan = f"“{_quote(teks)}” dibaca {angka(kept.nilai)}: di sini koma menandai desimal dan titik menandai ribuan."
    return Bacaan(kept.nilai, "cara_tulis", pesan)


def _ambiguous(teks: str, *pilihan: Decimal) -> Bacaan:
    kept = tuple(k.nilai for k in map(_kept, pilihan) if k.nilai is not None)
    either = " atau ".join(angka(p) for p in kept)
    return Bacaan(None, "ambigu", f"“{_quote(teks)}” dapat berarti {either}. Pilih salah satu.", kept)


def _not_a_number(teks: str) -> Bacaan:
    pesan = f"“{_quote(teks)}” bukan angka. Ketik angka saja, misalnya 85,5 atau 1.500."
    return Bacaan(None, "bukan_angka", pesan)


def _quote(teks: str) -> str:
    short = " ".join(teks.split())
    return short if len(short) <= 40 else short[:39] + "…"
