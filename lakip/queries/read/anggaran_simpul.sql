-- Every code that a tahun knows: those of the editions that its pagu name, or of every edition while it has none.
-- Grain: one row per kode (an edition wins over another by its name, where none is said).
with dipakai as (
    select distinct edisi
    from anggaran
    where unit = $unit and tahun = $tahun
)
select kode, jenjang, nama, edisi
from nomenklatur
where edisi in (select edisi from dipakai) or not exists (select edisi from dipakai)
qualify row_number() over (partition by kode order by edisi desc) = 1
order by kode
