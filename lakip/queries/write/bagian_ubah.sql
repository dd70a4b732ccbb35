update bagian
set nama = $nama
where unit = $unit
    and bagian = $bagian
