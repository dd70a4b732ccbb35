-- What of the budget serves each sasaran, with pagu and target keuangan as the DPA (murni) or what is in force says.
-- Money of a node is the sum below it, whole, not yet divided by porsi; null: nothing said.
-- Grain: one row per sasaran and linked node, in the order of kode and sasaran.
with kait as (
    select kode, sasaran, porsi
    from sasaran_program
    where unit = $unit and tahun = $tahun
    qualify row_number() over (partition by sasaran, kode order by versi desc) = 1
),
nama as (
    select kode, jenjang, nama
    from nomenklatur
    qualify row_number() over (
        partition by kode
        order by edisi in (select edisi from anggaran where unit = $unit and tahun = $tahun) desc, edisi desc
    ) = 1
),
uang as (
    select kode, if($sifat = 'murni', pagu_murni_rupiah, pagu_rupiah) as pagu_rupiah
    from anggaran_berlaku
    where unit = $unit and tahun = $tahun and triwulan = 4
),
rencana as (
    select kode, triwulan, target_rupiah
    from target_keuangan
    where unit = $unit and tahun = $tahun and ($sifat <> 'murni' or sifat = 'murni')
    qualify row_number() over (partition by kode, triwulan order by sifat = 'murni', versi desc) = 1
),
target as (
    select
        k.kode,
        sum(r.target_rupiah) filter (where r.triwulan = 1) as tw1,
        sum(r.target_rupiah) filter (where r.triwulan = 2) as tw2,
        sum(r.target_rupiah) filter (where r.triwulan = 3) as tw3,
        sum(r.target_rupiah) filter (where r.triwulan = 4) as tw4
    from (select distinct kode from kait) as k
    inner join rencana as r
        on di_bawah(r.kode, k.kode)
    group by k.kode
),
pagu as (
    select k.kode, sum(u.pagu_rupiah) as pagu_rupiah
    from (select distinct kode from kait) as k
    inner join uang as u
        on di_bawah(u.kode, k.kode)
    group by k.kode
)
select
    k.sasaran,
    k.kode,
    n.jenjang,
    n.nama,
    k.porsi,
    cast(p.pagu_rupiah as bigint) as pagu_rupiah,
    cast(t.tw1 as bigint) as tw1,
    cast(t.tw2 as bigint) as tw2,
    cast(t.tw3 as bigint) as tw3,
    cast(t.tw4 as bigint) as tw4
from kait as k
inner join nama as n
    on n.kode = k.kode
left join pagu as p
    on p.kode = k.kode
left join target as t
    on t.kode = k.kode
where k.porsi is not null
order by k.kode, k.sasaran
