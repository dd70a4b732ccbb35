-- What each rumus gives on the figures of one indikator in one tahun, and what each cap makes of it in an average.
-- Columns batas_*: under that cap and above 0; tanpa_batas: as it is. Null where the rumus says nothing yet.
-- Grain: one row per quarter with a target, and the tahun (TH), and rumus.
with angka as (
    select p.periode, p.target, p.realisasi, p.metode, p.lengkap, coalesce(s.target_nol, false) as target_nol
    from periode_indikator($tahun, ['TW1', 'TW2', 'TW3', 'TW4', 'TH'], $per) as p
    left join pengaturan_tahun($tahun) as s
        on s.unit = p.unit
    where p.unit = $unit
        and p.kode = $indikator
        and p.target is not null
),
rumus as (
    select unnest(['positif', 'negatif_selisih', 'negatif_rasio', 'stabil']) as rumus, generate_subscripts([1, 2, 3, 4], 1) as urutan
),
dihitung as (
    select
        a.periode,
        a.target,
        a.realisasi,
        r.rumus,
        r.urutan,
        if(
            menunggu_lengkap(r.rumus, a.metode) and not a.lengkap,
            null,
            capaian(r.rumus, a.realisasi, a.target, null, a.target_nol)
        ) as tanpa_batas
    from angka as a
    cross join rumus as r
)
select
    $tahun as tahun,
    periode,
    target,
    realisasi,
    rumus,
    tanpa_batas,
    dibatasi(tanpa_batas, 100) as batas_100,
    dibatasi(tanpa_batas, 110) as batas_110,
    dibatasi(tanpa_batas, 120) as batas_120,
    dibatasi(tanpa_batas, 150) as batas_150
from dihitung
order by periode = 'TH', periode, urutan
