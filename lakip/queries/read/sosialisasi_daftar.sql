-- The newest version of each sosialisasi of a tahun, the last meeting first. Grain: one row per periode and nomor.
select
    s.tahun,
    s.periode,
    s.nomor,
    s.versi,
    s.keadaan,
    s.nomor_undangan,
    s.tanggal_undangan,
    s.mulai,
    s.tempat,
    s.agenda,
    s.pimpinan,
    p.nama as pimpinan_nama,
    p.jabatan as pimpinan_jabatan,
    s.dimulai,
    s.selesai,
    s.notulis,
    s.notulen,
    s.alasan,
    s.oleh,
    s.pada
from sosialisasi as s
left join pejabat as p
    on  p.unit = s.unit
    and p.id = s.pimpinan
where s.unit = $unit and s.tahun = $tahun
qualify s.versi = max(s.versi) over (partition by s.periode, s.nomor)
order by s.mulai desc, s.nomor desc
