"""What a registered planning document is, and one line of its content. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

JENIS_NAMA = {
    "renstra": "Renstra",
    "renja": "Renja",
    "rkt": "RKT",
    "iku": "IKU",
    "pk": "Perjanjian Kinerja",
    "renaksi": "Rencana Aksi",
    "dpa": "DPA",
    "dppa": "DPPA",
}
DIDAFTAR = ("renstra", "renja", "rkt", "iku", "dpa", "dppa")  # PK and Rencana Aksi come with their targets
BERISI = ("renstra", "renja", "rkt", "iku")  # those whose indikator are compared
BERENTANG = ("renstra", "iku")  # those for more than one tahun


@dataclass(frozen=True)
class Dokumen:
    """One version of one document. `versi` None: not recorded yet.

    `tahun` is the first one of a Renstra or IKU, `sampai_tahun` the last (an IKU without one holds until the next).
    `membetulkan`: the versi whose registration this one corrects; what stands in the document stays the same. `batal`
    withdraws that registration.
    """

    jenis: str
    tahun: int
    nomor: str | None = None
    tanggal: date | None = None
    sampai_tahun: int | None = None
    sifat: str = "murni"
    mulai_triwulan: int = 1
    catatan: str | None = None
    membetulkan: int | None = None
    batal: bool = False
    versi: int | None = None

    @property
    def tahun_target(self) -> tuple[int, ...]:
        """The tahun that its content has a target for; none in an IKU."""
        if self.jenis == "iku":
            return ()
        return tuple(range(self.tahun, (self.sampai_tahun or self.tahun) + 1))

    @property
    def nama(self) -> str:
        """ "Renstra 2024-2028", "RKT 2026"."""
        span = f"–{self.sampai_tahun}" if self.sampai_tahun else ""
        return f"{JENIS_NAMA[self.jenis]} {self.tahun}{span}"


@dataclass(frozen=True)
class BarisDokumen:
    """One indikator as a document prints it.

    `target` by tahun, None where the document has none; empty for an IKU. `sel` maps nama, satuan and each tahun as
    text to the cell it was read from. `unggahan` None: typed.
    """

    nama: str
    kode: str | None = None
    satuan: str | None = None
    target: Mapping[int, Decimal | None] = field(default_factory=dict)
    lembar: str | None = None
    sel: Mapping[str, str] = field(default_factory=dict)
    unggahan: str | None = None

    def same(self, other: "BarisDokumen") -> bool:
        """Whether both say the same, wherever they were read."""
        return (self.nama, self.kode, self.satuan) == (other.nama, other.kode, other.satuan) and dict(
            self.target
        ) == dict(other.target)


@dataclass(frozen=True)
class Selisih:
    """One contradiction, in words ready to show.

    `jenis`: target, satuan, nama, hilang, bukan_iku, bergeser, penulisan_nama, penulisan_satuan. Each side is what
    its document says and where; `saran` is what to do. `jenis_a`, `jenis_b`: of which kind the documents are.
    """

    jenis: str
    kode: str | None
    indikator: str
    apa: str
    dokumen_a: str
    kata_a: str
    asal_a: str
    dokumen_b: str
    kata_b: str
    asal_b: str
    saran: str
    jenis_a: str
    jenis_b: str
