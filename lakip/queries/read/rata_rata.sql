-- Averages of one unit, tahun and periode: per sasaran, and overall (sasaran null) over the Camat-level
-- indikator only, because lower levels are the same work counted again. Only complete, confirmed figures enter;
-- `dihitung` of `jumlah` says how many. Kategori is read off the capped average.
-- Grain: one row per periode and sasaran, and one per periode for the whole.
with angka as (
    select c.unit, c.periode, c.sasaran, s.uraian, s.jenjang, s.urutan, c.batas, c.kategori,
        if(c.sementara, null, c.capaian_persen) as nilai
    from capaian_periode($tahun, $periode, $per) as c
    inner join sasaran_tahun($tahun) as s
        on  s.unit = c.unit
        and s.kode = c.sasaran
    where c.unit = $unit
),
rata as (
    select
        unit,
        periode,
        sasaran,
        any_value(uraian) as uraian,
        any_value(jenjang) as jenjang,
        any_value(urutan) as urutan,
        any_value(batas) as batas,
        count(*) as jumlah,
        count(nilai) as dihitung,
        cast(sum(nilai) / nullif(count(nilai), 0) as decimal(38, 10)) as tanpa_batas,
        cast(sum(dibatasi(nilai, batas)) / nullif(count(nilai), 0) as decimal(38, 10)) as dengan_batas
    from angka
    group by unit, periode, sasaran
    union all
    select
        unit,
        periode,
        null,
        null,
        'camat',
        null,
        any_value(batas),
        count(*),
        count(nilai),
        cast(sum(nilai) / nullif(count(nilai), 0) as decimal(38, 10)),
        cast(sum(dibatasi(nilai, batas)) / nullif(count(nilai), 0) as decimal(38, 10))
    from angka
    where jenjang = 'camat'
    group by unit, periode
)
select r.* exclude (unit, urutan), k.nama as kategori
from rata as r
left join kategori_tahun($tahun) as k
    on  k.unit = r.unit
    and dalam_kategori(r.dengan_batas, k.di_atas, k.sampai)
order by r.periode, r.urutan nulls last, r.sasaran
