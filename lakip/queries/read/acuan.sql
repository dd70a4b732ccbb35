-- What an upload or a form of one unit and tahun may refer to: the cards in force with their targets in force.
-- Grain: one row per indikator, in the order of sasaran and indikator; a null target means not measured.
with sasaran_kini as (
    select target.indikator, target.nilai, target.periode, target.pk
    from target_berlaku as target
    where target.unit = $unit and target.tahun = $tahun
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
    i.kode_anggaran,
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
left join bagian as b
    on  b.unit = i.unit
    and b.bagian = i.bagian
left join sasaran_kini as t
    on t.indikator = i.kode
where i.unit = $unit
group by all
order by any_value(s.urutan), i.sasaran, i.urutan, i.kode
