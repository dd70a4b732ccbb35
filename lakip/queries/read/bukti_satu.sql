-- One bukti, every field of its newest version. Grain: one row, or none when there is no such bukti.
select *
from bukti
where unit = $unit
    and indikator = $indikator
    and tahun = $tahun
    and triwulan = $triwulan
    and nomor = $nomor
order by versi desc
limit 1
