-- Target keuangan of each triwulan of one unit and tahun, as the documents in force in a triwulan say, at every node of
-- the budget tree. Grain: one row per triwulan and node with a target; kode null: the whole office.
with satu as (
    select t.triwulan, t.kode, t.target_rupiah, a.edisi
    from target_keuangan_berlaku as t
    inner join anggaran_berlaku as a
        on  a.unit = t.unit
        and a.tahun = t.tahun
        and a.triwulan = t.pada
        and a.kode = t.kode
    where t.unit = $unit and t.tahun = $tahun and t.pada = $triwulan and a.pagu_rupiah is not null
)
select s.triwulan, n.kode, cast(sum(s.target_rupiah) as bigint) as target_rupiah
from satu as s
inner join nomenklatur as n
    on  n.edisi = s.edisi
    and di_bawah(s.kode, n.kode)
group by s.triwulan, n.kode
union all
select triwulan, null, cast(sum(target_rupiah) as bigint)
from satu
group by triwulan
order by triwulan, kode
