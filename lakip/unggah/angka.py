"""A number as an office types it: "1.234,5", "95,5", "80%", "Rp 1.500.000,-". Exact, and never guessed.

Returns what was read, or a code and a sentence. What cannot have two meanings is read; what can is asked,
with the candidates.
"""

import math
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lakip.formatting import angka, half_up
from lakip.unggah.lembar import Nilai, Sel

DESIMAL = 6
TERBESAR = Decimal(10) ** 18

SATUAN_PERSEN = re.compile(r"^(%|persen|prosen|percent|persentase|prosentase)", re.IGNORECASE)
# Things that come whole: for these "1.500" can only be a thousand five hundred.
SATUAN_UTUH = frozenset(
    "aduan anggota asn aparatur bangunan berkas buah buku bulan data desa dokumen eksemplar event forum gampong hari "
    "jenis jiwa kader kali kasus kegiatan keluarga kelompok kelurahan keping kk koperasi kunjungan laporan layanan "
    "lembaga lembar lokasi nagari objek orang organisasi paket pasar pegawai pelanggaran pengaduan pengurus peristiwa "
    "perkara permohonan peserta posyandu produk puskesmas rapat rp rt rtlh rumah rupiah rw sekolah sertifikat sk surat "
    "tim titik umkm unit usaha warga".split()
)
TIDAK_ADA = frozenset(
    ("n/a", "na", "n.a", "n.a.", "tidak tersedia", "tdk tersedia", "tidak ada data", "belum ada data", "belum tersedia")
)
STRIP = frozenset("-–—−") | {"--", "---"}

_RUANG = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000\u200b\ufeff\t\r\n"), " ")
_LEBAR = {ord("０") + n: str(n) for n in range(10)} | {ord("，"): ",", ord("．"): ".", ord("％"): "%", ord("－"): "-"}
_MINUS = {ord("−"): "-", ord("–"): "-"}

_BULAT = re.compile(r"\d+")
_RIBUAN_TITIK = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
_RIBUAN_KOMA = re.compile(r"[1-9]\d{0,2}(,\d{3})+")
_INDONESIA = re.compile(r"[1-9]\d{0,2}(\.\d{3})+,\d+")
_INGGRIS = re.compile(r"[1-9]\d{0,2}(,\d{3})+\.\d+")
_KOMA = re.compile(r"\d+,\d+")
_TITIK = re.compile(r"\d+\.\d+")
_ILMIAH = re.compile(r"\d+([.,]\d+)?e[+-]?\d+", re.IGNORECASE)


@dataclass(frozen=True)
class Bacaan:
    """One number read. `nilai` is None when it was not; then `kode` says why.

    kode: "" read | catatan_titik, catatan_inggris read with a remark | kosong | nihil | tidak_tersedia | strip |
    ambigu, persen_tanya (choose among `pilihan`) | bukan_angka, satuan_salah, rumus_kosong, galat_excel, terlalu_besar.
    `pesan` is the Indonesian clause after "Sel F12: ", with the way out.
    """

    nilai: Decimal | None
    kode: str = ""
    pesan: str = ""
    pilihan: tuple[Decimal, ...] = ()


KOSONG = Bacaan(None, "kosong")


def is_percent(satuan: str) -> bool:
    return SATUAN_PERSEN.match(satuan.strip()) is not None


def is_whole(satuan: str) -> bool:
    """Whether the satuan counts whole things: orang, dokumen, rupiah."""
    return satuan.strip().strip(".").lower() in SATUAN_UTUH


def read_cell(sel: Sel | None, satuan: str) -> Bacaan:
    """The number in a cell. A percent-formatted 0,8 is 80 where the satuan is persen."""
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
    return read_value(sel.nilai, satuan)


def read_value(nilai: Nilai | Decimal | date, satuan: str) -> Bacaan:
    """The number in a value without number format: typed on screen, or a cell's."""
    if nilai is None:
        return KOSONG
    if isinstance(nilai, Decimal):
        return _kept(nilai) if nilai.is_finite() else _not_a_number(str(nilai))
    if isinstance(nilai, bool):
        return _not_a_number("TRUE" if nilai else "FALSE")
    if isinstance(nilai, (int, float)):
        number = exact(nilai)
        return _kept(number) if number is not None else _not_a_number(str(nilai))
    if isinstance(nilai, date):
        pesan = f"berisi tanggal ({nilai:%d/%m/%Y}), bukan angka. Ubah format selnya ke Umum, lalu ketik angkanya."
        return Bacaan(None, "bukan_angka", pesan)
    return read_text(nilai, satuan)


def read_text(teks: str, satuan: str) -> Bacaan:
    """The number in a text."""
    bare = " ".join(teks.translate(_RUANG).translate(_LEBAR).split())
    if not bare:
        return KOSONG
    if word := _word(bare):
        return word
    if len(bare) > 60:
        return _not_a_number(teks)
    number = re.sub(r"^(rp|idr)\.?\s*", "", bare.translate(_MINUS), flags=re.IGNORECASE)
    if len(number) < len(bare) and not re.search(r"\b(rp|rupiah)\b", satuan, flags=re.IGNORECASE):
        pesan = f"“{_quote(teks)}” memakai Rp, padahal satuannya {satuan}. Ketik angka dalam {satuan}."
        return Bacaan(None, "satuan_salah", pesan)
    number = re.sub(r",[-=]+$", "", number)
    number, percent = _strip_unit(number, satuan)
    if percent and not is_percent(satuan):
        pesan = f"“{_quote(teks)}” memakai tanda %, padahal satuannya {satuan}. Ketik angka dalam {satuan}."
        return Bacaan(None, "satuan_salah", pesan)
    negative, number = _sign(number)
    found = _unsigned(number, satuan, teks)
    if negative and found.nilai is not None:
        return Bacaan(-found.nilai, found.kode, found.pesan)
    return Bacaan(None, found.kode, found.pesan, tuple(-p for p in found.pilihan)) if negative else found


def exact(nilai: int | float) -> Decimal | None:
    """An Excel number as typed: its 15 significant digits, without the noise of doubles. None: not finite."""
    if isinstance(nilai, int):
        return Decimal(nilai)
    return Decimal(f"{nilai:.15g}") if math.isfinite(nilai) else None


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
    unit = satuan.strip()
    if unit and number.casefold().endswith(unit.casefold()) and number[: -len(unit)].rstrip()[-1:].isdigit():
        return number[: -len(unit)].rstrip(), False
    return number, False


def _sign(number: str) -> tuple[bool, str]:
    if found := re.fullmatch(r"-\s*(\S+)|\((\S+)\)", number):
        return True, found[1] or found[2]
    return False, number.removeprefix("+")


def _unsigned(number: str, satuan: str, teks: str) -> Bacaan:
    indonesian = number.replace(".", "").replace(",", ".")
    english = number.replace(",", "")
    if not number.isascii():
        return _not_a_number(teks)
    if _BULAT.fullmatch(number) or _INDONESIA.fullmatch(number):
        return _kept(Decimal(indonesian))
    if _INGGRIS.fullmatch(number):
        return _remarked(Decimal(english), "catatan_inggris", teks)
    if _RIBUAN_TITIK.fullmatch(number):
        if number.count(".") > 1 or is_whole(satuan):
            return _kept(Decimal(indonesian))
        return _ambiguous(teks, Decimal(number), Decimal(indonesian))
    if _RIBUAN_KOMA.fullmatch(number):
        if number.count(",") > 1:
            return _remarked(Decimal(english), "catatan_inggris", teks)
        return _ambiguous(teks, Decimal(indonesian), Decimal(english))
    if _KOMA.fullmatch(number):
        return _kept(Decimal(indonesian))
    if _TITIK.fullmatch(number):
        if re.fullmatch(r"\d{1,3}\.\d{3}", number):
            return _ambiguous(teks, Decimal(number), Decimal(indonesian))
        return _remarked(Decimal(number), "catatan_titik", teks)
    if _ILMIAH.fullmatch(number):
        pesan = f"“{_quote(teks)}” ditulis dalam bentuk ilmiah. Ketik angkanya lengkap, misalnya 1.500.000."
        return Bacaan(None, "bukan_angka", pesan)
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


def _remarked(number: Decimal, kode: str, teks: str) -> Bacaan:
    kept = _kept(number)
    if kept.nilai is None:
        return kept
    pesan = (
        f"“{_quote(teks)}” dibaca {angka(kept.nilai)}. Di kantor ini koma menandai desimal dan titik menandai ribuan."
    )
    return Bacaan(kept.nilai, kode, pesan)


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
