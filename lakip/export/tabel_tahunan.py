"""The rows of the tables of the annual report on its performance, as text ready to print (domain.md 2.8, T3.2-T3.9)."""

from collections.abc import Iterator
from decimal import Decimal

import polars as pl

from lakip import anggaran
from lakip.export import tabel
from lakip.export.bahan import Row
from lakip.export.bahan_tahunan import BahanTahunan
from lakip.export.baris import Kelompok
from lakip.export.baris_tahunan import (
    BarisEfisiensi,
    BarisPembanding,
    BarisPenunjang,
    BarisRekomendasi,
    BarisRenstra,
    BarisRiwayat,
    BarisTahun,
    BarisTriwulan,
)
from lakip.export.tabel import mark, money
from lakip.export.tabel_periode import judged, points, quarter
from lakip.formatting import KOSONG, angka, half_up
from lakip.indikator import Rumus
from lakip.narasi import STAF
from lakip.pembanding import CAKUPAN_NAMA
from lakip.sumber import Bertanda

LHE, BATAS = "tindak_lanjut_lhe", "|"
TIDAK_ADA = "tidak ada"
TANPA = Bertanda("")  # of a row that is one cell over the whole width
FIGURES = ("target", "realisasi", "capaian")
AWAL = ("target_awal", "kondisi_awal", "capaian_awal", "perubahan_awal")


def achievement(bahan: BahanTahunan) -> tuple[Kelompok, ...]:
    """Each indikator of the tahun by sasaran (T3.2)."""

    def row(nomor: int, r: Row) -> BarisTahun:
        kategori = None if r["sementara"] else bahan.kategori(r["kategori"])
        return BarisTahun(
            nomor=f"{nomor}.",
            kode=r["kode"],
            nama=r["nama"],
            satuan=r["satuan"],
            target=mark(bahan, r, "TH", "target", angka(r["target"], r["desimal"])),
            realisasi=mark(bahan, r, "TH", "realisasi", angka(r["realisasi"], r["desimal"])),
            capaian=mark(bahan, r, "TH", "capaian", angka(r["capaian_persen"], 2)),
            keadaan=tabel.keadaan(r, kategori),
            sementara=r["sementara"],
            warna=tabel.tint(kategori) if kategori else tabel.KUNING if r["alasan"] == "belum_diisi" else tabel.KELABU,
            bagian=bahan.nama_bagian(r["bagian"]),
        )

    return tabel.grouped(bahan.kini.iter_rows(named=True), row)


def history(bahan: BahanTahunan) -> tuple[Kelompok, ...]:
    """Each indikator over the tahun recorded, with the condition before them (T3.4)."""
    baseline = {r["kode"]: r for r in bahan.rencana.iter_rows(named=True)}
    found = []
    for nomor, now in enumerate(bahan.kini.iter_rows(named=True), 1):
        rows: list[BarisRiwayat] = []
        card = baseline[now["kode"]]
        about = (f"{nomor}.", f"{now['kode']} {now['nama']}", now["satuan"])
        if card["baseline"] is not None:
            tahun = f"{card['baseline_tahun'] or ''} (kondisi awal)".strip()
            shown = (KOSONG, angka(card["baseline"], now["desimal"]), KOSONG, KOSONG)
            cells = (mark(bahan, now, "TH", besaran, teks) for besaran, teks in zip(AWAL, shown, strict=True))
            rows.append(BarisRiwayat(*about, tahun, *cells))
        before: Row | None = None
        for r in [*_years(bahan, now["kode"]), {**now, "tahun": bahan.tahun}]:
            moved = mark(bahan, r, "TH", "perubahan", points(r, before))
            rows.append(BarisRiwayat(*about, str(r["tahun"]), *_figures(bahan, r), moved))
            before = r
        found.append(Kelompok(f"{now['kode']} {now['nama']}", tuple(rows)))
    return tuple(found)


def towards_renstra(bahan: BahanTahunan) -> tuple[BarisRenstra, ...]:
    """Realisasi of the tahun beside the last target of the Renstra (T3.5)."""
    planned = {r["kode"]: r for r in bahan.renstra.iter_rows(named=True)}
    progress = {r["kode"]: r["kemajuan_renstra"] for r in bahan.kemajuan.iter_rows(named=True)}
    rows = []
    for nomor, r in enumerate(bahan.kini.iter_rows(named=True), 1):
        plan, kemajuan = planned.get(r["kode"]), progress.get(r["kode"])
        last = plan["target_akhir"] if plan else None
        rows.append(
            BarisRenstra(
                f"{nomor}.",
                f"{r['kode']} {r['nama']}",
                r["satuan"],
                mark(bahan, r, "TH", "target_renstra", angka(last, r["desimal"]) if plan else "tidak dalam Renstra"),
                mark(bahan, r, "TH", "renstra", angka(plan["target"], r["desimal"]) if plan else KOSONG),
                mark(bahan, r, "TH", "realisasi", angka(r["realisasi"], r["desimal"])),
                mark(bahan, r, "TH", "kemajuan_renstra", angka(kemajuan, 2)),
                mark(bahan, r, "TH", "sampai_renstra", _arrived(r, last)),
            )
        )
    return tuple(rows)


def compared(bahan: BahanTahunan) -> tuple[BarisPembanding, ...]:
    """Each indikator beside what kabupaten, provinsi and nasional reached; one without says so (T3.6)."""
    rows: list[BarisPembanding] = []
    for r in bahan.kini.iter_rows(named=True):
        others = bahan.pembanding.filter(pl.col("indikator") == r["kode"]).to_dicts()
        shown = mark(bahan, r, "TH", "realisasi", angka(r["realisasi"], r["desimal"]))
        for other in others or [{}]:
            nilai, gap = other.get("nilai"), None
            if nilai is not None and r["realisasi"] is not None:
                gap = half_up(r["realisasi"] - nilai, r["desimal"])
            whose = other.get("cakupan", "pembanding")
            rows.append(
                BarisPembanding(
                    f"{len(rows) + 1}.",
                    f"{r['kode']} {r['nama']}",
                    r["satuan"],
                    shown,
                    CAKUPAN_NAMA[whose] if other else TIDAK_ADA,
                    mark(bahan, r, "TH", f"angka_{whose}", angka(nilai, r["desimal"])),
                    mark(bahan, r, "TH", f"selisih_{whose}", _signed(gap, r["desimal"])),
                    other.get("sumber") or KOSONG,
                )
            )
    return tuple(rows)


def efficiency(bahan: BahanTahunan) -> tuple[BarisEfisiensi, ...]:
    """Each sasaran of the Camat, then each program: capaian beside serapan, judged only where it may be (T3.8)."""
    goals = bahan.per_sasaran.filter(pl.col("jenjang") == "camat")
    groups = (
        ("Sasaran", goals, "uraian", "sasaran"),
        ("Program", bahan.per_program, "nama", "kode"),
    )
    rows = []
    for kepala, frame, name, key in groups:
        rows.append(BarisEfisiensi("kepala", kepala, TANPA, TANPA, TANPA, TANPA, TANPA, ""))
        rows += [_efficiency(bahan, r, r[name], r[key]) for r in frame.iter_rows(named=True)]
    return tuple(rows)


def supporting(bahan: BahanTahunan) -> tuple[BarisPenunjang, ...]:
    """What of the budget serves each sasaran, with what its output indikator brought (T3.9)."""
    outputs = [r for r in bahan.kini.iter_rows(named=True) if r["sasaran"] is None]
    codes = {r["kode"]: r["kode_anggaran"] for r in bahan.rencana.iter_rows(named=True)}
    names = {r["kode"]: r["nama"] for r in bahan.pohon.iter_rows(named=True)}
    goals = bahan.per_sasaran.filter(pl.col("jenjang") == "camat")["sasaran"].to_list()
    rows = []
    for goal in goals:
        for node in (n for n in bahan.dukungan if n.sasaran == goal):
            below = [r for r in outputs if f"{codes[r['kode']]}.".startswith(f"{node.kode}.")]
            uraian, whole = bahan.nama_sasaran(goal), f"{node.kode} {node.sebutan}"
            if not below:
                one, two, three = (money(bahan, {"kode": node.kode}, "TH", f"keluaran_{n}", KOSONG) for n in FIGURES)
                none = ("belum ada indikator keluaran", "", one, two, three, KOSONG)
                rows.append(BarisPenunjang(uraian, whole, *none))
            for r in below:
                own = codes[r["kode"]]
                part = "" if own == node.kode else f"\n{own} {names.get(own, '')}".rstrip()
                shown = (f"{r['kode']} {r['nama']}", r["satuan"], *_figures(bahan, r))
                rows.append(BarisPenunjang(uraian, whole + part, *shown, _serves(r)))
    return tuple(rows)


def quarters(bahan: BahanTahunan) -> tuple[BarisTriwulan, ...]:
    """Target and realisasi of every triwulan and of the tahun (T3.12)."""
    by_quarter = {n: {r["kode"]: r for r in bahan.of(f"TW{n}").iter_rows(named=True)} for n in (1, 2, 3, 4)}
    rows = []
    for nomor, r in enumerate(bahan.kini.iter_rows(named=True), 1):
        cells = {}
        for n, found in by_quarter.items():
            target = angka(found[r["kode"]]["target"], r["desimal"])
            cells[f"target_{n}"] = mark(bahan, r, f"TW{n}", "target", target)
            cells[f"realisasi_{n}"] = quarter(bahan, r, n)
        rows.append(
            BarisTriwulan(
                nomor=f"{nomor}.",
                indikator=f"{r['kode']} {r['nama']}",
                satuan=r["satuan"],
                **cells,
                realisasi=mark(bahan, r, "TH", "realisasi", angka(r["realisasi"], r["desimal"])),
                capaian=mark(bahan, r, "TH", "capaian", angka(r["capaian_persen"], 2)),
            )
        )
    return tuple(rows)


def evaluation(bahan: BahanTahunan) -> tuple[BarisRekomendasi, ...]:
    """The recommendations of the last LHE with what became of them, as officials wrote them line by line (T3.13)."""
    rows = []
    for nomor, line in enumerate((line for line in _evaluation(bahan) if BATAS in line), 1):
        cells = [cell.strip() for cell in line.split(BATAS, 4)]
        cells += [KOSONG] * (5 - len(cells))
        rows.append(BarisRekomendasi(f"{nomor}.", *cells))
    return tuple(rows)


def evaluation_text(bahan: BahanTahunan) -> tuple[str, ...]:
    """What that section says in sentences; what is missing of it, as long as nobody wrote it."""
    part = bahan.naskah.get(LHE)
    if part and part.dari != STAF:
        return part.paragraf
    return tuple(line for line in _evaluation(bahan) if line.strip() and BATAS not in line)


def _evaluation(bahan: BahanTahunan) -> list[str]:
    part = bahan.naskah.get(LHE)
    return [line for text in part.paragraf for line in text.splitlines()] if part and part.dari == STAF else []


# ---------------------------------------------------------------- inside


def _years(bahan: BahanTahunan, kode: str) -> Iterator[Row]:
    yield from bahan.riwayat.filter(pl.col("kode") == kode).sort("tahun").iter_rows(named=True)


def _figures(bahan: BahanTahunan, row: Row) -> tuple[Bertanda, Bertanda, Bertanda]:
    """Target, realisasi and capaian of one indikator in one tahun, marked with it."""
    return (
        mark(bahan, row, "TH", "target", angka(row["target"], row["desimal"])),
        mark(bahan, row, "TH", "realisasi", angka(row["realisasi"], row["desimal"])),
        mark(bahan, row, "TH", "capaian", angka(row["capaian_persen"], 2)),
    )


def _arrived(row: Row, last: Decimal | None) -> str:
    """Whether the last target of the Renstra is reached already, by the direction of the indikator."""
    if last is None or row["realisasi"] is None:
        return KOSONG
    value = half_up(row["realisasi"], row["desimal"])
    if row["rumus"] == Rumus.POSITIF:
        return "telah tercapai" if value >= last else "belum tercapai"
    if row["rumus"] == Rumus.STABIL:
        return "sesuai" if value == last else f"berselisih {angka(abs(value - last), row['desimal'])}"
    return "telah tercapai" if value <= last else "belum tercapai"


def _signed(gap: Decimal | None, desimal: int) -> str:
    if gap is None:
        return KOSONG
    return f"+{angka(gap, desimal)}" if gap > 0 else angka(gap, desimal).replace("-", "−")


def _efficiency(bahan: BahanTahunan, r: Row, uraian: str, kode: str) -> BarisEfisiensi:
    def figure(besaran: str, teks: str) -> Bertanda:
        return money(bahan, {"kode": kode}, "TH", besaran, teks)

    return BarisEfisiensi(
        "isi",
        uraian,
        figure("capaian", angka(r["capaian_persen"], 2)),
        figure("pagu", angka(r["pagu_rupiah"], 0)),
        figure("realisasi_sd", angka(r["realisasi_sd_rupiah"], 0)),
        figure("serapan", angka(r["serapan_persen"], 2)),
        figure("efisiensi", angka(r["efisiensi_persen"], 2).replace("-", "−")),
        r["efisiensi"] or anggaran.ALASAN_NAMA.get(r["alasan"] or "", KOSONG),
    )


def _serves(row: Row) -> str:
    if not judged(row):
        return "belum dapat dinilai"
    return "menunjang" if half_up(row["capaian_persen"], 2) >= 100 else "belum sepenuhnya menunjang"
