-- How often an account was signed in to from an address since a moment. Grain: one row.
select count(*) as jumlah
from jejak
where perbuatan = 'masuk'
    and objek = 'akun:' || $akun
    and pada >= $sejak
    and rincian ->> '$.alamat' = $alamat
