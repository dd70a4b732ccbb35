-- Why these new rows may not be written; empty when they may. A row that repeats the target in force changes nothing:
-- a DPPA says the closed quarters once more. Grain: one row per refused quarter.
select distinct kalimat_terkunci(b.tahun, b.triwulan) as kalimat
from baris_baru as b
semi join penguncian as t
    on  t.unit = b.unit
    and t.tahun = b.tahun
    and t.triwulan = b.triwulan
left join target_keuangan_berlaku as x
    on  x.unit = b.unit
    and x.tahun = b.tahun
    and x.pada = 4
    and x.kode = b.kode
    and x.triwulan = b.triwulan
where x.target_rupiah is distinct from b.target_rupiah
order by kalimat
