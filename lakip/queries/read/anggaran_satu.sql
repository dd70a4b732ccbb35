-- The newest pagu of the sub kegiatan of one unit and tahun. Grain: one row per kode and sifat.
select kode, sifat, versi, edisi, pagu_rupiah
from anggaran
where unit = $unit and tahun = $tahun
qualify row_number() over (partition by kode, sifat order by versi desc) = 1
