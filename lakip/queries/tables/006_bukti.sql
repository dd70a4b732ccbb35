-- The documents behind the figures.

-- Grain: one version of one bukti of one indikator and triwulan. The file is a row of unggahan, jenis 'bukti'.
-- Taking one out is a version too, with its reason; nothing is lost.
create table bukti (
    unit varchar not null,
    indikator varchar not null,
    tahun integer not null,
    triwulan integer not null check (triwulan between 1 and 4),
    nomor integer not null,          -- 1, 2, .. within indikator and triwulan
    versi integer not null,
    dihapus boolean not null,
    nama varchar not null,           -- nama dokumen: "Berita acara musrenbang"
    nomor_dokumen varchar,
    tanggal date not null,           -- as the document says
    keterangan varchar,
    alasan_tanggal varchar,          -- why a date outside the triwulan is accepted
    alasan varchar,                  -- why it was taken out
    unggahan varchar not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, indikator, tahun, triwulan, nomor, versi)
);
