-- Every step of one run, oldest first, with the names of those who took them. Grain: one row per step.
select a.nomor, a.keadaan, a.catatan, a.potret, a.oleh, coalesce(k.nama, a.oleh) as oleh_nama, a.pada
from alur as a
left join akun as k
    on k.akun = a.oleh
where a.unit = $unit and a.tahun = $tahun and a.periode = $periode
order by a.nomor
