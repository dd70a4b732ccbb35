-- Sasaran in force in one tahun. Grain: one row per sasaran, in its order.
select kode, versi, mulai_tahun, sampai_tahun, jenjang, induk, uraian, urutan, tujuan
from sasaran_tahun($tahun)
where unit = $unit
order by urutan, kode
