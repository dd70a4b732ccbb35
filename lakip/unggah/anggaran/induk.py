"""Whether the sums that a file prints for kegiatan, program and the whole office are those of what lies below them.

What does not close is told with its difference in rupiah, and never made to close: only sub kegiatan are saved.
"""

from collections.abc import Iterator, Mapping

from lakip.anggaran import KOLOM_NAMA, Angka, Kode
from lakip.formatting import rupiah
from lakip.unggah.anggaran.baris import Sebaris
from lakip.validasi import Temuan, Tingkat

TOTAL = ""  # the code of the whole office

Tercetak = Mapping[tuple[str, str], tuple[int, Sebaris]]  # by kode of a parent and kolom


def check(nodes: Mapping[str, Kode], tercetak: Tercetak, angka: Angka) -> Iterator[Temuan]:
    """One temuan per printed sum that differs from its next level: as printed there, else as its sub kegiatan add up.

    Args:
        angka: every figure of the tahun as it would stand after saving.
    """
    for (kode, kolom), (printed, baris) in tercetak.items():
        below = _below(nodes, kode, kolom, tercetak, angka)
        if printed != below:
            name = f"{kode} {nodes[kode].nama}" if kode else "Jumlah seluruhnya"
            more = "lebih" if printed > below else "kurang"
            pesan = (
                f"{name}: {KOLOM_NAMA[kolom]} tertulis {rupiah(printed)}, sedangkan jumlah rinciannya {rupiah(below)}; "
                f"selisih {rupiah(abs(printed - below))} ({more}). Perbaiki rinciannya. Bila rinciannya yang benar, "
                "tinggalkan baris ini: jumlah tidak pernah disimpan, selalu dihitung."
            )
            yield baris.temuan(Tingkat.SALAH, kolom, "induk_selisih", pesan, kode)


def _below(nodes: Mapping[str, Kode], kode: str, kolom: str, tercetak: Tercetak, angka: Angka) -> int:
    level = {"program": "kegiatan", "kegiatan": "sub_kegiatan"}.get(nodes[kode].jenjang) if kode else "program"
    total = 0
    for child in (n for n in nodes.values() if n.jenjang == level and (not kode or n.is_below(kode))):
        if level == "sub_kegiatan":
            total += angka.get((child.kode, kolom), 0)
        elif (child.kode, kolom) in tercetak:
            total += tercetak[child.kode, kolom][0]
        else:
            total += _below(nodes, child.kode, kolom, tercetak, angka)
    return total
