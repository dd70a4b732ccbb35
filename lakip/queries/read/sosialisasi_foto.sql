-- The photos of one sosialisasi, oldest first. Grain: one row per photo.
select
    sha256,
    nama_berkas,
    tipe,
    ukuran,
    keterangan,
    oleh,
    pada
from sosialisasi_foto
where unit = $unit
    and tahun = $tahun
    and periode = $periode
    and nomor = $nomor
order by pada, sha256
