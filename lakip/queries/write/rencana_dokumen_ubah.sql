-- The number, date and reason of a PK are its label, not a figure; jejak keeps what they were.
update dokumen_rencana
set
    nomor = $nomor,
    tanggal = $tanggal,
    alasan = $alasan,
    dasar_ubah = $dasar_ubah
where unit = $unit
    and jenis = 'pk'
    and tahun = $tahun
    and versi = $versi
