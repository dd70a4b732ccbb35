-- The record. Append-only: a correction is a new `versi`, never an update of a figure.
-- No foreign keys, no ENUM, few indexes (DuckDB: child-then-parent deletes fail, enums cannot grow,
-- secondary indexes are where its recovery bugs were). Times are UTC without zone; days are WITA days.

---------------------------------------------------------------- who we are

-- Grain: one office.
create table unit (
    unit varchar primary key,        -- kode wilayah, "63.11.07"
    nama varchar not null,           -- "Kecamatan Paringin Selatan"
    kabupaten varchar not null,      -- "Kabupaten Balangan"
    alamat varchar,                  -- kop, as printed
    tempat varchar not null,         -- place of signing
    contoh boolean not null          -- true: DATA CONTOH on every screen and paper
);

-- Grain: one seksi, subbagian, sekretariat or kelurahan of an office.
create table bagian (
    unit varchar not null,
    bagian varchar not null,         -- short code, "PEM"
    nama varchar not null,           -- "Seksi Pemerintahan"
    jenis varchar not null check (jenis in ('sekretariat', 'subbag', 'seksi', 'kelurahan')),
    urutan integer not null,
    primary key (unit, bagian)
);

-- Grain: one person in one jabatan, from..to. Documents take whoever held it on the signing date.
create table pejabat (
    id varchar primary key,
    unit varchar not null,
    bagian varchar,                  -- null: Camat, Sekcam
    jabatan varchar not null,        -- as printed: "Camat Paringin Selatan"
    peran varchar not null,          -- lakip.akses.Peran
    nama varchar not null,           -- with degrees
    nip varchar,
    pangkat varchar,
    status varchar not null check (status in ('definitif', 'plt', 'plh')),
    mulai date not null,
    selesai date
);

-- Grain: one change of one setting; the newest row at or before a tahun is in force in it.
create table pengaturan (
    unit varchar not null,
    kunci varchar not null,          -- lakip.pengaturan names them all
    mulai_tahun integer not null,
    nilai varchar,                   -- null: switched off
    oleh varchar not null,
    pada timestamp not null
);

-- Grain: one kategori of one scale. A scale has lower bounds only, so it has neither gaps nor overlaps.
create table kategori (
    unit varchar not null,
    mulai_tahun integer not null,
    urutan integer not null,         -- 1 is best
    nama varchar not null,
    di_atas decimal(9, 2),           -- holds above this value; null for the last
    warna varchar not null,
    ikon varchar not null,
    primary key (unit, mulai_tahun, urutan)
);

---------------------------------------------------------------- the plan

-- Grain: one version of one planning document. The PK of a tahun has versi 1 (murni), 2.. (perubahan).
create table dokumen_rencana (
    unit varchar not null,
    jenis varchar not null check (jenis in ('renstra', 'renja', 'rkt', 'pk', 'renaksi', 'iku', 'dpa', 'dppa')),
    tahun integer not null,
    versi integer not null,
    sifat varchar not null check (sifat in ('murni', 'perubahan')),
    nomor varchar,
    tanggal date,
    mulai_triwulan integer not null check (mulai_triwulan between 1 and 4),
    alasan varchar,
    unggahan varchar,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, jenis, tahun, versi)
);

-- Grain: one version of one sasaran of one jabatan level; `induk` is the sasaran it serves (cascading).
create table sasaran (
    unit varchar not null,
    kode varchar not null,
    versi integer not null,
    mulai_tahun integer not null,
    sampai_tahun integer,
    jenjang varchar not null check (jenjang in ('camat', 'sekcam', 'kasubbag', 'kasi', 'lurah')),
    induk varchar,
    uraian varchar not null,
    urutan integer not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, kode, versi)
);

-- Grain: one version of one indikator card. Belongs to a sasaran, or to a code of the budget tree.
create table indikator (
    unit varchar not null,
    kode varchar not null,
    versi integer not null,
    mulai_tahun integer not null,
    sampai_tahun integer,
    sasaran varchar,
    kode_anggaran varchar,
    bagian varchar not null,         -- penanggung jawab
    nama varchar not null,
    definisi varchar,                -- definisi operasional
    formula varchar,                 -- in words, as on the IKU form
    satuan varchar not null,
    isian varchar not null check (isian in ('nilai', 'pembilang_penyebut')),
    metode varchar not null check (metode in ('jumlah', 'kumulatif', 'posisi_akhir', 'rata_rata', 'rasio', 'tahunan')),
    rumus varchar not null check (rumus in ('positif', 'negatif_selisih', 'negatif_rasio', 'stabil')),
    desimal integer not null check (desimal between 0 and 6),
    label_pembilang varchar,
    label_penyebut varchar,
    sumber_data varchar,
    frekuensi varchar,
    media varchar,
    iku boolean not null,
    urutan integer not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, kode, versi)
);

-- Grain: one version of one target of one PK version. nilai null: not measured in that periode; 0: nothing planned yet.
create table target (
    unit varchar not null,
    indikator varchar not null,
    tahun integer not null,
    periode varchar not null check (periode in ('TW1', 'TW2', 'TW3', 'TW4', 'TH')),
    pk integer not null,
    versi integer not null,
    nilai decimal(24, 6),
    unggahan varchar,
    lembar varchar,
    sel varchar,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, indikator, tahun, periode, pk, versi)
);

-- Grain: one version of one Renstra target of one tahun.
create table target_renstra (
    unit varchar not null,
    indikator varchar not null,
    tahun integer not null,
    versi integer not null,
    nilai decimal(24, 6),
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, indikator, tahun, versi)
);

-- Grain: one comparison figure of one indikator, tahun and cakupan.
create table pembanding (
    unit varchar not null,
    indikator varchar not null,
    tahun integer not null,
    cakupan varchar not null check (cakupan in ('kabupaten', 'provinsi', 'nasional')),
    versi integer not null,
    nilai decimal(24, 6),
    sumber varchar not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, indikator, tahun, cakupan, versi)
);

---------------------------------------------------------------- the budget

-- Grain: one code of one edition of the nomenclature (Permendagri 90/2019 and its updates).
create table nomenklatur (
    edisi varchar not null,
    kode varchar not null,
    jenjang varchar not null check (jenjang in ('program', 'kegiatan', 'sub_kegiatan')),
    nama varchar not null,
    primary key (edisi, kode)
);

-- Grain: one version of the pagu of one sub kegiatan. Parents are always sums of children.
create table anggaran (
    unit varchar not null,
    tahun integer not null,
    kode varchar not null,
    sifat varchar not null check (sifat in ('murni', 'perubahan')),
    versi integer not null,
    edisi varchar not null,
    pagu_rupiah bigint not null,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, kode, sifat, versi)
);

-- Grain: one version of the realisasi of one sub kegiatan in one triwulan (its increment).
create table realisasi_anggaran (
    unit varchar not null,
    tahun integer not null,
    kode varchar not null,
    triwulan integer not null check (triwulan between 1 and 4),
    versi integer not null,
    realisasi_rupiah bigint not null,
    unggahan varchar,
    lembar varchar,
    sel varchar,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, kode, triwulan, versi)
);

-- Grain: one version of the link of one sasaran to one program; porsi of a program sums to 100.
create table sasaran_program (
    unit varchar not null,
    tahun integer not null,
    sasaran varchar not null,
    kode varchar not null,
    versi integer not null,
    porsi decimal(9, 4),
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, sasaran, kode, versi)
);

---------------------------------------------------------------- the figures

-- Grain: one uploaded file; its bytes lie in arsip/ under their sha256.
create table unggahan (
    id varchar primary key,
    unit varchar not null,
    jenis varchar not null,          -- rencana, realisasi
    tahun integer not null,
    triwulan integer,
    bagian varchar,
    nama_berkas varchar not null,
    sha256 varchar not null,
    ukuran bigint not null,
    dibaca integer not null,
    dilewati integer not null,
    ditahan integer not null,
    oleh varchar not null,
    pada timestamp not null
);

-- Grain: one version of one realisasi of one triwulan. No primary key beside the order of its rows:
-- the newest versi counts, and the writer is alone (store.transaction).
create table realisasi (
    unit varchar not null,
    indikator varchar not null,
    tahun integer not null,
    triwulan integer not null check (triwulan between 1 and 4),
    versi integer not null,
    keadaan varchar not null check (keadaan in ('terisi', 'nihil', 'tidak_tersedia')),
    alasan varchar,                  -- why tidak_tersedia
    nilai decimal(24, 6),
    pembilang decimal(24, 6),
    penyebut decimal(24, 6),
    faktor_pendukung varchar,
    faktor_penghambat varchar,
    tindak_lanjut varchar,
    tahun_penilaian integer,
    unggahan varchar,                -- null: typed on screen by `oleh`
    lembar varchar,
    sel varchar,
    oleh varchar not null,
    pada timestamp not null
);

-- Grain: one version of one realisasi that its Kasi confirmed.
create table pembenaran (
    unit varchar not null,
    indikator varchar not null,
    tahun integer not null,
    triwulan integer not null,
    versi integer not null,
    oleh varchar not null,
    pada timestamp not null
);

-- Grain: one step of the kiriman of one bagian and triwulan; the newest nomor is its state.
create table kiriman (
    unit varchar not null,
    bagian varchar not null,
    tahun integer not null,
    triwulan integer not null,
    nomor integer not null,
    keadaan varchar not null check (keadaan in ('draf', 'diajukan', 'dibenarkan', 'dikembalikan')),
    alasan varchar,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, bagian, tahun, triwulan, nomor)
);

---------------------------------------------------------------- the run and its papers

-- Grain: one step of the run of one periode; the newest nomor is its state.
create table alur (
    unit varchar not null,
    tahun integer not null,
    periode varchar not null,
    nomor integer not null,
    keadaan varchar not null check (keadaan in ('dibuka', 'direkap', 'draf', 'diperiksa', 'disosialisasikan', 'disahkan')),
    catatan varchar,
    oleh varchar not null,
    pada timestamp not null,
    primary key (unit, tahun, periode, nomor)
);

-- Grain: one frozen set of figures, settings and rules behind one approval or one produced report.
create table potret (
    id varchar primary key,
    unit varchar not null,
    tahun integer not null,
    periode varchar not null,
    isi varchar not null,            -- JSON
    sha256 varchar not null,
    oleh varchar not null,
    pada timestamp not null
);

-- Grain: one produced document.
create table laporan (
    id varchar primary key,
    unit varchar not null,
    jenis varchar not null,
    tahun integer not null,
    periode varchar not null,
    versi integer not null,
    potret varchar not null,
    sha256 varchar not null,
    oleh varchar not null,
    pada timestamp not null
);

---------------------------------------------------------------- access and trail

-- Grain: one account.
create table akun (
    akun varchar primary key,
    nama varchar not null,
    sandi varchar not null,          -- argon2id
    aktif boolean not null,
    gagal integer not null,          -- wrong passwords in a row
    terkunci_sampai timestamp,
    dibuat timestamp not null
);

-- Grain: one peran of one account, within a unit and, for staf and kasi, a bagian, from..to.
create table akun_peran (
    akun varchar not null,
    unit varchar not null,
    peran varchar not null,
    bagian varchar,
    pejabat varchar,                 -- the jabatan it follows from
    mulai date not null,
    selesai date
);

-- Grain: one signed-in browser. Only the hash of its token is kept.
create table sesi (
    sesi varchar primary key,        -- sha256 of the token
    akun varchar not null,
    dibuat timestamp not null,
    berakhir timestamp not null
);

-- Grain: one act. Append-only; `hash` covers the row and the hash before it.
create table jejak (
    nomor bigint primary key,
    pada timestamp not null,
    oleh varchar not null,
    perbuatan varchar not null,
    objek varchar not null,
    rincian varchar not null,        -- JSON
    hash_sebelum varchar not null,
    hash varchar not null
);
