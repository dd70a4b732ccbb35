-- Newest state of the kiriman of a unit and tahun. Grain: one row per bagian and triwulan that has one.
select
    k.bagian,
    k.triwulan,
    k.keadaan,
    k.alasan,
    coalesce(a.nama, k.oleh) as oleh_nama,
    k.pada
from kiriman_terbaru as k
left join akun as a
    on a.akun = k.oleh
where k.unit = $unit and k.tahun = $tahun
order by k.bagian, k.triwulan
