-- What people outside the program are told of a periode: one page, a message, its dates. Never changed.
-- Grain: one unit, tahun, periode and nomor.
create table ringkasan (
    unit varchar not null,
    tahun integer not null,
    periode varchar not null,
    nomor integer not null,
    sebab varchar not null,          -- the step of the run it followed (lakip.alur.LANGKAH), or "diminta"
    alur integer not null,           -- alur.nomor of the newest step it knew of; 0: not opened
    pesan varchar not null,          -- the text to be pasted
    docx varchar not null,           -- sha256 of each file in the archive
    pdf varchar,                     -- null: the office has no LibreOffice
    png varchar,
    ics varchar,                     -- null: there is no date to tell
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, periode, nomor)
);
