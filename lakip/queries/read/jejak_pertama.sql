-- The first act, by which a record is known. Grain: one row, also when there is none (hash "").
select coalesce(min_by(hash, nomor), '') as hash
from jejak
