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
