-- Who a session belongs to and when it began and ends, with the peran in force on a day. Grain: one row per peran;
-- peran null when none; no row when the session was closed or its account is disabled.
select
    sesi.dibuat,
    sesi.berakhir,
    sesi.terbatas,
    akun.akun,
    akun.nama,
    akun_peran.unit,
    akun_peran.peran,
    akun_peran.bagian
from sesi
inner join akun
    on akun.akun = sesi.akun
left join akun_peran
    on akun_peran.akun = akun.akun
    and $hari >= akun_peran.mulai
    and $hari <= coalesce(akun_peran.selesai, $hari)
where sesi.sesi = $sesi
    and akun.aktif
order by akun_peran.mulai, akun_peran.peran, akun_peran.bagian
