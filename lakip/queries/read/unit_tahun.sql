-- The years that an office has targets, realisasi or a budget for. Grain: one row per tahun, newest first.
select distinct tahun
from (
    select unit, tahun from target
    union all
    select unit, tahun from realisasi
    union all
    select unit, tahun from anggaran
) as terisi
where unit = $unit
order by tahun desc
