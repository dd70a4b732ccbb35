-- A new password also lifts the lock.
update akun
set
    sandi = $sandi,
    gagal = 0,
    terkunci_sampai = null
where akun = $akun
