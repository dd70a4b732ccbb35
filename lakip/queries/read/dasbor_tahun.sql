-- Every tahun a screen may open: it has a PK or a figure. Grain: one row per tahun, newest first.
select tahun
from dokumen_rencana
where unit = $unit and jenis = 'pk'
union
select tahun
from realisasi
where unit = $unit
order by tahun desc
