"""A door: which kinds of file it takes, how large they may be, and its words for what it turns away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import PurePath

from lakip.errors import UserError

MB = 2**20


class Sebab(Enum):
    """Why a file is turned away, in the words of a door that has none of its own."""

    KOSONG = "Berkas “{nama}” kosong. Pilih berkas yang berisi."
    BESAR = "Berkas “{nama}” lebih dari {maks} MB. Kecilkan hasil pindaiannya (misalnya 150 dpi), lalu unggah lagi."
    BENGKAK = "Berkas “{nama}” terlalu besar untuk dibaca. {terima}"
    BUKAN = "Berkas “{nama}” bukan dokumen yang dikenal. {terima}"
    LAMA = "Berkas “{nama}” berformat Office lama atau berkata sandi. Simpan ulang dahulu. {terima}"
    TERPOTONG = "Berkas “{nama}” terpotong: akhirnya tidak ada. Simpan atau pindai ulang, lalu unggah lagi. {terima}"
    RUSAK = "Berkas “{nama}” rusak atau terlalu besar untuk dibaca. {terima}"
    MAKRO = "Berkas “{nama}” berisi makro. Simpan sebagai PDF, .docx, atau .xlsx tanpa makro, lalu unggah lagi."
    PROGRAM = (
        "Berkas “{nama}” menyimpan program di dalamnya. Keluarkan dahulu, atau simpan sebagai PDF, lalu unggah lagi."
    )
    OBJEK = (
        "Berkas “{nama}” memuat objek tertanam atau kontrol ActiveX, yang isinya tidak dapat diperiksa. Hapus "
        "objeknya, atau ganti dengan gambarnya, lalu unggah lagi."
    )
    TAUTAN = (
        "Berkas “{nama}” mengambil isi dari luar komputer ini begitu dibuka. Putuskan tautannya (di Excel: Data, Edit "
        "Links, Break Link; di Word: sisipkan gambar atau objeknya), lalu unggah lagi."
    )
    SKRIP = (
        "Berkas “{nama}” memuat skrip, perintah membuka program, atau lampiran di dalam PDF. Cetak ulang menjadi PDF "
        "biasa (Print to PDF), lalu unggah lagi."
    )
    TERKUNCI = (
        "Berkas “{nama}” berkata sandi atau terkunci, sehingga isinya tidak dapat diperiksa. Cetak ulang menjadi PDF "
        "biasa (Print to PDF), lalu unggah lagi."
    )
    WEB = "Berkas “{nama}” berupa halaman web atau XML, apa pun akhiran namanya. {terima}"


class DitolakError(Exception):
    """A file that no door lets in as it is. A door makes a sentence of it."""

    def __init__(self, sebab: Sebab) -> None:
        super().__init__(sebab.name)
        self.sebab = sebab


@dataclass(frozen=True)
class Pintu:
    """`jenis`: suffixes of the kinds taken. `terima`: what is taken, in words. `kata`: its own words for some Sebab,
    with {nama}, {maks} and {terima}."""

    jenis: tuple[str, ...]
    terima: str
    maks: int = 10 * MB
    kata: Mapping[Sebab, str] = field(default_factory=dict)

    @property
    def maks_mb(self) -> int:
        return self.maks // 1_000_000 if self.maks % MB else self.maks // MB

    def refusal(self, sebab: Sebab, nama: str) -> UserError:
        said = self.kata.get(sebab, sebab.value)
        return UserError(said.format(nama=nama, maks=self.maks_mb, terima=self.terima))


def display_name(nama_berkas: str) -> str:
    """The bare file name, printable and short enough for a sentence."""
    bare = PurePath(nama_berkas.replace("\\", "/")).name
    return "".join(c for c in bare if c.isprintable())[:120] or "tanpa nama"
