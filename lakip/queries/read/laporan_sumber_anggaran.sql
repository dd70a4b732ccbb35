-- Newest realisasi of the budget up to a triwulan, with where each came from.
-- Grain: one row per sub kegiatan and triwulan saved.
select
    r.kode,
    n.nama,
    r.triwulan,
    r.realisasi_rupiah,
    r.versi,
    u.nama_berkas,
    u.sha256,
    r.lembar,
    r.sel,
    coalesce(a.nama, r.oleh) as oleh_nama,
    r.pada
from realisasi_anggaran_terbaru as r
left join anggaran_berlaku as b
    on  b.unit = r.unit
    and b.tahun = r.tahun
    and b.triwulan = $triwulan
    and b.kode = r.kode
left join nomenklatur as n
    on  n.edisi = b.edisi
    and n.kode = r.kode
left join unggahan as u
    on u.id = r.unggahan
left join akun as a
    on a.akun = r.oleh
where r.unit = $unit
    and r.tahun = $tahun
    and r.triwulan <= $triwulan
order by r.kode, r.triwulan
