-- The accounts of a unit with their peran in force on a day. Grain: one row per account and peran;
-- an account without peran today has one row with null.
select
    akun.akun,
    akun.nama,
    akun.aktif,
    akun.faktor is not null as berfaktor,
    berlaku.peran,
    berlaku.bagian,
    berlaku.mulai,
    berlaku.selesai
from akun
left join akun_peran as berlaku
    on berlaku.akun = akun.akun
    and berlaku.unit = $unit
    and $hari >= berlaku.mulai
    and $hari <= coalesce(berlaku.selesai, $hari)
where exists (
    select 1
    from akun_peran as pernah
    where pernah.akun = akun.akun
        and pernah.unit = $unit
)
order by akun.aktif desc, akun.akun, berlaku.mulai
