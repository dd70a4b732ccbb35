update akun
set aktif = $aktif
where akun = $akun
