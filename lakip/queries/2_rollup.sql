-- The folds: from quarters to periode, from indikator to averages.

-- Berlaku quarters (they carry a target) with what was saved for them.
-- Grain: one row per unit, indikator and berlaku triwulan of the tahun.
create or replace macro triwulan_berlaku(p_tahun) as table

select
    t.unit,
    t.indikator,
    triwulan_ke(t.periode) as triwulan,
    t.nilai as target,
    r.keadaan is not null as beres,
    r.keadaan in ('terisi', 'nihil') as terisi,
    coalesce(r.dibenarkan, false) as dibenarkan,
    r.nilai,
    r.pembilang,
    r.penyebut
from target_berlaku as t
left join realisasi_terbaru as r
    on  r.unit = t.unit
    and r.indikator = t.indikator
    and r.tahun = p_tahun
    and r.triwulan = triwulan_ke(t.periode)
where t.tahun = p_tahun and t.periode <> 'TH' and t.nilai is not null;

-- Everything the rule needs to choose from, folded once over the quarters of each periode.
-- Grain: one row per unit, indikator and periode that holds a berlaku triwulan.
create or replace macro lipatan(p_tahun, p_per) as table

select
    b.unit,
    b.indikator,
    p.periode,
    sum(b.target) as jumlah_target,
    max_by(b.target, b.triwulan) as target_terakhir,
    max_by(b.beres, b.triwulan) as terakhir_beres,
    count(*) as berlaku,
    count(*) filter (where b.beres) as beres,
    count(*) filter (where b.terisi) as terisi,
    count(*) filter (where b.beres and b.dibenarkan) as dibenarkan,
    count(*) filter (where jatuh_tempo(p_tahun, b.triwulan, p_per)) as jatuh_tempo,
    count(*) filter (where jatuh_tempo(p_tahun, b.triwulan, p_per) and not b.beres) as terlambat,
    sum(b.nilai) as jumlah,
    max_by(b.nilai, b.triwulan) filter (where b.terisi) as terakhir,
    sum(b.pembilang) as jumlah_pembilang,
    sum(b.penyebut) as jumlah_penyebut,
    max_by(b.pembilang, b.triwulan) filter (where b.terisi) as pembilang_terakhir,
    max_by(b.penyebut, b.triwulan) filter (where b.terisi) as penyebut_terakhir
from triwulan_berlaku(p_tahun) as b
inner join periode_triwulan as p
    on p.triwulan = b.triwulan
group by b.unit, b.indikator, p.periode;

-- Annual targets and the last berlaku quarter. Grain: one row per unit and indikator.
create or replace macro target_tahun(p_tahun) as table

select
    unit,
    indikator,
    max(nilai) filter (where periode = 'TH') as target_tahun,
    max(triwulan_ke(periode)) filter (where periode <> 'TH' and nilai is not null) as triwulan_terakhir
from target_berlaku
where tahun = p_tahun
group by unit, indikator;

-- Each indikator folded over each periode: target, realisasi, completeness.
-- Grain: one row per unit, indikator in force and periode, also where nothing is berlaku (counts 0, figures null).
create or replace macro periode_indikator(p_tahun, p_per) as table

select
    i.unit,
    i.kode,
    p.periode,
    p.sd,
    p.akhir,
    i.nama,
    i.satuan,
    i.metode,
    i.rumus,
    i.isian,
    i.desimal,
    i.bagian,
    i.iku,
    i.sasaran,
    i.urutan,
    a.target_tahun,
    a.triwulan_terakhir,
    agregasi_target(i.metode, p.periode, a.target_tahun, l.jumlah_target, l.berlaku, l.target_terakhir) as target,
    agregasi(
        i.metode, i.isian, l.jumlah, l.terisi, l.terakhir,
        l.jumlah_pembilang, l.jumlah_penyebut, l.pembilang_terakhir, l.penyebut_terakhir
    ) as realisasi,
    coalesce(l.berlaku, 0) as berlaku,
    coalesce(l.beres, 0) as terisi,
    coalesce(l.terisi, 0) as bernilai,
    coalesce(l.dibenarkan, 0) as dibenarkan,
    coalesce(l.jatuh_tempo, 0) as jatuh_tempo,
    coalesce(l.terlambat, 0) as terlambat,
    if(
        l.berlaku is null,
        p.periode <> 'TH' or a.target_tahun is null,
        lengkap(i.metode, l.berlaku, l.beres, l.terakhir_beres)
    ) as lengkap
from indikator_tahun(p_tahun) as i
cross join (select distinct periode, sd, akhir from periode_triwulan) as p
left join target_tahun(p_tahun) as a
    on  a.unit = i.unit
    and a.indikator = i.kode
left join lipatan(p_tahun, p_per) as l
    on  l.unit = i.unit
    and l.indikator = i.kode
    and l.periode = p.periode;

-- Rule 2 over rule 1. sementara: not complete, or a figure in it not yet confirmed; then no kategori.
-- alasan says why capaian_persen is null, and only then.
-- Grain: one row per unit, indikator in force and periode.
create or replace macro capaian_periode(p_tahun, p_per) as table

with dihitung as (
    select
        x.*,
        s.batas,
        if(
            menunggu_lengkap(x.rumus, x.metode) and not x.lengkap,
            null,
            capaian(x.rumus, x.realisasi, x.target, s.batas, coalesce(s.target_nol, false))
        ) as capaian_persen,
        not x.lengkap or x.dibenarkan < x.terisi as sementara
    from periode_indikator(p_tahun, p_per) as x
    left join pengaturan_tahun(p_tahun) as s
        on s.unit = x.unit
)

select
    d.*,
    k.nama as kategori,
    case
        when d.capaian_persen is not null                          then null
        when d.berlaku = 0 and d.triwulan_terakhir > d.akhir       then 'belum_waktunya'
        when d.berlaku = 0 or d.target is null                     then 'tanpa_target'
        when d.realisasi is null and d.bernilai > 0                then 'penyebut_nol'
        when d.realisasi is null and d.terisi = d.berlaku          then 'tidak_tersedia'
        when d.realisasi is null and d.terlambat > 0               then 'belum_diisi'
        when d.realisasi is null                                   then 'belum_waktunya'
        when menunggu_lengkap(d.rumus, d.metode) and not d.lengkap then 'belum_lengkap'
        when d.rumus = 'positif' and d.target_tahun > 0            then 'belum_waktunya'
        else                                                            'tanpa_target'
    end as alasan
from dihitung as d
left join kategori_tahun(p_tahun) as k
    on  k.unit = d.unit
    and not d.sementara
    and dalam_kategori(d.capaian_persen, k.di_atas, k.sampai);
