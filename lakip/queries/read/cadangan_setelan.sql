-- How backups are made now. Grain: one row, none before anybody chose.
select nomor, jam, folder
from setelan_cadangan
order by nomor desc
limit 1
