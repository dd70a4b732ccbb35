-- Every figure recorded for the sub kegiatan of one unit and tahun, newest versions.
-- kolom: pagu_murni, pagu_perubahan, target_tw1.., realisasi_tw1..; a target has a row for each sifat it was saved as.
-- Grain: one row per kode, kolom and sifat, a perubahan after its murni.
select kode, 'pagu_' || sifat as kolom, sifat, versi, edisi, pagu_rupiah as rupiah
from anggaran
where unit = $unit and tahun = $tahun
qualify row_number() over (partition by kode, sifat order by versi desc) = 1
union all
select kode, 'target_tw' || triwulan, sifat, versi, null, target_rupiah
from target_keuangan
where unit = $unit and tahun = $tahun
qualify row_number() over (partition by kode, triwulan, sifat order by versi desc) = 1
union all
select kode, 'realisasi_tw' || triwulan, 'murni', versi, null, realisasi_rupiah
from realisasi_anggaran_terbaru
where unit = $unit and tahun = $tahun
order by kode, kolom, sifat
