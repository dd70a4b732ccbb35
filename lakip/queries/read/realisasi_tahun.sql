-- Newest figures of one unit and tahun, with where each came from. Grain: one row per indikator and triwulan saved.
select
    r.* exclude (unit),
    u.nama_berkas,
    u.sha256,
    u.dibetulkan,
    a.nama as oleh_nama
from realisasi_terbaru as r
left join unggahan as u
    on u.id = r.unggahan
left join akun as a
    on a.akun = r.oleh
where r.unit = $unit and r.tahun = $tahun
order by r.indikator, r.triwulan
