-- The number of the next version of one document. Grain: one row.
select coalesce(max(versi), 0) + 1 as versi
from laporan
where unit = $unit
    and jenis = $jenis
    and tahun = $tahun
    and periode = $periode
