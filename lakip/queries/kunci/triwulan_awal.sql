-- Why these new rows may not be written; empty when they may: what was approved here lies not before the beginning.
-- Grain: one row, of the last approved quarter that would.
select
    'Triwulan ' || ['I', 'II', 'III', 'IV'][t.triwulan] || ' Tahun ' || t.tahun
    || ' sudah disahkan di sini, jadi kantor tidak dapat mulai sesudahnya. Pilih triwulan itu atau sebelumnya.' as kalimat
from baris_baru as b
inner join triwulan_terkunci as t
    on t.unit = b.unit
where sebelum_awal(t.tahun, t.triwulan, b.tahun, b.triwulan)
order by t.tahun desc, t.triwulan desc
limit 1
