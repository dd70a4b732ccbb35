-- A new password; `wajib_ganti` when its holder must set another before anything else.
update akun
set
    sandi = $sandi,
    wajib_ganti = $wajib_ganti
where akun = $akun
