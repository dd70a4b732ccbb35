-- The rows that nothing dates, as they stand now: what an approval has to keep of them. Of an account only its name.
-- Grain: one row per table; isi: its rows as JSON.
select 'unit' as tabel, cast(to_json(list(t)) as varchar) as isi
from (from unit where unit = $unit) as t

union all

select 'bagian', cast(to_json(list(t)) as varchar)
from (from bagian where unit = $unit) as t

union all

select 'pejabat', cast(to_json(list(t)) as varchar)
from (from pejabat where unit = $unit) as t

union all

select 'kategori', cast(to_json(list(t)) as varchar)
from (from kategori where unit = $unit) as t

union all

select 'akun', cast(to_json(list(t)) as varchar)
from (select akun, nama, '' as sandi, aktif, 0 as gagal, dibuat from akun) as t
