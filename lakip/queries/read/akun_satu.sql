-- What the door knows of one account. Grain: one row, or none.
select
    sandi,
    aktif,
    coalesce(wajib_ganti, false) as wajib_ganti,
    faktor,
    faktor_langkah
from akun
where akun = $akun
