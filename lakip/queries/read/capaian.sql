-- Capaian of every indikator of one unit, tahun and periode, with its card and its kemajuan.
-- kemajuan_persen: realisasi to date against the annual target, for rumus positif only.
-- Grain: one row per indikator, in the order of sasaran and indikator.
select
    c.kode,
    i.nama,
    i.satuan,
    c.metode,
    c.rumus,
    i.isian,
    i.desimal,
    i.bagian,
    i.iku,
    i.sasaran,
    s.uraian as sasaran_uraian,
    s.jenjang,
    c.periode,
    c.target,
    c.realisasi,
    c.capaian_persen,
    c.kategori,
    c.alasan,
    c.terisi,
    c.berlaku,
    c.jatuh_tempo,
    c.dibenarkan,
    c.lengkap,
    c.sementara,
    c.target_tahun,
    sd.realisasi as realisasi_sd,
    if(c.rumus = 'positif', persen(sd.realisasi, c.target_tahun), null) as kemajuan_persen
from capaian_periode($tahun, $per) as c
inner join indikator_tahun($tahun) as i
    on  i.unit = c.unit
    and i.kode = c.kode
left join sasaran_tahun($tahun) as s
    on  s.unit = i.unit
    and s.kode = i.sasaran
left join periode_indikator($tahun, $per) as sd
    on  sd.unit = c.unit
    and sd.kode = c.kode
    and sd.periode = c.sd
where c.unit = $unit and c.periode in $periode
order by s.urutan, s.kode, i.urutan, c.kode, c.periode
