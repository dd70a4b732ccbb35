-- Targets of one unit and tahun as in force in a triwulan, the annual ones and those up to it, with where each came from.
-- Grain: one row per indikator and periode that has a target.
select
    t.indikator,
    t.periode,
    t.nilai,
    t.versi,
    t.pk,
    u.nama_berkas,
    u.sha256,
    t.lembar,
    t.sel,
    coalesce(a.nama, t.oleh) as oleh_nama,
    t.pada
from target_masa as t
left join unggahan as u
    on u.id = t.unggahan
left join akun as a
    on a.akun = t.oleh
where t.unit = $unit
    and t.tahun = $tahun
    and t.nilai is not null
    and $triwulan between t.sejak and t.sampai
    and (t.periode = 'TH' or cast(right(t.periode, 1) as integer) <= $triwulan)
order by t.indikator, t.periode <> 'TH', t.periode
