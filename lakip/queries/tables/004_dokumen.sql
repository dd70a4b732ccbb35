-- Planning documents as registered, what stands in them per indikator, and where a comparison figure came from.

alter table dokumen_rencana add column sampai_tahun integer;  -- Renstra and IKU: the last tahun they are for
alter table dokumen_rencana add column catatan varchar;
alter table dokumen_rencana add column membetulkan integer;   -- the first versi of what this one corrects
alter table dokumen_rencana add column batal boolean;         -- withdrawn: registered by mistake

-- Grain: one version of the content of one document version: one indikator and tahun_target, as printed.
-- The newest versi is the whole content; kode null: the document names an indikator that no card is known for.
create table isi_dokumen (
    unit varchar not null,
    jenis varchar not null check (jenis in ('renstra', 'renja', 'rkt', 'iku')),
    tahun integer not null,
    dokumen integer not null,        -- dokumen_rencana.versi
    versi integer not null,
    nomor integer not null,          -- place in the document
    kode varchar,
    nama varchar not null,
    satuan varchar,
    tahun_target integer,            -- null: an IKU carries no target
    nilai decimal(24, 6),            -- null: no target in that tahun
    unggahan varchar,                -- null: typed on screen by `oleh`
    lembar varchar,
    sel varchar,                     -- of nilai
    sel_nama varchar,
    sel_satuan varchar,
    oleh varchar not null,
    pada timestamp not null
);

-- Renstra targets stand in isi_dokumen.
drop table target_renstra;

alter table pembanding add column unggahan varchar;
alter table pembanding add column lembar varchar;
alter table pembanding add column sel varchar;
