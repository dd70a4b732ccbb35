-- Comparison figures of a tahun, the newest of each, with the satuan and desimal of the card.
-- Grain: one row per indikator and cakupan; nilai null: withdrawn.
select p.indikator, p.cakupan, p.tahun, p.versi, p.nilai, k.satuan, k.desimal, p.sumber, p.unggahan, u.nama_berkas,
    p.lembar, p.sel, p.oleh, p.pada
from pembanding_terbaru as p
left join kartu_tahun($tahun) as k
    on  k.unit = p.unit
    and k.kode = p.indikator
left join unggahan as u
    on u.id = p.unggahan
where p.unit = $unit and p.tahun = $tahun
order by p.indikator, list_position(['kabupaten', 'provinsi', 'nasional'], p.cakupan)
