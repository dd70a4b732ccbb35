-- What each berlaku quarter has to show for itself. keadaan null: no figure saved yet; jumlah counts its bukti.
-- Grain: one row per indikator and berlaku triwulan of a tahun, in the order of bagian and indikator.
with ada as (
    select indikator, triwulan, count(*) as jumlah
    from (
        select indikator, triwulan, dihapus
        from bukti
        where unit = $unit and tahun = $tahun
        qualify row_number() over (partition by indikator, triwulan, nomor order by versi desc) = 1
    )
    where not dihapus
    group by indikator, triwulan
)

select
    q.triwulan,
    i.bagian,
    b.nama as bagian_nama,
    i.kode,
    i.nama,
    r.keadaan,
    q.dibenarkan,
    coalesce(a.jumlah, 0) as jumlah
from triwulan_berlaku($tahun) as q
inner join indikator_tahun($tahun) as i
    on  i.unit = q.unit
    and i.kode = q.indikator
left join bagian as b
    on  b.unit = i.unit
    and b.bagian = i.bagian
left join realisasi_terbaru as r
    on  r.unit = q.unit
    and r.indikator = q.indikator
    and r.tahun = $tahun
    and r.triwulan = q.triwulan
left join ada as a
    on  a.indikator = q.indikator
    and a.triwulan = q.triwulan
where q.unit = $unit
order by b.urutan, i.bagian, i.urutan, i.kode, q.triwulan
