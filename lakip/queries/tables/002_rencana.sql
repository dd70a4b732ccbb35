-- The planning tree above the Camat, the rest of the indikator card, and why things were chosen or changed.

-- Grain: one version of one tujuan; the sasaran of the Camat serve it.
create table tujuan (
    unit varchar not null,
    kode varchar not null,
    versi integer not null,
    mulai_tahun integer not null,
    sampai_tahun integer,
    uraian varchar not null,
    urutan integer not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, kode, versi)
);

alter table sasaran add column tujuan varchar;

-- Of field.md 6.3 what neither a setting nor the metode says already; null: not said yet.
alter table indikator add column tipe_nilai varchar;       -- lakip.indikator.TipeNilai
alter table indikator add column alasan varchar;           -- why this indikator, as on the IKU form
alter table indikator add column dasar_penetapan varchar;  -- the decree or document that set it
alter table indikator add column baseline decimal(24, 6);
alter table indikator add column baseline_tahun integer;

-- Which of the three legal reasons a PK perubahan has (PermenPAN-RB 53/2014, Lampiran I): lakip.rencana.DASAR_UBAH.
alter table dokumen_rencana add column dasar_ubah varchar;

-- Grain: one choice of a rumus for one indikator, made with the others beside it; the newest nomor counts.
create table pilihan_rumus (
    unit varchar not null,
    indikator varchar not null,
    nomor integer not null,
    mulai_tahun integer not null,
    rumus varchar not null,
    dasar varchar not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, indikator, nomor)
);
