-- The emblem of an office. Grain: one row, or none.
select isi, sha256
from lambang
where unit = $unit
order by pada desc
limit 1
