-- Editions of the nomenclature, the likeliest for a tahun first: used in it, used in the newest tahun before, others.
-- Grain: one row per edition.
select n.edisi, max(a.tahun) as tahun_terakhir
from (select distinct edisi from nomenklatur) as n
left join anggaran as a
    on  a.edisi = n.edisi
    and a.unit = $unit
    and a.tahun <= $tahun
group by n.edisi
order by tahun_terakhir desc nulls last, n.edisi desc
