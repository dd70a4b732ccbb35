-- Every file that the record refers to: uploads, photos of sosialisasi, produced documents that
-- were printed, what goes with a summary. Grain: one row per unggahan, photo, laporan or such file.
select id, nama_berkas, sha256, ukuran
from (
    select id, nama_berkas, sha256, ukuran, pada
    from unggahan
    union all
    select
        concat_ws('/', unit, tahun, periode, nomor, sha256) as id,
        nama_berkas,
        sha256,
        ukuran,
        pada
    from sosialisasi_foto
    union all
    select
        id,
        concat_ws(' ', 'laporan', jenis, tahun, periode, 'versi', versi) as nama_berkas,
        sha256,
        null as ukuran,
        pada
    from laporan
    where sha256 <> ''
    union all
    select
        concat_ws('/', unit, tahun, periode, 'ringkasan', nomor, sha256) as id,
        concat_ws(' ', 'ringkasan', tahun, periode, 'nomor', nomor) as nama_berkas,
        sha256,
        null as ukuran,
        pada
    from (
        select unit, tahun, periode, nomor, unnest([pdf, png, ics]) as sha256, pada
        from ringkasan
    )
    where sha256 is not null
)
order by pada, id
