"""What keeps a report of several triwulan from being finished: of each triwulan, of the papers, of the narrative."""

from functools import partial

from lakip.export import kurang, tabel_periode
from lakip.export.bahan_periode import BahanPeriode
from lakip.export.kalimat import masa
from lakip.export.kurang import Gap
from lakip.formatting import KOSONG
from lakip.narasi import Naskah
from lakip.periode import ROMAWI
from lakip.sumber import polos

NASKAH = "Naskah laporan"


def gaps(bahan: BahanPeriode) -> tuple[Gap, ...]:
    """Everything that is missing from this report, in the order in which it is printed."""
    found = [gap for n in bahan.periode.triwulan for gap in _of_quarter(bahan, n)]
    found += [
        *_causes(bahan),
        *_of_proof(bahan),
        *kurang.of_papers(bahan),
        *kurang.of_budget(bahan),
        *_of_text(bahan.naskah),
    ]
    return tuple(dict.fromkeys(found))


def unwritten(naskah: dict[str, Naskah]) -> int:
    """How many parts of the narrative lack something."""
    return sum(bool(part.celah) for part in naskah.values())


def _of_quarter(bahan: BahanPeriode, triwulan: int) -> list[Gap]:
    """Each says of which triwulan it is."""
    nama = f"Triwulan {ROMAWI[triwulan]}"
    return [
        gap if nama in gap.keterangan else gap._replace(keterangan=f"{nama}: {_lower(gap.keterangan)}")
        for gap in kurang.of_figures(bahan.quarter(triwulan), causes=False)
    ]


def _lower(said: str) -> str:
    return f"{said[0].lower()}{said[1:]}"


def _causes(bahan: BahanPeriode) -> list[Gap]:
    """Of what reached or missed the target of the whole periode; told in any of its triwulan is told."""
    found = []
    for r in bahan.kini.iter_rows(named=True):
        if said := kurang.unexplained(r, partial(tabel_periode.narrated, bahan, r["kode"])):
            found.append(Gap(f"{r['kode']} {r['nama']}", said, bahan.nama_bagian(r["bagian"])))
    return found


def _of_proof(bahan: BahanPeriode) -> list[Gap]:
    """Figures that are not what their triwulan make."""
    label = masa(bahan)
    return [
        Gap(r.uraian, f"Angka {label} berselisih {said} dari hasil hitung ulang triwulannya.", "Perencanaan")
        for r in tabel_periode.reconciliation(bahan)
        if (said := polos(r.selisih)) not in (tabel_periode.NOL, KOSONG)
    ]


def _of_text(naskah: dict[str, Naskah]) -> list[Gap]:
    """What the narrative lacks, and texts written for figures that moved since."""
    found = [Gap(f"Naskah: {part.judul}", celah.pesan, NASKAH) for part in naskah.values() for celah in part.celah]
    moved = "Angka dasar berubah sesudah ditulis. Periksa kembali kalimatnya."
    return found + [Gap(f"Naskah: {part.judul}", moved, NASKAH) for part in naskah.values() if part.basi]
