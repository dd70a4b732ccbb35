-- The codes of one edition. Grain: one row per kode.
select kode, jenjang, nama
from nomenklatur
where edisi = $edisi
order by kode
