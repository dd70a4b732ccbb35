"""What stands in the workbooks of an office: its figures per quarter, and the columns that show them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kantor_kasus import BELANJA, NAMA, PAGU, SATUAN, SUB, TARGET, TW1

from lakip import anggaran


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)


KODE = tuple(k for k in NAMA if k not in ("A-05", "A-06"))  # those of one number per quarter
_TW = {
    1: {kode: _number(TW1[kode]) for kode in KODE},
    2: dict(zip(KODE, (85.2, 93.1, 1535, 8, 97.4, 112, 158_750_000, 0.8231, 2.8, 6), strict=True)),
    3: dict(zip(KODE, (86.1, 94.6, 1580, 12, 97.9, 121, 298_500_000, 0.8395, 2.7, 5), strict=True)),
    4: dict(zip(KODE, (87.3, 95.8, 1490, 15, 98.2, 99, 401_250_000, 0.8512, 2.6, 7), strict=True)),
}
_UANG = {
    1: BELANJA,
    2: dict(zip(SUB, (11_250_000, 6_480_500, 598_300_750, 17_900_000, 3_500_000, 21_000_000), strict=True)),
}
JUMLAHAN = ("A-03", "A-08", "A-12")  # the indikator whose quarters are added up
POHON: dict[str, str] = {
    n.kode: n.nama
    for n in sorted(
        (*anggaran.bawaan(), *(anggaran.Kode(kode, "sub_kegiatan", nama) for kode, nama in SUB.items())),
        key=lambda n: n.kode,
    )
    if any(kode == n.kode or kode.startswith(f"{n.kode}.") for kode in SUB)
}

Isi = Mapping[str, Any]


def tw(n: int) -> Isi:
    """The realisasi of one quarter, by kode."""
    return _TW[n]


def sd(n: int) -> Isi:
    """To date: those added up are added up, the others stand as they are."""
    return {k: sum(_TW[i][k] for i in range(1, n + 1)) if k in JUMLAHAN else v for k, v in _TW[n].items()}


def target(n: int) -> Isi:
    """The target of a quarter (5: of the tahun)."""
    return {kode: _number(TARGET[kode][n - 1]) for kode in KODE}


def capaian(n: int = 2) -> Isi:
    return {k: round(100 * v / target(n)[k], 2) for k, v in _TW[n].items()}


def uang(n: int) -> Isi:
    """What was spent in one quarter, by kode of the tree."""
    return tree(_UANG[n])


def uang_sd(n: int) -> Isi:
    return tree({kode: sum(_UANG[i][kode] for i in range(1, n + 1)) for kode in SUB})


def pagu(kali: float = 1) -> Isi:
    return tree({kode: round(nilai * kali) for kode, nilai in PAGU.items()})


def tree(subs: Isi) -> Isi:
    """With the sums of kegiatan, program, and all ("")."""
    sums = {kode: sum(v for s, v in subs.items() if s.startswith(f"{kode}.")) for kode in POHON if kode not in SUB}
    return {**subs, **sums, "": sum(subs.values())}


def times(isi: Isi, by: float) -> Isi:
    return {kode: round(nilai * by, 6) for kode, nilai in isi.items()}


@dataclass(frozen=True)
class Kolom:
    """One column: its heading from above, its cells by kode, and which figure they are, as a key of `juri` ends."""

    judul: tuple[str, ...]
    isi: Isi | Callable[[int, str], Any]
    benar: str | None = None
    nilai: Isi | None = None  # the right figures where other ones stand in the cells
    tersembunyi: bool = False
    format: str | None = None
    saing: bool = False  # a question at its heading is one about the right column

    def cell(self, number: int, kode: str) -> Any:
        return self.isi(number, kode) if callable(self.isi) else self.isi.get(kode)


def k(*judul: str, isi: Any = None, benar: bool | str | None = None, **more: Any) -> Kolom:
    """A column; a word for `isi` stands in every cell."""
    cells = (lambda _, __: isi) if isinstance(isi, str | int | float) else isi or {}
    return Kolom(judul, cells, "" if benar is True else benar or None, **more)


NO = k("No", isi=lambda number, _: number)
KODE_KOLOM = k("Kode", isi=lambda _, kode: kode)
NAMA_KOLOM = k("Indikator Kinerja", isi={**NAMA})
SATUAN_KOLOM = k("Satuan", isi={**SATUAN})
IDENTITAS = (NO, KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM)
REKENING = (
    k("Kode", isi=lambda _, kode: kode or None),
    k("Program/Kegiatan/Sub Kegiatan", isi={**POHON, "": "JUMLAH"}),
)
