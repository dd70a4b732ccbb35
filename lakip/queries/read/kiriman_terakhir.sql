-- The newest step of each kiriman of one triwulan. Grain: one row per bagian that has one.
select
    k.bagian,
    k.nomor,
    k.keadaan,
    coalesce(a.nama, k.oleh) as oleh_nama,
    k.pada
from kiriman as k
left join akun as a
    on a.akun = k.oleh
where k.unit = $unit and k.tahun = $tahun and k.triwulan = $triwulan
qualify row_number() over (partition by k.bagian order by k.nomor desc) = 1
order by k.bagian
