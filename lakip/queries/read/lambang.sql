-- The emblem of an office: the newest, or the one of that print ($sidik). Grain: one row, or none.
select isi, sha256
from lambang
where unit = $unit and ($sidik is null or sha256 = $sidik)
order by pada desc
limit 1
