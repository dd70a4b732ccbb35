-- Grain: one version of the emblem of an office; the newest counts.
create table lambang (
    unit varchar not null,
    isi varchar not null,            -- PNG or JPEG as base64
    sha256 varchar not null,
    oleh varchar not null,
    pada timestamp not null
);
