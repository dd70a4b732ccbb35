-- Capaian of every indikator of one unit, tahun and periode, with its card and its kemajuan.
-- kemajuan_persen: realisasi to date against the annual target, for rumus positif only.
-- An output indikator has no sasaran: its sasaran_uraian names its program, and it comes after all others.
-- Grain: one row per indikator, in the order of sasaran and indikator.
with program as (
    select kode, max_by(nama, edisi) as nama
    from nomenklatur
    where jenjang = 'program'
    group by kode
)
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
    coalesce(s.uraian, 'Keluaran ' || coalesce(p.nama, c.kode_anggaran)) as sasaran_uraian,
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
    c.realisasi_sd,
    if(c.rumus = 'positif', persen(c.realisasi_sd, c.target_tahun), null) as kemajuan_persen
from capaian_periode($tahun, $periode, $per) as c
left join sasaran_tahun($tahun) as s
    on  s.unit = c.unit
    and s.kode = c.sasaran
left join program as p
    on p.kode = array_to_string(string_split(c.kode_anggaran, '.')[1:3], '.')
where c.unit = $unit
order by s.urutan, s.kode, c.kode_anggaran, c.urutan, c.kode, c.periode
