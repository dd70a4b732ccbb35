-- The newest version number of each tujuan ever recorded. Grain: one row per kode.
select kode, max(versi) as versi
from tujuan
where unit = $unit
group by kode
