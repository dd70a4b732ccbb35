-- Which approval is the newest, as one text that no other has. Grain: one row, also when there is none ("").
select coalesce(max_by(concat_ws('/', unit, tahun, periode, nomor, pada), pada), '') as kunci
from alur
where keadaan = 'disahkan'
