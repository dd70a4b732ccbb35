-- How the record is kept safe, and which programs have had it in their hands.

-- Grain: one change of how backups are made; the newest nomor counts.
create table setelan_cadangan (
    nomor integer primary key,
    jam integer not null check (jam between 0 and 23),   -- WITA; the nightly backup is made from then on
    folder varchar,                  -- a second folder: another disk, a network; null: none
    oleh varchar not null,
    pada timestamp not null
);

-- Grain: one change of the program that opens the record; the newest nomor is the one that did last.
create table program (
    nomor integer primary key,
    versi varchar not null,          -- lakip.VERSI
    duckdb varchar not null,
    pada timestamp not null
);

-- 004 had no such column in its first hour; a record of that hour has none yet.
alter table dokumen_rencana add column if not exists batal boolean;
