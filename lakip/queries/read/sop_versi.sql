-- Every version of the SOP's header, newest first. Grain: one row per versi.
select
    versi,
    nama,
    nomor,
    tanggal_pembuatan,
    tanggal_revisi,
    tanggal_efektif,
    dasar_hukum,
    kualifikasi,
    keterkaitan,
    peralatan,
    peringatan,
    pencatatan,
    alasan,
    oleh,
    pada
from sop
where unit = $unit
order by versi desc
