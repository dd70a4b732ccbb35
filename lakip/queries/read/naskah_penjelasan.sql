-- What was said beside the newest figure of each quarter, and for which tahun an assessment was.
-- Grain: one row per indikator and triwulan saved.
select indikator, triwulan, keadaan, alasan, faktor_pendukung, faktor_penghambat, tindak_lanjut, tahun_penilaian
from realisasi
where unit = $unit and tahun = $tahun
qualify row_number() over (partition by indikator, triwulan order by versi desc) = 1
order by indikator, triwulan
