-- What of each indikator of the Camat enters the average of a periode: complete, confirmed, under the cap.
-- Grain: one row per periode and such an indikator.
select c.periode, c.kode, dibatasi(c.capaian_persen, c.batas) as nilai
from capaian_periode($tahun, $periode, $per) as c
inner join sasaran_tahun($tahun) as s
    on  s.unit = c.unit
    and s.kode = c.sasaran
where c.unit = $unit
    and s.jenjang = 'camat'
    and not c.sementara
    and c.capaian_persen is not null
order by c.periode, c.kode
