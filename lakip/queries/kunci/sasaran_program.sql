-- Why this share may not be written; empty when it may. Efisiensi is judged at the end of a year, so the shares are
-- closed with its last triwulan. Grain: one row per closed tahun.
select distinct kalimat_terkunci(b.tahun, 4) as kalimat
from baris_baru as b
semi join penguncian as t
    on  t.unit = b.unit
    and t.tahun = b.tahun
    and t.triwulan = 4
order by kalimat
