-- The newest version number of each sasaran ever recorded. Grain: one row per kode.
select kode, max(versi) as versi
from sasaran
where unit = $unit
group by kode
