"""Vocabulary: what a satuan says about its figures."""

import re
from decimal import Decimal

PERSEN = re.compile(r"(%|persen|prosen|percent|persentase|prosentase)", re.IGNORECASE)

# Things that come whole: for these "1.500" can only be a thousand five hundred. A time is none: 2,345 hari.
UTUH = frozenset(
    re.findall(
        r"\w+",
        """
        aduan anggota aparatur asn bangunan berkas buah buku data desa didik dokumen eksemplar
        event forum gampong gangguan jenis jiwa kader kali kasus kegiatan kejadian kelompok keluarga
        kelurahan kepala keping kk koperasi kunjungan laporan layanan lembaga lembar lokasi nagari
        objek orang organisasi pajak paket pasar pegawai pelanggaran pengaduan pengurus peristiwa
        perkara permohonan peserta posyandu produk puskesmas rapat rp rt rtlh rumah rupiah rw
        sekolah sertifikat sk surat tangga tim titik umkm unit usaha wajib warga
        """,
    )
)
BERSKALA = re.compile(r"\b(ribu|ribuan|juta|jutaan|jt|miliar|milyar|triliun)\b", re.IGNORECASE)

UANG = re.compile(r"\b(rp|rupiah|belanja|anggaran|pagu|pendapatan|dana|biaya)\b", re.IGNORECASE)
JUTA = 1_000_000


# Words for one and the same satuan; of what has no satuan of its own, any word for it.
SAMA = tuple(
    frozenset(words.split())
    for words in (
        "% persen prosen percent persentase prosentase", "rp rupiah idr", "dokumen dok doc", "laporan lap",
        "orang org jiwa", "kegiatan keg kali", "unit buah bh pcs", "indeks index nilai poin point skor angka level",
        "hari hr", "jam", "bulan bln", "kk keluarga", "desa kelurahan", "paket pkt",
    )
)  # fmt: skip


def is_same(satu: str, lain: str) -> bool:
    """Whether two words for a satuan mean the same: "Dok." and "dokumen"; not jam and hari."""
    if is_scaled(satu) != is_scaled(lain):
        return False
    one, other = (frozenset(re.findall(r"[a-z]+|%", text.casefold())) for text in (satu, lain))
    if not one or not other or one & other or any(one & group and other & group for group in SAMA):
        return is_percent(satu) == is_percent(lain) or not one or not other
    return any(len(a) > 2 and len(b) > 2 and (a.startswith(b) or b.startswith(a)) for a in one for b in other)


def is_percent(satuan: str) -> bool:
    """Whether figures are percentages: "80%" and a cell shown as 80 % mean 80."""
    return PERSEN.match(satuan.strip()) is not None


def is_whole(satuan: str) -> bool:
    """Whether the satuan counts whole things: orang, dokumen, kepala keluarga, rupiah."""
    words = re.findall(r"[^\W\d_]+|\S", satuan.strip().strip(".").lower())
    return bool(words) and UTUH.issuperset(words)


def is_money(sebutan: str, nilai: Decimal) -> bool:
    """Whether something called so, of that size, is an amount of rupiah: "Pagu anggaran"; not 12 "Dokumen anggaran"."""
    return nilai >= JUTA and UANG.search(sebutan) is not None


def is_scaled(satuan: str) -> bool:
    """Whether the satuan counts in thousands or millions: juta rupiah."""
    return BERSKALA.search(satuan) is not None
