-- The figures of a tahun, newest versions, that were confirmed by the account that had saved them.
-- Grain: one row per indikator and triwulan.
select
    i.bagian,
    b.nama as bagian_nama,
    p.triwulan,
    p.indikator,
    coalesce(a.nama, p.oleh) as oleh_nama,
    p.pada
from pembenaran as p
inner join realisasi_terbaru as r
    on  r.unit = p.unit
    and r.indikator = p.indikator
    and r.tahun = p.tahun
    and r.triwulan = p.triwulan
    and r.versi = p.versi
inner join indikator_tahun($tahun) as i
    on  i.unit = p.unit
    and i.kode = p.indikator
left join bagian as b
    on  b.unit = i.unit
    and b.bagian = i.bagian
left join akun as a
    on a.akun = p.oleh
where p.unit = $unit and p.tahun = $tahun and p.sendiri
order by b.urutan, i.bagian, p.triwulan, p.indikator
