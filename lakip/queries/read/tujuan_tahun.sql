-- Tujuan in force in one tahun. Grain: one row per tujuan, in its order.
select kode, versi, mulai_tahun, sampai_tahun, uraian, urutan
from tujuan_tahun($tahun)
where unit = $unit
order by urutan, kode
