delete from sesi
where akun = $akun
