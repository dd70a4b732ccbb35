-- Who saved what these bagian have to confirm: of each figure, the versions since it took its present number, and since
-- the last one that was confirmed. Grain: one row per indikator and account.
with versi as (
    select
        i.bagian,
        r.indikator,
        r.versi,
        r.oleh,
        p.versi is not null as dibenarkan,
        n.keadaan is not distinct from r.keadaan
            and n.nilai is not distinct from r.nilai
            and n.pembilang is not distinct from r.pembilang
            and n.penyebut is not distinct from r.penyebut as sama
    from realisasi as r
    inner join realisasi_terbaru as t
        on  t.unit = r.unit
        and t.indikator = r.indikator
        and t.tahun = r.tahun
        and t.triwulan = r.triwulan
        and not t.dibenarkan
    inner join realisasi as n
        on  n.unit = t.unit
        and n.indikator = t.indikator
        and n.tahun = t.tahun
        and n.triwulan = t.triwulan
        and n.versi = t.versi
    inner join indikator_tahun($tahun) as i
        on  i.unit = r.unit
        and i.kode = r.indikator
        and i.bagian in $bagian
    left join pembenaran as p
        on  p.unit = r.unit
        and p.indikator = r.indikator
        and p.tahun = r.tahun
        and p.triwulan = r.triwulan
        and p.versi = r.versi
    where r.unit = $unit and r.tahun = $tahun and r.triwulan = $triwulan
)

select distinct
    v.bagian,
    v.indikator,
    v.oleh
from versi as v
where v.versi > coalesce(
    (select max(w.versi) from versi as w where w.indikator = v.indikator and (w.dibenarkan or not w.sama)), 0
)
order by v.indikator, v.oleh
