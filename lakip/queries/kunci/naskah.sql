-- Why these texts may not be written: the report that they stand in is approved.
-- Grain: one row per refused periode.
select distinct
    'Laporan ' || b.periode || ' Tahun ' || b.tahun || ' sudah disahkan, jadi naskahnya terkunci. '
    || 'Minta Camat membukanya kembali dengan alasan di halaman Periode.' as kalimat
from baris_baru as b
inner join alur_terbaru as a
    on  a.unit = b.unit
    and a.tahun = b.tahun
    and a.periode = b.periode
    and a.keadaan = 'disahkan'
order by kalimat
