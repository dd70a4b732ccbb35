"""What keeps a report of several triwulan from being finished: of each triwulan, of the papers, of the narrative."""

from lakip.export import kurang
from lakip.export.bahan_periode import BahanPeriode
from lakip.export.baris import BarisKurang
from lakip.export.kurang import Gap
from lakip.narasi import Naskah
from lakip.periode import ROMAWI

NASKAH = "Naskah laporan"


def gaps(bahan: BahanPeriode) -> tuple[BarisKurang, ...]:
    """Everything that keeps this report from being finished, in the order in which it is printed."""
    found = [gap for n in bahan.periode.triwulan for gap in _of_quarter(bahan, n)]
    found += [*kurang.of_papers(bahan), *kurang.of_budget(bahan)]
    return kurang.numbered([*found, *_of_text(bahan.naskah)])


def unwritten(naskah: dict[str, Naskah]) -> int:
    """How many parts of the narrative lack something."""
    return sum(bool(part.celah) for part in naskah.values())


def _of_quarter(bahan: BahanPeriode, triwulan: int) -> list[Gap]:
    """Each says of which triwulan it is."""
    nama = f"Triwulan {ROMAWI[triwulan]}"
    return [
        (hal, said if nama in said else f"{nama}: {said[0].lower()}{said[1:]}", who)
        for hal, said, who in kurang.of_figures(bahan.quarter(triwulan))
    ]


def _of_text(naskah: dict[str, Naskah]) -> list[Gap]:
    """What the narrative lacks, and texts written for figures that moved since."""
    found = [(f"Naskah: {part.judul}", celah.pesan, NASKAH) for part in naskah.values() for celah in part.celah]
    moved = "Angka dasar berubah sesudah ditulis. Periksa kembali kalimatnya."
    return found + [(f"Naskah: {part.judul}", moved, NASKAH) for part in naskah.values() if part.basi]
