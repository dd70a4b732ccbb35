-- Every file that the record refers to: uploads, and the photos of sosialisasi. Grain: one row per unggahan or photo.
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
)
order by pada, id
