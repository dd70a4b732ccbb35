-- The whole trail in its order, for checking the chain. Grain: one row per act.
select nomor, pada, oleh, perbuatan, objek, rincian, hash_sebelum, hash, segel, tanda
from jejak
order by nomor
