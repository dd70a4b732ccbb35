-- Why these new rows may not be written; empty when they may. Grain: one row per refused quarter.
select distinct kalimat_terkunci(b.tahun, b.triwulan) as kalimat
from baris_baru as b
semi join penguncian as t
    on  t.unit = b.unit
    and t.tahun = b.tahun
    and t.triwulan = b.triwulan
order by kalimat
