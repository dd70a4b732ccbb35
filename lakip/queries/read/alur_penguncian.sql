-- What closes a triwulan, the widest periode first, which has to be opened again first.
-- Grain: one row per approved periode that holds it; none when it is open.
select
    p.periode,
    coalesce(a.nama, p.oleh) as oleh_nama,
    p.pada,
    kalimat_terkunci(p.tahun, p.triwulan) as kalimat
from penguncian as p
left join akun as a
    on a.akun = p.oleh
where p.unit = $unit and p.tahun = $tahun and p.triwulan = $triwulan
order by (select count(*) from periode_triwulan as q where q.periode = p.periode) desc
