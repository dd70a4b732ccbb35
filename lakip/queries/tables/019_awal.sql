-- The quarter that an office begins with: of those before it nothing is owed.

-- Grain: one statement of an office; the newest versi counts.
create table triwulan_awal (
    unit varchar not null,
    versi integer not null,
    tahun integer not null,
    triwulan integer not null check (triwulan between 1 and 4),
    alasan varchar,                  -- why it was changed; null: stated when the office was set up
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, versi)
);

-- An office from before begins with the quarter that was running when it was set up (WITA), or with the first one that
-- it has a figure or a run of: what it has on record stays asked for, and no approved figure changes.
insert into triwulan_awal
select
    unit,
    1,
    min(hari) // 4,
    min(hari) % 4 + 1,
    'ditetapkan ketika program diperbarui: triwulan pemasangan, atau yang pertama berisi',
    'sistem',
    current_timestamp::timestamp
from (
    select unit, year(pada + interval 8 hour) * 4 + quarter(pada + interval 8 hour) - 1 as hari
    from pengaturan
    union all
    select unit, tahun * 4 + triwulan - 1
    from realisasi
    union all
    select a.unit, a.tahun * 4 + if(a.periode[:2] = 'TW', cast(a.periode[3] as integer), if(a.periode = 'SM2', 3, 1)) - 1
    from alur as a
) as dipakai
group by unit;
