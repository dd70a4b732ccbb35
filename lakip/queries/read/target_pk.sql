-- What one PK version itself says: the newest target of each indikator and periode. Grain: one row per both.
select indikator, periode, versi, nilai
from target
where unit = $unit and tahun = $tahun and pk = $pk
qualify row_number() over (partition by indikator, periode order by versi desc) = 1
