"""Laporan Kinerja Tahunan (LKjIP): the whole vocabulary of its template (PermenPAN-RB 53/2014, domain.md 2.8)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lakip import narasi
from lakip.akses import Pengguna
from lakip.export import (
    analisis,
    bahan_tahunan,
    baris,
    daftar,
    gambar,
    halaman,
    isi_rkt,
    kalimat,
    kalimat_hitungan,
    kalimat_periode,
    kepala,
    kurang,
    kurang_periode,
    laporan,
    perhitungan,
    tabel,
    tabel_periode,
    tabel_tahun_rencana,
    tabel_tahunan,
)
from lakip.export.bahan_tahunan import BahanTahunan
from lakip.export.baris_periode import BarisRekonsiliasi
from lakip.export.baris_rencana import ProgramRkt, SasaranIku, SasaranRkt
from lakip.export.baris_tahunan import (
    AnalisisSasaran,
    BarisAnggaranSasaran,
    BarisAnggaranTahun,
    BarisEfisiensi,
    BarisPagu,
    BarisPembanding,
    BarisPenunjang,
    BarisPk,
    BarisRekomendasi,
    BarisRenstra,
    BarisRenstraTahun,
    BarisTriwulan,
)
from lakip.export.kepala import BarisParaf, Kepala
from lakip.export.laporan import Jenis, Lapor
from lakip.export.word import Gambar
from lakip.formatting import angka
from lakip.store import Store

JENIS = "laporan_tahunan"
TEMPLATE = Path(__file__).parent / "templates" / "laporan_tahunan.docx"


@dataclass(frozen=True)
class LaporanTahunan(Kepala):
    """Every word the template may use: text as printed, rows of tables, pictures."""

    paraf: tuple[BarisParaf, ...]
    dasar_hukum: tuple[str, ...]
    kata_pengantar: tuple[str, ...]
    ikhtisar: tuple[str, ...]
    latar: tuple[str, ...]
    gambaran: tuple[str, ...]
    bagian: tuple[baris.BarisBagian, ...]
    sumber_daya: tuple[str, ...]
    isu: tuple[str, ...]
    perencanaan: tuple[str, ...]
    tujuan: tuple[str, ...]
    tahun_1: str
    tahun_2: str
    tahun_3: str
    tahun_4: str
    tahun_5: str
    renstra: tuple[BarisRenstraTahun, ...]
    kalimat_iku: str
    kalimat_pk: str
    kalimat_pagu: str
    pk: tuple[BarisPk, ...]
    program: tuple[BarisPagu, ...]
    rencana: tuple[baris.Kelompok, ...]
    kalimat_selisih: tuple[str, ...]
    selisih: tuple[baris.Kelompok, ...]
    rumus: tuple[baris.BarisRumus, ...]
    skala: tuple[baris.BarisSkala, ...]
    kaidah: tuple[str, ...]
    ringkasan: tuple[str, ...]
    capaian: tuple[baris.Kelompok, ...]
    catatan_capaian: str
    kalimat_rata: str
    judul_batas: str
    rata: tuple[baris.BarisRata, ...]
    gambar_capaian: tuple[Gambar, ...]
    riwayat: tuple[baris.Kelompok, ...]
    terhadap_renstra: tuple[BarisRenstra, ...]
    pembanding: tuple[BarisPembanding, ...]
    kendala: tuple[baris.BarisKendala, ...]
    kalimat_efisiensi: tuple[str, ...]
    efisiensi: tuple[BarisEfisiensi, ...]
    penunjang: tuple[BarisPenunjang, ...]
    analisis: tuple[AnalisisSasaran, ...]
    kalimat_anggaran: tuple[str, ...]
    anggaran: tuple[BarisAnggaranTahun, ...]
    gambar_serapan: tuple[Gambar, ...]
    anggaran_sasaran: tuple[BarisAnggaranSasaran, ...]
    triwulan: tuple[BarisTriwulan, ...]
    gambar_matriks: tuple[Gambar, ...]
    kalimat_rekonsiliasi: str
    rekonsiliasi: tuple[BarisRekonsiliasi, ...]
    kalimat_lhe: tuple[str, ...]
    tindak_lanjut_lhe: tuple[BarisRekomendasi, ...]
    kalimat_kurang: str
    kurang: tuple[baris.BarisKurang, ...]
    diketahui: tuple[baris.BarisKurang, ...]
    simpulan: tuple[str, ...]
    langkah: tuple[str, ...]
    iku: tuple[SasaranIku, ...]
    seluruh_rencana: tuple[baris.Kelompok, ...]
    rkt: tuple[SasaranRkt, ...]
    program_rkt: tuple[ProgramRkt, ...]
    jumlah_rkt: str
    seluruh_capaian: tuple[baris.Kelompok, ...]
    perhitungan: tuple[baris.BarisPerhitungan, ...]
    sumber_realisasi: tuple[baris.BarisSumber, ...]
    sumber_target: tuple[baris.BarisSumber, ...]
    sumber_anggaran: tuple[baris.BarisSumber, ...]
    id_potret: str = ""
    sidik_potret: str = ""


def compose(bahan: BahanTahunan, versi: int) -> LaporanTahunan:
    """The words of the report. Reads nothing, records nothing."""
    utama = bahan.utama
    gaps = kurang_periode.gaps(bahan)
    proof = tabel_periode.reconciliation(bahan)
    batas = bahan.berlaku.batas_rata_rata
    rkt = isi_rkt.marked(bahan.rkt, bahan.tahun, {r["nama"]: r["kode"] for r in bahan.rencana.iter_rows(named=True)})
    return LaporanTahunan(
        **kepala.fields(bahan, versi, gaps),
        paraf=kepala.initials(bahan),
        dasar_hukum=bahan.dasar_hukum,
        **_narrative(bahan),
        bagian=tabel.struktur(bahan),
        tujuan=tuple(bahan.tujuan["uraian"]),
        **_years(bahan),
        renstra=tabel_tahun_rencana.renstra(bahan),
        kalimat_iku=kalimat.iku(utama),
        kalimat_pk=f"{kalimat.pk(utama)}{kalimat.pk_before(bahan.pk_versi)}",
        kalimat_pagu=kalimat.pagu(bahan, "Tabel 3.10"),
        pk=tabel_tahun_rencana.pk(bahan),
        program=tabel_tahun_rencana.programs(bahan),
        rencana=tabel.rencana(utama),
        kalimat_selisih=narasi.sentences(bahan.text("selisih")),
        selisih=tabel_tahun_rencana.differences(bahan),
        rumus=tabel.rumus(utama),
        skala=tabel.skala(bahan),
        kaidah=kalimat.kaidah(bahan.berlaku),
        ringkasan=kalimat_hitungan.ringkasan(utama, "Tabel 3.2", "Tabel 3.14"),
        capaian=tabel_tahunan.achievement(utama),
        catatan_capaian=kalimat.catatan_capaian(utama),
        kalimat_rata=kalimat.rata(bahan),
        judul_batas="Dengan batas (tidak diatur)" if batas is None else f"Batas {angka(batas)} (%)",
        rata=tabel.rata(utama),
        gambar_capaian=gambar.bullets(utama),
        riwayat=tabel_tahunan.history(utama),
        terhadap_renstra=tabel_tahunan.towards_renstra(utama),
        pembanding=tabel_tahunan.compared(utama),
        kendala=tabel_periode.causes(utama),
        efisiensi=tabel_tahunan.efficiency(bahan),
        penunjang=tabel_tahunan.supporting(bahan),
        analisis=analisis.per_sasaran(bahan),
        anggaran=tabel_tahun_rencana.budget(bahan),
        gambar_serapan=gambar.budget(bahan),
        anggaran_sasaran=tabel_tahun_rencana.by_goal(bahan),
        triwulan=tabel_tahunan.quarters(utama),
        gambar_matriks=gambar.matrices(utama, ["TW1", "TW2", "TW3", "TW4", "TH"]),
        kalimat_rekonsiliasi=kalimat_periode.reconciliation(bahan, proof),
        rekonsiliasi=proof,
        kalimat_lhe=tabel_tahunan.evaluation_text(bahan),
        tindak_lanjut_lhe=tabel_tahunan.evaluation(bahan),
        kalimat_kurang=kurang.sentence(bahan, gaps),
        kurang=kurang.numbered(kurang.holding(gaps)),
        diketahui=kurang.numbered(kurang.noted(gaps)),
        iku=bahan.iku.iku,
        seluruh_rencana=tabel.rencana(bahan),
        rkt=rkt.rkt,
        program_rkt=rkt.program,
        jumlah_rkt=tabel_tahun_rencana.total_rkt(bahan),
        seluruh_capaian=tabel_tahunan.achievement(bahan),
        perhitungan=perhitungan.table(bahan),
        sumber_realisasi=tabel.sumber_realisasi(bahan),
        sumber_target=tabel.sumber_target(bahan),
        sumber_anggaran=tabel.sumber_anggaran(bahan),
    )


KIND: Jenis[BahanTahunan] = Jenis(
    kode=JENIS,
    nama="Laporan Kinerja Tahunan (LKjIP)",
    kelas=BahanTahunan,
    gather=bahan_tahunan.gather,
    gaps=kurang_periode.gaps,
    compose=compose,
    templat=TEMPLATE,
    sesudah=lambda content: daftar.fill(content, halaman.of_bookmarks),
)


def build(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, kode: str, per: date, tanggal: date | None = None,
    lapor: Lapor = lambda _: None, final: bool = False, menurut: Store | None = None,
) -> bytes:  # fmt: skip
    """Make, record and return the next version (.docx); see laporan.build."""
    return laporan.build(store, pengguna, KIND, unit, tahun, kode, per, tanggal, lapor, final, menurut)


def _years(bahan: BahanTahunan) -> dict[str, Any]:
    return {f"tahun_{n}": year for n, year in enumerate(tabel_tahun_rencana.renstra_years(bahan), 1)}


def _narrative(bahan: BahanTahunan) -> dict[str, Any]:
    """The sections of the narrative that stand by themselves."""
    names = {
        "kata_pengantar": "kata_pengantar",
        "ikhtisar": "ikhtisar",
        "latar": "latar",
        "gambaran": "gambaran",
        "sumber_daya": "sumber_daya",
        "isu": "isu",
        "perencanaan": "perencanaan",
        "kalimat_efisiensi": "efisiensi",
        "kalimat_anggaran": "anggaran",
        "simpulan": "simpulan",
        "langkah": "langkah",
    }
    return {field: bahan.text(kunci) for field, kunci in names.items()}
