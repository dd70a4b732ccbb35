-- Whoever leaves a jabatan leaves it the day before the next one takes it.
update pejabat
set selesai = $mulai - interval 1 day
where unit = $unit
    and id = $id
