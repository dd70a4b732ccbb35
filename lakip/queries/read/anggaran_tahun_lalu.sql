-- Sub kegiatan with a pagu in the newest tahun before this one. Grain: one row per kode; none without such a tahun.
select distinct kode
from anggaran
where unit = $unit
    and tahun = (select max(tahun) from anggaran where unit = $unit and tahun < $tahun)
order by kode
