-- What others did to accounts of a unit that lets them sign in as its holder, and that `akun` has not said to know:
-- of its own account all, of others since a moment. Newest first. Grain: one row per act.
select
    k.nomor,
    k.akun,
    subjek.nama,
    k.perbuatan,
    k.oleh,
    coalesce(pelaku.nama, 'perintah di komputer server') as oleh_nama,
    k.pada
from akun_kabar as k
inner join akun as subjek
    on subjek.akun = k.akun
left join akun as pelaku
    on pelaku.akun = k.oleh
where (k.akun = $akun or k.pada >= $sejak and k.oleh <> $akun)
    and exists (
        select 1
        from akun_peran as p
        where p.akun = k.akun
            and p.unit = $unit
    )
    and not exists (
        select 1
        from akun_diketahui as d
        where d.nomor = k.nomor
            and d.akun = $akun
    )
order by k.nomor desc
