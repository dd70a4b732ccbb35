"""Realisasi: rows, sections and columns that say of which time, place or office a figure is (K1, K4, K5, K8)."""

from buku_kantor import Buku
from isi_kantor import IDENTITAS, KODE, KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, k, target, times, tw
from kantor_kasus import NAMA, SATUAN

from korpus import BERKAS, kasus
from korpus.bentuk import DUA, baca

AWAL, AKHIR = KODE[:5], KODE[5:]


def sebagian(kepala: str, lain: object, ini: object, judul: str = "REALISASI KINERJA TAHUN 2026") -> Buku:
    """A column beside the figures says of which time or office they are; five rows are of another."""
    b = baca(
        k(kepala, isi={x: ini if x in AWAL else lain for x in KODE}),
        k("Realisasi", isi={x: tw(2 if x in AWAL else 1)[x] for x in KODE}, benar=True, saing=True),
        judul=(judul,),
    )
    return b.tak_tercatat(*AKHIR)


# ---------------------------------------------------------------- a column that says of when or whose


@kasus("K5", terbaca=False)
def kolom_bulan_berisi_nama_bulan() -> Buku:
    return sebagian("Bulan", "Maret", "Juni", "REALISASI TRIWULAN II")


@kasus("K5", terbaca=False)
def kolom_bulan_berisi_angka() -> Buku:
    return sebagian("Bulan", 3, 6)


@kasus("K5")
def kolom_tanggal_data() -> Buku:
    return sebagian("Tanggal Data", "31 Maret 2026", "30 Juni 2026")


@kasus("K5")
def kolom_waktu_dengan_satu_sel_lain() -> Buku:
    b = sebagian("Waktu", "TW I", "TW II")
    b.ws.cell(b.letak["A-01"].baris, b.letak["A-01"].kolom - 1).value = "akhir TW II, final"
    return b


@kasus("K5")
def kolom_keterangan_data_triwulan_satu() -> Buku:
    return sebagian("Keterangan", "Data Triwulan I", "Data Triwulan II")


@kasus("K5")
def kolom_tahun_data_2025() -> Buku:
    return sebagian("Tahun Data", 2025, 2026, DUA)


@kasus("K5")
def kolom_semester() -> Buku:
    return sebagian("Semester", "II/2025", "I/2026")


@kasus("K8", tanya=BERKAS)
def judul_kecamatan_lain() -> Buku:
    b = baca(k("Realisasi", isi=tw(2), benar=True), judul=("PENGUKURAN KINERJA", "KECAMATAN AWAYAN", DUA))
    return b.tak_tercatat(*KODE)


# ---------------------------------------------------------------- sections


def bagian(
    satu: list[object], dua: list[object], isi: object = None, judul: str = "REALISASI KINERJA TAHUN 2026"
) -> Buku:
    """Five indikator in the first section, the others in the second; only the second counts."""
    b = Buku().judul(judul)
    b.tabel([*IDENTITAS, k("Realisasi", isi=isi or tw(1), benar=True)], AWAL, sela={AWAL[0]: satu})
    b.tabel([*IDENTITAS, k("Realisasi", isi=tw(2), benar=True)], AKHIR, sela={AKHIR[0]: dua}, lanjut=True)
    return b.tak_tercatat(*AWAL)


@kasus("K5")
def bagian_bernomor_di_dua_sel() -> Buku:
    return bagian(["A.", "TRIWULAN I"], ["B.", "TRIWULAN II"])


@kasus("K5")
def bagian_menurut_tahun() -> Buku:
    return bagian(["TAHUN 2025"], ["TAHUN 2026"], judul="REALISASI KINERJA TRIWULAN II")


@kasus("K5", terbaca=False)
def bagian_menurut_bulan() -> Buku:
    return bagian(["Keadaan akhir Maret"], ["Keadaan akhir Juni"])


@kasus("K5", terbaca=False)
def bagian_target_dan_bagian_realisasi() -> Buku:
    b = Buku().judul("KINERJA KECAMATAN", DUA)
    b.tabel([*IDENTITAS, k("Triwulan II", isi=target(2), benar=True)], AWAL, sela={AWAL[0]: ["A. TARGET"]})
    b.tabel(
        [*IDENTITAS, k("Triwulan II", isi=tw(2), benar=True)], AKHIR, sela={AKHIR[0]: ["B. REALISASI"]}, lanjut=True
    )
    return b.tak_tercatat(*AWAL)


# ---------------------------------------------------------------- desa in rows


@kasus("K1", terbaca=False)
def rincian_desa_di_bawah_indikator() -> Buku:
    """The kode only in the first row of its villages; their sum at the end."""
    b = Buku().judul("REALISASI PER DESA", DUA)
    b.tabel([KODE_KOLOM, NAMA_KOLOM, SATUAN_KOLOM, k("Desa"), k("Realisasi")], ())
    b.baris -= 1
    for kode in ("A-03", "A-08", "A-12"):
        for n, (desa, share) in enumerate(
            (("Tebing Tinggi", 0.5), ("Galumbang", 0.3), ("Halubau", 0.2), ("Jumlah", 1))
        ):
            row = [kode, NAMA[kode], SATUAN[kode]] if n == 0 else [None] * 3
            for column, value in enumerate([*row, desa, round(tw(2)[kode] * share)], 1):
                b.ws.cell(b.baris, column, value)
            if desa == "Jumlah":
                b.add(kode, tw(2)[kode], b.baris, 5, ((4, 4), frozenset({1, 2}), frozenset()))
            if n == 0:
                first = b.baris
            b.baris += 1
        b.benar[kode] = b.benar[kode]
        b.letak[kode] = b.letak[kode].__class__(**{**b.letak[kode].__dict__, "baris": first})
    return b


@kasus("K1", terbaca=False)
def rincian_desa_dengan_kode_digabung() -> Buku:
    b = rincian_desa_di_bawah_indikator()
    for first in (5, 9, 13):
        for column in (1, 2, 3):
            b.ws.merge_cells(start_row=first, end_row=first + 3, start_column=column, end_column=column)
    return b


@kasus("K1")
def laki_laki_dan_perempuan_di_bawah_indikator() -> Buku:
    """The row of the indikator has the whole; a. and b. below are its parts."""
    b = baca(k("Realisasi", isi=tw(2), benar=True))
    row = b.letak["A-08"].baris
    b.ws.insert_rows(row + 1, 2)
    for n, text, value in ((1, "a. Laki-laki", 70), (2, "b. Perempuan", 42)):
        b.ws.cell(row + n, 3, text), b.ws.cell(row + n, 5, value)
    for kode, one in b.letak.items():
        if one.baris > row:
            b.letak[kode] = one.__class__(**{**one.__dict__, "baris": one.baris + 2})
    return b


@kasus("K1")
def indikator_kosong_rincian_di_bawahnya() -> Buku:
    """The row of the indikator is empty: only its parts have figures."""
    b = laki_laki_dan_perempuan_di_bawah_indikator()
    return b.tulis("A-08", None, None)


def baris_berlabel(*label: tuple[str, object], kolom: str = "Uraian") -> Buku:
    """Several rows an indikator, the quarters across; only that of the realisasi counts."""
    b = Buku().judul("PENGUKURAN KINERJA TAHUN 2026")
    b.tabel([*IDENTITAS, k(kolom), *(k(f"TW {r}") for r in ("I", "II"))], ())
    b.baris -= 1
    for no, kode in enumerate(KODE, 1):
        for row, (nama, isi) in enumerate(label):
            cells = [no, kode, NAMA[kode], SATUAN[kode]] if row == 0 else [None] * 4
            for c, value in enumerate([*cells, nama, *(isi(n)[kode] for n in (1, 2))], 1):
                b.ws.cell(b.baris, c, value)
            if isi is tw:
                b.add(kode, tw(2)[kode], b.baris, 7, ((3, 3), frozenset({1}), frozenset()))
            b.baris += 1
    return b


def _uang(n: int) -> dict[str, int]:
    return dict.fromkeys(KODE, 10_000_000 * n)


@kasus("K15")
def baris_target_realisasi_dan_anggaran() -> Buku:
    return baris_berlabel(("Target", target), ("Realisasi", tw), ("Anggaran", _uang))


@kasus("K15", terbaca=False)
def baris_kinerja_dan_keuangan() -> Buku:
    return baris_berlabel(
        ("Target Kinerja", target), ("Realisasi Kinerja", tw), ("Target Anggaran", _uang), ("Realisasi Anggaran", _uang)
    )


@kasus("K15")
def baris_k_dan_rp() -> Buku:
    return baris_berlabel(("K", tw), ("Rp", _uang))


@kasus("K15", terbaca=False)
def baris_tahun_lalu_dan_tahun_ini() -> Buku:
    return baris_berlabel(("Realisasi 2025", lambda n: times(tw(n), 0.9)), ("Realisasi 2026", tw))
