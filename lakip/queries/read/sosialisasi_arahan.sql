-- Every direction given at a sosialisasi, with what became of it until a moment; null: until now.
-- Grain: one row per direction, oldest first.
select
    a.tahun,
    a.periode,
    a.nomor,
    a.urutan,
    a.uraian,
    a.pejabat,
    p.nama as pejabat_nama,
    p.jabatan as pejabat_jabatan,
    p.peran as pejabat_peran,
    p.bagian as pejabat_bagian,
    p.selesai as pejabat_sampai,
    a.tenggat,
    coalesce(t.versi, 0) as versi,
    coalesce(t.selesai, false) as selesai,
    t.catatan,
    t.oleh as tindak_oleh,
    t.pada as tindak_pada
from arahan as a
left join pejabat as p
    on  p.unit = a.unit
    and p.id = a.pejabat
left join (
    select *
    from arahan_tindak
    where pada <= coalesce(cast($sampai as timestamp), pada)
    qualify versi = max(versi) over (partition by unit, tahun, periode, nomor, urutan)
) as t
    on  t.unit = a.unit
    and t.tahun = a.tahun
    and t.periode = a.periode
    and t.nomor = a.nomor
    and t.urutan = a.urutan
where a.unit = $unit
order by a.pada, a.tahun, a.periode, a.nomor, a.urutan
