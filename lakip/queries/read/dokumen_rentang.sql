-- The spans of all documents of one jenis. Grain: one row per first tahun, oldest first; its newest version.
select tahun, arg_max(sampai_tahun, akar) as sampai_tahun
from dokumen_dibetulkan
where unit = $unit and jenis = $jenis
group by tahun
order by tahun
