-- Every scale of an office, the newest first. Grain: one row per mulai_tahun and kategori, best first.
select
    mulai_tahun,
    urutan,
    nama,
    di_atas,
    warna,
    ikon
from kategori
where unit = $unit
order by mulai_tahun desc, urutan
