-- Takes back one recovery code, or all of an account (`kode` null).
delete from akun_pemulihan
where akun = $akun
    and kode = coalesce($kode, kode)
