-- The holiday calendar as it stands, days taken out of it too; terdaftar: the day was once filled in from the
-- national list. Grain: one row per tanggal.
select
    tanggal,
    versi,
    libur,
    nama,
    jenis,
    perkiraan,
    alasan,
    bool_or(alasan is null) over (partition by tanggal) as terdaftar
from libur
where unit = $unit
qualify versi = max(versi) over (partition by tanggal)
order by tanggal
