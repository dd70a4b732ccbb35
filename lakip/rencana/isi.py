"""What a plan is made of. Values only; `baca` fetches them, `periksa` judges them, `simpan` records them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from lakip.indikator import Isian, Metode, Rumus, TipeNilai
from lakip.periode import TRIWULAN

JENJANG_NAMA = {
    "camat": "Camat",
    "sekcam": "Sekcam",
    "kasubbag": "Kasubbag",
    "kasi": "Kasi",
    "lurah": "Lurah",
}
# A sasaran serves one of a higher jenjang: Camat > Sekcam > Kasubbag, Kasi, Lurah.
PANGKAT = {"camat": 0, "sekcam": 1, "kasubbag": 2, "kasi": 2, "lurah": 2}
# When a PK may be revised: PermenPAN-RB 53/2014, Lampiran I.
DASAR_UBAH = {
    "pejabat": "Pergantian atau mutasi pejabat",
    "strategi": "Perubahan strategi yang memengaruhi tujuan dan sasaran (program, kegiatan, alokasi anggaran)",
    "prioritas": "Perubahan prioritas atau asumsi yang berakibat signifikan",
}
TW = tuple(f"TW{n}" for n in TRIWULAN)
PERIODE_TARGET = (*TW, "TH")
TW_BAWAAN = 4  # a metode tahunan is measured in the last quarter unless said otherwise


@dataclass(frozen=True)
class Tujuan:
    """What the Camat's sasaran serve."""

    kode: str
    uraian: str
    mulai_tahun: int
    urutan: int = 0
    sampai_tahun: int | None = None


@dataclass(frozen=True)
class Sasaran:
    """One sasaran of one jenjang; it serves `induk`, or at the Camat's level `tujuan`."""

    kode: str
    uraian: str
    jenjang: str
    mulai_tahun: int
    urutan: int = 0
    induk: str | None = None
    sampai_tahun: int | None = None
    tujuan: str | None = None


@dataclass(frozen=True)
class Indikator:
    """One card; `mulai_tahun` is the first tahun that this version counts for.

    `aktivitas`: what is to be done for it, one activity a line, as the Rencana Aksi prints it.
    """

    kode: str
    nama: str
    bagian: str
    satuan: str
    metode: Metode
    rumus: Rumus
    mulai_tahun: int
    isian: Isian = Isian.NILAI
    desimal: int = 2
    sasaran: str | None = None
    kode_anggaran: str | None = None
    definisi: str | None = None
    formula: str | None = None
    label_pembilang: str | None = None
    label_penyebut: str | None = None
    sumber_data: str | None = None
    frekuensi: str | None = None
    media: str | None = None
    iku: bool = False
    urutan: int = 0
    sampai_tahun: int | None = None
    tipe_nilai: TipeNilai | None = None
    alasan: str | None = None
    dasar_penetapan: str | None = None
    baseline: Decimal | None = None
    baseline_tahun: int | None = None
    aktivitas: str | None = None


@dataclass(frozen=True)
class Target:
    """Targets of one indikator; None is blank (not measured), 0 is a target of nothing yet.

    `sel` maps TW1..TW4, TH to the cell it was read from.
    """

    indikator: str
    tw: tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]
    th: Decimal | None
    lembar: str | None = None
    sel: Mapping[str, str] = field(default_factory=dict)

    @property
    def nilai(self) -> dict[str, Decimal | None]:
        return dict(zip(PERIODE_TARGET, (*self.tw, self.th), strict=True))


@dataclass(frozen=True)
class PkVersion:
    """One Perjanjian Kinerja. `versi` None: a new one; the first of a tahun is murni, the others perubahan.

    `dasar_ubah` is one of DASAR_UBAH, `alasan` the office's own words.
    """

    versi: int | None = None
    nomor: str | None = None
    tanggal: date | None = None
    sifat: str = "murni"
    mulai_triwulan: int = 1
    alasan: str | None = None
    dasar_ubah: str | None = None


@dataclass(frozen=True)
class PilihanRumus:
    """A rumus chosen for one indikator, with the others beside it."""

    mulai_tahun: int
    rumus: Rumus
    dasar: str
    oleh: str
    pada: datetime


@dataclass(frozen=True)
class TemuanRencana:
    """One mistake, or with `salah` False one thing to look at. `kolom` is a field of the card, or TW1..TW4, TH."""

    kode: str
    kolom: str
    pesan: str
    salah: bool = True


@dataclass(frozen=True)
class Rencana:
    """What one form or screen hands in, to be saved whole or not at all."""

    pk: PkVersion
    target: tuple[Target, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    sasaran: tuple[Sasaran, ...] = ()
    tujuan: tuple[Tujuan, ...] = ()


@dataclass(frozen=True)
class Tersimpan:
    """How many of each got a new version; `pk` is the version that the targets belong to."""

    pk: int | None
    target: int = 0
    indikator: int = 0
    sasaran: int = 0
    tujuan: int = 0

    @property
    def is_empty(self) -> bool:
        return self.target + self.indikator + self.sasaran + self.tujuan == 0
