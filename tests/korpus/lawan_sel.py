"""Realisasi: pairs, dates, rows of sums and pages that go on (K1, K5, K12, K15, K16)."""

from datetime import date, datetime

from buku_kantor import Buku
from isi_kantor import IDENTITAS, KODE, KODE_KOLOM, NAMA_KOLOM, k, target, times, tw

from korpus import kasus
from korpus.lawan import DUA, baca, sebagian


@kasus("K5")
def kolom_tanggal_berisi_tanggal_sungguhan() -> Buku:
    return sebagian("Tanggal Data", date(2026, 3, 31), datetime(2026, 6, 30))


@kasus("K5", langsung=True)
def kolom_tanggal_input_sebulan_sama() -> Buku:
    return baca(
        k("Tanggal Input", isi={x: f"{3 + n} Juli 2026" for n, x in enumerate(KODE)}),
        k("Realisasi", isi=tw(2), benar=True),
    )


@kasus("K5", langsung=True)
def kolom_periode_penilaian_lain_tiap_baris() -> Buku:
    return baca(
        k("Realisasi", isi=tw(2), benar=True),
        k("Keterangan", isi={"A-01": "Survei Mei 2026", "A-10": "IDM 2025", "A-03": "lihat lampiran TW II"}),
    )


@kasus("K5")
def lanjutan_tanpa_judul_di_lembar_kedua() -> Buku:
    """The second half stands on another sheet without headings."""
    b = baca(k("Realisasi", isi=tw(2), benar=True))
    ws = b.wb.create_sheet("Sheet2")
    for n, kode in enumerate(("A-05", "A-06"), 1):
        ws.cell(n, 2, kode), ws.cell(n, 5, 12)
    return b


@kasus("K15")
def pecahan_ditulis_delapan_dari_lima_belas() -> Buku:
    b = baca(k("Realisasi", isi=tw(2), benar=True))
    return (
        b.tulis("A-04", "8/15", None)
        .tulis("A-02", "27/29", None)
        .tulis("A-12", "6 (enam)")
        .tulis("A-03", "1.535,00")
        .tulis("A-07", "97.40")
    )


@kasus("K16")
def baris_jumlah_tanpa_keterangan() -> Buku:
    b = baca(k("Realisasi", isi=tw(2), benar=True))
    b.ws.cell(b.baris_kode["A-12"] + 1, 5, 999)
    return b


@kasus("K1")
def rincian_seksi_di_bawah_indikator_bernomor() -> Buku:
    """a., b. stand in the column No, with figures."""
    b = baca(k("Realisasi", isi=tw(2), benar=True))
    row = b.letak["A-12"].baris
    for n, text in ((1, "a."), (2, "b.")):
        b.ws.cell(row + n, 1, text), b.ws.cell(row + n, 3, "Seksi " + text), b.ws.cell(row + n, 5, 3)
    return b


@kasus("K2", terbaca=False)
def dua_tabel_revisi_di_bawahnya() -> Buku:
    """The same table again below, with corrected figures."""
    b = Buku().judul("PENGUKURAN KINERJA", DUA).tabel([*IDENTITAS, k("Realisasi", isi=times(tw(2), 0.9))])
    return b.judul("REVISI").tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)])


@kasus("K15")
def pasangan_numerator_denominator_dan_hasil() -> Buku:
    b = Buku().judul("PENGUKURAN KINERJA", DUA)
    b.tabel(
        [
            KODE_KOLOM,
            NAMA_KOLOM,
            k("Numerator", isi={"A-05": 12}),
            k("Denominator", isi={"A-05": 15}),
            k("Realisasi", isi={**tw(2), "A-05": 80}, benar=True),
        ],
        [*KODE[:4], "A-05"],
    )
    return b.harus("A-05", (12, 15))


@kasus("K1")
def kolom_target_realisasi_setengah_digabung() -> Buku:
    """A group name merged over one column too few."""
    b = baca(
        k("TRIWULAN I", "Target", isi=target(1)),
        k("TRIWULAN I", "Realisasi", isi=tw(1)),
        k("TRIWULAN II", "Target", isi=target(2)),
        k("TRIWULAN II", "Realisasi", isi=tw(2), benar=True),
        judul=("MONEV TAHUN 2026",),
    )
    top = b.kepala[0]
    b.ws.unmerge_cells(start_row=top, end_row=top, start_column=7, end_column=8)
    return b


@kasus("K1")
def kelompok_di_tengah_tanpa_gabung() -> Buku:
    """Group names centred by hand over the middle column of three."""
    b = Buku().judul("MONEV TAHUN 2026")
    kolom = [*IDENTITAS]
    for n in (1, 2):
        kolom += [
            k(f"TRIWULAN {'I' * n}", "Target", isi=target(n), saing=True),
            k(f"TRIWULAN {'I' * n}", "Realisasi", isi=tw(n), saing=True, benar=n == 2 or None),
            k(f"TRIWULAN {'I' * n}", "%", isi=99, saing=True),
        ]
    b.tabel(kolom, gabung="sekali")
    for start in (5, 8):
        b.ws.cell(3, start + 1).value, b.ws.cell(3, start).value = b.ws.cell(3, start).value, None
    return b


@kasus("K1", terbaca=False)
def kelompok_di_kanan_tanpa_gabung() -> Buku:
    """Group names over the last of their columns."""
    b = kelompok_di_tengah_tanpa_gabung()
    for start in (5, 8):
        b.ws.cell(3, start + 2).value, b.ws.cell(3, start + 1).value = b.ws.cell(3, start + 1).value, None
    return b


@kasus("K1", terbaca=False)
def kelompok_digabung_kurang_satu_kolom() -> Buku:
    """TRIWULAN I is merged over one column too many."""
    b = Buku().judul("MONEV TAHUN 2026")
    b.tabel(
        [
            *IDENTITAS,
            k("TRIWULAN I", "Realisasi", isi=tw(1), saing=True),
            k("TRIWULAN I", "%", isi=99),
            k("TRIWULAN II", "Realisasi", isi=tw(2), saing=True, benar=True),
            k("TRIWULAN II", "%", isi=99),
        ]
    )
    b.ws.unmerge_cells("G3:H3"), b.ws.unmerge_cells("E3:F3")
    b.ws["G3"], b.ws["H3"] = None, "TRIWULAN II"
    b.ws.merge_cells("E3:G3")
    return b
