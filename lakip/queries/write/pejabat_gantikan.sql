-- Whoever holds the same jabatan definitif leaves it the day before the next one takes it.
update pejabat
set selesai = $mulai - interval 1 day
where unit = $unit
    and jabatan = $jabatan
    and status = 'definitif'
    and mulai < $mulai
    and (selesai is null or selesai >= $mulai)
