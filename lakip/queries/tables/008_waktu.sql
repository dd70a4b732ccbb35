-- Grain: one dispensation: one bagian may send the figures of one triwulan later. The newest nomor counts.
create table dispensasi (
    unit varchar not null,
    bagian varchar not null,
    tahun integer not null,
    triwulan integer not null check (triwulan between 1 and 4),
    nomor integer not null,
    batas date not null,             -- the new last day
    alasan varchar not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, bagian, tahun, triwulan, nomor)
);
