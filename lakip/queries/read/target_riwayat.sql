-- Every target ever set for one indikator and tahun. Grain: one row per PK version, periode and versi, newest first.
select pk, periode, versi, nilai, unggahan, lembar, sel, oleh, pada
from target
where unit = $unit and tahun = $tahun and indikator = $indikator
order by pk desc, periode, versi desc
