-- The newest step of one kiriman, and whose it is. Grain: one row, or none when nothing was saved yet.
select
    k.nomor,
    k.keadaan,
    coalesce(a.nama, k.oleh) as oleh_nama,
    k.pada
from kiriman_terbaru as k
left join akun as a
    on a.akun = k.oleh
where k.unit = $unit and k.bagian = $bagian and k.tahun = $tahun and k.triwulan = $triwulan
