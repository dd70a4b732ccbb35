"""The sentences of a report, each made from the figures: the same figures give the same words.

Every figure in them carries its code (lakip.sumber).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import polars as pl

from lakip import formatting, sumber
from lakip.export.bahan import Bahan, Row
from lakip.export.tabel import count, money
from lakip.formatting import angka, tanggal, terbilang
from lakip.narasi import hitungan, pola_kantor
from lakip.narasi.arah import SERATUS
from lakip.pengaturan import Berlaku
from lakip.periode import ROMAWI
from lakip.realisasi import assessment
from lakip.rencana import PkVersion

NBSP = "\u00a0"
JENIS_BAGIAN = {"sekretariat": "sekretariat", "subbag": "subbagian", "seksi": "seksi", "kelurahan": "kelurahan"}


def rupiah(nilai: int) -> str:
    """Rp 1.234.567, never broken over two lines."""
    return formatting.rupiah(nilai).replace(" ", NBSP)


def persen(nilai: Decimal) -> str:
    """98,40 %, never broken over two lines."""
    return formatting.persen(nilai).replace(" ", NBSP)


def many(bahan: Bahan, apa: str, besaran: str, n: int) -> str:
    """9 (sembilan), the figure with the code of what was counted."""
    return f"{count(bahan, apa, besaran, str(n))} ({terbilang(n)})"


def deret(parts: Sequence[str]) -> str:
    """a, b, dan c."""
    if len(parts) < 3:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"


def masa(bahan: Bahan) -> str:
    """The periode inside a sentence: "Triwulan I Tahun 2026", "tahun 2025"."""
    return f"tahun {bahan.tahun}" if bahan.periode.kode == "TH" else bahan.periode.label(bahan.tahun)


def struktur(bahan: Bahan) -> str:
    counts = Counter(b.jenis for b in bahan.bagian)
    parts = [
        f"{many(bahan, 'bagian', jenis, counts[jenis])} {nama}" for jenis, nama in JENIS_BAGIAN.items() if counts[jenis]
    ]
    if not parts:
        return f"Susunan organisasi {bahan.identitas.nama} belum didaftarkan."
    return (
        f"Camat dibantu oleh Sekretaris Kecamatan serta {deret(parts)}. Setiap bagian bertanggung jawab mengumpulkan "
        "dan membenarkan data indikator kinerjanya, sebagaimana Tabel 1.1."
    )


def pk(bahan: Bahan) -> str:
    if bahan.pk is None:
        return f"Perjanjian Kinerja Tahun {bahan.tahun} belum dicatat."
    sejak = (
        "" if bahan.pk["sifat"] == "murni" else f", yang berlaku sejak Triwulan {ROMAWI[bahan.pk['mulai_triwulan']]}"
    )
    called, number = _called(bahan.pk["sifat"]), _number(bahan.pk["nomor"], bahan.pk["tanggal"])
    return (
        f"Target kinerja dalam laporan ini berpedoman pada {called} Tahun {bahan.tahun}{number}{sejak}. "
        f"{_pledged(bahan)}"
    )


def pk_before(versions: Sequence[PkVersion]) -> str:
    """What the last Perjanjian Kinerja took the place of, where there is one."""
    named = [f"{_called(pk.sifat)}{_number(pk.nomor, pk.tanggal)}" for pk in versions[:-1]]
    return f" Sebelumnya berlaku {deret(named)}." if named else ""


def iku(bahan: Bahan) -> str:
    """Which of the indikator of the Perjanjian Kinerja are IKU, and which are pledged beside them."""
    others = bahan.rencana.filter(~pl.col("iku"))
    every = many(bahan, "pk", "camat", bahan.rencana.height)
    if others.is_empty():
        return f"Seluruh {every} indikator kinerja Camat dalam Perjanjian Kinerja adalah IKU."
    named = [f"{r['kode']} {r['nama']}" for r in others.iter_rows(named=True)]
    counted = many(bahan, "pk", "iku", bahan.rencana.height - others.height)
    return (
        f"Dari {every} indikator kinerja Camat dalam Perjanjian Kinerja, {counted} adalah IKU. Yang diperjanjikan di "
        f"luar IKU adalah {deret(named)}."
    )


def pagu(bahan: Bahan, tabel: str = "Tabel 3.7") -> str:
    whole = _total(bahan)
    if whole is None:
        return f"Pagu anggaran tahun {bahan.tahun} belum diisi."
    programs = bahan.pohon.filter(pl.col("jenjang") == "program").height
    berubah = " setelah perubahan" if whole["pagu_perubahan_rupiah"] is not None else ""
    words = _uang(bahan, whole, "pagu", terbilang(whole["pagu_rupiah"]))
    return (
        f"Untuk mencapai target Perjanjian Kinerja, {bahan.identitas.nama} mengelola "
        f"{many(bahan, 'program', 'jumlah', programs)} program dengan pagu anggaran{berubah} sebesar "
        f"{_rupiah(bahan, whole, 'pagu')} ({words} rupiah). "
        f"Rinciannya disajikan pada {tabel}."
    )


def kaidah(berlaku: Berlaku) -> tuple[str, ...]:
    """The rules behind the figures, with the settings in force."""
    batas = berlaku.batas_rata_rata
    return (
        "Perhitungan memakai angka yang tidak dibulatkan. Pembulatan dilakukan satu kali, pada saat dicetak; nilai "
        "tengah dibulatkan ke atas.",
        "Kategori dibaca dari capaian yang telah dibulatkan dua desimal.",
        "Realisasi sampai dengan triwulan dihitung dari data setiap triwulan menurut metode indikatornya: jumlah, "
        "kumulatif, posisi akhir, rata-rata, rasio (jumlah pembilang dibagi jumlah penyebut), atau tahunan.",
        "Kemajuan membandingkan realisasi sampai dengan triwulan terhadap target tahun, tanpa kategori. Untuk "
        "indikator makin rendah makin baik dicetak berapa dari batas tahunan yang telah terpakai.",
        "Indikator yang belum lengkap atau belum dibenarkan bersifat sementara: tidak diberi kategori dan tidak masuk "
        "rata-rata.",
        "Data yang belum ada dicetak dengan tanda – beserta alasannya, dan tidak pernah dihitung nol. Triwulan yang "
        "datanya dinyatakan tidak tersedia, dengan alasannya, tidak ikut dihitung.",
        "Rata-rata tidak dibatasi."
        if batas is None
        else f"Rata-rata dicetak dua kali: tanpa batas, dan dengan batas {angka(batas)}, yaitu capaian di atas "
        f"{angka(batas)} dihitung {angka(batas)} dan capaian di bawah 0 dihitung 0.",
        "Untuk target nol pada indikator selain makin tinggi makin baik, realisasi nol bernilai 100 dan realisasi di "
        "atas nol bernilai 0."
        if berlaku.target_nol
        else "Untuk target nol, capaian tidak dihitung.",
        f"Pada rumus T / R, realisasi nol dengan target di atas nol bernilai {angka(batas or SERATUS)}.",
    )


def rata(bahan: Bahan) -> str:
    whole = bahan.rata.filter(pl.col("sasaran").is_null()).row(0, named=True)
    if whole["tanpa_batas"] is None:
        return "Belum ada indikator yang lengkap, sehingga rata-rata capaian belum dapat dihitung."
    batas = bahan.berlaku.batas_rata_rata

    def figure(besaran: str, teks: str) -> str:
        return sumber.tandai(sumber.rata(None, bahan.tahun, bahan.periode.kode, besaran), teks)

    capped = ""
    if batas is not None:
        capped = f", atau {figure('dengan_batas', persen(whole['dengan_batas']))} dengan batas {angka(batas)}"
    based = figure("dasar", f"{whole['dihitung']} dari {whole['jumlah']} indikator")
    return (
        f"Rata-rata capaian seluruh indikator kinerja Camat pada {masa(bahan)} adalah "
        f"{figure('tanpa_batas', persen(whole['tanpa_batas']))} tanpa batas{capped}, termasuk kategori "
        f"{whole['kategori']}. Yang masuk hitungan adalah {based}."
    )


def catatan_capaian(bahan: Bahan) -> str:
    """The notes under the main table."""
    absent = [
        f"{kode}: {saved['alasan'] or 'alasan belum dicatat'}"
        for kode in bahan.kini["kode"]
        if (saved := bahan.figure(kode, bahan.triwulan)) and saved["keadaan"] == "tidak_tersedia"
    ]
    note = (
        "Catatan: tanda – berarti tidak ada angka; alasannya pada kolom kategori atau keadaan. Keterangan seperti "
        "1/2 TW berarti angka itu baru memuat satu dari dua triwulan yang harus diisi."
    )
    note += f" Tidak tersedia: {'; '.join(absent)}." if absent else ""
    return f"{note}{''.join(f' {line}.' for line in _assessed(bahan))}"


def _assessed(bahan: Bahan) -> Iterator[str]:
    """The figures behind this periode that assess another tahun: the last one of each indikator counts."""
    for kode in bahan.kini["kode"]:
        found = [saved for n in bahan.periode.triwulan if (saved := bahan.figure(kode, n))]
        if said := next((s for saved in reversed(found) if (s := assessment(saved))), ""):
            yield f"Realisasi {kode} adalah {said}"


def serapan(bahan: Bahan) -> str:
    whole, label = _total(bahan), bahan.periode.nama
    if whole is None:
        return f"Pagu anggaran tahun {bahan.tahun} belum diisi, sehingga serapan belum dapat dihitung."
    pagu = _rupiah(bahan, whole, "pagu")
    if whole["realisasi_sd_rupiah"] is None:
        return f"Realisasi anggaran sampai dengan {label} belum diisi; pagunya {pagu}."
    quarter = _rupiah(bahan, whole, "realisasi")
    return (
        f"Sampai dengan {bahan.periode.label(bahan.tahun)}, realisasi anggaran berjumlah "
        f"{_rupiah(bahan, whole, 'realisasi_sd')} dari pagu {pagu}, atau terserap "
        f"{_uang(bahan, whole, 'serapan', persen(whole['serapan_persen']))}, dengan sisa "
        f"{_rupiah(bahan, whole, 'sisa')}. Realisasi pada {label}: {quarter}."
    )


def kurang(bahan: Bahan, kurang: int, catatan: int) -> str:
    """`kurang`: what is missing; `catatan`: what holds nothing back, such as a figure that there is none of."""
    noted = (
        f"Dicatat pula {many(bahan, 'laporan', 'tak_tersedia', catatan)} hal untuk diketahui, yang tidak menahan "
        "laporan ini."
        if catatan
        else ""
    )
    if not kurang:
        return noted or "Seluruh data yang diminta laporan ini telah lengkap dan dibenarkan pada saat laporan disusun."
    said = (
        f"Terdapat {many(bahan, 'laporan', 'kurang', kurang)} hal yang belum lengkap pada saat laporan ini disusun. "
        "Selama hal tersebut belum dilengkapi, laporan ini bersifat sementara."
    )
    return f"{said} {noted}".strip()


# ---------------------------------------------------------------- inside


def _called(sifat: str) -> str:
    return "Perjanjian Kinerja" if sifat == "murni" else "Perjanjian Kinerja Perubahan"


def _number(nomor: str | None, hari: date | None) -> str:
    """ " Nomor ... tanggal ...", as far as they are recorded."""
    return (f" Nomor {nomor}" if nomor else "") + (f" tanggal {tanggal(hari)}" if hari else "")


def _pledged(bahan: Bahan) -> str:
    """What the papers of the Perjanjian Kinerja hold, and what of this report is in none of them."""
    plan = list(bahan.rencana.iter_rows(named=True))
    pledged, own = [r for r in plan if r["sasaran"]], hitungan.of_camat(plan)

    def of(besaran: str, rows: Sequence[Row]) -> str:
        return many(bahan, "pk", besaran, len(rows))

    def goals(besaran: str, rows: Sequence[Row]) -> str:
        return many(bahan, "pk", besaran, len({r["sasaran"] for r in rows}))

    said = pola_kantor.PK_CAMAT.format(jumlah=of("camat", own), sasaran=goals("sasaran_camat", own))
    if len(pledged) > len(own):
        said = pola_kantor.PK_SEMUA.format(
            camat=said, semua=of("semua", pledged), sasaran_semua=goals("sasaran_semua", pledged)
        )
    outputs = [r for r in plan if not r["sasaran"]]
    beside = f" {pola_kantor.PK_KELUARAN.format(keluaran=of('keluaran', outputs))}" if outputs else ""
    return f"{said}.{beside}"


def _total(bahan: Bahan) -> Row | None:
    rows = bahan.pohon.filter(pl.col("jenjang") == "total")
    return None if rows.is_empty() else rows.row(0, named=True)


def _uang(bahan: Bahan, whole: Row, besaran: str, teks: str) -> str:
    return money(bahan, whole, bahan.periode.kode, besaran, teks)


def _rupiah(bahan: Bahan, whole: Row, besaran: str) -> str:
    nilai = whole[f"{besaran}_rupiah"]
    return _uang(bahan, whole, besaran, "belum diisi" if nilai is None else rupiah(nilai))
