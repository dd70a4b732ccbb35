-- From which triwulan the pagu perubahan of one unit and tahun counts; triwulan null: no DPPA is registered, so that it
-- counts at the end of the tahun only. Grain: one row, or none without pagu perubahan.
select any_value(m.triwulan) as triwulan
from anggaran as a
left join dppa_mulai as m
    on  m.unit = a.unit
    and m.tahun = a.tahun
where a.unit = $unit and a.tahun = $tahun and a.sifat = 'perubahan'
having count(*) > 0
