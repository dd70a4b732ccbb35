-- The sessions of an account that were not closed, newest first. Grain: one row per session.
select
    sesi,
    dibuat,
    berakhir,
    coalesce(alamat, '') as alamat,
    coalesce(peramban, '') as peramban
from sesi
where akun = $akun
order by dibuat desc, sesi
