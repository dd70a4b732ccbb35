-- Quarters whose newest realisasi its Kasi confirmed. Grain: one row per indikator, tahun and triwulan.
select indikator, tahun, triwulan
from realisasi_terbaru
where unit = $unit and dibenarkan
order by indikator, tahun, triwulan
