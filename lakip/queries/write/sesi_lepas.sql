-- What held a session back is done.
update sesi
set terbatas = null
where akun = $akun
    and terbatas = $terbatas
