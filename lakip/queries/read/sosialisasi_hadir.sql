-- Who was invited to one version of one sosialisasi, and came. Grain: one row per person.
select
    urutan,
    pejabat,
    nama,
    jabatan,
    hadir
from sosialisasi_hadir
where unit = $unit
    and tahun = $tahun
    and periode = $periode
    and nomor = $nomor
    and versi = $versi
order by urutan
