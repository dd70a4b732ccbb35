-- Every potret whose text is no longer what was frozen. Grain: one row per potret.
select id, tahun, periode, oleh, pada
from potret
where sha256(isi) <> sha256
order by pada, id
