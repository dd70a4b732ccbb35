-- The newest realisasi of one unit, tahun and triwulan. Grain: one row per kode.
select kode, versi, realisasi_rupiah, unggahan, lembar, sel, oleh, pada
from realisasi_anggaran_terbaru
where unit = $unit and tahun = $tahun and triwulan = $triwulan
