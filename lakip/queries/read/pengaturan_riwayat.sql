-- Every change of a setting, newest first. Grain: one row per change.
select
    kunci,
    mulai_tahun,
    nilai,
    alasan,
    oleh,
    pada
from pengaturan
where unit = $unit
order by pada desc, kunci
