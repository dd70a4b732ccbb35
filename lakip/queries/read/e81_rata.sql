-- The foot of Formulir E.81: capaian of all output indikator, under the cap of averages, and serapan, up to a triwulan.
-- Grain: one row each for jenis kinerja and anggaran; nilai and predikat null where nothing complete stands behind them.
with keluaran as (
    select nilai
    from capaian_terhitung($tahun, $triwulan, $per)
    where unit = $unit and kode_anggaran is not null
),
rata_rata as (
    select
        'kinerja' as jenis,
        rata(sum(nilai), count(nilai)) as nilai,
        count(nilai) as dihitung,
        count(*) as jumlah
    from keluaran
    union all
    select 'anggaran', any_value(serapan_persen), count(serapan_persen), 1
    from anggaran_pohon($tahun, $triwulan)
    where unit = $unit and jenjang = 'total'
)
select r.jenis, r.nilai, r.dihitung, r.jumlah, k.nama as predikat
from rata_rata as r
left join kategori_tahun($tahun) as k
    on  k.unit = $unit
    and dalam_kategori(r.nilai, k.di_atas, k.sampai)
order by r.jenis desc
