-- The newest version number of each indikator ever recorded. Grain: one row per kode.
select kode, max(versi) as versi
from indikator
where unit = $unit
group by kode
