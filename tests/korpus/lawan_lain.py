"""Realisasi: whatever else stands in the workbooks of seksi (K1..K16)."""

import csv
import io

from buku_kantor import Buku
from isi_kantor import IDENTITAS, KODE, KODE_KOLOM, NAMA_KOLOM, NO, k, sd, target, times, tw
from kantor_kasus import NAMA

from korpus import kasus
from korpus.lawan import AKHIR, AWAL, DUA, baca


@kasus("K5")
def judul_di_kanan_menyebut_triwulan_satu() -> Buku:
    b = baca(k("Realisasi", isi=tw(1), benar=True), judul=("PENGUKURAN KINERJA", "TAHUN 2026"))
    b.ws["H1"] = "Periode: Triwulan I"
    return b.tak_tercatat(*KODE)


@kasus("K5")
def keadaan_per_31_maret_di_judul() -> Buku:
    b = baca(
        k("Target", isi=target(1)),
        k("Realisasi", isi=tw(1), benar=True),
        judul=("PENGUKURAN KINERJA", "KEADAAN 31 MARET 2026"),
    )
    return b.tak_tercatat(*KODE)


@kasus("K5")
def judul_akhir_maret() -> Buku:
    b = baca(
        k("Target", isi=target(1)),
        k("Realisasi", isi=tw(1), benar=True),
        judul=("PENGUKURAN KINERJA", "BULAN MARET 2026"),
    )
    return b.tak_tercatat(*KODE)


@kasus("K4", terbaca=False)
def judul_semester_satu() -> Buku:
    return baca(
        k("Target", isi=target(2)),
        k("Realisasi", isi=sd(2), benar=True, nilai=tw(2), saing=True),
        judul=("PENGUKURAN KINERJA", "SEMESTER I TAHUN 2026"),
    )


@kasus("K5")
def nama_lembar_maret() -> Buku:
    b = Buku("MARET").judul("PENGUKURAN KINERJA TAHUN 2026").tabel([*IDENTITAS, k("Realisasi", isi=tw(1), benar=True)])
    return b.tak_tercatat(*KODE)


@kasus("K5")
def lembar_per_bulan() -> Buku:
    b = (
        Buku("April")
        .judul("PENGUKURAN KINERJA TAHUN 2026")
        .tabel([*IDENTITAS, k("Realisasi", isi=times(tw(2), 0.3))], AWAL)
    )
    b.lembar("Mei").judul("PENGUKURAN KINERJA TAHUN 2026").tabel(
        [*IDENTITAS, k("Realisasi", isi=times(tw(2), 0.3), benar=True)], AKHIR
    )
    return b.tak_tercatat(*AKHIR, *AWAL)


@kasus("K1")
def realisasi_dan_realisasi_anggaran_satu_baris() -> Buku:
    uang = dict.fromkeys(KODE, 40_000_000)
    return baca(
        k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True), k("Capaian", isi=99), k("Anggaran", isi=uang), k("Realisasi Anggaran", isi=times(uang, 0.4)),
        k("Serapan", isi=40),
    )  # fmt: skip


@kasus("K13")
def realisasi_output_kegiatan_di_samping_indikator() -> Buku:
    return baca(
        k("Target", isi=target(2)),
        k("Sub Kegiatan", isi="Fasilitasi"),
        k("Output Target", isi=10),
        k("Output Realisasi", isi=6, saing=True),
        k("Realisasi", isi=tw(2), benar=True, saing=True),
    )


@kasus("K3")
def realisasi_sementara() -> Buku:
    return baca(k("Realisasi (angka sementara)", isi=tw(2), benar=True))


@kasus("K1")
def realisasi_target_prognosa_tw_tiga() -> Buku:
    return baca(
        k("Realisasi TW II", isi=tw(2), benar=True), k("Prognosa TW III", isi=tw(3)), k("Rencana TW III", isi=target(3))
    )


@kasus("K1")
def realisasi_per_minggu() -> Buku:
    b = baca(
        *(
            k("REALISASI", f"Minggu {n}", isi=times(tw(2), 0.2), saing=True, benar=True if n == 1 else None)
            for n in (1, 2, 3, 4)
        )
    )
    return b.tak_tercatat(*KODE)


@kasus("K1")
def hasil_verifikasi_di_samping_realisasi() -> Buku:
    return baca(
        k("Realisasi", isi=times(tw(2), 1.1), saing=True),
        k("Realisasi Hasil Verifikasi", isi=tw(2), benar=True, saing=True),
    )


@kasus("K1")
def kelompok_self_assessment_dan_evaluator() -> Buku:
    return baca(
        k("SELF ASSESSMENT", "Realisasi", isi=times(tw(2), 1.1), saing=True),
        k("EVALUATOR", "Realisasi", isi=tw(2), benar=True, saing=True),
    )


@kasus("K1")
def kelompok_seksi_di_kolom() -> Buku:
    b = baca(
        *(
            k(f"SEKSI {s}", "Realisasi", isi=times(tw(2), f), saing=True, benar=True if s == "PMD" else None)
            for s, f in (("PMD", 0.5), ("TRANTIB", 0.5))
        )
    )
    return b.tak_tercatat(*KODE)


@kasus("K8")
def satuan_di_kolom_berbeda() -> Buku:
    b = (
        Buku()
        .judul("PENGUKURAN KINERJA", DUA)
        .tabel(
            [
                KODE_KOLOM,
                NAMA_KOLOM,
                k("Satuan", isi={x: "%" if x == "A-04" else None for x in KODE}),
                k("Realisasi", isi=tw(2), benar=True),
            ]
        )
    )
    return b.tulis("A-04", 53.3, None)


@kasus("K8", tanya=("A-03",))
def kode_sama_di_dua_baris_nama_lain() -> Buku:
    b = baca(k("Realisasi", isi=tw(2), benar=True))
    row = b.baris_kode["A-03"]
    b.ws.cell(row, 3).value = "Jumlah pengaduan yang diterima"
    return b.tak_tercatat("A-03")


@kasus("K6")
def realisasi_rumus_teks() -> Buku:
    b = baca(k("Realisasi", isi=tw(2), benar=True))
    return b.tulis("A-03", "=1000+535", None).tulis("A-08", "=SUM(E99:E100)", None)


@kasus("K16", langsung=True)
def logo_bekukan_dan_saringan() -> Buku:
    b = Buku()
    b.baris = 6
    b.judul("PEMERINTAH KABUPATEN BALANGAN", "KECAMATAN PARINGIN SELATAN", "PENGUKURAN KINERJA " + DUA, kolom=3)
    b.tabel([*IDENTITAS, k("Target", isi=target(2)), k("Realisasi", isi=tw(2), benar=True)], mulai=2).tanda_tangan()
    b.ws.freeze_panes = "E12"
    b.ws.auto_filter.ref = f"B10:G{b.baris}"
    return b


def _csv(b: Buku) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(
        [
            ["" if c is None else str(c).replace(".", ",") if isinstance(c, float) else c for c in row]
            for row in b.ws.iter_rows(values_only=True)
        ]
    )
    return out.getvalue().encode("cp1252")


@kasus("K5", content=_csv, berkas="realisasi TW I.csv")
def csv_bernama_triwulan_satu() -> Buku:
    """Only the name of the file says that it is of the quarter before."""
    b = Buku().tabel([KODE_KOLOM, NAMA_KOLOM, k("Realisasi", isi=tw(1), benar=True)])
    return b.tak_tercatat(*KODE)


@kasus("K2")
def realisasi_lama_berhuruf_putih_atau_abu() -> Buku:
    return baca(k("Realisasi (lama)", isi=tw(1), saing=True), k("Realisasi (baru)", isi=tw(2), benar=True, saing=True))


@kasus("K1")
def lkjip_indikator_per_tabel() -> Buku:
    """One small table for each indikator, years across, as in chapter III."""
    b = Buku().judul("CAPAIAN KINERJA TAHUN 2026", DUA)
    for kode in ("A-03", "A-08"):
        b.judul(f"Tabel {kode}. {NAMA[kode]}")
        b.tabel(
            [
                NO,
                KODE_KOLOM,
                NAMA_KOLOM,
                k("Target 2026", isi=target(2)),
                k("Realisasi 2025", isi=times(tw(2), 0.9)),
                k("Realisasi 2026", isi=tw(2), benar=True),
            ],
            [kode],
        )
    return b


@kasus("K4", terbaca=False)
def realisasi_tw_i_dan_ii_digabung() -> Buku:
    return baca(k("Realisasi TW I + II", isi=sd(2), benar=True, nilai=tw(2), saing=True))


@kasus("K4", terbaca=False)
def realisasi_smt_satu() -> Buku:
    return baca(
        k("Target Smt. I", isi=sd(2)),
        k("Realisasi Smt. I", isi=sd(2), benar=True, nilai=tw(2), saing=True),
        judul=("MONEV 2026",),
    )


@kasus("K1")
def realisasi_tw_ii_tahun_lalu_di_kiri() -> Buku:
    return baca(
        k("Realisasi TW II 2025", isi=times(tw(2), 0.9)),
        k("Target TW II", isi=target(2)),
        k("Realisasi TW II", isi=tw(2), benar=True),
        judul=("PENGUKURAN KINERJA TAHUN 2026",),
    )


@kasus("K1")
def realisasi_periode_sama_tahun_lalu() -> Buku:
    return baca(
        k("Realisasi periode yang sama tahun lalu", isi=times(tw(2), 0.9), saing=True),
        k("Realisasi", isi=tw(2), benar=True),
    )


@kasus("K1")
def realisasi_thn_lalu_disingkat() -> Buku:
    return baca(
        k("REALISASI", "Th. Lalu", isi=times(tw(2), 0.9), saing=True),
        k("REALISASI", "Th. Ini", isi=tw(2), benar=True, saing=True),
    )


@kasus("K1")
def selisih_bertanda_realisasi() -> Buku:
    return baca(
        k("Target", isi=target(2)),
        k("Selisih Realisasi", isi=times(tw(2), 0.1), saing=True),
        k("Realisasi", isi=tw(2), benar=True),
    )


@kasus("K1")
def hanya_selisih_realisasi() -> Buku:
    b = baca(k("Target", isi=target(2)), k("Sisa Realisasi", isi=times(tw(2), 0.1), benar=True))
    return b.tak_tercatat(*KODE)


@kasus("K1")
def rata_rata_realisasi_tahun_lalu() -> Buku:
    b = baca(k("Target", isi=target(2)), k("Rata-rata Realisasi", isi=times(tw(2), 0.8), benar=True))
    return b.tak_tercatat(*KODE)
