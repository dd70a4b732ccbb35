-- How far each bagian is: indikator berlaku, of these filled and confirmed, and the state of its kiriman.
-- keadaan null: nothing saved yet; terkunci: the triwulan lies in an approved periode. Grain: one row per bagian and triwulan in which an indikator of it is berlaku.
select
    i.bagian,
    b.nama as bagian_nama,
    q.triwulan,
    count(*) as berlaku,
    count(q.beres or null) as terisi,
    count((q.beres and q.dibenarkan) or null) as dibenarkan,
    any_value(k.keadaan) as keadaan,
    any_value(k.alasan) as alasan,
    any_value(coalesce(a.nama, k.oleh)) as oleh_nama,
    any_value(k.pada) as pada,
    any_value(l.triwulan) is not null as terkunci
from triwulan_berlaku($tahun) as q
inner join indikator_tahun($tahun) as i
    on  i.unit = q.unit
    and i.kode = q.indikator
left join bagian as b
    on  b.unit = i.unit
    and b.bagian = i.bagian
left join kiriman_terbaru as k
    on  k.unit = i.unit
    and k.bagian = i.bagian
    and k.tahun = $tahun
    and k.triwulan = q.triwulan
left join triwulan_terkunci as l
    on  l.unit = i.unit
    and l.tahun = $tahun
    and l.triwulan = q.triwulan
left join akun as a
    on a.akun = k.oleh
where q.unit = $unit
group by i.bagian, b.nama, b.urutan, q.triwulan
order by b.urutan, i.bagian, q.triwulan
