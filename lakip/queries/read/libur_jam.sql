-- Every version of the working hours, the one that counts first. Grain: one row per versi and weekday.
select
    versi,
    mulai,
    hari,
    buka,
    tutup,
    rehat_mulai,
    rehat_selesai,
    alasan
from jam_kerja
where unit = $unit
order by mulai desc, versi desc, hari
