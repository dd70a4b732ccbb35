-- What a Kasi checks: the newest figure of each indikator berlaku of one bagian and triwulan, and the one that was
-- confirmed last before it. keadaan null: not filled in; lama_keadaan null: none was confirmed before.
-- Grain: one row per indikator berlaku, in the order of the indikator.
with dibenarkan_dulu as (
    select r.indikator, r.versi, r.keadaan, r.nilai, r.pembilang, r.penyebut
    from realisasi as r
    inner join pembenaran as p
        on  p.unit = r.unit
        and p.indikator = r.indikator
        and p.tahun = r.tahun
        and p.triwulan = r.triwulan
        and p.versi = r.versi
    where r.unit = $unit and r.tahun = $tahun and r.triwulan = $triwulan
)

select
    i.kode,
    i.nama,
    i.satuan,
    t.nilai as target,
    i.desimal,
    r.versi,
    r.keadaan,
    r.alasan,
    r.nilai,
    r.pembilang,
    r.penyebut,
    r.faktor_pendukung,
    r.faktor_penghambat,
    r.tindak_lanjut,
    r.tahun_penilaian,
    r.dibenarkan,
    coalesce(a.nama, r.oleh) as oleh_nama,
    r.pada,
    max_by(d.keadaan, d.versi) as lama_keadaan,
    max_by(d.nilai, d.versi) as lama_nilai,
    max_by(d.pembilang, d.versi) as lama_pembilang,
    max_by(d.penyebut, d.versi) as lama_penyebut
from indikator_tahun($tahun) as i
inner join target_berlaku as t
    on  t.unit = i.unit
    and t.indikator = i.kode
    and t.tahun = $tahun
    and t.periode = 'TW' || $triwulan
    and t.nilai is not null
left join realisasi_terbaru as r
    on  r.unit = i.unit
    and r.indikator = i.kode
    and r.tahun = $tahun
    and r.triwulan = $triwulan
left join dibenarkan_dulu as d
    on  d.indikator = i.kode
    and d.versi < r.versi
left join akun as a
    on a.akun = r.oleh
where i.unit = $unit and i.bagian = $bagian
group by all
order by any_value(i.urutan), i.kode
