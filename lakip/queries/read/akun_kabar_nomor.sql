-- The newest number. Grain: one row (0 when there is none yet).
select coalesce(max(nomor), 0) as nomor
from akun_kabar
