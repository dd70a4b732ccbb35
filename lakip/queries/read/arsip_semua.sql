-- Every uploaded file that the record refers to. Grain: one row per unggahan.
select id, nama_berkas, sha256, ukuran
from unggahan
order by pada, id
