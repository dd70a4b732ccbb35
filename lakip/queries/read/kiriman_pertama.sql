-- When each bagian first sent the figures of a triwulan, when it sent what still stands, and how often its kiriman was
-- returned. A Kasi who confirms what nobody sent him has sent it himself. dikirim null: not sent yet; berdiri null: nor
-- since the last return. Grain: one row per bagian and triwulan.
select
    bagian,
    triwulan,
    min(pada) filter (where keadaan in ('diajukan', 'dibenarkan')) as dikirim,
    min(pada) filter (where keadaan in ('diajukan', 'dibenarkan') and nomor > kembali) as berdiri,
    count(*) filter (where keadaan = 'dikembalikan') as dikembalikan
from (
    select
        *,
        coalesce(max(nomor) filter (where keadaan = 'dikembalikan') over (partition by bagian, triwulan), 0) as kembali
    from kiriman
    where unit = $unit and tahun = $tahun
) as langkah
group by bagian, triwulan
order by triwulan, bagian
