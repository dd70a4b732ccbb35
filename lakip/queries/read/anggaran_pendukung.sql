-- Nodes of the budget tree that some sasaran are linked to, with their pagu (a sum over their sub kegiatan).
-- Grain: one row per kode linked to any of them; pagu null: nothing budgeted below it.
with kait as (
    select kode, sasaran, porsi
    from sasaran_program
    where unit = $unit and tahun = $tahun
    qualify row_number() over (partition by sasaran, kode order by versi desc) = 1
),
simpul as (
    select distinct kode
    from kait
    where porsi is not null and sasaran in $sasaran
),
nama as (
    select kode, jenjang, nama
    from nomenklatur
    qualify row_number() over (
        partition by kode
        order by edisi in (select edisi from anggaran where unit = $unit and tahun = $tahun) desc, edisi desc
    ) = 1
)
select
    s.kode,
    n.jenjang,
    n.nama,
    cast(sum(a.pagu_murni_rupiah) as bigint) as pagu_murni_rupiah,
    cast(sum(a.pagu_perubahan_rupiah) as bigint) as pagu_perubahan_rupiah,
    cast(sum(a.pagu_rupiah) as bigint) as pagu_berlaku_rupiah
from simpul as s
inner join nama as n
    on n.kode = s.kode
left join anggaran_berlaku as a
    on  a.unit = $unit
    and a.tahun = $tahun
    and a.triwulan = 4
    and di_bawah(a.kode, s.kode)
group by s.kode, n.jenjang, n.nama
order by s.kode
