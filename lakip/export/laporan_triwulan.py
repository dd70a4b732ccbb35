"""Laporan Kinerja Triwulan: the whole vocabulary of its template, and how figures become its words."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lakip.akses import Pengguna
from lakip.export import bahan as sumber
from lakip.export import (
    baris,
    daftar,
    gambar,
    halaman,
    kalimat,
    kalimat_hitungan,
    kepala,
    kurang,
    laporan,
    perhitungan,
    tabel,
)
from lakip.export.bahan import Bahan
from lakip.export.kepala import BarisParaf, Kepala
from lakip.export.laporan import Jenis, Lapor
from lakip.export.word import Gambar
from lakip.formatting import angka
from lakip.periode import ROMAWI
from lakip.sop.dasar_hukum import NASIONAL
from lakip.store import Store

JENIS = "laporan_triwulan"
TEMPLATE = Path(__file__).parent / "templates" / "laporan_triwulan.docx"


@dataclass(frozen=True)
class LaporanTriwulan(Kepala):
    """Every word the template may use: text as printed, rows of tables, pictures."""

    triwulan: str
    tw: str
    paraf: tuple[BarisParaf, ...]
    dasar_hukum: tuple[str, ...]
    kalimat_struktur: str
    bagian: tuple[baris.BarisBagian, ...]
    kalimat_pk: str
    rencana: tuple[baris.Kelompok, ...]
    kalimat_pagu: str
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
    gambar_matriks: tuple[Gambar, ...]
    kendala: tuple[baris.BarisKendala, ...]
    tindak_lanjut: tuple[baris.BarisTindakLanjut, ...]
    tindak_lanjut_kosong: str
    kalimat_serapan: str
    anggaran: tuple[baris.BarisAnggaran, ...]
    gambar_serapan: tuple[Gambar, ...]
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


def build(
    store: Store,
    pengguna: Pengguna,
    unit: str,
    tahun: int,
    kode_periode: str,
    per: date,
    tanggal_ttd: date | None = None,
    lapor: Lapor = lambda _: None,
    final: bool = False,
    menurut: Store | None = None,
) -> bytes:
    """Make, record and return the next version (.docx) of one triwulan, TW1..TW4; see laporan.build."""
    return laporan.build(store, pengguna, KIND, unit, tahun, kode_periode, per, tanggal_ttd, lapor, final, menurut)


def compose(bahan: Bahan, versi: int) -> LaporanTriwulan:
    """The words of the report. Reads nothing, records nothing."""
    gaps = kurang.gaps(bahan)
    kalimat_kurang = kurang.sentence(bahan, gaps)
    batas = bahan.berlaku.batas_rata_rata
    return LaporanTriwulan(
        **kepala.fields(bahan, versi, gaps),
        triwulan=bahan.periode.nama,
        tw=f"TW {ROMAWI[bahan.triwulan]}",
        paraf=kepala.initials(bahan),
        dasar_hukum=bahan.dasar_hukum or NASIONAL,
        kalimat_struktur=kalimat.struktur(bahan),
        bagian=tabel.struktur(bahan),
        kalimat_pk=kalimat.pk(bahan),
        rencana=tabel.rencana(bahan),
        kalimat_pagu=kalimat.pagu(bahan),
        rumus=tabel.rumus(bahan),
        skala=tabel.skala(bahan),
        kaidah=kalimat.kaidah(bahan.berlaku),
        ringkasan=kalimat_hitungan.ringkasan(bahan),
        capaian=tabel.capaian(bahan),
        catatan_capaian=kalimat.catatan_capaian(bahan),
        kalimat_rata=kalimat.rata(bahan),
        judul_batas="Dengan batas (tidak diatur)" if batas is None else f"Batas {angka(batas)} (%)",
        rata=tabel.rata(bahan),
        gambar_capaian=gambar.bullets(bahan),
        gambar_matriks=gambar.matrices(bahan, ("TW1", "TW2", "TW3", "TW4")) if bahan.triwulan > 1 else (),
        kendala=tabel.kendala(bahan),
        tindak_lanjut=tabel.tindak_lanjut(bahan),
        tindak_lanjut_kosong=_no_follow_up(bahan),
        kalimat_serapan=kalimat.serapan(bahan),
        anggaran=tabel.anggaran(bahan),
        gambar_serapan=gambar.budget(bahan),
        kalimat_kurang=kalimat_kurang,
        kurang=kurang.numbered(kurang.holding(gaps)),
        diketahui=kurang.numbered(kurang.noted(gaps)),
        simpulan=kalimat_hitungan.simpulan(bahan, kalimat_kurang),
        langkah=kalimat_hitungan.langkah(bahan),
        perhitungan=perhitungan.table(bahan),
        sumber_realisasi=tabel.sumber_realisasi(bahan),
        sumber_target=tabel.sumber_target(bahan),
        sumber_anggaran=tabel.sumber_anggaran(bahan),
    )


KIND: Jenis[Bahan] = Jenis(
    kode=JENIS,
    nama="Laporan Kinerja Triwulan",
    kelas=Bahan,
    gather=sumber.gather,
    gaps=kurang.gaps,
    compose=compose,
    templat=TEMPLATE,
    sesudah=lambda content: daftar.fill(content, halaman.of_bookmarks),
)


# ---------------------------------------------------------------- inside


def _no_follow_up(bahan: Bahan) -> str:
    if bahan.triwulan == 1:
        return f"Tidak ada triwulan sebelumnya pada tahun {bahan.tahun}."
    return f"Tidak ada tindak lanjut yang dicatat pada Triwulan {ROMAWI[bahan.triwulan - 1]}."
