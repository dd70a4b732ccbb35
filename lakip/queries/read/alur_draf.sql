-- The newest draft of a periode, and when a figure in it was last saved or confirmed. Null: neither happened yet.
-- Grain: one row.
select
    (
        select max(l.pada)
        from laporan as l
        where l.unit = $unit and l.tahun = $tahun and l.periode = $periode and l.jenis in $jenis
    ) as disusun,
    greatest(
        (select max(r.pada) from realisasi as r where r.unit = $unit and r.tahun = $tahun and r.triwulan in $triwulan),
        (select max(p.pada) from pembenaran as p where p.unit = $unit and p.tahun = $tahun and p.triwulan in $triwulan)
    ) as berubah
