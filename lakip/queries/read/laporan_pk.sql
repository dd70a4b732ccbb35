-- The Perjanjian Kinerja in force in a triwulan. Grain: one row, or none.
select versi, sifat, nomor, tanggal, mulai_triwulan, alasan
from dokumen_rencana
where unit = $unit
    and jenis = 'pk'
    and tahun = $tahun
    and mulai_triwulan <= $triwulan
qualify row_number() over (order by versi desc) = 1
