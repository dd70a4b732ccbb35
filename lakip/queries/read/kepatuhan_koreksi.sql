-- How often the figures of a tahun were saved again with another content. Grain: one row per indikator corrected,
-- the most corrected first.
select
    r.indikator as kode,
    i.nama,
    i.bagian,
    b.nama as bagian_nama,
    cast(sum(r.versi - 1) as integer) as koreksi,
    list_sort(list(r.triwulan) filter (where r.versi > 1)) as triwulan
from (
    select
        indikator,
        triwulan,
        max(versi) as versi
    from realisasi
    where unit = $unit and tahun = $tahun
    group by indikator, triwulan
) as r
inner join indikator_tahun($tahun) as i
    on  i.unit = $unit
    and i.kode = r.indikator
left join bagian as b
    on  b.unit = i.unit
    and b.bagian = i.bagian
group by r.indikator, i.nama, i.bagian, b.nama
having sum(r.versi - 1) > 0
order by koreksi desc, kode
