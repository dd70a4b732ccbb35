-- The steps of every version of the SOP. Grain: one row per versi and step.
select
    versi,
    nomor,
    uraian,
    staf,
    kasi,
    kasubbag,
    sekcam,
    camat,
    syarat,
    jumlah,
    satuan,
    output,
    keterangan
from sop_langkah
where unit = $unit
order by versi, nomor
