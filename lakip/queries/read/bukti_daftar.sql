-- The bukti of a tahun, or of one triwulan of it ($triwulan null: all), each as it stands; those taken out too.
-- `juga` names the other indikator whose bukti is the same file ("IK-02 TW1"), null when there is none.
-- Grain: one row per bukti, in the order of the indikator, triwulan and nomor.
with terbaru as (
    select *, min(pada) over (partition by unit, indikator, tahun, triwulan, nomor) as ditambahkan
    from bukti
    where unit = $unit and tahun = $tahun
    qualify row_number() over (partition by unit, indikator, tahun, triwulan, nomor order by versi desc) = 1
),

berkas as (
    select t.*, u.nama_berkas, u.sha256, u.ukuran, u.oleh as pengunggah
    from terbaru as t
    inner join unggahan as u
        on u.id = t.unggahan
),

kembar as (
    select a.indikator, a.triwulan, a.nomor, string_agg(distinct b.indikator || ' TW' || b.triwulan, ', ') as juga
    from berkas as a
    inner join berkas as b
        on  b.sha256 = a.sha256
        and not b.dihapus
        and (b.indikator, b.triwulan) <> (a.indikator, a.triwulan)
    group by a.indikator, a.triwulan, a.nomor
)

select
    b.indikator,
    i.nama as indikator_nama,
    i.bagian,
    g.nama as bagian_nama,
    b.triwulan,
    b.nomor,
    b.versi,
    b.dihapus,
    b.nama,
    b.nomor_dokumen,
    b.tanggal,
    b.keterangan,
    b.alasan_tanggal,
    b.alasan,
    b.nama_berkas,
    b.sha256,
    b.ukuran,
    k.juga,
    coalesce(p.nama, b.pengunggah) as oleh_nama,
    b.ditambahkan,
    case when b.dihapus then coalesce(h.nama, b.oleh) end as dihapus_nama,
    case when b.dihapus then b.pada end as dihapus_pada
from berkas as b
left join indikator_tahun($tahun) as i
    on  i.unit = b.unit
    and i.kode = b.indikator
left join bagian as g
    on  g.unit = b.unit
    and g.bagian = i.bagian
left join kembar as k
    on  k.indikator = b.indikator
    and k.triwulan = b.triwulan
    and k.nomor = b.nomor
left join akun as p
    on p.akun = b.pengunggah
left join akun as h
    on h.akun = b.oleh
where b.triwulan = coalesce(cast($triwulan as integer), b.triwulan)
order by i.urutan, b.indikator, b.triwulan, b.nomor
