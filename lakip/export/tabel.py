"""The rows of the tables of a report, as text ready to print. Figures are formatted here and nowhere else, and each
carries its code (lakip.sumber); a dash or a word in the place of a figure does too."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from lakip import sumber
from lakip.export.bahan import Bahan, Row
from lakip.export.baris import (
    BarisAnggaran,
    BarisBagian,
    BarisCapaian,
    BarisKendala,
    BarisRata,
    BarisRencana,
    BarisRumus,
    BarisSkala,
    BarisSumber,
    BarisTindakLanjut,
    Kelompok,
)
from lakip.formatting import KOSONG, angka, half_up, persen, waktu
from lakip.indikator import ALASAN_NAMA, KEADAAN_NAMA, TERPAKAI, Rumus
from lakip.narasi.arah import asked
from lakip.pengaturan import Kategori
from lakip.periode import PERIODE, ROMAWI, TRIWULAN
from lakip.realisasi import assessment
from lakip.sumber import Bertanda
from lakip.unggah import betulan

CERITA = ("faktor_pendukung", "faktor_penghambat", "tindak_lanjut")
PUTIH, KELABU, KUNING = "FFFFFF", "E5E7EB", "FEF3C7"
TANPA_SASARAN = "Keluaran program, kegiatan, dan sub kegiatan"
RUMUS = {
    Rumus.POSITIF: ("Makin tinggi makin baik", "R / T × 100"),
    Rumus.NEGATIF_SELISIH: ("Makin rendah makin baik (selisih)", "(2T − R) / T × 100"),
    Rumus.NEGATIF_RASIO: ("Makin rendah makin baik (rasio)", "T / R × 100"),
    Rumus.STABIL: ("Makin dekat target makin baik", "(1 − |R − T| / T) × 100"),
}


def struktur(bahan: Bahan) -> tuple[BarisBagian, ...]:
    owned = bahan.kini["bagian"].to_list()
    heads = {b: f"{who.nama}\n{who.sebutan}" for b, who in bahan.kepala_bagian.items() if who}
    return tuple(
        BarisBagian(
            f"{nomor}.",
            b.nama,
            heads.get(b.bagian, "belum ditetapkan"),
            count(bahan, f"bagian_{b.bagian}", "indikator", str(owned.count(b.bagian))),
        )
        for nomor, b in enumerate(bahan.bagian, 1)
    )


def rencana(bahan: Bahan) -> tuple[Kelompok, ...]:
    def row(nomor: int, r: Row) -> BarisRencana:
        quarters = {
            f"target_tw{n}": promised(bahan, r, f"TW{n}", angka(r[f"target_tw{n}"], r["desimal"])) for n in (1, 2, 3, 4)
        }
        year = promised(bahan, r, "TH", angka(r["target_th"], r["desimal"]))
        return BarisRencana(f"{nomor}.", r["kode"], r["nama"], r["satuan"], year, **quarters)

    return grouped(bahan.rencana.iter_rows(named=True), row)


def promised(bahan: Bahan, row: Row, periode: str, teks: str) -> Bertanda:
    """The target of a triwulan, or of the tahun (TH), with its code. One that a later PK may still change is another
    figure in each paper: it is coded as seen from the last triwulan."""
    last = bahan.triwulan
    if last < max(TRIWULAN) and PERIODE[periode].triwulan[-1] > last:
        return mark(bahan, row, f"SD{last}", f"target_{periode.lower()}", teks)
    return mark(bahan, row, periode, "target", teks)


def capaian(bahan: Bahan) -> tuple[Kelompok, ...]:
    kini, sampai = bahan.periode.kode, f"SD{bahan.triwulan}"
    to_date = {r["kode"]: r for r in bahan.of(sampai).iter_rows(named=True)}

    def row(nomor: int, r: Row) -> BarisCapaian:
        sd = to_date[r["kode"]]
        kategori = None if r["sementara"] else bahan.kategori(r["kategori"])
        return BarisCapaian(
            nomor=f"{nomor}.",
            kode=r["kode"],
            nama=r["nama"],
            satuan=r["satuan"],
            target_tahun=promised(bahan, r, "TH", angka(r["target_tahun"], r["desimal"])),
            target=mark(bahan, r, kini, "target", angka(r["target"], r["desimal"])),
            realisasi=mark(bahan, r, kini, "realisasi", _realisasi(bahan, r)),
            capaian=mark(bahan, r, kini, "capaian", angka(r["capaian_persen"], 2)),
            realisasi_sd=mark(bahan, r, sampai, "realisasi", _partly(angka(sd["realisasi"], r["desimal"]), sd)),
            kemajuan=mark(bahan, r, sampai, "kemajuan", _partly(kemajuan(r, sd), sd)),
            keadaan=keadaan(r, kategori),
            sementara=r["sementara"],
            warna=tint(kategori) if kategori else KUNING if r["alasan"] == "belum_diisi" else KELABU,
            bagian=bahan.nama_bagian(r["bagian"]),
        )

    return grouped(bahan.kini.iter_rows(named=True), row)


def keadaan(row: Row, kategori: Kategori | None) -> str:
    """The word of the kategori, or why there is none."""
    if row["alasan"]:
        return ALASAN_NAMA[row["alasan"]]
    if row["sementara"]:
        return f"belum lengkap, {row['terisi']}/{row['berlaku']} TW" if not row["lengkap"] else "belum dibenarkan"
    return f"{kategori.ikon} {kategori.nama}" if kategori else KOSONG


def kemajuan(row: Row, sd: Row) -> str:
    """Realisasi to date against the annual target; for other rumus than positif, how much of it is used."""
    if row["rumus"] == Rumus.POSITIF:
        return persen(row["kemajuan_persen"])
    if sd["realisasi"] is None or row["target_tahun"] is None:
        return KOSONG
    isi, seluruh = angka(sd["realisasi"], row["desimal"]), angka(row["target_tahun"], row["desimal"])
    if row["rumus"] == Rumus.STABIL:
        return f"{isi} dari {seluruh}"
    used = "terpakai " if row["metode"] in TERPAKAI else ""
    return f"{used}{isi} dari batas {seluruh}"


def rumus(bahan: Bahan) -> tuple[BarisRumus, ...]:
    """Those in use, each with how many indikator it measures."""
    used = bahan.kini["rumus"].to_list()
    return tuple(
        BarisRumus(*RUMUS[r], count(bahan, f"rumus_{r}", "indikator", str(used.count(r)))) for r in Rumus if r in used
    )


def skala(bahan: Bahan) -> tuple[BarisSkala, ...]:
    rows, upper = [], None
    for k in sorted(bahan.berlaku.kategori, key=lambda k: k.urutan):
        lower = None if k.di_atas is None else angka(k.di_atas)
        if lower is None:
            batas = f"sampai dengan {upper}"
        else:
            batas = f"di atas {lower}" + (f" sampai dengan {upper}" if upper else "")
        rows.append(
            BarisSkala(f"{k.urutan}.", count(bahan, f"skala_{k.urutan}", "batas", batas), k.ikon, k.nama, tint(k))
        )
        upper = lower
    return tuple(rows)


def rata(bahan: Bahan) -> tuple[BarisRata, ...]:
    """One row per sasaran, the whole of the Camat last."""

    def figure(r: Row, besaran: str, teks: str) -> Bertanda:
        return sumber.tandai(sumber.rata(r["sasaran"], bahan.tahun, bahan.periode.kode, besaran), teks)

    rows = []
    for nomor, r in enumerate(bahan.rata.iter_rows(named=True), 1):
        kategori = bahan.kategori(r["kategori"])
        rows.append(
            BarisRata(
                nomor=f"{nomor}." if r["sasaran"] else "",
                uraian=r["uraian"] or "Seluruh indikator kinerja Camat",
                dasar=figure(r, "dasar", f"{r['dihitung']} dari {r['jumlah']} indikator"),
                tanpa_batas=figure(r, "tanpa_batas", angka(r["tanpa_batas"], 2)),
                dengan_batas=figure(r, "dengan_batas", angka(r["dengan_batas"], 2)),
                kategori=f"{kategori.ikon} {kategori.nama}" if kategori else "belum dinilai",
                warna=tint(kategori) if kategori else KELABU,
            )
        )
    return tuple(rows)


def kendala(bahan: Bahan) -> tuple[BarisKendala, ...]:
    """Each indikator of which something was told, and each of which something has to be."""
    rows: list[BarisKendala] = []
    for r in bahan.kini.iter_rows(named=True):
        saved = bahan.figure(r["kode"], bahan.triwulan) or {}
        told = {name: saved.get(name) or "" for name in CERITA}
        if any(told.values()) or asked(r):
            said = shown(r, told)
            judged = mark(bahan, r, bahan.periode.kode, "capaian", short(r))
            rows.append(BarisKendala(f"{len(rows) + 1}.", f"{r['kode']} {r['nama']}", judged, *said))
    return tuple(rows)


def shown(row: Row, told: Mapping[str, str]) -> list[str]:
    """What is told of each of CERITA; what has to be told and is not is a visible gap."""
    return [told[name] or ("belum dicatat" if name in asked(row) else KOSONG) for name in CERITA]


def tindak_lanjut(bahan: Bahan) -> tuple[BarisTindakLanjut, ...]:
    """What was promised in the triwulan before, and what became of the figure."""
    before = bahan.triwulan - 1
    earlier = {r["kode"]: r for r in bahan.of(f"TW{before}").iter_rows(named=True)}
    rows: list[BarisTindakLanjut] = []
    for r in bahan.kini.iter_rows(named=True):
        promised = (bahan.figure(r["kode"], before) or {}).get("tindak_lanjut")
        if promised:
            was = mark(bahan, r, f"TW{before}", "capaian", short(earlier[r["kode"]]))
            now = mark(bahan, r, bahan.periode.kode, "capaian", short(r))
            rows.append(BarisTindakLanjut(f"{len(rows) + 1}.", f"{r['kode']} {r['nama']}", promised, was, now))
    return tuple(rows)


def anggaran(bahan: Bahan) -> tuple[BarisAnggaran, ...]:
    kini = bahan.periode.kode
    return tuple(
        BarisAnggaran(
            jenjang=r["jenjang"],
            kode=r["kode"] or "",
            nama=r["nama"],
            pagu=money(bahan, r, kini, "pagu", angka(r["pagu_rupiah"], 0)),
            realisasi=money(bahan, r, kini, "realisasi", angka(r["realisasi_rupiah"], 0)),
            realisasi_sd=money(bahan, r, kini, "realisasi_sd", angka(r["realisasi_sd_rupiah"], 0)),
            serapan=money(bahan, r, kini, "serapan", angka(r["serapan_persen"], 2)),
            sisa=money(bahan, r, kini, "sisa", angka(r["sisa_rupiah"], 0)),
        )
        for r in bahan.pohon.iter_rows(named=True)
    )


def sumber_realisasi(bahan: Bahan) -> tuple[BarisSumber, ...]:
    cards = {r["kode"]: r for r in bahan.kini.iter_rows(named=True)}
    return tuple(
        _sumber(
            r,
            f"{r['indikator']} {card['nama']}",
            f"TW {ROMAWI[r['triwulan']]}",
            mark(bahan, card, f"TW{r['triwulan']}", "data", _saved(r, card["desimal"])),
        )
        for r in bahan.realisasi.iter_rows(named=True)
        if (card := cards.get(r["indikator"]))
    )


def sumber_target(bahan: Bahan) -> tuple[BarisSumber, ...]:
    cards = {r["kode"]: r for r in bahan.kini.iter_rows(named=True)}
    return tuple(
        _sumber(
            r,
            f"{r['indikator']} {card['nama']}",
            "Tahun" if r["periode"] == "TH" else f"TW {ROMAWI[int(r['periode'][2])]}",
            promised(bahan, card, r["periode"], angka(r["nilai"], card["desimal"])),
        )
        for r in bahan.target.iter_rows(named=True)
        if (card := cards.get(r["indikator"]))
    )


def sumber_anggaran(bahan: Bahan) -> tuple[BarisSumber, ...]:
    return tuple(
        _sumber(
            r,
            f"{r['kode']} {r['nama'] or ''}",
            f"TW {ROMAWI[r['triwulan']]}",
            money(bahan, r, f"TW{r['triwulan']}", "realisasi", angka(r["realisasi_rupiah"], 0)),
        )
        for r in bahan.sumber_anggaran.iter_rows(named=True)
    )


def mark(bahan: Bahan, row: Row, periode: str, besaran: str, teks: str) -> Bertanda:
    """A figure of an indikator, or what stands in its place, with its code; of the tahun of the row, if it has one."""
    return sumber.tandai(sumber.indikator(row["kode"], row.get("tahun") or bahan.tahun, periode, besaran), teks)


def money(bahan: Bahan, row: Row, periode: str, besaran: str, teks: str) -> Bertanda:
    """A figure of a node of the budget with its code."""
    return sumber.tandai(sumber.uang(row["kode"], bahan.tahun, periode, besaran), teks)


def count(bahan: Bahan, apa: str, besaran: str, teks: str) -> Bertanda:
    """How many of something there are in this periode, with its code."""
    return sumber.tandai(sumber.hitung(apa, bahan.tahun, bahan.periode.kode, besaran), teks)


def is_missed(row: Row) -> bool:
    """A complete figure below its target, as printed."""
    nilai = row["capaian_persen"]
    return nilai is not None and not row["sementara"] and half_up(nilai, 2) < 100


def tint(kategori: Kategori) -> str:
    """The colour mixed with white, so that black letters and a grey print stay legible; without #."""
    parts = (int(kategori.warna.lstrip("#").ljust(6, "0")[i : i + 2], 16) for i in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * 0.5):02X}" for part in parts)


# ---------------------------------------------------------------- inside


def grouped(rows: Iterable[Row], make: Any) -> tuple[Kelompok, ...]:
    numbered = list(enumerate(rows, 1))
    return tuple(
        Kelompok(uraian or TANPA_SASARAN, tuple(make(nomor, row) for nomor, row in group))
        for uraian, group in groupby(numbered, key=lambda item: item[1]["sasaran_uraian"])
    )


def _realisasi(bahan: Bahan, row: Row) -> str:
    saved = bahan.figure(row["kode"], bahan.triwulan)
    if saved and saved["keadaan"] != "terisi":
        return KEADAAN_NAMA[saved["keadaan"]].lower()
    return angka(row["realisasi"], row["desimal"])


def _partly(text: str, sd: Row) -> str:
    """A figure to date with a quarter missing says so."""
    return text if sd["lengkap"] or text == KOSONG else f"{text}\n({sd['terisi']}/{sd['berlaku']} TW)"


def short(row: Row) -> str:
    """Capaian, or why there is none."""
    if row["alasan"] == "tanpa_target" and row["target_tahun"] is not None:
        return "tidak diukur"  # the year has a target, this periode none
    if row["alasan"]:
        return ALASAN_NAMA[row["alasan"]]
    return persen(row["capaian_persen"]) + (" (sementara)" if row["sementara"] else "")


def _saved(row: Row, desimal: int) -> str:
    """What was typed: a value, a pair, or the word for none."""
    if row["keadaan"] != "terisi":
        return KEADAAN_NAMA[row["keadaan"]].lower()
    pair = row["pembilang"] is not None
    said = f"{angka(row['pembilang'])} / {angka(row['penyebut'])}" if pair else angka(row["nilai"], desimal)
    return f"{said} ({assessed})" if (assessed := assessment(row)) else said


def _sumber(row: Row, indikator: str, periode: str, nilai: Bertanda) -> BarisSumber:
    corrected = betulan.told(row.get("dibetulkan"), row["lembar"], row["sel"])
    return BarisSumber(
        indikator=indikator,
        periode=periode,
        nilai=nilai,
        versi=str(row["versi"]),
        berkas=row["nama_berkas"] or "",
        lembar=row["lembar"] or "",
        sel=f"{row['sel'] or ''}{corrected and ' (dibetulkan)'}",
        oleh=row["oleh_nama"] or row.get("oleh") or "",
        waktu=waktu(row["pada"]).removesuffix(" WITA"),
        sidik=(row["sha256"] or "")[:8],
    )
