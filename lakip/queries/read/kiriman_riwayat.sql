-- Every step of one kiriman, oldest first. Grain: one row per nomor.
select
    k.nomor,
    k.keadaan,
    k.alasan,
    coalesce(a.nama, k.oleh) as oleh_nama,
    k.pada
from kiriman as k
left join akun as a
    on a.akun = k.oleh
where k.unit = $unit and k.bagian = $bagian and k.tahun = $tahun and k.triwulan = $triwulan
order by k.nomor
