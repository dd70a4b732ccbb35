-- The summaries of one periode, the newest first. Grain: one row per summary.
select
    r.nomor,
    r.sebab,
    r.alur,
    r.pesan,
    r.docx,
    r.pdf,
    r.png,
    r.ics,
    coalesce(a.nama, r.oleh) as oleh_nama,
    r.pada
from ringkasan as r
left join akun as a
    on a.akun = r.oleh
where r.unit = $unit and r.tahun = $tahun and r.periode = $periode
order by r.nomor desc
