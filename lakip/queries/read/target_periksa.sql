-- Candidate targets held against the rules: parallel lists of kode, metode, desimal, tw1..tw4, th (text; null: blank).
-- lipatan is what the quarters fold to. Grain: one row per candidate, in the order given.
with calon as (
    select
        unnest(range(len($kode))) as nomor,
        unnest(cast($kode as varchar[])) as kode,
        unnest(cast($metode as varchar[])) as metode,
        unnest(cast($desimal as integer[])) as desimal,
        cast(unnest(cast($tw1 as varchar[])) as decimal(24, 6)) as tw1,
        cast(unnest(cast($tw2 as varchar[])) as decimal(24, 6)) as tw2,
        cast(unnest(cast($tw3 as varchar[])) as decimal(24, 6)) as tw3,
        cast(unnest(cast($tw4 as varchar[])) as decimal(24, 6)) as tw4,
        cast(unnest(cast($th as varchar[])) as decimal(24, 6)) as th
),
diisi as (
    select *, list_filter([tw1, tw2, tw3, tw4], lambda x: x is not null) as tw
    from calon
),
dilipat as (
    select *, lipat_target(metode, list_sum(tw), len(tw), tw[-1]) as lipatan
    from diisi
)
select
    kode,
    metode,
    desimal,
    th,
    lipatan,
    len(tw) as berlaku,
    th is null and len(tw) = 0 as kosong,
    th is null and len(tw) > 0 as tanpa_tahunan,
    th is not null and len(tw) = 0 as tanpa_triwulan,
    metode = 'tahunan' and len(tw) > 1 as tahunan_banyak,
    metode = 'rasio' and coalesce(list_min(tw) <> list_max(tw), false) as rasio_berubah,
    metode = 'kumulatif' and tw <> list_sort(tw) as kumulatif_turun,
    coalesce(
        case desimal -- round() takes no column as its precision
            when 0 then round(lipatan, 0) <> round(th, 0)
            when 1 then round(lipatan, 1) <> round(th, 1)
            when 2 then round(lipatan, 2) <> round(th, 2)
            when 3 then round(lipatan, 3) <> round(th, 3)
            when 4 then round(lipatan, 4) <> round(th, 4)
            when 5 then round(lipatan, 5) <> round(th, 5)
            else        round(lipatan, 6) <> round(th, 6)
        end,
        false
    ) as beda
from dilipat
order by nomor
