"""The usual shapes of the corpus: a table of realisasi under its titles, and one of the budget."""

from collections.abc import Iterable, Mapping, Sequence

from buku_kantor import Buku
from isi_kantor import IDENTITAS, KODE_KOLOM, Kolom, k, target, tw, uang
from kantor_kasus import NAMA, SATUAN, SUB

DUA = "TRIWULAN II TAHUN 2026"
RATA = ("A-01", "A-07", "A-11")  # means: of one to date nobody can say what the quarter's own was
R2 = "realisasi_tw2"
UNTUK = {"untuk": "anggaran"}
SAMPAI = {"untuk": "anggaran", "belanja": True}  # a figure to date can be turned into that of the quarter


def baca(*kolom: Kolom, judul: tuple[str, ...] = ("PENGUKURAN KINERJA", DUA), **how: object) -> Buku:
    return Buku().judul(*judul).tabel([*IDENTITAS, *kolom], **how).tanda_tangan()  # type: ignore[arg-type]


def per_triwulan(*nama: str, kata: str = "Realisasi", benar: int = 2) -> list[Kolom]:
    """Target and realisasi under four groups."""
    return [
        column
        for n, judul in enumerate(nama, start=1)
        for column in (k(judul, "Target", isi=target(n)), k(judul, kata, isi=tw(n), benar=n == benar or None))
    ]


def satu_judul(*kolom: Kolom, judul: str = "PENGUKURAN KINERJA TRIWULAN II TAHUN 2026", **how: object) -> Buku:
    return Buku().judul(judul).tabel([*IDENTITAS, *kolom], **how)  # type: ignore[arg-type]


def biasa(**how: object) -> Buku:
    return satu_judul(k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True), **how)


def bernama(nama: dict[str, str], satuan: dict[str, str] | None = None) -> Buku:
    """The plain table with other names or satuan in some rows."""
    kolom = [KODE_KOLOM, k("Indikator", isi={**NAMA, **nama}), k("Satuan", isi={**SATUAN, **(satuan or {})})]
    return Buku().judul("REALISASI TRIWULAN II TAHUN 2026").tabel([*kolom, k("Realisasi", isi=tw(2), benar=True)])


def lra(*kolom: Kolom, judul: tuple[str, ...] = ("LAPORAN REALISASI ANGGARAN TAHUN 2026",), **how: object) -> Buku:
    return Buku().judul("KECAMATAN PARINGIN SELATAN", *judul).anggaran(*kolom, **how)  # type: ignore[arg-type]


def berbaris(kolom: Sequence[Kolom], baris: Iterable[tuple[Sequence[object], Mapping[int, str]]], *judul: str) -> Buku:
    """A table of the budget whose rows say of what, or of when, they are.

    Args:
        baris: the cells of each row, and which figure stands in which of its columns: {4: "kode|realisasi_tw1"}.
    """
    b = Buku().judul(*(judul or ("REALISASI ANGGARAN TAHUN 2026",)))
    b.tabel(kolom, ())
    b.baris -= 1
    for sel, benar in baris:
        for column, value in enumerate(sel, start=1):
            b.ws.cell(b.baris, column, value)
        for column, key in benar.items():
            b.add(key, sel[column - 1], b.baris, column, (b.kepala, frozenset({1}), frozenset()))
        b.baris += 1
    return b


def tiap_triwulan(
    *triwulan: tuple[str, str], tambahan: Sequence[object] = ()
) -> list[tuple[list[object], dict[int, str]]]:
    """Rows of the sub kegiatan for `berbaris`, of one quarter after another: the word for it, and its kolom."""
    return [
        ([kode, nama, kata, uang(int(kolom[-1]))[kode], *tambahan], {4: f"{kode}|{kolom}"})
        for kata, kolom in triwulan
        for kode, nama in SUB.items()
    ]


def fisik(value: float = 50) -> dict[str, float]:
    return dict.fromkeys(uang(2), value)
