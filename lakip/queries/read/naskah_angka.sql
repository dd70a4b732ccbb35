-- What sentences need of each indikator beside read/capaian.sql: the pair behind the realisasi of a periode, and how
-- far that realisasi is towards the last target of the Renstra, by the rumus of the indikator.
-- Grain: one row per indikator in force; pembilang and penyebut null where the isian is no pair; kemajuan_renstra null
-- without realisasi or without a target to hold it against.
with renstra as (
    select
        kartu as kode,
        max(sampai_tahun) as tahun_renstra,
        max(nilai) filter (where tahun_target = sampai_tahun) as target_renstra
    from isi_dokumen_cocok($tahun)
    where unit = $unit and jenis = 'renstra' and kartu is not null
    group by kartu
),
aturan as (
    from pengaturan_tahun($tahun)
    where unit = $unit
)
select
    c.kode,
    if(c.isian = 'pembilang_penyebut', c.pembilang, null) as pembilang,
    if(c.isian = 'pembilang_penyebut', c.penyebut, null) as penyebut,
    r.tahun_renstra,
    r.target_renstra,
    capaian(c.rumus, c.realisasi, r.target_renstra, a.batas, coalesce(a.target_nol, false)) as kemajuan_renstra
from capaian_periode($tahun, [$periode], $per) as c
left join renstra as r
    on r.kode = c.kode
cross join (select any_value(batas) as batas, any_value(target_nol) as target_nol from aturan) as a
where c.unit = $unit
order by c.kode
