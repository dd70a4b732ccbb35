-- Comparison figures of a tahun, the newest of each. Grain: one row per indikator and cakupan.
select p.indikator, p.cakupan, p.tahun, p.versi, p.nilai, p.sumber, p.unggahan, u.nama_berkas, p.lembar, p.sel, p.oleh,
    p.pada
from pembanding_terbaru as p
left join unggahan as u
    on u.id = p.unggahan
where p.unit = $unit and p.tahun = $tahun
order by p.indikator, list_position(['kabupaten', 'provinsi', 'nasional'], p.cakupan)
