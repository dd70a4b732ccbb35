-- Each program of one unit and tahun up to a triwulan, with capaian of its output indikator and efficiency.
-- Money in whole rupiah; efisiensi and efisiensi_persen null exactly when alasan says why.
-- Grain: one row per program, in the order of the codes.
select * exclude (unit)
from anggaran_program($tahun, $triwulan, $per)
where unit = $unit
order by kode
