"""What keeps a report from being finished: each gap, and who can close it."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import polars as pl

from lakip import periode
from lakip.export import kalimat
from lakip.export.bahan import Bahan, Row
from lakip.export.baris import BarisKurang
from lakip.export.kalimat import deret, persen
from lakip.formatting import tanggal, waktu
from lakip.narasi.arah import asked
from lakip.periode import ROMAWI

UCAPAN = {"faktor_pendukung": "faktor pendukung", "faktor_penghambat": "kendala", "tindak_lanjut": "tindak lanjut"}


DIKETIK = ("belum diisi.", "belum dicatat.")  # what ends so is mended by typing


class Gap(NamedTuple):
    """One thing that is not as it should be; `menahan`: no report is final while it stands; `isi`: it is mended by
    typing the figure of this (indikator, bagian, triwulan)."""

    hal: str
    keterangan: str
    bagian: str
    menahan: bool = True
    isi: tuple[str, str, int] | None = None


def gaps(bahan: Bahan) -> tuple[Gap, ...]:
    """Everything that is missing from the report of a triwulan, in the order in which it is printed."""
    found = [*of_figures(bahan), *_gaps_before(bahan), *of_papers(bahan), *of_budget(bahan)]
    return tuple(dict.fromkeys(found))


def numbered(found: Iterable[Gap]) -> tuple[BarisKurang, ...]:
    return tuple(BarisKurang(f"{nomor}.", g.hal, g.keterangan, g.bagian) for nomor, g in enumerate(found, 1))


def holding(found: Iterable[Gap]) -> tuple[Gap, ...]:
    """What keeps the report from being final: one list, and what is counted as missing is its length."""
    return tuple(gap for gap in found if gap.menahan)


def noted(found: Iterable[Gap]) -> tuple[Gap, ...]:
    """The other list: what is only to be known."""
    return tuple(gap for gap in found if not gap.menahan)


def sentence(bahan: Bahan, found: Sequence[Gap]) -> str:
    """What is missing and what is only noted, counted."""
    return kalimat.kurang(bahan, len(holding(found)), len(noted(found)))


def is_final(bahan: Bahan, found: Sequence[Gap]) -> bool:
    """Approved by the Camat before it is signed, and nothing is missing that keeps a report from being final."""
    return bahan.pengesahan is not None and not signed_early(bahan) and not holding(found)


def signed_early(bahan: Bahan) -> bool:
    """Nobody signs figures that the Camat approves only later."""
    return bahan.pengesahan is not None and bahan.tanggal < periode.local(bahan.pengesahan.pada).date()


def of_figures(bahan: Bahan, causes: bool = True) -> list[Gap]:
    """Of the triwulan that `bahan` is of; `causes`: why it reached or missed its target is asked for too."""
    gaps: list[Gap] = []
    for r in bahan.kini.iter_rows(named=True):
        if found := _gap(bahan, r, causes):
            said, holds = found
            isi = (r["kode"], r["bagian"], bahan.triwulan) if said.endswith(DIKETIK) else None
            gaps.append(Gap(f"{r['kode']} {r['nama']}", said, bahan.nama_bagian(r["bagian"]), holds, isi))
    return gaps


def _gaps_before(bahan: Bahan) -> list[Gap]:
    """Earlier quarters without a figure: they make the figures to date partial."""
    return [
        Gap(
            f"{r['kode']} {r['nama']}",
            f"Realisasi Triwulan {ROMAWI[n]} belum diisi.",
            bahan.nama_bagian(r["bagian"]),
            isi=(r["kode"], r["bagian"], n),
        )
        for n in range(1, bahan.triwulan)
        for r in bahan.of(f"TW{n}").iter_rows(named=True)
        if r["berlaku"] and bahan.figure(r["kode"], n) is None
    ]


def _gap(bahan: Bahan, row: Row, causes: bool) -> tuple[str, bool] | None:
    """What is missing of one figure, the first thing that has to be done, and whether that holds the report back."""
    if row["target_tahun"] is None:
        return f"Target tahun {bahan.tahun} belum ditetapkan.", True
    if not row["berlaku"]:
        return None
    saved = bahan.figure(row["kode"], bahan.triwulan)
    if saved is None:
        return f"Realisasi {bahan.periode.nama} belum diisi.", True
    return _gap_of_saved(bahan, row, saved, causes)


def _gap_of_saved(bahan: Bahan, row: Row, saved: Row, causes: bool) -> tuple[str, bool] | None:
    if saved["keadaan"] == "tidak_tersedia":  # settled, as long as it says why
        said = f"Data tidak tersedia ({(saved['alasan'] or 'alasan belum dicatat').rstrip('.')})"
        return f"{said}{'' if saved['dibenarkan'] else ', belum dibenarkan'}.", not saved["alasan"]
    if not saved["dibenarkan"]:
        return f"Realisasi {bahan.periode.nama} sudah diisi, tetapi belum dibenarkan.", True
    if row["alasan"] == "penyebut_nol":
        return "Penyebut nol, sehingga realisasi tidak dapat dihitung.", False  # settled as well
    why = unexplained(row, saved.get) if causes else None
    return (why, True) if why else None


def unexplained(row: Row, told: Callable[[str], object]) -> str | None:
    """What its bagian has yet to tell of a result, a success or a miss; `told`: what a column says."""
    untold = [UCAPAN[kolom] for kolom in asked(row) if not told(kolom)]
    return f"Capaian {persen(row['capaian_persen'])}, tetapi {deret(untold)} belum dicatat." if untold else None


def of_papers(bahan: Bahan) -> list[Gap]:
    """Of the Perjanjian Kinerja and who signs."""
    gaps: list[Gap] = []
    if bahan.pk is None:
        gaps.append(Gap("Perjanjian Kinerja", f"Perjanjian Kinerja tahun {bahan.tahun} belum dicatat.", "Perencanaan"))
    elif not (bahan.pk["nomor"] and bahan.pk["tanggal"]):
        gaps.append(Gap("Perjanjian Kinerja", "Nomor atau tanggalnya belum dicatat.", "Perencanaan"))
    if bahan.camat is None:
        gaps.append(Gap("Penanda tangan", f"Pejabat Camat pada {tanggal(bahan.tanggal)} belum dicatat.", "Pengaturan"))
    elif not bahan.camat.nip:
        gaps.append(Gap("Penanda tangan", "NIP Camat belum dicatat.", "Pengaturan"))
    if 0 < bahan.sebelum_awal < bahan.triwulan:
        said = f"Mulai Triwulan {ROMAWI[bahan.sebelum_awal + 1]}; yang sebelumnya dihitung sejauh diisi."
        gaps.append(Gap("Triwulan awal kantor", said, "Pengaturan", False))
    if bahan.keadaan is not None:
        said = f"Disusun menurut catatan sampai {waktu(bahan.keadaan)}, bukan keadaan sekarang."
        gaps.append(Gap("Keadaan catatan", said, "Perencanaan"))
    if bahan.pengesahan is not None and bahan.pengesahan.berubah:
        said = f"{bahan.pengesahan.berubah} indikator berubah sejak disahkan {waktu(bahan.pengesahan.pada)}."
        gaps.append(Gap("Pengesahan", said, "Camat"))
    if bahan.pengesahan is not None and bahan.pengesahan.uang_berubah:
        said = f"Pagu atau realisasi anggaran berbeda dari yang disahkan {waktu(bahan.pengesahan.pada)}."
        gaps.append(Gap("Pengesahan", said, "Camat"))
    return gaps


def of_budget(bahan: Bahan) -> list[Gap]:
    """Of every triwulan up to the last; those before the office began hold nothing back."""
    subs = bahan.pohon.filter(pl.col("jenjang") == "sub_kegiatan")
    if subs.is_empty():
        return [Gap("Anggaran", f"Pagu tahun {bahan.tahun} belum diisi.", "Perencanaan")]
    gaps = []
    for n in range(1, bahan.triwulan + 1):
        missing = subs[f"tw{n}_rupiah"].null_count()
        if missing:
            said = f"Realisasi Triwulan {ROMAWI[n]} belum diisi pada {missing} dari {subs.height} sub kegiatan."
            gaps.append(Gap("Anggaran", said, "Perencanaan", n > bahan.sebelum_awal))
    return gaps
