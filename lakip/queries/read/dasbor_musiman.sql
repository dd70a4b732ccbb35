-- What the same quarter of the year before says of the next one, and how far it was off until now: a seasonal naive range
-- with its back-test.
-- banyak: quarters with a figure up to a triwulan; uji: of these, how many had one a year before; galat: by how much the
-- two differ on average, in the satuan; lalu: the figure of the quarter that comes next, a year before;
-- rendah, tinggi: that figure less and plus galat.
-- Grain: one row per indikator with a figure.
with angka as (
    select
        indikator,
        tahun * 4 + triwulan as urut,
        case
            when keadaan = 'nihil'         then cast(0 as decimal(38, 10))
            when pembilang is not null     then persen(pembilang, penyebut)
            else                                cast(nilai as decimal(38, 10))
        end as nilai
    from realisasi_terbaru
    where unit = $unit
        and keadaan in ('terisi', 'nihil')
        and tahun * 4 + triwulan <= $tahun * 4 + $triwulan
)
select
    a.indikator as kode,
    cast(count(a.nilai) as integer) as banyak,
    cast(count(b.nilai) as integer) as uji,
    rata(sum(abs(a.nilai - b.nilai)), count(b.nilai)) as galat,
    max(if(a.urut = $tahun * 4 + $triwulan + 1 - 4, a.nilai, null)) as lalu,
    greatest(lalu - galat, 0) as rendah,
    lalu + galat as tinggi
from angka as a
left join angka as b
    on  b.indikator = a.indikator
    and b.urut = a.urut - 4
group by a.indikator
order by a.indikator
