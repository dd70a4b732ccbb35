-- The newest act. Grain: one row, also when there is none yet (nomor 0, hash null).
select
    coalesce(max(nomor), 0) as nomor,
    max_by(hash, nomor) as hash
from jejak
