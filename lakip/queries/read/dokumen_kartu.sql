-- The cards that a document of a tahun may name. Grain: one row per indikator, in the order of the office.
select kode, nama, satuan, desimal, iku, jenjang, metode
from kartu_tahun($tahun)
where unit = $unit
order by urut
