-- Every profil of an office as it stands, those taken out left away, and who confirmed it last.
-- Grain: one row per profil, the newest first.
select
    p.nomor,
    p.versi,
    p.jenis,
    p.bagian,
    p.nama,
    p.sidik,
    p.arti,
    coalesce(a.nama, p.oleh) as oleh_nama,
    p.pada
from (
    select *
    from profil
    where unit = $unit
    qualify row_number() over (partition by nomor order by versi desc) = 1
) as p
left join akun as a
    on a.akun = p.oleh
where not p.dihapus
order by p.pada desc, p.nomor desc
