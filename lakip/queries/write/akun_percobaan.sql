-- Wrong passwords in a row, and until when the account is locked.
update akun
set
    gagal = $gagal,
    terkunci_sampai = $terkunci_sampai
where akun = $akun
