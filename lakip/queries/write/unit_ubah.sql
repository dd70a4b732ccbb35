update unit
set
    nama = $nama,
    kabupaten = $kabupaten,
    alamat = $alamat,
    tempat = $tempat
where unit = $unit
