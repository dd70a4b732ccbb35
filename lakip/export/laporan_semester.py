"""Laporan Kinerja Semester: the whole vocabulary of its template, and how two triwulan become one report."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lakip.akses import Pengguna
from lakip.errors import UserError
from lakip.export import (
    bahan_periode,
    baris,
    daftar,
    gambar,
    halaman,
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
)
from lakip.export.bahan_periode import BahanPeriode
from lakip.export.baris_periode import BarisAnggaranSemester, BarisBanding, BarisRekonsiliasi
from lakip.export.kepala import BarisParaf, Kepala
from lakip.export.laporan import Jenis, Lapor
from lakip.export.word import Gambar
from lakip.formatting import angka
from lakip.periode import PERIODE, ROMAWI
from lakip.sop.dasar_hukum import NASIONAL
from lakip.store import Store

JENIS = "laporan_semester"
TEMPLATE = Path(__file__).parent / "templates" / "laporan_semester.docx"


@dataclass(frozen=True)
class LaporanSemester(Kepala):
    """Every word the template may use: text as printed, rows of tables, pictures."""

    semester: str
    sem: str
    tw_1: str
    tw_2: str
    sebelumnya: str
    tahun_lalu: str
    paraf: tuple[BarisParaf, ...]
    dasar_hukum: tuple[str, ...]
    kalimat_struktur: str
    bagian: tuple[baris.BarisBagian, ...]
    kalimat_pk: str
    kalimat_pagu: str
    rencana: tuple[baris.Kelompok, ...]
    rumus: tuple[baris.BarisRumus, ...]
    skala: tuple[baris.BarisSkala, ...]
    kaidah: tuple[str, ...]
    ringkasan: tuple[str, ...]
    capaian: tuple[baris.Kelompok, ...]
    catatan_capaian: str
    kalimat_rekonsiliasi: str
    rekonsiliasi: tuple[BarisRekonsiliasi, ...]
    kalimat_rata: str
    judul_batas: str
    rata: tuple[baris.BarisRata, ...]
    gambar_capaian: tuple[Gambar, ...]
    gambar_matriks: tuple[Gambar, ...]
    kalimat_banding: str
    banding: tuple[BarisBanding, ...]
    kendala: tuple[baris.BarisKendala, ...]
    tindak_lanjut: tuple[baris.BarisTindakLanjut, ...]
    kalimat_serapan: str
    anggaran: tuple[BarisAnggaranSemester, ...]
    gambar_serapan: tuple[Gambar, ...]
    strategi: tuple[str, ...]
    aktivitas: tuple[str, ...]
    penyesuaian_anggaran: tuple[str, ...]
    kalimat_kurang: str
    kurang: tuple[baris.BarisKurang, ...]
    diketahui: tuple[baris.BarisKurang, ...]
    simpulan: tuple[str, ...]
    langkah: tuple[str, ...]
    perhitungan: tuple[baris.BarisPerhitungan, ...]
    sumber_realisasi: tuple[baris.BarisSumber, ...]
    sumber_target: tuple[baris.BarisSumber, ...]
    sumber_anggaran: tuple[baris.BarisSumber, ...]
    id_potret: str = ""
    sidik_potret: str = ""


def gather(store: Store, unit: str, tahun: int, kode: str, per: date, hari: date | None) -> BahanPeriode:
    """Raises UserError for a periode that is no semester, and when the tahun has no indikator."""
    if kode not in ("SM1", "SM2"):
        raise UserError(f"Laporan semester disusun untuk SM1 atau SM2, bukan “{kode}”.")
    return bahan_periode.gather(store, unit, tahun, kode, per, hari)


def compose(bahan: BahanPeriode, versi: int) -> LaporanSemester:
    """The words of the report. Reads nothing, records nothing."""
    gaps = kurang_periode.gaps(bahan)
    first, second = bahan.periode.triwulan
    proof = tabel_periode.reconciliation(bahan)
    batas = bahan.berlaku.batas_rata_rata
    before_tahun, before = tabel_periode.previous(bahan)
    return LaporanSemester(
        **kepala.fields(bahan, versi, gaps),
        semester=bahan.periode.nama,
        sem=f"Sem. {'I' if first == 1 else 'II'}",
        tw_1=f"TW {ROMAWI[first]}",
        tw_2=f"TW {ROMAWI[second]}",
        sebelumnya=_brief(before, before_tahun),
        tahun_lalu=_brief(bahan.periode.kode, bahan.tahun - 1),
        paraf=kepala.initials(bahan),
        dasar_hukum=bahan.dasar_hukum or NASIONAL,
        kalimat_struktur=kalimat.struktur(bahan),
        bagian=tabel.struktur(bahan),
        kalimat_pk=kalimat.pk(bahan),
        kalimat_pagu=kalimat.pagu(bahan, "Tabel 3.9"),
        rencana=tabel.rencana(bahan),
        rumus=tabel.rumus(bahan),
        skala=tabel.skala(bahan),
        kaidah=kalimat.kaidah(bahan.berlaku),
        ringkasan=kalimat_hitungan.ringkasan(bahan, "Tabel 3.3", "Tabel 3.10"),
        capaian=tabel_periode.semester(bahan),
        catatan_capaian=kalimat.catatan_capaian(bahan),
        kalimat_rekonsiliasi=kalimat_periode.reconciliation(bahan, proof),
        rekonsiliasi=proof,
        kalimat_rata=kalimat.rata(bahan),
        judul_batas="Dengan batas (tidak diatur)" if batas is None else f"Batas {angka(batas)} (%)",
        rata=tabel.rata(bahan),
        gambar_capaian=gambar.bullets(bahan),
        gambar_matriks=gambar.matrices(bahan, [f"TW{first}", f"TW{second}", bahan.periode.kode]),
        kalimat_banding=kalimat_periode.comparison(bahan),
        banding=tabel_periode.comparison(bahan),
        kendala=tabel_periode.causes(bahan),
        tindak_lanjut=tabel_periode.follow_ups(bahan),
        kalimat_serapan=kalimat_periode.spending(bahan),
        anggaran=tabel_periode.budget(bahan),
        gambar_serapan=gambar.budget(bahan),
        strategi=bahan.text("penyesuaian_strategi"),
        aktivitas=bahan.text("penyesuaian_aktivitas"),
        penyesuaian_anggaran=bahan.text("penyesuaian_anggaran"),
        kalimat_kurang=kurang.sentence(bahan, gaps),
        kurang=kurang.numbered(kurang.holding(gaps)),
        diketahui=kurang.numbered(kurang.noted(gaps)),
        simpulan=bahan.text("simpulan"),
        langkah=bahan.text("langkah"),
        perhitungan=perhitungan.table(bahan),
        sumber_realisasi=tabel.sumber_realisasi(bahan),
        sumber_target=tabel.sumber_target(bahan),
        sumber_anggaran=tabel.sumber_anggaran(bahan),
    )


KIND: Jenis[BahanPeriode] = Jenis(
    kode=JENIS,
    nama="Laporan Kinerja Semester",
    kelas=BahanPeriode,
    gather=gather,
    gaps=kurang_periode.gaps,
    compose=compose,
    templat=TEMPLATE,
    sesudah=lambda content: daftar.fill(content, halaman.of_bookmarks),
)


def build(
    store: Store, pengguna: Pengguna, unit: str, tahun: int, kode: str, per: date, tanggal: date | None = None,
    lapor: Lapor = lambda _: None,
    final: bool = False,
    menurut: Store | None = None,
) -> bytes:  # fmt: skip
    """Make, record and return the next version (.docx); see laporan.build."""
    return laporan.build(store, pengguna, KIND, unit, tahun, kode, per, tanggal, lapor, final, menurut)


def _brief(kode: str, tahun: int) -> str:
    """ "Sem. I 2025"."""
    return f"{PERIODE[kode].nama.replace('Semester', 'Sem.')} {tahun}"
