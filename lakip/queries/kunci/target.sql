-- Why these new rows may not be written; empty when they may. A row that repeats the target in force changes nothing.
-- The annual target is closed with the year itself. Grain: one row per refused quarter.
select distinct kalimat_terkunci(b.tahun, t.triwulan) as kalimat
from baris_baru as b
inner join triwulan_terkunci as t
    on  t.unit = b.unit
    and t.tahun = b.tahun
    and 'TW' || t.triwulan = b.periode
left join target_berlaku as x
    on  x.unit = b.unit
    and x.tahun = b.tahun
    and x.indikator = b.indikator
    and x.periode = b.periode
where x.nilai is distinct from b.nilai
union
select 'Tahun ' || b.tahun || ' sudah disahkan, jadi target tahunannya terkunci.'
from baris_baru as b
inner join alur_terbaru as a
    on  a.unit = b.unit
    and a.tahun = b.tahun
    and a.periode = 'TH'
    and a.keadaan = 'disahkan'
where b.periode = 'TH'
order by kalimat
