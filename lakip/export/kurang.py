"""What keeps a report from being finished: each gap, and who can close it."""

from collections.abc import Iterable

import polars as pl

from lakip.export.bahan import Bahan, Row
from lakip.export.baris import BarisKurang
from lakip.export.kalimat import deret, persen
from lakip.export.tabel import is_missed
from lakip.formatting import tanggal
from lakip.periode import ROMAWI

Gap = tuple[str, str, str]


def gaps(bahan: Bahan) -> tuple[BarisKurang, ...]:
    """Everything that keeps this report from being finished."""
    return numbered([*of_figures(bahan), *_gaps_before(bahan), *of_papers(bahan), *of_budget(bahan)])


def numbered(found: Iterable[Gap]) -> tuple[BarisKurang, ...]:
    return tuple(BarisKurang(f"{nomor}.", *gap) for nomor, gap in enumerate(dict.fromkeys(found), 1))


def of_figures(bahan: Bahan) -> list[Gap]:
    """Of the triwulan that `bahan` is of."""
    gaps: list[Gap] = []
    for r in bahan.kini.iter_rows(named=True):
        if said := _gap(bahan, r):
            gaps.append((f"{r['kode']} {r['nama']}", said, bahan.nama_bagian(r["bagian"])))
    return gaps


def _gaps_before(bahan: Bahan) -> list[Gap]:
    """Earlier quarters without a figure: they make the figures to date partial."""
    return [
        (f"{r['kode']} {r['nama']}", f"Realisasi Triwulan {ROMAWI[n]} belum diisi.", bahan.nama_bagian(r["bagian"]))
        for n in range(1, bahan.triwulan)
        for r in bahan.of(f"TW{n}").iter_rows(named=True)
        if r["berlaku"] and bahan.figure(r["kode"], n) is None
    ]


def _gap(bahan: Bahan, row: Row) -> str | None:
    """What is missing of one figure; the first thing that has to be done."""
    if row["target_tahun"] is None:
        return f"Target tahun {bahan.tahun} belum ditetapkan."
    if not row["berlaku"]:
        return None
    saved = bahan.figure(row["kode"], bahan.triwulan)
    if saved is None:
        return f"Realisasi {bahan.periode.nama} belum diisi."
    return _gap_of_saved(bahan, row, saved)


def _gap_of_saved(bahan: Bahan, row: Row, saved: Row) -> str | None:
    untold = [
        kata
        for kata, kunci in (("kendala", "faktor_penghambat"), ("tindak lanjut", "tindak_lanjut"))
        if not saved[kunci]
    ]
    if saved["keadaan"] == "tidak_tersedia":
        said = f"Data tidak tersedia: {saved['alasan'] or 'alasan belum dicatat'}."
    elif not saved["dibenarkan"]:
        said = f"Realisasi {bahan.periode.nama} sudah diisi, tetapi belum dibenarkan."
    elif row["alasan"] == "penyebut_nol":
        said = "Penyebut nol, sehingga realisasi tidak dapat dihitung."
    elif is_missed(row) and untold:
        said = f"Capaian {persen(row['capaian_persen'])}, tetapi {deret(untold)} belum dicatat."
    else:
        return None
    return said


def of_papers(bahan: Bahan) -> list[Gap]:
    """Of the Perjanjian Kinerja and who signs."""
    gaps: list[Gap] = []
    if bahan.pk is None:
        gaps.append(("Perjanjian Kinerja", f"Perjanjian Kinerja tahun {bahan.tahun} belum dicatat.", "Perencanaan"))
    elif not (bahan.pk["nomor"] and bahan.pk["tanggal"]):
        gaps.append(("Perjanjian Kinerja", "Nomor atau tanggalnya belum dicatat.", "Perencanaan"))
    if bahan.camat is None:
        gaps.append(("Penanda tangan", f"Pejabat Camat pada {tanggal(bahan.tanggal)} belum dicatat.", "Pengaturan"))
    elif not bahan.camat.nip:
        gaps.append(("Penanda tangan", "NIP Camat belum dicatat.", "Pengaturan"))
    return gaps


def of_budget(bahan: Bahan) -> list[Gap]:
    """Of every triwulan up to the last."""
    subs = bahan.pohon.filter(pl.col("jenjang") == "sub_kegiatan")
    if subs.is_empty():
        return [("Anggaran", f"Pagu tahun {bahan.tahun} belum diisi.", "Perencanaan")]
    gaps = []
    for n in range(1, bahan.triwulan + 1):
        missing = subs[f"tw{n}_rupiah"].null_count()
        if missing:
            said = f"Realisasi Triwulan {ROMAWI[n]} belum diisi pada {missing} dari {subs.height} sub kegiatan."
            gaps.append(("Anggaran", said, "Perencanaan"))
    return gaps
