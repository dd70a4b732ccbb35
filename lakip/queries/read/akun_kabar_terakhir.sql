-- The newest time that somebody else set the password of an account, since a moment. Grain: one row, or none.
select oleh, pada
from akun_kabar
where akun = $akun
    and pada >= $sejak
    and perbuatan = 'mengganti kata sandi'
order by nomor desc
limit 1
