-- One active account with its peran in force on a day. Grain: one row per peran; peran null when none.
select
    akun.akun,
    akun.nama,
    akun_peran.unit,
    akun_peran.peran,
    akun_peran.bagian
from akun
left join akun_peran
    on akun_peran.akun = akun.akun
    and $hari >= akun_peran.mulai
    and $hari <= coalesce(akun_peran.selesai, $hari)
where akun.akun = $akun
    and akun.aktif
order by akun_peran.mulai, akun_peran.peran, akun_peran.bagian
