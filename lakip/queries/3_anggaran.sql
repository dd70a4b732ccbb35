-- The budget tree. Only sub kegiatan carry money; kegiatan, program and total are always sums of them.

-- Pagu of each sub kegiatan: after a DPPA its perubahan, else its murni.
-- Grain: one row per unit, tahun and sub kegiatan; pagu_perubahan null: the DPPA says nothing of it.
create or replace view anggaran_berlaku as

select
    unit,
    tahun,
    kode,
    arg_max(edisi, urut) as edisi,
    max(pagu_rupiah) filter (where sifat = 'murni') as pagu_murni_rupiah,
    max(pagu_rupiah) filter (where sifat = 'perubahan') as pagu_perubahan_rupiah,
    arg_max(pagu_rupiah, urut) as pagu_rupiah
from (
    select *, if(sifat = 'perubahan', 2, 1) as urut
    from anggaran
    qualify row_number() over (partition by unit, tahun, kode, sifat order by versi desc) = 1
)
group by unit, tahun, kode;

-- Newest realisasi of each quarter. Grain: one row per unit, tahun, sub kegiatan and triwulan saved.
create or replace view realisasi_anggaran_terbaru as

select *
from realisasi_anggaran
qualify row_number() over (partition by unit, tahun, kode, triwulan order by versi desc) = 1;

-- Money of each sub kegiatan up to and including a quarter.
-- Grain: one row per unit, tahun and sub kegiatan with a pagu; a quarter not yet saved is null, never 0.
create or replace macro anggaran_sub(p_tahun, p_triwulan) as table

select
    a.unit,
    a.kode,
    a.edisi,
    a.pagu_murni_rupiah,
    a.pagu_perubahan_rupiah,
    a.pagu_rupiah,
    max(r.realisasi_rupiah) filter (where r.triwulan = 1) as tw1_rupiah,
    max(r.realisasi_rupiah) filter (where r.triwulan = 2) as tw2_rupiah,
    max(r.realisasi_rupiah) filter (where r.triwulan = 3) as tw3_rupiah,
    max(r.realisasi_rupiah) filter (where r.triwulan = 4) as tw4_rupiah,
    max(r.realisasi_rupiah) filter (where r.triwulan = p_triwulan) as realisasi_rupiah,
    sum(r.realisasi_rupiah) as realisasi_sd_rupiah
from anggaran_berlaku as a
left join realisasi_anggaran_terbaru as r
    on  r.unit = a.unit
    and r.tahun = a.tahun
    and r.kode = a.kode
    and r.triwulan <= p_triwulan
where a.tahun = p_tahun
group by all;

-- A code lies below itself and below every code that it begins with.
create or replace macro di_bawah(kode, induk) as
    kode = induk or starts_with(kode, induk || '.');

-- Every node of the tree with the sums of what lies below it, and the whole office (kode null, jenjang total).
-- Grain: one row per unit and node.
create or replace macro anggaran_pohon(p_tahun, p_triwulan) as table

with simpul as (
    select s.*, n.kode as simpul, n.jenjang, n.nama
    from anggaran_sub(p_tahun, p_triwulan) as s
    inner join nomenklatur as n
        on  n.edisi = s.edisi
        and di_bawah(s.kode, n.kode)
    union all
    select s.*, null, 'total', 'Jumlah'
    from anggaran_sub(p_tahun, p_triwulan) as s
)

select
    unit,
    simpul as kode,
    jenjang,
    any_value(nama) as nama,
    cast(sum(pagu_murni_rupiah) as bigint) as pagu_murni_rupiah,
    cast(sum(pagu_perubahan_rupiah) as bigint) as pagu_perubahan_rupiah,
    cast(sum(pagu_rupiah) as bigint) as pagu_rupiah,
    cast(sum(tw1_rupiah) as bigint) as tw1_rupiah,
    cast(sum(tw2_rupiah) as bigint) as tw2_rupiah,
    cast(sum(tw3_rupiah) as bigint) as tw3_rupiah,
    cast(sum(tw4_rupiah) as bigint) as tw4_rupiah,
    cast(sum(realisasi_rupiah) as bigint) as realisasi_rupiah,
    cast(sum(realisasi_sd_rupiah) as bigint) as realisasi_sd_rupiah,
    cast(sum(pagu_rupiah) - coalesce(sum(realisasi_sd_rupiah), 0) as bigint) as sisa_rupiah,
    persen(sum(realisasi_sd_rupiah), sum(pagu_rupiah)) as serapan_persen
from simpul
group by unit, simpul, jenjang;
