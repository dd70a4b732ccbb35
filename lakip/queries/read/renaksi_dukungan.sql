-- What of the budget serves each sasaran, with pagu and target keuangan as the DPA (murni) or what is in force says.
-- Money is the share by porsi of the sum below the node, in whole rupiah that add up (dibagi); what a triwulan has is
-- the share to date less the one before, so that the four add up to the share of the year. Null: nothing said.
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
        cast(sum(r.target_rupiah) filter (where r.triwulan = 1) as bigint) as tw1,
        cast(sum(r.target_rupiah) filter (where r.triwulan = 2) as bigint) as tw2,
        cast(sum(r.target_rupiah) filter (where r.triwulan = 3) as bigint) as tw3,
        cast(sum(r.target_rupiah) filter (where r.triwulan = 4) as bigint) as tw4
    from (select distinct kode from kait) as k
    inner join rencana as r
        on di_bawah(r.kode, k.kode)
    group by k.kode
),
pagu as (
    select k.kode, cast(sum(u.pagu_rupiah) as bigint) as pagu_rupiah
    from (select distinct kode from kait) as k
    inner join uang as u
        on di_bawah(u.kode, k.kode)
    group by k.kode
),
sampai as (
    select
        kode,
        tw1,
        coalesce(tw1, 0) + tw2 as tw2,
        coalesce(tw1, 0) + coalesce(tw2, 0) + tw3 as tw3,
        coalesce(tw1, 0) + coalesce(tw2, 0) + coalesce(tw3, 0) + tw4 as tw4
    from target
),
bagian as (
    select
        k.sasaran,
        k.kode,
        k.porsi,
        dibagi(p.pagu_rupiah, k.porsi, k.kode, k.sasaran) as pagu_rupiah,
        dibagi(s.tw1, k.porsi, k.kode, k.sasaran) as tw1,
        dibagi(s.tw2, k.porsi, k.kode, k.sasaran) as tw2,
        dibagi(s.tw3, k.porsi, k.kode, k.sasaran) as tw3,
        dibagi(s.tw4, k.porsi, k.kode, k.sasaran) as tw4
    from kait as k
    left join pagu as p
        on p.kode = k.kode
    left join sampai as s
        on s.kode = k.kode
    where k.porsi is not null
)
select
    b.sasaran,
    b.kode,
    n.jenjang,
    n.nama,
    b.porsi,
    b.pagu_rupiah,
    b.tw1,
    b.tw2 - coalesce(b.tw1, 0) as tw2,
    b.tw3 - coalesce(b.tw2, b.tw1, 0) as tw3,
    b.tw4 - coalesce(b.tw3, b.tw2, b.tw1, 0) as tw4
from bagian as b
inner join nama as n
    on n.kode = b.kode
order by b.kode, b.sasaran
