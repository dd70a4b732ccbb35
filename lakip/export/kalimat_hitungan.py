"""The sentences of a report that count indikator: which it prints, how they turned out, what is done about them.

Which are counted together is the rule of lakip.narasi.hitungan.
"""

from collections import Counter
from collections.abc import Sequence

from lakip.export.bahan import Bahan, Row
from lakip.export.kalimat import deret, many, masa, persen, rata, serapan
from lakip.export.tabel import count, is_missed, mark
from lakip.indikator import ALASAN_NAMA
from lakip.narasi import hitungan, pola_kantor
from lakip.narasi.arah import is_judged


def ringkasan(bahan: Bahan, tabel: str = "Tabel 3.3", kurang: str = "Tabel 3.8") -> tuple[str, ...]:
    """What the table holds, how the indikator of the Camat stand, how the others do, and what is not judged; one
    paragraph each."""
    rows = list(bahan.kini.iter_rows(named=True))
    others = hitungan.others(rows)
    paragraphs = [f"{_holds(bahan, rows, tabel)}."]
    if len(others) < len(rows):
        paragraphs.append(standing(bahan))
    if others:
        paragraphs.append(_standing(bahan, others, hitungan.LAINNYA))
    if waiting := _unjudged(bahan, [r for r in rows if r["berlaku"]]):
        paragraphs.append(
            f"Di antara indikator yang diukur, yang belum dinilai dan tidak masuk rata-rata adalah {deret(waiting)}. "
            f"Rinciannya pada {kurang}."
        )
    return tuple(paragraphs)


def standing(bahan: Bahan) -> str:
    """The verdict on the indikator of the Camat, which the report answers for."""
    return _standing(bahan, hitungan.of_camat(bahan.kini.iter_rows(named=True)), hitungan.CAMAT)


def langkah(bahan: Bahan) -> tuple[str, ...]:
    """The follow-up of each indikator of the Camat that missed its target, in the words of its bagian; of the others
    where it is found."""
    rows = list(bahan.kini.iter_rows(named=True))
    steps = [_step(bahan, r) for r in hitungan.of_camat(rows) if is_missed(r)]
    if missed := hitungan.count(hitungan.others(rows)).kurang:
        steps.append(pola_kantor.LANGKAH_LAINNYA.format(kurang=many(bahan, hitungan.LAINNYA, "kurang", missed)))
    return tuple(steps)


def simpulan(bahan: Bahan, belum_lengkap: str) -> tuple[str, ...]:
    """`belum_lengkap`: the sentence about what is missing."""
    return standing(bahan), rata(bahan), serapan(bahan), belum_lengkap


# ---------------------------------------------------------------- inside


def _holds(bahan: Bahan, rows: Sequence[Row], tabel: str) -> str:
    """Which indikator the main table holds, by level; those of the Camat by the numbers of their rows."""
    own = hitungan.of_camat(rows)
    outputs = [r for r in rows if not r["sasaran"]]
    below = len(rows) - len(own) - len(outputs)
    parts = []
    if own:
        numbers = _ranges([n for n, r in enumerate(rows, 1) if r in own])
        where = f" (nomor {count(bahan, hitungan.CAMAT, 'nomor', numbers)})" if len(own) < len(rows) else ""
        parts.append(f"{many(bahan, hitungan.CAMAT, 'jumlah', len(own))} {hitungan.SEBUTAN[hitungan.CAMAT]}{where}")
    if below:
        parts.append(f"{many(bahan, 'semua', 'bawah', below)} indikator kinerja jabatan di bawahnya")
    if outputs:
        whole = many(bahan, "semua", "keluaran", len(outputs))
        parts.append(f"{whole} indikator keluaran program, kegiatan, dan sub kegiatan")
    said = f"{tabel} menyajikan target, realisasi, dan capaian {masa(bahan)} dari "
    if len(parts) < 2:
        return said + deret(parts)
    return f"{said}{many(bahan, 'semua', 'jumlah', len(rows))} indikator: {deret(parts)}"


def _ranges(numbers: Sequence[int]) -> str:
    """1 sampai dengan 9, dan 12."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return deret([str(run[0]) if len(run) == 1 else f"{run[0]} sampai dengan {run[-1]}" for run in runs])


def _standing(bahan: Bahan, rows: Sequence[Row], apa: str) -> str:
    """The verdict of the narrative on these rows, with their kategori."""
    one = hitungan.count(rows)
    words = {name: many(bahan, apa, name, getattr(one, name)) for name in hitungan.BESARAN}
    said = hitungan.verdict(one, apa, {**words, "waktu": masa(bahan)})
    judged = [r for r in rows if is_judged(r)]
    return f"{said} Menurut kategorinya, {_kategori(bahan, judged, apa)}." if judged else said


def _step(bahan: Bahan, r: Row) -> str:
    said = (bahan.figure(r["kode"], bahan.triwulan) or {}).get("tindak_lanjut") or "tindak lanjut belum dicatat"
    return (
        f"{r['kode']} {r['nama']} (capaian {_capaian(bahan, r)}): {said.rstrip('.')} "
        f"({bahan.nama_bagian(r['bagian'])})."
    )


def _capaian(bahan: Bahan, row: Row) -> str:
    return mark(bahan, row, bahan.periode.kode, "capaian", persen(row["capaian_persen"]))


def _kategori(bahan: Bahan, rows: Sequence[Row], apa: str) -> str:
    counts = Counter(r["kategori"] for r in rows)
    return deret(
        [
            f"{many(bahan, apa, f'kategori_{k.urutan}', counts[k.nama])} {k.nama}"
            for k in bahan.berlaku.kategori
            if counts[k.nama]
        ]
    )


def _unjudged(bahan: Bahan, rows: Sequence[Row]) -> list[str]:
    counts = Counter(
        ALASAN_NAMA[r["alasan"]] if r["alasan"] else "belum dibenarkan" if r["lengkap"] else "belum lengkap"
        for r in rows
        if r["alasan"] or r["sementara"]
    )
    return [f"{many(bahan, 'belum_dinilai', kata.replace(' ', '_'), n)} {kata}" for kata, n in counts.items()]
