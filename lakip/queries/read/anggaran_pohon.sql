-- The budget tree of one unit and tahun up to and including a triwulan; sums of children at every level.
-- Money in whole rupiah; null realisasi: nothing saved yet; serapan_persen null without pagu or realisasi.
-- Grain: one row per program, kegiatan and sub kegiatan in the order of the codes, the total last (kode null).
select p.* exclude (unit)
from anggaran_pohon($tahun, $triwulan) as p
where p.unit = $unit
order by p.kode nulls last
