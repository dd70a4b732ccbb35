-- The newest content of one document version. Grain: one row per nomor and tahun_target, in the document's order.
select nomor, kode, nama, satuan, tahun_target, nilai, unggahan, lembar, sel, sel_nama, sel_satuan, versi
from isi_dokumen_terbaru
where unit = $unit and jenis = $jenis and tahun = $tahun and dokumen = $dokumen
order by nomor, tahun_target
