-- The SOP itself, the calendar of its clock, its disposisi and its sosialisasi.

-- Grain: one version of one day of the holiday calendar; the newest counts.
create table libur (
    unit varchar not null,
    tanggal date not null,
    versi integer not null,
    libur boolean not null,          -- false: taken out of the calendar again
    nama varchar not null,
    jenis varchar not null check (jenis in ('nasional', 'cuti_bersama', 'daerah')),
    perkiraan boolean not null,      -- the religious calendar was computed, not yet decreed
    alasan varchar,                  -- null: filled from the list of national holidays
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tanggal, versi)
);

-- Grain: one working weekday of one version of the working hours; a weekday without a row is off.
create table jam_kerja (
    unit varchar not null,
    versi integer not null,
    mulai date not null,             -- counts from this day on
    hari integer not null check (hari between 1 and 7),  -- 1: Senin
    buka integer not null,           -- minutes after midnight, WITA
    tutup integer not null,
    rehat_mulai integer not null,
    rehat_selesai integer not null,
    alasan varchar not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, versi, hari)
);

-- Grain: one version of the header of the SOP. Lists hold one item a line.
create table sop (
    unit varchar not null,
    versi integer not null,
    nama varchar not null,
    nomor varchar not null,          -- '' while unknown
    tanggal_pembuatan date,
    tanggal_revisi date,
    tanggal_efektif date,
    dasar_hukum varchar not null,
    kualifikasi varchar not null,
    keterkaitan varchar not null,
    peralatan varchar not null,
    peringatan varchar not null,
    pencatatan varchar not null,
    alasan varchar not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, versi)
);

-- Grain: one step of one version of the SOP. A pelaksana column holds the symbol of the flow chart, or null.
create table sop_langkah (
    unit varchar not null,
    versi integer not null,
    nomor integer not null,
    uraian varchar not null,
    staf varchar,
    kasi varchar,
    kasubbag varchar,
    sekcam varchar,
    camat varchar,
    syarat varchar not null,
    jumlah integer not null,         -- baku mutu, in satuan
    satuan varchar not null check (satuan in ('menit', 'hari_kerja')),
    output varchar not null,
    keterangan varchar not null,
    primary key (unit, versi, nomor)
);

-- Grain: one answer of the office to one question about its printed SOP; the newest counts.
create table sop_jawaban (
    unit varchar not null,
    kode varchar not null,           -- lakip.sop.pertanyaan
    versi integer not null,
    jawaban varchar not null,        -- '' : open again
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, kode, versi)
);

-- Grain: one Lembar Disposisi. The number is unique within unit and tahun.
create table disposisi (
    unit varchar not null,
    tahun integer not null,
    nomor integer not null,
    tanggal date not null,
    dari varchar not null,           -- pejabat
    kepada_pejabat varchar,          -- either a pejabat
    kepada_akun varchar,             -- or the account of a staf, who is in no register
    sifat varchar not null check (sifat in ('biasa', 'segera', 'sangat_segera', 'rahasia')),
    hal varchar not null,
    instruksi varchar not null,
    tahun_kinerja integer not null,
    periode varchar not null,
    lampiran varchar not null,       -- codes of lakip.sop.disposisi.LAMPIRAN, a space between
    pk integer,                      -- the version that is attached
    tenggat date not null,
    induk_tahun integer,             -- the disposisi that this one hands on
    induk_nomor integer,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, nomor)
);

-- Grain: one stamp on one disposisi.
create table disposisi_cap (
    unit varchar not null,
    tahun integer not null,
    nomor integer not null,
    cap varchar not null check (cap in ('diterima', 'selesai')),
    catatan varchar,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, nomor, cap)
);

-- Grain: one version of one sosialisasi of one periode.
create table sosialisasi (
    unit varchar not null,
    tahun integer not null,
    periode varchar not null,
    nomor integer not null,          -- 2: a second meeting about the same periode
    versi integer not null,
    keadaan varchar not null check (keadaan in ('diundang', 'dilaksanakan', 'dibatalkan')),
    nomor_undangan varchar not null,
    tanggal_undangan date not null,
    mulai timestamp not null,        -- UTC, as invited
    tempat varchar not null,
    agenda varchar not null,
    pimpinan varchar not null,       -- pejabat
    dimulai timestamp,               -- UTC, as it was
    selesai timestamp,
    notulis varchar,
    notulen varchar,
    alasan varchar,                  -- why dibatalkan, or why a record was changed
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, periode, nomor, versi)
);

-- Grain: one person on the list of one version of one sosialisasi.
create table sosialisasi_hadir (
    unit varchar not null,
    tahun integer not null,
    periode varchar not null,
    nomor integer not null,
    versi integer not null,
    urutan integer not null,
    pejabat varchar,                 -- null: a guest
    nama varchar not null,
    jabatan varchar not null,
    hadir boolean,                   -- null: invited, the meeting is still to come
    primary key (unit, tahun, periode, nomor, versi, urutan)
);

-- Grain: one photo of one sosialisasi; its bytes lie in arsip/ under their sha256.
create table sosialisasi_foto (
    unit varchar not null,
    tahun integer not null,
    periode varchar not null,
    nomor integer not null,
    sha256 varchar not null,
    nama_berkas varchar not null,
    tipe varchar not null check (tipe in ('.png', '.jpg')),
    ukuran integer not null,
    keterangan varchar not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, periode, nomor, sha256)
);

-- Grain: one direction of the Camat, to be followed up by one pejabat.
create table arahan (
    unit varchar not null,
    tahun integer not null,
    periode varchar not null,
    nomor integer not null,
    urutan integer not null,
    uraian varchar not null,
    pejabat varchar not null,
    tenggat date not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, periode, nomor, urutan)
);

-- Grain: one direction that was carried out, or opened again; the newest versi counts.
create table arahan_tindak (
    unit varchar not null,
    tahun integer not null,
    periode varchar not null,
    nomor integer not null,
    urutan integer not null,
    versi integer not null,
    selesai boolean not null,
    catatan varchar not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, periode, nomor, urutan, versi)
);
