-- The scale that counts from a tahun makes room for another that counts from the same.
delete from kategori
where unit = $unit
    and mulai_tahun = $mulai_tahun
