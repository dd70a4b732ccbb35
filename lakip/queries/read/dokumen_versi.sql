-- Every version of one document (jenis and the tahun it begins with), with its file.
-- Grain: one row per versi, oldest first; `isi_versi` is the newest version of its content, null before any.
select
    d.versi,
    d.sifat,
    d.nomor,
    d.tanggal,
    d.sampai_tahun,
    d.mulai_triwulan,
    d.catatan,
    d.membetulkan,
    coalesce(d.batal, false) as batal,
    d.unggahan,
    u.nama_berkas,
    u.sha256,
    (
        select max(i.versi)
        from isi_dokumen as i
        where i.unit = d.unit and i.jenis = d.jenis and i.tahun = d.tahun and i.dokumen = d.versi
    ) as isi_versi
from dokumen_rencana as d
left join unggahan as u
    on  u.id = d.unggahan
    and u.jenis = 'dokumen'
where d.unit = $unit and d.jenis = $jenis and d.tahun = $tahun
order by d.versi
