-- Indikator cards in force in one tahun, every field. Grain: one row per indikator.
select * exclude (unit, oleh, pada)
from indikator_tahun($tahun)
where unit = $unit
order by urutan, kode
