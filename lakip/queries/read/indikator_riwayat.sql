-- Every version of one card, newest first. Grain: one row per versi.
select * exclude (unit)
from indikator
where unit = $unit and kode = $kode
order by versi desc
