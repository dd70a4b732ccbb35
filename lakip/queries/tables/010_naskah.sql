-- What officials wrote in place of the text that is generated for a section of a report.

-- Grain: one version of the text of one section of the report of one periode; the newest counts.
create table naskah (
    unit varchar not null,
    tahun integer not null,
    periode varchar not null,
    kunci varchar not null,          -- the section: lakip.narasi.isi
    versi integer not null,
    teks varchar,                    -- figures as references; null: back to the generated text
    dasar varchar not null,          -- JSON: the figures beneath as they were, and the hash of the generated text
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, periode, kunci, versi)
);
