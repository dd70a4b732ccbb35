-- What the door knows of one account. Grain: one row, or none.
select
    sandi,
    aktif,
    gagal,
    terkunci_sampai
from akun
where akun = $akun
