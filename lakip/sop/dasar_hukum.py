"""The legal base that every report names: one list, of what counts everywhere and what the SOP of the office adds."""

import re

from lakip import pengaturan
from lakip.pengaturan import IDENTITAS_BAWAAN
from lakip.sop import langkah
from lakip.store import Store

NASIONAL = (
    "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
    "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang "
    "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan Kinerja "
    "Instansi Pemerintah",
    "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, Pengendalian, dan "
    "Evaluasi Pembangunan Daerah",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang "
    "Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
)
# The hierarchy of UU 12/2011, pasal 7 and 8; two ministers may have the same number in the same year.
JENJANG = tuple(
    (rank, name, re.compile(pattern, re.IGNORECASE))
    for rank, name, pattern in (
        (1, "undang-undang", r"undang-undang|UU\b"),
        (2, "pemerintah", r"peraturan pemerintah|PP\b"),
        (3, "presiden", r"peraturan presiden|perpres\b"),
        (4, "menteri panrb", r"(?:per(?:aturan )?men(?:teri)?\W*)(?:pan\b|panrb|pan\W|pendayagunaan)"),
        (4, "menteri dalam negeri", r"permendagri|peraturan menteri dalam negeri"),
        (4, "menteri", r"peraturan menteri|permen"),
        (5, "gubernur", r"peraturan gubernur|pergub\b"),
        (6, "daerah", r"peraturan daerah|perda\b"),
        (7, "bupati", r"peraturan (?:bupati|wali ?kota)|perbup\b|perwa(?:li|kot)\b"),
    )
)
NOMOR = re.compile(r"\b(?:(?:Nomor|No\.?)\s*)?(\d\S*)\s+Tahun\s+(\d{4})", re.IGNORECASE)
SETEMPAT = re.compile(r"^(Peraturan (?:Bupati|Wali ?Kota)) (?=No)", re.IGNORECASE)
LAIN = (9, "")


def of(store: Store, unit: str) -> tuple[str, ...]:
    """Every regulation once, the highest first and the older before the newer; without full stop.

    One that both name is printed in the full words of NASIONAL. The Peraturan Bupati of the SOP that is shipped is that
    of one kabupaten: elsewhere it is left out until the office names its own.
    """
    office = pengaturan.identity(store, unit)
    elsewhere = office.kabupaten != IDENTITAS_BAWAAN.kabupaten
    shipped = [line for line in langkah.BAWAAN.dasar_hukum if SETEMPAT.match(line)] if elsewhere else []
    own = [line for line in langkah.current(store, unit).dasar_hukum if line.strip() and line not in shipped]
    place = re.sub(r"^(Kabupaten|Kota) ", "", office.kabupaten)
    found: dict[object, str] = {}
    for line in (*NASIONAL, *(SETEMPAT.sub(rf"\1 {place} ", one.strip().rstrip(" .;")) for one in own)):
        found.setdefault(_identity(line), line)
    return tuple(sorted(found.values(), key=_rank))


# ---------------------------------------------------------------- inside


def _kind(line: str) -> tuple[int, str]:
    return next(((rank, name) for rank, name, pattern in JENJANG if pattern.match(line)), LAIN)


def _identity(line: str) -> object:
    """Kind, number and year; the words themselves where they tell no number, or whose it is."""
    number, kind = NOMOR.search(line), _kind(line)
    if number is None or kind in (LAIN, (4, "menteri")):
        return line.casefold()
    return (*kind, number[1], number[2])


def _rank(line: str) -> tuple[int, int]:
    number = NOMOR.search(line)
    return (_kind(line)[0], int(number[2]) if number else 9999)
