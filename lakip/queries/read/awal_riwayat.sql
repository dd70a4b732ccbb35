-- The quarter that an office begins with, each time it was stated, newest first. Grain: one row per statement.
select
    w.versi,
    w.tahun,
    w.triwulan,
    w.alasan,
    coalesce(k.nama, w.oleh) as oleh_nama,
    w.pada
from triwulan_awal as w
left join akun as k
    on k.akun = w.oleh
where w.unit = $unit
order by w.versi desc
