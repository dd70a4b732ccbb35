"""How an indikator behaves: its metode over the quarters, its rumus against the target, its isian.

The arithmetic itself is SQL (queries/0_aturan.sql); here are the names, what they mean to a reader,
and which go together.
"""

from enum import StrEnum


class Metode(StrEnum):
    JUMLAH = "jumlah"
    KUMULATIF = "kumulatif"
    POSISI_AKHIR = "posisi_akhir"
    RATA_RATA = "rata_rata"
    RASIO = "rasio"
    TAHUNAN = "tahunan"


class Rumus(StrEnum):
    POSITIF = "positif"
    NEGATIF_SELISIH = "negatif_selisih"
    NEGATIF_RASIO = "negatif_rasio"
    STABIL = "stabil"


class Isian(StrEnum):
    NILAI = "nilai"
    PASANGAN = "pembilang_penyebut"


class TipeNilai(StrEnum):
    ANGKA = "angka"
    PERSEN = "persen"
    INDEKS = "indeks"
    PREDIKAT = "predikat"
    YA_TIDAK = "ya_tidak"
    RUPIAH = "rupiah"


class Keadaan(StrEnum):
    TERISI = "terisi"
    NIHIL = "nihil"
    TIDAK_TERSEDIA = "tidak_tersedia"


METODE_NAMA = {
    Metode.JUMLAH: "Jumlah (tambahan tiap triwulan)",
    Metode.KUMULATIF: "Kumulatif (total sampai triwulan itu)",
    Metode.POSISI_AKHIR: "Posisi akhir triwulan",
    Metode.RATA_RATA: "Rata-rata triwulan",
    Metode.RASIO: "Rasio (jumlah pembilang : jumlah penyebut)",
    Metode.TAHUNAN: "Tahunan (diukur sekali setahun)",
}

RUMUS_NAMA = {
    Rumus.POSITIF: "Makin tinggi makin baik: R / T",
    Rumus.NEGATIF_SELISIH: "Makin rendah makin baik: (2T - R) / T",
    Rumus.NEGATIF_RASIO: "Makin rendah makin baik: T / R",
    Rumus.STABIL: "Makin dekat target makin baik: 1 - |R - T| / T",
}

TIPE_NAMA = {
    TipeNilai.ANGKA: "Angka",
    TipeNilai.PERSEN: "Persen",
    TipeNilai.INDEKS: "Indeks atau nilai",
    TipeNilai.PREDIKAT: "Predikat (nilai angkanya)",
    TipeNilai.YA_TIDAK: "Ya atau tidak (1 atau 0)",
    TipeNilai.RUPIAH: "Rupiah",
}

KEADAAN_NAMA = {
    Keadaan.TERISI: "Terisi",
    Keadaan.NIHIL: "Nihil",
    Keadaan.TIDAK_TERSEDIA: "Tidak tersedia",
}

# Why a capaian is empty, as a reader sees it.
# Of these something is used up against an annual limit; a mean or a position uses nothing up.
TERPAKAI = frozenset({Metode.JUMLAH, Metode.KUMULATIF})

ALASAN_NAMA = {
    "belum_diisi": "belum diisi",
    "belum_waktunya": "belum waktunya",
    "belum_lengkap": "belum lengkap",
    "tanpa_target": "tanpa target",
    "tidak_tersedia": "tidak tersedia",
    "penyebut_nol": "penyebut nol",
}

# A pair typed for a sum or a mean would have two meanings; rasio is the metode for that.
ISIAN_COCOK = {
    Metode.JUMLAH: {Isian.NILAI},
    Metode.RATA_RATA: {Isian.NILAI},
    Metode.RASIO: {Isian.PASANGAN},
    Metode.KUMULATIF: {Isian.NILAI, Isian.PASANGAN},
    Metode.POSISI_AKHIR: {Isian.NILAI, Isian.PASANGAN},
    Metode.TAHUNAN: {Isian.NILAI, Isian.PASANGAN},
}
