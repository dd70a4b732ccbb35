-- Every version ever saved of one indikator, where it came from and who confirmed it.
-- Grain: one row per tahun, triwulan and versi, newest first.
select
    r.tahun,
    r.triwulan,
    r.versi,
    r.keadaan,
    r.alasan,
    r.nilai,
    r.pembilang,
    r.penyebut,
    r.tahun_penilaian,
    r.versi = max(r.versi) over (partition by r.tahun, r.triwulan) as berlaku,
    u.nama_berkas,
    u.sha256,
    u.dibetulkan,
    r.lembar,
    r.sel,
    coalesce(a.nama, r.oleh) as oleh_nama,
    r.pada,
    coalesce(k.nama, p.oleh) as dibenarkan_oleh,
    p.pada as dibenarkan_pada
from realisasi as r
left join unggahan as u
    on u.id = r.unggahan
left join akun as a
    on a.akun = r.oleh
left join (
    select unit, indikator, tahun, triwulan, versi, arg_max(oleh, pada) as oleh, max(pada) as pada
    from pembenaran
    group by unit, indikator, tahun, triwulan, versi
) as p
    on  p.unit = r.unit
    and p.indikator = r.indikator
    and p.tahun = r.tahun
    and p.triwulan = r.triwulan
    and p.versi = r.versi
left join akun as k
    on k.akun = p.oleh
where r.unit = $unit and r.indikator = $indikator
order by r.tahun desc, r.triwulan desc, r.versi desc
