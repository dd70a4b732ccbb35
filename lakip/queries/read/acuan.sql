-- What an upload, a form or a report of one unit and tahun may refer to: the cards in force with their targets as in
-- force in a triwulan; in the last one (4), as they stand now.
-- Grain: one row per indikator, in the order of sasaran and indikator; a null target means not measured. Output indikator,
-- which hang from a code of the budget tree, come last, in the order of their codes.
with nama_kode as (
    select kode, max_by(nama, edisi) as nama
    from nomenklatur
    group by kode
),
sasaran_kini as (
    select target.indikator, target.nilai, target.periode, target.pk
    from target_masa as target
    where target.unit = $unit and target.tahun = $tahun and $triwulan between target.sejak and target.sampai
)
select
    i.kode,
    i.versi,
    i.mulai_tahun,
    i.nama,
    i.sasaran,
    s.uraian as sasaran_uraian,
    s.jenjang,
    s.induk as sasaran_induk,
    s.tujuan,
    j.uraian as tujuan_uraian,
    i.kode_anggaran,
    n.nama as anggaran_nama,
    i.bagian,
    b.nama as bagian_nama,
    i.definisi,
    i.formula,
    i.satuan,
    i.isian,
    i.metode,
    i.rumus,
    i.desimal,
    i.label_pembilang,
    i.label_penyebut,
    i.sumber_data,
    i.frekuensi,
    i.media,
    i.tipe_nilai,
    i.alasan,
    i.dasar_penetapan,
    i.aktivitas,
    i.baseline,
    i.baseline_tahun,
    i.iku,
    i.urutan,
    max(t.nilai) filter (where t.periode = 'TW1') as target_tw1,
    max(t.nilai) filter (where t.periode = 'TW2') as target_tw2,
    max(t.nilai) filter (where t.periode = 'TW3') as target_tw3,
    max(t.nilai) filter (where t.periode = 'TW4') as target_tw4,
    max(t.nilai) filter (where t.periode = 'TH') as target_th,
    max(t.pk) as pk
from indikator_tahun($tahun) as i
left join sasaran_tahun($tahun) as s
    on  s.unit = i.unit
    and s.kode = i.sasaran
left join tujuan_tahun($tahun) as j
    on  j.unit = s.unit
    and j.kode = s.tujuan
left join nama_kode as n
    on n.kode = i.kode_anggaran
left join bagian as b
    on  b.unit = i.unit
    and b.bagian = i.bagian
left join sasaran_kini as t
    on t.indikator = i.kode
where i.unit = $unit
group by all
order by any_value(s.urutan), i.sasaran, i.kode_anggaran, i.urutan, i.kode
