-- What an act sealed: the digest over its rows of `segel`; and the sign of the key that lies apart from the data.
alter table jejak add column segel varchar;
alter table jejak add column tanda varchar;

-- Grain: one table that one act wrote to. `penuh`: the digests are those of all rows that the table then had.
create table segel (
    jejak bigint not null,
    tabel varchar not null,
    penuh boolean not null,
    sidik ubigint[] not null,
    primary key (jejak, tabel)
);
