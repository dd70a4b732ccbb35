-- The dispensation that counts for each bagian and triwulan of a tahun. Grain: one row per bagian and triwulan with one.
select
    d.bagian,
    d.triwulan,
    d.nomor,
    d.batas,
    d.alasan,
    coalesce(a.nama, d.oleh) as oleh_nama,
    d.pada
from dispensasi as d
left join akun as a
    on a.akun = d.oleh
where d.unit = $unit and d.tahun = $tahun
qualify d.nomor = max(d.nomor) over (partition by d.bagian, d.triwulan)
order by d.triwulan, d.bagian
