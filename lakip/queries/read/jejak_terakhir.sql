-- The newest act. Grain: one row, also when there is none yet (nomor 0, hash null).
-- `jam`: when the newest act was that the clock was not doubted at; of those that are near the end.
select
    coalesce(max(nomor), 0) as nomor,
    max_by(hash, nomor) as hash,
    max_by(pada, nomor) filter (where not contains(rincian, '"jam_diragukan": true')) as jam
from jejak
where nomor > (select max(nomor) - 500 from jejak)
