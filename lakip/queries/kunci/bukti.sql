-- Why this bukti may not be taken out: the figure that it supports is approved. More may always be added.
-- Grain: one row per refused quarter.
select distinct kalimat_terkunci(b.tahun, b.triwulan) as kalimat
from baris_baru as b
semi join penguncian as t
    on  t.unit = b.unit
    and t.tahun = b.tahun
    and t.triwulan = b.triwulan
where b.dihapus
order by kalimat
