"""What an office, its register and its settings are made of, and what a fresh office begins with."""

import uuid
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from lakip.akses import Peran

MULAI_TAHUN = 2000  # default settings count from here: before any tahun an office will enter


@dataclass(frozen=True)
class Identitas:
    """One office, as printed on its kop."""

    unit: str
    nama: str
    kabupaten: str
    alamat: str
    tempat: str
    contoh: bool = False

    @property
    def kop(self) -> tuple[str, str, str]:
        """The lines of the kop surat."""
        return f"PEMERINTAH DAERAH {self.kabupaten.upper()}", self.nama.upper(), self.alamat


JENIS_BAGIAN = {
    "sekretariat": "Sekretariat",
    "subbag": "Subbagian",
    "seksi": "Seksi",
    "kelurahan": "Kelurahan",
}


@dataclass(frozen=True)
class Bagian:
    bagian: str
    nama: str
    jenis: str
    urutan: int = 0


STATUS_SEBUTAN = {"definitif": "", "plt": "Plt. ", "plh": "Plh. "}
# The Bupati signs the Camat's PK: in the register, but without account or Izin, and so no Peran.
ATASAN: Literal["atasan"] = "atasan"
Kedudukan: TypeAlias = Peran | Literal["atasan"]


@dataclass(frozen=True)
class Pejabat:
    """One person in one jabatan, `mulai`..`selesai` both included. `bagian` None: atasan, Camat, Sekcam.

    `jabatan` is the jabatan alone, "Camat Paringin Selatan"; `sebutan` says whether somebody stands in.
    """

    jabatan: str
    peran: Kedudukan
    nama: str
    nip: str | None = None
    pangkat: str | None = None
    bagian: str | None = None
    status: str = "definitif"
    mulai: date = date(2020, 1, 1)
    selesai: date | None = None
    id: str = field(default_factory=lambda: uuid.uuid4().hex)

    @property
    def sebutan(self) -> str:
        """As it stands above a signature: "Plt. Camat Paringin Selatan"."""
        return STATUS_SEBUTAN[self.status] + self.jabatan


@dataclass(frozen=True)
class Kategori:
    """Holds above `di_atas`; None for the last."""

    urutan: int
    nama: str
    di_atas: Decimal | None
    warna: str
    ikon: str


@dataclass(frozen=True)
class Setelan:
    """One setting as declared: `nilai` are the allowed values with their words; None means switched off."""

    kunci: str
    nama: str
    arti: str
    bawaan: str | None
    nilai: dict[str | None, str]
    beralasan: bool = False  # whether a change must say why


@dataclass(frozen=True)
class Berlaku:
    """The settings in force in one tahun."""

    batas_rata_rata: Decimal | None
    target_nol: bool
    batas_pengumpulan: int | None
    pembenaran_sendiri: bool
    kategori: tuple[Kategori, ...]


SETELAN = {
    s.kunci: s
    for s in (
        Setelan(
            "batas_rata_rata",
            "Batas capaian dalam rata-rata",
            "Capaian di atas batas dihitung sebesar batas ketika dirata-ratakan, agar satu indikator tidak "
            "menutupi yang lain. Rata-rata tanpa batas selalu dicetak di sampingnya.",
            "100",
            {None: "Tanpa batas", "100": "100", "110": "110", "120": "120", "150": "150"},
        ),
        Setelan(
            "target_nol",
            "Target nol dinilai",
            "Indikator makin rendah makin baik dan stabil yang bertarget 0: realisasi 0 dinilai 100, "
            "di atas 0 dinilai 0. Bila dimatikan, capaiannya tidak dihitung.",
            "1",
            {"1": "Ya", "0": "Tidak"},
        ),
        Setelan(
            "batas_pengumpulan",
            "Batas pengumpulan data",
            "Sampai tanggal ini pada bulan sesudah triwulan berakhir, realisasinya ditunggu. Sesudahnya disebut "
            "terlambat; pengisian tetap dapat dilakukan.",
            "10",
            {None: "Tanpa batas", "5": "Tanggal 5", "10": "Tanggal 10", "15": "Tanggal 15", "20": "Tanggal 20"},
        ),
        Setelan(
            "pembenaran_sendiri",
            "Pembenaran oleh pengunggah sendiri diperbolehkan",
            "Yang menyimpan sebuah angka tidak membenarkannya: pembenaran adalah pemeriksaan oleh orang kedua. Kantor "
            "yang tidak mempunyai orang kedua dapat memperbolehkannya, dengan alasan; pembenaran itu lalu disebut "
            "demikian pada Kiriman, Kepatuhan, log SOP, dan jejak.",
            "0",
            {"0": "Tidak", "1": "Ya"},
            beralasan=True,
        ),
        Setelan(
            "faktor_kedua",
            "Faktor kedua wajib untuk Camat, Sekcam, dan admin",
            "Selain kata sandi, pemegang peran itu mengetik kode enam angka dari aplikasi autentikator pada ponselnya. "
            "Bila diwajibkan, yang belum memasangnya memasangnya ketika masuk berikutnya; peran lain boleh memasangnya "
            "sendiri.",
            "0",
            {"0": "Tidak", "1": "Ya"},
        ),
    )
}

# Permendagri 86/2017, with its gaps (90 to 91, 75 to 76, ...) closed as half-open intervals. The ikon is the
# regulation's number: a glyph of the shipped font, and no arrow that could be read as a trend.
KATEGORI = (
    Kategori(1, "Sangat Tinggi", Decimal(90), "#16a34a", "❶"),
    Kategori(2, "Tinggi", Decimal(75), "#4ade80", "❷"),
    Kategori(3, "Sedang", Decimal(65), "#eab308", "❸"),
    Kategori(4, "Rendah", Decimal(50), "#f97316", "❹"),
    Kategori(5, "Sangat Rendah", None, "#ef4444", "❺"),
)

# What the SOP and public sources say of the office that this program was made for; every field is editable.
IDENTITAS_BAWAAN = Identitas(
    unit="63.11.07",
    nama="Kecamatan Paringin Selatan",
    kabupaten="Kabupaten Balangan",
    alamat="Jl. Ahmad Yani Paringin Telp. (0526) 2094137 Kodepos 71611",
    tempat="Paringin Selatan",
)
BAGIAN_BAWAAN = tuple(
    Bagian(kode, nama, jenis, urutan)
    for urutan, (kode, nama, jenis) in enumerate(
        (
            ("REN", "Subbagian Perencanaan dan Keuangan", "subbag"),
            ("UMUM", "Subbagian Umum dan Kepegawaian", "subbag"),
            ("PEM", "Seksi Pemerintahan", "seksi"),
            ("TRANTIB", "Seksi Ketenteraman dan Ketertiban Umum", "seksi"),
            ("PMD", "Seksi Pemberdayaan Masyarakat dan Desa", "seksi"),
            ("KESOS", "Seksi Kesejahteraan Sosial", "seksi"),
            ("YAN", "Seksi Pelayanan Umum", "seksi"),
            ("BATU", "Kelurahan Batu Piring", "kelurahan"),
        ),
        start=1,
    )
)
CAMAT_BAWAAN = Pejabat(
    jabatan="Camat Paringin Selatan",
    peran=Peran.CAMAT,
    nama="RENNY YUDISTHESIA, S.I.P., M.I.P.",
    nip="19880619 200701 2 002",
)
