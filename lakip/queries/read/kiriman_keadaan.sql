-- The newest step of one kiriman. Grain: one row, or none when nothing was saved yet.
select
    nomor,
    keadaan
from kiriman_terbaru
where unit = $unit and bagian = $bagian and tahun = $tahun and triwulan = $triwulan
