-- The bagian of an office, in its order. Grain: one row per bagian.
select
    bagian,
    nama,
    jenis,
    urutan
from bagian
where unit = $unit
order by urutan, bagian
