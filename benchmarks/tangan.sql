-- The same question as one hand-written query: annual capaian with its counts and kategori.
-- $unit null asks for all units. Written for the job at hand, with the formulas spelled out.
with ind as (
    select *
    from indikator
    where mulai_tahun <= $tahun and ($unit is null or unit = $unit)
    qualify row_number() over (partition by unit, kode order by versi desc) = 1
),
tgt as (
    select t.unit, t.indikator, t.periode, t.nilai
    from target t
    join dokumen_rencana d on d.unit = t.unit and d.jenis = 'pk' and d.tahun = t.tahun and d.versi = t.pk
    where t.tahun = $tahun and ($unit is null or t.unit = $unit)
        and (t.periode = 'TH' or d.mulai_triwulan <= try_cast(right(t.periode, 1) as integer))
    qualify row_number() over (partition by t.unit, t.indikator, t.periode order by t.pk desc, t.versi desc) = 1
),
rls as (
    select *
    from realisasi
    where tahun = $tahun and ($unit is null or unit = $unit)
    qualify row_number() over (partition by unit, indikator, triwulan order by versi desc) = 1
),
fold as (
    select
        t.unit, t.indikator,
        count(*) as berlaku,
        count(r.keadaan) as terisi,
        count(p.versi) as dibenarkan,
        max_by(r.keadaan is not null, t.periode) as terakhir,
        sum(r.nilai) as jumlah,
        count(r.nilai) as banyak,
        max_by(r.nilai, r.triwulan) as akhir,
        sum(r.pembilang) as pembilang,
        sum(r.penyebut) as penyebut
    from tgt t
    left join rls r on r.unit = t.unit and r.indikator = t.indikator and r.triwulan = try_cast(right(t.periode, 1) as integer)
    left join pembenaran p on p.unit = r.unit and p.indikator = r.indikator and p.tahun = r.tahun
        and p.triwulan = r.triwulan and p.versi = r.versi
    where t.periode <> 'TH' and t.nilai is not null
    group by t.unit, t.indikator
),
angka as (
    select i.unit, i.kode, i.nama, i.metode, i.rumus, a.nilai as target, f.*  exclude (unit, indikator),
        case
            when i.metode = 'jumlah' then f.jumlah
            when i.metode = 'rata_rata' then f.jumlah / f.banyak
            when i.metode = 'rasio' then 100 * f.pembilang / nullif(f.penyebut, 0)
            else f.akhir
        end as realisasi
    from ind i
    left join tgt a on a.unit = i.unit and a.indikator = i.kode and a.periode = 'TH'
    left join fold f on f.unit = i.unit and f.indikator = i.kode
),
jadi as (
    select *,
        cast(100 * case rumus
            when 'positif' then realisasi / nullif(target, 0)
            when 'negatif_selisih' then (2 * target - realisasi) / nullif(target, 0)
            when 'negatif_rasio' then target / nullif(realisasi, 0)
            else 1 - abs(realisasi - target) / nullif(target, 0)
        end as decimal(38, 10)) as capaian,
        not (if(metode in ('kumulatif', 'posisi_akhir', 'tahunan'), terakhir, terisi = berlaku)) or dibenarkan < terisi as sementara
    from angka
)
select j.*, k.nama as kategori
from jadi j
left join (
    select unit, nama, di_atas, lag(di_atas) over (partition by unit order by urutan) as sampai
    from kategori where mulai_tahun <= $tahun and ($unit is null or unit = $unit)
) k on k.unit = j.unit and not j.sementara
    and (k.di_atas is null or round(j.capaian, 2) > k.di_atas) and (k.sampai is null or round(j.capaian, 2) <= k.sampai)
order by j.unit, j.kode
