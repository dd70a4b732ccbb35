-- Every file that the record refers to: uploads, photos of sosialisasi, produced documents that
-- were printed. Grain: one row per unggahan, photo or laporan.
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
)
order by pada, id
