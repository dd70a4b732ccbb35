-- The same question as one hand-written query: annual capaian with its counts, kategori and alasan.
-- $unit null asks for all units. Written for the job at hand, with the formulas spelled out: only for TH, so the newest
-- target of each periode is the one in force; tests/test_rollup_tangan.py holds its answers equal to rollup's.
with ind as (
    select *
    from (
        select *
        from indikator
        where mulai_tahun <= $tahun and ($unit is null or unit = $unit)
        qualify row_number() over (partition by unit, kode order by mulai_tahun desc, versi desc) = 1
    )
    where sampai_tahun is null or sampai_tahun >= $tahun
),
tgt as (
    select t.unit, t.indikator, t.periode, t.nilai, try_cast(right(t.periode, 1) as integer) as triwulan
    from target t
    join dokumen_rencana d on d.unit = t.unit and d.jenis = 'pk' and d.tahun = t.tahun and d.versi = t.pk
    where t.tahun = $tahun and ($unit is null or t.unit = $unit)
        and (t.periode = 'TH' or d.mulai_triwulan <= try_cast(right(t.periode, 1) as integer))
    qualify row_number() over (partition by t.unit, t.indikator, t.periode order by t.pk desc, t.versi desc) = 1
),
rls as (
    select unit, indikator, tahun, triwulan, versi, keadaan,
        case keadaan when 'terisi' then nilai when 'nihil' then 0 end as nilai,
        case keadaan when 'terisi' then pembilang when 'nihil' then coalesce(pembilang, 0) end as pembilang,
        case keadaan when 'terisi' then penyebut when 'nihil' then coalesce(penyebut, 0) end as penyebut
    from realisasi
    where tahun = $tahun and ($unit is null or unit = $unit)
    qualify row_number() over (partition by unit, indikator, triwulan order by versi desc) = 1
),
fold as (
    select
        t.unit, t.indikator,
        count(*) as berlaku,
        count(r.keadaan) as terisi,
        count(nullif(r.keadaan, 'tidak_tersedia')) as banyak,
        count(p.versi) as dibenarkan,
        count(if(r.keadaan is null and last_day(make_date($tahun, t.triwulan * 3, 1)) <= $per, 1, null)) as belum_diisi,
        max_by(r.keadaan is not null, t.triwulan) as terakhir,
        sum(r.nilai) as jumlah,
        max_by(r.nilai, r.triwulan) as akhir,
        sum(r.pembilang) as pembilang,
        sum(r.penyebut) as penyebut,
        max_by(r.pembilang, r.triwulan) as pembilang_akhir,
        max_by(r.penyebut, r.triwulan) as penyebut_akhir
    from tgt t
    left join rls r on r.unit = t.unit and r.indikator = t.indikator and r.triwulan = t.triwulan
    left join pembenaran p on p.unit = r.unit and p.indikator = r.indikator and p.tahun = r.tahun
        and p.triwulan = r.triwulan and p.versi = r.versi
    where t.periode <> 'TH' and t.nilai is not null
    group by t.unit, t.indikator
),
atur as (
    select unit, cast(max(nilai) filter (where kunci = 'batas_rata_rata') as decimal(9, 2)) as batas,
        max(nilai) filter (where kunci = 'target_nol') = '1' as target_nol
    from (
        select unit, kunci, nilai from pengaturan where mulai_tahun <= $tahun and ($unit is null or unit = $unit)
        qualify row_number() over (partition by unit, kunci order by mulai_tahun desc, pada desc) = 1
    )
    group by unit
),
skala as (
    select unit, nama, di_atas, lag(di_atas) over (partition by unit, mulai_tahun order by urutan) as sampai
    from kategori where mulai_tahun <= $tahun and ($unit is null or unit = $unit)
    qualify mulai_tahun = max(mulai_tahun) over (partition by unit)
),
angka as (
    select i.unit, i.kode, i.nama, i.metode, i.rumus, cast(a.nilai as decimal(38, 10)) as target,
        cast(case
            when i.metode = 'jumlah' then f.jumlah
            when i.metode = 'rata_rata' then f.jumlah / nullif(f.banyak, 0)
            when i.metode = 'rasio' then 100 * f.pembilang / nullif(f.penyebut, 0)
            when i.isian = 'pembilang_penyebut' then 100 * f.pembilang_akhir / nullif(f.penyebut_akhir, 0)
            else f.akhir
        end as decimal(38, 10)) as realisasi,
        coalesce(f.berlaku, 0) as berlaku,
        coalesce(f.terisi, 0) as terisi,
        coalesce(f.banyak, 0) as banyak,
        coalesce(f.dibenarkan, 0) as dibenarkan,
        coalesce(f.belum_diisi, 0) as belum_diisi,
        case
            when f.berlaku is null then a.nilai is null
            when i.metode in ('kumulatif', 'posisi_akhir', 'tahunan') then f.terakhir
            else f.terisi = f.berlaku
        end as lengkap,
        i.rumus <> 'positif' and i.metode in ('jumlah', 'kumulatif') and not lengkap as menunggu
    from ind i
    left join tgt a on a.unit = i.unit and a.indikator = i.kode and a.periode = 'TH'
    left join fold f on f.unit = i.unit and f.indikator = i.kode
),
jadi as (
    select g.*,
        case
            when menunggu then null
            when target = 0 and (rumus = 'positif' or not coalesce(s.target_nol, false)) then null
            when target = 0 then case when realisasi = 0 then 100 when realisasi > 0 or realisasi < 0 then 0 end
            when rumus = 'negatif_rasio' and realisasi = 0 then if(target is null, null, coalesce(s.batas, 100))
            else cast(100 * case rumus
                when 'positif' then realisasi
                when 'negatif_selisih' then 2 * target - realisasi
                when 'negatif_rasio' then target
                else target - abs(realisasi - target)
            end / if(rumus = 'negatif_rasio', realisasi, target) as decimal(38, 10))
        end as capaian_persen,
        not lengkap or dibenarkan < terisi as sementara
    from angka g
    left join atur s on s.unit = g.unit
)
select j.unit, j.kode, j.nama, j.metode, j.rumus, j.target, j.realisasi, j.berlaku, j.terisi, j.dibenarkan,
    j.capaian_persen, j.sementara, k.nama as kategori,
    case
        when j.capaian_persen is not null then null
        when j.berlaku = 0 or j.target is null then 'tanpa_target'
        when j.realisasi is null and j.banyak > 0 then 'penyebut_nol'
        when j.realisasi is null and j.terisi = j.berlaku then 'tidak_tersedia'
        when j.realisasi is null then if(j.belum_diisi > 0, 'belum_diisi', 'belum_waktunya')
        when j.menunggu then 'belum_lengkap'
        when j.rumus = 'positif' and j.target > 0 then 'belum_waktunya'
        else 'tanpa_target'
    end as alasan
from jadi j
left join skala k on k.unit = j.unit and not j.sementara
    and (k.di_atas is null or round(j.capaian_persen, 2) > k.di_atas)
    and (k.sampai is null or round(j.capaian_persen, 2) <= k.sampai)
order by j.unit, j.kode
