-- The report that was made from one potret. `berjejak`: the trail knows the potret by this hash.
-- Grain: one row, none when the office has no report of that potret.
select
    p.isi,
    p.sha256 as sidik_potret,
    l.jenis,
    l.tahun,
    l.periode,
    l.versi,
    l.final,
    l.sha256 as sidik_berkas,
    coalesce(a.nama, l.oleh) as oleh_nama,
    l.pada,
    exists (
        select 1
        from jejak as j
        where j.perbuatan = 'menyusun laporan' and j.rincian ->> '$.sidik_potret' = p.sha256
    ) as berjejak
from laporan as l
inner join potret as p
    on  p.unit = l.unit
    and p.id = l.potret
left join akun as a
    on a.akun = l.oleh
where l.unit = $unit and l.potret = $potret
