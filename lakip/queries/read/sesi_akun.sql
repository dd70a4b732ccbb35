-- Whose session this is. Grain: one row, or none when it has ended.
select akun
from sesi
where sesi = $sesi
