-- Targets in force in one tahun, with the PK version and the cell they come from. Grain: one row per indikator and periode.
select indikator, periode, pk, versi, nilai, unggahan, lembar, sel, oleh, pada
from target_berlaku
where unit = $unit and tahun = $tahun
order by indikator, periode
