-- The spans of all documents of one jenis. Grain: one row per first tahun, oldest first; its newest version.
select tahun, max(versi) as versi, arg_max(sampai_tahun, versi) as sampai_tahun
from dokumen_rencana
where unit = $unit and jenis = $jenis
group by tahun
order by tahun
