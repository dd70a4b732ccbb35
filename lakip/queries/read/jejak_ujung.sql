-- The trail from act `sejak` on, without what the acts say. Grain: one row per act.
select nomor, pada, oleh, perbuatan, hash, tanda
from jejak
where nomor >= $sejak
order by nomor
