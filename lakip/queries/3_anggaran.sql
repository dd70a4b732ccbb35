-- The budget tree. Only sub kegiatan carry money; kegiatan, program and total are always sums of them.

-- From which quarter the pagu perubahan of a tahun counts: that of its first DPPA. Without a registered one nobody knows
-- the day, so it counts at the end of the tahun only.
-- Grain: one row per unit and tahun with a DPPA on record.
create or replace view dppa_mulai as

select unit, tahun, min(berlaku_sejak(jenis, tahun, tanggal, mulai_triwulan)) as triwulan
from dokumen_dibetulkan
where jenis = 'dppa'
group by unit, tahun;

-- Pagu of each sub kegiatan as the documents in force in a quarter say: after a DPPA its perubahan, else its murni.
-- Grain: one row per unit, tahun, triwulan and sub kegiatan; pagu_perubahan null: no DPPA yet, or it says nothing of it;
-- pagu null: only a later DPPA brings it.
create or replace view anggaran_berlaku as

select
    a.unit,
    a.tahun,
    q.triwulan,
    a.kode,
    coalesce(arg_max(a.edisi, a.sejak) filter (where a.sejak <= q.triwulan), any_value(a.edisi)) as edisi,
    max(a.pagu_rupiah) filter (where a.sifat = 'murni') as pagu_murni_rupiah,
    max(a.pagu_rupiah) filter (where a.sifat = 'perubahan' and a.sejak <= q.triwulan) as pagu_perubahan_rupiah,
    coalesce(pagu_perubahan_rupiah, pagu_murni_rupiah) as pagu_rupiah
from (
    select x.*, if(x.sifat = 'murni', 0, coalesce(m.triwulan, 4)) as sejak
    from anggaran as x
    left join dppa_mulai as m
        on  m.unit = x.unit
        and m.tahun = x.tahun
    qualify row_number() over (partition by x.unit, x.tahun, x.kode, x.sifat order by x.versi desc) = 1
) as a
cross join (select unnest([1, 2, 3, 4]) as triwulan) as q
group by a.unit, a.tahun, q.triwulan, a.kode;

-- Newest realisasi of each quarter. Grain: one row per unit, tahun, sub kegiatan and triwulan saved.
create or replace view realisasi_anggaran_terbaru as

select *
from realisasi_anggaran
qualify row_number() over (partition by unit, tahun, kode, triwulan order by versi desc) = 1;

-- Target keuangan of each quarter as the documents in force in quarter `pada` say: that of the DPPA where it says one,
-- else the murni. Grain: one row per unit, tahun, pada, sub kegiatan and triwulan with a target.
create or replace view target_keuangan_berlaku as

select
    t.unit,
    t.tahun,
    q.pada,
    t.kode,
    t.triwulan,
    arg_max(t.target_rupiah, t.sejak) as target_rupiah,
    arg_max(t.sifat, t.sejak) as sifat
from (
    select x.*, if(x.sifat = 'murni', 0, coalesce(m.triwulan, 4)) as sejak
    from target_keuangan as x
    left join dppa_mulai as m
        on  m.unit = x.unit
        and m.tahun = x.tahun
    qualify row_number() over (
        partition by x.unit, x.tahun, x.kode, x.triwulan, x.sifat
        order by x.versi desc
    ) = 1
) as t
inner join (select unnest([1, 2, 3, 4]) as pada) as q
    on t.sejak <= q.pada
group by t.unit, t.tahun, q.pada, t.kode, t.triwulan;

-- Money of each sub kegiatan up to and including a quarter; a quarter not yet saved is null, never 0.
-- belum_terisi, tanpa_target: quarters still without realisasi or target; a sub kegiatan that only the DPPA brought
-- is asked for TW4 alone, one without money for none.
-- A sub kegiatan that only a later DPPA brings is left out, unless money was spent on it already.
-- Grain: one row per unit and sub kegiatan with a pagu.
create or replace macro anggaran_sub(p_tahun, p_triwulan) as table

select
    a.unit,
    a.kode,
    a.edisi,
    a.pagu_murni_rupiah,
    a.pagu_perubahan_rupiah,
    a.pagu_rupiah,
    max(r.realisasi_rupiah) filter (where a.triwulan = 1) as tw1_rupiah,
    max(r.realisasi_rupiah) filter (where a.triwulan = 2) as tw2_rupiah,
    max(r.realisasi_rupiah) filter (where a.triwulan = 3) as tw3_rupiah,
    max(r.realisasi_rupiah) filter (where a.triwulan = 4) as tw4_rupiah,
    max(r.realisasi_rupiah) filter (where a.triwulan = p_triwulan) as realisasi_rupiah,
    sum(r.realisasi_rupiah) as realisasi_sd_rupiah,
    max(t.target_rupiah) filter (where a.triwulan = p_triwulan) as target_rupiah,
    sum(t.target_rupiah) as target_sd_rupiah,
    count(*) filter (where r.kode is null and diharapkan) as belum_terisi,
    count(*) filter (where t.kode is null and diharapkan) as tanpa_target
from (
    select
        b.*,
        q.triwulan,
        b.pagu_rupiah > 0 and (b.pagu_murni_rupiah is not null or q.triwulan = 4) as diharapkan
    from (select * exclude (triwulan) from anggaran_berlaku where tahun = p_tahun and triwulan = p_triwulan) as b
    cross join (select unnest([1, 2, 3, 4]) as triwulan) as q
    where q.triwulan <= p_triwulan
) as a
left join realisasi_anggaran_terbaru as r
    on  r.unit = a.unit
    and r.tahun = a.tahun
    and r.kode = a.kode
    and r.triwulan = a.triwulan
left join target_keuangan_berlaku as t
    on  t.unit = a.unit
    and t.tahun = a.tahun
    and t.pada = p_triwulan
    and t.kode = a.kode
    and t.triwulan = a.triwulan
group by a.unit, a.kode, a.edisi, a.pagu_murni_rupiah, a.pagu_perubahan_rupiah, a.pagu_rupiah
having a.pagu_rupiah is not null or count(r.kode) > 0;

-- A code lies below itself and below every code that it begins with.
create or replace macro di_bawah(kode, induk) as
    kode = induk or starts_with(kode, induk || '.');

-- A mean, exact enough to round; null of nothing.
create or replace macro rata(jumlah, banyak) as
    cast(jumlah / nullif(banyak, 0) as decimal(38, 10));

-- Deviasi keuangan in points: serapan minus target keuangan, both to date. Null while a target is missing.
create or replace macro deviasi(realisasi, target, pagu, tanpa_target) as
    if(tanpa_target > 0, null, persen(realisasi - target, pagu));

-- Efficiency in points: capaian minus serapan (e-SAKIP Banjarnegara), in words by the two decimals as printed.
-- Little money for little work is no efficiency: below 100 % capaian it is not judged.
create or replace macro efisiensi_kata(capaian, serapan) as
    case
        when capaian is null or serapan is null    then null
        when round(capaian, 2) < 100               then 'tidak dinilai efisien'
        when round(capaian - serapan, 2) > 5       then 'efisien'
        when round(capaian - serapan, 2) >= -5     then 'cukup efisien'
        else                                            'tidak efisien'
    end;

-- Why there is no efficiency; null when there is one. Before TW4 serapan is measured against the pagu of a whole
-- year and capaian against a part of it: their difference would call every first quarter efisien.
create or replace macro efisiensi_alasan(triwulan, pagu, belum_terisi, jumlah, dihitung) as
    case
        when coalesce(pagu, 0) = 0  then 'tanpa_pagu'
        when jumlah = 0             then 'tanpa_indikator'
        when triwulan < 4           then 'belum_akhir_tahun'
        when belum_terisi > 0       then 'realisasi_belum_lengkap'
        when dihitung = 0           then 'capaian_belum_lengkap'
    end;

-- Every node of the tree with the sums of what lies below it, and the whole office (kode null, jenjang total).
-- Grain: one row per unit and node.
create or replace macro anggaran_pohon(p_tahun, p_triwulan) as table

with simpul as (
    select s.*, n.kode as simpul, n.jenjang, n.nama
    from anggaran_sub(p_tahun, p_triwulan) as s
    inner join nomenklatur as n
        on  n.edisi = s.edisi
        and di_bawah(s.kode, n.kode)
    union all
    select s.*, null, 'total', 'Jumlah'
    from anggaran_sub(p_tahun, p_triwulan) as s
)

select
    unit,
    simpul as kode,
    jenjang,
    any_value(nama) as nama,
    cast(sum(pagu_murni_rupiah) as bigint) as pagu_murni_rupiah,
    cast(sum(pagu_perubahan_rupiah) as bigint) as pagu_perubahan_rupiah,
    cast(sum(pagu_rupiah) as bigint) as pagu_rupiah,
    cast(sum(tw1_rupiah) as bigint) as tw1_rupiah,
    cast(sum(tw2_rupiah) as bigint) as tw2_rupiah,
    cast(sum(tw3_rupiah) as bigint) as tw3_rupiah,
    cast(sum(tw4_rupiah) as bigint) as tw4_rupiah,
    cast(sum(realisasi_rupiah) as bigint) as realisasi_rupiah,
    cast(sum(realisasi_sd_rupiah) as bigint) as realisasi_sd_rupiah,
    cast(sum(pagu_rupiah) - coalesce(sum(realisasi_sd_rupiah), 0) as bigint) as sisa_rupiah,
    persen(sum(realisasi_sd_rupiah), sum(pagu_rupiah)) as serapan_persen,
    cast(sum(target_rupiah) as bigint) as target_rupiah,
    cast(sum(target_sd_rupiah) as bigint) as target_sd_rupiah,
    persen(sum(target_sd_rupiah), sum(pagu_rupiah)) as target_persen,
    deviasi(sum(realisasi_sd_rupiah), sum(target_sd_rupiah), sum(pagu_rupiah), sum(tanpa_target)) as deviasi_persen,
    cast(sum(belum_terisi) as integer) as belum_terisi,
    cast(sum(tanpa_target) as integer) as tanpa_target
from simpul
group by unit, simpul, jenjang;

-- Capaian that may enter an average: complete, confirmed, under the cap; the whole tahun at TW4, else to date.
-- Grain: one row per unit and indikator in force; null where it may not.
create or replace macro capaian_terhitung(p_tahun, p_triwulan, p_per) as table

select
    c.unit,
    c.kode,
    c.sasaran,
    c.kode_anggaran,
    if(c.sementara, null, dibatasi(c.capaian_persen, c.batas)) as nilai
from capaian_periode(p_tahun, [if(p_triwulan = 4, 'TH', 'SD' || p_triwulan)], p_per) as c;

-- Each program with its money and the mean capaian of the output indikator below it.
-- Grain: one row per unit and program with a pagu.
create or replace macro anggaran_program(p_tahun, p_triwulan, p_per) as table

with program as materialized (
    from anggaran_pohon(p_tahun, p_triwulan)
    where jenjang = 'program'
),
keluaran as (
    select
        p.unit,
        p.kode,
        count(c.kode) as jumlah,
        count(c.nilai) as dihitung,
        rata(sum(c.nilai), count(c.nilai)) as capaian_persen
    from program as p
    left join capaian_terhitung(p_tahun, p_triwulan, p_per) as c
        on  c.unit = p.unit
        and di_bawah(c.kode_anggaran, p.kode)
    group by p.unit, p.kode
)

select
    p.*,
    k.jumlah,
    k.dihitung,
    k.capaian_persen,
    efisiensi_alasan(p_triwulan, p.pagu_rupiah, p.belum_terisi, k.jumlah, k.dihitung) as alasan,
    if(alasan is null, k.capaian_persen - p.serapan_persen, null) as efisiensi_persen,
    if(alasan is null, efisiensi_kata(k.capaian_persen, p.serapan_persen), null) as efisiensi
from program as p
inner join keluaran as k
    on  k.unit = p.unit
    and k.kode = p.kode;

-- The part of a whole number that goes to one of several, by porsi in percent: whole numbers that add up. Of what
-- rounding down leaves, one each goes to the largest remainders, ties by `nama`. `grup`: those who share one whole.
-- Porsi that are not 100 together make a whole of their own, rounded half-up.
create or replace macro dibagi(utuh, porsi, grup, nama) as
    cast(
        floor(utuh * porsi * 0.01)
        + if(
            row_number() over (
                partition by grup
                order by utuh * porsi * 0.01 - floor(utuh * porsi * 0.01) desc, nama
            ) <= round(sum(utuh * porsi * 0.01) over (partition by grup))
                - sum(floor(utuh * porsi * 0.01)) over (partition by grup),
            1,
            0
        )
        as bigint
    );

-- Each sasaran with its share of the money of the nodes that serve it, and the mean capaian of its indikator.
-- Shares are whole rupiah (dibagi), so that those of one node add up to it as printed. Money null: linked to nothing.
-- bagian_persen: of the pagu of the whole office, at two decimals that add up within one jenjang.
-- Grain: one row per unit and sasaran in force.
create or replace macro anggaran_sasaran(p_tahun, p_triwulan, p_per) as table

with pohon as materialized (
    from anggaran_pohon(p_tahun, p_triwulan)
),
kait as (
    select unit, sasaran, kode, porsi
    from sasaran_program
    where tahun = p_tahun
    qualify row_number() over (partition by unit, sasaran, kode order by versi desc) = 1
),
bagian as (
    select
        k.unit,
        k.sasaran,
        dibagi(p.pagu_rupiah, k.porsi, (k.unit, k.kode), k.sasaran) as pagu_rupiah,
        dibagi(p.realisasi_sd_rupiah, k.porsi, (k.unit, k.kode), k.sasaran) as realisasi_sd_rupiah,
        dibagi(p.target_sd_rupiah, k.porsi, (k.unit, k.kode), k.sasaran) as target_sd_rupiah,
        p.belum_terisi,
        p.tanpa_target
    from kait as k
    inner join pohon as p
        on  p.unit = k.unit
        and p.kode = k.kode
    where k.porsi is not null
),
uang as (
    select
        unit,
        sasaran,
        cast(sum(pagu_rupiah) as bigint) as pagu_rupiah,
        cast(sum(realisasi_sd_rupiah) as bigint) as realisasi_sd_rupiah,
        cast(sum(target_sd_rupiah) as bigint) as target_sd_rupiah,
        cast(sum(belum_terisi) as integer) as belum_terisi,
        cast(sum(tanpa_target) as integer) as tanpa_target
    from bagian
    group by unit, sasaran
),
kantor as (
    select unit, pagu_rupiah
    from pohon
    where jenjang = 'total'
),
capai as (
    select unit, sasaran, count(*) as jumlah, count(nilai) as dihitung, rata(sum(nilai), count(nilai)) as capaian_persen
    from capaian_terhitung(p_tahun, p_triwulan, p_per)
    group by unit, sasaran
)

select
    s.unit,
    s.kode as sasaran,
    s.jenjang,
    s.uraian,
    s.urutan,
    u.pagu_rupiah,
    cast(dibagi(10000, cast(persen(u.pagu_rupiah, w.pagu_rupiah) as decimal(13, 10)), (s.unit, s.jenjang), s.kode) * 0.01 as decimal(5, 2)) as bagian_persen,
    u.realisasi_sd_rupiah,
    u.pagu_rupiah - coalesce(u.realisasi_sd_rupiah, 0) as sisa_rupiah,
    persen(u.realisasi_sd_rupiah, u.pagu_rupiah) as serapan_persen,
    u.target_sd_rupiah,
    persen(u.target_sd_rupiah, u.pagu_rupiah) as target_persen,
    deviasi(u.realisasi_sd_rupiah, u.target_sd_rupiah, u.pagu_rupiah, u.tanpa_target) as deviasi_persen,
    u.belum_terisi,
    u.tanpa_target,
    coalesce(c.jumlah, 0) as jumlah,
    coalesce(c.dihitung, 0) as dihitung,
    c.capaian_persen,
    if(
        u.unit is null,
        'tanpa_kaitan',
        efisiensi_alasan(p_triwulan, u.pagu_rupiah, u.belum_terisi, coalesce(c.jumlah, 0), coalesce(c.dihitung, 0))
    ) as alasan,
    if(alasan is null, c.capaian_persen - serapan_persen, null) as efisiensi_persen,
    if(alasan is null, efisiensi_kata(c.capaian_persen, serapan_persen), null) as efisiensi
from sasaran_tahun(p_tahun) as s
left join uang as u
    on  u.unit = s.unit
    and u.sasaran = s.kode
left join kantor as w
    on w.unit = s.unit
left join capai as c
    on  c.unit = s.unit
    and c.sasaran = s.kode;
