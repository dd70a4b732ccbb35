-- The newest text of each section of the report of one periode; teks null: back to the generated text.
-- Grain: one row per section that was ever written.
select n.kunci, n.versi, n.teks, n.dasar, n.oleh, coalesce(a.nama, n.oleh) as oleh_nama, n.pada
from naskah as n
left join akun as a
    on a.akun = n.oleh
where n.unit = $unit and n.tahun = $tahun and n.periode = $periode
qualify row_number() over (partition by n.kunci order by n.versi desc) = 1
order by n.kunci
