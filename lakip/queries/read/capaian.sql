-- Capaian of every indikator of one unit, tahun and periode, with its card and its kemajuan.
-- kemajuan_persen: realisasi to date against the annual target, for rumus positif only.
-- Grain: one row per indikator, in the order of sasaran and indikator.
select
    c.kode,
    c.nama,
    c.satuan,
    c.metode,
    c.rumus,
    c.isian,
    c.desimal,
    c.bagian,
    c.iku,
    c.sasaran,
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
    agregasi(
        c.metode, c.isian, sd.jumlah, sd.terisi, sd.terakhir,
        sd.jumlah_pembilang, sd.jumlah_penyebut, sd.pembilang_terakhir, sd.penyebut_terakhir
    ) as realisasi_sd,
    if(c.rumus = 'positif', persen(realisasi_sd, c.target_tahun), null) as kemajuan_persen
from capaian_periode($tahun, $per) as c
left join sasaran_tahun($tahun) as s
    on  s.unit = c.unit
    and s.kode = c.sasaran
left join lipatan($tahun, $per) as sd
    on  sd.unit = c.unit
    and sd.indikator = c.kode
    and sd.periode = c.sd
where c.unit = $unit and c.periode in $periode
order by s.urutan, s.kode, c.urutan, c.kode, c.periode
