-- The newest figures that these bagian have saved for one triwulan. Grain: one row per indikator saved.
select
    i.bagian,
    r.indikator,
    r.versi,
    r.keadaan,
    r.dibenarkan
from realisasi_terbaru as r
inner join indikator_tahun($tahun) as i
    on  i.unit = r.unit
    and i.kode = r.indikator
where r.unit = $unit and r.tahun = $tahun and r.triwulan = $triwulan and i.bagian in $bagian
order by r.indikator
