-- Acts by which an admin let the record go on although it was not whole. Grain: one row per act.
select nomor, pada, oleh, rincian, hash, tanda
from jejak
where perbuatan = 'melanjutkan dengan catatan yang ada'
order by nomor
