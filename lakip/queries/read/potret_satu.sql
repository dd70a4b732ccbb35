-- One frozen set of figures. Grain: one row, none when there is no such potret.
select id, unit, tahun, periode, isi, sha256, oleh, pada
from potret
where unit = $unit and id = $id
