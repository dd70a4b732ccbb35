-- Every office of this installation. Grain: one row per unit.
select
    unit,
    nama,
    kabupaten,
    coalesce(alamat, '') as alamat,
    tempat,
    contoh
from unit
order by unit
