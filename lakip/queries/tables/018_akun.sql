-- The door. Wrong passwords are counted in memory now: akun.gagal and akun.terkunci_sampai stay as they are, unread.

alter table akun add column wajib_ganti boolean;    -- true: set by another, and nothing opens before the holder sets his own
alter table akun add column faktor varchar;         -- base32 secret of the second factor (RFC 6238); null: none
alter table akun add column faktor_langkah bigint;  -- 30-second step of the code taken last; no code is taken twice

-- Where and with what somebody signed in; null for sessions from before.
alter table sesi add column alamat varchar;
alter table sesi add column peramban varchar;
-- Why nothing but /sandi opens: "sandi" (must be changed), "faktor" (must be set up); null: all that its peran may.
alter table sesi add column terbatas varchar;

-- Grain: one recovery code that still opens; only its sha256 is kept, and it goes when it is used.
create table akun_pemulihan (
    akun varchar not null,
    kode varchar not null,           -- sha256
    primary key (akun, kode)
);

-- What somebody else did to an account that lets him sign in as its holder. Grain: one such act.
create table akun_kabar (
    nomor integer primary key,
    akun varchar not null,           -- whose account
    perbuatan varchar not null,      -- as in the trail
    oleh varchar not null,
    pada timestamp not null
);

-- Grain: one person who has said that he knows of one of these.
create table akun_diketahui (
    nomor integer not null,          -- akun_kabar.nomor
    akun varchar not null,
    pada timestamp not null,
    primary key (nomor, akun)
);
