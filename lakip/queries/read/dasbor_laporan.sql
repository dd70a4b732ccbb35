-- The reports of some kinds made of one unit and tahun, newest first; sha256 '' was not printed yet.
-- Grain: one row per document.
select
    l.jenis,
    l.periode,
    l.versi,
    l.final,
    l.potret,
    l.sha256,
    coalesce(a.nama, l.oleh) as oleh_nama,
    l.pada
from laporan as l
left join akun as a
    on a.akun = l.oleh
where l.unit = $unit and l.tahun = $tahun and l.jenis in $jenis
order by l.pada desc, l.versi desc
