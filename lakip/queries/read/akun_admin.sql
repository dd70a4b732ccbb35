-- How many active accounts are admin of a unit on a day. Grain: one row.
select count(distinct akun.akun) as jumlah
from akun
inner join akun_peran
    on akun_peran.akun = akun.akun
where akun.aktif
    and akun_peran.unit = $unit
    and akun_peran.peran = 'admin'
    and $hari >= akun_peran.mulai
    and $hari <= coalesce(akun_peran.selesai, $hari)
