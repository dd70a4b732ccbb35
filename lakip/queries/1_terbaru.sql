-- What counts now: the newest version of each thing.

-- Latest saved figure of each quarter, and whether its Kasi confirmed that very version.
-- nihil is the value 0, confirmed; tidak_tersedia carries no value.
-- Grain: one row per unit, indikator, tahun, triwulan.
create or replace view realisasi_terbaru as

select
    r.unit,
    r.indikator,
    r.tahun,
    r.triwulan,
    r.versi,
    r.keadaan,
    r.alasan,
    case r.keadaan when 'terisi' then r.nilai     when 'nihil' then 0                       end as nilai,
    case r.keadaan when 'terisi' then r.pembilang when 'nihil' then coalesce(r.pembilang, 0) end as pembilang,
    case r.keadaan when 'terisi' then r.penyebut  when 'nihil' then coalesce(r.penyebut, 0)  end as penyebut,
    r.faktor_pendukung,
    r.faktor_penghambat,
    r.tindak_lanjut,
    case r.keadaan when 'terisi' then r.tahun_penilaian end as tahun_penilaian,
    r.unggahan,
    r.lembar,
    r.sel,
    r.oleh,
    r.pada,
    exists (
        from pembenaran as p
        where p.unit = r.unit
            and p.indikator = r.indikator
            and p.tahun = r.tahun
            and p.triwulan = r.triwulan
            and p.versi = r.versi
    ) as dibenarkan
from (
    select *
    from realisasi
    qualify row_number() over (partition by unit, indikator, tahun, triwulan order by versi desc) = 1
) as r;

-- Every target that ever counted, with the quarters from whose end it is seen as in force (sejak up to and with
-- sampai): a periode sees the PK in force in its last quarter. A PK version never speaks of a quarter before the one it
-- counts from, and of the tahun (TH) from that quarter on; of several, the newest that counts.
-- Grain: one row per unit, indikator, tahun, periode (TW1..TW4, TH) and PK version; nilai null: not measured.
create or replace view target_masa as

select
    t.unit,
    t.indikator,
    t.tahun,
    t.periode,
    t.pk,
    t.versi,
    t.nilai,
    t.unggahan,
    t.lembar,
    t.sel,
    t.oleh,
    t.pada,
    d.mulai_triwulan as sejak,
    -- A corrected target of one PK has the sejak of its correction, so it ends before it began.
    coalesce(
        min(d.mulai_triwulan) over (
            partition by t.unit, t.indikator, t.tahun, t.periode
            order by t.pk, t.versi
            rows between 1 following and unbounded following
        ) - 1,
        4
    ) as sampai
from target as t
inner join dokumen_rencana as d
    on  d.unit = t.unit
    and d.jenis = 'pk'
    and d.tahun = t.tahun
    and d.versi = t.pk
where t.periode = 'TH' or d.mulai_triwulan <= triwulan_ke(t.periode)
qualify sejak <= sampai;

-- Target in force at the end of the tahun: of each quarter, and of the tahun by the last PK.
-- Grain: one row per unit, indikator, tahun, periode (TW1..TW4, TH); nilai null: not measured.
create or replace view target_berlaku as

select * exclude (sejak, sampai)
from target_masa
where sampai = 4;

-- Each registered document with its newest correction; those withdrawn are left out. `akar` is its first versi.
-- Grain: one row per unit, jenis, tahun, akar.
create or replace view dokumen_dibetulkan as

select * from (
    select *, coalesce(membetulkan, versi) as akar
    from dokumen_rencana
    qualify row_number() over (partition by unit, jenis, tahun, coalesce(membetulkan, versi) order by versi desc) = 1
)
where not coalesce(batal, false);

-- Newest state of each kiriman. Grain: one row per unit, bagian, tahun, triwulan.
create or replace view kiriman_terbaru as

select unit, bagian, tahun, triwulan, nomor, keadaan, alasan, oleh, pada
from kiriman
qualify row_number() over (partition by unit, bagian, tahun, triwulan order by nomor desc) = 1;

-- The quarter that an office begins with, as it was stated last. Grain: one row per unit that states one.
create or replace view awal_terbaru as

select unit, max_by(tahun, versi) as tahun, max_by(triwulan, versi) as triwulan
from triwulan_awal
group by unit;

-- The periods, by the quarters in which they begin and end: those between follow each other. `sd` is the to-date
-- periode that ends with it (lakip.periode says the same).
-- Grain: one row per periode.
create or replace view rentang_periode as

select *
from (
    values
        ('TW1', 'SD1', 1, 1), ('TW2', 'SD2', 2, 2), ('TW3', 'SD3', 3, 3), ('TW4', 'SD4', 4, 4),
        ('SM1', 'SD2', 1, 2), ('SM2', 'SD4', 3, 4), ('TH', 'SD4', 1, 4),
        ('SD1', 'SD1', 1, 1), ('SD2', 'SD2', 1, 2), ('SD3', 'SD3', 1, 3), ('SD4', 'SD4', 1, 4)
) as p (periode, sd, awal, akhir);

-- Grain: one row per periode and triwulan.
create or replace view periode_triwulan as

select periode, sd, cast(unnest(range(awal, akhir + 1)) as integer) as triwulan, akhir
from rentang_periode;

-- Settings in force in a tahun. Grain: one row per unit.
create or replace macro pengaturan_tahun(p_tahun) as table

select
    unit,
    cast(arg_max_null(nilai, (mulai_tahun, pada)) filter (where kunci = 'batas_rata_rata') as decimal(9, 2)) as batas,
    coalesce(arg_max_null(nilai, (mulai_tahun, pada)) filter (where kunci = 'target_nol') = '1', false) as target_nol
from pengaturan
where mulai_tahun <= p_tahun
group by unit;

-- The scale in force in a tahun, as half-open intervals above di_atas up to and with sampai.
-- Grain: one row per unit and kategori.
create or replace macro kategori_tahun(p_tahun) as table

select
    unit,
    urutan,
    nama,
    warna,
    ikon,
    di_atas,
    lag(di_atas) over (partition by unit, mulai_tahun order by urutan) as sampai
from kategori
where mulai_tahun <= p_tahun
qualify mulai_tahun = max(mulai_tahun) over (partition by unit);

-- Sasaran in force in a tahun. Grain: one row per unit and sasaran.
create or replace macro sasaran_tahun(p_tahun) as table

select * exclude (urut) from (
    select *, row_number() over (partition by unit, kode order by (mulai_tahun, versi) desc) as urut
    from sasaran
    where mulai_tahun <= p_tahun
)
where urut = 1 and (sampai_tahun is null or sampai_tahun >= p_tahun);

-- Indikator cards in force in a tahun. Grain: one row per unit and indikator.
create or replace macro indikator_tahun(p_tahun) as table

select * exclude (urut) from (
    select *, row_number() over (partition by unit, kode order by (mulai_tahun, versi) desc) as urut
    from indikator
    where mulai_tahun <= p_tahun
)
where urut = 1 and (sampai_tahun is null or sampai_tahun >= p_tahun);

-- Tujuan in force in a tahun. Grain: one row per unit and tujuan.
create or replace macro tujuan_tahun(p_tahun) as table

select * exclude (urut) from (
    select *, row_number() over (partition by unit, kode order by (mulai_tahun, versi) desc) as urut
    from tujuan
    where mulai_tahun <= p_tahun
)
where urut = 1 and (sampai_tahun is null or sampai_tahun >= p_tahun);
