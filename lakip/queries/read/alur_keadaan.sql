-- The newest step of one run, with the name of who took it. Grain: one row, none before it is opened.
select a.nomor, a.keadaan, a.catatan, a.potret, a.oleh, coalesce(k.nama, a.oleh) as oleh_nama, a.pada
from alur_terbaru as a
left join akun as k
    on k.akun = a.oleh
where a.unit = $unit and a.tahun = $tahun and a.periode = $periode
