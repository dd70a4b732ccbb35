-- Who held a jabatan on a day; whoever stands in (Plt, Plh) signs before the definitif holder.
-- Of a kelurahan, whose other officials carry the same peran and bagian, the Lurah comes first.
-- Grain: one row per holder, the one who signs first.
select
    id,
    bagian,
    jabatan,
    peran,
    nama,
    nip,
    pangkat,
    status,
    mulai,
    selesai
from pejabat
where unit = $unit
    and $hari >= mulai
    and $hari <= coalesce(selesai, $hari)
order by not starts_with(lower(jabatan), 'lurah'), status = 'definitif', mulai desc
