-- The newest quarter of a unit that has ended by the day `per` and holds a figure. Grain: one row, or none.
select
    tahun,
    triwulan
from realisasi
where unit = $unit and jatuh_tempo(tahun, triwulan, $per)
group by tahun, triwulan
order by tahun desc, triwulan desc
limit 1
