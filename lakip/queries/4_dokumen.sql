-- Planning documents: which counts in a tahun, and which indikator each of their rows is about.

-- A name for comparison: case, spaces and punctuation do not count.
create or replace macro sederhana(teks) as
    trim(regexp_replace(lower(teks), '[^\p{L}\p{N}%]+', ' ', 'g'));

-- A satuan for comparison: besides, the words for percent are one.
create or replace macro satuan_sederhana(teks) as
    if(regexp_matches(sederhana(teks), '^(%|persen|prosen|percent|persentase|prosentase)$'), '%', sederhana(teks));

-- How much two names are alike: 1 is the same, 0 nothing in common.
create or replace macro kemiripan(nama, lain) as
    1 - levenshtein(nama, lain) / greatest(length(nama), length(lain), 1);

-- The value at so many decimals; round() takes no column as its precision.
create or replace macro dibulatkan(nilai, desimal) as
    case desimal
        when 0 then cast(round(nilai, 0) as decimal(24, 6))
        when 1 then cast(round(nilai, 1) as decimal(24, 6))
        when 2 then cast(round(nilai, 2) as decimal(24, 6))
        when 3 then cast(round(nilai, 3) as decimal(24, 6))
        when 4 then cast(round(nilai, 4) as decimal(24, 6))
        when 5 then cast(round(nilai, 5) as decimal(24, 6))
        else        cast(nilai as decimal(24, 6))
    end;

-- Newest content of each document version.
-- Grain: one row per unit, jenis, tahun, dokumen, nomor, tahun_target.
create or replace view isi_dokumen_terbaru as

select *
from isi_dokumen
qualify versi = max(versi) over (partition by unit, jenis, tahun, dokumen);

-- Newest comparison figure; nilai null: withdrawn.
-- Grain: one row per unit, indikator, tahun, cakupan.
create or replace view pembanding_terbaru as

select *
from pembanding
qualify row_number() over (partition by unit, indikator, tahun, cakupan order by versi desc) = 1;

-- The document of each jenis that counts in a triwulan of a tahun: Renstra and IKU for a span, the others for their own
-- tahun, from the quarter they are in force.
-- An IKU without a last tahun holds until a newer one.
-- Grain: one row per unit and jenis.
create or replace macro dokumen_tahun(p_tahun, p_triwulan) as table

select * exclude (akar)
from dokumen_dibetulkan
where
    case jenis
        when 'renstra' then p_tahun between tahun and coalesce(sampai_tahun, tahun)
        when 'iku'     then p_tahun between tahun and coalesce(sampai_tahun, p_tahun)
        else                tahun = p_tahun and berlaku_sejak(jenis, tahun, tanggal, mulai_triwulan) <= p_triwulan
    end
qualify row_number() over (partition by unit, jenis order by tahun desc, akar desc) = 1;

-- The cards in force with what a comparison needs; jenjang of the sasaran, or 'keluaran' under the budget.
-- Grain: one row per unit and indikator.
create or replace macro kartu_tahun(p_tahun) as table

select
    i.unit,
    i.kode,
    i.nama,
    i.satuan,
    i.desimal,
    i.iku,
    i.metode,
    coalesce(s.jenjang, 'keluaran') as jenjang,
    sederhana(i.nama) as nama_sederhana,
    count(*) over (partition by i.unit, sederhana(i.nama)) = 1 as nama_tunggal,
    row_number() over (partition by i.unit order by s.urutan, i.sasaran, i.urutan, i.kode) as urut
from indikator_tahun(p_tahun) as i
left join sasaran_tahun(p_tahun) as s
    on  s.unit = i.unit
    and s.kode = i.sasaran;

-- Every row of the documents that count in a tahun, and its card: by kode, else by a name that only one card has.
-- A second row for the same card is left without. For the rows about one indikator, `kunci` is the same.
-- Grain: one row per unit, jenis, nomor, tahun_target.
create or replace macro isi_dokumen_cocok(p_tahun) as table

with kartu as materialized (
    from kartu_tahun(p_tahun)
),
calon as (
    select
        i.*,
        d.nomor as nomor_dokumen,
        d.tanggal,
        d.sampai_tahun,
        coalesce(k.kode, n.kode) as calon_kartu
    from isi_dokumen_terbaru as i
    inner join dokumen_tahun(p_tahun, 4) as d
        on  d.unit = i.unit
        and d.jenis = i.jenis
        and d.tahun = i.tahun
        and d.versi = i.dokumen
    left join kartu as k
        on  k.unit = i.unit
        and lower(k.kode) = lower(trim(i.kode))
    left join kartu as n
        on  n.unit = i.unit
        and n.nama_tunggal
        and n.nama_sederhana = sederhana(i.nama)
),
tunggal as (
    select
        *,
        if(
            nomor = min(nomor) over (partition by unit, jenis, calon_kartu),
            calon_kartu,
            null
        ) as kartu
    from calon
)
select
    * exclude (calon_kartu),
    if(kartu is null, concat('nama:', sederhana(nama)), concat('kode:', kartu)) as kunci
from tunggal;

-- What each planning document says of each indikator in a tahun; PK and Rencana Aksi from the cards and targets.
-- `peringkat` orders the documents: what disagrees is held against the first that names the indikator.
-- Grain: one row per unit, jenis, kunci.
create or replace macro isi_rencana(p_tahun) as table

with kartu as materialized (
    from kartu_tahun(p_tahun)
),
sasaran_target as materialized (
    select *
    from target_berlaku
    where tahun = p_tahun and nilai is not null
),
renaksi as (
    select
        t.unit,
        t.indikator,
        lipat_target(
            any_value(k.metode), sum(t.nilai), count(t.nilai), arg_max(t.nilai, t.periode)
        ) as nilai,
        arg_max(t.unggahan, t.periode) as unggahan,
        arg_max(t.lembar, t.periode) as lembar,
        arg_max(t.sel, t.periode) as sel
    from sasaran_target as t
    inner join kartu as k
        on  k.unit = t.unit
        and k.kode = t.indikator
    where t.periode <> 'TH'
    group by t.unit, t.indikator
)
select
    t.unit, 'pk' as jenis, 1 as peringkat, t.tahun as tahun_dokumen, t.pk as dokumen, d.nomor as nomor_dokumen, d.tanggal,
    concat('kode:', k.kode) as kunci, k.kode as kartu, k.kode, k.nama, k.satuan, t.nilai, t.unggahan, t.lembar, t.sel,
    cast(null as varchar) as sel_nama, cast(null as varchar) as sel_satuan, k.urut as nomor
from sasaran_target as t
inner join kartu as k
    on  k.unit = t.unit
    and k.kode = t.indikator
left join dokumen_rencana as d
    on  d.unit = t.unit
    and d.jenis = 'pk'
    and d.tahun = t.tahun
    and d.versi = t.pk
where t.periode = 'TH'

union all

select
    r.unit, 'renaksi', 2, p_tahun, d.versi, d.nomor, d.tanggal,
    concat('kode:', k.kode), k.kode, k.kode, k.nama, k.satuan, r.nilai, r.unggahan, r.lembar, r.sel,
    null, null, k.urut
from renaksi as r
inner join kartu as k
    on  k.unit = r.unit
    and k.kode = r.indikator
left join dokumen_tahun(p_tahun, 4) as d
    on  d.unit = r.unit
    and d.jenis = 'renaksi'

union all

select
    c.unit, c.jenis, 2 + list_position(['renstra', 'renja', 'rkt', 'iku'], c.jenis), c.tahun, c.dokumen,
    c.nomor_dokumen, c.tanggal, c.kunci, c.kartu, c.kode, c.nama, c.satuan, c.nilai, c.unggahan, c.lembar, c.sel,
    c.sel_nama, c.sel_satuan, c.nomor
from isi_dokumen_cocok(p_tahun) as c
where c.tahun_target is null or c.tahun_target = p_tahun
qualify row_number() over (partition by c.unit, c.jenis, c.kunci order by c.nomor) = 1;
