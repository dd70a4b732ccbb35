-- The settings in force in a tahun: the newest row at or before it. Grain: one row per kunci.
select
    kunci,
    nilai
from pengaturan
where unit = $unit
    and mulai_tahun <= $tahun
qualify row_number() over (
    partition by kunci
    order by mulai_tahun desc, pada desc
) = 1
