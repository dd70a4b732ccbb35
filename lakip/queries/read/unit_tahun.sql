-- The years that an office has targets or realisasi for. Grain: one row per tahun, newest first.
select distinct tahun
from (
    select unit, tahun from target
    union all
    select unit, tahun from realisasi
) as terisi
where unit = $unit
order by tahun desc
