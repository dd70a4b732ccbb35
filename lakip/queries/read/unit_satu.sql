-- One office. Grain: one row, or none.
select
    unit,
    nama,
    kabupaten,
    coalesce(alamat, '') as alamat,
    tempat,
    contoh
from unit
where unit = $unit
