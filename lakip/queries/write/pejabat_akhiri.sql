update pejabat
set selesai = $selesai
where unit = $unit
    and id = $id
