-- Target keuangan per triwulan, from the anggaran kas or the Rencana Aksi.

-- Grain: one version of the target of one sub kegiatan in one triwulan (its increment), murni or perubahan.
create table target_keuangan (
    unit varchar not null,
    tahun integer not null,
    kode varchar not null,
    triwulan integer not null check (triwulan between 1 and 4),
    sifat varchar not null check (sifat in ('murni', 'perubahan')),
    versi integer not null,
    target_rupiah bigint not null,
    unggahan varchar,
    lembar varchar,
    sel varchar,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, kode, triwulan, sifat, versi)
);

-- Where a pagu came from; empty when it was typed.
alter table anggaran add column unggahan varchar;
alter table anggaran add column lembar varchar;
alter table anggaran add column sel varchar;
