-- Every code of every edition of the nomenclature: what an output indikator may hang from. Grain: one row per kode.
select kode, jenjang, nama
from nomenklatur
qualify row_number() over (partition by kode order by edisi desc) = 1
order by kode
