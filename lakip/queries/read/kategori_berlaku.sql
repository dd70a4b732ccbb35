-- The scale in force in a tahun. Grain: one row per kategori, best first.
select
    urutan,
    nama,
    di_atas,
    warna,
    ikon
from kategori
where unit = $unit
    and mulai_tahun = (
        select max(terdahulu.mulai_tahun)
        from kategori as terdahulu
        where terdahulu.unit = $unit
            and terdahulu.mulai_tahun <= $tahun
    )
order by urutan
