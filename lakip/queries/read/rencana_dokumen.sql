-- The versions of one planning document of one tahun. Grain: one row per versi, oldest first.
select versi, sifat, nomor, tanggal, mulai_triwulan, alasan, dasar_ubah, unggahan, oleh, pada
from dokumen_rencana
where unit = $unit and tahun = $tahun and jenis = $jenis
order by versi
