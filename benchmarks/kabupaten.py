"""A large record: every kecamatan of the country, 15 indikator, five years, 2.2 million realisasi."""

from pathlib import Path

import duckdb

from lakip.store import FILE_NAME, Store

UNITS, INDIKATOR, YEARS = 7288, 15, (2022, 2023, 2024, 2025, 2026)

FILL = """
create temp table u as select 'U' || lpad(n::varchar, 4, '0') as unit from range($units) t(n);
create temp table k as select n + 1 as nomor, 'I' || lpad((n + 1)::varchar, 2, '0') as kode,
    ['jumlah', 'kumulatif', 'posisi_akhir', 'rata_rata', 'rasio', 'tahunan'][n % 6 + 1] as metode,
    ['positif', 'positif', 'negatif_selisih', 'positif', 'stabil'][n % 5 + 1] as rumus from range($indikator) t(n);
create temp table y as select n::integer as tahun from range(2022, 2027) t(n);
insert into unit select unit, unit, 'Kabupaten', null, 'Tempat', false from u;
insert into pengaturan by name select unit, 'batas_rata_rata' as kunci, 2020 as mulai_tahun, '100' as nilai,
    'uji' as oleh, timestamp '2022-01-01' as pada from u;
insert into kategori select unit, 2020, s.urutan, s.nama, s.di_atas, '#000', 'x' from u, (values (1, 'Sangat Tinggi', 90),
    (2, 'Tinggi', 75), (3, 'Sedang', 65), (4, 'Rendah', 50), (5, 'Sangat Rendah', null)) s(urutan, nama, di_atas);
insert into sasaran by name select unit, 'S1' as kode, 1 as versi, 2020 as mulai_tahun, 'camat' as jenjang,
    'Sasaran' as uraian, 1 as urutan, 'uji' as oleh, timestamp '2022-01-01' as pada from u;
insert into indikator by name select unit, kode, 1 as versi, 2020 as mulai_tahun, 'S1' as sasaran, 'PEM' as bagian,
    'Indikator ' || kode as nama, '%' as satuan, if(metode = 'rasio', 'pembilang_penyebut', 'nilai') as isian, metode, rumus,
    2 as desimal, true as iku, nomor as urutan, 'uji' as oleh, timestamp '2022-01-01' as pada from u, k;
insert into dokumen_rencana by name select unit, 'pk' as jenis, tahun, 1 as versi, 'murni' as sifat, 1 as mulai_triwulan,
    'uji' as oleh, timestamp '2022-01-01' as pada from u, y;
insert into target by name select unit, kode as indikator, tahun, p.periode, 1 as pk, 1 as versi,
    if(metode = 'tahunan' and p.periode not in ('TW4', 'TH'), null, 50 + nomor + p.n) as nilai, 'uji' as oleh,
    timestamp '2022-01-01' as pada
    from u, k, y, (values ('TW1', 1), ('TW2', 2), ('TW3', 3), ('TW4', 4), ('TH', 4)) p(periode, n) order by unit, tahun, kode;
insert into realisasi by name select unit, kode as indikator, tahun, tw.n as triwulan, 1 as versi, 'terisi' as keadaan,
    if(metode = 'rasio', null, 40 + hash(unit, kode, tahun, tw.n) % 40) as nilai,
    if(metode = 'rasio', 40 + hash(unit, kode, tahun, tw.n) % 40, null) as pembilang,
    if(metode = 'rasio', 80, null) as penyebut, 'uji' as oleh, timestamp '2022-01-01' as pada
    from u, k, y, range(1, 5) tw(n) order by tahun, triwulan, unit, indikator;
insert into pembenaran by name select unit, indikator, tahun, triwulan, versi, 'uji' as oleh, pada from realisasi;
"""


def build(folder: Path, units: int = UNITS) -> Store:
    """The record as a store, filled in bulk; about 15 seconds for the whole country."""
    Store(folder).close()
    with duckdb.connect(str(folder / FILE_NAME)) as connection:
        fill = FILL.replace("$units", str(units)).replace("$indikator", str(INDIKATOR))
        for statement in fill.split(";\n"):
            connection.execute(statement)
        connection.execute("checkpoint")
    return Store(folder)
