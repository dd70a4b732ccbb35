-- The versions of the figures behind some triwulan, as frozen with an approval. Grain: one row per indikator and triwulan.
select indikator, triwulan, versi, keadaan, nilai, pembilang, penyebut, tahun_penilaian, unggahan, lembar, sel, oleh, pada
from realisasi_terbaru
where unit = $unit and tahun = $tahun and triwulan in $triwulan
order by indikator, triwulan
