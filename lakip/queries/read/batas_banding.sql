-- What each cap makes of the averages of one unit, tahun and periode: per sasaran, and over the Camat's indikator
-- (sasaran null). Counted are the complete, confirmed figures only, as in read/rata_rata.sql.
-- Grain: one row per sasaran, and one for the whole.
with angka as (
    select c.sasaran, s.uraian, s.urutan, s.jenjang, if(c.sementara, null, c.capaian_persen) as nilai
    from capaian_periode($tahun, [$periode], $per) as c
    inner join sasaran_tahun($tahun) as s
        on  s.unit = c.unit
        and s.kode = c.sasaran
    where c.unit = $unit
),
semua as (
    select sasaran, uraian, urutan, nilai
    from angka
    union all
    select null, null, null, nilai
    from angka
    where jenjang = 'camat'
)
select
    sasaran,
    any_value(uraian) as uraian,
    count(nilai) as dihitung,
    cast(sum(nilai) / nullif(count(nilai), 0) as decimal(38, 10)) as tanpa_batas,
    cast(sum(dibatasi(nilai, 100)) / nullif(count(nilai), 0) as decimal(38, 10)) as batas_100,
    cast(sum(dibatasi(nilai, 110)) / nullif(count(nilai), 0) as decimal(38, 10)) as batas_110,
    cast(sum(dibatasi(nilai, 120)) / nullif(count(nilai), 0) as decimal(38, 10)) as batas_120,
    cast(sum(dibatasi(nilai, 150)) / nullif(count(nilai), 0) as decimal(38, 10)) as batas_150
from semua
group by sasaran
order by any_value(urutan) nulls last, sasaran
