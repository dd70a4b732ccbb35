"""What the narrative is made of: sections of paragraphs, and what is missing in them."""

from dataclasses import dataclass

UMUM = {
    "kata_pengantar": "Kata pengantar",
    "ikhtisar": "Ikhtisar eksekutif",
    "latar": "Latar belakang",
    "gambaran": "Gambaran umum dan struktur organisasi",
    "sumber_daya": "Sumber daya manusia, sarana, dan prasarana",
    "isu": "Aspek strategis dan permasalahan utama",
    "perencanaan": "Ikhtisar perencanaan kinerja",
    "selisih": "Penjelasan perbedaan antar dokumen perencanaan",
    "anggaran": "Realisasi anggaran",
    "efisiensi": "Efisiensi penggunaan sumber daya",
    "penyesuaian_strategi": "Penyesuaian strategi",
    "penyesuaian_aktivitas": "Penyesuaian aktivitas",
    "penyesuaian_anggaran": "Penyesuaian anggaran",
    "tindak_lanjut_lhe": "Tindak lanjut hasil evaluasi tahun sebelumnya",
    "simpulan": "Simpulan",
    "langkah": "Langkah perbaikan",
}
SEMESTER = ("penyesuaian_strategi", "penyesuaian_aktivitas", "penyesuaian_anggaran")  # domain.md 2.7
DALAM_SEMESTER = (*SEMESTER, "simpulan", "langkah")  # what the report of a semester prints
TAHUNAN = ("selisih", "tindak_lanjut_lhe")  # domain.md 1.2 III.3 and III.6; 2.8, T3.13
DATA, STAF = "data", "staf"
BELUM = "[belum diisi: {}]"
KOLOM = "|"  # between the cells of a row


@dataclass(frozen=True)
class Celah:
    """Something that a section lacks. `halaman`: where it is mended, as an address: "kartu?indikator=IK-01&..."."""

    kunci: str
    pesan: str
    halaman: str


@dataclass(frozen=True)
class Alinea:
    """One paragraph. `judul` names the analysis it is, "" where a section has no parts.

    `naskah` keeps references to figures, "{IK-01.capaian}"; see lakip.narasi.rujukan.
    """

    judul: str
    naskah: str
    celah: tuple[Celah, ...] = ()


@dataclass(frozen=True)
class Naskah:
    """One section, ready to print.

    paragraf: figures marked with lakip.sumber; a gap stands in it as "[belum diisi: ...]".
    judul_paragraf: what each paragraph analyses, "" or none where it has no name of its own; as long as paragraf.
    mentah: the same with references for figures, as it is edited.
    dari: DATA, or STAF when an official wrote it.
    basi: a figure beneath a text of STAF has moved since; `bergerak` says which, a line each.
    """

    kunci: str
    judul: str
    paragraf: tuple[str, ...]
    celah: tuple[Celah, ...] = ()
    dari: str = DATA
    basi: bool = False
    judul_paragraf: tuple[str, ...] = ()
    mentah: tuple[str, ...] = ()
    bergerak: tuple[str, ...] = ()
