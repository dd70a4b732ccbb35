-- The quarters of one indikator in one tahun: target in force with its PK, newest figure and its origin.
-- Grain: one row per triwulan, four always; target null: not measured, keadaan null: nothing saved; sebelum_awal: nor
-- asked for, since it lies before the quarter that the office begins with.
select
    cast($tahun as integer) as tahun,
    q.triwulan,
    t.nilai as target,
    t.pk,
    d.sifat as pk_sifat,
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
    r.keadaan is null and sebelum_awal($tahun, q.triwulan, w.tahun, w.triwulan) as sebelum_awal
from (values (1), (2), (3), (4)) as q (triwulan)
left join target_berlaku as t
    on  t.unit = $unit
    and t.indikator = $indikator
    and t.tahun = $tahun
    and t.periode = 'TW' || q.triwulan
left join dokumen_rencana as d
    on  d.unit = t.unit
    and d.jenis = 'pk'
    and d.tahun = t.tahun
    and d.versi = t.pk
left join realisasi_terbaru as r
    on  r.unit = $unit
    and r.indikator = $indikator
    and r.tahun = $tahun
    and r.triwulan = q.triwulan
left join awal_terbaru as w
    on w.unit = $unit
order by q.triwulan
