-- The folds: from quarters to periode, from indikator to averages.

-- Targets with what was saved for them; the annual one has triwulan null and nothing saved. sejak, sampai: the
-- quarters from whose end the target is seen as in force. berlaku: it is measured here; of a quarter before the one that
-- the office begins with only what was saved all the same, and the others have neither target nor beres.
-- Grain: one row per unit, indikator, berlaku triwulan of the tahun and PK version, and the same for its annual target.
create or replace macro target_dan_realisasi(p_tahun) as table

select
    t.unit,
    t.indikator,
    triwulan_ke(t.periode) as triwulan,
    t.sejak,
    t.sampai,
    r.keadaan is not null or not sebelum_awal(p_tahun, triwulan_ke(t.periode), a.tahun, a.triwulan) as berlaku,
    if(berlaku, t.nilai, null) as target,
    if(berlaku, r.keadaan is not null, null) as beres,
    coalesce(r.keadaan in ('terisi', 'nihil'), false) as terisi,
    coalesce(r.dibenarkan, false) as dibenarkan,
    r.nilai,
    r.pembilang,
    r.penyebut
from target_masa as t
left join realisasi_terbaru as r
    on  r.unit = t.unit
    and r.indikator = t.indikator
    and r.tahun = p_tahun
    and r.triwulan = triwulan_ke(t.periode)
left join awal_terbaru as a
    on a.unit = t.unit
where t.tahun = p_tahun and (t.periode = 'TH' or t.nilai is not null);

-- Berlaku quarters (they carry a target) with what was saved for them.
-- Grain: one row per unit, indikator and berlaku triwulan of the tahun.
create or replace macro triwulan_berlaku(p_tahun) as table

select * exclude (sejak, sampai, berlaku)
from target_dan_realisasi(p_tahun)
where triwulan is not null and sampai = 4 and berlaku;

-- Everything the rule needs to choose from, folded once: over the quarters of each periode asked for, and, in the
-- columns that end in _sd, to date. target_tahun and triwulan_terakhir are of the whole tahun, by the PK in force in
-- the last quarter of the periode. What lies outside is null to a fold: no aggregate has a filter of its own, of which
-- each costs more than the rest of the question.
-- Grain: one row per unit, indikator with a target, and periode of the list p_periode.
create or replace macro lipatan(p_tahun, p_periode, p_per) as table

select
    unit,
    indikator,
    periode,
    max(target_tahun) as target_tahun,
    max(triwulan) as triwulan_terakhir,
    sum(target) as jumlah_target,
    arg_max(target, triwulan) as target_terakhir,
    arg_max(beres, triwulan) as terakhir_beres,
    count(beres) as berlaku,
    count(nullif(beres, false)) as beres,
    count(nullif(terisi, false)) as terisi,
    count(nullif(beres and dibenarkan, false)) as dibenarkan,
    count(nullif(beres is not null and tempo, false)) as jatuh_tempo,
    count(nullif(not beres and tempo, false)) as belum_diisi,
    count(sebelum_awal) as sebelum_awal,
    sum(nilai) as jumlah,
    arg_max(nilai, triwulan) as terakhir,
    sum(pembilang) as jumlah_pembilang,
    sum(penyebut) as jumlah_penyebut,
    arg_max(pembilang, triwulan) as pembilang_terakhir,
    arg_max(penyebut, triwulan) as penyebut_terakhir,
    count(nullif(terisi_sd, false)) as terisi_sd,
    sum(nilai_sd) as jumlah_sd,
    arg_max(nilai_sd, triwulan) as terakhir_sd,
    sum(pembilang_sd) as jumlah_pembilang_sd,
    sum(penyebut_sd) as jumlah_penyebut_sd,
    arg_max(pembilang_sd, triwulan) as pembilang_terakhir_sd,
    arg_max(penyebut_sd, triwulan) as penyebut_terakhir_sd
from (
    select
        t.unit,
        t.indikator,
        p.periode,
        t.triwulan,
        t.triwulan between p.awal and p.akhir as di_dalam,
        t.triwulan <= p.akhir as di_sd,
        jatuh_tempo(p_tahun, t.triwulan, p_per) as tempo,
        if(t.triwulan is null, t.target, null) as target_tahun,
        if(di_dalam, t.target, null) as target,
        if(di_dalam, t.beres, null) as beres,
        if(di_dalam and not t.berlaku, true, null) as sebelum_awal,
        if(di_dalam, t.terisi, null) as terisi,
        t.dibenarkan,
        if(di_dalam, t.nilai, null) as nilai,
        if(di_dalam, t.pembilang, null) as pembilang,
        if(di_dalam, t.penyebut, null) as penyebut,
        if(di_sd, t.terisi, null) as terisi_sd,
        if(di_sd, t.nilai, null) as nilai_sd,
        if(di_sd, t.pembilang, null) as pembilang_sd,
        if(di_sd, t.penyebut, null) as penyebut_sd
    from target_dan_realisasi(p_tahun) as t
    inner join rentang_periode as p
        on p.akhir between t.sejak and t.sampai
    where p.periode in p_periode
)
group by unit, indikator, periode;

-- Each indikator folded over each periode: target, realisasi, completeness; pembilang and penyebut are the pair behind a
-- realisasi whose isian is one.
-- Grain: one row per unit, indikator in force and periode asked for, also where nothing is berlaku (counts 0, figures
-- null).
create or replace macro periode_indikator(p_tahun, p_periode, p_per) as table

select
    i.unit,
    i.kode,
    p.periode,
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
    i.kode_anggaran,
    i.urutan,
    l.target_tahun,
    l.triwulan_terakhir,
    agregasi_target(i.metode, p.periode, l.target_tahun, l.jumlah_target, l.berlaku, l.target_terakhir) as target,
    agregasi(
        i.metode, i.isian, l.jumlah, l.terisi, l.terakhir,
        l.jumlah_pembilang, l.jumlah_penyebut, l.pembilang_terakhir, l.penyebut_terakhir
    ) as realisasi,
    agregasi(
        i.metode, i.isian, l.jumlah_sd, l.terisi_sd, l.terakhir_sd,
        l.jumlah_pembilang_sd, l.jumlah_penyebut_sd, l.pembilang_terakhir_sd, l.penyebut_terakhir_sd
    ) as realisasi_sd,
    if(i.metode = 'rasio', l.jumlah_pembilang, l.pembilang_terakhir) as pembilang,
    if(i.metode = 'rasio', l.jumlah_penyebut, l.penyebut_terakhir) as penyebut,
    coalesce(l.berlaku, 0) as berlaku,
    coalesce(l.beres, 0) as terisi,
    coalesce(l.terisi, 0) as bernilai,
    coalesce(l.dibenarkan, 0) as dibenarkan,
    coalesce(l.jatuh_tempo, 0) as jatuh_tempo,
    coalesce(l.belum_diisi, 0) as belum_diisi,
    coalesce(l.sebelum_awal, 0) as sebelum_awal,
    if(
        coalesce(l.berlaku, 0) = 0,
        p.periode <> 'TH' or l.target_tahun is null or l.sebelum_awal > 0,
        lengkap(i.metode, l.berlaku, l.beres, l.terakhir_beres)
    ) as lengkap
from indikator_tahun(p_tahun) as i
cross join rentang_periode as p
left join lipatan(p_tahun, p_periode, p_per) as l
    on  l.unit = i.unit
    and l.indikator = i.kode
    and l.periode = p.periode
where p.periode in p_periode;

-- Rule 2 over rule 1. sementara: not complete, or a figure in it not yet confirmed; then no kategori.
-- alasan says why capaian_persen is null, and only then.
-- Grain: one row per unit, indikator in force and periode of the list p_periode.
create or replace macro capaian_periode(p_tahun, p_periode, p_per) as table

with dihitung as (
    select
        x.*,
        s.batas,
        if(
            menunggu_lengkap(x.rumus, x.metode) and not x.lengkap or tak_utuh(x.metode, x.periode, x.sebelum_awal),
            null,
            capaian(x.rumus, x.realisasi, x.target, s.batas, coalesce(s.target_nol, false))
        ) as capaian_persen,
        not x.lengkap or x.dibenarkan < x.terisi as sementara
    from periode_indikator(p_tahun, p_periode, p_per) as x
    left join pengaturan_tahun(p_tahun) as s
        on s.unit = x.unit
)

select
    d.*,
    k.nama as kategori,
    case
        when d.capaian_persen is not null                          then null
        when d.berlaku = 0 and d.sebelum_awal > 0                  then 'tidak_tersedia'
        when tak_utuh(d.metode, d.periode, d.sebelum_awal)         then 'tidak_tersedia'
        when d.berlaku = 0 and d.triwulan_terakhir > d.akhir       then 'belum_waktunya'
        when d.berlaku = 0 or d.target is null                     then 'tanpa_target'
        when d.realisasi is null and d.bernilai > 0                then 'penyebut_nol'
        when d.realisasi is null and d.terisi = d.berlaku          then 'tidak_tersedia'
        when d.realisasi is null and d.belum_diisi > 0             then 'belum_diisi'
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
