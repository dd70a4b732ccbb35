-- When each bagian first sent the figures of a triwulan, and how often its kiriman was returned. A Kasi who confirms
-- what nobody sent him has sent it himself. dikirim null: not sent yet. Grain: one row per bagian and triwulan.
select
    bagian,
    triwulan,
    min(pada) filter (where keadaan in ('diajukan', 'dibenarkan')) as dikirim,
    count(*) filter (where keadaan = 'dikembalikan') as dikembalikan
from kiriman
where unit = $unit and tahun = $tahun
group by bagian, triwulan
order by triwulan, bagian
