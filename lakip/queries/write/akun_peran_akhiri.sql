-- Ends the peran that is open or ends later; one that has not begun by then never begins.
update akun_peran
set selesai = $selesai
where akun = $akun
    and unit = $unit
    and peran = $peran
    and (selesai is null or selesai > $selesai)
