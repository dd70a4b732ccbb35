-- Remembered readings of workbooks that are not ours, and what was typed on screen in place of a cell of a file.

-- Grain: one version of one profil of an office; the newest counts. Taking one out is a version too.
create table profil (
    unit varchar not null,
    nomor integer not null,          -- 1, 2, .. within the unit
    versi integer not null,
    dihapus boolean not null,
    jenis varchar not null,          -- the kind of upload: realisasi, rencana, anggaran, kaitan, pembanding, iku, ..
    bagian varchar,                  -- whose workbook it is; null: of the whole office
    nama varchar not null,
    sidik varchar not null,          -- print of the headings: tabel.bacaan
    arti varchar not null,           -- JSON: [heading, bidang or "tidak dipakai"] of each column, from the left
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, nomor, versi)
);

-- JSON: what was written in each cell of the file that was corrected on screen, {"TW II!G12": "15o"}; null: none was.
alter table unggahan add column dibetulkan varchar;
