-- Whether the targets of PK, Renja or RKT of a tahun are those of the Renstra one tahun before or after.
-- Counted over the indikator whose target differs from the Renstra's of the same tahun.
-- Grain: one row per document and tahun_renstra ($tahun - 1 or + 1) with at least two indikator, more than half.
with renstra as materialized (
    select c.kartu, c.tahun_target, c.nilai, c.nomor_dokumen
    from isi_dokumen_cocok($tahun) as c
    where c.unit = $unit and c.jenis = 'renstra' and c.kartu is not null and c.nilai is not null
),
beda as materialized (
    select s.jenis, s.nomor_dokumen, s.kartu, dibulatkan(s.nilai, k.desimal) as nilai, k.desimal, k.urut
    from isi_rencana($tahun) as s
    inner join kartu_tahun($tahun) as k
        on  k.unit = s.unit
        and k.kode = s.kartu
    inner join renstra as r
        on  r.kartu = s.kartu
        and r.tahun_target = $tahun
    where
        s.unit = $unit
        and s.jenis in ('pk', 'renja', 'rkt')
        and dibulatkan(r.nilai, k.desimal) <> dibulatkan(s.nilai, k.desimal)
),
jumlah as (
    select jenis, count(*) as banyak_beda
    from beda
    group by jenis
)
select
    b.jenis,
    any_value(b.nomor_dokumen) as nomor_dokumen,
    any_value(r.nomor_dokumen) as nomor_renstra,
    r.tahun_target as tahun_renstra,
    count(*) as banyak,
    any_value(j.banyak_beda) as banyak_beda,
    list(b.kartu order by b.urut) as indikator
from beda as b
inner join jumlah as j
    on j.jenis = b.jenis
inner join renstra as r
    on  r.kartu = b.kartu
    and r.tahun_target in ($tahun - 1, $tahun + 1)
    and dibulatkan(r.nilai, b.desimal) = b.nilai
group by b.jenis, r.tahun_target
having count(*) >= 2 and count(*) * 2 > any_value(j.banyak_beda)
order by b.jenis, r.tahun_target
