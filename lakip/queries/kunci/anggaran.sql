-- Why this pagu may not be written; empty when it may. A DPPA comes in the middle of a year, so the pagu is closed with
-- the last triwulan of it. A row that repeats the pagu changes nothing. Grain: one row per closed tahun.
select distinct kalimat_terkunci(b.tahun, 4) as kalimat
from baris_baru as b
semi join penguncian as t
    on  t.unit = b.unit
    and t.tahun = b.tahun
    and t.triwulan = 4
left join anggaran_berlaku as x
    on  x.unit = b.unit
    and x.tahun = b.tahun
    and x.triwulan = 4
    and x.kode = b.kode
where x.pagu_rupiah is distinct from b.pagu_rupiah
order by kalimat
