-- Ends the sessions of an account, but one (`kecuali` null: all).
delete from sesi
where akun = $akun
    and sesi is distinct from $kecuali
