-- What the rest of the tahun asks of each indikator, seen from the end of a triwulan.
-- sisa: berlaku quarters that remain. butuh, selama_ini: what each of them must bring, and what the quarters until now
-- brought, in the satuan; null where no pace can be told (a rasio hangs on a penyebut that nobody knows yet, a position
-- may move at once), where lower is better, or where nothing remains. habis: the limit of the whole tahun is used up.
-- pembilang, penyebut: the pair of that triwulan alone.
-- Grain: one row per indikator in force.
with sisa as (
    select unit, indikator, count(*) as sisa
    from triwulan_berlaku($tahun)
    where triwulan > $triwulan
    group by unit, indikator
),
hitungan as (
    select
        x.*,
        coalesce(s.sisa, 0) as sisa,
        if(x.metode = 'kumulatif', x.berlaku, x.bernilai) as lewat
    from periode_indikator($tahun, ['SD' || $triwulan], $per) as x
    left join sisa as s
        on  s.unit = x.unit
        and s.indikator = x.kode
    where x.unit = $unit
)
select
    h.kode,
    cast(h.sisa as integer) as sisa,
    case
        when h.rumus <> 'positif' or h.realisasi_sd is null  then null
        when h.metode in ('jumlah', 'kumulatif')
            then rata(h.target_tahun - h.realisasi_sd, nullif(h.sisa, 0))
        when h.metode = 'rata_rata'
            then rata(h.target_tahun * (h.lewat + h.sisa) - h.realisasi_sd * h.lewat, nullif(h.sisa, 0))
    end as butuh,
    case
        when h.rumus <> 'positif'                   then null
        when h.metode in ('jumlah', 'kumulatif')    then rata(h.realisasi_sd, nullif(h.lewat, 0))
        when h.metode = 'rata_rata'                 then h.realisasi_sd
    end as selama_ini,
    coalesce(
        h.rumus in ('negatif_selisih', 'negatif_rasio')
            and h.metode in ('jumlah', 'kumulatif')
            and h.realisasi_sd >= h.target_tahun,
        false
    ) as habis,
    h.target_tahun,
    h.realisasi_sd,
    t.pembilang,
    t.penyebut
from hitungan as h
left join periode_indikator($tahun, ['TW' || $triwulan], $per) as t
    on  t.unit = h.unit
    and t.kode = h.kode
order by h.kode
