-- What every act sealed. Grain: one row per act and table.
select jejak, tabel, penuh, sidik
from segel
order by jejak, tabel
